"""The SPARQL 1.1 Protocol, and what this server adds to it or refuses."""

from __future__ import annotations

import csv
import io
import json
import shlex
from itertools import pairwise

import httpx
import pyoxigraph as ox
import pytest

from kg.graph import iris
from kg.graph.queries import NamedQuery, library
from kg.graph.store import Store
from kg.server.protocol import REQUEST, Refused, permitted

ARTICLES = "SELECT DISTINCT ?id { ?article a kg:Article ; kg:document ?id } ORDER BY ?id LIMIT 2"
MADE = "CONSTRUCT { ?a rdfs:label ?id } WHERE { ?a kg:document ?id } ORDER BY ?id LIMIT 2"


@pytest.fixture
def ids(filled: Store) -> list[str]:
    return list(filled.documents()[:2])


def test_get_and_both_kinds_of_post_answer_alike(client: httpx.Client, ids: list[str]) -> None:
    headers = {"Accept": "text/csv"}
    got = client.get("/sparql", params={"query": ARTICLES}, headers=headers)
    form = client.post("/sparql", data={"query": ARTICLES}, headers=headers)
    direct = client.post(
        "/sparql", content=ARTICLES, headers={**headers, "Content-Type": "application/sparql-query; charset=utf-8"}
    )
    assert {answer.status_code for answer in (got, form, direct)} == {200}
    assert got.text == form.text == direct.text
    assert [row["id"] for row in csv.DictReader(io.StringIO(got.text))] == ids


@pytest.mark.parametrize(
    ("media", "kind"),
    [
        ("application/sparql-results+json", ox.QueryResultsFormat.JSON),
        ("application/sparql-results+xml", ox.QueryResultsFormat.XML),
        ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
    ],
)
def test_rows_come_as_accepted(client: httpx.Client, ids: list[str], media: str, kind: ox.QueryResultsFormat) -> None:
    answer = client.get("/sparql", params={"query": ARTICLES}, headers={"Accept": media})
    assert answer.headers["content-type"].startswith(media)
    again = ox.parse_query_results(answer.content, kind)
    assert isinstance(again, ox.QuerySolutions)
    assert [solution["id"].value for solution in again] == ids


