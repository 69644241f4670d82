"""Bombs, what goes off by a pronoun or a number, what only sounds like an attack, and those hit by their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Record

pytestmark = pytest.mark.model
Read = Callable[[str], Record]


def told(record: Record, trigger: str) -> tuple[str, list[str], list[str], list[str]]:
    """(action, agents, targets, instruments) of the event with a trigger; StopIteration if the text gives none."""
    found = next(e for e in record.events if e.trigger.text == trigger)
    sides = [[(a.antecedent or a).text for a in side] for side in (found.agents, found.targets)]
    return found.action, *sides, [tool.text for tool in found.instruments]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # bombs that are put somewhere, charges that blast, parcels that burn
        ("The men put a bomb under the bus of a choir.", "put", ("Bombing", ["The men"], ["the bus of a choir"], ["bomb"])),
        ("A charge ripped apart the office of the union.", "ripped apart", ("Bombing", [], ["the office of the union"], [])),
        ("Rebels placed a charge at the foot of a pylon.", "placed", ("Bombing", ["Rebels"], ["a pylon"], [])),
        # what goes off by a pronoun, a number or "one"
        ("Police found a charge in a cellar. It went off at 7.40am.", "went off", ("Bombing", [], [], [])),
        ("Police found five bombs. Three exploded near a bank.", "exploded", ("Bombing", [], ["a bank"], ["bombs"])),
        # who drives over a mine did not lay it
        ("A passenger bus set off a mine on the road.", "set off", ("RoadsideBombing", [], ["A passenger bus"], ["mine"])),
        ("Rebels set off a mine under a jeep.", "set off", ("RoadsideBombing", ["Rebels"], ["a jeep"], ["mine"])),
        # where somebody was shot
        ("Eleven were shot at the camp of the union.", "shot", ("Shooting", [], ["Eleven"], [])),
        # who acts, with an aside or a day between, or somebody's part
        ("There were two gunmen, one of them on crutches, who shot a nun.", "shot", ("Shooting", ["two gunmen"], ["a nun"], [])),
        ("On Friday riot police shot a nun.", "shot", ("Shooting", ["riot police"], ["a nun"], [])),
        ("Police foiled a plot on the part of rebels to bomb a mill.", "bomb", ("Bombing", ["rebels"], ["a mill"], [])),
        # a second deed, a reflexive that only stresses, what is burned by a pronoun
        ("Youths torched buses and hurled stones at officers.", "torched", ("Arson", ["Youths"], ["buses"], [])),
        ("A nurse was herself shot by a guard.", "shot", ("Shooting", ["a guard"], ["A nurse"], [])),
        ("Rebels stopped a bus, freed the driver and burned it.", "burned", ("Arson", ["Rebels"], ["a bus"], [])),
        # two callings of one person, first names, a name behind where somebody serves
        ("The writer and activist Ana Ruiz was shot.", "shot", ("Shooting", [], ["The writer and activist Ana Ruiz"], [])),
        ("The driver and the guard were shot.", "shot", ("Shooting", [], ["The driver", "the guard"], [])),
        ("Her sister Ana was shot.", "shot", ("Shooting", [], ["Her sister Ana"], [])),
        ("An officer of the unit, Ivo Sand Berg, died.", "died", ("Killing", [], ["An officer of the unit, Ivo Sand Berg"], [])),
        # what is left of people
        ("Two nuns suffered the loss of an eye in an attack.", "suffered the loss", ("Wounding", [], ["Two nuns"], [])),
    ],
)  # fmt: skip
def test_what_is_hit_by_whom(
    read: Read, text: str, trigger: str, expected: tuple[str, list[str], list[str], list[str]]
) -> None:
    assert told(read(text), trigger) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The blast that shook the port, killing two, was due to a gas leak and not to an act of terrorism.",
        "The explosion was caused by faulty wiring.",
        "The scandal has wounded the prestige of the crown.",
        "The minister is bombarded with letters.",
        "The union called the tax an attack on the pocketbook of the poor.",
        "An officer advanced the theory that the union had lied.",
    ],
)
def test_what_is_no_attack(read: Read, text: str) -> None:
    assert not [e for e in read(text).events if e.plover == "ASSAULT"]


def test_a_verb_that_says_nothing_takes_its_state_along(read: Read) -> None:
    record = read("The blast also left more than 90 people injured.")
    assert told(record, "left more than 90 people injured")[:3] == ("Wounding", [], ["more than 90 people"])


def test_who_says_nothing_of_it_has_not_done_it(read: Read) -> None:
    record = read("A bomb killed two men in Lima. The FMLN has not said that it was responsible.")
    assert [e.agents for e in record.events] == [()]


def test_the_loss_of_one_of_the_family_echoes_a_death(read: Read) -> None:
    record = read(
        "Gunmen killed six people in a mill in Lviv. Ana Ruiz lost her son. Ivo Sand lost his wife to cancer."
    )
    assert [e.trigger.text for e in record.events] == ["killed", "lost"]


def test_a_first_name_behind_a_friend_is_nobody_elses_surname(read: Read) -> None:
    record = read("Saddam Hussein was toppled in 2003. His friend Hussein was shot by guards.")
    assert told(record, "shot")[2] == ["His friend Hussein"]


def test_what_was_outside_a_town_may_be_in_a_village_there(read: Read) -> None:
    record = read("A bomb killed a minister outside the capital, Colombo. The explosion hit a queue in Weliweriya.")
    assert len({e.incident for e in record.events}) == 1
