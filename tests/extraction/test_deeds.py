"""Who is told to have done what the text told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words

MURDERED = "Gunmen murdered a judge in Lesk. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            MURDERED + "The crime was committed by members of a drug gang.",
            [("crime", "Killing", "anaphor", ["members"])],
        ),
        (MURDERED + "The police blamed rebels for the crime.", [("crime", "Killing", "anaphor", ["rebels"])]),
        ("The mayor opened a market in Lesk. The police blamed rebels for the crime.", []),
    ],
)
def test_a_deed_is_the_violence_told_before(
    text: str, expected: list[tuple[str, str, str, list[str]]], look_up: Callable[[str], Words]
) -> None:
    words = look_up(text)
    drafts, _ = events(words)
    found = [
        (words.doc[d.head].text, d.action, d.rule, [words.doc[i].text for i in d.agents])
        for d in drafts
        if words.doc[d.head].text == "crime"
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "action", "agents", "targets"),
    [
        (
            "Heavy clashes went on for hours between rebel fighters and government soldiers.",
            "ArmedClash",
            ["fighters"],
            ["soldiers"],
        ),
        ("Rebel planes napalmed a village in Lesk.", "Airstrike", ["planes"], ["village"]),
        ("Snipers sniped at soldiers in Lesk.", "Shooting", ["Snipers"], ["soldiers"]),
        ("Troops reoccupied the town of Lesk.", "TerritoryRecapture", ["Troops"], ["town"]),
        ("A lorry packed with explosives rammed the gate of the barracks.", "SuicideBombing", [], ["barracks"]),
        ("Gunmen fired sarin-filled shells at the town.", "ChemicalAttack", ["Gunmen"], ["town"]),
        ("Helicopters dumped barrels of chlorine on the town.", "ChemicalAttack", [], ["town"]),
        ("The rape of a nun by soldiers was reported in Lesk.", "SexualViolence", ["soldiers"], ["nun"]),
    ],
)
def test_war_is_told_in_many_words(
    text: str, action: str, agents: list[str], targets: list[str], look_up: Callable[[str], Words]
) -> None:
    words = look_up(text)
    drafts, _ = events(words)
    found = [d for d in drafts if d.action == action]
    assert [[words.doc[i].text for i in d.agents] for d in found] == [agents], drafts
    assert [[words.doc[i].text for i in d.targets] for d in found] == [targets]
