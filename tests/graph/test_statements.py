from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from types import ModuleType

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from rdflib import RDFS, SKOS, URIRef

from kg.graph import iris
from kg.graph.participants import headline
from kg.graph.participants import place as facts_of_place
from kg.graph.statements import Build, claimant_name, quads
from kg.graph.vocabulary import KG, PREFIXES, SHARED, action
from kg.model import Actor, Attribution, Place, Span, Time

RELATIONS = {
    "Airstrike": "airstruck",
    "Attack": "attacked",
    "ArmedClash": "clashedWith",
    "ChemicalAttack": "attackedWithChemicals",
    "Endorsement": "endorsed",
    "Training": "trained",
}


@pytest.fixture(scope="module")
def stated(story: ModuleType) -> list[Quad]:
    return list(quads(story.FIRST_RECORD, RELATIONS))


def actor_of(text: str, **more: object) -> Actor:
    return Actor(0, len(text), text, Span(0, len(text), text), **more)  # type: ignore[arg-type]


def objects(stated: list[Quad], subject: str, predicate: URIRef | str) -> set[str]:
    return {q.object.value for q in stated if q.subject.value == subject and q.predicate.value == str(predicate)}


def direct(stated: list[Quad]) -> set[str]:
    relations = {action(name) for name in RELATIONS.values()}
    found = (q for q in stated if q.predicate.value in relations)
    return {" ".join(iris.compact(term.value) for term in q.triple) for q in found}


def test_direct_triples_are_those_of_asserted_events_alone(stated: list[Quad]) -> None:
    assert direct(stated) == {
        "actor:lake-coalition kg:airstruck article:tarn-2017-05-18/actor/pro-government-convoy",
        "actor:dara-venn kg:endorsed actor:lake-coalition",
        "actor:VEL-MIL kg:trained article:tarn-2017-05-18/actor/local-fighters",
        "actor:northern-front kg:clashedWith actor:VEL-MIL",
        "actor:VEL-MIL kg:clashedWith actor:northern-front",
        "actor:VEL-MIL kg:airstruck place:tarn",
    }


@pytest.mark.parametrize(
    "status",
    ["negated", "denied", "alleged", "attempted", "failed", "threatened", "planned", "demanded", "hypothetical"],
)
def test_no_other_status_gives_a_direct_triple(story: ModuleType, status: str) -> None:
    events = tuple(replace(event, status=status) for event in story.FIRST_RECORD.events)
    found = list(quads(replace(story.FIRST_RECORD, events=events), RELATIONS))
    assert direct(found) == set()
    assert not [q for q in found if q.object == NamedNode(KG.Statement)]


def test_ground_is_captured_and_who_lost_it_is_not(story: ModuleType) -> None:
    ground, army = (
        actor_of("base", kind="Place", id="place:base"),
        actor_of("army", kind="Military", id="actor:VEL-MIL"),
    )
    rebels = actor_of("rebels", kind="ArmedGroup", id="actor:northern-front")
    taken = replace(
        story.FIRST_RECORD.events[0],
        action="TerritoryCapture",
        agents=(rebels,),
        targets=(ground, army),
        reciprocal=False,
    )
    found = list(
        quads(replace(story.FIRST_RECORD, events=(taken,)), {"TerritoryCapture": "captured", "Coercion": "coerced"})
    )
    told = [
        (q.predicate.value, q.object.value) for q in found if q.subject.value == iris.expand("actor:northern-front")
    ]
    assert (action("captured"), iris.expand("place:base")) in told
    assert (action("coerced"), iris.expand("actor:VEL-MIL")) in told
    assert (action("captured"), iris.expand("actor:VEL-MIL")) not in told


def test_each_direct_triple_names_the_events_behind_it(stated: list[Quad]) -> None:
    convoy = iris.article("tarn-2017-05-18") + "/actor/pro-government-convoy"
    node = iris.statement(iris.expand("actor:lake-coalition"), action("airstruck"), convoy)
    assert objects(stated, node, KG.supportedBy) == {iris.event("e0"), iris.event("e1")}


def test_no_agent_is_invented(stated: list[Quad]) -> None:
    assert objects(stated, iris.event("e7"), KG.agent) == set()
    assert objects(stated, iris.event("e7"), KG.target) == {iris.expand("place:tarn")}


def test_an_action_without_relation_gives_an_event_and_no_triple(story: ModuleType) -> None:
    found = list(quads(story.FIRST_RECORD, {}))
    assert not [q for q in found if q.object == NamedNode(KG.Statement)]
    assert objects(found, iris.event("e1"), KG.agent) == {iris.expand("actor:lake-coalition")}


