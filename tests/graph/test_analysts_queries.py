"""The questions of analysts on the world of conftest.py; the working stands beside each answer."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kg.errors import QueryError
from kg.graph.queries import ask, named, render
from kg.graph.queries.dimensions import DIMENSIONS, by, columns
from kg.graph.queries.spatial import box, centre
from kg.graph.store import Store, open_store

BOMB, SHELL = "Remote explosive/landmine/IED", "Shelling/artillery/missile attack"
STRIKE, CLASH = "Air/drone strike", "Armed clash"


def rows(store: Store, name: str, *wanted: str, **given: str) -> list[tuple[Any, ...]]:
    """Ask, see that the query on its own answers the same, and return the wanted columns."""
    found = list(ask(store, named(name), given))
    assert found == list(store.query(render(named(name), given)))
    return [tuple(row[column] for column in wanted) for row in found]


def test_acled_counts_by_month(world: Store) -> None:
    # i1 and i2 are strikes of May with 6 + 4 dead, i3 the clash with 10; i4 and i5 attacks of April with 5 + 2; i6 shells in
    # February; i7 (a year) and i8 (undated) have no month; i9 is denied; i10 and i11 have no ACLED code
    assert rows(world, "acled-counts", "month", "subEventType", "incidents", "killed") == [
        (None, BOMB, 1, 7),
        (None, "Attack", 1, 0),
        ("2017-02", SHELL, 1, 0),
        ("2017-04", "Attack", 2, 7),
        ("2017-05", STRIKE, 2, 10),
        ("2017-05", CLASH, 1, 10),
    ]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, "i1 i2 i6 i8"),
        ({"on": "2017-05"}, "i1 i2 i8"),
        ({"on": "2017-05-18"}, "i1"),
        ({"since": "2017-05-18"}, "i1 i8"),
        ({"since": "2017-05-20"}, ""),
        ({"until": "2017-05-18"}, "i1 i2 i6"),
        ({"until": "2017-05-19"}, "i1 i2 i6 i8"),
        ({"since": "2017-03", "until": "2017-05-17"}, "i2"),
    ],
)
def test_what_has_no_stated_time_counts_on_the_day_of_its_report(
    world: Store, given: dict[str, str], found: str
) -> None:
    told = rows(world, "events-at-place", "incident", place="Tarn", **given)
    assert sorted(incident.removeprefix("incident:") for (incident,) in told) == found.split()


@pytest.mark.parametrize(
    ("name", "given", "wanted", "found"),
    [
        ("incidents", {"place": "Lesk", "since": "2017-05"}, "incident", {"i3", "i9"}),
        ("incidents", {"place": "Ormia", "until": "2017-05-10"}, "incident", {"i2", "i3", "i4", "i9"}),
        ("contradictions", {"place": "Lesk", "since": "2017-05"}, "incident", {"i9"}),
        ("contradictions", {"place": "Tarn", "until": "2017-05-02"}, "incident", {"i2"}),
        ("claims-against", {"actor": "Velandic Army", "on": "2017-05-02"}, "event", {"m4", "m5"}),
        ("claims-by-source", {"place": "Velport"}, "event", set()),
    ],
)
def test_where_and_when_narrow_what_is_said(
    world: Store, name: str, given: dict[str, str], wanted: str, found: set[str]
) -> None:
    told = rows(world, name, wanted, **given)
    assert {node.partition(":")[2] for (node,) in told} == found


def test_acled_counts_by_area(world: Store) -> None:
    # Tarn Hills: i1 + i2, i8, i6; Lesk Valley: i3, i4; Velport (i5) lies in no area, i7 has no place
    found = rows(world, "acled-counts", "country", "admin1", "subEventType", "incidents", "killed", by="admin1")
    assert found == [
        (None, None, "Attack", 2, 2),
        ("Ormia", "Lesk Valley", CLASH, 1, 10),
        ("Ormia", "Lesk Valley", "Attack", 1, 5),
        ("Ormia", "Tarn Hills", STRIKE, 2, 10),
        ("Ormia", "Tarn Hills", BOMB, 1, 7),
        ("Ormia", "Tarn Hills", SHELL, 1, 0),
    ]


def test_acled_counts_of_one_actor_by_country_and_year(world: Store) -> None:
    # the Velandic Army is on a side of i2, i3, i4, i6 (Ormia 2017) and i7 (no place, 2016); i9 is denied
    found = rows(world, "acled-counts", "country", "year", "incidents", "killed", by="country,year", actor="Veland")
    assert sum(row[2] for row in found) == 5
    assert found[0] == (None, "2016", 1, 0)
    assert {row[:2] for row in found[1:]} == {("Ormia", "2017")}
    assert sum(row[3] for row in found) == 4 + 10 + 5


def test_acled_counts_by_actor_count_an_incident_for_both_sides(world: Store) -> None:
    # Northern Front: i1, i2 (strikes), i3 (clash), i5, i7 (attacks)
    found = rows(world, "acled-counts", "actor", "subEventType", "incidents", by="actor")
    assert [row[1:] for row in found if row[0] == "Northern Front"] == [(STRIKE, 2), ("Attack", 2), (CLASH, 1)]
    # villagers: i4, i6, i8; i9 is denied
    assert sum(row[2] for row in found if row[0] == "villagers") == 3


def test_plover_counts_by_month(world: Store) -> None:
    # May: i11 praise (quad 1), i10 arms (2), i1 + i2 + i3 (4); the others are assaults; i7 and i8 have no month
    assert rows(world, "plover-counts", "month", "quad", "eventType", "incidents") == [
        (None, 4, "ASSAULT", 2),
        ("2017-02", 4, "ASSAULT", 1),
        ("2017-04", 4, "ASSAULT", 2),
        ("2017-05", 1, "SUPPORT", 1),
        ("2017-05", 2, "AID", 1),
        ("2017-05", 4, "ASSAULT", 3),
    ]


def test_ucdp_counts_by_kind_of_violence(world: Store) -> None:
    # state-based: i1, i2, i3 low 6+3+10, best 6+4+10, high 6+9+12; one-sided: i4; non-state: i5; nobody is named for i8;
    # i6 and i7 tell of no dead
    assert rows(world, "ucdp-counts", "year", "violence", "incidents", "low", "best", "high", by="year") == [
        (None, "unclear", 1, 7, 7, 7),
        ("2017", "state-based", 3, 19, 20, 27),
        ("2017", "one-sided", 1, 5, 5, 5),
        ("2017", "non-state", 1, 2, 2, 2),
    ]


def test_ucdp_counts_by_dyad(world: Store) -> None:
    found = rows(world, "ucdp-counts", "agent", "target", "violence", "best", by="dyad", actor="Red Brigade")
    assert found == [("Red Brigade", "Northern Front", "non-state", 2)]


def test_one_sided_violence_is_by_the_armed_against_the_unarmed(world: Store) -> None:
    # i4 and i6; i8 has no agent, i9 is denied
    assert rows(world, "one-sided-violence", "incident", "agents", "best") == [
        ("incident:i6", "Velandic Army", None),
        ("incident:i4", "Velandic Army", 5),
    ]


def test_claims_against_an_actor_name_who_makes_them(world: Store) -> None:
    # of the army: m2, m4, m5, m7 and m8 have a source; m6 and m10 are the articles' own words; m3 is of Veland, unsourced
    assert rows(world, "claims-against", "source", "status", "event", actor="Veland") == [
        ("Veland", "denied", "event:m7"),
        ("rebels", "asserted", "event:m2"),
        ("rebels", "asserted", "event:m5"),
        ("residents", "asserted", "event:m8"),
        ("the Ormian army", "asserted", "event:m4"),
    ]
    assert rows(world, "claims-against", "source", actor="Veland", source="RESID") == [("residents",)]


def test_contradictions_stand_side_by_side_with_who_says_so(world: Store) -> None:
    # i1: coalition against Veland and its army (who do not contradict one another); i2: 3 against 9 and against 4 or more,
    # which 9 does not contradict; i9: denied and asserted; the 10 to 12 dead of i3 and the 5 of i4 have one source each
    assert rows(world, "contradictions", "label", "about", "version", "accordingTo") == [
        ("i1", "agent", "Lake Coalition", "the Ormian army"),
        ("i1", "agent", "Veland", "c"),
        ("i1", "agent", "Velandic Army", "rebels"),
        ("i2", "killed", "3", "the Ormian army"),
        ("i2", "killed", "4 or more", "Lake Wire"),
        ("i2", "killed", "9", "rebels"),
        ("i9", "status", "asserted", "residents"),
        ("i9", "status", "denied", "Veland"),
    ]
    assert rows(world, "contradictions", "label", about="status") == [("i9",), ("i9",)]


def test_allies_are_those_of_stated_ties_and_of_cooperation(world: Store) -> None:
    assert rows(world, "allies", "name", "tie", "allyName", "incidents", "sources") == [
        ("Dara Venn", "endorsement", "Lake Coalition", 1, 1),
        ("Veland", "military aid", "Red Brigade", 1, 1),
        ("Northern Front", "backed by", "Lake Coalition", 0, 1),
    ]
    # from either side
    for actor in ("Lake Coalition", "Northern Front"):
        assert ("Northern Front", "backed by") in rows(world, "allies", "name", "tie", actor=actor)
    assert rows(world, "allies", "name", actor="Veland") == [("Veland",)]


def test_co_belligerents_act_against_a_common_target(world: Store) -> None:
    # the Northern Front is hit by the coalition (i1), the army (i2) and the brigade (i5); the army is hit by the front alone,
    # villagers by the army alone: three pairs, in the order of names as each has one target and two incidents
    found = rows(world, "co-belligerents", "name", "otherName", "targets", "commonTargets", "alsoFight")
    assert found == [
        ("Lake Coalition", "Red Brigade", "Northern Front", 1, "no"),
        ("Velandic Army", "Lake Coalition", "Northern Front", 1, "no"),
        ("Velandic Army", "Red Brigade", "Northern Front", 1, "no"),
    ]
    assert len(rows(world, "co-belligerents", "name", actor="Red Brigade")) == 2
    assert rows(world, "co-belligerents", "name", target="villagers") == []
    assert rows(world, "co-belligerents", "name", until="2017-05-17", actor="Lake Coalition") == []


def test_first_and_last_attack_of_a_dyad(world: Store) -> None:
    # front > army: i7 (2016) and i3; army > villagers: i6 and i4, i9 is denied; i8 has no date and so no first
    found = rows(world, "first-and-last-attacks", "agent", "target", "attacks", "first", "firstAttack", "lastAttack")
    assert found == [
        ("Northern Front", "Velandic Army", 2, "2016-01-01", "i7", "i3"),
        ("Velandic Army", "villagers", 2, "2017-02-20", "i6", "i4"),
        (None, "villagers", 1, None, None, None),
        ("Lake Coalition", "Northern Front", 1, "2017-05-18", "i1", "i1"),
        ("Red Brigade", "Northern Front", 1, "2017-04-01", "i5", "i5"),
        ("Velandic Army", "Northern Front", 1, "2017-05-02", "i2", "i2"),
    ]


def test_first_and_last_attack_of_an_actor_count_undated_ones(world: Store) -> None:
    # at Tarn: i6, i2, i1 and the undated i8
    found = rows(world, "first-and-last-attacks", "place", "attacks", "first", "last", by="place", place="Tarn")
    assert found == [("Tarn", 4, "2017-02-20", "2017-05-18")]
    found = rows(world, "first-and-last-attacks", "agent", "attacks", by="agent", actor="Veland")
    assert found == [("Velandic Army", 3)]


def test_escalation_sets_the_last_weeks_against_the_twelve_before(world: Store) -> None:
    # the last article is of 20 May: 4 weeks are 23 April to 20 May with i1, i2, i3 (20 dead): 0.75 a week; the 12 weeks before
    # begin on 29 January: i6 and i4 (5 dead), 2 / 12 = 0.17 a week; 0.75 / 0.1667 = 4.5; i5 (a month) and i9 (denied) stay out
    wanted = (
        "country",
        "recent",
        "before",
        "weekly",
        "weeklyBefore",
        "times",
        "killed",
        "killedBefore",
        "from",
        "until",
    )
    assert rows(world, "escalation", *wanted) == [("Ormia", 3, 2, 0.8, 0.2, 4.5, 20, 5, "2017-04-23", "2017-05-20")]


def test_escalation_of_two_weeks_by_area(world: Store) -> None:
    # 5 to 18 May: Tarn Hills i1; before (10 February to 4 May): i2 and i6 there, i3 and i4 in Lesk Valley; 0.5 / (2 / 12) = 3
    found = rows(world, "escalation", "admin1", "recent", "before", "times", by="admin1", weeks="2", until="2017-05-18")
    assert found == [("Tarn Hills", 1, 2, 3.0), ("Lesk Valley", 0, 2, 0.0)]


def test_events_in_a_box(world: Store) -> None:
    # Tarn is inside, Lesk (34.25 N) is not; Ormia's own point (34 N, 39 E) is on the border, but stands for a country
    assert [r[0] for r in rows(world, "events-in-box", "incident", box="38,33,39.5,34")] == [
        "incident:i6",
        "incident:i2",
        "incident:i1",
        "incident:i8",
    ]
    # across the antimeridian: Velport at 179.5 E
    assert rows(world, "events-in-box", "placeName", box="179,-10,-179,20") == [("Velport",)]
    assert rows(world, "events-in-box", "placeName", box="-179,-10,179,20") == []


def test_events_near_a_place_or_point(world: Store) -> None:
    # Tarn to Lesk: 0.75 degrees of latitude are 83.4 km; 0.34 of longitude at 33.9 N are 31.4 km; together 89.1 km
    found = rows(world, "events-near", "km", "placeName", near="Tarn", km="90", status="asserted")
    assert found == [(0.0, "Tarn")] * 4 + [(89.1, "Lesk")] * 2
    assert {row[1] for row in rows(world, "events-near", "km", "placeName", near="33.5,38.66", km="89")} == {"Tarn"}
    assert rows(world, "events-near", "km", near="place:velport", km="5.5") == [(0.0,)]
    assert rows(world, "events-near", "km", near="Nowhere") == []


def test_places_in_a_country_by_the_path_of_containment(world: Store) -> None:
    assert rows(world, "places-in", "place", "inside", "incidents", "last", area="Ormia") == [
        ("Tarn", "Tarn Hills", 4, "2017-05-18"),
        ("Lesk", "Lesk Valley", 2, "2017-05-02"),
        ("Ormia", "Ormia", 1, "2017-05-06"),
        ("Lesk Valley", "Ormia", 0, None),
        ("Tarn Hills", "Ormia", 0, None),
    ]
    assert rows(world, "places-in", "place", area="Lesk Valley") == [("Lesk",)]


def test_actors_down_and_up_their_hierarchy(world: Store) -> None:
    # the army acts in i2, i4, i6 and is acted on in i3, i7
    assert rows(world, "actor-parts", "name", "of", "asAgent", "asTarget", actor="Veland") == [
        ("Velandic Army", "Government of Veland", 3, 2),
        ("Government of Veland", "Veland", 0, 0),
    ]
    assert rows(world, "belongs-to", "above", "steps", actor="Velandic Army") == [
        ("Government of Veland", 1),
        ("Veland", 2),
    ]


def test_a_dimension_that_another_includes_is_not_bound_twice() -> None:
    assert columns("admin1, country,month") == "?country ?admin1 ?month"
    assert columns("dyad,agent") == "?agent ?target"
    assert by("month", "?i").count("OPTIONAL") == 1


@pytest.mark.parametrize("day", ["1999-12-31", "2000-01-01", "2000-02-29", "2017-05-21", "2017-05-22", "2100-03-01"])
def test_a_week_is_named_by_its_monday(tmp_path: Path, invented: Path, day: str) -> None:
    store = open_store(str(tmp_path / "s"), ontology=invented)
    pattern = by("week", "?i").replace("?i kg:start ?weekStart ; kg:timePrecision ?weekPrecision", "", 1)
    given = f'VALUES (?weekStart ?weekPrecision) {{ ("{day}"^^xsd:date "day") }}'
    (row,) = store.query(f"SELECT ?week {{ {pattern.replace('OPTIONAL { ', 'OPTIONAL { ' + given, 1)} }}").rows
    start = date.fromisoformat(day)
    assert getattr(row[0], "value", None) == (start - timedelta(start.weekday())).isoformat()


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_every_dimension_counts_each_incident(world: Store, dimension: str) -> None:
    # 8 asserted incidents have an ACLED code: none is lost, some count for several actors
    assert sum(row[0] for row in rows(world, "acled-counts", "incidents", by=dimension)) >= 8


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("acled-counts", {"by": "month,colour"}, "cannot count by 'colour'; there are day, week, month"),
        ("acled-counts", {"by": "month} #"}, "cannot count by"),
        ("events-in-box", {}, "needs -p box="),
        ("events-in-box", {"box": "1,2,3"}, "is no box; write it as WEST,SOUTH,EAST,NORTH"),
        ("events-in-box", {"box": "1,40,3,30"}, "south above its north"),
        ("events-in-box", {"box": "1,2,3,91"}, "'91' is no number of degrees from -90 to 90"),
        ("events-in-box", {"box": "1,2,3,4) || true"}, "is no number of degrees"),
        ("events-near", {"near": "1000,2000"}, "'1000' is no number of degrees from -90 to 90"),
        ("events-near", {"near": "33.5,238.66"}, "'238.66' is no number of degrees from -180 to 180"),
        ("events-near", {"near": "Tarn", "km": "-5"}, "is no number of kilometres"),
        ("events-near", {"near": "Tarn", "km": "30000"}, "is no number of kilometres"),
        ("escalation", {"weeks": "0"}, "is no number of weeks"),
        ("escalation", {"until": "yesterday"}, "is no day, month or year"),
        ("places-in", {"area": "x:y"}, "no compact id"),
    ],
)
def test_wrong_values_are_told_in_one_line(name: str, given: dict[str, str], words: str) -> None:
    with pytest.raises(QueryError) as raised:
        render(named(name), given)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "value",
    ['x" } } DELETE { ?s ?p ?o } #', "x\\", 'a"@en . ?s ?p ?o . "', "line\nbreak", "http://x/>}", "#{km}", "'''"],
)
def test_no_value_can_leave_its_quotes(world: Store, value: str) -> None:
    assert rows(world, "events-near", "incident", near=value) == []
    assert rows(world, "places-in", "place", area=value) == []
    assert rows(world, "belongs-to", "name", actor=value) == []
    assert rows(world, "claims-against", "event", actor="Veland", source=value) == []
    assert rows(world, "contradictions", "label", about=value) == []


def test_small_degrees_are_written_without_an_exponent() -> None:
    assert "0.00001" in box("0.00001,0,1,1", "?a", "?o")
    assert '"POINT(0.5 -0.0000001)"' in centre("-0.0000001,0.5", "?c")
