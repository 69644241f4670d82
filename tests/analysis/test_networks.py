from __future__ import annotations

import networkx as nx
import pytest

from kg.analysis.metrics import measures
from kg.analysis.networks import conflict, cooperation
from kg.graph.store import Store

CONVOY = "article:tarn-2017-05-18/actor/pro-government-convoy"


def test_the_conflict_network_holds_asserted_hostile_incidents(filled: Store) -> None:
    assert sorted(conflict(filled).edges(keys=True)) == [
        ("actor:VEL-MIL", "actor:northern-front", "incident:e4"),
        ("actor:VEL-MIL", "place:tarn", "incident:e9"),
        ("actor:lake-coalition", CONVOY, "incident:e1"),
        ("actor:northern-front", "actor:VEL-MIL", "incident:e4"),
    ]


def test_the_cooperation_network_is_another(filled: Store) -> None:
    assert {key for _, _, key in cooperation(filled).edges(keys=True)} == {"incident:e2", "incident:e3"}


def test_other_statuses_are_in_it_only_when_asked_for(filled: Store) -> None:
    failed = conflict(filled, ("failed",))
    assert sorted(failed.edges(keys=True)) == [("actor:northern-front", "place:tarn", "incident:e8")]


def test_an_edge_weighs_its_reports_and_knows_its_days(filled: Store) -> None:
    edge = conflict(filled).get_edge_data("actor:lake-coalition", CONVOY, "incident:e1")
    assert (edge["weight"], edge["start"], edge["end"], edge["places"]) == (2, "2017-05-18", "2017-05-18", "Tarn")


def test_nodes_are_known_by_label_kind_country_and_sector(filled: Store) -> None:
    assert conflict(filled).nodes["actor:VEL-MIL"] == {
        "label": "Velandic Army",
        "kind": "Military",
        "country": "VEL",
        "sector": "MIL",
    }


def small() -> nx.MultiDiGraph:
    """a acts on b three times and on c once, b on c once; d on e apart."""
    graph = nx.MultiDiGraph()
    for agent, target, key, day, weight in (
        ("a", "b", "1", "2020-01-05", 1),
        ("a", "b", "2", "2020-01-01", 2),
        ("a", "b", "3", None, 1),
        ("a", "c", "4", "2021-01-01", 1),
        ("b", "c", "5", "2021-01-01", 1),
        ("d", "e", "6", "2021-01-01", 5),
    ):
        graph.add_edge(agent, target, key=key, weight=weight, **({"start": day, "end": day} if day else {}))
    return graph


def test_degrees_are_counted_by_hand() -> None:
    found = {actor.id: actor for actor in measures(small()).actors}
    a = found["a"]
    assert (a.degree, a.acts, a.suffers, a.reported_acts, a.reported_suffers) == (2, 4, 0, 5, 0)
    assert (found["c"].acts, found["c"].suffers) == (0, 2)


def test_betweenness_is_exact_however_many_only_suffer(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.MultiDiGraph()
    graph.add_edges_from([("a", "b"), ("b", "c"), ("c", "a"), *(("b", f"v{n}") for n in range(30))], weight=1)
    exact = nx.betweenness_centrality(nx.DiGraph(graph))
    monkeypatch.setattr("kg.analysis.metrics.EXACT", 3)
    for actor in measures(graph).actors:
        assert actor.betweenness == pytest.approx(exact[actor.id], abs=1e-6)


def test_rank_and_betweenness_are_shares() -> None:
    found = measures(small())
    assert sum(actor.pagerank for actor in found.actors) == pytest.approx(1, abs=1e-4)
    assert {actor.betweenness for actor in found.actors} == {0.0}


def test_a_broker_stands_between() -> None:
    graph = nx.MultiDiGraph([("a", "b", {"weight": 1}), ("b", "c", {"weight": 1})])
    found = {actor.id: actor.betweenness for actor in measures(graph).actors}
    assert found == {"a": 0.0, "b": 0.5, "c": 0.0}


def test_components_and_communities_are_listed_the_largest_first() -> None:
    found = measures(small())
    assert found.components == (("a", "b", "c"), ("d", "e"))
    assert found.communities == (("a", "b", "c"), ("d", "e"))
    assert {actor.id: actor.component for actor in found.actors} == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}


def test_dyads_have_counts_and_first_and_last_days() -> None:
    first = measures(small()).dyads[0]
    assert (first.agent, first.target, first.incidents, first.reports) == ("a", "b", 3, 4)
    assert (first.first, first.last) == ("2020-01-01", "2020-01-05")


def test_the_day_of_a_report_is_no_day_of_a_dyad() -> None:
    network = nx.MultiDiGraph()
    network.add_edge("a", "b", key="1", weight=1, end="2020-01-09")
    network.add_edge("a", "b", key="2", weight=1, start="2020-01-02", end="2020-01-03")
    (dyad,) = measures(network).dyads
    assert (dyad.incidents, dyad.first, dyad.last) == (2, "2020-01-02", "2020-01-03")


def test_an_empty_network_measures_nothing() -> None:
    found = measures(nx.MultiDiGraph())
    assert (found.nodes, found.edges, found.actors, found.dyads) == (0, 0, (), ())
