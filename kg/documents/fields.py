"""The fields of one article, checked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from kg.documents.days import day
from kg.errors import BadRow
from kg.model import Document

#: characters of one article, some 33,000 words; reading one needs about 6 kB of memory a character
LIMIT = 200_000
ID_LIMIT = 500
#: what an article can have
FIELDS = ("id", "text", "title", "published", "source", "url", "licence")


def document(fields: Mapping[str, Any], origin: str, default_id: str | None = None) -> Document:
    """Build a Document from raw fields; raise BadRow, which names the origin, where one of them is wrong."""
    text = _text(fields, origin)
    title = _words(fields, "title", origin)
    return Document(
        id=_id(fields, origin) or default_id or content_id(text, title),
        text=text,
        title=title,
        published=_day(fields, origin),
        source=_words(fields, "source", origin),
        url=_words(fields, "url", origin),
        licence=_words(fields, "licence", origin) or _words(fields, "license", origin),
        origin=origin,
    )


def content_id(text: str, title: str | None = None) -> str:
    """Derive an id from what an article says, for one that came without."""
    return "sha256-" + hashlib.sha256(f"{title or ''}\n{text}".encode()).hexdigest()[:16]


def _text(fields: Mapping[str, Any], origin: str) -> str:
    text = fields.get("text")
    if text is None:
        raise BadRow(
            f'{origin}: the field "text" is missing; give the article\'s words there, or their key: --field text=KEY'
        )
    if not isinstance(text, str):
        raise BadRow(f'{origin}: the field "text" is {_kind(text)}; give a string')
    if not text.strip():
        raise BadRow(f"{origin}: the text is empty; leave the article out or give its words")
    if len(text) > LIMIT:
        raise BadRow(
            f"{origin}: {len(text):,} characters are too many for one article (at most {LIMIT:,}); "
            "split it, one article a file or a JSONL line"
        )
    return _encodable(text, "text", origin)


def _words(fields: Mapping[str, Any], name: str, origin: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadRow(f'{origin}: the field "{name}" is {_kind(value)}; give a string or null')
    return _encodable(" ".join(value.split()), name, origin) or None


def _id(fields: Mapping[str, Any], origin: str) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    given = _words(fields, "id", origin)
    if given and len(given) > ID_LIMIT:
        raise BadRow(f'{origin}: the field "id" has {len(given):,} characters; give at most {ID_LIMIT}')
    return given


def _day(fields: Mapping[str, Any], origin: str) -> str | None:
    value = _words(fields, "published", origin)
    if value is None:
        return None
    if found := day(value):
        return found.isoformat()
    raise BadRow(f'{origin}: "published": "{value[:60]}" is no date; write YYYY-MM-DD, or null')


def _encodable(value: str, name: str, origin: str) -> str:
    if "\0" in value:
        raise BadRow(f'{origin}: the field "{name}" holds NUL characters, so it is no text')
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadRow(f'{origin}: the field "{name}" holds half a surrogate pair; mend its encoding') from None
    return value


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), type(value).__name__)
