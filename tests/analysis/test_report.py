from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.analysis.report import Report, report
from kg.errors import QueryError
from kg.graph.store import Store, open_store


@pytest.fixture(scope="module")
def made(filled: Store) -> Report:
    return report(filled)


def test_counts_are_of_asserted_incidents(made: Report) -> None:
    assert (made.articles, made.incidents) == (2, 9)
    assert dict(made.statuses) == {"asserted": 6, "alleged": 1, "denied": 1, "failed": 1}
    assert dict(made.types)["Airstrike"] == 2
    assert "ChemicalAttack" not in dict(made.types)
    assert dict(made.places) == {"Tarn": 3, "Lesk": 1}


def test_months_are_those_that_are_known(made: Report) -> None:
    assert made.months == (("2016-06", 1), ("2017-05", 1))
    assert made.undated == 4


def test_reports_and_mentions_stand_behind_each_incident(made: Report) -> None:
    first = made.told[0]
    assert (first.incident, first.reports, first.mentions) == ("incident:e1", 2, 3)


def test_the_networks_are_never_mixed(made: Report) -> None:
    assert "Dara Venn" not in {actor.label for actor in made.conflict.actors}
    assert "Northern Front" not in {actor.label for actor in made.cooperation.actors}


def test_text_is_aligned(made: Report) -> None:
    lines = made.render("text").splitlines()
    head = next(line for line in lines if line.startswith("agent "))
    row = next(line for line in lines if line.startswith("Velandic Army   Tarn"))
    assert row.index("2016-06-01") == head.index("first")


def test_markdown_has_tables_and_escapes_their_marks(made: Report) -> None:
    written = made.render("md")
    assert written.startswith("# Conflict events\n")
    assert "| Velandic Army | Tarn | 1 | 2016-06-01 | 2016-06-30 |" in written
    assert "Northern Front &lt;> Velandic Army" in written


def test_json_holds_everything(made: Report) -> None:
    body = json.loads(made.render("json"))
    assert body["conflict"]["actors"][0]["label"] == "Velandic Army"
    assert body["types"]["Airstrike"] == 2
    assert body["told"][0]["reports"] == 2


def test_an_unknown_form_is_refused(made: Report) -> None:
    with pytest.raises(QueryError, match="text, md, json"):
        made.render("pdf")


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_an_empty_store_has_a_report(invented: Path, tmp_path: Path, form: str) -> None:
    with open_store(str(tmp_path / "empty"), ontology=invented) as store:
        assert "0" in report(store).render(form)


def test_a_report_of_some_incidents_counts_them_alone(filled: Store) -> None:
    some = report(filled, {"incident:e1", "incident:e5"}, only="actor Veland")
    assert (some.articles, some.incidents) == (2, 2)
    assert dict(some.statuses) == {"asserted": 1, "denied": 1}
    assert dict(some.types) == {"Airstrike": 1}
    assert [dyad.incidents for dyad in some.conflict.dyads] == [1]
    assert "Only those with actor Veland." in some.render("text")
    assert json.loads(some.render("json"))["only"] == "actor Veland"


def test_a_report_counts_the_statuses_that_are_asked_for(filled: Store) -> None:
    some = report(filled, {"incident:e1", "incident:e5"}, statuses=("denied", "failed"))
    assert dict(some.types) == {"Attack": 1}
    assert "count denied or failed incidents alone." in some.render("md")
