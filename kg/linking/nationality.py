"""Whose people bare nouns are: "villagers" killed in Nepal are Nepal's, "the president" is that of the one country told of.

Only people who are told by what they are, with no name, owner or antecedent, get a country; soldiers, refugees and foreigners
may be from elsewhere and get none.  They stay without ``id``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Actor, Event

#: sectors of people who live where they are met
AT_HOME = frozenset({"CVL", "LAB", "EDU", "OPP", "AGR", "REL", "PTY", "COP", "CRM", "JUD", "LEG"})
#: sectors of those who hold an office of the country that a text is about
IN_OFFICE = frozenset({"GOV", "LEG", "JUD", "OPP"})
FOREIGN = frozenset(
    "foreign foreigner expatriate expat tourist visitor visiting migrant refugee immigrant pilgrim western european "
    "international exiled expelled multinational overseas african asian american arab baltic balkan nordic caribbean "
    "andean regional neighbouring neighboring allied world".split()
)
#: states that are others than that of the text, which one would name: "the Gulf *states*"
SEVERAL = frozenset({"states", "countries", "nations", "powers", "governments"})


def with_countries(events: Sequence[Event], main_country: str | None) -> list[Event]:
    """Give people without a country that of the place they are met at, office holders the main country of the text."""
    return [_placed(event, main_country) for event in events]


def _placed(event: Event, main_country: str | None) -> Event:
    lands = {place.country for place in event.places}
    here = lands.pop() if len(lands) == 1 else None
    return replace(
        event,
        agents=tuple(_at_home(a, here, main_country) for a in event.agents),
        targets=tuple(_at_home(a, here, main_country) for a in event.targets),
    )


def _at_home(actor: Actor, here: str | None, main_country: str | None) -> Actor:
    if actor.country or actor.id or actor.antecedent or actor.candidates or _is_foreign(actor):
        return actor
    if here and actor.sector in AT_HOME and actor.name is None:
        return replace(actor, country=here)
    if main_country and actor.sector in IN_OFFICE:
        return replace(actor, country=main_country)
    return actor


def _is_foreign(actor: Actor) -> bool:
    words = actor.text.lower().replace("-", " ").split()
    if actor.head.text.lower() in SEVERAL:
        return True
    return any(word.rstrip("s") in FOREIGN or word in FOREIGN for word in words)
