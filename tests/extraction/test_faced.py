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
