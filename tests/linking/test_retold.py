"""One happening told in several sentences, and several told side by side: how many there are, and of what."""

from __future__ import annotations

import pytest

import kg
from kg.model import Event

pytestmark = pytest.mark.model


def incidents(text: str) -> list[set[str]]:
    """The triggers of each happening of a report, in text order."""
    (record,) = kg.read(text, published="1995-05-05")
    found: dict[str, list[Event]] = {}
    for event in record.events:
        found.setdefault(event.incident, []).append(event)
    return [{event.trigger.text for event in told} for told in found.values()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # whom the lead only counts is named behind it
        (
            "Two masked men shot dead a soldier on Monday night. Sergeant Ivo Sand, 41, was executed, a caller said.",
            {"shot dead", "executed"},
        ),
        # the victims are those told before
        (
            "Police found the bodies of Ana Ruiz and Eva Berg, who were murdered. The victims were kidnapped on Monday.",
            {"murdered", "kidnapped"},
        ),
        # somebody is taken but once, in whatever town and by whatever plan
        (
            "Senator Ivo Sand was kidnapped in Lesk. The gang had planned for weeks to kidnap Ivo Sand.",
            {"kidnapped", "kidnap"},
        ),
        # blasts, by the verb that they are the subject of
        ("Nine people were killed on Monday when four bomb blasts rocked Lesk.", {"killed", "bomb blasts rocked"}),
        # a bomb told again, though men fired too
        (
            "Rebels set off two bombs in a shop in Lesk on Monday and then fired on nuns. The bombs exploded in the Oru bazaar.",
            {"set off", "fired on", "exploded"},
        ),
        # whose death
        (
            "Ana Ruiz was assassinated a month ago. Many people have died in the war. Her death shook the town.",
            {"assassinated", "death"},
        ),
    ],
)
def test_one_happening_told_again(text: str, words: set[str]) -> None:
    assert any(words <= told for told in incidents(text))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Soon after the attack on the bazaar, a bomber killed three guards at a bridge.", "attack", "killed"),
        ("Minutes after the raid on the port, gunmen shot a judge in Oru.", "raid", "shot"),
        (
            "Rebels murdered a mayor and six nuns on Friday. An army patrol clashed with rebels on Monday. "
            "Nine rebels and two soldiers were killed in the fighting.",
            "murdered",
            "fighting",
        ),
        (
            "A bomb went off in a market in Lesk. The blast came hours after raiders attacked the village of Oru.",
            "went off",
            "attacked",
        ),
    ],
)
def test_two_happenings_side_by_side(text: str, one: str, other: str) -> None:
    found = incidents(text)
    assert not any({one, other} <= told for told in found)
    assert {one, other} <= set().union(*found)


def test_a_fight_told_again_is_the_one_before() -> None:
    text = (
        "Rebels murdered a mayor and six nuns on Friday. An army patrol clashed with rebels on Monday. "
        "Nine rebels and two soldiers were killed in the fighting."
    )
    assert {"clashed", "killed", "fighting"} in incidents(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("About 40,000 people have been killed since the army took power in 1992.", "killed"),
        ("It brings to 62 the number of mayors murdered since the war broke out ten years ago.", "murdered"),
        ('"Bandits are killing nuns almost every day," he said.', "killing"),
    ],
)
def test_what_is_summed_up_is_no_happening_of_the_report(text: str, word: str) -> None:
    before = "A bomb wounded two guards in Lesk on Monday. It went off in a bus. Nobody claimed it. Police sealed off the port. "
    assert not any(word in told for told in incidents(before + text))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The army suffered 14 dead and three wounded in the fighting.", {"Military"}),
        ("There were 26 dead among the soldiers.", {"Military"}),
        ("The rebels inflicted 14 dead and 20 wounded on the army.", {"ArmedGroup", "Military"}),
        ("A rebel was killed and two others were wounded.", {"ArmedGroup"}),
        ("A police chief was killed and seven others were wounded.", {"Police", "Civilians"}),
    ],
)
def test_the_dead_are_of_their_side(text: str, kinds: set[str]) -> None:
    (record,) = kg.read(text)
    deaths = [e for e in record.events if e.action in {"Killing", "Wounding"}]
    assert {a.kind for e in deaths for a in (*e.agents, *e.targets)} <= kinds
    assert any(e.targets for e in deaths)


def test_whoever_has_wounds_suffers() -> None:
    (record,) = kg.read("Ivo Sand had bullet wounds in both legs.")
    assert [[a.text for a in e.targets] for e in record.events] == [["Ivo Sand"]]


def test_the_agency_of_a_dateline_is_nobody_of_the_report() -> None:
    (record,) = kg.read("LESK, 3 May 91 (AFP) -- Rebels threw a grenade at a bus and fired on it.")
    assert not any(a.kind == "Media" for e in record.events for a in (*e.agents, *e.targets))
