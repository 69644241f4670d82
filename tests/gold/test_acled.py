"""ACLED sub-event types of short notes of our own, in the manner of the codebook: a floor on the share that is right.

``acled.tsv`` holds type and note.  A note counts as the type of its first event that is told as a fact and has one.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.cli.options import DEFAULT_MODEL
from kg.model import Document, Record
from kg.ontology import load

NOTES = [
    tuple(row.split("\t")) for row in (Path(__file__).parent / "acled.tsv").read_text(encoding="utf-8").splitlines()
]
FLOOR = 0.94


@pytest.fixture(scope="module")
def labels() -> list[tuple[str, str | None]]:
    """The type of each note and the one that is read."""
    from kg.pipeline import records

    documents = [Document(str(number), note, published="2020-01-05") for number, (_, note) in enumerate(NOTES)]
    found = records(documents, model=DEFAULT_MODEL)
    return [(wanted, main_type(record)) for (wanted, _), record in zip(NOTES, found, strict=True)]


def main_type(record: Record) -> str | None:
    """The sub-event type of the first event that is a fact, else of the first."""
    typed = [
        event for event in record.events if event.acled and event.status not in ("negated", "hypothetical", "demanded")
    ]
    facts = [event for event in typed if event.status == "asserted"]
    return next((event.acled for event in facts or typed), None)


def test_the_notes_use_types_that_the_ontology_or_the_reader_knows() -> None:
    known = {action.acled_sub_event for action in load().actions.values()}
    assert {wanted for wanted, _ in NOTES} <= known
    assert min(Counter(wanted for wanted, _ in NOTES).values()) >= 3
    assert len({note for _, note in NOTES}) == len(NOTES)


@pytest.mark.model
def test_most_notes_get_their_type(labels: list[tuple[str, str | None]]) -> None:
    right = sum(wanted == found for wanted, found in labels)
    assert right / len(labels) >= FLOOR, [pair for pair in labels if pair[0] != pair[1]]


@pytest.mark.model
@pytest.mark.parametrize("label", sorted({wanted for wanted, _ in NOTES} - {"Other"}))
def test_no_type_is_lost(labels: list[tuple[str, str | None]], label: str) -> None:
    found = [wanted == read for wanted, read in labels if wanted == label]
    assert sum(found) >= len(found) * 0.6
