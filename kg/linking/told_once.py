"""The day of a happening, told once, holds for its other mentions: "attacked Manni *on Monday*.  They **burned** a clinic".

What the sentence of a mention tells itself is never replaced.  Where it was is left to the incident, which has all places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.model import Event
from kg.ontology.groupings import DEEDS, DONE

#: types of acts that are done somewhere, on some day
DONE_SOMEWHERE = DEEDS | {"PROTEST"}


def with_days_told_once(events: Sequence[Event]) -> list[Event]:
    """Give deeds without a day of their own that of the nearest mention of their happening that has one."""
    told: dict[str, list[Event]] = {}
    for event in events:
        if event.plover in DONE_SOMEWHERE and event.status in DONE:
            told.setdefault(event.incident, []).append(event)
    return [_completed(event, told) for event in events]


def _completed(event: Event, told: Mapping[str, Sequence[Event]]) -> Event:
    if event.plover not in DONE_SOMEWHERE or event.status not in DONE:
        return event
    others = [
        other for other in told[event.incident] if other.sentence != event.sentence and other.time.basis == "text"
    ]
    dated = _nearest(event, others) if event.time.basis != "text" else None
    return event if dated is None else replace(event, time=dated.time)


def _nearest(event: Event, others: Sequence[Event]) -> Event | None:
    """The last mention before an event, else the first behind it."""
    before = [other for other in others if other.trigger.start < event.trigger.start]
    return before[-1] if before else next(iter(others), None)
