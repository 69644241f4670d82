from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, Triple, parse
from rdflib import Graph

from kg.dicts import from_dict
from kg.errors import ExportError
from kg.export import FORMATS, write
from kg.export.chosen import Chosen
from kg.export.formats import save
from kg.export.selection import quads, records
from kg.export.turtle import name, turtle
from kg.graph.store import Store, open_store
from kg.graph.vocabulary import PREFIXES
from kg.model import Record

ASKED = (
    "PREFIX kg: <https://w3id.org/conflict-event-kg/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "SELECT ?a ?r ?b { ?r rdfs:subPropertyOf* kg:actedAgainst . ?a ?r ?b }"
)


def text(store: Store, form: str) -> str:
    target = io.StringIO()
    write(store, form, target)
    return target.getvalue()


def union(store: Store) -> set[Triple]:
    return {Triple(q.subject, q.predicate, q.object) for q in quads(Chosen(store))}


def read(content: str, form: RdfFormat) -> set[Triple]:
    return {Triple(q.subject, q.predicate, q.object) for q in parse(content, format=form)}


def test_turtle_holds_the_union_of_the_articles_and_incidents(filled: Store) -> None:
    assert read(text(filled, "ttl"), RdfFormat.TURTLE) == union(filled)


def test_turtle_reads_well(filled: Store) -> None:
    written = text(filled, "ttl")
    assert (
        'event:e1\n    a kg:Airstrike , kg:Event , sem:Event ;\n    rdfs:label "Airstrike: Lake Coalition > a pro'
        in written
    )
    assert (
        written.index("\narticle:tarn-2017-05-18\n") < written.index("\nincident:e1\n") < written.index("\nevent:e1\n")
    )


def test_a_flat_turtle_file_answers_on_its_own_in_rdflib(filled: Store) -> None:
    graph = Graph().parse(data=text(filled, "ttl"), format="turtle")
    found = {tuple(term.n3(graph.namespace_manager) for term in row) for row in graph.query(ASKED)}
    assert ("actor:VEL-MIL", "kg:airstruck", "place:tarn") in found
    assert len(found) == 5


def test_only_what_is_used_of_the_ontology_is_written(filled: Store) -> None:
    written = text(filled, "ttl")
    assert "kg:Airstrike\n" in written
    assert "actor:VEL-GOV\n" in written
    assert "kg:Earthquake" not in written
    assert "\nkg:Surrender\n" not in written
    assert "actor:ORM-MIL\n" in written


def test_the_records_and_marks_of_the_store_are_not_written(filled: Store) -> None:
    assert "rdf:JSON" not in text(filled, "ttl")
    assert "storeSchema" not in text(filled, "nq")


def test_nquads_are_sorted_and_keep_the_graphs_and_the_records(filled: Store) -> None:
    lines = text(filled, "nq").splitlines()
    assert lines == sorted(lines)
    held = {*quads(Chosen(filled)), *records(Chosen(filled))}
    assert set(parse("\n".join(lines), format=RdfFormat.N_QUADS)) == held


def test_trig_keeps_the_graphs(filled: Store) -> None:
    assert set(parse(text(filled, "trig"), format=RdfFormat.TRIG)) == set(quads(Chosen(filled)))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_jsonld_says_the_same(filled: Store) -> None:
    written = text(filled, "jsonld")
    assert json.loads(written)["@context"]["kg"] == PREFIXES["kg"]
    graph = Graph().parse(data=written, format="json-ld")
    assert read(graph.serialize(format="nt"), RdfFormat.N_TRIPLES) == union(filled)


def test_jsonld_has_bare_names_and_values(filled: Store) -> None:
    nodes = {node["@id"]: node for node in json.loads(text(filled, "jsonld"))["@graph"]}
    event = nodes["event:e1"]
    assert event["@type"] == ["sem:Event", "Airstrike", "Event"]
    assert event["label"].startswith("Airstrike: Lake Coalition > a pro-government convoy")
    assert (event["agent"], event["kg:place"], event["start"]) == ("actor:lake-coalition", "place:tarn", "2017-05-18")
    assert (event["confidence"], event["status"]) == ("0.95", "kg:Asserted")
    assert nodes["actor:VEL-MIL"]["airstruck"] == "place:tarn"


def test_records_share_incidents_across_documents(filled: Store) -> None:
    records = [from_dict(Record, json.loads(line)) for line in text(filled, "jsonl").splitlines()]
    assert [record.document for record in records] == ["convoy hit/2", "tarn-2017-05-18"]
    shared = {
        event.incident
        for record in records
        for event in record.events
        if event.id in ("event:f1", "event:e0", "event:e1")
    }
    assert shared == {"incident:e1"}


def test_graphml_reads_back_in_networkx(filled: Store) -> None:
    graph = nx.parse_graphml(text(filled, "graphml"), force_multigraph=True)
    assert graph.nodes["actor:VEL-MIL"] == {
        "label": "Velandic Army",
        "kind": "Military",
        "country": "VEL",
        "sector": "MIL",
    }
    (edge,) = graph.get_edge_data("actor:VEL-MIL", "place:tarn").values()
    assert edge["label"] == "Airstrike: Velandic Army > Tarn, 2016-06"
    assert (edge["weight"], edge["start"], edge["end"], edge["network"]) == (1, "2016-06-01", "2016-06-30", "conflict")
    assert edge["articles"] == "tarn-2017-05-18"
    assert "Velandic" in edge["notes"]
    assert "incident:e1" in graph["actor:lake-coalition"]["article:tarn-2017-05-18/actor/pro-government-convoy"]


