"""What an act was done with, told in another part of its sentence: sentence → action: weapons."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words

LookUp = Callable[[str], Words]


@pytest.mark.parametrize(
    ("sentence", "action", "tools"),
    [
        ("Troops fired live rounds at miners in Lima, killing two nurses and wounding four.", "Killing", ["rounds"]),
        ("Troops fired live rounds at miners in Lima, killing two nurses and wounding four.", "Wounding", ["rounds"]),
        ("Two guards were wounded when a mine exploded under their truck.", "Wounding", ["mine"]),
        ("Men armed with machetes and spears attacked a mill.", "Attack", ["machetes", "spears"]),
        ("Rebels shelled a clinic with rockets, nurses said, killing two guards.", "Killing", ["rockets"]),
        ("A guard was killed by a booby-trapped parcel.", "Killing", ["parcel"]),
        ("Guards held two men armed with machetes.", "Arrest", []),  # theirs, not the guards'
    ],
)
def test_what_it_was_done_with(look_up: LookUp, sentence: str, action: str, tools: list[str]) -> None:
    words = look_up(sentence)
    draft = next(d for d in events(words)[0] if d.action == action)
    assert [words.doc[i].text for i in draft.instruments] == tools


def test_a_parcel_that_does_not_explode_is_no_bomb(look_up: LookUp) -> None:
    words = look_up("A parcel lay in the hall.")
    assert [words.instrument(token) for token in words.doc] == [None] * len(words.doc)
