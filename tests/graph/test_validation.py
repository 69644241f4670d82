from __future__ import annotations

import random
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import OWL, RDF, RDFS, SH, XSD, Graph, URIRef

from kg.errors import OntologyError
from kg.graph.shapes import checks, read_shapes, shapes_file
from kg.graph.statements import quads
from kg.graph.store import Store
from kg.graph.validation import by_shacl, checker, frame, validate
from kg.graph.vocabulary import INCIDENTS, PREFIXES

GRAPH = "https://w3id.org/conflict-event-kg/article/tarn-2017-05-18"


def break_it(store: Store, triples: str) -> None:
    store.update(f"INSERT DATA {{ GRAPH <{GRAPH}> {{ {triples} }} }}")


def test_what_the_statements_say_keeps_the_shapes(filled: Store) -> None:
    assert validate(filled) == ()


@pytest.mark.parametrize(
    ("triples", "shape"),
    [
        ("event:e1 kg:confidence 1.5", "event-confidence"),
        ('event:e1 kg:start "2018-01-01"^^xsd:date', "event-start"),
        ("event:e1 kg:status kg:Perhaps", "event-status"),
        ("event:e1 kg:action kg:Airstrik", "event-action-known"),
        ("event:e1 kg:agent <http://x/nobody>", "event-agent"),
        ("event:e1 kg:agent <http://x/nobody>", "side-label"),
        ("event:new a kg:Event", "event-trigger"),
        ("actor:VEL-MIL kg:attacked actor:dara-venn", "side-supported"),
        ("statement:s a kg:Statement ; kg:supportedBy event:e5", "statement-asserted"),
        (
            "statement:s rdf:subject actor:VEL ; a kg:Statement ; rdf:predicate kg:killed ; rdf:object actor:ORM",
            "statement-holds",
        ),
        ('<http://x/w> a kg:Evidence ; kg:quote "abc" ; kg:beginIndex 5 ; kg:endIndex 9', "evidence-length"),
        ('<http://x/w> a kg:Evidence ; kg:quote "abc" ; kg:beginIndex 9 ; kg:endIndex 5', "evidence-begin"),
        ("event:e4 kg:casualties <http://x/c> . <http://x/c> a kg:CasualtyFigure ; kg:low 5 ; kg:high 3", "figure-low"),
        ("place:tarn wgs84:lat 99.5", "place-latitude"),
        ("incident:lost a kg:Incident", "incident-mention"),
        ('article:x a kg:Article ; kg:published "soon"', "article-published"),
    ],
)
def test_each_broken_promise_is_found(own: Store, triples: str, shape: str) -> None:
    break_it(own, triples)
    found = {finding.shape: str(finding) for finding in validate(own)}
    assert shape in found
    assert f"[{shape}]" in found[shape]
    assert "\n" not in found[shape]


def test_pyshacl_finds_the_same(own: Store) -> None:
    break_it(
        own,
        """
        event:e1 kg:confidence 1.5 ; kg:start "2018-01-01"^^xsd:date ; kg:agent <http://x/y> .
        event:bad a kg:Event ; kg:timeBasis "guess" .
        actor:VEL kg:attacked actor:ORM .
        <http://x/w> a kg:Evidence ; kg:quote "abc" ; kg:beginIndex 9 ; kg:endIndex 5 .
        event:e4 kg:casualties <http://x/c> .
        <http://x/c> a kg:CasualtyFigure ; kg:low 5 ; kg:high 3 .
        place:tarn wgs84:lat 99 .
        """,
    )
    found = validate(own)
    assert len(found) > 15
    assert validate(own, engine="shacl") == found


def broken(quads: list[Quad], luck: random.Random) -> list[Quad]:
    """Drop, double and replace some of an article's statements, the same for the same luck."""
    kept = [quad for quad in quads if luck.random() > 0.04]
    for quad in luck.sample(quads, 12):
        value = luck.choice(
            [Literal("soon"), Literal(7), Literal("2017-99-99", datatype=NamedNode(XSD.date)), quad.subject]
        )
        kept.append(Quad(quad.subject, quad.predicate, value, quad.graph_name))
    return kept


@pytest.mark.parametrize("seed", [None, *range(4)])
def test_the_check_of_one_article_finds_what_pyshacl_finds(filled: Store, story: ModuleType, seed: int | None) -> None:
    stated = list(quads(story.FIRST_RECORD, filled.relations))
    if seed is not None:
        stated = broken(stated, random.Random(seed))
    found = checker(filled)(stated)
    assert bool(found) == (seed is not None)
    assert set(found) == by_shacl([*frame(filled), *stated])


def test_checking_an_article_leaves_no_trace(filled: Store, story: ModuleType) -> None:
    check = checker(filled)
    stated = list(quads(story.FIRST_RECORD, filled.relations))
    assert check(broken(stated, random.Random(1)))
    assert check(stated) == ()


OWN = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/rules#> .
@prefix kg: <https://w3id.org/conflict-event-kg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix place: <https://w3id.org/conflict-event-kg/place/> .
:Event a sh:NodeShape ; sh:targetClass kg:Event ; sh:nodeKind sh:IRI ; sh:property :words , :two , :sure , :agent , :article ;
    sh:pattern "/event/E" ; sh:flags "i" ; sh:message "is called e-something" .
:words sh:path kg:rule ; sh:pattern "^act" ; sh:minLength 3 ; sh:maxLength 5 ; sh:severity sh:Info ; sh:message "active only" .
:two sh:path kg:target ; sh:minCount 2 ; sh:severity sh:Warning ; sh:message "two targets" ; rdfs:comment "name the other" .
:sure sh:path kg:confidence ; sh:minExclusive 0.8 ; sh:maxExclusive 1.0 ; sh:message "almost sure" .
:agent sh:path kg:agent ; sh:disjoint kg:target ; sh:nodeKind sh:BlankNodeOrLiteral ; sh:class kg:Military ;
    sh:message "no soldier" .
