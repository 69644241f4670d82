"""A protest and what was done to it are one event of ACLED."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from kg.export.acled import COLUMNS, acled
from kg.export.acled_events import joined
from kg.export.reference import Reference
from kg.export.rows import Row, Spot

MET = "Protest with intervention"


def table(rows: list[Row], known: Reference) -> list[dict[str, Any] | str]:
    made = (acled(row, known) for row in joined(rows, known))
    return [cells if isinstance(cells, str) else dict(zip(COLUMNS, cells, strict=True)) for cells in made]


def march(made: SimpleNamespace, **more: Any) -> Row:
    return made.incident("Protest", "crowd", **({"id": "incident:1", "acled": MET} | more))


def step(made: SimpleNamespace, action: str = "CrowdControl", who: str = "police", **more: Any) -> Row:
    said = replace(made.source, sentences=("Police fired at the crowd.",))
    return made.incident(action, who, "crowd", **({"id": "incident:2", "sources": (said,)} | more))


def test_a_protest_that_is_broken_up_is_one_row(made: SimpleNamespace, known: Reference) -> None:
    first, second = table([march(made), step(made)], known)
    assert second == "in the row of another incident"
    assert isinstance(first, dict)
    assert {name: first[name] for name in ("sub_event_type", "actor1", "actor2", "interaction", "tags", "notes")} == {
        "sub_event_type": MET,
        "actor1": "Protesters (Ormia)",
        "actor2": "Police Forces of Ormia",
        "interaction": "State forces-Protesters",
        "tags": "crowd size=several hundred",
        "notes": "Rebels clashed with the army in Lesk. | Police fired at the crowd.",
    }


def test_what_is_worst_says_what_it_is_and_the_dead_are_counted_once(made: SimpleNamespace, known: Reference) -> None:
    rows = [march(made, killed=2), step(made), step(made, "Shooting", "soldiers", id="incident:3", killed=3)]
    first, *others = table(rows, known)
    assert others == ["in the row of another incident"] * 2
    assert isinstance(first, dict)
    assert (first["sub_event_type"], first["fatalities"]) == ("Excessive force against protestors", 3)
    assert (first["civilian_targeting"], first["actor2"]) == ("Civilian targeting", "Police Forces of Ormia")
    assert first["assoc_actor_2"] == "Unidentified Military Forces"


def test_without_a_day_or_place_of_its_own_it_is_at_the_protest(made: SimpleNamespace, known: Reference) -> None:
    first, second = table([march(made), step(made, start=None, end=None, place=None, places=())], known)
    assert isinstance(first, dict)
    assert (first["actor2"], second) == ("Police Forces of Ormia", "in the row of another incident")


def test_a_riot_names_its_sides_itself(made: SimpleNamespace, known: Reference) -> None:
    riot = made.incident("Riot", "crowd", "police", id="incident:1")
    first, second = table([riot, step(made)], known)
    assert isinstance(first, dict)
    assert (first["sub_event_type"], first["actor2"]) == ("Violent demonstration", "Police Forces of Ormia")
    assert second == "in the row of another incident"


ELSEWHERE = Spot("place:gn-1", "Tarn", "Tarn", 35.0, 39.0, "settlement", "ORM")


@pytest.mark.parametrize(
    "more",
    [{"start": "2017-05-17"}, {"place": ELSEWHERE, "places": (ELSEWHERE,)}, {"sources": ()}],
)
def test_another_day_place_or_article_is_another_event(
    made: SimpleNamespace, known: Reference, more: dict[str, Any]
) -> None:
    assert all(isinstance(cells, dict) for cells in table([march(made), step(made, **more)], known))


def test_of_two_protests_none_is_chosen(made: SimpleNamespace, known: Reference) -> None:
    other = replace(made.source, sentences=("Teachers marched.",))
    second = made.incident("Protest", "teacher", id="incident:3", acled=MET, sources=(other,))
    unclear = made.incident("CrowdControl", "police", id="incident:2", sources=(replace(other, sentences=("Shots.",)),))
    assert all(isinstance(cells, dict) for cells in table([march(made), second, unclear], known))


def test_a_march_that_turns_violent_is_a_riot(made: SimpleNamespace, known: Reference) -> None:
    other = replace(made.source, sentences=("They threw stones.",))
    rows = [march(made, acled=None), made.incident("Riot", "crowd", "police", id="incident:2", sources=(other,))]
    first, riot = table(rows, known)
    assert first == "in the row of another incident"
    assert isinstance(riot, dict)
    assert (riot["sub_event_type"], riot["actor2"]) == ("Violent demonstration", "Police Forces of Ormia")


#: two incidents of one sentence: action, agents, targets, more; then type, sides and dead of their row
ONE = [
    (("ArmedClash", "front", "army"), ("TerritoryCapture", "front", "lesk"),
     ("Non-state actor overtakes territory", "Northern Front", "Military Forces of Ormia", 0)),
    (("ArmedClash", "front", "army"), ("Killing", "", "soldiers", 3), ("Armed clash", "Northern Front",
     "Military Forces of Ormia", 3)),
    (("Withdrawal", "army", "lesk"), ("Withdrawal", "front", "lesk"), ("Non-violent transfer of territory",
     "Military Forces of Ormia", "Northern Front", 0)),
    (("Attack", "front", "villagers"), ("Killing", "front", "villagers", 12), ("Attack", "Northern Front",
     "Civilians (Ormia)", 12)),
]  # fmt: skip


def told(made: SimpleNamespace, number: int, action: str, agents: str, targets: str, *killed: int) -> Row:
    row: Row = made.incident(
        action, agents, targets, id=f"incident:{number}", reciprocal=action == "ArmedClash", killed=sum(killed)
    )
    return row


@pytest.mark.parametrize(("one", "other", "wanted"), ONE)
def test_a_sentence_that_tells_a_fight_and_what_came_of_it_is_one_event(
    made: SimpleNamespace, known: Reference, one: Any, other: Any, wanted: tuple[object, ...]
) -> None:
    for rows in ([told(made, 1, *one), told(made, 2, *other)], [told(made, 1, *other), told(made, 2, *one)]):
        (cells,) = [each for each in table(rows, known) if isinstance(each, dict)]
        sub, *sides, dead = (cells[name] for name in ("sub_event_type", "actor1", "actor2", "fatalities"))
        assert (sub, {*sides}, dead) == (wanted[0], {*wanted[1:3]}, wanted[3])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ArmedClash", "front", "army"), ("ArmedClash", "league", "army")),
        (("Attack", "front", "villagers", 3), ("Attack", "front", "teacher", 1)),
        (("Attack", "front", "villagers"), ("Shelling", "front", "villagers")),
        (("Protest", "crowd", ""), ("Killing", "", "teacher", 1)),
    ],
)
def test_other_sides_other_dead_and_other_types_are_other_events(
    made: SimpleNamespace, known: Reference, one: Any, other: Any
) -> None:
    assert all(isinstance(cells, dict) for cells in table([told(made, 1, *one), told(made, 2, *other)], known))


def test_a_mob_acts_and_its_victims_are_no_rioters(made: SimpleNamespace, known: Reference) -> None:
    ((cells),) = table([made.incident("Killing", "villagers", "teacher", acled="Mob violence")], known)
    assert isinstance(cells, dict)
    assert (cells["actor1"], cells["actor2"]) == ("Rioters (Ormia)", "Civilians (Ormia)")
