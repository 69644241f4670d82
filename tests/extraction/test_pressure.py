"""Demands, accusations, refusals, threats and sanctions in the words of agencies, read with the real model."""

from __future__ import annotations

import pytest

import kg

#: sentence, PLOVER type, country of who acts, country of whom it is aimed at
TOLD = [
    ("Lima insisted that Quito withdraw its patrols.", "REQUEST", "PER", "ECU"),
    ("Lima repeated its demand that Quito hand over the maps.", "REQUEST", "PER", "ECU"),
    ("Lima said Quito had to open the archives.", "REQUEST", "PER", "ECU"),
    ("Lima summoned the Chilean ambassador to demand an end to the survey.", "REQUEST", "PER", "CHL"),
    ("Lima wrote to Quito asking for the return of the pilots.", "REQUEST", "PER", "ECU"),
    ("Lima called upon Quito to obey the ruling of the court.", "REQUEST", "PER", "ECU"),
    ("A statement by the Omani foreign ministry condemned Yemen.", "ACCUSE", "OMN", "YEM"),
    ("Lima lodged a complaint with the OAS that Chile was sheltering rebels.", "ACCUSE", "PER", "CHL"),
    ("Hanoi claimed Laos had armed the bandits.", "ACCUSE", "VNM", "LAO"),
    ("Hanoi holds Laos partly responsible for the flood of drugs.", "ACCUSE", "VNM", "LAO"),
    ("Hanoi said Laos was to blame for the incident.", "ACCUSE", "VNM", "LAO"),
    ("Hanoi charged Laos with training spies.", "ACCUSE", "VNM", "LAO"),
    ("Hanoi was scathing about Laotian policy.", "ACCUSE", "VNM", "LAO"),
    ("Oslo gave a flat no to the Danish request.", "REJECT", "NOR", "DNK"),
    ("Oslo scoffed at the Danish plan.", "REJECT", "NOR", "DNK"),
    ("Oslo refused to let Danish ships pass.", "REJECT", "NOR", "DNK"),
    ("Oslo said the Danish plan was unacceptable.", "REJECT", "NOR", "DNK"),
    ("Accra warned it would pursue the rebels deep inside Togo.", "THREATEN", "GHA", None),
    ("Accra vowed to make Togo pay.", "THREATEN", "GHA", "TGO"),
    ("Accra threatened to seize Togolese ships.", "THREATEN", "GHA", "TGO"),
    ("Accra presented Togo with an ultimatum.", "THREATEN", "GHA", "TGO"),
    ("A Chilean diplomat was expelled from Bolivia.", "SANCTION", "BOL", "CHL"),
    ("Sucre barred Chilean officials from entering the country.", "SANCTION", "BOL", "CHL"),
    ("Bolivia recalled its ambassador to Chile.", "SANCTION", "BOL", "CHL"),
    ("Bolivian troops headed for the border.", "MOBILIZE", "BOL", None),
    ("Bolivian forces were put on alert.", "MOBILIZE", "BOL", None),
    ("Bolivia barred the opposition leader from holding office.", "COERCE", "BOL", None),
]
#: the same words of something else
UNTOLD = [
    "The job demands patience.",
    "Heavy rain was blamed for the delays.",
    "Floodwaters threatened the town.",
    "Demand for copper in China rose sharply.",
    "He compared Greek food to Turkish food.",
    "Turkish troops headed home.",
]


@pytest.mark.parametrize(("text", "kind", "agent", "target"), TOLD, ids=lambda value: str(value))
def test_who_puts_pressure_on_whom(text: str, kind: str, agent: str, target: str | None) -> None:
    told = [event for event in kg.read(text)[0].events if event.plover == kind]
    assert any(agent in {actor.country for actor in event.agents} for event in told)
    assert target is None or any(target in {actor.country for actor in event.targets} for event in told)


@pytest.mark.parametrize("text", UNTOLD)
def test_other_senses(text: str) -> None:
    assert not kg.read(text)[0].events
