"""Stores joined, restored from files, and copied."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from kg.errors import InputError, StoreError
from kg.export import write
from kg.export.lines import line
from kg.graph import incidents
from kg.graph.copying import backup
from kg.graph.joining import join
from kg.graph.parts import check_part, open_part
from kg.graph.statements import Build
from kg.graph.store import Store, open_store
from kg.model import Record

BUILD = Build("1", "m", "o")
Make = Callable[..., Store]


@pytest.fixture
def make(tmp_path: Path, invented: Path) -> Make:
    """Make a store of records."""

    def made(name: str, *records: Record) -> Store:
        store = open_store(str(tmp_path / name), ontology=invented)
        for record in records:
            store.add(record, build=BUILD, source_hash="s", with_text=True)
        incidents.refresh(store)
        return store

    return made


def everything(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads()}


def outcomes(target: Store, source: Store, **how: bool) -> dict[str, str]:
    return {joined.document: joined.outcome for joined in join(target, source, **how)}


def test_two_halves_make_the_whole(make: Make, story: ModuleType) -> None:
    first, second = make("1", story.FIRST_RECORD), make("2", story.SECOND_RECORD)
    assert outcomes(first, second) == {"convoy hit/2": "added"}
    incidents.refresh(first)
    assert everything(first) == everything(make("whole", *story.RECORDS))
    assert outcomes(first, second) == {"convoy hit/2": "unchanged"}


def test_another_content_is_a_conflict_that_the_target_wins(make: Make, story: ModuleType) -> None:
    first, second = make("1", story.FIRST_RECORD), make("2", story.changed())
    before = everything(first)
    assert outcomes(first, second) == {"tarn-2017-05-18": "kept"}
    assert everything(first) == before
    assert outcomes(first, second, last_wins=True) == {"tarn-2017-05-18": "replaced"}
    incidents.refresh(first)
    assert everything(first) == everything(second)


def test_the_same_record_read_by_another_build_is_no_conflict(make: Make, story: ModuleType) -> None:
    first, second = make("1", story.FIRST_RECORD), make("2")
    second.add(story.FIRST_RECORD, build=Build("2", "m", "o"), with_text=True)
    assert outcomes(first, second) == {"tarn-2017-05-18": "unchanged"}


def test_n_quads_restore_a_store(make: Make, story: ModuleType, tmp_path: Path) -> None:
    whole = make("whole", *story.RECORDS)
    write(whole, "nq", tmp_path / "graph.nq")
    restored = make("restored")
    with open_part(str(tmp_path / "graph.nq")) as part:
        assert outcomes(restored, part) == {"convoy hit/2": "added", "tarn-2017-05-18": "added"}
    incidents.refresh(restored)
    assert everything(restored) == everything(whole)
    assert restored.source_hash_of("tarn-2017-05-18") == "s"


def test_records_are_parts_too(make: Make, story: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text("".join(map(line, story.RECORDS)), encoding="utf-8")
    target = make("target")
    with open_part(str(tmp_path / "records.jsonl")) as part:
        outcomes(target, part)
    kept = [target.kept_record(record.document) for record in story.RECORDS]
    assert kept == [replace(record, text=None) for record in story.RECORDS]


def test_incidents_that_exported_records_share_are_told_by_each_article_again(
    make: Make, story: ModuleType, tmp_path: Path
) -> None:
    whole, target = make("whole", *story.RECORDS), make("target")
    write(whole, "jsonl", tmp_path / "records.jsonl")
    with open_part(str(tmp_path / "records.jsonl")) as part:
        outcomes(target, part)
    incidents.refresh(target)
    assert groups(target) == groups(whole)
    assert any(len(group) > 1 for group in groups(whole))


def groups(store: Store) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for event, incident in incidents.identities(store).items():
        found.setdefault(incident, set()).add(event)
    return {frozenset(events) for events in found.values()}


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.csv", "id,text\n", "a.csv: neither a store nor a file that holds a graph; name one of .nq"),
        ("a.nq", "<a> <b", "a.nq: this is no nq that kg can read"),
        ("a.ttl", "<http://a> <http://b> .", "a.ttl: this is no ttl"),
        ("a.jsonl", '{"schema": 1, "document": "x"}\n{"schema', "a.jsonl:2: no record of kg extract"),
        ("a.jsonl", '{"schema": 1, "document": "Jos\xe9"}\n', "a.jsonl: this is not UTF-8"),
        ("a.jsonl", "[1]\n", "a.jsonl:1: no record of kg extract"),
        (
            "a.jsonl",
            '{"id": "x", "text": "Rebels shelled Lesk."}\n',
            "a.jsonl:1: an article and no record; kg build reads articles",
        ),
        ("a.jsonl", '{"schema": 7, "document": "x"}\n', "a.jsonl:1: this record has schema 7"),
        ("a.nq", None, "a.nq cannot be read: No such file"),
        ("folder", None, "there is no store at"),
    ],
)
def test_a_part_that_is_none_is_told_in_one_line(tmp_path: Path, name: str, text: str | None, words: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, "latin-1")
    with pytest.raises((InputError, StoreError), match=words) as told:
        open_part(str(tmp_path / name))
    assert "\n" not in str(told.value)


def test_a_part_that_is_missing_is_told_before_anything_is_read(tmp_path: Path) -> None:
    for name in ("none.nq", "none"):
        with pytest.raises((InputError, StoreError), match="there is no"):
            check_part(str(tmp_path / name))
    (tmp_path / "broken.nq").write_text("<a")
    check_part(str(tmp_path / "broken.nq"))


WRITER = """
import dataclasses, importlib.util, sys, time
from dataclasses import replace
from pathlib import Path
spec = importlib.util.spec_from_file_location("records", sys.argv[1])
records = importlib.util.module_from_spec(spec); spec.loader.exec_module(records)
from kg.graph.store import open_store
store = open_store(sys.argv[2], ontology=Path(sys.argv[3]))
for number in range(100_000):
    store.add(dataclasses.replace(records.SECOND_RECORD, document=f"d{number}"))
    print(number, flush=True)
    time.sleep(0.02)
