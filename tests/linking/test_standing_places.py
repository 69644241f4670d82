"""A noun for a town says where something was done, in the town that it stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words
from kg.linking.coreference import Antecedents
from kg.linking.standing_places import standing_place
from kg.model import Place

ENTERED = "Militants entered {} at dawn. They carried out attacks across the city."


@pytest.mark.parametrize(
    ("name", "precision", "expected"),
    [("Maiduguri", "settlement", [("the city", "Maiduguri", "across")]), ("Nigeria", "country", [])],
)
def test_a_town_that_a_noun_stands_for(
    look_up: Callable[[str], Words], name: str, precision: str, expected: list[tuple[str, str, str]]
) -> None:
    text = ENTERED.format(name)
    words = look_up(text)
    start = text.index(name)
    token = next(t for t in words.doc if t.text == name)
    named = {token.i: Place(start, start + len(name), name, name, precision=precision)}  # type: ignore[arg-type]
    (attack,) = (d for d in events(words)[0] if words.doc[d.head].text == "attacks")
    found = standing_place(attack, Antecedents(words), named, text)
    assert [(p.text, p.name, p.relation) for p in found] == expected
