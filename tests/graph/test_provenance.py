from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import Literal

from kg.documents.fields import document
from kg.errors import QueryError
from kg.export import write
from kg.graph import iris
from kg.graph.provenance import LIBRARIES, Build, run
from kg.graph.store import Store, open_store
from kg.graph.validation import validate

BUILD = Build("1", "m 2", "o")
SETTINGS = {"with-text": "no"}


@pytest.fixture
def store(invented: Path, tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "store"), ontology=invented)


def said(store: Store, what: str) -> list[str]:
    found = store.query(f"SELECT ?value {{ {what} }} ORDER BY ?value")
    return [row[0].value for row in found.rows if isinstance(row[0], Literal)]


def test_each_article_names_the_run_that_read_it(store: Store, story: ModuleType) -> None:
    activity = run(BUILD, SETTINGS, {"SOURCE_DATE_EPOCH": "1500000000"})
    store.add(story.FIRST_RECORD, build=BUILD, run=activity)
    about = "?run a prov:Activity , kg:Run ; prov:generated article:tarn-2017-05-18"
    assert said(store, f"{about} ; prov:startedAtTime ?value") == ["2017-07-14T02:40:00Z"]
    assert said(store, f"{about} ; prov:endedAtTime ?value") == ["2017-07-14T02:40:00Z"]
    assert said(store, f"{about} ; kg:setting ?value") == ["with-text=no"]
    assert [line.split()[0] for line in said(store, f"{about} ; kg:library ?value")] == sorted(LIBRARIES)
    assert said(store, f"{about} ; kg:build/kg:version ?value") == ["1"]
    assert said(store, f"{about} ; kg:build/kg:ontologyHash ?value") == ["o"]
    assert validate(store) == ()


def test_without_an_epoch_no_time_is_stated_and_the_bytes_are_the_same(
    store: Store, story: ModuleType, invented: Path, tmp_path: Path
) -> None:
    store.add(story.FIRST_RECORD, build=BUILD, run=run(BUILD, SETTINGS, {}))
    assert not store.query("ASK { ?run prov:startedAtTime ?time }").answer
    with open_store(str(tmp_path / "later"), ontology=invented) as later:
        later.add(story.FIRST_RECORD, build=BUILD, run=run(BUILD, SETTINGS, {"SOURCE_DATE_EPOCH": "9"}))
        for name, one in (("a.ttl", store), ("b.ttl", later)):
            write(one, "ttl", tmp_path / name)
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()
    assert b"library" not in (tmp_path / "a.ttl").read_bytes()
    write(store, "nq", tmp_path / "a.nq")
    assert b"ontology#library" in (tmp_path / "a.nq").read_bytes()


def test_another_run_of_the_same_build_changes_nothing(store: Store, story: ModuleType) -> None:
    store.add(story.FIRST_RECORD, build=BUILD, run=run(BUILD, SETTINGS, {}))
    later = run(BUILD, SETTINGS, {"SOURCE_DATE_EPOCH": "9"})
    assert store.add(story.FIRST_RECORD, build=BUILD, run=later) == "unchanged"
    assert store.remove("tarn-2017-05-18")
    assert not store.query("ASK { ?run a kg:Run }").answer


def test_an_epoch_that_is_no_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in ("today", "1e9", "99999999999999999999"):
        with pytest.raises(QueryError, match=f"SOURCE_DATE_EPOCH={wrong} is no time"):
            run(BUILD, SETTINGS, {"SOURCE_DATE_EPOCH": wrong})


def test_an_article_is_described_with_the_hash_of_its_text(store: Store, story: ModuleType) -> None:
    hashed = sha256(story.TEXT.encode()).hexdigest()
    record = replace(story.FIRST_RECORD, licence="CC BY 4.0", text_sha256=hashed)
    store.add(record)
    assert said(store, "article:tarn-2017-05-18 kg:licence ?value") == ["CC BY 4.0"]
    assert said(store, "article:tarn-2017-05-18 kg:textHash ?value") == [hashed]
    assert said(store, "?article kg:text ?value") == []
    assert store.add(record, with_text=True) == "replaced"
    assert said(store, "article:tarn-2017-05-18 kg:text ?value") == [story.TEXT]
    store.update(
        f"INSERT DATA {{ GRAPH <{iris.article('x')}> {{ article:tarn-2017-05-18 kg:textHash 'abc' ; "
        "prov:wasGeneratedBy build:none }} }}".replace("}}", "}")
    )
    assert {found.shape for found in validate(store)} == {
        "article-text-hash", "build-version", "build-model", "build-ontology"}  # fmt: skip


@pytest.mark.parametrize("name", ["licence", "license"])
def test_a_licence_note_is_read(name: str) -> None:
    read = document({"text": "Café.", name: "all rights\nreserved"}, "x")
    assert read.licence == "all rights reserved"
    assert read.text_sha256 == sha256("Café.".encode()).hexdigest()
