"""Clauses that leave out their verb, by written parses of invented sentences: what was done to how many, and where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.casualties import casualties
from kg.extraction.events import events
from kg.extraction.words import Words

ROWS = [
    (
        "Three people were killed in Lesk on Monday and two in Norn on Tuesday.",
        ["killed people 3", "two two @ Norn 2"],
    ),
    (
        "Five soldiers were killed in Mopti, three in Gao and one in Kidal.",
        ["killed soldiers 5", "three three @ Gao 3", "one one @ Kidal 1"],
    ),
    (
        "Rebels killed four farmers in Jos and six others in Bokkos.",
        ["killed farmers 4", "others others @ Bokkos 6"],
    ),
    # a part of those told before, and no place
    ("At least 20 people were killed in Syria, eight in Aleppo.", ["killed people 20"]),
    ("Three people were killed in Lesk and two in an ambush.", ["killed people 3"]),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_each_clause_is_a_happening_of_its_own(
    look_up: Callable[[str], Words], sentence: str, expected: list[str]
) -> None:
    words = look_up(sentence)
    dead = {toll.trigger.i: toll.low for toll in casualties(words.doc)}
    found = []
    for draft in events(words)[0]:
        if draft.action == "Killing":
            targets, places = (" ".join(words.doc[i].text for i in part) for part in (draft.targets, draft.places))
            where = f" @ {places}" if draft.rule == "gapped" else ""
            found.append(f"{words.doc[draft.head].text} {targets}{where} {dead[draft.head]}")
    assert found == expected