@pytest.mark.parametrize(
    ("media", "kind"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_triples_come_as_accepted(client: httpx.Client, ids: list[str], media: str, kind: ox.RdfFormat) -> None:
    answer = client.get("/sparql", params={"query": MADE}, headers={"Accept": media})
    assert answer.headers["content-type"].startswith(media)
    found = {(quad.subject.value, quad.object.value) for quad in ox.parse(answer.content, kind)}  # type: ignore[union-attr]
    assert found == {(iris.article(document), document) for document in ids}


def test_a_format_parameter_stands_in_for_the_header(client: httpx.Client) -> None:
    for form, start in (("csv", "id\r"), ("tsv", "?id"), ("xml", "<?xml"), ("json", "{")):
        text = client.get("/sparql", params={"query": ARTICLES, "format": form}).text
        assert text.replace("\n", "\r", 1).startswith(start)


def test_yes_and_no(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"query": "ASK { ?a a kg:Article }"}).json()["boolean"] is True


def test_the_graphs_of_the_request_are_those_asked(client: httpx.Client, ids: list[str]) -> None:
    first, second = map(iris.article, ids)
    query = "SELECT DISTINCT ?id { ?a kg:document ?id }"
    asked = {"query": query, "default-graph-uri": [first, second]}
    for answer in (client.get("/sparql", params=asked), client.post("/sparql", data=asked)):
        assert sorted(row["id"]["value"] for row in answer.json()["results"]["bindings"]) == ids
    inside = {"query": "SELECT DISTINCT ?g { GRAPH ?g { ?a kg:document ?id } }", "named-graph-uri": second}
    rows = client.get("/sparql", params=inside).json()["results"]["bindings"]
    assert [row["g"]["value"] for row in rows] == [second]
    wrong = client.get("/sparql", params={"query": query, "default-graph-uri": "not an iri"})
    assert (wrong.status_code, wrong.text) == (400, "the graph 'not an iri' is no IRI\n")


def test_a_syntax_error_is_400_with_its_place(client: httpx.Client) -> None:
    wrong = {"query": "SELECT ?x {\n ?x foo:bar ?y }"}
    answer = client.get("/sparql", params=wrong)
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")
    assert "line 2, column 12" in answer.text
    body = client.get("/sparql", params=wrong, headers={"Accept": "application/json"}).json()
    assert (body["line"], body["column"]) == (2, 12)


@pytest.mark.parametrize(
    ("sent", "status", "told"),
    [
        ({"data": {"query": ""}}, 400, "the query is empty"),
        ({"data": {"other": "x"}}, 400, "no query"),
        ({"data": {"query": [ARTICLES, ARTICLES]}}, 400, "one query"),
        ({"data": {"update": "CLEAR ALL"}}, 403, "only answers queries"),
        ({"data": {"query": "# now\nPREFIX a: <b:c>\nDELETE WHERE { ?s ?p ?o }"}}, 403, "only answers queries"),
        ({"content": "CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}}, 403, "only answers"),
        ({"content": ARTICLES, "headers": {"Content-Type": "text/plain"}}, 415, "application/sparql-query"),
        ({"content": b"\xff", "headers": {"Content-Type": "application/sparql-query"}}, 400, "UTF-8"),
        ({"data": {"query": "#" * REQUEST}}, 413, "too large"),
        ({"data": {"query": ARTICLES}, "headers": {"Accept": "image/png"}}, 406, "accepted formats"),
        ({"data": {"query": ARTICLES}, "headers": {"Accept": "text/turtle"}}, 406, "gives rows"),
        ({"data": {"query": MADE}, "headers": {"Accept": "text/csv"}}, 406, "gives triples"),
        ({"data": {"query": ARTICLES, "format": "xlsx"}}, 400, "no format 'xlsx'"),
        ({"data": {"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}}, 403, "no other server"),
    ],
)
def test_what_is_refused_says_why(client: httpx.Client, sent: dict[str, object], status: int, told: str) -> None:
    answer = client.post("/sparql", **sent)  # type: ignore[arg-type]
    assert (answer.status_code, answer.text.count("\n")) == (status, 1)
    assert told in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE SILENT <http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o .service<http://x/>{ ?s ?p ?o } }",
        "SELECT * { VALUES ?x { <http://x/> } SERVICE #here\n ?x { ?s ?p ?o } }",
        "PREFIX : <http://x/> SELECT * { SERVICE :a#c\n{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 5 FILTER(?a<'>'||true)SERVICE<http://x>{?s ?p ?o} FILTER(?z='') }",
        "SELECT * { " + "SERVICE " * 100 + "}",
        "base <http://x/> insert data { <a> <b> <c> }",
        "#c\rDROP ALL",
    ],
)
def test_no_trick_hides_an_update_or_another_server(query: str) -> None:
    with pytest.raises(Refused) as caught:
        permitted(query)
    assert caught.value.status == 403


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s rdfs:label 'the secret service' }",
        'SELECT ?service { ?service a <http://x/Service> FILTER(CONTAINS(?l, "Security Service {")) }',
        "PREFIX insert: <http://x/> SELECT * { ?s insert:data ?o }",
        "SELECT ?service { ?s ex:service ?service } GROUP BY ?service",
    ],
)
def test_the_words_alone_are_no_offence(query: str) -> None:
    assert permitted(query) == query


def test_other_methods(client: httpx.Client) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        answer = client.request(method, "/sparql")
        assert answer.status_code == 405
        assert set(answer.headers["allow"].replace(",", " ").split()) == {"GET", "HEAD", "POST", "OPTIONS"}
    assert client.options("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"
    head = client.head("/sparql", params={"query": ARTICLES})
    assert (head.status_code, head.text) == (200, "")
    assert client.get("/nowhere").status_code == 404


def test_an_answer_that_is_cut_says_so(client: httpx.Client) -> None:
    every = "SELECT * { ?s ?p ?o }"
    answer = client.get("/sparql", params={"query": every})
    assert answer.headers["x-kg-truncated"] == "3"
    assert len(answer.json()["results"]["bindings"]) == 3
    assert "x-kg-truncated" not in client.get("/sparql", params={"query": f"{every} LIMIT 3"}).headers


def test_an_unchanged_answer_is_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/sparql", params={"query": ARTICLES})
    tag = first.headers["etag"]
    again = client.get("/sparql", params={"query": ARTICLES}, headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = client.get("/sparql", params={"query": ARTICLES}, headers={"If-None-Match": tag, "Accept": "text/csv"})
    assert other.status_code == 200
    fickle = client.get("/sparql", params={"query": "SELECT (NOW() AS ?now) {}"})
    assert "etag" not in fickle.headers
    assert fickle.headers["cache-control"] == "no-store"


def test_a_query_without_end_is_stopped_and_the_next_is_answered(client: httpx.Client, endless: str) -> None:
    answer = client.post("/sparql", data={"query": endless})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "took longer than 8 seconds" in answer.text
    assert client.get("/sparql", params={"query": ARTICLES}).status_code == 200


def test_pages_of_the_named_origin_alone_may_ask(client: httpx.Client) -> None:
    asked = {"params": {"query": ARTICLES}}
    known = client.get("/sparql", **asked, headers={"Origin": "https://lab.example"})  # type: ignore[arg-type]
    assert known.headers["access-control-allow-origin"] == "https://lab.example"
    other = client.get("/sparql", **asked, headers={"Origin": "https://other.example"})  # type: ignore[arg-type]
    assert "access-control-allow-origin" not in other.headers


def test_the_service_describes_itself(client: httpx.Client) -> None:
    answer = client.get("/sparql", headers={"Accept": "application/n-triples"})
    facts = {str(quad.triple) for quad in ox.parse(answer.content, ox.RdfFormat.N_TRIPLES)}
    sd = "http://www.w3.org/ns/sparql-service-description#"
    endpoint = f"{client.base_url}".rstrip("/") + "/sparql"
    service = f"<{endpoint}#service>"
    assert f"{service} <{sd}endpoint> <{endpoint}>" in facts
    assert f"{service} <{sd}supportedLanguage> <{sd}SPARQL11Query>" in facts
    browser = client.get("/sparql", headers={"Accept": "text/html"}, follow_redirects=False)
    assert (browser.status_code, browser.headers["location"]) == (303, "/")
    assert client.get("/sparql", headers={"Accept": "text/csv"}).status_code == 406


def test_the_named_queries_are_listed(client: httpx.Client) -> None:
    listed = client.get("/queries").json()
    assert [each["name"] for each in listed] == [each.name for each in library()]
    assert "format" not in {parameter["name"] for each in listed for parameter in each["parameters"]}
    assert client.get(listed[0]["href"]).status_code == 200


def test_a_named_query_answers_by_its_address(client: httpx.Client) -> None:
    answer = client.get("/queries/articles", params={"limit": "1", "format": "csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(list(csv.DictReader(io.StringIO(answer.text)))) == 1
    assert answer.headers["x-kg-truncated"] == "1"
    shown = client.get("/queries/articles", params={"limit": "1", "format": "sparql"})
    assert shown.headers["content-type"].startswith("application/sparql-query")
    assert "LIMIT 1" in shown.text


@pytest.mark.parametrize("query", library(), ids=lambda query: query.name)
def test_every_question_is_answered_and_shown_as_sparql(client: httpx.Client, query: NamedQuery) -> None:
    words = shlex.split(query.example)
    given = dict(said.split("=", 1) for option, said in pairwise(words) if option == "-p")
    assert client.get(f"/queries/{query.name}", params=given).status_code == 200
    shown = client.get(f"/queries/{query.name}", params={**given, "format": "sparql"}).text
    assert client.post("/sparql", data={"query": shown}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/queries/article", 404, "did you mean articles?"),
        ("/queries/zzz", 404, "see /queries"),
        ("/queries/articles?colour=red", 400, "no parameter 'colour'"),
        ("/queries/articles?limit=many", 400, "no whole number"),
        ("/queries/event", 400, "needs"),
        ("/queries/articles?format=ttl", 406, "gives rows"),
    ],
)
def test_mistakes_in_named_queries(client: httpx.Client, path: str, status: int, told: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.text.count("\n")) == (status, 1)
    assert told in answer.text


def test_every_answer_keeps_a_browser_to_this_server(client: httpx.Client) -> None:
    for path in ("/", "/sparql", "/queries", "/static/page.js", "/nowhere"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "http" not in policy


def test_prefixes_are_given(client: httpx.Client) -> None:
    assert json.loads(client.get("/prefixes").text)["kg"].startswith("https://")