def test_evidence_quotes_the_words_between_its_offsets(story: ModuleType, stated: list[Quad]) -> None:
    trigger = next(iter(objects(stated, iris.event("e1"), KG.trigger)))
    assert trigger.endswith("article/tarn-2017-05-18#char=76,82")
    assert objects(stated, trigger, KG.quote) == {"struck"} == {story.TEXT[76:82]}


def test_a_denial_is_a_claim_with_its_source_and_cue(stated: list[Quad]) -> None:
    event = iris.event("e5")
    assert objects(stated, event, KG.status) == {str(KG.Denied)}
    claim = next(iter(objects(stated, event, KG.attribution)))
    assert objects(stated, claim, KG.claimant) == {iris.expand("actor:VEL")}
    cue = next(iter(objects(stated, claim, KG.cue)))
    assert objects(stated, cue, KG.quote) == {"denied"}


def test_casualties_are_a_figure_of_a_group(stated: list[Quad]) -> None:
    figure = next(iter(objects(stated, iris.event("e4"), KG.casualties)))
    assert objects(stated, figure, KG.low) == {"10"}
    assert objects(stated, figure, KG.high) == {"12"}
    assert objects(stated, figure, KG.group) == {iris.expand("actor:VEL-MIL")}


def test_days_stand_on_the_event_and_as_an_owl_time_interval(stated: list[Quad]) -> None:
    event = iris.event("e9")
    assert objects(stated, event, KG.start) == {"2016-06-01"}
    interval = next(iter(objects(stated, event, KG.time)))
    end = next(iter(objects(stated, interval, PREFIXES["time"] + "hasEnd")))
    assert objects(stated, end, PREFIXES["time"] + "inXSDDate") == {"2016-06-30"}


def test_a_place_has_its_point(stated: list[Quad]) -> None:
    assert objects(stated, iris.expand("place:tarn"), PREFIXES["wgs84"] + "lat") == {"33.5"}
    assert objects(stated, iris.expand("place:tarn"), PREFIXES["geo"] + "asWKT") == {"POINT(38.66 33.5)"}


def test_the_name_that_a_place_has_in_the_index_is_another_label() -> None:
    place = Place(0, 6, "Aleppo", "Aleppo", 170062, id="place:gn-170062", own_name="Ḩalab")
    labels = [(predicate, value) for _, predicate, value in facts_of_place("a1", place) if "abel" in predicate]
    assert labels == [(RDFS.label, Literal("Aleppo", language="en")), (SKOS.altLabel, Literal("Ḩalab"))]


def test_a_place_that_is_acted_on_is_the_place_itself(story: ModuleType) -> None:
    event = story.FIRST_RECORD.events[9]
    unknown = replace(event.targets[0], id=None, name=None)
    found = list(quads(replace(story.FIRST_RECORD, events=(replace(event, targets=(unknown,)),)), RELATIONS))
    assert objects(found, iris.event("e9"), KG.target) == {iris.expand("place:tarn")}


def test_the_town_of_a_name_is_that_town(story: ModuleType) -> None:
    event = story.FIRST_RECORD.events[9]
    at = next(place for place in (*event.places, *story.FIRST_RECORD.places) if place.text == "Tarn")
    start = at.start - len("the town of ")
    words = Actor(start, at.end, "the town of Tarn", Span(start + 4, start + 8, "town"), kind="Place")
    record = replace(story.FIRST_RECORD, events=(replace(event, targets=(words,)),))
    assert objects(list(quads(record, RELATIONS)), iris.event("e9"), KG.target) == {iris.expand("place:tarn")}


def test_a_claim_has_its_source_once(stated: list[Quad]) -> None:
    claim = next(iter(objects(stated, iris.event("e5"), KG.attribution)))
    assert len(objects(stated, claim, KG.claimantMention)) == 1


def test_an_undecided_name_keeps_its_candidates(stated: list[Quad]) -> None:
    army = iris.article("tarn-2017-05-18") + "/actor/army"
    assert objects(stated, army, KG.candidate) == {iris.expand("actor:VEL-MIL"), iris.expand("actor:ORM-MIL")}


def test_words_for_one_unresolved_actor_leave_one_label(stated: list[Quad]) -> None:
    convoy = iris.article("tarn-2017-05-18") + "/actor/pro-government-convoy"
    assert objects(stated, convoy, PREFIXES["rdfs"] + "label") == {"a pro-government convoy"}
    assert objects(stated, convoy, KG.supports) == {iris.expand("actor:VEL-GOV")}


