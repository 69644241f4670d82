"""Bodies by their people, lines, seats and short names; the words of a mention and of its head."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.linking.actors import ActorReader
from kg.model import Actor

Read = Callable[..., ActorReader]


def read(read_actors: Read, sentence: str, word: str, *, acting: bool = True) -> Actor:
    reader = read_actors(sentence)
    return reader.actor([t for t in reader.words.doc if t.text == word][-1], acting=acting)


@pytest.mark.parametrize(
    ("sentence", "word", "kind", "identifier"),
    [
        ("Armed forces members killed a farmer.", "members", "Military", None),
        ("Taliban members killed a farmer.", "members", "ArmedGroup", "actor:taliban"),
        ("Rebels belonging to the Taliban attacked the convoy.", "Rebels", "ArmedGroup", "actor:taliban"),
        ("Guerrillas attacked army positions near Lesk.", "positions", "Military", None),
        (
            "The Taliban denied the report. The rebels attacked a convoy in Kunduz, Afghanistan.",
            "rebels",
            "ArmedGroup",
            "actor:taliban",
        ),
    ],
)
def test_people_and_lines_are_those_of_their_body(
    read_actors: Read, sentence: str, word: str, kind: str, identifier: str | None
) -> None:
    found = read(read_actors, sentence, word, acting=word != "positions")
    assert (found.kind, found.id) == (kind, identifier)


def test_a_short_name_stands_for_the_full_one_that_introduced_it(read_actors: Read) -> None:
    text = "The Revolutionary Armed Forces of Colombia (Farc) denied the report. The Farc attacked a convoy."
    found = read(read_actors, text, "Farc")
    assert found.id == "actor:farc"
    assert found.antecedent is not None
    assert found.antecedent.text == "Revolutionary Armed Forces of Colombia"


@pytest.mark.parametrize(
    ("sentence", "word", "words", "head"),
    [
        ("The two other wounded nuns were flown to Lesk.", "nuns", "nuns", "nuns"),
        (
            "Gunmen burned the offices of the Northern Party.",
            "offices",
            "the offices of the Northern Party",
            "offices of the Northern Party",
        ),
    ],
)
def test_the_words_of_a_mention(read_actors: Read, sentence: str, word: str, words: str, head: str) -> None:
    found = read(read_actors, sentence, word, acting=False)
    assert (found.text, found.head.text) == (words, head)


@pytest.mark.parametrize(
    ("sentence", "word", "antecedent"),
    [
        ("Ten people were killed and 20 were wounded in Lesk.", "20", "Ten people"),
        ("Police named the victims, one of whom was a nun.", "whom", "the victims"),
    ],
)
def test_numbers_and_relatives_stand_for_people(read_actors: Read, sentence: str, word: str, antecedent: str) -> None:
    found = read(read_actors, sentence, word, acting=False)
    assert found.antecedent is not None
    assert found.antecedent.text == antecedent


def test_a_plural_in_title_case_is_known(read_actors: Read) -> None:
    found = read(read_actors, "Two Jesuits were killed in Lesk.", "Jesuits", acting=False)
    assert (found.kind, found.sector) == ("Civilians", "REL")
