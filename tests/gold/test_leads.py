"""PLOVER types and sides of single news leads of our own writing: floors on the shares that are read.

``leads.tsv`` holds the type, the countries of source and target (or a sector, as IGO) and the lead.  A lead counts where an
event has the type, then where that event also has a source of the country, then a target of the other.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.options import DEFAULT_MODEL
from kg.model import Actor, Document, Event

LEADS = [
    tuple(row.split("\t")) for row in (Path(__file__).parent / "leads.tsv").read_text(encoding="utf-8").splitlines()
]
#: the least shares in percent: type; type and source; type and both
FLOORS = (86.0, 82.0, 59.0)
UNTOLD = frozenset({"negated", "denied", "hypothetical", "demanded", "threatened"})


def codes(actors: tuple[Actor, ...]) -> set[str]:
    return {actor.country or actor.sector or "" for actor in actors}


def sides(event: Event) -> tuple[set[str], set[str]]:
    """Codes of who acts and of whom it is done to; both of either, where they act on one another."""
    agents, targets = codes(event.agents), codes(event.targets)
    return (agents | targets, agents | targets) if event.reciprocal else (agents, targets)


@pytest.fixture(scope="module")
def read() -> list[list[Event]]:
    """The events of each lead that are told as facts or plans."""
    from kg.pipeline import records

    documents = [Document(str(number), lead[3], published="2000-01-01") for number, lead in enumerate(LEADS)]
    return [
        [event for event in record.events if event.status not in UNTOLD]
        for record in records(documents, model=DEFAULT_MODEL)
    ]


def test_each_lead_is_there_once() -> None:
    assert len({lead[3] for lead in LEADS}) == len(LEADS)
    assert {len(lead) for lead in LEADS} == {4}


@pytest.mark.model
def test_most_leads_have_their_type_and_sides(read: list[list[Event]]) -> None:
    hits = [0, 0, 0]
    for (wanted, source, target, _), events in zip(LEADS, read, strict=True):
        typed = [sides(event) for event in events if event.plover == wanted]
        meant = [both for both in typed if source in both[0]]
        hits[0] += bool(typed)
        hits[1] += bool(meant)
        hits[2] += any(target in both[1] for both in meant)
    shares = tuple(100 * hit / len(LEADS) for hit in hits)
    assert all(share >= floor for share, floor in zip(shares, FLOORS, strict=True)), shares