def test_words_are_in_the_graph_of_the_article_and_what_all_may_say_in_one_they_share(stated: list[Quad]) -> None:
    article = iris.article("tarn-2017-05-18")
    inside = {q.subject.value for q in stated if q.graph_name == NamedNode(article)}
    outside = {q.subject.value for q in stated if q.graph_name == NamedNode(SHARED)}
    assert {q.graph_name for q in stated} == {NamedNode(article), NamedNode(SHARED)}
    assert not [node for node in outside if node.startswith(article)]
    assert {article, iris.event("e1"), article + "/actor/army"} <= inside
    assert {iris.expand("actor:VEL-MIL"), iris.expand("place:tarn")} <= outside


def test_nothing_is_blank(stated: list[Quad]) -> None:
    assert not [q for q in stated for term in q.triple if isinstance(term, BlankNode)]


def test_literals_are_canonical_so_that_a_store_gives_back_what_it_was_given(stated: list[Quad]) -> None:
    import pyoxigraph

    store = pyoxigraph.Store()
    store.extend(stated)
    assert set(store) == set(stated)
    assert Literal("0.95", datatype=NamedNode(PREFIXES["xsd"] + "decimal")) in {q.object for q in stated}


def test_the_build_is_an_activity_with_its_settings(story: ModuleType) -> None:
    build = Build("1.0", "model 3", "abc")
    found = list(quads(story.SECOND_RECORD, RELATIONS, build))
    assert objects(found, iris.article("convoy hit/2"), PREFIXES["prov"] + "wasGeneratedBy") == {build.iri}
    assert objects(found, build.iri, KG.model) == {"model 3"}
    assert build.iri != Build("1.1", "model 3", "abc").iri


SCRIPT = """
import importlib.util, hashlib, sys
spec = importlib.util.spec_from_file_location("records", sys.argv[1])
records = importlib.util.module_from_spec(spec); spec.loader.exec_module(records)
from kg.graph.statements import quads
print(hashlib.sha256("\\n".join(map(str, quads(records.FIRST_RECORD, {"Attack": "attacked"}))).encode()).hexdigest())
"""


def test_statements_and_their_order_do_not_depend_on_the_hash_seed(root: object) -> None:
    def run(seed: str) -> str:
        command = [sys.executable, "-c", SCRIPT, f"{root}/tests/graph/records.py"]
        return subprocess.run(
            command, env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}, capture_output=True, check=True, text=True
        ).stdout

    assert run("1") == run("2")


SAID, CONTENT = Span(3, 7, "said"), Span(8, 12, "this")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (actor_of("he", antecedent=Span(90, 98, "a farmer")), "a farmer"),
        (actor_of("the minister", id="actor:ana-orlan", name="Ana Orlan", kind="Person"), "Ana Orlan"),
        (
            actor_of("two army\nofficers", id="actor:VEL-MIL", name="Velandic Army", kind="Military"),
            "two army officers",
        ),
        (actor_of("he"), "he"),
    ],
)
def test_a_source_is_called_what_people_know_it_by(source: Actor, name: str) -> None:
    assert claimant_name(Attribution(source.head, source, SAID, CONTENT)) == name


def test_words_without_a_source_name_none() -> None:
    assert claimant_name(Attribution(None, None, SAID, CONTENT)) is None


@pytest.mark.parametrize(
    ("precision", "shown"), [("day", "2016-06-01"), ("month", "2016-06"), ("year", "2016"), ("unknown", "2016-06-01")]
)
def test_a_label_names_a_place_once_and_no_day_that_is_not_known(precision: str, shown: str) -> None:
    time = Time(start="2016-06-01", precision=precision)
    assert headline("Attack", (), ("Tarn",), ("Tarn",), time, mutual=False) == f"Attack: > Tarn, {shown}"
    assert headline("Attack", ("Army",), (), ("Tarn",), time, mutual=False) == f"Attack: Army, Tarn, {shown}"


def test_a_place_lies_in_its_area_and_the_area_in_its_country(stated: list[Quad]) -> None:
    tarn, hills, ormia = (PREFIXES["place"] + name for name in ("tarn", "ORM/tarn-hills", "ORM"))
    within = PREFIXES["geo"] + "sfWithin"
    assert objects(stated, tarn, within) == {hills}
    assert objects(stated, hills, within) == {ormia}
    assert objects(stated, PREFIXES["place"] + "gn-4711", within) == {ormia}
    assert objects(stated, iris.article("tarn-2017-05-18"), PREFIXES["dcterms"] + "spatial") == {hills}
