"""The commands that read a store or a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

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
    assert "kg explain --document ID" in kg("explain", "at-tanf-2017-05-18").err


def test_explain_tells_of_a_text_that_is_not_in_english(kg) -> None:
    code, out, err = kg("explain", "Les rebelles ont pilonné la ville vendredi, tuant cinq civils.")
    assert (code, out) == (0, "No event.\n")
    assert err == "kg: hardly a word of it is English, so no event is read in it; translate it first\n"
    assert kg("explain", SENTENCE).err == ""


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
    [
        ("SELECT ?x {", 2, "not SPARQL"),
        ("PREFIX a: <a:> INSERT DATA { a:b a:c a:d }", 2, "this is an update"),
        ("CONSTRUCT WHERE { ?s a kg:Article }", 2, "use -f ttl"),
    ],
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


def test_rows_that_a_limit_leaves_out_are_told(kg, seed_store: Path) -> None:
    code, out, err = kg("query", "incidents", "-p", "limit=2", "-f", "csv", "--store", seed_store)
    assert (code, out.count("\n")) == (0, 3)
    assert err == "kg: these are the first 2 rows and there are more; -p limit=N gives up to N\n"
    whole = kg("query", "incidents", "-p", "limit=999999", "-f", "csv", "--store", seed_store)
    exactly = kg(
        "query", "incidents", "-p", f"limit={whole.out.count(chr(10)) - 1}", "-f", "csv", "--store", seed_store
    )
    assert exactly == whole
    assert whole.err == ""


@pytest.mark.parametrize(
    ("action", "says"),
    [
        ("airstrikes", "did you mean Airstrike?"),
        ("Qqqq", "such as Airstrike"),
        ("MaterialConflict", ""),
        ("kg:Attack", ""),
    ],
)
def test_an_action_that_is_none_is_told(kg, seed_store: Path, action: str, says: str) -> None:
    outcome = kg("query", "dyads", "-p", f"action={action}", "-f", "csv", "--store", seed_store)
    assert (outcome.code, says in outcome.err) == (2 if says else 0, True)


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


RULES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/rules#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix kg: <https://w3id.org/conflict-event-kg/ontology#> .
:Article a sh:NodeShape ; sh:targetClass kg:Article ; sh:property :url , :title .
:title sh:path kg:title ; sh:maxCount 1 .
:url sh:path kg:url ; sh:hasValue "none" ; sh:severity sh:Warning ; sh:message "no <address>" ; rdfs:comment "add it" .
"""


def test_findings_fail_as_they_are_told_to(kg, seed_store: Path, tmp_path: Path) -> None:
    (tmp_path / "rules.ttl").write_text(RULES, encoding="utf-8")
    rules = ("validate", "--shapes", "rules.ttl", "--store", seed_store)
    line = "warning: article:at-tanf-2017-05-18 kg:url: no <address> [url], in at-tanf-2017-05-18; add it\n"
    assert kg(*rules) == (0, f"{line}1 warning in {seed_store}\n", "")
    assert kg(*rules, "--fail-on", "warning").code == 1
    assert kg(*rules, "--fail-on", "never").code == 0
    (found,) = json.loads(kg(*rules, "-f", "json").out)
    assert (found["severity"], found["articles"], found["advice"]) == ("warning", ["at-tanf-2017-05-18"], "add it")


def test_findings_are_test_cases_for_ci(kg, seed_store: Path, tmp_path: Path) -> None:
    (tmp_path / "rules.ttl").write_text(RULES, encoding="utf-8")
    rules = ("validate", "--shapes", "rules.ttl", "-f", "junit", "--store", seed_store)
    suite = ET.fromstring(kg(*rules, "--fail-on", "warning").out)
    assert (suite.attrib["tests"], suite.attrib["failures"]) == ("2", "1")
    title, url = suite.findall("testcase")
    failure = url.find("failure")
    assert list(title) == []
    assert failure is not None
    assert failure.attrib == {"message": "1 times: no <address>", "type": "warning"}
    assert "at-tanf-2017-05-18" in str(failure.text)
    let_pass = ET.fromstring(kg(*rules, "-o", "findings.xml").out or Path("findings.xml").read_text("utf-8"))
    assert (let_pass.attrib["failures"], let_pass.find("testcase/system-out") is not None) == ("0", True)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x", "kg: rules.ttl:1: "),
        (RULES + ":title sh:or ( :a ) .", "kg: rules.ttl: title uses sh:or, which kg validate"),
    ],
)
def test_shapes_that_cannot_be_used_are_one_line(kg, seed_store: Path, tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "rules.ttl").write_text(text, encoding="utf-8")
    code, out, err = kg("validate", "--shapes", "rules.ttl", "--store", seed_store)
    assert (code != 0, out, err.count("\n")) == (True, "", 1)
    assert err.startswith(says)
    assert kg("validate", "--shapes", "none.ttl", "--store", seed_store).err.startswith("kg: none.ttl: No such file")


@pytest.mark.parametrize(
    "command", ["report", "validate", "export -f ttl", "query timeline", "explain -d a", "build --remove a"]
)
def test_asking_a_store_that_is_not_there_makes_none(kg, tmp_path: Path, command: str) -> None:
    code, out, err = kg(*command.split())
    assert (code, out) == (3, "")
    assert err == "kg: there is no store at kg-store; make one with `kg build`\n"
    assert not (tmp_path / "kg-store").exists()
