"""The command line: arguments in, calls to the other rooms, words and exit codes out."""

from __future__ import annotations

from kg.cli.main import main

__all__ = ["main"]
