"""Tables, CSV or TSV: one article a row; the first row names the fields."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
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
#: columns that are told, and what fields hold
_SHOWN = 12
_HELD = {"text": "articles' words", "published": "days"}


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
        fields = _fields(next(rows, []), source)
        for number, row in enumerate(rows, start=2):
            if any(cell.strip() for cell in row):
                empty = False
                yield _article(source, fields, row, f"{source.name}: row {number}")
    except csv.Error as error:
        yield BadRow(f"{source.name}: broken from line {rows.line_num} on ({error}); mend the quotation marks")
        return
    if empty:
        yield InputError(f"{source.name}: the table is empty; give one article a row, below the names of the fields")


def is_of_articles(path: Path, columns: Mapping[str, str]) -> bool:
    """Tell whether the first row names a column of texts; True where that cannot be told, so that reading says why."""
    try:
        with path.open("rb") as stream:
            head = stream.readline(_HEAD).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return True
    names = (cell.strip().strip('"').lower() for cell in re.split(f"[{DELIMITERS}]", head))
    return not head.strip() or columns.get("text", "text").lower() in names


def _fields(head: list[str], source: Source) -> list[str]:
    """Return the names of the columns, plain; raise InputError where one that is needed is not there."""
    fields = [field.strip().lower() for field in head]
    for name, column in ({"text": "text"} | dict(source.columns)).items():
        if head and column.lower() not in fields:
            there = ", ".join(field.strip() for field in head[:_SHOWN])
            told = there + ", ..." * (len(head) > _SHOWN)
            raise InputError(
                f'{source.name}: no column is named "{column}"; there are {told}; '
                f"say which holds the {_HELD.get(name, name)}: --field {name}=COLUMN"
            )
    return fields


def _article(source: Source, fields: list[str], row: list[str], origin: str) -> Document | InputError:
    given = {field: cell for field, cell in zip(fields, row, strict=False) if cell.strip()}
    try:
        if any(cell.strip() for cell in row[len(fields) :]):
            raise BadRow(f"{origin}: more cells than columns; put cells that hold the delimiter in quotation marks")
        return document(source.named(given), origin)
    except InputError as error:
        return error
