"""What state forces do in a sentence, as a study of riots asks it: kill, arrest, use force.  Floors on our own sentences.

``policing.tsv`` holds the letters of what is done (K, A, F; "-" is nothing) and the sentence.  The questions are those of
Halterman et al., "Corpus-Level Evaluation for Event QA: The IndiaPoliceEvents Corpus" (2021).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.options import DEFAULT_MODEL
from kg.model import Actor, Document, Event

SENTENCES = [
    tuple(row.split("\t")) for row in (Path(__file__).parent / "policing.tsv").read_text(encoding="utf-8").splitlines()
]
#: letter -> the least F1 in percent
FLOORS = {"K": 90.0, "A": 92.0, "F": 90.0}
KILLING = frozenset({"Killing", "Assassination", "Execution", "Massacre"})
STATE = frozenset({"Police", "Military", "Government"})


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


@pytest.fixture(scope="module")
def found() -> list[tuple[set[str], set[str]]]:
    """(what is done, what is read) of each sentence."""
    from kg.pipeline import records

    documents = [Document(str(n), text, published="2002-03-02") for n, (_, text) in enumerate(SENTENCES)]
    read = records(documents, model=DEFAULT_MODEL)
    wanted = (set(letters) - {"-"} for letters, _ in SENTENCES)
    return [(w, set().union(*map(done, r.events))) for w, r in zip(wanted, read, strict=True)]


@pytest.mark.model
@pytest.mark.parametrize("letter", FLOORS)
def test_what_state_forces_do_is_read(found: list[tuple[set[str], set[str]]], letter: str) -> None:
    right = sum(letter in wanted & read for wanted, read in found)
    size = sum((letter in wanted) + (letter in read) for wanted, read in found)
    wrong = [text for (wanted, read), (_, text) in zip(found, SENTENCES, strict=True) if letter in wanted ^ read]
    assert 200 * right / size >= FLOORS[letter], wrong
