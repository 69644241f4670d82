"""Articles from files, folders and streams."""

from __future__ import annotations

from kg.documents.reading import read

__all__ = ["read"]
