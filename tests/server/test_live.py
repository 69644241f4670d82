"""A server that runs: for rdflib's client, beside a writer, to its end."""

from __future__ import annotations

import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import httpx
import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from kg.graph import iris
from kg.graph.store import Store
from kg.graph.vocabulary import KG

COUNT = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a kg:Article }"


def count(url: str) -> int:
    answer = httpx.get(f"{url}/sparql", params={"query": COUNT, "format": "csv"}, timeout=30)
    assert answer.status_code == 200, answer.text
    return int(answer.text.split()[1])


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_the_client_of_rdflib_reads_it(served, filled: Store, method: str, form: str) -> None:
    store = SPARQLStore(f"{served.url}/sparql", method=method, returnFormat=form)
    rows = store.query("SELECT ?id { ?a kg:document ?id } ORDER BY ?id", initNs={"kg": str(KG)})
    assert sorted({str(row[0]) for row in rows}) == list(filled.documents())


def test_the_client_of_rdflib_reads_triples(served, filled: Store) -> None:
    graph = Graph(SPARQLStore(f"{served.url}/sparql"))
    articles = {URIRef(iris.article(document)) for document in filled.documents()}
    assert set(graph.subjects(RDF.type, URIRef(str(KG.Article)))) == articles
    made = graph.query(f"CONSTRUCT {{ ?a a <{KG.Article}> }} WHERE {{ ?a a <{KG.Article}> }}").graph
    assert made is not None
    assert set(made.subjects()) == articles
    assert len(graph.query(f"DESCRIBE <{min(articles)}>").graph or ()) > 1


def test_what_is_written_meanwhile_appears(serve, own: Store, story: ModuleType) -> None:
    with serve(own.path) as running:
        before = count(running.url)
        first = httpx.get(f"{running.url}/sparql", params={"query": COUNT})
        for number in range(1, 4):
            own.add(replace(story.FIRST_RECORD, document=f"late-{number}"))
            assert count(running.url) == before + number
        tag = {"If-None-Match": first.headers["etag"]}
        assert httpx.get(f"{running.url}/sparql", params={"query": COUNT}, headers=tag).status_code == 200


def test_other_queries_are_answered_beside_a_long_one(serve, filled: Store, endless: str) -> None:
    with serve(filled.path, "--timeout", 20) as running, ThreadPoolExecutor() as threads:
        assert count(running.url) > 0
        long = threads.submit(httpx.post, f"{running.url}/sparql", data={"query": endless}, timeout=3)
        assert count(running.url) > 0
        assert not long.done()
        assert isinstance(long.exception(), httpx.ReadTimeout)


def test_whoever_leaves_frees_the_worker(serve, filled: Store, endless: str) -> None:
    with serve(filled.path, "--timeout", 60, "--workers", 1) as running:
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(f"{running.url}/sparql", data={"query": endless}, timeout=1.5)
        assert count(running.url) > 0


def test_a_worker_that_dies_is_replaced(served) -> None:
    expected = count(served.url)
    children = Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children")
    if not children.exists():
        pytest.skip("the children of a process are seen on Linux alone")
    for child in children.read_text().split():
        subprocess.run(["kill", "-KILL", child], check=True)
    codes = {httpx.get(f"{served.url}/sparql", params={"query": COUNT}).status_code for _ in range(3)}
    assert codes <= {200, 503}
    assert count(served.url) == expected


def test_a_store_that_is_taken_away_is_told(serve, filled: Store, tmp_path: Path) -> None:
    path = shutil.copytree(filled.path, tmp_path / "copy")
    with serve(str(path)) as running:
        shutil.move(path, tmp_path / "away")
        answer = httpx.get(f"{running.url}/sparql", params={"query": COUNT}, timeout=30)
        assert (answer.status_code, answer.text.count("\n")) == (503, 1)
        assert f"there is no store at {path}" in answer.text
        shutil.move(tmp_path / "away", path)
        assert count(running.url) > 0


def test_ctrl_c_ends_it_and_its_workers(serve, filled: Store) -> None:
    with serve(filled.path) as running:
        assert count(running.url) > 0
        children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children")
        workers = children.read_text().split() if children.exists() else []
        code, told = running.stop()
        assert code == 0
        assert told.splitlines()[-1] == "kg: stopped serving"
        assert [worker for worker in workers if Path(f"/proc/{worker}").exists()] == []


def test_another_host_name_is_not_served_on_the_loopback(served) -> None:
    answer = httpx.get(f"{served.url}/queries", headers={"Host": "rebound.example"})
    assert answer.status_code == 400
    assert httpx.get(f"{served.url}/queries", headers={"Host": "localhost:99"}).status_code == 200


def test_open_to_others_it_warns(serve, filled: Store) -> None:
    with serve(filled.path, "--host", "0.0.0.0") as running:
        address = running.url.replace("0.0.0.0", "127.0.0.1")
        assert httpx.get(f"{address}/queries", headers={"Host": "lab.example"}).status_code == 200
        assert "0.0.0.0 is open to other machines" in running.told
