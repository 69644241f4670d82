"""The reader on the project's own gold: what it reaches is held by floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.options import DEFAULT_MODEL
from kg.evaluation import GoldDocument, Report, evaluate, load_gold
from kg.model import Document, Record

pytestmark = pytest.mark.model
HERE = Path(__file__).parent
TOPICS = {path.stem: path for path in sorted(HERE.glob("*.jsonl"))}

#: figure -> the least that is reached, in percent, over all files.  Lowering a floor takes a change here.
FLOORS = {
    "trigger.P": 92.0,
    "trigger.R": 91.5,
    "type.F1": 91.0,
    "action.F1": 90.0,
    "whole": 79.5,
    "status": 96.5,
    "agent.F1": 94.0,
    "target.F1": 94.5,
    "link.id": 95.5,
    "link.country": 97.0,
    "antecedent": 74.0,
    "place.F1": 91.0,
    "place.relation": 94.0,
    "time": 92.0,
    "instrument.F1": 94.0,
    "attribution.F1": 93.5,
    "casualties.F1": 91.5,
    "incident.F1": 92.0,
}
#: figure -> the most that is allowed: traps read as facts in percent, Brier score and calibration error from 0 to 1
CEILINGS = {"false_facts": 9.0, "brier": 0.1, "calibration error": 0.04}
#: topic -> the least F1 of PLOVER types
TOPIC_FLOORS = {
    "attribution": 82.0,
    "casualties": 91.0,
    "constructions": 92.0,
    "diplomacy": 89.0,
    "documents": 89.0,
    "places": 92.0,
    "qualifiers": 94.0,
    "reference": 95.0,
    "times": 89.0,
    "wire": 78.0,
}


@pytest.fixture(scope="module")
def types() -> dict[str, str]:
    """The PLOVER type of each action."""
    from kg.ontology import load

    return {name: action.plover for name, action in load().actions.items()}


@pytest.fixture(scope="module")
def gold() -> dict[str, tuple[GoldDocument, ...]]:
    """The gold of each topic."""
    return {topic: load_gold(path) for topic, path in TOPICS.items()}


@pytest.fixture(scope="module")
def records(gold: dict[str, tuple[GoldDocument, ...]]) -> dict[str, Record]:
    """What the reader makes of all texts."""
    from kg.pipeline import records

    texts = [Document(d.id, d.text, d.title, d.published) for documents in gold.values() for d in documents]
    return {record.document: record for record in records(texts, model=DEFAULT_MODEL)}


@pytest.fixture(scope="module")
def report(gold: dict[str, tuple[GoldDocument, ...]], records: dict[str, Record], types: dict[str, str]) -> Report:
    """All figures."""
    return evaluate([d for documents in gold.values() for d in documents], records, types)


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls_below_its_floor(report: Report, figure: str) -> None:
    assert report.figures[figure] >= FLOORS[figure]


@pytest.mark.parametrize("figure", CEILINGS)
def test_no_figure_rises_above_its_ceiling(report: Report, figure: str) -> None:
    reached = {"brier": report.calibration.brier, "calibration error": report.calibration.error} | report.figures
    assert reached[figure] <= CEILINGS[figure]


@pytest.mark.parametrize("topic", TOPIC_FLOORS)
def test_no_topic_falls_below_its_floor(
    gold: dict[str, tuple[GoldDocument, ...]], records: dict[str, Record], types: dict[str, str], topic: str
) -> None:
    assert evaluate(gold[topic], records, types).figures["type.F1"] >= TOPIC_FLOORS[topic]


def test_events_of_high_confidence_are_mostly_right(report: Report) -> None:
    top = report.calibration.bins[-1]
    assert top.low == 0.9
    assert top.right >= 0.88


def test_there_are_hundreds_of_texts_and_every_status(gold: dict[str, tuple[GoldDocument, ...]]) -> None:
    documents = [document for topic in gold.values() for document in topic]
    statuses = {status for d in documents for event in d.events for status in event.statuses}
    assert len(documents) >= 400
    assert len(statuses) == 10
    assert len({d.id for d in documents}) == len(documents)
