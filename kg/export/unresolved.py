"""Names outside the ontology, written for people and for a spreadsheet in which they are decided."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict

from kg.export.answers import aligned
from kg.export.delimited import csv_rows
from kg.graph.decision_rows import COLUMNS
from kg.graph.unresolved import Unresolved
from kg.ontology import Entry

Found = Sequence[Unresolved]
Entries = Mapping[str, Entry]
_MORE = ("mentions", "articles", "candidates", "suggestions", "example")
_HEAD = ["mentions", "articles", "name", "kind", "is it", "example"]


def write(found: Found, entries: Entries, form: str, width: int | None = None) -> Iterator[str]:
    """Write names in a format of ``FORMATS``; ``width`` is that of the terminal."""
    return _table(found, entries, width) if form == "table" else FORMATS[form](found, entries)


def _table(found: Found, entries: Entries, width: int | None) -> Iterator[str]:
    rows: list[Sequence[object]] = [_HEAD]
    for one in found:
        sure = [_labelled(each, entries) for each in one.candidates]
        maybe = [f"{_labelled(each, entries)}?" for each in one.suggestions]
        offered = "; ".join((*sure, *maybe))
        rows.append((one.mentions, len(one.articles), one.name, one.kind, offered, one.example))
    yield from aligned(rows, width, whole={_HEAD.index("is it")})


def _csv(found: Found, entries: Entries) -> Iterator[str]:
    """Write a table of decisions whose first column a person fills in; one that stays empty decides nothing."""
    columns = (*COLUMNS, *_MORE)
    yield from csv_rows([columns])
    for one in found:
        said = {
            "this": one.name,
            "that": one.candidates[0] if len(one.candidates) == 1 else "",
            "kind": one.kind,
            "mentions": one.mentions,
            "articles": "; ".join(one.articles),
            "candidates": "; ".join(_labelled(each, entries) for each in one.candidates),
            "suggestions": "; ".join(_labelled(each, entries) for each in one.suggestions),
            "example": one.example,
        }
        yield from csv_rows([[said.get(column) for column in columns]])


def _json(found: Found, entries: Entries) -> Iterator[str]:
    rows = [
        asdict(one) | {name: _named(getattr(one, name), entries) for name in ("candidates", "suggestions")}
        for one in found
    ]
    yield json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def _named(ids: Sequence[str], entries: Entries) -> list[dict[str, str]]:
    return [{"id": one, "name": entries[one].name if one in entries else one} for one in ids]


def _labelled(identifier: str, entries: Entries) -> str:
    return f"{identifier} ({entries[identifier].name})" if identifier in entries else identifier


FORMATS: Mapping[str, Callable[[Found, Entries], Iterator[str]]] = {"csv": _csv, "json": _json}
