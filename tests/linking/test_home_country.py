"""The country of a report, for local names and for incidents without a place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.linking.gazetteer import load
from kg.linking.home_country import HomeCountry
from kg.model import Event, Place, Span

TEXT = "LESK, Peru, 4 May (Wire) -- Gunmen shot a mayor. Another town, Varna, was calm."
LESK = Place(0, 4, "LESK", "Lesk", 1, country="PER", precision="settlement")
PERU = Place(6, 10, "Peru", "Peru", 2, country="PER", precision="country", relation="in")
VARNA = Place(63, 68, "Varna", "Varna", 3, country="PER", precision="settlement")
SHOT = Event(
    "event:1", "incident:1", "Shooting", "ASSAULT", "180", None, Span(35, 39, "shot"), Span(28, 48, TEXT[28:48])
)


def complete(places: tuple[Place, ...], events: list[Event], text: str = TEXT, sentences: int = 9) -> list[Event]:
    return HomeCountry(places, text, load()).complete(events, sentences)


def test_an_incident_without_a_place_is_in_the_country_of_the_dateline() -> None:
    again = replace(SHOT, id="event:2")
    first, second = complete((LESK, PERU, VARNA), [SHOT, again])
    assert [(p.text, p.precision, p.relation) for p in first.places] == [("Peru", "country", None)]
    assert second.places == ()


def test_a_country_that_the_text_does_not_name_stands_at_the_town_of_the_dateline() -> None:
    (event,) = complete((LESK, VARNA), [SHOT])
    assert [(p.text, p.name, p.country, p.precision) for p in event.places] == [("LESK", "Peru", "PER", "country")]


@pytest.mark.parametrize(
    ("places", "text", "sentences"),
    [
        ((LESK, PERU, VARNA), TEXT.replace(" --", ""), 9),
        ((LESK, PERU, VARNA), TEXT, 2),
        ((LESK, replace(VARNA, country="BGR")), TEXT, 9),
        ((LESK,), TEXT, 9),
    ],
    ids=["no dateline", "a note", "places in two countries", "a dateline alone"],
)
def test_no_country_is_given_without_good_signs(places: tuple[Place, ...], text: str, sentences: int) -> None:
    assert complete(places, [SHOT], text, sentences)[0].places == ()


def test_words_and_dealings_get_no_country() -> None:
    assert complete((LESK, PERU, VARNA), [replace(SHOT, plover="ACCUSE")])[0].places == ()


def test_a_name_that_the_index_lacks_lies_in_the_country_of_the_other_places() -> None:
    barracks = Place(40, 44, "Ormo barracks")
    (event,) = complete((LESK, PERU), [replace(SHOT, places=(barracks,))])
    (around,) = event.places
    assert (around.name, around.within, around.country, around.precision) == (None, "Peru", "PER", "country")
    (abroad,) = complete((LESK, PERU), [replace(SHOT, places=(barracks, replace(VARNA, country="BGR")))])
    assert {p.country for p in abroad.places} == {"BGR"}