"""


def test_backups_and_readers_beside_a_writer_see_whole_articles(root: Path, tmp_path: Path, invented: Path) -> None:
    path = str(tmp_path / "busy")
    command = [sys.executable, "-c", WRITER, f"{root}/tests/graph/records.py", path, str(invented)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(root)}) as writer:
        assert writer.stdout
        copies = []
        for number in range(4):
            for _ in range(10):
                acknowledged = int(writer.stdout.readline())
            copies.append((acknowledged + 1, backup(path, tmp_path / f"copy{number}")))
            with open_store(path, read_only=True) as reader:
                sizes = {len(list(reader.quads(f"{graph}"))) for graph in reader.graphs() if "/article/" in graph}
                assert len(sizes) <= 2  # of articles, and of their records
                assert len(reader.documents()) > acknowledged
            time.sleep(0.01)
        writer.kill()
    assert all(copied >= acknowledged for acknowledged, copied in copies)
    with open_store(str(tmp_path / "copy0"), ontology=invented) as copy:
        assert len(list(copy.records())) == copies[0][1] > 0
        assert len({len(record.events) for record in copy.records()}) == 1


def test_a_backup_overwrites_nothing(make: Make, story: ModuleType, tmp_path: Path) -> None:
    store = make("store", story.FIRST_RECORD)
    assert backup(store.path, tmp_path / "new" / "copy") == 1
    with pytest.raises(StoreError, match="is there already"):
        backup(store.path, tmp_path / "new" / "copy")
    with pytest.raises(StoreError, match="there is no store"):
        backup(str(tmp_path / "none"), tmp_path / "other")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["copy"]
    assert not (tmp_path / "other").exists()
