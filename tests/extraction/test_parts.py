"""What is hit where the words name a part of it or what it is beside, and who is hit with whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words


@pytest.mark.parametrize(
    ("text", "word", "hit"),
    [
        ("A bomb damaged the windows of the consulate.", "damaged", ["consulate"]),
        ("A bomb exploded on the third floor of the hotel.", "exploded", ["hotel"]),
        ("A bomb exploded in a bank.", "exploded", ["bank"]),
        ("A bomb exploded in Lesk.", "exploded", []),
        ("The explosion took place at a bank.", "explosion", ["bank"]),
        ("A bomb went off opposite a bank.", "went", ["bank"]),
        ("Raiders placed a bomb across from the bank.", "placed", ["bank"]),
        ("The blast destroyed a stretch of the pipeline.", "destroyed", ["pipeline"]),
        ("The blast destroyed a section of the town.", "destroyed", ["section"]),
        ("The front part of the bus was destroyed by a blast.", "destroyed", ["bus"]),
        ("The judge was killed together with his driver.", "killed", ["judge", "driver"]),
        ("Two nuns were shot along with their driver.", "shot", ["nuns", "driver"]),
        ("Soldiers along with militiamen shot a farmer.", "shot", ["farmer"]),
        ("One of the wounded is Ana Ruiz, a nurse.", "wounded", ["Ruiz"]),
        ("Three people were injured, including the pilot Ana Ruiz.", "injured", ["people", "pilot"]),
        ("Two people were injured: Ana Ruiz, a nurse, and Ivo Sand, a guard.", "injured", ["Ruiz", "Sand"]),
        ("The attack took place at 0200.", "attack", []),
        ("A bomb exploded outside the ministry.", "exploded", ["ministry"]),
        ("The shock wave shattered the windows of a school.", "shattered", ["school"]),
        ("Raiders used explosives against a bridge.", "used", ["bridge"]),
        ("Raiders carried out sabotage against the power grid.", "sabotage", ["grid"]),
        ("Two cars were shot at on Monday.", "shot", ["cars"]),
        ("They listed 57 people who were killed and 18 who are missing.", "killed", ["people"]),
        ("The rebels inflicted ten casualties on the army.", "inflicted", ["army"]),
    ],
)
def test_who_and_what_is_hit(text: str, word: str, hit: list[str], look_up: Callable[[str], Words]) -> None:
    words = look_up(text)
    found = {i for d in events(words)[0] if words.doc[d.head].text == word for i in d.targets}
    assert [words.doc[i].text for i in sorted(found)] == hit
