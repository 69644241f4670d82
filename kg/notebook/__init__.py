"""kg for notebooks and scripts: ``import kg`` and then ``kg.build``, ``kg.open``, ``kg.read``, ``kg.explain``."""

from __future__ import annotations

from kg.notebook.graph import Graph
from kg.notebook.reading import build, explain, open, read  # noqa: A004
from kg.notebook.rows import Records, Rows, Text

__all__ = ["Graph", "Records", "Rows", "Text", "build", "explain", "open", "read"]
