"""Where and when a crowd is acted on, told in the sentence before: "They marched in *Lesk*.  Police **beat** protesters"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.linking.acled_beside import BLANK
from kg.linking.acled_labels import EXCESSIVE, INTERVENTION, PROTEST, VIOLENT, is_state
from kg.linking.clashes import times_clash
from kg.model import Event

#: sub-events of crowds, and of those what others do to them
CROWDED = frozenset({PROTEST, INTERVENTION, EXCESSIVE, VIOLENT})
ANSWERS = frozenset({INTERVENTION, EXCESSIVE})


def with_scenes(events: Sequence[Event]) -> list[Event]:
    """Give what is done to a crowd the place and the day of the protest that the sentence before tells, if it has none."""
    out: list[Event] = []
    for event in events:
        acts = event.acled in ANSWERS and event.status == "asserted" and (is_state(event.agents) or not event.agents)
        scene = _scene(event, out) if acts and not event.places else None
        if scene is not None:
            time = event.time if event.time.basis == "text" else scene.time
            places = tuple(replace(place, relation=None) for place in scene.places)
            event = replace(event, places=places, time=time)
        out.append(event)
    return out


def _scene(event: Event, before: Sequence[Event]) -> Event | None:
    """The last act of or against a crowd of the sentence before that has a place."""
    for other in reversed(before):
        behind = 0 <= event.sentence.start - other.sentence.end <= BLANK
        if behind and other.acled in CROWDED and other.places and not times_clash(event, other):
            return other
    return None
