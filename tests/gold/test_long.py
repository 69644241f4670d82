"""The reader on whole articles of our own writing: what it reaches is held by floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.options import DEFAULT_MODEL
from kg.evaluation import Report, evaluate, load_gold
from kg.model import Document

pytestmark = pytest.mark.model
ARTICLES = Path(__file__).parent / "long" / "articles.jsonl"
#: figure -> the least that is reached, in percent.  Lowering a floor takes a change here.
FLOORS = {
    "trigger.P": 96.5,
    "trigger.R": 89.5,
    "action.F1": 90.5,
    "whole": 81.5,
    "status": 98.0,
    "agent.F1": 95.0,
    "target.F1": 95.5,
    "place.F1": 87.5,
    "time": 94.5,
    "attribution.F1": 90.5,
    "incident.P": 92.0,
    "incident.F1": 81.5,
}


@pytest.fixture(scope="module")
def report() -> Report:
    """All figures."""
    from kg.ontology import load
    from kg.pipeline import records

    gold = load_gold(ARTICLES)
    found = records([Document(d.id, d.text, d.title, d.published) for d in gold], model=DEFAULT_MODEL)
    types = {name: action.plover for name, action in load().actions.items()}
    return evaluate(gold, {record.document: record for record in found}, types)


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls_below_its_floor(report: Report, figure: str) -> None:
    assert report.figures[figure] >= FLOORS[figure]