def test_graph_files_give_every_edge_and_key_an_id_of_its_own(filled: Store) -> None:
    import xml.etree.ElementTree as ET

    for form in ("graphml", "gexf"):
        root = ET.fromstring(text(filled, form))
        ids = [element.get("id") for element in root.iter() if element.tag.endswith(("}edge", "}key"))]
        assert len(ids) == len(set(ids)) > 5
    assert ET.fromstring(text(filled, "graphml")) is not None


def test_gexf_reads_back_in_networkx(filled: Store, tmp_path: Path) -> None:
    write(filled, "gexf", tmp_path / "g.gexf")
    graph = nx.read_gexf(tmp_path / "g.gexf")
    assert graph.nodes["place:tarn"]["label"] == "Tarn"
    assert {d["weight"] for _, _, d in graph.edges(data=True)} == {1.0, 2.0}
    written = (tmp_path / "g.gexf").read_text()
    assert 'mode="dynamic"' in written
    assert 'start="2016-06-01" end="2016-06-30"' in written
    assert "lastmodifieddate" not in written


def test_an_empty_store_can_be_written_in_every_format(invented: Path, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "empty"), ontology=invented) as store:
        for form in FORMATS:
            write(store, form, tmp_path / f"x.{form}")
            assert (tmp_path / f"x.{form}").exists()


def test_an_unknown_format_names_those_there_are(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no format 'doc'; there are ttl, trig"):
        write(filled, "doc", tmp_path / "x")


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    def broken() -> object:
        yield "half"
        raise RuntimeError("no more")

    path = tmp_path / "x.ttl"
    path.write_text("old")
    with pytest.raises(RuntimeError):
        save(path, broken())  # type: ignore[arg-type]
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["x.ttl"]


def test_a_target_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match="cannot be written"):
        save(tmp_path / "file" / "x.ttl", ["x"])
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportError, match="cannot be written"):
        save(tmp_path / "folder", ["x"])


def test_a_written_file_has_the_usual_rights(tmp_path: Path) -> None:
    save(tmp_path / "x", ["x"])
    (tmp_path / "y").write_text("y")
    assert (tmp_path / "x").stat().st_mode == (tmp_path / "y").stat().st_mode


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        (PREFIXES["actor"] + "SYR-MIL", "actor:SYR-MIL"),
        (PREFIXES["article"] + "a%20b", "article:a%20b"),
        (PREFIXES["article"] + "a/b", f"<{PREFIXES['article']}a/b>"),
        (PREFIXES["article"] + "a.", f"<{PREFIXES['article']}a.>"),
        (PREFIXES["article"], f"<{PREFIXES['article']}>"),
        ("http://example.org/x", "<http://example.org/x>"),
    ],
)
def test_iris_are_shortened_only_where_that_is_sound(iri: str, written: str) -> None:
    assert name(iri) == written


def test_turtle_survives_awkward_literals() -> None:
    awkward = (
        '<http://x/s> <http://x/p> "a\\"b\\\\c\\n\\t^^kg:x é\\u2028"@en-GB , "1.0"^^<http://x/t> , 7 , -1.5 , true , '
        '"39"^^<http://www.w3.org/2001/XMLSchema#decimal> .'
    )
    triples = [Triple(q.subject, q.predicate, q.object) for q in parse(awkward, format=RdfFormat.TURTLE)]
    assert read("".join(turtle(triples)), RdfFormat.TURTLE) == set(triples)


SCRIPT = """
import sys, hashlib, importlib.util
from pathlib import Path
from kg.graph.store import open_store
from kg.graph import incidents
from kg.export.chosen import Chosen, Wanted
from kg.export.formats import FORMATS
spec = importlib.util.spec_from_file_location("records", sys.argv[1])
records = importlib.util.module_from_spec(spec); spec.loader.exec_module(records)
with open_store(sys.argv[2], ontology=Path(sys.argv[3])) as store:
    for record in sorted(records.RECORDS, key=lambda r: r.document, reverse=sys.argv[4] == "backwards"):
        store.add(record)
    incidents.refresh(store)
    for form, writer in FORMATS.items():
        for wanted in (Wanted(), Wanted(actors=("Lake Coalition",), by_report=True)):
            parts = (part if isinstance(part, bytes) else part.encode() for part in writer(Chosen(store, wanted)))
            print(form, hashlib.sha256(b"".join(parts)).hexdigest())
    from kg.analysis.report import report
    print(hashlib.sha256(report(store).render("json").encode()).hexdigest())
"""


def test_all_bytes_are_the_same_whatever_the_hash_seed_and_the_order(
    root: Path, invented: Path, tmp_path: Path
) -> None:
    def run(seed: str, order: str) -> str:
        command = [
            sys.executable,
            "-c",
            SCRIPT,
            f"{root}/tests/graph/records.py",
            str(tmp_path / seed),
            str(invented),
            order,
        ]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        return subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout

    assert run("1", "forwards") == run("2", "backwards")


def test_the_command_line_knows_the_formats_there_are(story: ModuleType) -> None:
    from kg.cli.export import FORMATS as offered

    assert tuple(offered) == tuple(FORMATS)


@pytest.mark.parametrize("form", ["ttl", "trig", "nq", "jsonld", "graphml", "gexf"])
def test_exports_with_places_of_geonames_name_it(filled: Store, tmp_path: Path, invented: Path, form: str) -> None:
    assert text(filled, form).count("come from GeoNames (https://www.geonames.org/), CC BY 4.0") == 1
    with open_store(str(tmp_path / "empty"), ontology=invented) as empty:
        assert "GeoNames" not in text(empty, form)
