from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import NotSparql, StoreError
from kg.graph import incidents, iris
from kg.graph.queries import ask, library
from kg.graph.remote import PIECE, Remote
from kg.graph.results import Graphs
from kg.graph.statements import Build
from kg.graph.store import Store, open_store
from kg.graph.validation import validate
from kg.graph.vocabulary import BASE, INCIDENTS, KG
from kg.graph.wire import Wire
from kg.model import Record

BUILD = Build("1", "m", "o")


@pytest.fixture
def store(server: str, invented: Path) -> Iterator[Store]:
    with open_store(server, ontology=invented) as opened:
        yield opened


def everything(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads()}


def fill(store: Store, records: tuple[Record, ...]) -> None:
    for record in records:
        store.add(record, build=BUILD, source_hash="s")
    incidents.refresh(store)


def test_a_server_holds_what_a_folder_does(store: Store, story: ModuleType, invented: Path, tmp_path: Path) -> None:
    fill(store, story.RECORDS)
    with open_store(str(tmp_path / "folder"), ontology=invented) as folder:
        fill(folder, story.RECORDS)
        assert everything(store) == everything(folder)
        assert store.documents() == folder.documents()
        assert list(store.records()) == list(folder.records())
        assert store.graphs() == folder.graphs()
        assert store.relations == folder.relations


def test_an_article_is_added_unchanged_replaced_and_removed(
    store: Store, story: ModuleType, invented: Path, tmp_path: Path
) -> None:
    assert store.add(story.FIRST_RECORD) == "added"
    assert store.add(story.FIRST_RECORD) == "unchanged"
    assert store.add(story.SECOND_RECORD) == "added"
    assert store.add(story.changed()) == "replaced"
    assert store.remove(story.SECOND_RECORD.document)
    assert not store.remove(story.SECOND_RECORD.document)
    with open_store(str(tmp_path / "folder"), ontology=invented) as folder:
        folder.add(story.changed())
        assert everything(store) == everything(folder)


def test_every_named_query_gives_the_same_as_in_a_folder(store: Store, story: ModuleType, filled: Store) -> None:
    for record in story.RECORDS:
        store.add(record)
    incidents.refresh(store)
    for query in library():
        given = {p.name: p.default or example(p.type) for p in query.parameters if p.required}
        assert parted(ask(store, query, given).rows) == parted(ask(filled, query, given).rows), query.name


def example(kind: str) -> str:
    return {"id": "event:e1", "box": "38,33,39.5,34", "actor": "Northern Front"}.get(kind, "Tarn")


def parted(rows: tuple[tuple[object, ...], ...]) -> list[list[str]]:
    """Rows as text, in any order, and so with the parts of what GROUP_CONCAT joins."""
    return sorted(["".join(sorted(str(term))) for term in row] for row in rows)


def test_readers_answer_and_do_not_write(server: str, store: Store, story: ModuleType) -> None:
    fill(store, story.RECORDS)
    with open_store(server, read_only=True) as reader:
        assert validate(reader) == ()
        assert reader.query("ASK { actor:lake-coalition kg:airstruck ?x }").answer
        assert len(reader.query("SELECT * { ?event a kg:Event }").rows) == 11
        few = reader.query("SELECT * { ?event a kg:Event }", most=3)
        assert (len(few.rows), few.cut) == (3, True)
        alone = reader.query("SELECT DISTINCT ?i { ?i a kg:Incident }", graphs=Graphs(default=(INCIDENTS,)))
        assert len(alone.rows) == len(reader.query("SELECT DISTINCT ?i { ?i a kg:Incident }").rows)
        assert not reader.query("ASK { ?e a kg:Event }", graphs=Graphs(default=(INCIDENTS,))).answer
        made = reader.query("CONSTRUCT { ?e a kg:Seen } WHERE { ?e a kg:Event }").triples
        assert made is not None and len(made) == 11
        with pytest.raises(StoreError, match="reading only"):
            reader.remove("tarn-2017-05-18")
        with pytest.raises(NotSparql, match="line 1, column"):
            reader.query("SELECT ?x { ?x ")


def test_there_is_no_store_on_an_empty_server(server: str) -> None:
    with pytest.raises(StoreError, match=r"there is no store at http://127.0.0.1:\d+; make one with `kg build`"):
        open_store(server, read_only=True)


def test_updates_are_of_500_triples_at_most(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    remote = Remote.at(server, read_only=False)
    sizes: list[int] = []
    update = remote.update
    monkeypatch.setattr(remote, "update", lambda text: (sizes.append(text.count(" .\n")), update(text)))
    quads = [Quad(NamedNode(BASE + "x"), NamedNode(KG.low), Literal(n), NamedNode(BASE + "test")) for n in range(1201)]
    remote.change((), quads)
    assert set(remote.quads(BASE + "test")) == set(quads)
    remote.change(quads, ())
    assert remote.graphs() == ()
    assert len(sizes) == 6 and max(sizes) <= PIECE
    remote.close()


class Killed(Exception):
    """Stands for the end of the process."""


def test_stopped_at_any_request_no_article_is_half_there_and_the_next_build_completes_it(
    server: str, story: ModuleType, invented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process ends before the first, third, ... of the requests that replace an article and add another."""
    with open_store(str(tmp_path / "folder"), ontology=invented) as folder:
        fill(folder, (story.changed(), story.SECOND_RECORD))
        wanted = everything(folder)
    send = Wire._send
    for stop in range(0, 60, 5 if "dba" in server else 2):
        with open_store(server, ontology=invented) as store:
            for document in store.documents():
                store.remove(document)
            store.add(story.FIRST_RECORD, build=BUILD, source_hash="old")
        left = stop

        def sometimes(*arguments: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise Killed
            return send(*arguments)  # type: ignore[arg-type]

        store = open_store(server, ontology=invented)
        monkeypatch.setattr(Wire, "_send", sometimes)
        try:
            store.add(story.changed(), build=BUILD, source_hash="s")
            store.add(story.SECOND_RECORD, build=BUILD, source_hash="s")
            done = True
        except Killed:
            done = False
        store.close()
        monkeypatch.setattr(Wire, "_send", send)
        with open_store(server, read_only=True) as reader:
            for document in reader.documents():
                assert reader.record(document) is not None
                assert reader.query(f"ASK {{ <{iris.article(document)}> kg:contentHash ?h }}").answer
        with open_store(server, ontology=invented) as again:
            assert "tarn-2017-05-18" in again.documents(), f"lost after {stop} requests"
            fill(again, (story.changed(), story.SECOND_RECORD))
            assert everything(again) == wanted, f"stopped after {stop} requests"
        if done:
            break
    assert done and stop > 12


def test_a_backup_of_a_server_is_a_store_in_a_folder(store: Store, story: ModuleType, tmp_path: Path) -> None:
    fill(store, story.RECORDS)
    store.backup(tmp_path / "copy")
    with open_store(str(tmp_path / "copy"), read_only=True) as copy:
        assert everything(copy) == everything(store)


def test_what_others_keep_on_the_server_stays(server: str, invented: Path, story: ModuleType) -> None:
    remote = Remote.at(server, read_only=False)
    other = Quad(NamedNode("http://x/a"), NamedNode("http://x/b"), Literal("c"), NamedNode("http://x/theirs"))
    remote.change((), [other])
    with open_store(server, ontology=invented) as store:
        store.add(story.FIRST_RECORD)
        store.remove(story.FIRST_RECORD.document)
        assert "http://x/theirs" not in store.graphs()
    assert list(remote.quads("http://x/theirs")) == [other]
    remote.change([other], ())
    remote.close()
