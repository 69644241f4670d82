"""Short wire sentences read to the end, with the real model: action, status, agents, times."""

from __future__ import annotations

import pytest

import kg

ACTS = [
    ("Israel launched air strikes on Gaza.", "Airstrike", "asserted"),
    ("Teachers launched a strike against the government.", "LabourStrike", "asserted"),
    ("Miners were on strike in Zambia on Monday.", "LabourStrike", "asserted"),
    ("Russia carried out no airstrikes on Aleppo.", "Airstrike", "negated"),
    ("There were no strikes on Aleppo.", "Attack", "negated"),
    ("Iran launched no missiles at Israel.", "MissileStrike", "negated"),
]


@pytest.mark.parametrize(("text", "action", "status"), ACTS)
def test_strikes_of_two_kinds_and_none_at_all(text: str, action: str, status: str) -> None:
    assert [(row["action"], row["status"]) for row in kg.read(text).rows()] == [(action, status)]


UNTOLD = [
    ('"Death to traitors," a poster in Lesk read.', []),
    ("Smugglers trade stolen trucks in Lesk.", []),
    ("Police found the stolen trucks in Lesk.", ["Robbery"]),
    ("The general will give details on the murder of the judge.", ["Killing"]),
]


@pytest.mark.parametrize(("text", "actions"), UNTOLD)
def test_words_that_call_for_violence_or_say_of_what_kind_things_are(text: str, actions: list[str]) -> None:
    found = [e for e in kg.read(text)[0].events if e.plover in {"ASSAULT", "COERCE"} and e.status == "asserted"]
    assert [e.action for e in found] == actions


def test_who_took_advantage_of_something_to_attack_did_attack() -> None:
    event = kg.read("Several rebels took advantage of the fog to attack a barracks in Lesk.")[0].events[0]
    assert (event.action, event.status, [a.text for a in event.agents]) == ("Attack", "asserted", ["Several rebels"])


def test_a_whole_list_is_kidnapped() -> None:
    events = kg.read("The kidnapping of farmer Ivo Sand, his son and two drivers alarmed Lesk.")[0].events
    assert [[a.head.text for a in e.targets] for e in events if e.action == "Abduction"] == [["Sand", "son", "drivers"]]


DATELINES = [
    ("Lima, 4 Oct 89 (AFP) -- [text] Shining Path guerrillas attacked a village.", "Shining Path"),
    ("COLOMBO, Sri Lanka -- A car bomb exploded at a bus station in Colombo, killing 106 people.", None),
    ("SARAJEVO, July 6 - Bosnian Serb forces shelled Sarajevo on Tuesday.", "Army of Republika Srpska"),
    ("MARIUPOL, Ukraine \u2014 Russian forces shelled the city on Friday.", "Armed Forces of the Russian Federation"),
]


@pytest.mark.parametrize(("text", "agent"), DATELINES)
def test_the_town_of_a_dateline_acts_in_nothing(text: str, agent: str | None) -> None:
    events = kg.read(text)[0].events
    assert {a.name for event in events for a in event.agents} == ({agent} if agent else set())


def test_the_day_that_owns_an_attack_is_one_day() -> None:
    text = "The death toll from Monday's suicide bombing in Kandahar rose to 15, health officials said Tuesday."
    times = [event.time for event in kg.read(text, published="2011-03-15")[0].events]
    assert [(time.start, time.end) for time in times] == [("2011-03-14", "2011-03-14")]


def test_nobody_is_nobody() -> None:
    events = kg.read("Nobody was hurt in the second explosion.")[0].events
    assert events and not [a for event in events for a in event.targets]


@pytest.mark.parametrize(
    "text",
    [
        "Police launched drones to search for the girl.",
        "A mother lost her daughter in the crowd.",
    ],
)
def test_words_of_violence_that_tell_none(text: str) -> None:
    assert [event.action for event in kg.read(text)[0].events] == []
