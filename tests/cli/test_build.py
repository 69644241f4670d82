"""``kg build``: incremental, whole, and honest about what it could not read."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kg.cli.main import STOPPED
from kg.errors import StoreError
from kg.graph.store import open_store

pytestmark = pytest.mark.model
ARTICLE = {
    "id": "lesk",
    "text": "Rebels shelled the town of Lesk on Friday, killing three civilians.",
    "published": "2017-05-20",
}
OTHER = {
    "id": "ormia",
    "text": "Government troops arrested two protesters in Ormia on Monday.",
    "published": "2017-05-23",
}


def counts(out: str) -> dict[str, int]:
    """Return what became of the articles."""
    return {name: number for name, number in json.loads(out)["articles"].items() if number}


def test_a_store_grows_changes_and_shrinks(kg, jsonl: Callable[..., Path]) -> None:
    assert counts(kg("build", jsonl(ARTICLE), "--json").out) == {"added": 1}
    assert counts(kg("build", jsonl(ARTICLE, OTHER), "--json").out) == {"added": 1, "unchanged": 1}
    before = kg("export", "-f", "nq").out
    assert counts(kg("build", jsonl(OTHER, ARTICLE), "--json").out) == {"unchanged": 2}
    assert kg("export", "-f", "nq").out == before
    assert counts(kg("build", jsonl({**ARTICLE, "published": "2017-05-27"}), "--json").out) == {"replaced": 1}
    assert counts(kg("build", "--remove", "lesk", "--remove", "none", "--json").out) == {"removed": 1}
    held = json.loads(kg("build", jsonl(OTHER), "--json").out)["store"]
    assert (held["articles"], held["path"]) == (1, "kg-store")
    assert counts(kg("build", jsonl(OTHER), "--again", "--json").out) == {"unchanged": 1}


def test_the_same_graph_whatever_the_order(kg, jsonl: Callable[..., Path]) -> None:
    kg("build", jsonl(ARTICLE, OTHER), "--store", "one")
    kg("build", jsonl(OTHER), "--store", "two")
    kg("build", jsonl(ARTICLE), "--store", "two")
    assert kg("export", "-f", "nq", "--store", "one") == kg("export", "-f", "nq", "--store", "two")


def test_an_unknown_id_to_remove_is_named(kg, jsonl: Callable[..., Path]) -> None:
    kg("build", jsonl(ARTICLE))
    code, _, err = kg("build", "--remove", "none")
    assert (code, err) == (1, "kg: none: no article of this id is in kg-store; see kg query articles\n")


def test_bad_rows_are_named_and_the_rest_is_stored(kg, jsonl: Callable[..., Path]) -> None:
    rows = [
        ARTICLE,
        '{"id": "cut',
        {"id": "none"},
        {"id": "d", "text": "x", "published": "2017-13-01"},
        {"id": "l", "text": "w " * 2_500_000},
        OTHER,
    ]
    path = jsonl(*rows)
    code, out, err = kg("build", path, "--json")
    assert (code, counts(out)) == (1, {"added": 2, "refused": 4})
    assert [line.partition(": ")[2].partition(": ")[0] for line in err.splitlines()] == [
        f"{path}:{n}" for n in (2, 3, 4, 5)
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("latin.txt", b"Caf\xe9 bombed."),
        ("image.png", b"\x89PNG\r\n\x1a\n\0\0"),
        ("none.txt", None),
    ],
)
def test_nothing_readable_is_exit_code_3_and_makes_no_store(kg, tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    code, out, err = kg("build", name)
    assert (code, out) == (3, "")
    assert err.startswith(f"kg: {name}: ")
    assert err.count("\n") == 1
    assert not (tmp_path / "kg-store").exists()


def test_the_summary_is_short_and_names_files(kg, jsonl: Callable[..., Path], tmp_path: Path) -> None:
    code, out, err = kg("build", jsonl(ARTICLE), "--export", "out")
    assert (code, err) == (0, "")
    assert out.startswith("Articles: 1 added.\nThe store kg-store holds 1 article, ")
    assert "without a date" not in out
    assert out.endswith("Written: out/graph.ttl, out/graph.graphml, out/report.md\n")
    assert len(out.splitlines()) < 15
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["graph.graphml", "graph.ttl", "report.md"]


def test_articles_without_a_day_are_told_of(kg, jsonl: Callable[..., Path]) -> None:
    code, out, _ = kg(
        "build", jsonl(ARTICLE, {"id": "b", "text": "Rebels left Ormia on Monday.", "date": "2017-05-23"})
    )
    assert code == 0
    assert "\n  without a date of publication: 1 article; " in out


def test_a_table_is_read_as_rows(kg, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\nlesk,Rebels shelled the town of Lesk.\n", encoding="utf-8")
    assert counts(kg("build", "a.csv", "--json")[1]) == {"added": 1}
    assert kg("query", "articles", "-f", "csv")[1].splitlines()[1].startswith("lesk,,,,")


def test_a_table_with_other_columns_is_read(kg, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Nr,Body\nlesk,Rebels shelled the town of Lesk.\n", encoding="utf-8")
    assert kg("build", "a.csv", "--field", "text=body", "--field", "id=nr").code == 0
    assert kg("query", "articles", "-f", "csv")[1].splitlines()[1].startswith("lesk,,,,")
    code, _, err = kg("build", "a.csv", "--field", "body=text")
    assert (code, "write NAME=COLUMN, the name one of id, text" in err) == (2, True)


def test_a_missing_model_is_exit_code_4_with_the_command(kg, jsonl: Callable[..., Path]) -> None:
    code, out, err = kg("build", jsonl(ARTICLE), "--model", "en_no_such_model")
    assert (code, out) == (4, "")
    assert err == "kg: the language model en_no_such_model is not installed: pip install en-no-such-model\n"


def test_a_folder_of_something_else_is_no_store(kg, jsonl: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"\xff\xd8")
    code, _, err = kg("build", jsonl(ARTICLE), "--store", "photos")
    assert (code, err) == (3, "kg: photos is not a store of kg; name another --store\n")
    assert kg("report", "--store", "photos").code == 3
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["cat.jpg"]


def test_a_store_in_use_is_named(kg, jsonl: Callable[..., Path]) -> None:
    kg("build", jsonl(ARTICLE))
    writer = open_store("kg-store")
    try:
        code, _, err = kg("build", jsonl(OTHER))
    finally:
        writer.close()
    assert code == 3
    assert "another process is writing to kg-store" in err


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_a_read_only_folder_is_named(kg, jsonl: Callable[..., Path], tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):  # root writes everywhere: a file in the way of the folder instead
        folder.rmdir()
        folder.write_text("words", encoding="utf-8")
    code, _, err = kg("build", jsonl(ARTICLE), "--store", folder / "store")
    assert (code, err.count("\n")) == (3, 1)
    assert err.startswith(f"kg: {folder}/store ")
    code, _, err = kg("extract", jsonl(ARTICLE), "-o", folder / "records.jsonl")
    assert (code, err.count("\n")) == (3, 1)
    assert "cannot be written" in err


def test_ctrl_c_leaves_whole_articles_and_the_next_run_completes_them(
    kg, root: Path, jsonl: Callable[..., Path], tmp_path: Path
) -> None:
    rows = [{**ARTICLE, "id": f"lesk-{number}"} for number in range(60)]
    command = [sys.executable, "-m", "kg", "build", "-", "--store", str(tmp_path / "kg-store")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a job in the background ignores Ctrl-C
    process = subprocess.Popen(command, cwd=root, text=True, preexec_fn=heard, **pipes)
    assert process.stdin
    process.stdin.writelines(json.dumps(row) + "\n" for row in rows[:40])
    process.stdin.flush()  # and left open: the process waits for more while the signal comes
    wait_for_articles(tmp_path / "kg-store", process)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == STOPPED
    assert err.strip().splitlines()[-1].startswith("kg: stopped; what was stored stays whole")
    with open_store(str(tmp_path / "kg-store"), read_only=True) as store:
        stored = len(store.documents())
        assert 0 < stored <= 40
        assert all(record.events for record in store.records())
    path = jsonl(*rows)
    assert counts(kg("build", path, "--json").out) == {"added": len(rows) - stored, "unchanged": stored}
    kg("build", path, "--store", "straight")
    assert kg("export", "-f", "nq") == kg("export", "-f", "nq", "--store", "straight")


def wait_for_articles(folder: Path, process: subprocess.Popen[str], more_than: int = 0) -> None:
    """Wait until so many articles and one stand in a store that a process writes, or the process ends with them there."""
    while process.poll() is None:
        time.sleep(0.1)
        try:
            with open_store(str(folder), read_only=True) as store:
                if len(store.documents()) > more_than:
                    return
        except StoreError:
            continue
    raise AssertionError(f"the process ended: {process.communicate()[1]}")


def test_the_text_is_kept_when_asked_for_and_the_time_when_it_is_given(
    kg, jsonl: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = jsonl({**ARTICLE, "license": "CC BY 4.0"})
    kg("build", path)
    plain = kg("export", "-f", "ttl").out
    assert 'kg:licence "CC BY 4.0"' in plain
    assert "Rebels shelled the town of Lesk on Friday" not in kg("export", "-f", "jsonl").out.partition('"events"')[0]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    assert counts(kg("build", path, "--json").out) == {"unchanged": 1}
    assert counts(kg("build", path, "--with-text", "--json").out) == {"replaced": 1}
    assert f'kg:text "{ARTICLE["text"]}"' in kg("export", "-f", "ttl").out
    assert '"2017-07-14T02:40:00Z"' in kg("export", "-f", "nq").out
    assert counts(kg("build", path, "--json").out) == {"replaced": 1}
    assert kg("export", "-f", "ttl").out == plain
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    code, _, err = kg("build", path)
    assert (code, err) == (2, "kg: SOURCE_DATE_EPOCH=soon is no time; give seconds since 1970, as from `date +%s`\n")


def test_killed_at_any_moment_no_article_is_half_there_and_none_that_was_told_is_lost(
    root: Path, jsonl: Callable[..., Path], tmp_path: Path
) -> None:
    """SIGKILL to builds that go on where the one before was stopped, until one ends by itself."""
    rows = [{**ARTICLE, "id": f"lesk-{number}"} for number in range(30)]
    path = jsonl(*rows)
    command = [sys.executable, "-m", "kg", "build", str(path), "--store", str(tmp_path / "kg-store")]
    stored: set[str] = set()
    for attempt in range(4):
        process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if attempt < 3:
            wait_for_articles(tmp_path / "kg-store", process, more_than=len(stored))
            time.sleep(0.05 * attempt)
            process.kill()
        process.communicate(timeout=120)
        with open_store(str(tmp_path / "kg-store"), read_only=True) as store:
            now = set(store.documents())
            assert stored <= now
            assert {record.document for record in store.records()} == now
            graphs = [graph for graph in store.graphs() if "/article/" in graph and not graph.endswith("/record")]
            assert len(graphs) == len(now)
            assert len({len(list(store.quads(graph))) for graph in graphs}) == 1
        stored = now
    assert len(stored) == len(rows)
    assert process.returncode == 0
