"""Who killed those who die of a deed told before them, and by what nothing is done: sentence → action: agents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words

LookUp = Callable[[str], Words]


@pytest.mark.parametrize(
    ("sentence", "action", "doers"),
    [
        ("Guards shot two miners; one of them bled to death.", "Killing", ["Guards"]),
        ("A miner who was hit by a canister fired by the riot police died on Sunday.", "CrowdControl", ["police"]),
        ("A miner who was hit by a canister fired by the riot police died on Sunday.", "Killing", ["police"]),
        ("Police fired on the miners, and doctors put the number of dead at twelve.", "Killing", ["Police"]),
        ("Rebels attacked a patrol and soldiers fired back; two of them died.", "Killing", []),  # two of whom?
        ("Six thousand people were arrested by an official count.", "Arrest", []),
    ],
)
def test_those_who_die_of_a_deed_were_killed_by_its_doers(
    look_up: LookUp, sentence: str, action: str, doers: list[str]
) -> None:
    words = look_up(sentence)
    draft = next(d for d in events(words)[0] if d.action == action)
    assert [words.doc[i].text for i in draft.agents] == doers


def test_an_arrest_that_ends_a_strike_is_still_to_come(look_up: LookUp) -> None:
    drafts = events(look_up("The miners will strike until their leader is released."))[0]
    assert [d.status for d in drafts if d.action == "PrisonerRelease"] == ["hypothetical"]
