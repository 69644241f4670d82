from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pyoxigraph
import pytest

from kg.errors import QueryError, StoreError, StoreInUse
from kg.graph import incidents, iris
from kg.graph.embedded import Embedded
from kg.graph.opening import write_error
from kg.graph.statements import Build
from kg.graph.store import Store, open_store
from kg.graph.vocabulary import KG, ONTOLOGY


@pytest.fixture
def store(invented: Path, tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "new"), ontology=invented)


def everything(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads()}


def test_an_article_is_added_then_unchanged_then_replaced(store: Store, story: ModuleType) -> None:
    assert store.add(story.FIRST_RECORD) == "added"
    before = everything(store)
    assert store.add(story.FIRST_RECORD) == "unchanged"
    assert everything(store) == before
    assert store.add(story.changed()) == "replaced"
    assert not store.query("ASK { event:e0 a kg:Event }").answer
    assert store.query("ASK { event:e1 a kg:Event }").answer


def test_a_replaced_article_leaves_nothing_of_the_old_one(
    store: Store, story: ModuleType, invented: Path, tmp_path: Path
) -> None:
    store.add(story.FIRST_RECORD)
    store.add(story.changed())
    with open_store(str(tmp_path / "other"), ontology=invented) as other:
        other.add(story.changed())
        assert everything(store) == everything(other)


def test_a_removed_article_leaves_nothing(store: Store, story: ModuleType) -> None:
    store.add(story.SECOND_RECORD)
    incidents.refresh(store)
    before = everything(store)
    store.add(story.FIRST_RECORD)
    assert store.remove("tarn-2017-05-18")
    assert not store.remove("tarn-2017-05-18")
    incidents.refresh(store)
    assert everything(store) == before


def test_what_two_articles_say_alike_stays_until_both_are_gone(own: Store) -> None:
    counted = "SELECT (COUNT(*) AS ?n) { actor:lake-coalition rdfs:label ?label }"
    assert [row["n"] for row in own.query(counted)] == [1]
    own.remove("convoy hit/2")
    assert own.query("ASK { actor:lake-coalition rdfs:label ?l ; kg:airstruck ?x }").answer
    own.remove("tarn-2017-05-18")
    assert not own.query("ASK { actor:lake-coalition rdfs:label|kg:airstruck ?x }").answer
    assert not own.query("ASK { ?s a kg:Statement }").answer


def test_records_come_back_as_they_were_without_the_text(store: Store, story: ModuleType) -> None:
    for record in story.RECORDS:
        store.add(record)
    assert store.documents() == ("convoy hit/2", "tarn-2017-05-18")
    assert list(store.records()) == [replace(r, text=None) for r in reversed(story.RECORDS)]


def test_the_text_is_kept_when_asked_for(store: Store, story: ModuleType) -> None:
    assert store.add(story.FIRST_RECORD) == "added"
    assert store.add(story.FIRST_RECORD, with_text=True) == "replaced"
    assert store.record("tarn-2017-05-18") == story.FIRST_RECORD


def test_the_source_hash_and_the_build_are_kept(store: Store, story: ModuleType) -> None:
    assert store.source_hash_of("tarn-2017-05-18") is None
    store.add(story.FIRST_RECORD, source_hash="abc", build=Build("1", "m", "o"))
    assert store.source_hash_of("tarn-2017-05-18") == "abc"
    assert store.add(story.FIRST_RECORD, source_hash="abd", build=Build("1", "m", "o")) == "replaced"


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib on itself
def test_rdflib_sees_all_graphs_as_one(filled: Store) -> None:
    asked = "SELECT ?event { ?event a <https://w3id.org/conflict-event-kg/ontology#Event> }"
    assert len(set(filled.dataset.query(asked))) == 11
    assert (None, None, KG.Event) in filled.dataset


def test_what_was_stored_is_there_when_opened_again(store: Store, story: ModuleType, invented: Path) -> None:
    store.add(story.FIRST_RECORD)
    before = everything(store)
    store.close()
    with open_store(store.path, ontology=invented) as again:
        assert everything(again) == before
        assert again.add(story.FIRST_RECORD) == "unchanged"
    with open_store(store.path, read_only=True) as reader:
        assert reader.documents() == ("tarn-2017-05-18",)
        with pytest.raises(StoreError, match="reading only"):
            reader.add(story.SECOND_RECORD)


