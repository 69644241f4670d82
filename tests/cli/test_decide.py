"""``kg unresolved`` and ``kg decide`` as a person uses them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from kg.cli.main import run

pytestmark = pytest.mark.model
LEADER = "Omar Zadran"
ARTICLES = {
    "a": f"{LEADER} threatened to attack Aleppo on Monday. The Islamic State attacked Idlib.",
    "b": f"Omar A. Zadran attacked Idlib on Tuesday. The rebels killed {LEADER}.",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two articles about one man outside the ontology."""
    folder = tmp_path_factory.mktemp("built")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(f"{name}\n\n{text}\n", encoding="utf-8")
    assert run(["build", str(folder), "--store", str(folder / "kg-store")]) == 0
    return folder


@pytest.fixture
def store(built: Path, kg, tmp_path: Path) -> Path:
    """A copy of it in the current folder, as kg-store."""
    return Path(shutil.copytree(built / "kg-store", tmp_path / "kg-store"))


def names(kg, *more: str) -> dict[str, dict[str, object]]:
    return {one["name"]: one for one in json.loads(kg("unresolved", "--json", *more).out)}


def events(kg, who: str) -> str:
    return str(kg("query", "events-by-actor", "-p", f"actor={who}", "-f", "csv").out)


@pytest.mark.usefixtures("store")
def test_a_session_of_deciding_and_undoing(kg) -> None:
    before = kg("export", "-f", "nq").out
    assert names(kg)[LEADER]["articles"] == ["a", "b"]
    code, out, err = kg("decide", "merge", "Omar A. Zadran", LEADER, "--kind", "Person", "--note", "same man")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "kg-store.decisions.csv:2: merge Omar A. Zadran Omar Zadran --kind Person"
    assert out.splitlines()[1].endswith("in a, b.")
    assert Path("kg-store.decisions.csv").read_text().splitlines()[1].endswith(",same man")
    assert LEADER not in names(kg)
    assert kg("export", "-f", "nq").out == before
    assert kg("decide", "list").out.endswith("The graph follows at the next kg build, or now: kg decide apply\n")
    assert "2 articles stated anew" in kg("decide", "apply").out
    assert "The graph follows them." in kg("decide", "list").out
    assert "actor/name-omar-zadran" in kg("export", "-f", "nq").out
    assert kg("validate").code == 0
    assert "Taken out of kg-store.decisions.csv: merge Omar A." in kg("decide", "undo").out
    kg("decide", "apply")
    assert kg("export", "-f", "nq").out == before


@pytest.mark.usefixtures("store")
def test_the_graph_follows_at_the_next_build(kg, built: Path) -> None:
    kg("decide", "split", "Islamic State", "--article", "a")
    report = json.loads(kg("build", built / "a.txt", built / "b.txt", "--json").out)["articles"]
    assert (report["restated"], report["unchanged"]) == (1, 2)
    assert names(kg)["Islamic State"]["articles"] == ["a"]
    Path("kg-store.decisions.csv").unlink()
    _, _, err = kg("build", built / "a.txt")
    assert "is missing; the graph keeps the decisions that it follows" in err
    assert "Islamic State" in names(kg)


