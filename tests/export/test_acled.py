"""Rows as a coder of ACLED writes them (codebook 2023)."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from kg.export.acled import COLUMNS, TAGS, acled
from kg.export.acled_types import EVENTS
from kg.export.reference import Reference


def coded(row: Any, known: Reference) -> dict[str, Any]:
    cells = acled(row, known)
    assert not isinstance(cells, str), cells
    return dict(zip(COLUMNS, cells, strict=True))


def test_there_are_the_31_columns_and_a_tag_for_each_of_hxl() -> None:
    assert len(COLUMNS) == len(TAGS) == len(set(COLUMNS)) == 31
    assert dict(zip(COLUMNS, TAGS, strict=True))["fatalities"] == "#affected+killed"


def test_a_whole_row(made: SimpleNamespace, known: Reference) -> None:
    row = made.incident("ArmedClash", "front", "army", killed=(10, 11, 12), reciprocal=True)
    cells = coded(row, known)
    assert cells.pop("event_id_cnty").startswith("ORM")
    assert cells == {
        "event_date": "2017-05-18", "year": "2017", "time_precision": 1, "disorder_type": "Political violence",
        "event_type": "Battles", "sub_event_type": "Armed clash", "actor1": "Northern Front", "assoc_actor_1": "",
        "inter1": "Rebel group", "actor2": "Military Forces of Ormia", "assoc_actor_2": "", "inter2": "State forces",
        "interaction": "State forces-Rebel group", "civilian_targeting": "", "iso": 901, "region": "Middle East",
        "country": "Ormia", "admin1": "North Ormia", "admin2": "", "admin3": "", "location": "Lesk", "latitude": 34.25,
        "longitude": 39.0, "geo_precision": 1, "source": "Lake Wire", "source_scale": "",
        "notes": "Rebels clashed with the army in Lesk.", "fatalities": 11, "tags": "", "timestamp": "",
    }  # fmt: skip


#: action, agents, targets, event type, sub-event type, first and second actor; - is nobody
CODES = """
Attack | rebels | villagers | Violence against civilians | Attack | Unidentified Armed Group (Ormia) | Civilians (Ormia)
Attack | front | army | Battles | Armed clash | Northern Front | Military Forces of Ormia
Attack | front | lesk | Battles | Armed clash | Northern Front | -
Attack | front | base | Battles | Armed clash | Northern Front | -
Attack | front | mill | Strategic developments | Looting/property destruction | Northern Front | -
Arson | - | mill | Strategic developments | Looting/property destruction | Unidentified Armed Group (Ormia) | -
Ambush | front | police | Battles | Armed clash | Northern Front | Police Forces of Ormia
Killing | - | soldiers | Battles | Armed clash | Unidentified Armed Group (Ormia) | Unidentified Military Forces
Killing | - | unclear | Violence against civilians | Attack | Unidentified Armed Group (Ormia) | Civilians (Ormia)
Killing | front | colonel | Violence against civilians | Attack | Northern Front | Civilians (Ormia)
Execution | front | soldiers | Violence against civilians | Attack | Northern Front | Unidentified Military Forces
Assassination | gunmen | minister | Violence against civilians | Attack | Unidentified Armed Group (Ormia) | Civilians (Ormia)
Abduction | league | teacher | Violence against civilians | Abduction/forced disappearance | River League | Civilians (Ormia)
Airstrike | vel | lesk | Explosions/Remote violence | Air/drone strike | Military Forces of Veland | -
Airstrike | - | convoy | Explosions/Remote violence | Air/drone strike | Unidentified Military Forces | -
SuicideBombing | - | villagers | Explosions/Remote violence | Suicide bomb | Unidentified Armed Group (Ormia) | Civilians (Ormia)
TerritoryCapture | front | lesk | Battles | Non-state actor overtakes territory | Northern Front | -
TerritoryCapture | army | lesk | Battles | Government regains territory | Military Forces of Ormia | -
TerritoryRecapture | veland | lesk | Battles | Non-state actor overtakes territory | Military Forces of Veland | -
Arrest | police | venn | Strategic developments | Arrests | Police Forces of Ormia | Civilians (Ormia)
Raid | police | - | Strategic developments | Other | Police Forces of Ormia | -
Ceasefire | front | army | Strategic developments | Agreement | Northern Front | Military Forces of Ormia
Protest | villagers | vel | Protests | Peaceful protest | Protesters (Ormia) | -
Riot | villagers | police | Riots | Violent demonstration | Rioters (Ormia) | Police Forces of Ormia
CrowdControl | police | crowd | Protests | Protest with intervention | Protesters (Ormia) | Police Forces of Ormia
Shooting | police | crowd | Protests | Excessive force against protestors | Protesters (Ormia) | Police Forces of Ormia
Attack | villagers | police | Riots | Mob violence | Rioters (Ormia) | Police Forces of Ormia
Arrest | police | crowd | Strategic developments | Arrests | Police Forces of Ormia | Protesters (Ormia)
Abduction | front | crowd | Violence against civilians | Abduction/forced disappearance | Northern Front | Protesters (Ormia)
Bombing | front | crowd | Explosions/Remote violence | Remote explosive/landmine/IED | Northern Front | Protesters (Ormia)
ArmedClash | - | soldiers front | Battles | Armed clash | Northern Front | Unidentified Military Forces
Arrest | - | unclear | Strategic developments | Arrests | Civilians (Ormia) | -
Shelling | regime | lesk | Explosions/Remote violence | Shelling/artillery/missile attack | Military Forces of Ormia | -
Arrest | - | venn | Strategic developments | Arrests | Civilians (Ormia) | -
ArmedClash | front army | - | Battles | Armed clash | Military Forces of Ormia | Northern Front
"""


@pytest.mark.parametrize("line", CODES.strip().splitlines())
def test_event_types_follow_from_the_action_and_the_sides(made: SimpleNamespace, known: Reference, line: str) -> None:
    action, agents, targets, *expected = ("" if part == "-" else part for part in line.split(" | "))
    cells = coded(made.incident(action, agents, targets, reciprocal=action == "ArmedClash"), known)
    assert [cells[name] for name in ("event_type", "sub_event_type", "actor1", "actor2")] == expected


@pytest.mark.parametrize(
    ("means", "sub"),
    [("mortar", "Shelling/artillery/missile attack"), ("drone", "Air/drone strike"), ("grenade", "Grenade"),
     ("landmine", "Remote explosive/landmine/IED"), ("small-arms", "Armed clash")],
)  # fmt: skip
def test_what_an_attack_was_done_with_tells_what_it_is(
    made: SimpleNamespace, known: Reference, means: str, sub: str
) -> None:
    assert coded(made.incident("Attack", "front", "army", instruments=(means,)), known)["sub_event_type"] == sub


@pytest.mark.parametrize(
    ("agents", "inter", "interaction"),
    [("army", "State forces", "State forces-Civilians"), ("veland", "External/Other forces", "Civilians-External/Other forces"),
     ("lake", "External/Other forces", "Civilians-External/Other forces"),
     ("league", "Political militia", "Political militia-Civilians"),
     ("front", "Rebel group", "Rebel group-Civilians")],
)  # fmt: skip
def test_a_force_is_of_the_state_where_it_is_at_home(
    made: SimpleNamespace, known: Reference, agents: str, inter: str, interaction: str
) -> None:
    cells = coded(made.incident("Shelling", agents, "villagers"), known)
    assert (cells["inter1"], cells["interaction"], cells["civilian_targeting"]) == (
        inter,
        interaction,
        "Civilian targeting",
    )


def test_units_and_further_actors_are_associated(made: SimpleNamespace, known: Reference) -> None:
    cells = coded(made.incident("Shelling", "guard lake", "villagers soldiers teacher"), known)
    assert (cells["actor1"], cells["assoc_actor_1"]) == (
        "Lake Coalition",
        "Military Forces of Ormia; Presidential Guard",
    )
    assert cells["actor2"] == "Unidentified Military Forces"
    assert cells["assoc_actor_2"] == "Civilians (Ormia); Teachers (Ormia)"
    assert cells["civilian_targeting"] == ""


@pytest.mark.parametrize(
    ("action", "agents", "targets", "read", "event", "sub"),
    [
        ("Attack", "rebels", "lesk", "Grenade", "Explosions/Remote violence", "Grenade"),
        ("Negotiation", "army", "front", "Agreement", "Strategic developments", "Agreement"),
        ("Arrest", "police", "crowd", "Protest with intervention", "Protests", "Protest with intervention"),
        ("Protest", "villagers", "", "Protest with intervention", "Protests", "Protest with intervention"),
        ("TerritoryCapture", "veland", "lesk", "Government regains territory", "Battles", "Non-state actor overtakes territory"),
        ("TerritoryCapture", "lake", "lesk", "Government regains territory", "Battles", "Government regains territory"),
        ("TerritoryCapture", "front", "lesk", "Non-violent transfer of territory", "Strategic developments",
         "Non-violent transfer of territory"),
    ],
)  # fmt: skip
def test_the_type_that_the_mentions_have_comes_before_that_of_the_action(
    made: SimpleNamespace, known: Reference, action: str, agents: str, targets: str, read: str, event: str, sub: str
) -> None:
    cells = coded(made.incident(action, agents, targets, acled=read), known)
    assert (cells["event_type"], cells["sub_event_type"]) == (event, sub)


def test_the_sub_event_types_are_the_25_of_the_codebook(known: Reference) -> None:
    assert len(EVENTS) == 25
    assert {(action.sub, action.event) for action in known.actions.values() if action.sub} <= set(EVENTS.items())


def test_those_who_stand_for_a_government_are_its_militia(made: SimpleNamespace, known: Reference) -> None:
    for who in (made.who.convoy, made.who.rebels):
        partisan = replace(who, stances=(("supports", "actor:VEL-GOV"),))
        cells = coded(replace(made.incident("Airstrike", "lake", ""), targets=(partisan,)), known)
        assert (cells["actor2"], cells["inter2"]) == ("Pro-Government Militia (Veland)", "Political militia")


@pytest.mark.parametrize(
    ("name", "sector", "inter"),
    [
        ("ethnic rebels", "REB", "Rebel group"),
        ("armed herders", "REB", "Identity militia"),
        ("bandits", "CRM", "Political militia"),
    ],
)
def test_groups_without_a_name_have_the_class_of_what_they_are(
    made: SimpleNamespace, known: Reference, name: str, sector: str, inter: str
) -> None:
    who = replace(made.who.rebels, name=name, words=name, sector=sector)
    cells = coded(replace(made.incident("Attack", "", "villagers"), agents=(who,)), known)
    assert cells["inter1"] == inter
    assert cells["actor1"] == ("Unidentified Gang (Ormia)" if sector == "CRM" else "Unidentified Armed Group (Ormia)")


@pytest.mark.parametrize(
    ("words", "sector", "also"),
    [("a schoolgirl", "EDU", "Students (Ormia)"), ("two lecturers", "EDU", "Teachers (Ormia)"),
     ("a reporter", "MED", "Journalists (Ormia)"), ("a councillor", "GOV", "Government of Ormia"), ("a farmer", "CVL", "")],
)  # fmt: skip
def test_civilians_are_associated_with_what_they_are(
    made: SimpleNamespace, known: Reference, words: str, sector: str, also: str
) -> None:
    who = replace(made.who.teacher, name=words, words=words, sector=sector)
    cells = coded(replace(made.incident("Attack", "front", ""), targets=(who,)), known)
    assert (cells["actor2"], cells["assoc_actor_2"]) == ("Civilians (Ormia)", also)


def test_who_is_not_clear_is_nobody(made: SimpleNamespace, known: Reference) -> None:
    movement = replace(made.who.rebels, name="that movement", kind="Organisation", sector=None)
    assert coded(replace(made.incident("Airstrike", "lake", ""), targets=(movement,)), known)["actor2"] == ""


def test_who_dies_in_an_attack_on_a_thing_is_no_property(made: SimpleNamespace, known: Reference) -> None:
    for action, targets in (("Attack", "mill"), ("Siege", "villagers"), ("Arson", "mill")):
        cells = coded(made.incident(action, "front", targets, killed=3), known)
        assert (cells["sub_event_type"], cells["fatalities"]) == ("Attack", 3)


def test_the_attackers_who_die_are_no_victims(made: SimpleNamespace, known: Reference) -> None:
    attackers = replace(made.who.gunmen, name="two of the attackers", words="two of the attackers", noun="attackers")
    row = replace(made.incident("Shooting", "front", "villagers"), targets=(attackers, made.who.villagers))
    assert (coded(row, known)["actor2"], coded(row, known)["assoc_actor_2"]) == ("Civilians (Ormia)", "")


def test_a_commander_acts_for_the_group(made: SimpleNamespace, known: Reference) -> None:
    commander = replace(made.who.front, id="actor:commander", name="General Tor", kind="Person")
    cells = coded(replace(made.incident("Abduction", "", "villagers"), agents=(commander,)), known)
    assert (cells["actor1"], cells["assoc_actor_1"]) == ("Northern Front", "General Tor")


def test_those_of_whom_figures_tell_are_the_victims_of_what_hit_a_thing(
    made: SimpleNamespace, known: Reference
) -> None:
    row = made.incident("Bombing", "front", "mill", killed=12, hurt=(made.who.villagers,))
    cells = coded(row, known)
    assert (cells["actor2"], cells["fatalities"], cells["civilian_targeting"]) == (
        "Civilians (Ormia)",
        12,
        "Civilian targeting",
    )
    attackers = replace(
        made.who.gunmen, name="the attackers", id="article:lake-1/actor/attackers", words="the attackers"
    )
    assert coded(replace(row, hurt=(attackers,)), known)["actor2"] == ""


@pytest.mark.parametrize(
    ("row", "fatalities"),
    [({"action": "Killing", "targets": "villagers"}, None), ({"action": "Assassination", "targets": "minister"}, 1),
     ({"action": "Attack", "targets": "villagers"}, 0), ({"action": "Killing", "targets": "villagers", "killed": (3, 4, 9)}, 4)],
)  # fmt: skip
def test_fatalities_are_counted_never_guessed(
    made: SimpleNamespace, known: Reference, row: dict[str, Any], fatalities: int | None
) -> None:
    assert coded(made.incident(**row), known)["fatalities"] == fatalities


def test_looting_of_which_people_die_is_an_attack(made: SimpleNamespace, known: Reference) -> None:
    assert coded(made.incident("Looting", "front", "villagers"), known)["event_type"] == "Strategic developments"
    assert coded(made.incident("Looting", "front", "villagers", killed=5), known)["sub_event_type"] == "Attack"


def test_the_size_of_a_crowd_is_in_the_words_of_the_text(made: SimpleNamespace, known: Reference) -> None:
    thousands = replace(made.who.crowd, name="thousands", words="Thousands", noun="Thousands", number=2000)
    teachers = replace(made.who.crowd, words="Thousands of teachers", noun="teachers", number=2000)
    counted = replace(made.who.crowd, name="200 or more women", words="women", noun="women", number=200)
    for who, size in (
        (made.who.crowd, "several hundred"),
        (thousands, "Thousands"),
        (teachers, "Thousands"),
        (counted, "at least 200"),
    ):
        assert coded(replace(made.incident("Protest"), agents=(who,)), known)["tags"] == f"crowd size={size}"
    assert coded(made.incident("Protest", "venn"), known)["tags"] == "crowd size=no report"


@pytest.mark.parametrize(
    ("start", "end", "precision", "date", "code"),
    [
        ("2017-05-18", "2017-05-18", "day", "2017-05-18", 1),
        ("2017-05-15", "2017-05-21", "week", "2017-05-18", 2),
        ("2017-05-01", "2017-05-31", "month", "2017-05-16", 3),
        ("2017-05-03", "2017-05-05", "day", "2017-05-04", 2),
        ("2017-04-20", "2017-05-10", "day", "2017-04-30", 3),
    ],
)
def test_a_time_known_less_closely_is_its_middle(
    made: SimpleNamespace, known: Reference, start: str, end: str, precision: str, date: str, code: int
) -> None:
    cells = coded(made.incident("Attack", "front", "army", start=start, end=end, precision=precision), known)
    assert (cells["event_date"], cells["time_precision"]) == (date, code)


@pytest.mark.parametrize(
    ("spot", "location", "code"),
    [
        ({"relation": "in"}, "Lesk", 1),
        ({"relation": "near", "precision": "region"}, "Lesk", 2),
        ({"relation": "outskirts of"}, "Lesk", 2),
        ({"relation": "30 km north of", "precision": "region"}, "30 km north of Lesk", 3),
        ({"precision": "admin2"}, "Lesk", 2),
        ({"precision": "admin1", "admin1": None}, "Lesk", 3),
    ],
)
def test_a_place_known_less_closely_says_so(
    made: SimpleNamespace, known: Reference, spot: dict[str, Any], location: str, code: int
) -> None:
    place = replace(made.lesk, **spot)
    cells = coded(made.incident("Attack", "front", "army", place=place), known)
    assert (cells["location"], cells["geo_precision"]) == (location, code)
    assert cells["admin1"] == ("Lesk" if spot.get("precision") == "admin1" else "North Ormia")
    assert cells["admin2"] == ("Lesk" if spot.get("precision") == "admin2" else "")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"action": "Meeting"}, "no event type of ACLED"),
        ({"start": None, "precision": "unknown"}, "no date"),
        ({"start": "2017-01-01", "end": "2017-12-31", "precision": "year"}, "date known less closely than the month"),
        ({"place": None}, "no place"),
        ({"latitude": None}, "place without coordinates"),
        ({"country": None}, "place of no one country"),
        ({"precision_of_place": "country"}, "place known as a country only"),
        ({"agents": "villagers", "targets": "teacher"}, "violence among civilians"),
        ({"action": "Ceasefire", "agents": "", "targets": "mill"}, "nobody is named"),
    ],
)
def test_what_has_no_row_says_why(made: SimpleNamespace, known: Reference, change: dict[str, Any], reason: str) -> None:
    place = {"precision" if key == "precision_of_place" else key: value for key, value in change.items()
             if key in ("latitude", "country", "precision_of_place")}  # fmt: skip
    rest = {key: value for key, value in change.items() if key not in place and key != "precision_of_place"}
    given = {"action": "Attack", "agents": "front", "targets": "army", "place": replace(made.lesk, **place)} | rest
    assert acled(made.incident(**given), known) == reason


def test_ids_stay_as_long_as_the_incident_does(made: SimpleNamespace, known: Reference) -> None:
    one, other = made.incident("Attack", "front", "army"), made.incident("Attack", "front", "army", id="incident:2")
    ids = [coded(row, known)["event_id_cnty"] for row in (one, replace(one, confidence=0.1), other)]
    assert ids[0] == ids[1] != ids[2]
    assert all(each[:3] == "ORM" and each[3:].isdecimal() for each in ids)
