"""How a report goes on with what it is of: the sentence below a headline, doers whom the reader knows, where it happened."""

from __future__ import annotations

from dataclasses import replace

from kg.language.grammar import DEFINITE_PLURAL
from kg.model import Event, Place
from kg.ontology.groupings import ARMED_GROUPS

#: what those do who are fired at
REPLIES = (
    "returned fire",
    "return fire",
    "returning fire",
    "fired back",
    "shot back",
    "firing back",
    "shooting back",
    "hit back",
)
#: words that only say that something took place: "*the shooting* **happened** near Lesk Street"
OCCURRING = frozenset("happened occurred took unfolded".split())


def names_known_doers(event: Event) -> bool:
    """Whether a deed is told of armed men whom the reader knows, by no name: "*the gang* **burned** the market"."""
    return bool(event.agents) and all(
        a.id is None
        and a.name is None
        and a.antecedent is None
        and a.kind in ARMED_GROUPS
        and a.text.lower().split()[0] in DEFINITE_PLURAL
        for a in event.agents
    )


def tells_setting(event: Event, definite: bool) -> bool:
    """Whether a sentence tells where and when that was which the reader knows: "*the shooting* **happened** in Lesk"."""
    return definite and not OCCURRING.isdisjoint(event.trigger.text.lower().split())


def without_unknown_places(event: Event) -> Event:
    """A mention with those places alone that the index has: others may be parts of any of them."""
    known: tuple[Place, ...] = tuple(place for place in event.places if place.name is not None)
    return event if len(known) == len(event.places) else replace(event, places=known)


def without_sides_of_reply(event: Event) -> Event:
    """A mention of fire that is returned, which is of the fight told before, without its sides, who act the other way."""
    return replace(event, agents=(), targets=()) if event.trigger.text.lower().startswith(REPLIES) else event
