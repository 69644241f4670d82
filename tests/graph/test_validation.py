from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.graph.shapes import checks, shapes_file
from kg.graph.store import Store
from kg.graph.validation import validate

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


def test_the_shapes_are_valid_shacl_and_all_read() -> None:
    import pyshacl
    from rdflib import Graph

    shapes = Graph().parse(shapes_file())
    assert pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)[0]
    assert len(checks()) > 100


def test_a_component_that_is_not_known_is_refused(tmp_path: Path) -> None:
    text = shapes_file().read_text().replace("sh:minLength 1", "sh:minLength 1 ; sh:uniqueLang true")
    (tmp_path / "shapes.ttl").write_text(text)
    with pytest.raises(OntologyError, match="evidence-quote uses sh:uniqueLang"):
        checks(tmp_path / "shapes.ttl")
