"""What people decided about actors and incidents, applied to records: reversible, and no article is read again.

The rules of the table (``kg.graph.decision_rows`` reads it), in the order in which they apply to a mention of an actor:

``split``  the words *this* do not mean the entry *that* (any entry where it is empty)
``merge``  who is called *this* is *that*: an entry of the ontology, or somebody called so, one in all articles
``type``   who is called *this* is of a kind, country or sector, where the ontology does not say it
``same``, ``different``  two event mentions or incidents are (not) one happening

A name means whom kg calls so in any article, or in the one *article*; the IRI of an actor within its article means that
one.  What holds for one article goes before what holds for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.graph import iris
from kg.graph.decision_rows import COLUMNS, Row, Sheet, load, parse
from kg.graph.grounding import grounded
from kg.graph.happenings import Happenings, happenings
from kg.graph.identities import Identities, Reader
from kg.model import Actor, Attribution, Casualty, Event, Record
from kg.ontology import Entry


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions; ``text`` is the table in a form that is the same for the same decisions."""

    identities: Identities = field(default_factory=Identities)
    happenings: Happenings = field(default_factory=Happenings)
    text: str = ""

    @property
    def fingerprint(self) -> str:
        """16 hex digits that change when a decision does; notes and the order of the rows do not count."""
        return iris.digest(self.text)

    def actor(self, document: str, actor: Actor) -> Actor:
        """Return a mention of an article as people decided."""
        return self.identities.actor(document, actor)

    def verdict(self, one: str, other: str) -> bool | None:
        """Whether people say that two event mentions or incidents are one happening; None where they say nothing."""
        return self.happenings.verdict(one, other)

    def record(self, record: Record) -> Record:
        """Return a record with all its actors as people decided, grounded as the graph has them."""
        record = grounded(record)
        if self.identities == Identities():
            return record
        events = tuple(self._event(record.document, event) for event in record.events)
        said = tuple(self._said(record.document, attribution) for attribution in record.attributions)
        return replace(record, events=events, attributions=said)

    def _event(self, document: str, event: Event) -> Event:
        agents, targets = (tuple(self.actor(document, who) for who in side) for side in (event.agents, event.targets))
        tolls = tuple(self._toll(document, casualty) for casualty in event.casualties)
        return replace(event, agents=agents, targets=targets, casualties=tolls)

    def _toll(self, document: str, casualty: Casualty) -> Casualty:
        return replace(casualty, group=self.actor(document, casualty.group)) if casualty.group else casualty

    def _said(self, document: str, said: Attribution) -> Attribution:
        return replace(said, source_actor=self.actor(document, said.source_actor)) if said.source_actor else said


NOTHING = Decisions()


def read(path: Path, entries: Mapping[str, Entry] | None = None) -> Decisions:
    """Read a file of decisions, none where it is missing; raise DecisionError, naming file and line.

    ``entries`` are the actors of the ontology, by default those that kg ships.
    """
    return of(load(path), entries)


def of(sheet: Sheet, entries: Mapping[str, Entry] | None = None, *, strict: bool = True) -> Decisions:
    """Read the decisions of a sheet; without ``strict`` those on entries that are not there have no effect."""
    rows = sheet.rows
    if not rows:
        return NOTHING
    if entries is None:
        from kg.ontology import entries as shipped

        entries = shipped()
    told = [row for row in rows if row.decision in {"same", "different"}]
    actors = Reader(sheet, entries, strict=strict).identities(row for row in rows if row not in told)
    return Decisions(actors, happenings(told, sheet), _text(rows))


def kept(text: str, entries: Mapping[str, Entry] | None = None) -> Decisions:
    """Read decisions that a store keeps."""
    return of(parse(text, "the decisions in the store"), entries, strict=False)


def beside(store: str) -> Path | None:
    """Return where the decisions on a store are kept: beside its folder; None for a store that is no folder."""
    if "://" in store:
        return None
    folder = Path(store)
    return folder.parent / f"{folder.name}.decisions.csv"


def _text(rows: Iterable[Row]) -> str:
    plain = sorted({row.plain for row in rows}, key=lambda r: [getattr(r, c) for c in COLUMNS])
    sheet = Sheet()
    for row in plain:
        sheet = sheet.with_row(row)
    return sheet.text()
