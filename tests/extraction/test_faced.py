"""Whom a show of force or a crowd faces, refusals that say no by a word of theirs, and who acts by a vehicle."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words

LookUp = Callable[[str], Words]

#: sentence → action, status, who > whom
TOLD = [
    # by where it is, by what it tells, by whose forces it answers
    ("Togo massed tanks on the border with Ghana.", "Deployment asserted: Togo > Ghana"),
    ("Togo sent a destroyer through the strait as a warning to Iran.", "Deployment asserted: Togo > Iran"),
    ("Togo scrambled jets after Ghanaian planes neared the islands.", "ShowOfForce asserted: Togo > Ghanaian"),
    ("Teachers rallied outside the Ghanaian embassy.", "Protest asserted: Teachers > Ghanaian"),
    ("Togo moved tanks close to the Ghanaian border.", "Deployment asserted: Togo > Ghanaian"),
    ("Togo built trenches along a ridge facing Ghana.", "Mobilization asserted: Togo > Ghana"),
    # the only other state of the clause
    ("Togolese students marched in Lome over Ghanaian tolls.", "Protest asserted: students > Ghanaian"),
    # whose a thing is
    ("Togo rejected a Ghanaian offer of grain.", "RejectPlan asserted: Togo > Ghanaian"),
    ("Togo vetoed a draft written by Ghana.", "Veto asserted: Togo > Ghana"),
    ("Togo praised the efforts Ghana has made.", "Endorsement asserted: Togo > Ghana"),
    ("Togo complained that the drone had been sent by Ghana.", "Complaint asserted: Togo > Ghana"),
    ("Togo had no intention of paying Ghana.", "Rejection asserted: Togo > Ghana"),
    ("Togo said it would close the strait if Ghana kept its ships.", "ThreatOfForce asserted: it > Ghana"),
    # nobody faces himself
    ("Ghana's army massed troops on its border.", "Deployment asserted: army > "),
    # "never" and "no" are words of the refusal, and so is its "would"
    ("Togo would never accept a truce with Ghana.", "Rejection asserted: Togo > Ghana"),
    ("Togo saw no point in talks with Ghana.", "Rejection asserted: Togo > Ghana"),
    # who is let do something
    ("The guerrillas let three hostages go.", "PrisonerRelease asserted: guerrillas > hostages"),
    # whose bulldozers they are
    ("Ghanaian bulldozers razed the village.", "PropertyDestruction asserted: Ghanaian > village"),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_who_faces_whom(look_up: LookUp, sentence: str, expected: str) -> None:
    words = look_up(sentence)
    found = [
        f"{d.action} {d.status}: {', '.join(words.doc[i].text for i in d.agents)}"
        f" > {', '.join(words.doc[i].text for i in d.targets)}"
        for d in events(words)[0]
    ]
    assert expected in found


def test_firms_of_two_states_deal_with_one_another(look_up: LookUp) -> None:
    drafts, _ = events(look_up("Togolese and Ghanaian firms signed contracts."))
    assert [(draft.action, draft.reciprocal) for draft in drafts] == [("EconomicCooperation", True)]


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("The retailer agreed to buy a rival.", []),
        ("The bank promised savers a bonus.", []),
        ("The novelist accuses her father of cruelty.", []),
        ("Villagers rejected the offer.", ["RejectPlan"]),
    ],
)
def test_dealings_of_nobody_in_public_life_are_no_events(look_up: LookUp, sentence: str, actions: list[str]) -> None:
    assert [draft.action for draft in events(look_up(sentence))[0]] == actions
