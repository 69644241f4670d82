from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from kg.graph import incidents
from kg.graph.hierarchy import Hierarchy, above, hierarchy, most_specific, related
from kg.graph.merging import Telling, same, tellings
from kg.graph.store import Store
from kg.model import Casualty, Event, Place, Time

KNOWN = Hierarchy(
    actions={"kg:Airstrike": frozenset({"kg:Attack"}), "kg:Attack": frozenset({"kg:Violence"})},
    actors={"actor:VEL-MIL": frozenset({"actor:VEL"})},
)


def one(store: Store, query: str) -> Any:
    (row,) = store.query(query)
    (value,) = row.values()
    return value


def test_mentions_of_two_articles_are_one_incident(filled: Store) -> None:
    found = {str(row["e"]) for row in filled.query("SELECT ?e { ?e kg:incident incident:e1 }")}
    assert found == {"event:e0", "event:e1", "event:f1"}
    assert one(filled, "SELECT ?n { incident:e1 kg:reports ?n }") == 2


def test_an_incident_names_each_side_once(filled: Store) -> None:
    (row,) = filled.query("SELECT ?a ?t { incident:e1 kg:agent ?a ; kg:target ?t }")
    assert row == {"a": "actor:lake-coalition", "t": "article:tarn-2017-05-18/actor/pro-government-convoy"}


def test_figures_of_an_incident_are_marked_as_derived(filled: Store) -> None:
    (row,) = filled.query(
        "SELECT ?kind ?low ?best ?high ?derived { incident:e4 kg:casualties [ kg:casualtyKind ?kind ; kg:low ?low ; "
        "kg:best ?best ; kg:high ?high ; kg:derived ?derived ] }"
    )
    assert row == {"kind": "killed", "low": 10, "best": 10, "high": 12, "derived": True}


@pytest.mark.parametrize(
    ("incident", "status"), [("e1", "Asserted"), ("e5", "Denied"), ("e8", "Failed"), ("e6", "Alleged")]
)
def test_an_incident_has_the_status_of_its_mentions(filled: Store, incident: str, status: str) -> None:
    assert one(filled, f"SELECT ?s {{ incident:{incident} kg:status ?s }}") == f"kg:{status}"


def test_rebuilding_changes_nothing(own: Store) -> None:
    before = {str(quad) for quad in own.quads()}
    assert not incidents.refresh(own)
    assert incidents.rebuild(own) == 9
    assert {str(quad) for quad in own.quads()} == before


def test_a_removed_article_takes_its_share_of_an_incident(own: Store) -> None:
    own.remove("convoy hit/2")
    assert own.stale
    assert incidents.refresh(own)
    assert one(own, "SELECT ?n { incident:e1 kg:reports ?n }") == 1


def telling(story: ModuleType, document: str = "a", incident: str = "incident:a", **changes: Any) -> Telling:
    event: Event = replace(story.SECOND_RECORD.events[0], incident=incident, **changes)
    (found,) = tellings([replace(story.SECOND_RECORD, document=document, events=(event,))])
    return found


@pytest.mark.parametrize(
    ("changes", "merged"),
    [
        ({}, True),
        ({"action": "Attack"}, True),
        ({"places": ()}, True),
        ({"action": "Training"}, False),
        ({"time": Time("2017-05-19", "2017-05-19", "day")}, False),
        ({"time": Time("2017-05-01", "2017-05-31", "month")}, False),
        ({"time": Time()}, False),
        ({"status": "denied"}, False),
        ({"places": (Place(0, 4, "Lesk", geonames=4711),)}, False),
        ({"targets": ()}, True),
        ({"targets": (), "places": ()}, False),
        ({"agents": (), "targets": ()}, False),
    ],
    ids=str,
)
def test_two_tellings_are_one_incident_only_when_all_agrees(
    story: ModuleType, changes: dict[str, Any], merged: bool
) -> None:
    assert same(telling(story), telling(story, "b", **changes), KNOWN) is merged


def test_what_one_article_keeps_apart_stays_apart(story: ModuleType) -> None:
    from kg.graph.merging import incidents as groups

    found = [telling(story, "a", "incident:1"), telling(story, "a", "incident:2"), telling(story, "b", "incident:3")]
    assert [[t.incident for t in group] for group in groups(found, KNOWN)] == [
        ["incident:1", "incident:3"],
        ["incident:2"],
    ]


def test_figures_of_mentions_are_summed_within_and_ranged_across(story: ModuleType) -> None:
    def toll(kind: str, low: int, high: int | None = None) -> Casualty:
        return Casualty(kind, low, high, False, None, 0, 1, "x")

    group = (
        telling(story, "a", casualties=(toll("killed", 5), toll("killed", 3))),
        telling(story, "b", casualties=(toll("killed", 12, 15),)),
        telling(story, "c", casualties=(toll("killed", 10),)),
    )
    found = {
        (s.rpartition("/")[2], p.rpartition("#")[2]): o
        for s, p, o in incidents.facts(group, KNOWN)
        if "/casualties/" in s
    }
    assert [found["killed", name].value for name in ("low", "best", "high")] == ["8", "10", "15"]  # type: ignore[union-attr]


def test_the_hierarchies_come_from_the_ontology(filled: Store) -> None:
    known = hierarchy(filled)
    assert "kg:Attack" in above("kg:Airstrike", known.actions)
    assert "actor:VEL" in above("actor:VEL-MIL", known.actors)
    assert related("kg:Airstrike", "kg:Attack", known.actions)
    assert not related("kg:Airstrike", "kg:Killing", known.actions)


def test_the_most_specific_covers_what_is_above_it() -> None:
    assert most_specific(["actor:VEL", "actor:VEL-MIL", "actor:x"], KNOWN.actors) == ("actor:VEL-MIL", "actor:x")
