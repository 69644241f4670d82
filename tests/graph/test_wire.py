"""What a server may answer, and what the user is told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest

from kg.errors import QueryError, StoreError
from kg.graph.answers import result
from kg.graph.endpoints import SERVERS, address, endpoints, is_url, recognised, shown
from kg.graph.store import open_store
from kg.graph.wire import TRIES, Wire

Answer = tuple[int, dict[str, str], bytes]


class Scripted(BaseHTTPRequestHandler):
    """Gives the answers of a list in turn, the last again and again."""

    script: ClassVar[list[Answer]] = []
    asked: ClassVar[list[tuple[str, str, str | None]]] = []

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self.asked.append((self.command, self.path, self.headers.get("Authorization") or body))
        status, headers, content = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_PUT = do_GET

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def scripted() -> Iterator[Callable[..., str]]:
    """Start a server that gives these answers; return its URL."""
    with HTTPServer(("127.0.0.1", 0), Scripted) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()

        def start(*answers: Answer) -> str:
            Scripted.script, Scripted.asked = list(answers), []
            return f"http://127.0.0.1:{server.server_port}"

        yield start
        server.shutdown()


def wire(url: str, waits: list[float]) -> Wire:
    return Wire(address(url, {}), pause=waits.append)


OK: Answer = (200, {}, b"fine")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again_after_longer_and_longer_waits(scripted: Callable[..., str], status: int) -> None:
    url, waits = scripted(*[(status, {}, b"busy")] * 3, OK), list[float]()
    one = wire(url, waits)
    assert one.send("POST", f"{url}/x", (), content=b"y").content == b"fine"
    assert waits == [0.2, 0.4, 0.8]
    assert len(Scripted.asked) == 4
    one.close()


def test_a_server_may_say_how_long_to_wait(scripted: Callable[..., str]) -> None:
    url, waits = scripted((429, {"Retry-After": "3"}, b""), (503, {"Retry-After": "3600"}, b""), OK), list[float]()
    one = wire(url, waits)
    one.send("GET", url, ())
    assert waits == [3.0, 10.0]
    one.close()


def test_a_server_that_stays_busy_is_given_up(scripted: Callable[..., str]) -> None:
    url, waits = scripted((503, {}, b"closed for today\n")), list[float]()
    one = wire(url, waits)
    with pytest.raises(StoreError, match=r"^http://127.0.0.1:\d+ answers 503: closed for today$"):
        one.send("GET", url, ())
    assert len(Scripted.asked) == TRIES
    one.close()


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        ((401, {}, b""), StoreError, r"refuses this user \(401\); set KG_STORE_USER and KG_STORE_PASSWORD"),
        ((403, {}, b""), StoreError, r"refuses this user \(403\)"),
        ((404, {}, b""), StoreError, r"has nothing at /query \(404\); check the URL, or name the kind of server"),
        ((400, {}, b"<html>\nunknown function\n"), QueryError, "does not take the query: unknown function"),
        ((200, {"Content-Type": "text/html"}, b"<html>"), StoreError, "does not answer as SPARQL 1.1 does"),
        ((200, {"Content-Type": "application/json"}, b"[1]"), StoreError, "does not answer as SPARQL 1.1 does"),
        ((200, {"Content-Type": "application/json"}, b"{"), StoreError, "does not answer as SPARQL 1.1 does"),
    ],
)
def test_what_goes_wrong_is_one_line_without_the_password(
    scripted: Callable[..., str], answer: Answer, error: type[Exception], words: str
) -> None:
    url = scripted(answer).replace("http://", "oxigraph+http://ann:s3cret@")
    with pytest.raises(error, match=words) as told:
        open_store(url, read_only=True)
    assert "s3cret" not in str(told.value)
    assert "ann" not in str(told.value)
    assert "\n" not in str(told.value)


def test_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.wire.TRIES", 2)
    monkeypatch.setattr("kg.graph.wire.FIRST_WAIT", 0.01)
    with pytest.raises(StoreError, match=r"http://127.0.0.1:9 cannot be reached \(connection refused\); check the URL"):
        open_store("http://ann:s3cret@127.0.0.1:9", read_only=True)


@pytest.mark.parametrize("seconds", ["soon", "-1", "0", "nan", "inf"])
def test_a_limit_that_is_no_number_of_seconds_is_told(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv("KG_STORE_TIMEOUT", seconds)
    with pytest.raises(StoreError, match=f"KG_STORE_TIMEOUT={seconds} is no number of seconds"):
        open_store("oxigraph+http://127.0.0.1:9", read_only=True)


def test_an_unknown_server_is_to_be_named(scripted: Callable[..., str]) -> None:
    with pytest.raises(StoreError, match=r"does not know this server; name its kind \(oxigraph, virtuoso, fuseki"):
        open_store(scripted(OK), read_only=True)


def test_a_default_graph_that_is_not_all_graphs_is_refused(scripted: Callable[..., str]) -> None:
    json = {"Content-Type": "application/sparql-results+json"}
    no, yes = (200, json, b'{"head": {}, "boolean": false}'), (200, json, b'{"head": {}, "boolean": true}')
    url = scripted(no, yes).replace("http", "fuseki+http")
    with pytest.raises(StoreError, match=r"default graph is not all graphs together.*unionDefaultGraph"):
        open_store(f"{url}/ds", read_only=True)
    assert Scripted.asked[0][1] == "/ds/query"


@pytest.mark.parametrize(
    ("environment", "url", "sent"),
    [
        ({}, "http://ann:s3%20c@{}", "Basic YW5uOnMzIGM="),
        ({"KG_STORE_USER": "ann", "KG_STORE_PASSWORD": "s3 c"}, "http://{}", "Basic YW5uOnMzIGM="),
        ({"KG_STORE_TOKEN": "abc"}, "http://{}", "Bearer abc"),
        ({}, "http://{}", ""),
    ],
)
def test_users_and_tokens_are_sent(
    scripted: Callable[..., str], environment: dict[str, str], url: str, sent: str
) -> None:
    at = scripted(OK)
    one = Wire(address(url.format(at.removeprefix("http://")), environment))
    one.send("GET", at, ())
    assert Scripted.asked == [("GET", "/", sent)]
    one.close()


@pytest.mark.parametrize(
    ("url", "query", "update", "graphs"),
    [
        ("oxigraph+http://h:7878/", "http://h:7878/query", "http://h:7878/update", "http://h:7878/store"),
        ("virtuoso+http://h", "http://h/sparql", "http://h/sparql", "http://h/sparql-graph-crud"),
        ("virtuoso+http://u:p@h", "http://h/sparql-auth", "http://h/sparql-auth", "http://h/sparql-graph-crud-auth"),
        ("fuseki+https://h/ds", "https://h/ds/query", "https://h/ds/update", "https://h/ds/data"),
        ("graphdb+http://h/repositories/r", "http://h/repositories/r", "http://h/repositories/r/statements",
         "http://h/repositories/r/rdf-graphs/service"),
        ("neptune+https://h:8182", "https://h:8182/sparql", "https://h:8182/sparql", "https://h:8182/sparql/gsp/"),
        ("qlever+http://h:7001", "http://h:7001", "http://h:7001", "http://h:7001"),
        ("http://h/db?query=q&update=/u&graphs=g", "http://h/db/q", "http://h/db/u", "http://h/db/g"),
        ("sparql+http://h/sparql", "http://h/sparql", "http://h/sparql", None),
        ("fuseki+http://h/ds?graphs=", "http://h/ds/query", "http://h/ds/update", None),
    ],
)  # fmt: skip
def test_each_kind_of_server_has_its_paths(url: str, query: str, update: str, graphs: str | None) -> None:
    where = address(url, {})
    assert where.server is not None
    found = endpoints(where, where.server)
    assert (found.query, found.update, found.graphs) == (query, update, graphs)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://h", "is no URL of a server"),
        ("http://", "is no URL of a server"),
        ("http://h:99999", "is no URL of a server"),
        ("sesame+http://u:secret@h", "no server 'sesame' is known; there are oxigraph"),
        ("http://u:secret@h?graph=x", "'graph' is no part of a store's URL"),
    ],
)
def test_a_url_that_is_none_is_refused(url: str, words: str) -> None:
    with pytest.raises(StoreError, match=words) as told:
        address(url, {})
    assert "secret" not in str(told.value)


def test_a_path_is_no_url() -> None:
    assert [is_url(path) for path in ("kg-store", "/a/b", "http", "http://h", "virtuoso+https://h")] == [
        False, False, False, True, True]  # fmt: skip
    assert shown("virtuoso+http://u:p@h/x") == "virtuoso+http://h/x"
    assert "p4ss" not in repr(address("http://u:p4ss@h", {}))


def test_servers_are_known_by_what_they_say() -> None:
    assert recognised({"server": "Virtuoso/07.20.3229 (Linux)"}, "http://h") == "virtuoso"
    assert recognised({"server": "Oxigraph/0.5.13"}, "http://h") == "oxigraph"
    assert recognised({"fuseki-request-id": "3"}, "http://h") == "fuseki"
    assert recognised({}, "http://h/repositories/x") == "graphdb"
    assert recognised({"server": "nginx"}, "http://h") is None
    assert set(SERVERS) >= {"oxigraph", "virtuoso", "fuseki", "graphdb", "qlever", "neptune", "sparql"}


def test_an_answer_of_virtuoso_is_read() -> None:
    asked = b'{"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": []}}'
    assert result(asked, "application/sparql-results+json", "x").answer is False
    typed = b"""{"head": {"vars": ["a", "b"]}, "results": {"bindings": [{"a": {"type": "typed-literal",
        "datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "1"}, "b": {"type": "literal",
        "xml:lang": "en", "value": "x"}}]}}"""
    (row,) = result(typed, "application/sparql-results+json", "x").rows
    assert list(map(str, row)) == ['"true"^^<http://www.w3.org/2001/XMLSchema#boolean>', '"x"@en']
