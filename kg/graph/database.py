"""What a store needs of the place where its quads are: a folder of Oxigraph, a memory, or a SPARQL 1.1 server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.results import Graphs, Result
from kg.graph.vocabulary import KG, STORE


@dataclass(frozen=True, slots=True)
class Article:
    """What one article brings: its own graph, what it adds to the shared one, and its record (None: leave that as it is).

    The quad of ``kg:contentHash`` is the last of ``record``: an article that lacks it is not whole.
    """

    document: str
    own: Sequence[Quad]
    shared: Sequence[Quad]
    record: Sequence[Quad] | None


class Database(Protocol):
    """Quads in named graphs; queries see all graphs together."""

    name: str
    """How messages call it; never holds a password."""

    def query(self, text: str, most: int | None = None, graphs: Graphs | None = None) -> Result:
        """Answer a SPARQL query, with at most so many rows or triples; raise NotSparql where it is none."""

    def update(self, text: str) -> None:
        """Run a SPARQL update request."""

    def quads(self, graph: str | None) -> Iterator[Quad]:
        """Yield the quads of one graph, or of all."""

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the named graphs of the store, sorted."""

    def holds(self, quad: Quad) -> bool:
        """Whether a quad of the ontology's graph is there."""

    def kept(self, document: str, name: str) -> str | None:
        """Return a literal of the graph that keeps an article's record, or None."""

    def put(self, article: Article) -> None:
        """Put an article in, in place of what was stated of it; whole, or not counted as there."""

    def remove(self, document: str) -> None:
        """Take an article out."""

    def check(self) -> None:
        """Raise StoreError where there is no store, or one that kg cannot ask."""

    def unfinished(self) -> tuple[str, ...]:
        """Return the ids of articles that a writer left half done, sorted."""

    def put_graph(self, graph: str, quads: Sequence[Quad]) -> None:
        """Put a graph in, in place of the older one."""

    def change(self, remove: Sequence[Quad], add: Sequence[Quad]) -> None:
        """Take quads out and put others in."""

    def backup(self, folder: Path) -> None:
        """Copy everything, as it is at one moment, into a new store on disk."""

    def close(self) -> None:
        """Write what is pending and let go."""


def mark_of(name: str, value: str | int | bool) -> Quad:
    """Return a quad by which a store says something of itself."""
    return Quad(NamedNode(STORE), NamedNode(name), Literal(value), NamedNode(STORE))


#: articles changed since the incidents were rebuilt
STALE = mark_of(KG.needsIncidents, True)
