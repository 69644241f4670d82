"""What strangers get wrong: names, days, encodings, outputs, and the wrong moment to leave."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.export.answers import answer
from kg.graph.results import Result

NUMBERS = " ".join(map(str, range(3000)))
ENDLESS = (
    f"SELECT (COUNT(*) AS ?n) {{ VALUES ?a {{ {NUMBERS} }} VALUES ?b {{ {NUMBERS} }} VALUES ?c {{ {NUMBERS} }} "
    "FILTER(STRLEN(CONCAT(STR(?a), STR(?b), STR(?c))) > 99) }"
)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["extract", ""], 3, "empty name"),
        (["extract", "utf16.txt"], 3, "UTF-16, not UTF-8; convert it, for example with iconv -f utf-16"),
        (["extract", "utf16.jsonl"], 3, "UTF-16"),
        (["report", "-o", ""], 2, "-o has an empty name"),
        (["report", "-o", "folder"], 3, "folder is a folder; name a file in it"),
        (["report", "-o", "a.txt/report.md"], 3, "cannot be written"),
        (["explain", "Rebels shelled Lesk.", "--published", "yesterday"], 2, "'yesterday' is no day; write YYYY-MM-DD"),
        (["explain", "Rebels shelled Lesk.", "--published", "2017-02-30"], 2, "is no day"),
        (["explain", " "], 3, "the text is empty"),
        (["explain", "a.txt"], 2, "a.txt is a file; give its words: kg explain - < a.txt"),
        (["query", "empty.rq"], 2, "the query is empty; give SPARQL"),
        (["query", "service.rq"], 3, "the query could not be answered: "),
        (["validate", "--shapes", "no-query.ttl"], 2, "no-query has no query; give it sh:select"),
        (["query", "dyads", "-s", "a.txt"], 3, "a.txt is not a store of kg"),
        (["report", "-s", "folder"], 3, "there is no store at folder"),
        (
            ["build", "a.txt", "-s", "ftp://me:secret@host/kg"],
            3,
            "'ftp://host/kg' is no store; name a folder, or the URL",
        ),
        (["report", "-s", " "], 3, "' ' is no store; name a folder"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    kg, seed_store: Path, tmp_path: Path, arguments: list[str], code: int, says: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.txt").write_text("Rebels shelled Lesk.")
    (tmp_path / "empty.rq").write_text("  \n")
    (tmp_path / "service.rq").write_text("SELECT * { SERVICE ?nowhere { ?s ?p ?o } }")
    (tmp_path / "no-query.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/> . "
        ":shape a sh:NodeShape ; sh:targetClass :Thing ; sh:sparql :no-query . :no-query sh:message 'broken' ."
    )
    (tmp_path / "utf16.txt").write_text("Rebels shelled Lesk.", "utf-16")
    (tmp_path / "utf16.jsonl").write_text(json.dumps({"text": "Rebels shelled Lesk."}), "utf-16")
    store = [] if "-s" in arguments or arguments[0] == "extract" else ["--store", str(seed_store)]
    got = kg(*arguments, *store)
    assert (got.code, got.out) == (code, "")
    assert says in got.err
    assert "Traceback" not in got.err
    assert code == 2 or got.err.count("\n") == 1


def test_a_terminal_is_kept_from_what_steers_it(seed_store: Path) -> None:
    from kg.graph.store import open_store

    with open_store(str(seed_store), read_only=True) as store:
        found: Result = store.query("SELECT ?x { VALUES ?x { '\\u001B[31mred\\u202E' } }")
    assert "\x1b" not in "".join(answer(found, "table", 40))
    assert "\x1b" in "".join(answer(found, "csv"))


def start(folder: Path, root: Path, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_long_query_can_be_stopped(root: Path, seed_store: Path, tmp_path: Path, end: signal.Signals) -> None:
    (tmp_path / "endless.rq").write_text(ENDLESS)
    with start(tmp_path, root, "query", "endless.rq", "-s", seed_store) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(4)
        process.send_signal(end)
        assert process.wait(5) in (-end, 128 + end)  # the latter where it was still starting


@pytest.mark.model
@pytest.mark.parametrize(("end", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_who_leaves_in_the_middle_leaves_no_half_file(
    root: Path, tmp_path: Path, end: signal.Signals, code: int
) -> None:
    rows = (
        json.dumps({"id": f"a{number}", "text": "Rebels shelled the town of Lesk. " * 20}) for number in range(2000)
    )
    (tmp_path / "many.jsonl").write_text("\n".join(rows))
    with start(tmp_path, root, "extract", "many.jsonl", "-o", "out.jsonl") as process:
        until = time.monotonic() + 60
        while not any(path.stat().st_size for path in tmp_path.glob(".out.jsonl.*")):
            assert time.monotonic() < until
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(end)
        assert process.wait(30) == code
    assert [path.name for path in tmp_path.iterdir()] == ["many.jsonl"]
