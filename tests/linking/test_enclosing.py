"""Places that the index lacks, in what they lie in; small namesakes elsewhere that are not meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from spacy.tokens import Token

from kg.linking.surroundings import Surroundings
from kg.model import Place, Record

pytestmark = pytest.mark.model


def place_of(found: Record, trigger: str) -> Place:
    """The first place of an event."""
    return next(e for e in found.events if e.trigger.text == trigger).places[0]


CITY = "An army patrol reached Bogota. Shops in Bogota were shut."
#: text, trigger, words of the place → what it lies in, country, precision
ROWS = [
    # behind the name
    ("Gunmen attacked the Oruba Hotel at a busy junction in Mogadishu.",
     "attacked", "Oruba Hotel", "Mogadishu", "SOM", "settlement"),
    ("Gunmen attacked the village of Orubato in Seno province.", "attacked", "Orubato", "Séno", "BFA", "admin2"),
    ("Gunmen attacked the village of Orubato in Ukraine's Kharkiv region.",
     "attacked", "Orubato", "Kharkiv", "UKR", "admin1"),
    ("Gunmen attacked the village of Orubato, near Nyala in South Darfur.",
     "attacked", "Orubato", "Nyala", "SDN", "region"),
    ("Gunmen attacked the Oruba camp for displaced people in Goma.",
     "attacked", "Oruba camp", "Goma", "COD", "settlement"),
    # before it, and beside it at the verb
    ("Gunmen attacked a bank in Bogota's Orubato neighbourhood.", "attacked", "Orubato", "Bogotá", "COL", "settlement"),
    ("In Bogota, gunmen attacked the Oruba Hotel.", "attacked", "Oruba Hotel", "Bogotá", "COL", "settlement"),
    # by the rest of the text
    (f"{CITY} Gunmen attacked the Oruba Hotel.", "attacked", "Oruba Hotel", "Bogotá", "COL", "settlement"),
    (f"{CITY} Gunmen attacked a bank in the city's Orubato district.",
     "attacked", "Orubato", "Bogotá", "COL", "settlement"),
    ("Nyala and Kas in South Darfur are calm. Gunmen attacked the village of Orubato.",
     "attacked", "Orubato", "South Darfur", "SDN", "admin1"),
    ("Gunmen attacked the village of Orubato. Orubato, in Seno province, is small.",
     "attacked", "Orubato", "Séno", "BFA", "admin2"),
    # what is told of another happening is no sign
    ("Gunmen attacked the Oruba Hotel in response to raids in Goma.",
     "attacked", "Oruba Hotel", "Democratic Republic of the Congo", "COD", "country"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "words", "within", "country", "precision"), ROWS)
def test_a_place_without_a_point_takes_that_of_what_it_lies_in(
    read: Callable[[str], Record], text: str, trigger: str, words: str, within: str, country: str, precision: str
) -> None:
    found = place_of(read(text), trigger)
    assert (found.text, found.name, found.latitude is None) == (words, None, False)
    assert (found.within, found.country, found.precision) == (within, country, precision)


def test_a_place_of_the_index_without_a_point_takes_that_of_its_area(read: Callable[[str], Record]) -> None:
    found = place_of(read("Gunmen attacked a convoy in Muidumbe district, Cabo Delgado."), "attacked")
    assert (found.name, found.within, found.precision) == ("Muidumbe", "Cabo Delgado", "admin1")


def test_the_words_around_a_name_are_read_once_for_each_time_that_it_stands(
    read: Callable[[str], Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_around: list[int] = []
    around = Surroundings.of

    def counted(self: Surroundings[Place], first: Token, last: Token) -> Iterator[tuple[Place, str]]:
        read_around.append(first.i)
        return around(self, first, last)

    monkeypatch.setattr(Surroundings, "of", counted)
    read("Gunmen attacked the village of Orubato. " * 12)
    assert len(read_around) == len(set(read_around)) == 12
