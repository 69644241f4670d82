"""JSON that is no JSON Lines: an array of articles, or one article over several lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.documents.fields import document
from kg.documents.jsonl import checked
from kg.documents.source import Source, decode
from kg.errors import InputError
from kg.model import Document


def read_array(source: Source, lines: Iterable[bytes]) -> Iterator[Document | InputError]:
    """Read an article from every object; one that is none gives a BadRow that tells which it is, and the rest goes on."""
    text = decode(b"".join(lines), source.name)
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{source.name}:{error.lineno}: broken JSON ({error.msg}, column {error.colno}); mend it"
        ) from None
    except (ValueError, RecursionError):
        raise InputError(f"{source.name}: broken JSON (nested too deep or a number too long); mend it") from None
    if found == []:
        raise InputError(f"{source.name}: the array is empty; give articles")
    for number, each in enumerate(found if isinstance(found, list) else [found], start=1):
        yield _article(source, each, f"{source.name}: article {number}")


def _article(source: Source, value: Any, origin: str) -> Document | InputError:
    try:
        return document(source.named(checked(value, origin)), origin)
    except InputError as error:
        return error
