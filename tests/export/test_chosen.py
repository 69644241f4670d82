"""The filters of an export."""

from __future__ import annotations

import io
import json

import pytest
from pyoxigraph import NamedNode, Quad

from kg.errors import QueryError
from kg.export import FORMATS, write
from kg.export.chosen import Chosen, Wanted
from kg.export.selection import quads
from kg.graph import iris
from kg.graph.store import Store
from kg.graph.vocabulary import KG, PREFIXES


def text(store: Store, form: str, wanted: Wanted) -> str:
    target = io.StringIO()
    write(Chosen(store, wanted), form, target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), "e1 e2 e3 e4 e5 e6 e7 e8 e9"),
        (Wanted(since="2017-05"), "e1"),
        (Wanted(until="2016"), "e9"),
        (Wanted(since="2017-04-15", until="2017-04-16"), "e6 e8"),
        (Wanted(since="2017-04-30", until="2017-05-18"), "e1 e6 e8"),
        (Wanted(actors=("Veland",)), "e3 e4 e5 e9"),
        (Wanted(actors=("actor:VEL-MIL",)), "e3 e4 e5 e9"),
        (Wanted(actors=("velandic army", "Dara Venn")), "e2 e3 e4 e5 e9"),
        (Wanted(countries=("ORM",)), "e1 e3 e4 e5 e6 e7 e8 e9"),
        (Wanted(countries=("ormia",), statuses=("asserted",)), "e1 e3 e4 e7 e9"),
        (Wanted(countries=("VEL",)), ""),
        (Wanted(statuses=("denied", "failed")), "e5 e8"),
        (Wanted(actions=("airstrike",)), "e1 e9"),
        (Wanted(actions=("kg:attack", "MilitaryAid"), statuses=("asserted",)), "e1 e3 e4 e7 e9"),
        (Wanted(outlets=("ORMIA",)), "e1"),
        (Wanted(min_confidence=0.99), "e1 e2 e3 e4 e5 e6 e7 e8 e9"),
        (Wanted(actors=("Lake Coalition",), since="2017", min_confidence=1.0), "e1"),
    ],
)
def test_incidents_pass_every_filter(filled: Store, wanted: Wanted, ids: str) -> None:
    found = {row.id.removeprefix("incident:") for row in Chosen(filled, wanted).rows}
    assert found == set(ids.split())


def test_the_filters_are_told_in_words() -> None:
    assert Wanted(by_report=True).words == ""
    wanted = Wanted(since="2017", countries=("Ormia", "Veland"), statuses=("denied",), min_confidence=0.5)
    assert wanted.words == "since 2017, country Ormia or Veland, status denied, confidence from 0.5"


def test_one_without_a_stated_time_counts_on_the_day_of_its_report_or_not_at_all(own: Store, story) -> None:
    from dataclasses import replace

    from kg.graph import incidents
    from kg.model import Time

    event = replace(story.FIRST_RECORD.events[4], time=Time(None, "2017-05-18", "unknown", "published"))
    own.add(replace(story.FIRST_RECORD, events=(event,)))
    own.remove("convoy hit/2")
    incidents.refresh(own)
    assert len(Chosen(own, Wanted(since="2017-05-18", until="2017-05-18")).rows) == 1
    assert Chosen(own, Wanted(until="2017-05-17")).rows == ()
    assert text(own, "acled", Wanted(by_report=True)).splitlines()[1].split(",")[1:4] == ["2017-05-18", "2017", "2"]
    assert len(text(own, "acled", Wanted()).splitlines()) == 1


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (Wanted(since="2017-13"), "--since '2017-13' is no day; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (Wanted(until="yesterday"), "--until 'yesterday' is no day"),
        (Wanted(since="2017-02-29"), "'2017-02-29' is no day"),
        (Wanted(since="2018", until="2017"), "--since 2018 is after --until 2017"),
        (
            Wanted(
                statuses=("asserted", "asserte"),
            ),
            "no status 'asserte'; did you mean asserted?",
        ),
        (Wanted(statuses=("x",)), "no status 'x'; there are asserted, negated"),
        (Wanted(countries=("Ormiaa",)), "no country 'Ormiaa'; did you mean Ormia?"),
        (Wanted(countries=("XXX",)), "no country 'XXX'; give its name or ISO 3166 alpha-3 code"),
        (Wanted(actors=("Lake Coalitoin",)), "no actor 'Lake Coalitoin'; did you mean Lake Coalition?"),
        (Wanted(actors=("actor:nobody",)), "no actor 'actor:nobody'; see kg query actors"),
        (Wanted(actors=("foo:bar",)), "--actor foo:bar: 'foo:bar' is no compact id"),
        (Wanted(actors=('"} DROP ALL #',)), "no actor"),
        (Wanted(actions=("Airstrik",)), "no action 'Airstrik'; did you mean Airstrike"),
        (Wanted(actions=("Country",)), "no action 'Country'; kg query statuses lists them"),
        (Wanted(outlets=("Lake Wrie",)), "no outlet 'Lake Wrie'; did you mean Lake Wire?"),
        (Wanted(min_confidence=1.5), "--min-confidence 1.5 is no share; give a number from 0 to 1"),
    ],
)
def test_a_filter_that_cannot_be_is_told_in_one_line(filled: Store, wanted: Wanted, says: str) -> None:
    with pytest.raises(QueryError) as told:
        Chosen(filled, wanted)
    assert says in str(told.value)
    assert "\n" not in str(told.value)


