"""Tables, CSV or TSV: one article a row; the first row names the fields."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from kg.documents.fields import document
from kg.documents.source import Source, decode
from kg.errors import BadRow, InputError
from kg.model import Document

DELIMITERS = ",;\t"
#: characters of a cell; a text that is too long is told as a text, not as a cell
CELL = 2**31 - 1
_HEAD = 10_000


def read_table(source: Source, lines: Iterable[bytes]) -> Iterator[Document | InputError]:
    """Read an article from every row; the delimiter is the one that the first row has most of.

    Rows are numbered as a spreadsheet numbers them; those that are blank are no articles.
    """
    csv.field_size_limit(CELL)
    texts = (decode(line, source.name) for line in lines)
    head = next((line for line in texts if line.strip()), "")
    rows = csv.reader(chain([head], texts), delimiter=max(DELIMITERS, key=head.count), strict=True)
    empty = True
    try:
        fields = _fields(next(rows, []), source.name)
        for number, row in enumerate(rows, start=2):
            if any(cell.strip() for cell in row):
                empty = False
                yield _article(fields, row, f"{source.name}: row {number}")
    except csv.Error as error:
        yield BadRow(f"{source.name}: broken from line {rows.line_num} on ({error}); mend the quotation marks")
        return
    if empty:
        yield InputError(f"{source.name}: the table is empty; give one article a row, below the names of the fields")


def is_of_articles(path: Path) -> bool:
    """Tell whether the first row names a column of texts; True where that cannot be told, so that reading says why."""
    try:
        with path.open("rb") as stream:
            head = stream.readline(_HEAD).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return True
    return not head.strip() or "text" in re.split(rf'[{DELIMITERS}"\s]+', head.lower())


def _fields(head: list[str], name: str) -> list[str]:
    fields = [field.strip().lower() for field in head]
    if head and "text" not in fields:
        raise InputError(f'{name}: no column is named "text"; name so, in the first row, that of the articles\' words')
    return fields


def _article(fields: list[str], row: list[str], origin: str) -> Document | InputError:
    given = {field: cell for field, cell in zip(fields, row, strict=False) if cell.strip()}
    try:
        if any(cell.strip() for cell in row[len(fields) :]):
            raise BadRow(f"{origin}: more cells than columns; put cells that hold the delimiter in quotation marks")
        return document(given, origin)
    except InputError as error:
        return error
