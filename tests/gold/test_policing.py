"""What state forces do in a sentence, as a study of riots asks it: kill, arrest, use force.  Floors on our own sentences.

``policing.tsv`` holds the letters of what is done (K, A, F; "-" is nothing) and the sentence, ``policing_more.tsv`` harder
ones, by an author who knew nothing of the reader.  The questions are those of
Halterman et al., "Corpus-Level Evaluation for Event QA: The IndiaPoliceEvents Corpus" (2021).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.options import DEFAULT_MODEL
from kg.model import Actor, Document, Event

#: file -> letter -> the least F1 in percent
FLOORS = {
    "policing.tsv": {"K": 92.0, "A": 97.0, "F": 92.0},
    "policing_more.tsv": {"K": 60.0, "A": 86.0, "F": 77.0},
}
KILLING = frozenset({"Killing", "Assassination", "Execution", "Massacre"})
STATE = frozenset({"Police", "Military", "Government"})


def sentences(file: str) -> list[tuple[str, str]]:
    """(letters, sentence) of each row of a file."""
    rows = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    return [(letters, text) for letters, _, text in (row.partition("\t") for row in rows)]


def of_the_state(actor: Actor) -> bool:
    return actor.kind in STATE or actor.sector in {"GOV", "MIL", "COP", "SPY"}


def done(event: Event) -> set[str]:
    """The letters of one event."""
    if event.status in {"negated", "hypothetical", "demanded", "threatened", "planned"}:
        return set()
    state = any(map(of_the_state, event.agents))
    dead = event.action in KILLING or any(casualty.kind == "killed" for casualty in event.casualties)
    told = {"A": event.action == "Arrest" and (state or not event.agents)}
    told |= {"F": state and event.plover == "ASSAULT", "K": state and event.plover == "ASSAULT" and dead}
    return {letter for letter, is_told in told.items() if is_told}


@pytest.fixture(scope="module", params=FLOORS)
def found(request: pytest.FixtureRequest) -> tuple[str, list[tuple[set[str], set[str], str]]]:
    """(file, (what is done, what is read, the sentence) of each of its rows)."""
    from kg.pipeline import records

    rows = sentences(request.param)
    documents = [Document(str(n), text, published="2002-03-02") for n, (_, text) in enumerate(rows)]
    read = records(documents, model=DEFAULT_MODEL)
    done_in = (set().union(*map(done, record.events)) for record in read)
    return request.param, [(set(w) - {"-"}, r, text) for (w, text), r in zip(rows, done_in, strict=True)]


@pytest.mark.model
@pytest.mark.parametrize("letter", ["K", "A", "F"])
def test_what_state_forces_do_is_read(found: tuple[str, list[tuple[set[str], set[str], str]]], letter: str) -> None:
    file, rows = found
    right = sum(letter in wanted & read for wanted, read, _ in rows)
    size = sum((letter in wanted) + (letter in read) for wanted, read, _ in rows)
    wrong = [text for wanted, read, text in rows if letter in wanted ^ read]
    assert 200 * right / size >= FLOORS[file][letter], wrong
