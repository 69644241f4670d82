"""Tables as text with delimiters: CSV as RFC 4180 has it, with line feeds, and TSV.

Spreadsheets take a cell that begins with ``= + - @`` for a formula, and article text is not to be trusted: text cells
that begin so get an apostrophe before them (OWASP, "CSV Injection").  Numbers stay as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_rows(rows: Iterable[Iterable[object]], *, guard: bool = True) -> Iterator[str]:
    """Yield each row as a line of CSV; None is an empty cell; ``guard`` keeps formulas from being ones."""
    for row in rows:
        target = io.StringIO()
        # a carriage return is quoted only where it is part of the end of lines
        csv.writer(target, lineterminator="\r\n").writerow([_cell(value, guard=guard) for value in row])
        yield target.getvalue().removesuffix("\r\n") + "\n"


def tsv_rows(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield each row as a line of TSV without quotes: tabs and line breaks in a cell become blanks, None the word None."""
    for row in rows:
        cells = ("None" if value in (None, "") else " ".join(_cell(value, guard=True).split()) for value in row)
        yield "\t".join(cells) + "\n"


def _cell(value: object, *, guard: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if guard and isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return str(value)
