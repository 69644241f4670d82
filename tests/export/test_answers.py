from __future__ import annotations

import csv
import io
import json

import pytest
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results
from rdflib.query import Result as RdflibResult

from kg.errors import QueryError
from kg.export.answers import answer
from kg.graph.results import Result
from kg.graph.store import Store

ROWS = """
SELECT ?event ?label ?low ?missing {
  VALUES (?event ?label ?low ?missing) {
    (event:e1 "a <b> & \\"c\\"\\ttab\\nline"@en 5 UNDEF)
    (event:e2 "x, y" 0.5 true)
  }
}
"""


@pytest.fixture
def found(filled: Store) -> Result:
    return filled.query(ROWS)


def text(result: Result, form: str) -> str:
    return "".join(answer(result, form))


def test_a_table_is_for_people(found: Result) -> None:
    lines = text(found, "table").splitlines()
    assert lines[0].split() == ["event", "label", "low", "missing"]
    assert "event:e2" in lines[3]
    assert 'a <b> & "c" tab line' in lines[2]


def test_json_is_that_of_sparql(found: Result) -> None:
    body = json.loads(text(found, "json"))
    assert body["head"]["vars"] == ["event", "label", "low", "missing"]
    first, second = body["results"]["bindings"]
    assert first["event"]["type"] == "uri"
    assert first["label"]["xml:lang"] == "en"
    assert "missing" not in first
    assert second["low"]["datatype"].endswith("#decimal")


@pytest.mark.parametrize(
    ("form", "kind"),
    [("json", QueryResultsFormat.JSON), ("xml", QueryResultsFormat.XML), ("tsv", QueryResultsFormat.TSV)],
)
def test_the_formats_of_sparql_read_back_as_they_were(found: Result, form: str, kind: QueryResultsFormat) -> None:
    again = parse_query_results(text(found, form), kind)
    assert tuple(tuple(solution) for solution in again) == found.rows  # type: ignore[union-attr]


@pytest.mark.parametrize("form", ["json", "xml"])
def test_rdflib_reads_them_too(found: Result, form: str) -> None:
    assert len(RdflibResult.parse(io.BytesIO(text(found, form).encode()), format=form).bindings) == 2


def test_csv_has_plain_values(found: Result) -> None:
    rows = list(csv.reader(io.StringIO(text(found, "csv"))))
    assert rows[0] == ["event", "label", "low", "missing"]
    assert rows[2][1:] == ["x, y", "0.5", "true"]


@pytest.mark.parametrize(
    ("form", "words"), [("table", "yes"), ("json", "true"), ("csv", "true"), ("tsv", "true"), ("xml", "<boolean>true")]
)
def test_yes_and_no_have_every_form(filled: Store, form: str, words: str) -> None:
    assert words in text(filled.query("ASK { event:e1 a kg:Event }"), form)


def test_triples_are_turtle(filled: Store) -> None:
    written = text(
        filled.query("CONSTRUCT { ?a ?r ?b } { ?s rdf:subject ?a ; rdf:predicate ?r ; rdf:object ?b }"), "ttl"
    )
    assert len(list(parse(written, format=RdfFormat.TURTLE))) == 7


def test_rows_are_no_triples_and_triples_no_rows(filled: Store, found: Result) -> None:
    with pytest.raises(QueryError, match="CONSTRUCT"):
        text(found, "ttl")
    with pytest.raises(QueryError, match="-f ttl"):
        text(filled.query("CONSTRUCT WHERE { ?s a kg:Event }"), "csv")


def test_xml_of_a_stray_control_character_can_be_read() -> None:
    node, words = NamedNode("http://a/b"), Literal("one\x01two")
    rows = list(parse_query_results("".join(answer(Result(("x",), ((words,),)), "xml")), format=QueryResultsFormat.XML))
    assert [row["x"].value for row in rows] == ["one\ufffdtwo"]
    (quad,) = parse("".join(answer(Result(triples=(Triple(node, node, words),)), "rdf")), format=RdfFormat.RDF_XML)
    assert quad.object == Literal("one\ufffdtwo")


def test_a_table_fits_into_a_terminal_and_ids_stay_whole() -> None:
    who = NamedNode("https://w3id.org/conflict-event-kg/incident/0123456789abcdef")
    names = ("Armed Forces of the Russian Federation", "Armed Forces of Ukraine")
    found = Result(("incident", "name"), tuple((who, Literal(name)) for name in names))
    wide, fitted, narrow = ("".join(answer(found, "table", width)) for width in (200, 60, 10))
    assert wide == text(found, "table")
    assert "incident:0123456789abcdef  Armed Forces of the Russian Fe...\n" in fitted
    assert max(map(len, fitted.splitlines())) == 60
    assert "incident:0123456789abcdef  Armed Forces of the R...\n" in narrow
    assert all(names[1] in table for table in (wide, fitted, narrow))
