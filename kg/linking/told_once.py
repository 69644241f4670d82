"""The day of a happening, told once, holds for its other mentions: "attacked Manni *on Monday*.  They **burned** a clinic".

What the sentence of a mention tells itself is never replaced.  Where it was is left to the incident, which has all places;
but a note of a few sentences is of one day and place: "police dispersed a crowd *in Oru*.  Eleven people were **arrested**".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.linking.clashes import KNOWN, times_clash
from kg.model import Event
from kg.ontology.groupings import DEEDS, DONE

#: sentences up to which a text is a note
NOTE = 3
#: words that begin a sentence on something else
ELSEWHERE = ("elsewhere", "separately", "meanwhile", "earlier", "previously", "in a separate", "in another")
#: types of acts that are done somewhere, on some day
DONE_SOMEWHERE = DEEDS | {"PROTEST"}


def with_days_told_once(events: Sequence[Event], published: str | None = None) -> list[Event]:
    """Give deeds without a day of their own that of the nearest mention of their happening that has one."""
    told: dict[str, list[Event]] = {}
    for event in events:
        if _is_done(event) and not _goes_on(event, published):
            told.setdefault(event.incident, []).append(event)
    return [_completed(event, told) for event in events]


def _completed(event: Event, told: Mapping[str, Sequence[Event]]) -> Event:
    if not _is_done(event):
        return event
    others = [
        other
        for other in told.get(event.incident, ())
        if other.sentence != event.sentence and other.time.basis == "text"
    ]
    dated = _nearest(event, others) if event.time.basis != "text" else None
    return event if dated is None else replace(event, time=dated.time)


def _goes_on(event: Event, published: str | None) -> bool:
    """Whether a mention tells of more days, up to the report: "have been **fighting** *since May*"."""
    time = event.time
    return time.basis == "text" and time.start is not None and time.start != time.end == published


def _nearest(event: Event, others: Sequence[Event]) -> Event | None:
    """The last mention before an event, else the first behind it."""
    before = [other for other in others if other.trigger.start < event.trigger.start]
    return before[-1] if before else next(iter(others), None)


def with_scene_of_note(events: Sequence[Event], sentences: int) -> list[Event]:
    """Give the deeds of a note that tell no day or no place those of the deed before them; long texts stay as they are."""
    if sentences > NOTE:
        return list(events)
    out: list[Event] = []
    for event in events:
        goes_on = _is_done(event) and not _is_elsewhere(event) and not _brings_in(event)
        out.append(_in_scene(event, out, events) if goes_on else event)
    return out


def _in_scene(event: Event, before: Sequence[Event], events: Sequence[Event]) -> Event:
    """A deed with the day and the place of the last deed of a sentence before that has them, where its own tells none."""
    beside = [other for other in events if other.sentence == event.sentence]
    earlier = [other for other in before if _is_done(other) and other.sentence != event.sentence]
    if all(other.time.basis != "text" for other in beside):
        dated = next((other for other in reversed(earlier) if other.time.basis == "text"), event)
        event = replace(event, time=dated.time)
    if not any(other.places for other in beside):
        placed = next((other for other in reversed(earlier) if other.places and not times_clash(event, other)), event)
        event = replace(event, places=placed.places)
    return event


def _is_done(event: Event) -> bool:
    return event.plover in DONE_SOMEWHERE and event.status in DONE


def _brings_in(event: Event) -> bool:
    """Whether a deed is of somebody new, and so of a scene of its own: "Nuns marched in Goma.  *Gunmen* killed a guard"."""
    return any(a.id is None and a.antecedent is None and not a.text.lower().startswith(KNOWN) for a in event.agents)


def _is_elsewhere(event: Event) -> bool:
    return event.sentence.text.lstrip().lower().startswith(ELSEWHERE)