def test_a_filtered_graph_holds_what_the_chosen_incidents_lead_to(filled: Store) -> None:
    found = list(quads(Chosen(filled, Wanted(actors=("Northern Front",), statuses=("asserted",)))))
    typed = {q.subject.value: q for q in found if q.object == NamedNode(KG.Event)}
    assert set(typed) == {iris.event("event:e4")}
    assert {q.subject.value for q in found if q.object == NamedNode(KG.Incident)} == {iris.incident("incident:e4")}
    assert {q.subject.value for q in found if q.object == NamedNode(KG.Article)} == {iris.article("tarn-2017-05-18")}
    subjects = {q.subject.value for q in found}
    assert PREFIXES["actor"] + "northern-front" in subjects
    assert PREFIXES["place"] + "gn-4711" in subjects
    assert PREFIXES["actor"] + "lake-coalition" not in subjects


def test_a_filtered_graph_states_the_triples_that_a_chosen_mention_supports(filled: Store) -> None:
    every, some = (list(quads(Chosen(filled, Wanted(actors=who)))) for who in ((), ("Northern Front",)))
    relations = {PREFIXES["kg"] + name for name in filled.relations.values()}

    def direct(found: list[Quad]) -> set[tuple[str, str]]:
        inside = (q for q in found if q.predicate.value in relations and q.graph_name.value != PREFIXES["kg"][:-1])
        return {(iris.compact(q.subject.value), q.predicate.value.rpartition("#")[2]) for q in inside}

    assert {("actor:northern-front", "clashedWith"), ("actor:VEL-MIL", "clashedWith")} == direct(some)
    assert ("actor:VEL-MIL", "airstruck") in direct(every)


def test_all_that_is_stated_in_a_filtered_graph_is_stated_in_the_whole(filled: Store) -> None:
    whole = set(quads(Chosen(filled)))
    assert set(quads(Chosen(filled, Wanted(countries=("ORM",))))) < whole
    assert set(quads(Chosen(filled, Wanted(min_confidence=0.0)))) <= whole


def test_filtered_records_hold_the_events_of_the_chosen_incidents(filled: Store) -> None:
    records = [
        json.loads(line)
        for line in text(filled, "jsonl", Wanted(actors=("Lake Coalition",), since="2017")).splitlines()
    ]
    assert [[event["id"] for event in record["events"]] for record in records] == [
        ["event:f1"],
        ["event:e0", "event:e1"],
    ]


def test_filtered_networks_hold_their_edges(filled: Store) -> None:
    import networkx as nx

    graph = nx.parse_graphml(text(filled, "graphml", Wanted(actors=("Northern Front",))), force_multigraph=True)
    assert set(graph.nodes) == {"actor:northern-front", "actor:VEL-MIL"}
    failed = nx.parse_graphml(text(filled, "graphml", Wanted(statuses=("failed",))), force_multigraph=True)
    assert [said["status"] for _, _, said in failed.edges(data=True)] == ["failed"]


def test_nothing_chosen_is_written_in_every_format(filled: Store, tmp_path) -> None:
    for form in FORMATS:
        chosen = write(Chosen(filled, Wanted(countries=("VEL",))), form, tmp_path / form)
        assert chosen.rows == ()
        assert chosen.left == []
