"""The gold form: one annotated text a line, close to the record and short enough to write by hand.

::

    {"id": "market-1", "text": "...", "published": "2016-06-02", "title": "...",
     "events": [{"action": "Shelling", "trigger": "shelled",
                 "agents": [{"text": "gunners", "country": "SRB"}], "targets": ["market"],
                 "places": [{"text": "Lesk", "relation": "near"}], "time": {"start": "2016-06-01", "end": "2016-06-01"},
                 "status": "asserted", "casualties": [{"kind": "killed", "low": 3}], "instruments": ["mortars"],
                 "attribution": ["police"], "incident": "a"}],
     "not_events": ["strike"]}

* Words are a string, or an object with ``text`` and, where the words stand in the text more than once, ``nth`` (counted
  from 1) or ``start`` and ``end``.  They are the head word of what is meant or the whole mention.
* ``action`` and ``status`` may name several right answers, divided by ``|``.  Without ``status`` an event is asserted.
* An actor may give ``id``, ``country`` and ``antecedent`` (the words that a pronoun or a bare noun stands for).
* What is left out is not judged; an empty list says that there is none.
* ``"optional": true`` on an event, an actor or a place: right where it is read, no mistake where it is not.
* A casualty without ``high`` is exact; ``"high": null`` is open; ``"approximate": true`` accepts any
  range that meets it.
* ``not_events`` are words that must give no asserted event.
* Events with the same ``incident`` are one happening, those with another are others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import BadRow, InputError
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that play a role, and what is known of them."""

    span: Span
    id: str | None = None
    country: str | None = None
    antecedent: Span | None = None
    relation: str | None = None
    optional: bool = False


Mentions = tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class GoldToll:
    """A figure of casualties; ``high`` None is open."""

    kind: str
    low: int
    high: int | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One annotated event; None is what the annotation leaves open."""

    actions: tuple[str, ...]
    trigger: Span
    agents: Mentions | None = None
    targets: Mentions | None = None
    places: Mentions | None = None
    instruments: Mentions | None = None
    sources: Mentions | None = None
    time: tuple[str | None, str | None] | None = None
    statuses: tuple[str, ...] = ("asserted",)
    casualties: tuple[GoldToll, ...] | None = None
    incident: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated text."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    events: tuple[GoldEvent, ...] = ()
    not_events: tuple[Span, ...] = ()
    origin: str = field(default="", compare=False)


def load_gold(path: Path) -> tuple[GoldDocument, ...]:
    """Read a gold file and fill in the offsets; InputError names the line of a mistake."""
    rows = list(_rows(path))
    if not rows:
        raise InputError(f"{path}: no gold in it")
    documents = tuple(_located(row, f"{path}:{number}") for number, row in rows)
    seen: dict[str, str] = {}
    for document in documents:
        if document.id in seen:
            raise BadRow(f"{document.origin}: the id {document.id!r} stands at {seen[document.id]} too")
        seen[document.id] = document.origin
    return documents


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, _row(line, f"{path}:{number}")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8, so no JSON lines; convert it first") from error


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        raise BadRow(f"{where}: broken JSON ({error.msg}, column {error.colno}); mend the line") from error
    if not isinstance(row, dict):
        raise BadRow(f"{where}: no JSON object; see kg eval --help for the form")
    return row


def _located(row: Mapping[str, Any], origin: str) -> GoldDocument:
    try:
        return parse_gold(row, origin)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise BadRow(f"{origin}: {reason}; see kg eval --help for the form") from error


def parse_gold(row: Mapping[str, Any], origin: str = "") -> GoldDocument:
    """Read one row; KeyError, TypeError or ValueError if it is not in the form."""
    text = row["text"]
    return GoldDocument(
        id=str(row["id"]),
        text=text,
        title=row.get("title"),
        published=row.get("published"),
        events=tuple(_event(event, text) for event in row.get("events", ())),
        not_events=tuple(locate(words, text) for words in row.get("not_events", ())),
        origin=origin,
    )


def _event(row: Mapping[str, Any], text: str) -> GoldEvent:
    time, tolls = row.get("time"), row.get("casualties")
    return GoldEvent(
        actions=tuple(row["action"].split("|")),
        trigger=locate(row["trigger"], text),
        agents=_mentions(row, "agents", text),
        targets=_mentions(row, "targets", text),
        places=_mentions(row, "places", text),
        instruments=_mentions(row, "instruments", text),
        sources=_mentions(row, "attribution", text),
        time=None if time is None else (time.get("start"), time.get("end")),
        statuses=tuple(row.get("status", "asserted").split("|")),
        casualties=None if tolls is None else tuple(_toll(toll) for toll in tolls),
        incident=row.get("incident"),
        optional=bool(row.get("optional", False)),
    )


def _mentions(row: Mapping[str, Any], key: str, text: str) -> Mentions | None:
    found = row.get(key)
    return None if found is None else tuple(_mention(item, text) for item in found)


def _mention(item: str | Mapping[str, Any], text: str) -> Mention:
    known: Mapping[str, Any] = {} if isinstance(item, str) else item
    antecedent = known.get("antecedent")
    return Mention(
        span=locate(item, text),
        id=known.get("id"),
        country=known.get("country"),
        antecedent=None if antecedent is None else locate(antecedent, text),
        relation=known.get("relation"),
        optional=bool(known.get("optional", False)),
    )


def _toll(row: Mapping[str, Any]) -> GoldToll:
    low = int(row["low"])
    return GoldToll(row["kind"], low, row.get("high", low), bool(row.get("approximate", False)))


def locate(words: str | Mapping[str, Any], text: str) -> Span:
    """Find words in the text, as whole words where they stand so; ValueError if they are not there."""
    if not isinstance(words, str) and "start" in words:
        start, end = int(words["start"]), int(words["end"])
        if words.get("text", text[start:end]) != text[start:end] or not start < end <= len(text):
            raise ValueError(f"{start} to {end} is {text[start:end]!r}, not {words.get('text')!r}")
        return Span(start, end, text[start:end])
    wanted, nth = (words, 1) if isinstance(words, str) else (words["text"], int(words.get("nth", 1)))
    found = list(re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)) or list(re.finditer(re.escape(wanted), text))
    if not 0 < nth <= len(found):
        raise ValueError(f"{wanted!r} stands {len(found)} times in the text, not {nth}")
    return Span(found[nth - 1].start(), found[nth - 1].end(), wanted)
