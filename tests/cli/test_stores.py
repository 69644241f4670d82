"""``kg merge``, ``kg diff``, ``kg backup``, and every command on a server."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from kg.export.lines import line

ARTICLE = {"id": "lesk", "text": "Rebels shelled the town of Lesk on Friday, killing three civilians."}


@pytest.fixture
def records(story: ModuleType, tmp_path: Path) -> tuple[Path, Path, Path]:
    """Files with the first record, the second, and the first as it was changed later."""
    files = (tmp_path / "1.jsonl", tmp_path / "2.jsonl", tmp_path / "changed.jsonl")
    for file, record in zip(files, (*story.RECORDS, story.changed()), strict=True):
        file.write_text(line(record), encoding="utf-8")
    return files


def test_parts_are_merged_and_conflicts_told(kg, records: tuple[Path, Path, Path]) -> None:
    first, second, changed = records
    code, out, err = kg("merge", "all", first, second)
    assert (code, err) == (0, "")
    assert out.startswith("Articles: 2 added.\nThe store all holds 2 articles, 11 event mentions of ")
    code, out, err = kg("merge", "all", changed, second, "--json")
    assert (code, json.loads(out)["articles"]) == (1, {"added": 0, "unchanged": 1, "kept": 1, "replaced": 0})
    assert err == f"kg: tarn-2017-05-18: {changed} has another content; that of all stays as it was\n"
    code, _, err = kg("merge", "all", changed, "--last-wins")
    assert (code, err) == (1, f"kg: tarn-2017-05-18: {changed} has another content; that of all is replaced\n")
    assert kg("merge", "other", changed, second).code == 0
    assert kg("diff", "all", "other", "--by", "triple") == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("all", "none"), 3, "there is no store at none"),
        (("all", "none.nq"), 3, "none.nq: there is no such file"),
        (("all", "all"), 2, "all is both TARGET and SOURCE"),
        (("all",), 2, "Missing argument 'SOURCE...'"),
    ],
)
def test_a_source_that_is_not_there_makes_no_target(
    kg, tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    outcome = kg("merge", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert words in outcome.err
    assert not (tmp_path / "all").exists()


def test_a_store_comes_back_from_n_quads(kg, records: tuple[Path, Path, Path], tmp_path: Path) -> None:
    kg("merge", "kg-store", *records[:2])
    kg("export", "-o", "graph.nq")
    assert kg("merge", "restored", "graph.nq").code == 0
    kg("export", "-o", "again.nq", "--store", "restored")
    assert (tmp_path / "again.nq").read_bytes() == (tmp_path / "graph.nq").read_bytes()
    kg("export", "-o", "graph.ttl")
    assert "holds no articles that can be merged; kg export -f nq" in kg("merge", "x", "graph.ttl").err
    assert not (tmp_path / "x").exists()


def test_a_difference_is_exit_code_1(kg, records: tuple[Path, Path, Path]) -> None:
    first, second, changed = records
    code, out, err = kg("diff", first, changed)
    assert (code, err) == (1, "")
    assert {row[0] for row in out.splitlines() if row[0] != " "} <= set("-+~")
    code, out, _ = kg("diff", first, second, "--json")
    assert (code, len(json.loads(out)["first"]), len(json.loads(out)["second"])) == (1, 10, 1)
    assert kg("diff", first, "none.ttl").code == 3


def test_a_backup_is_a_store(kg, records: tuple[Path, Path, Path], tmp_path: Path) -> None:
    kg("merge", "kg-store", records[0])
    assert kg("backup", "copies/1") == (0, "The store copies/1 holds 1 article\n", "")
    assert kg("diff", "kg-store", "copies/1", "--by", "triple").code == 0
    code, _, err = kg("backup", "copies/1")
    assert (code, err) == (3, "kg: copies/1 is there already; name a folder that is not, for each backup its own\n")
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["1"]


@pytest.mark.model
def test_every_command_gives_the_same_on_a_server(kg, oxigraph: str, jsonl: Callable[..., Path]) -> None:
    articles = jsonl(ARTICLE, {"id": "ormia", "text": "Government troops arrested two protesters in Ormia."})
    commands = (
        ("build", articles),
        ("build", articles, "--json"),
        ("build", "--remove", "ormia"),
        ("query", "dyads"),
        ("query", "timeline", "-f", "csv"),
        ("export", "-f", "ttl"),
        ("export", "-f", "nq"),
        ("export", "-f", "graphml"),
        ("export", "-f", "jsonl"),
        ("report", "--json"),
        ("validate",),
        ("explain", "--document", "lesk"),
        ("unresolved", "--json"),
    )
    server = oxigraph.replace("http://", "http://ann:s3cret@")
    for command in commands:
        folder, remote = kg(*command, "--store", "folder"), kg(*command, "--store", server)
        said = (remote.code, remote.out.replace(oxigraph, "folder"), remote.err.replace(oxigraph, "folder"))
        assert said == folder, command
        assert "s3cret" not in remote.out + remote.err


def test_a_server_that_is_not_there_is_one_line_without_the_password(
    kg, monkeypatch: pytest.MonkeyPatch, jsonl: Callable[..., Path]
) -> None:
    monkeypatch.setattr("kg.graph.wire.FIRST_WAIT", 0.001)
    for command in (("build", jsonl(ARTICLE)), ("query", "dyads"), ("backup", "x"), ("validate",)):
        code, out, err = kg(*command, "--store", "http://ann:s3cret@127.0.0.1:9")
        assert (code, out) == (3, "")
        assert err == (
            "kg: http://127.0.0.1:9 cannot be reached (connection refused); check the URL and that the server runs\n"
        )


@pytest.mark.parametrize("command", [("decide", "list"), ("decide", "apply"), ("serve",), ("merge", "x", "{}")])
def test_no_message_shows_the_password(kg, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.setattr("kg.graph.wire.FIRST_WAIT", 0.001)
    url = "http://ann:s3cret@127.0.0.1:9"
    arguments = [word.format(url) for word in command]
    code, out, err = kg(*arguments, *([] if "merge" in command else ["--store", url]))
    assert code in (2, 3)
    assert "127.0.0.1:9 " in err
    assert "s3cret" not in out + err


@pytest.mark.parametrize("command", [("query", "articles"), ("report",), ("export", "-f", "csv")])
def test_who_asks_in_the_middle_of_a_build_is_told(
    kg, story: ModuleType, tmp_path: Path, command: tuple[str, ...]
) -> None:
    from kg.graph import incidents
    from kg.graph.store import open_store

    with open_store(str(tmp_path / "kg-store")) as store:
        store.add(story.FIRST_RECORD)
    code, _, err = kg(*command)
    assert code == 0
    assert "kg: a build of kg-store goes on or was stopped, and its incidents lag behind its articles" in err
    with open_store(str(tmp_path / "kg-store")) as store:
        incidents.refresh(store)
    assert "lag behind" not in kg(*command).err