:article sh:path kg:article ; sh:hasValue <http://example.org/other> ; sh:message "other" .
:Place a sh:NodeShape ; sh:targetNode place:tarn ; sh:hasValue place:lesk ; sh:message "Lesk" ;
    sh:property [ sh:path kg:precision ; sh:in ( "region" ) ; sh:message "region" ] .
:Told a sh:NodeShape ; sh:targetObjectsOf kg:status ;
    sh:property [ sh:path [ sh:inversePath kg:status ] ; sh:maxCount 3 ; sh:message "at most three" ] .
"""


def test_shapes_of_ones_own_with_every_component_find_what_pyshacl_finds(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(OWN)
    found = validate(filled, shapes=tmp_path / "own.ttl")
    assert {finding.severity for finding in found} == {"violation", "warning", "info"}
    assert {f.shape for f in found} == {
        *("Event", "words", "two", "sure", "agent", "article", "Place", "kg:precision", "^kg:status")
    }
    assert validate(filled, engine="shacl", shapes=tmp_path / "own.ttl") == found
    two = next(finding for finding in found if finding.shape == "two")
    assert str(two).startswith("warning: event:")
    assert str(two).endswith("two targets [two], in tarn-2017-05-18; name the other")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            ":S a sh:NodeShape ; sh:targetClass :C ; sh:closed true .",
            "S uses sh:closed, which kg validate cannot work out",
        ),
        (":S a sh:NodeShape ; sh:targetClass :C ; sh:or ( :A :B ) .", "S uses sh:or"),
        (":S a sh:NodeShape ; sh:property :p . :p sh:path :q ; sh:minCount 1 .", "S has no target"),
        (":S a sh:NodeShape ; sh:targetClass :C ; sh:minCount 1 .", "S uses sh:minCount"),
        (
            ":S a sh:NodeShape ; sh:targetClass :C ; sh:property [ sh:path ( :a :b ) ; sh:minCount 1 ] .",
            "has a path that",
        ),
        (
            ":S a sh:PropertyShape ; sh:targetClass :C ; sh:path :a ; sh:minCount 1 .",
            "S is a property of no node shape",
        ),
        (":S a sh:NodeShape , rdfs:Class ; sh:nodeKind sh:IRI .", "S is a class as well"),
        (":S a sh:NodeShape ; sh:targetClass :C ; sh:deactivated true .", "S uses sh:deactivated"),
        (":S a sh:NodeShape ; sh:targetClass", "mend the Turtle"),
    ],
)
def test_what_cannot_be_worked_out_is_refused(tmp_path: Path, text: str, words: str) -> None:
    prefixes = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/rules#> .\n"
    prefixes += "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    (tmp_path / "rules.ttl").write_text(prefixes + text)
    with pytest.raises(OntologyError, match=r"^rules.ttl:") as raised:
        checks(tmp_path / "rules.ttl")
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_every_domain_and_range_of_the_ontology_is_checked(root: Path) -> None:
    ontology, shapes = Graph().parse(root / "ontology" / "conflict.ttl"), read_shapes()
    relation = URIRef(PREFIXES["kg"] + "actedOn")
    seen = 0
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for link in ontology.subjects(RDF.type, kind):
            if relation in ontology.transitive_objects(link, RDFS.subPropertyOf):
                continue  # an agent may be a thing that acts: "a drone hit"
            for domain in ontology.objects(link, RDFS.domain):
                assert any(
                    (shape, SH["class"], domain) in shapes for shape in shapes.subjects(SH.targetSubjectsOf, link)
                ), link
                seen += 1
            for values in ontology.objects(link, RDFS.range):
                paths = list(shapes.subjects(SH.path, link))
                held = any((p, c, values) in shapes for p in paths for c in (SH["class"], SH.datatype))
                assert held or any((p, SH["in"], None) in shapes for p in paths), link
                seen += 1
    assert seen > 100


def test_a_property_on_the_wrong_kind_of_thing_or_with_the_wrong_kind_of_value_is_found(own: Store) -> None:
    break_it(own, 'place:tarn kg:trigger place:tarn . actor:VEL kg:partOf "Ormia" . event:e1 kg:timeText "Friday"')
    found = {(f.node, f.shape) for f in validate(own)}
    assert ("place:tarn", "domain-Event") in found
    assert ("actor:VEL", "range-partOf") in found
    assert ("event:e1", "range-timeText") in found


def test_a_finding_names_the_articles_and_what_to_do(own: Store) -> None:
    own.update(f"DELETE WHERE {{ GRAPH <{INCIDENTS}> {{ incident:e1 kg:reports ?n }} }}")
    (found,) = validate(own)
    assert (found.shape, found.articles) == ("incident-reports", ("convoy hit/2", "tarn-2017-05-18"))
    assert found.advice is not None
    assert str(found).endswith(f", in convoy hit/2 and tarn-2017-05-18; {found.advice}")


def test_the_shapes_are_valid_shacl_and_all_read() -> None:
    import pyshacl

    shapes = Graph().parse(shapes_file())
    assert pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)[0]
    assert pyshacl.validate(Graph(), shacl_graph=read_shapes(), meta_shacl=True)[0]
    assert len(checks()) > 200


def test_a_component_that_is_not_known_is_refused(tmp_path: Path) -> None:
    text = shapes_file().read_text().replace("sh:minLength 1", "sh:minLength 1 ; sh:uniqueLang true")
    (tmp_path / "shapes.ttl").write_text(text)
    with pytest.raises(OntologyError, match="evidence-quote uses sh:uniqueLang"):
        checks(tmp_path / "shapes.ttl")
