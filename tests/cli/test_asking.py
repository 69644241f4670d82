"""The commands that read a store or a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli.export import FORMATS
from kg.export.formats import FORMATS as WRITERS

pytestmark = pytest.mark.model
SENTENCE = "Rebels shelled the town of Lesk on Friday, killing three civilians."


def test_extract_writes_a_record_a_line(kg, kg_process, jsonl: Callable[..., Path]) -> None:
    path = jsonl({"id": "a", "text": SENTENCE + "\u2028\u0085"}, '{"id"', {"id": "b", "text": "Nothing."})
    code, out, err = kg("extract", path)
    first, second = map(json.loads, out.splitlines())
    assert (code, err.count("\n")) == (1, 1)
    assert (first["schema"], first["document"], first["text"]) == (1, "a", SENTENCE + "\u2028\u0085")
    assert all(
        first["text"][e["trigger"]["start"] : e["trigger"]["end"]] == e["trigger"]["text"] for e in first["events"]
    )
    assert second["events"] == []
    assert kg("extract", path, "-o", "out/records.jsonl").out == ""
    assert Path("out/records.jsonl").read_text(encoding="utf-8") == out
    assert json.loads(kg_process("extract", "-", "--no-text", stdin=SENTENCE).out)["text"] is None


def test_extract_to_a_device_leaves_the_device(kg, jsonl: Callable[..., Path]) -> None:
    assert kg("extract", jsonl({"text": "Nothing."}), "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def test_explain_names_the_rule_the_parts_and_the_triples(kg) -> None:
    code, out, _ = kg("explain", SENTENCE, "--published", "2017-05-20")
    assert code == 0
    assert out.startswith("[agent: Rebels] [Shelling: shelled] ")
    assert 'the construction "active"' in out
    assert "kg:shelled" in out
    assert 'from "Friday"' in out
    assert json.loads(kg("explain", SENTENCE, "--json").out)["document"] == "sentence"


def test_explain_says_why_there_is_no_event(kg) -> None:
    assert "No event." in kg("explain", "The weather was mild.").out


def test_explain_reads_a_stored_article(kg, seed_store: Path) -> None:
    code, out, _ = kg("explain", "--document", "at-tanf-2017-05-18", "--store", seed_store)
    assert code == 0
    assert "Russian warplanes" in out
    code, _, err = kg("explain", "--document", "none", "--store", seed_store)
    assert (code, err.startswith("kg: none: no article")) == (3, True)


@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv", "xml"])
def test_a_named_query_is_answered_in_every_format(kg, seed_store: Path, form: str) -> None:
    code, out, err = kg("query", "timeline", "-f", form, "--store", seed_store)
    assert (code, err) == (0, "")
    assert "2016-06-01" in out


def test_a_query_may_come_from_a_file_or_a_stream(kg, kg_process, seed_store: Path, tmp_path: Path) -> None:
    sparql = "SELECT (COUNT(*) AS ?n) { ?article a kg:Article }"
    (tmp_path / "count.rq").write_text(sparql, encoding="utf-8")
    from_file = kg("query", "count.rq", "-f", "csv", "--store", seed_store)
    from_stream = kg_process("query", "-", "-f", "csv", stdin=sparql, KG_STORE=str(seed_store))
    assert from_file == from_stream == (0, "n\n1\n", "")


@pytest.mark.parametrize(
    ("sparql", "code", "says"),
    [("SELECT ?x {", 2, "not SPARQL"), ("CONSTRUCT WHERE { ?s a kg:Article }", 2, "use -f ttl")],
)
def test_a_wrong_query_is_one_line(kg, seed_store: Path, tmp_path: Path, sparql: str, code: int, says: str) -> None:
    (tmp_path / "q.rq").write_text(sparql, encoding="utf-8")
    outcome = kg("query", "q.rq", "-f", "csv", "--store", seed_store)
    assert (outcome.code, outcome.out) == (code, "")
    assert says in outcome.err


def test_a_query_that_finds_nothing_says_so_beside_its_data(kg, seed_store: Path) -> None:
    code, out, err = kg("query", "events-by-actor", "-p", "actor=Nowhere", "-f", "csv", "--store", seed_store)
    assert (code, out.count("\n")) == (0, 1)
    assert err.startswith("kg: the query finds nothing")


def test_a_query_file_that_is_not_there_is_an_input_error(kg) -> None:
    assert kg("query", "none.rq")[::2] == (3, "kg: none.rq: No such file or directory; check the path\n")


def test_one_query_is_listed_with_its_parameters_and_example(kg) -> None:
    out = kg("query", "escalation", "--list").out
    assert out.startswith("escalation\n")
    assert "-p weeks=... [4]  how many weeks are the last ones" in out
    assert out.count("kg query ") == 1
    assert kg("query", "escalate", "--list")[::2][0] == 2


def test_analysts_questions_are_answered_in_words(kg, seed_store: Path) -> None:
    out = kg("query", "events-near", "-p", "near=At-Tanf", "-p", "km=1", "-f", "csv", "--store", seed_store).out
    assert "0,2016-06-01,2016-06-30,Airstrike,asserted,Armed Forces of the Russian Federation,At-Tanf,At-Tanf," in out
    out = kg("query", "acled-counts", "-p", "by=country,month", "-f", "csv", "--store", seed_store).out
    assert "Syria,2017-05,Explosions/Remote violence,Air/drone strike,1,0" in out
    assert kg("query", "acled-counts", "-p", "by=colour", "--store", seed_store).err.startswith(
        "kg: query acled-counts, "
    )


def test_a_query_is_shown_with_its_parameters_in_place(kg) -> None:
    assert "At-Tanf" in kg("query", "attacks-on-place", "-p", "place=At-Tanf", "--show").out


def test_every_format_is_written_and_offered(kg, seed_store: Path) -> None:
    assert list(FORMATS) == list(WRITERS)
    for form in (form for form in FORMATS if form not in ("parquet", "neo4j")):
        code, out, err = kg("export", "-o", f"graph.{form}", "--store", seed_store)
        assert (code, out) == (0, "")
        assert all(line.startswith("kg: ") for line in err.splitlines())
        assert Path(f"graph.{form}").read_text(encoding="utf-8") == kg("export", "-f", form, "--store", seed_store).out


@pytest.mark.parametrize(
    ("arguments", "starts"), [([], "Conflict events"), (["-f", "md"], "# Conflict"), (["--json"], "{")]
)
def test_a_report_in_every_form(kg, seed_store: Path, arguments: list[str], starts: str) -> None:
    code, out, err = kg("report", *arguments, "--store", seed_store)
    assert (code, err) == (0, "")
    assert out.startswith(starts)


def test_a_sound_store_is_valid(kg, seed_store: Path) -> None:
    assert kg("validate", "--store", seed_store) == (0, f"{seed_store} keeps all rules\n", "")
    assert json.loads(kg("validate", "--json", "--store", seed_store).out) == []


@pytest.mark.parametrize(
    "command", ["report", "validate", "export -f ttl", "query timeline", "explain -d a", "build --remove a"]
)
def test_asking_a_store_that_is_not_there_makes_none(kg, tmp_path: Path, command: str) -> None:
    code, out, err = kg(*command.split())
    assert (code, out) == (3, "")
    assert err == "kg: there is no store at kg-store; make one with `kg build`\n"
    assert not (tmp_path / "kg-store").exists()
