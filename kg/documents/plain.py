"""Plain text: the first line is the title, a sidecar of the same stem holds the metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

from kg.documents.fields import document
from kg.documents.source import Source, decode
from kg.errors import BadRow, InputError, NotAnArticle
from kg.model import Document

TITLE_LIMIT = 300
#: a tag of HTML, as "a < b" has none
TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
MARKUP = {b"%pdf-": "PDF", b"{\\rtf": "RTF", b"<!doctype html": "HTML", b"<html": "HTML", b"<?xml": "XML"}
_TOOLS = {
    "PDF": ", for example with pdftotext",
    "RTF": ", for example with pandoc -t plain",
    "HTML": ", for example with trafilatura or pandoc -t plain",
}


def read_text(source: Source, lines: Iterable[bytes]) -> Iterator[Document | InputError]:
    """Read one article, with its title, from the lines of a file."""
    try:
        yield _article(source, b"".join(lines))
    except InputError as error:
        yield error


def _article(source: Source, data: bytes) -> Document:
    if not data.strip():
        raise InputError(f"{source.name}: the file is empty; give an article")
    for mark, kind in MARKUP.items():
        if data.lstrip()[: len(mark)].lower() == mark:
            raise NotAnArticle(f"{source.name}: {kind}, no plain text; convert it to .txt first{_TOOLS.get(kind, '')}")
    text = decode(data, source.name)
    fields = {"title": headline(text), **_sidecar(source.path), "text": text}
    return document(fields, source.name, source.id)


def headline(text: str) -> str | None:
    """Return the first line without what is left of HTML in it, where more follow and it is short enough to be a title."""
    first, _, rest = text.strip().partition("\n")
    title = unescape(TAG.sub("", first)).strip()
    return title if title and rest.strip() and len(first) <= TITLE_LIMIT else None


def _sidecar(path: Path | None) -> dict[str, Any]:
    """Read the metadata beside an article; what is null there is left to the article."""
    beside = path.with_suffix(".json") if path else None
    if beside is None or not beside.is_file():
        return {}
    try:
        fields = json.loads(beside.read_bytes())
    except (ValueError, RecursionError) as error:
        raise BadRow(f"{beside}: no JSON ({error}); mend it or take it away") from None
    if not isinstance(fields, dict):
        raise BadRow(f"{beside}: no JSON object; write title, published, source and url between braces")
    document({**fields, "text": "-"}, str(beside))  # so that a wrong field is told of the file that holds it
    return {name: value for name, value in fields.items() if value is not None}
