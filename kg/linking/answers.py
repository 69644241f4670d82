"""Where and when a crowd is acted on, told beside it: "They marched in *Lesk*.  Police **beat** protesters"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.linking.acled_labels import EXCESSIVE, INTERVENTION, PROTEST, VIOLENT, is_state
from kg.linking.acled_protests import BLANK
from kg.linking.clashes import places_clash, times_clash
from kg.model import Event

#: sub-events of crowds, and of those what others do to them
CROWDED = frozenset({PROTEST, INTERVENTION, EXCESSIVE, VIOLENT})
ANSWERS = frozenset({INTERVENTION, EXCESSIVE})


def with_scenes(events: Sequence[Event]) -> list[Event]:
    """Give what is done to a crowd the place and the day of the protest told in or before its sentence, if it has none."""
    out: list[Event] = []
    for n, event in enumerate(events):
        acts = event.acled in ANSWERS and event.status == "asserted" and (is_state(event.agents) or not event.agents)
        bare = not event.places or event.time.basis != "text"
        scene = _scene(event, [*out, *events[n + 1 :]]) if acts and bare else None
        if scene is not None:
            time = event.time if event.time.basis == "text" else scene.time
            places = tuple(replace(place, relation=None) for place in scene.places)
            event = replace(event, places=event.places or places, time=time)
        out.append(event)
    return out


def _scene(event: Event, others: Sequence[Event]) -> Event | None:
    """The act of a crowd of its sentence, else the last one of or against a crowd of the sentence before, that has a place."""
    for other in reversed(others):
        here = other.sentence == event.sentence and other.plover == "PROTEST"
        behind = 0 <= event.sentence.start - other.sentence.end <= BLANK and other.acled in CROWDED
        placed = bool(other.places) and (not event.places or not places_clash(event.places, other.places))
        if (here or behind) and other is not event and placed and not times_clash(event, other):
            return other
    return None
