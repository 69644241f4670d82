"""People whose names a text tells apart from what was done to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.words import Words
from kg.linking.actors import ActorReader
from kg.linking.coreference import Antecedents

#: text, a noun (its first occurrence), the last words of the names it stands for
ROWS = [
    (
        "Two students were shot dead in Lesk on Monday. The victims were identified as Ana Ruiz and Ivo Sand.",
        "students",
        ["Ruiz", "Sand"],
    ),
    ("Gunmen killed a man, later identified as Ivo Sand, in Lesk.", "man", ["Sand"]),
    ("A soldier was killed in Lesk. The soldier was identified as Ivo Sand.", "soldier", ["Sand"]),
    ("Rebels kidnapped two doctors, Paul Berg and Ana Ruiz, in Lesk.", "doctors", ["Berg", "Ruiz"]),
    ("Gunmen killed five guards, John Smith said.", "guards", []),
    ("Police wounded two gunmen in Lesk. The dead were Ana Ruiz and Ivo Sand.", "gunmen", []),
    (
        "Three guards were shot in Lesk. The victims were identified as Ana Ruiz and Ivo Sand.",
        "guards",
        [],
    ),
    ("The two wounded nuns are Ana Ruiz and Eva Berg.", "nuns", ["Ruiz", "Berg"]),
    ("Ana Ruiz and Eva Berg were the nuns killed.", "nuns", ["Ruiz", "Berg"]),
    ("Ana Ruiz and Eva Berg were two nuns.", "nuns", []),
    ("The army identified one of the dead as Ivo Sand.", "one", ["Sand"]),
    ("Police identified the dead men as Omar Haddad and Sami Nasser.", "men", ["Haddad", "Nasser"]),
    ("Patrols killed two cooks: Ana Ruiz, a Swede, and Paul Berg, a Dane.", "cooks", ["Ruiz", "Berg"]),
]


@pytest.mark.parametrize(("text", "noun", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_names_of_those_told(look_up: Callable[[str], Words], text: str, noun: str, expected: list[str]) -> None:
    words = look_up(text)
    head = next(t for t in words.doc if t.text == noun)
    assert [name.text for name in Antecedents(words).named(head)] == expected


def test_each_of_several_is_an_actor_of_his_own(read_actors: Callable[..., ActorReader]) -> None:
    reader = read_actors("Rebels kidnapped two doctors, Paul Berg and Ana Ruiz, in Lesk.")
    head = next(t for t in reader.words.doc if t.text == "doctors")
    found = reader.actors(head, acting=False)
    assert [(a.text, a.name, a.number) for a in found] == [
        ("two doctors", "Paul Berg", None),
        ("two doctors", "Ana Ruiz", None),
    ]


def test_names_right_behind_a_noun_are_several(read_actors: Callable[..., ActorReader]) -> None:
    reader = read_actors("The strike killed journalists Omar Haddad and Sami Nasser.")
    head = next(t for t in reader.words.doc if t.text == "journalists")
    assert [a.name for a in reader.actors(head, acting=False)] == ["Omar Haddad", "Sami Nasser"]


def test_a_named_soldier_is_still_of_the_armed_forces(read_actors: Callable[..., ActorReader]) -> None:
    reader = read_actors("A soldier was killed in Lesk. The soldier was identified as Ivo Sand.")
    head = next(t for t in reader.words.doc if t.text == "soldier")
    (found,) = reader.actors(head, acting=False)
    assert (found.name, found.sector) == ("Ivo Sand", "MIL")
