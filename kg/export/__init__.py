"""What leaves the store: one writer a format, a table from format to writer."""

from __future__ import annotations

from kg.export.formats import FORMATS, write

__all__ = ["FORMATS", "write"]
