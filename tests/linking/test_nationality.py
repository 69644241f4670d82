"""Whose people bare nouns are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.linking.nationality import with_countries
from kg.model import Actor, Event, Place, Span

WORDS = Span(0, 9, "villagers")


def actor(text: str, sector: str | None, **known: str) -> Actor:
    return Actor(0, len(text), text, head=Span(0, len(text), text), sector=sector, **known)


def event(target: Actor, *countries: str) -> Event:
    places = tuple(Place(0, 1, "x", country=country) for country in countries)
    return Event("e", "i", "Killing", "ASSAULT", "180", None, WORDS, WORDS, targets=(target,), places=places)


@pytest.mark.parametrize(
    ("target", "countries", "main", "expected"),
    [
        (actor("villagers", "CVL"), ("NPL",), None, "NPL"),
        (actor("some students", "EDU"), ("IDN", "IDN"), None, "IDN"),
        (actor("villagers", "CVL"), ("NPL", "IND"), None, None),
        (actor("villagers", "CVL"), (), "NPL", None),
        (actor("soldiers", "MIL"), ("NPL",), "NPL", None),
        (actor("refugees", "REF"), ("NPL",), None, None),
        (actor("foreign tourists", "CVL"), ("NPL",), None, None),
        (actor("the president", "GOV"), (), "KEN", "KEN"),
        (actor("the opposition", "OPP"), (), "KEN", "KEN"),
        (actor("the president", "GOV"), (), None, None),
        (actor("African leaders", "GOV"), (), "KEN", None),
        (Actor(0, 15, "the Gulf states", head=Span(9, 15, "states"), sector="GOV"), (), "KEN", None),
        (actor("French villagers", "CVL", country="FRA"), ("NPL",), None, "FRA"),
        (actor("villagers", "CVL", id="actor:MMR-CVL"), ("NPL",), None, None),
    ],
)
def test_people_have_the_country_they_are_met_in(
    target: Actor, countries: tuple[str, ...], main: str | None, expected: str | None
) -> None:
    (found,) = with_countries([event(target, *countries)], main)
    assert found.targets[0].country == expected


POLICE = Actor(0, 6, "police", head=Span(0, 6, "police"), sector="COP", country="PER")


@pytest.mark.parametrize(
    ("agent", "plover", "main", "expected"),
    [
        (POLICE, "COERCE", "PER", "PER"),
        (POLICE, "COERCE", None, None),
        (POLICE, "COERCE", "CHL", None),
        (POLICE, "CONSULT", "PER", None),
        (replace(POLICE, sector="MIL"), "COERCE", "PER", None),
    ],
)
def test_police_have_power_over_their_own(agent: Actor, plover: str, main: str | None, expected: str | None) -> None:
    arrest = replace(event(actor("miners", "LAB")), plover=plover, agents=(agent,))
    (found,) = with_countries([arrest], main)
    assert found.targets[0].country == expected


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (actor("a depot", None, kind="Place"), "SYR"),
        (actor("the embassy", None, kind="Place"), None),
        (actor("foreign bases", None, kind="Place"), None),
        (actor("a depot", None, kind="Place", country="IRN"), "IRN"),
        (actor("the deck of a tanker", None, kind="Place"), None),
        (actor("rifles", None, kind="Object"), None),
    ],
)
def test_what_stands_in_a_country_is_its(thing: Actor, expected: str | None) -> None:
    (found,) = with_countries([event(thing, "SYR")], None)
    assert found.targets[0].country == expected


@pytest.mark.parametrize(
    ("agent", "target", "plover", "only", "expected"),
    [
        (actor("workers", "LAB"), actor("the premier", "GOV", country="PER"), "REQUEST", "PER", ("PER", "PER")),
        (actor("workers", "LAB"), actor("the premier", "GOV", country="PER"), "REQUEST", None, (None, "PER")),
        (actor("the premier", "GOV", country="PER"), actor("a blogger", "MED"), "COERCE", "PER", ("PER", "PER")),
        (actor("the premier", "GOV", country="PER"), actor("refugees", "REF"), "COERCE", "PER", ("PER", None)),
        (actor("gunmen", "UAF"), actor("an envoy", "GOV", country="PER"), "ASSAULT", "PER", (None, "PER")),
    ],
)
def test_a_text_on_one_land_tells_of_its_people(
    agent: Actor, target: Actor, plover: str, only: str | None, expected: tuple[str | None, str | None]
) -> None:
    told = replace(event(target), plover=plover, agents=(agent,))
    (found,) = with_countries([told], None, only)
    assert (found.agents[0].country, found.targets[0].country) == expected