@pytest.mark.usefixtures("store")
def test_the_table_can_be_elsewhere_and_decisions_apply_at_once(kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_DECISIONS", "ours.csv")
    out = kg("decide", "type", LEADER, "--kind", "Person", "--country", "SYR", "--apply").out
    assert out.startswith("ours.csv:2: type Omar Zadran --kind Person --country SYR\n")
    assert "The graph follows ours.csv: 2 articles stated anew." in out
    assert not Path("kg-store.decisions.csv").exists()
    assert kg("decide", "list", "--csv").out == Path("ours.csv").read_text()


@pytest.mark.usefixtures("store")
def test_the_csv_of_unresolved_names_becomes_decisions(kg) -> None:
    kg("unresolved", "-f", "csv", "-o", "names.csv")
    text = Path("names.csv").read_text()
    Path("names.csv").write_text(text.replace(f"\n,{LEADER},", f"\nmerge,{LEADER},"))
    assert "Added from names.csv to kg-store.decisions.csv: 1." in kg("decide", "add", "names.csv").out
    before = Path("kg-store.decisions.csv").read_text()
    assert ": 0; 1 decided already." in kg("decide", "add", "names.csv").out
    assert Path("kg-store.decisions.csv").read_text() == before
    assert LEADER not in names(kg)


@pytest.mark.usefixtures("store")
def test_two_incidents_are_one_or_not(kg) -> None:
    found = kg("query", "incidents", "-f", "csv").out
    one, other = (f"incident:{each}" for each in sorted(set(re.findall(r"incident/(\w+)", found)))[:2])
    assert kg("decide", "same", one, other.partition(":")[2]).out.startswith(
        f"kg-store.decisions.csv:2: same {one} {other}\n"
    )
    code, _, err = kg("decide", "different", one, other)
    assert (code, err) == (
        2,
        f"kg: kg-store.decisions.csv:3: {one} and {other} are different here, and the same by line 2; remove one\n",
    )
    assert (
        kg("decide", "same", one, other).err
        == f"kg: kg-store.decisions.csv:2: this is decided already: same {one} {other}\n"
    )


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["merge", "Omar Zardan", "actor:islamic-state"],
            "nobody in the articles of kg-store is called 'Omar Zardan'",
        ),
        (["merge", "Omar Zardan", "actor:islamic-state"], "did you mean Omar Zadran"),
        (["merge", LEADER, "actor:islamic-stat"], "did you mean actor:islamic-state"),
        (["merge", LEADER, "actor:islamic-state", "--article", "aa"], "aa: no article of this id is in kg-store"),
        (
            ["merge", "Islamic State", "actor:hamas"],
            "split it first: kg decide split 'Islamic State' actor:islamic-state",
        ),
        (["split", LEADER], "and linked to it"),
        (["type", LEADER], "kg: type of what?"),
        (["type", LEADER, "--kind", "Milita"], "did you mean Militia or Military?"),
        (["type", LEADER, "--country", "XXX"], "kg: 'XXX' is no country of the ontology"),
        (["same", "event:0", "event:1"], "event:0: no event or incident of this id is in kg-store"),
        (["undo"], "no decision is there to undo"),
        (["merge", LEADER, "--article", "a"], "who is Omar Zadran in a?"),
    ],
)
def test_mistakes_are_one_line_and_nothing_is_written(kg, arguments: list[str], says: str) -> None:
    code, out, err = kg("decide", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
    assert not Path("kg-store.decisions.csv").exists()


@pytest.mark.usefixtures("store")
def test_an_entry_may_be_given_by_its_name(kg) -> None:
    assert kg("decide", "merge", LEADER, "Hamas").out.startswith(
        "kg-store.decisions.csv:2: merge Omar Zadran actor:hamas\nThis changes "
    )


@pytest.mark.usefixtures("store")
def test_a_name_that_is_nowhere_yet_needs_a_word_more(kg) -> None:
    assert kg("decide", "merge", "Nobody Yet", "actor:hamas").code == 2
    out = kg("decide", "merge", "Nobody Yet", "actor:hamas", "--anyway").out
    assert "This changes no mention of an actor." in out
    assert "on lines 2" in kg("decide", "undo", "7").err


def test_every_way_of_deciding_has_an_example(kg) -> None:
    from kg.cli.decide import command

    for name in command.commands:
        code, out, _ = kg("decide", name, "--help")
        assert code == 0
        assert f"kg decide {name}" in out.partition("Example:")[2]


@pytest.mark.usefixtures("store")
def test_a_store_that_is_not_there_is_not_made(kg) -> None:
    for arguments in (["unresolved"], ["decide", "apply"], ["decide", "merge", "x", "y"]):
        code, _, err = kg(*arguments, "--store", "none")
        assert (code, "there is no store at none" in err) == (3, True)
    code, _, err = kg("build", "--store", "none", "--decisions", "none.csv", "--remove", "a")
    assert (code, "none.csv: there is no such file" in err) == (2, True)
    assert not Path("none").exists()


def test_the_decisions_on_a_server_need_a_file_of_their_own(kg) -> None:
    code, _, err = kg("decide", "list", "--store", "http://localhost:9")
    assert code == 2
    assert "name the table of decisions with --decisions FILE" in err
