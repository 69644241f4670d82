"""The place that a paragraph is headed by, of what it tells without one: "*North Kivu:* Rebels **shot** a nun"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from kg.model import Event, Place

#: tokens of a heading
LONGEST = 6
#: PLOVER types of what is done somewhere
LOCAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
NAMING = frozenset({"PROPN", "ADJ", "ADP", "DET"})


def under_headings(events: Iterable[Event], doc: Doc, named: Mapping[int, Place]) -> Iterator[Event]:
    """Give events without a place that of their paragraph's heading; ``named`` are places by the index of their head."""
    places, text = dict(_headings(doc, named)), doc.text
    for event in events:
        start = text.rfind("\n", 0, event.trigger.start) + 1
        place = places.get(start)
        local = place is not None and not event.places and event.plover in LOCAL
        yield replace(event, places=(place,)) if local and place is not None else event


def _headings(doc: Doc, named: Mapping[int, Place]) -> Iterator[tuple[int, Place]]:
    """(where a paragraph begins, the place that heads it)."""
    for colon in (t for t in doc if t.text == ":"):
        first = colon.sent.start
        begins = first == 0 or "\n" in doc[first - 1].text
        found = [i for i in range(first, colon.i) if i in named]
        if begins and found and colon.i - first <= LONGEST and all(t.pos_ in NAMING for t in doc[first : colon.i]):
            yield doc[first].idx, replace(named[found[-1]], relation="in")
