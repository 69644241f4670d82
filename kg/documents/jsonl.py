"""JSON Lines: one article an object, one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.documents.fields import document
from kg.documents.source import Source, decode
from kg.errors import BadRow, InputError
from kg.model import Document


def read_jsonl(source: Source, lines: Iterable[bytes]) -> Iterator[Document | InputError]:
    """Read an article from every line; a line that is none gives a BadRow that names it, and the rest goes on.

    Only a line feed ends a line: texts hold U+2028 and U+0085, on which ``str.splitlines`` would break a row in two.
    """
    empty = True
    for number, line in enumerate(lines, start=1):
        if line.strip():
            empty = False
            yield _row(source, line, f"{source.name}:{number}")
    if empty:
        yield InputError(f"{source.name}: the file is empty; give one article a line")


def _row(source: Source, line: bytes, origin: str) -> Document | InputError:
    try:
        return document(source.named(_fields(decode(line, origin), origin)), origin)
    except InputError as error:
        return error


def _fields(line: str, origin: str) -> dict[str, Any]:
    try:
        fields = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        raise BadRow(f"{origin}: broken JSON ({error.msg}, column {error.colno}); mend the line") from None
    except (ValueError, RecursionError):
        raise BadRow(f"{origin}: broken JSON (nested too deep or a number too long); mend the line") from None
    return checked(fields, origin)


def checked(fields: Any, origin: str) -> dict[str, Any]:
    """Return the fields of an article; raise BadRow where they are no object, or a record."""
    if not isinstance(fields, dict):
        raise BadRow(f"{origin}: no JSON object; write one article as an object with id and text")
    if "schema" in fields and "document" in fields:
        raise BadRow(f"{origin}: a record of kg extract, no article; kg merge puts records into a store")
    return fields
