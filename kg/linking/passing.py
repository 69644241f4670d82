"""Which happenings a report tells only in passing: long before its news, or measured from: "a day after *a raid*"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.linking.introductions import Introduction
from kg.linking.likeness import GAP, is_old
from kg.model import Event


def is_background(
    members: Sequence[int], told: Sequence[Introduction], events: Sequence[Event], today: date | None
) -> bool:
    """Whether a happening is not what the report is of: long before it, or only what a sentence measures from."""
    aside = all(told[i].aside for i in members)
    return aside or (today is not None and is_old([events[i] for i in members], today))


def is_passing(
    event: Event, members: Sequence[int], told: Sequence[Introduction], events: Sequence[Event], today: date | None
) -> bool:
    """Whether a happening was only told in passing, and not in the sentence before."""
    apart = all(not 0 <= event.sentence.start - events[i].sentence.end <= GAP for i in members)
    here = any(events[i].sentence == event.sentence for i in members)
    return apart and not here and is_background(members, told, events, today)
