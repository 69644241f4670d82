"""Whose people bare nouns are: "villagers" killed in Nepal are Nepal's, "the president" is that of the one country told of.

Only people who are told by what they are, with no name, owner or antecedent, get a country; soldiers, refugees and
foreigners may be from elsewhere and get none, crowds only where they protest. They stay without ``id``. Whom the
police or a court of the one country told of act on are its people too, and what stands in a country is that
country's, unless it is a mission or base of another.  In a text that names one country alone, those who turn to its
authorities, whom these act on, and rebels and gunmen there are its people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Actor, Event

#: sectors of people who live where they are met
AT_HOME = frozenset({"CVL", "LAB", "EDU", "OPP", "AGR", "REL", "PTY", "COP", "CRM", "JUD", "LEG"})
#: sectors of those who hold an office of the country that a text is about
IN_OFFICE = frozenset({"GOV", "LEG", "JUD", "OPP"})
#: sectors of those who have power over the people of their own country alone, and types of what they do with it
AT_HOME_IN_POWER = frozenset({"COP", "JUD", "LEG"})
POWERS = frozenset({"COERCE", "CONCEDE"})
#: what may stand in a country and be another's
ABROAD = frozenset("embassy consulate mission legation base ship boat convoy plane patrol vessel ferry tanker".split())
FOREIGN = frozenset(
    "foreign foreigner expatriate expat tourist visitor visiting migrant refugee immigrant pilgrim western european "
    "international exiled expelled multinational overseas african asian american arab baltic balkan nordic caribbean "
    "andean regional neighbouring neighboring allied world".split()
)
#: states that are others than that of the text, which one would name: "the Gulf *states*"
SEVERAL = frozenset({"states", "countries", "nations", "powers", "governments"})


#: types of what an authority does to its own people, and of what these do to make it give way
RULING = POWERS | {"RETREAT", "REQUEST", "ACCUSE", "REJECT", "AGREE", "CONSULT"}
DEFYING = frozenset({"PROTEST", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
#: sectors of authorities, and of those who fight or rob at home
AUTHORITIES = AT_HOME_IN_POWER | {"GOV"}
OUTLAWS = frozenset({"REB", "UAF", "CRM"})
#: those who live under an authority
RULED = AT_HOME | {"PRO", "MED", "ELI"} | OUTLAWS


def with_countries(events: Sequence[Event], main_country: str | None, only_country: str | None = None) -> list[Event]:
    """Give people without a country that of the place they are met at, office holders the main country of the text.

    ``only_country`` is the one country that the text names at all.
    """
    return [_of_one_land(_placed(event, main_country), only_country) for event in events]


def _of_one_land(event: Event, country: str | None) -> Event:
    """Give people the one country of a text where its authorities stand on the other side: "*workers* urged the premier"."""
    if country is None or any(place.country not in {None, country} for place in event.places):
        return event
    armed = event.plover == "ASSAULT" and bool(event.places)
    under = armed or (event.plover in RULING and _rule(event.agents, country))
    against = armed or (event.plover in DEFYING and _rule(event.targets, country))
    ruled = OUTLAWS if armed else RULED
    return replace(
        event,
        agents=tuple(_own(a, country, ruled) for a in event.agents) if against else event.agents,
        targets=tuple(_own(a, country, ruled) for a in event.targets) if under else event.targets,
    )


def _rule(actors: Sequence[Actor], country: str) -> bool:
    return bool(actors) and all(a.country == country and a.sector in AUTHORITIES for a in actors)


def _own(actor: Actor, country: str, sectors: frozenset[str]) -> Actor:
    told = actor.country or actor.id or actor.name or actor.antecedent or actor.candidates or _is_foreign(actor)
    return replace(actor, country=country) if not told and actor.sector in sectors else actor


def _placed(event: Event, main_country: str | None) -> Event:
    lands = {place.country for place in event.places}
    here = lands.pop() if len(lands) == 1 else None
    crowds = event.plover == "PROTEST" and not any(_is_abroad(place.text) for place in event.places)
    if not event.places and main_country and _is_in_power(event, main_country):
        here = main_country
    return replace(
        event,
        agents=tuple(_at_home(a, here, main_country, crowds=crowds) for a in event.agents),
        targets=tuple(_standing(_at_home(a, here, main_country), here) for a in event.targets),
    )


def _is_in_power(event: Event, country: str) -> bool:
    """Whether the police or a court of a country act on whom they have power over: "*Peruvian police* held ten miners"."""
    own = event.plover in POWERS and bool(event.agents)
    return own and all(a.country == country and a.sector in AT_HOME_IN_POWER for a in event.agents)


def _standing(thing: Actor, here: str | None) -> Actor:
    """What stands in a country and is not told to be another's: "jets hit *a depot* in Syria"."""
    bare = thing.kind == "Place" and not (thing.country or thing.id or thing.name or thing.antecedent)
    movable = _is_abroad(thing.text)
    return replace(thing, country=here) if here and bare and not movable and not _is_foreign(thing) else thing


def _is_abroad(text: str) -> bool:
    """Whether a place stands in one country and is another's."""
    return any(word.removesuffix("s") in ABROAD for word in text.lower().replace("-", " ").split())


def _at_home(actor: Actor, here: str | None, main_country: str | None, *, crowds: bool = False) -> Actor:
    if actor.country or actor.id or actor.antecedent or actor.candidates or _is_foreign(actor):
        return actor
    if here and (actor.sector in AT_HOME or (crowds and actor.sector == "PRO")) and actor.name is None:
        return replace(actor, country=here)
    if main_country and actor.sector in IN_OFFICE:
        return replace(actor, country=main_country)
    return actor


def _is_foreign(actor: Actor) -> bool:
    words = actor.text.lower().replace("-", " ").split()
    if actor.head.text.lower() in SEVERAL:
        return True
    return any(word.rstrip("s") in FOREIGN or word in FOREIGN for word in words)
