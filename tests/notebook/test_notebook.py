"""``import kg`` as a notebook uses it."""

from __future__ import annotations

import datetime as dt
import doctest
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.errors import InputError, NotSparql, QueryError, StoreError
from kg.graph.results import Result
from kg.notebook import graph, reading, rows

TEXT = "Rebels shelled the town of Lesk on Friday, killing three civilians, the army said."


@pytest.fixture(autouse=True)
def folder(seed_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the store of the seed, to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    (tmp_path / "store").symlink_to(seed_store)
    return tmp_path


@pytest.fixture
def opened() -> Iterator[kg.Graph]:
    with kg.open("store") as found:
        yield found


def test_importing_it_is_light(root: Path) -> None:
    code = (
        "import sys, kg; before = set(sys.modules); kg.open; "
        "print(sorted({'spacy', 'rdflib', 'pyoxigraph', 'networkx', 'click', 'numpy'} & set(sys.modules)),"
        " 'kg.notebook' in before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout == "[] False\n"
    assert "open" in dir(kg)
    assert "open" not in kg.__all__
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        kg.opne  # noqa: B018


@pytest.mark.model
@pytest.mark.parametrize("module", [graph, reading, rows])
def test_the_examples_in_the_docstrings_run(module: object) -> None:
    failed = doctest.testmod(module, extraglobs={"kg": kg}, optionflags=doctest.ELLIPSIS)  # type: ignore[arg-type]
    assert failed.attempted >= 4
    assert failed.failed == 0


def test_rows_are_plain_and_known_to_pandas(opened: kg.Graph) -> None:
    found = opened.query("timeline", since=2017)
    assert found
    assert {type(row["start"]) for row in found} == {dt.date}
    assert {type(row["reports"]) for row in found} == {int}
    assert found.columns[:2] == ("start", "end")
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(found)
    assert list(frame.columns) == list(found.columns)
    assert len(frame) == len(found)
    assert frame["reports"].sum() == sum(int(str(row["reports"])) for row in found)
    nothing = opened.query("timeline", since=1900, until=1901)
    assert list(pandas.DataFrame(nothing, columns=nothing.columns).columns) == list(found.columns)


def test_parameters_may_be_python_values(opened: kg.Graph) -> None:
    day = opened.query("timeline", on=dt.date(2017, 5, 18), status=["asserted", "alleged"], limit=5)
    assert day == opened.query("timeline", on="2017-05-18", status="asserted,alleged", limit="5")
    assert day
    assert opened.query("actors", actor=None) == opened.query("actors")


def test_rows_that_the_usual_limit_leaves_out_are_told(opened: kg.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.queries.ask", lambda *_: Result(("x",), ((None,),), cut=True))
    with pytest.warns(UserWarning, match="the first 1 rows and there are more"):
        assert opened.query("incidents") == [{"x": None}]
    assert opened.query("incidents", limit=1) == [{"x": None}]  # as asked for


def test_any_sparql_can_be_asked(opened: kg.Graph) -> None:
    assert opened.query("SELECT ?x { VALUES ?x { 1 2.5 true 'a' UNDEF } }") == [
        {"x": 1}, {"x": 2.5}, {"x": True}, {"x": "a"}, {"x": None},
    ]  # fmt: skip
    made = opened.query("CONSTRUCT { ?a a kg:Article } WHERE { ?a a kg:Article }")
    assert made == [{"subject": "article:at-tanf-2017-05-18", "predicate": "rdf:type", "object": "kg:Article"}]


@pytest.mark.parametrize(
    ("question", "given", "error", "told"),
    [
        ("timelin", {}, QueryError, "did you mean timeline"),
        ("timeline", {"colour": "red"}, QueryError, "no parameter 'colour'"),
        ("timeline", {"on": "yesterday"}, QueryError, "no day, month or year"),
        ("SELECT {", {}, NotSparql, "line 1"),
        ("ASK { }", {"limit": 1}, QueryError, "library"),
    ],
)
def test_wrong_questions_are_told(
    opened: kg.Graph, question: str, given: dict[str, str], error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=told):
        opened.query(question, **given)


def test_mistaken_names(opened: kg.Graph) -> None:
    with pytest.raises(QueryError, match="conflict and cooperation"):
        opened.network("friendship")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="no article of this id"):
        opened.explain("nothing")
    with pytest.raises(StoreError, match="no store at nowhere"):
        kg.open("nowhere")


def test_what_a_notebook_shows(opened: kg.Graph) -> None:
    table = opened.query("actors", limit=2)._repr_html_()
    assert table.startswith("<table><thead><tr><th>")
    assert table.count("<tr>") == 3
    shown = kg.Rows({"n": n, "text": "<b>"} for n in range(60))._repr_html_()
    assert shown.count("<tr>") == 51
    assert "&lt;b&gt;" in shown
    assert "10 more rows" in shown
    assert "event mentions" in opened._repr_html_()
    assert repr(opened) == f"Graph('store'): {opened._lines()[0]}"
    assert opened.report()._repr_markdown_().startswith("#")
    assert str(opened.report()).startswith("Conflict events")


@pytest.mark.model
def test_articles_are_built_asked_and_built_again(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "a.txt").write_text(f"Shells on Lesk\n\n{TEXT}")
    article = {"id": "b", "text": TEXT, "published": "2017-05-20", "source": float("nan")}
    with kg.build(["more", article], "new") as built:
        assert built.changes == {"added": 2}
        assert {row["document"] for row in built.query("articles")} == {"a", "b"}
    with kg.build(article, Path("new")) as again:
        assert again.changes == {"unchanged": 1}
        assert len(list(again.records())) == 2


@pytest.mark.model
def test_the_store_of_the_environment_is_taken(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("KG_STORE", str(folder / "elsewhere"))
    kg.build({"text": TEXT}).close()
    with kg.open() as found:
        assert len(found.query("articles")) == 1


@pytest.mark.model
def test_records_without_a_store(folder: Path) -> None:
    found = kg.read(TEXT, published="2017-05-20")
    [row] = [row for row in found.rows() if row["trigger"] == "shelled"]
    assert (row["action"], row["agents"], row["start"]) == ("Shelling", "Rebels", dt.date(2017, 5, 19))
    assert "<td>Shelling</td>" in found._repr_html_()
    (folder / "a.txt").write_text(TEXT)
    assert kg.read("a.txt")[0].document == "a"
    assert kg.read(Path("a.txt"))[0].events[0].action == "Shelling"
    assert not (folder / "kg-store").exists()


@pytest.mark.model
def test_what_cannot_be_read_is_a_warning_and_all_of_it_an_error() -> None:
    with pytest.warns(UserWarning, match='article 2: the field "text" is missing'):
        assert len(kg.read([{"text": TEXT}, {"title": "x"}])) == 1
    with pytest.warns(UserWarning, match="gone.txt"), pytest.raises(InputError, match=r"gone\.txt"):
        kg.read("gone.txt")
    with pytest.warns(UserWarning), pytest.raises(InputError, match="is no date"):
        kg.explain(TEXT, published="Friday")


def test_a_sentence_longer_than_a_name_of_a_file_is_text() -> None:
    [record] = kg.read(f"{TEXT} {'They moved on. ' * 20}")
    assert record.events[0].action == "Shelling"