def test_a_changed_ontology_states_the_articles_anew(story: ModuleType, invented: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    folder.mkdir()
    text = (invented / "conflict.ttl").read_text()
    (folder / "conflict.ttl").write_text(text)
    build = Build("1", "m", "o")
    with open_store(str(tmp_path / "s"), ontology=folder) as store:
        store.add(story.FIRST_RECORD, build=build)
    (folder / "conflict.ttl").write_text(text.replace("kg:airstruck", "kg:bombedFromTheAir"))
    with open_store(str(tmp_path / "s"), ontology=folder) as store:
        assert store.query("ASK { actor:VEL-MIL kg:bombedFromTheAir place:tarn }").answer
        assert not store.query("ASK { actor:VEL-MIL kg:airstruck place:tarn }").answer
        assert store.stale
        assert store.query(f"ASK {{ <{iris.article('tarn-2017-05-18')}> prov:wasGeneratedBy <{build.iri}> }}").answer


def test_no_store_to_read_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no store at .*kg build"):
        open_store(str(tmp_path / "nothing"), read_only=True)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_folder_of_something_else_is_refused_and_left_alone(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(StoreError, match="not a store of kg"):
        open_store(str(tmp_path), read_only=read_only)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_in_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("x")
    with pytest.raises(StoreError, match="not a store of kg"):
        open_store(str(tmp_path / "store"))


def test_a_store_made_by_something_else_is_refused(tmp_path: Path) -> None:
    other = pyoxigraph.Store(str(tmp_path / "other"))
    other.update("INSERT DATA { <http://x/a> <http://x/b> 1 }")
    other.flush()
    del other
    with pytest.raises(StoreError, match="made by something else"):
        open_store(str(tmp_path / "other"))


def test_a_damaged_store_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="cannot be read as a store"):
        open_store(str(tmp_path), read_only=True)


def test_a_store_of_a_later_schema_is_refused(store: Store) -> None:
    store.update(
        "DELETE { GRAPH ?g { ?s kg:storeSchema ?o } } INSERT { GRAPH ?g { ?s kg:storeSchema 99 } } "
        "WHERE { GRAPH ?g { ?s kg:storeSchema ?o } }"
    )
    store.close()
    with pytest.raises(StoreError, match="schema 99"):
        open_store(store.path, read_only=True)


@pytest.mark.parametrize("names", [("LOG",), ("LOCK", "LOG", "000001.dbtmp", "MANIFEST-000001")])
def test_a_store_that_is_just_being_made_is_told_and_made_whole(tmp_path: Path, names: tuple[str, ...]) -> None:
    (tmp_path / "begun").mkdir()
    for name in names:
        (tmp_path / "begun" / name).touch()
    with pytest.raises(StoreError, match="has just been begun"):
        open_store(str(tmp_path / "begun"), read_only=True)
    open_store(str(tmp_path / "begun")).close()
    with open_store(str(tmp_path / "begun"), read_only=True) as made:
        assert made.documents() == ()


def test_a_full_disk_is_told_while_the_ontology_is_written(tmp_path: Path) -> None:
    class Full:
        def quads_for_pattern(self, *_: object) -> tuple[()]:
            return ()

        def bulk_extend(self, _: object) -> None:
            raise OSError("IO error: No space left on device")

        def flush(self) -> None:
            raise OSError("IO error: No space left on device")

    database = Embedded("s", Full(), on_disk=True, read_only=False)  # type: ignore[arg-type]
    with pytest.raises(StoreError, match="s cannot be written: IO error: No space"):
        database.put_graph(ONTOLOGY, [])
    with pytest.raises(StoreError, match="s cannot be written: IO error: No space"):
        database.close()


def test_a_second_writer_is_told_that_the_store_is_in_use(store: Store) -> None:
    with pytest.raises(StoreInUse, match="another process is writing"):
        open_store(store.path)
    script = "import sys; from kg.graph.store import open_store; open_store(sys.argv[1])"
    run = subprocess.run([sys.executable, "-c", script, store.path], capture_output=True, text=True, check=False)
    assert "StoreInUse" in run.stderr


def test_a_reader_may_stand_beside_a_writer(store: Store, story: ModuleType) -> None:
    store.add(story.FIRST_RECORD)
    with open_store(store.path, read_only=True) as reader:
        assert reader.documents() == ("tarn-2017-05-18",)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "read-only"),
        (OSError(30, "Read-only file system"), "read-only"),
        (OSError("IO error: While lock file: x/LOCK: Permission denied"), "read-only"),
        (NotADirectoryError(20, "Not a directory", "/locked/store"), "Not a directory"),
        (OSError("No space left on device"), "No space left"),
        (OSError("IO error: While open a file for appending: s/LOG: Permission denied"), "read-only"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told_in_one_line(error: OSError, words: str) -> None:
    told = write_error("s" if "s/LOG" in str(error) else "x", error)
    assert not isinstance(told, StoreInUse)
    assert words in str(told)


KILLED = """
import importlib.util, os, sys, dataclasses
spec = importlib.util.spec_from_file_location("records", sys.argv[1])
records = importlib.util.module_from_spec(spec); spec.loader.exec_module(records)
from pathlib import Path
from kg.graph.store import open_store
store = open_store(sys.argv[2], ontology=Path(sys.argv[3]))
for number in range(10_000):
    store.add(dataclasses.replace(records.SECOND_RECORD, document=f"d{number}"))
    print(number, flush=True)
"""


def test_killed_at_any_moment_a_store_holds_whole_articles(root: Path, tmp_path: Path, invented: Path) -> None:
    path = str(tmp_path / "killed")
    command = [sys.executable, "-c", KILLED, f"{root}/tests/graph/records.py", path, str(invented)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(root)}) as child:
        assert child.stdout
        acknowledged = [line for line, _ in zip(child.stdout, range(40), strict=False)]
        child.kill()
    with open_store(path, ontology=invented) as store:
        documents = store.documents()
        assert len(documents) >= len(acknowledged)
        sizes = {len(list(store.quads(iris.article(document)))) for document in documents}
        assert len(sizes) == 1
        assert {record.document for record in store.records()} == set(documents)


def test_a_query_that_is_no_sparql_is_told_with_its_place(store: Store) -> None:
    with pytest.raises(QueryError, match="not SPARQL"):
        store.query("SELECT ?x { ?x ")


def test_each_country_of_the_ontology_is_a_territory_with_its_name(store: Store) -> None:
    (row,) = store.query('SELECT ?name { place:VEL a kg:CountryTerritory ; kg:country "VEL" ; rdfs:label ?name }')
    assert row["name"] == "Veland"
