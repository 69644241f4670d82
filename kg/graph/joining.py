"""One store out of several: articles with all that is kept of them, stated anew by the ontology of the target.

Where two hold the same document with another content, that of the target stays, and of several sources the first:
the outcome depends on the order in which they are named and on nothing else.  ``last_wins`` turns it round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal as Choice

from kg.graph import iris
from kg.graph.store import Store
from kg.graph.upkeep import build_of
from kg.graph.vocabulary import KG

Outcome = Choice["added", "unchanged", "kept", "replaced"]


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of one article; ``kept`` and ``replaced`` are conflicts: the same document, another content."""

    document: str
    source: str
    outcome: Outcome


def join(target: Store, source: Store, *, last_wins: bool = False) -> Iterator[Joined]:
    """Put the articles of a source into a target, each whole before it is yielded, by document id.

    Ids are what makes a document the same; its content is its record, without the text and whatever read it.
    """
    present = frozenset(target.documents())
    for document in source.documents():
        outcome: Outcome = "added"
        if document in present:
            outcome = "replaced" if last_wins else "kept"
            if _same(target, source, document):
                outcome = "unchanged"
        if outcome in ("added", "replaced"):
            _adopt(target, source, document)
        yield Joined(document, source.path, outcome)


def _same(target: Store, source: Store, document: str) -> bool:
    seals = (store.database.kept(document, KG.contentHash) for store in (target, source))
    return len(set(seals)) == 1 or target.kept_record(document) == source.kept_record(document)


def _adopt(target: Store, source: Store, document: str) -> None:
    record = source.kept_record(document)
    if record is not None:
        seal = str(KG.contentHash)
        about = sorted(source.quads(iris.record_graph(document)), key=lambda q: (q.predicate.value == seal, str(q)))
        target.put(record, build_of(source, document), about)
