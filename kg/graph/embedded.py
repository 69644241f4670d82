"""Oxigraph, on disk or in memory.  One process writes at a time; every change is one transaction.

Killed at any moment, the folder holds whole articles: ``extend`` and one update request are atomic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError
from kg.graph import iris
from kg.graph.database import STALE, Article
from kg.graph.opening import open_to_read, open_to_write
from kg.graph.requests import LINKS, delete, insert
from kg.graph.results import Graphs, Result, not_sparql, read
from kg.graph.vocabulary import KG, ONTOLOGY, PREFIXES, SHARED

T = TypeVar("T")
_SHARED = NamedNode(SHARED)
_SUPPORT = NamedNode(KG.supportedBy)
#: links from an article's graph to the nodes that all articles share
_LINKS = tuple(map(NamedNode, LINKS))
_PARTS = tuple(NamedNode(PREFIXES["rdf"] + part) for part in ("subject", "predicate", "object"))
#: what is written before it goes from the log, which every reader reads through when it opens, into tables
_QUADS_OF_LOG = 50_000
_ASKED_AGAIN = 4
_PREFIXES = dict(PREFIXES)


class Embedded:
    """A database of this process."""

    def __init__(self, name: str, inner: ox.Store, *, on_disk: bool, read_only: bool) -> None:
        self.name = name
        self.inner = inner
        self._on_disk = on_disk
        self._read_only = read_only
        self._written = 0

    @classmethod
    def on_disk(cls, path: str, *, read_only: bool) -> Embedded:
        """Open a folder; writing makes it where there is none."""
        inner = open_to_read(path) if read_only else open_to_write(path)
        return cls(path, inner, on_disk=True, read_only=read_only)

    @classmethod
    def in_memory(cls, name: str) -> Embedded:
        """Make an empty one that is gone with the process."""
        return cls(name, ox.Store(), on_disk=False, read_only=False)

    def query(self, text: str, most: int | None = None, graphs: Graphs | None = None) -> Result:
        """Answer a query; raise NotSparql with the place where it is none."""
        asked = graphs.options() if graphs else {"use_default_graph_as_union": True}
        try:
            return self._steady(lambda: read(self.inner.query(text, prefixes=_PREFIXES, **asked), most))
        except SyntaxError as error:
            raise not_sparql(text, error) from error
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{self.name}: the query could not be answered: {error}") from error

    def _steady(self, ask: Callable[[], T]) -> T:
        """Ask; open a reader anew and ask again where a writer took a file away from under it."""
        for _ in range(_ASKED_AGAIN):
            try:
                return ask()
            except (OSError, RuntimeError):
                if not (self._read_only and self._on_disk):
                    raise
                self.inner = open_to_read(self.name)
        return ask()

    def update(self, text: str) -> None:
        """Run one request as one transaction."""
        try:
            self.inner.update(text, prefixes=_PREFIXES)
        except OSError as error:
            raise self._unwritten(error) from error

    def quads(self, graph: str | None) -> Iterator[Quad]:
        """Yield the quads of one graph, or of all."""
        for name in map(NamedNode, (graph,) if graph else self.graphs()):
            yield from self._in_graph(name)

    def _in_graph(self, graph: NamedNode) -> list[Quad]:
        return self._steady(lambda: list(self.inner.quads_for_pattern(None, None, None, graph)))

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the named graphs, sorted."""
        found = self._steady(lambda: list(self.inner.named_graphs()))
        return tuple(sorted(graph.value for graph in found if isinstance(graph, NamedNode)))

    def holds(self, quad: Quad) -> bool:
        """Whether a quad is there."""
        return quad in self.inner

    def kept(self, document: str, name: str) -> str | None:
        """Return a literal of the graph that keeps an article's record, or None."""
        graph = NamedNode(iris.record_graph(document))
        found = self._steady(lambda: list(self.inner.quads_for_pattern(None, NamedNode(name), None, graph)))
        return next((quad.object.value for quad in found if isinstance(quad.object, ox.Literal)), None)

    def put(self, article: Article) -> None:
        """Put an article in; one transaction, of the differences alone where one of the same document is there."""
        new = {*article.own, *article.shared, *(article.record or ())}
        old = self._stated(article.document)
        if article.record is not None:
            old |= set(self.quads(iris.record_graph(article.document)))
        self.change([quad for quad in old if quad not in new], [*(quad for quad in new if quad not in old), STALE])

    def remove(self, document: str) -> None:
        """Take an article out, with its record and what it alone brought; one transaction."""
        self.change([*self._stated(document), *self.quads(iris.record_graph(document))], [STALE])

    def check(self) -> None:
        """Do nothing: the folder was checked when it was opened."""

    def unfinished(self) -> tuple[str, ...]:
        """Return nothing: a change is whole or not there."""
        return ()

    def put_graph(self, graph: str, quads: Sequence[Quad]) -> None:
        """Put a graph in, in place of the older one; one transaction of the differences.

        The ontology of a new store goes straight into tables, which is no transaction, but done again where it is not
        marked as whole.
        """
        old, new = set(self.quads(graph)), set(quads)
        if graph == ONTOLOGY and not old:
            try:
                self.inner.bulk_extend(quads)
            except OSError as error:
                raise self._unwritten(error) from error
            return
        self.change([quad for quad in old if quad not in new], [quad for quad in new if quad not in old])

    def change(self, remove: Sequence[Quad], add: Sequence[Quad]) -> None:
        """Take quads out and put others in; one transaction."""
        try:
            if remove:
                self.inner.update(f"{delete(remove)} ;\n{insert(add)}")
            else:
                self.inner.extend(add)
            self._written += len(remove) + len(add)
            if self._written > _QUADS_OF_LOG and self._on_disk:
                self.inner.flush()
                self._written = 0
        except OSError as error:
            raise self._unwritten(error) from error

    def backup(self, folder: Path) -> None:
        """Copy the store as it is now into a folder that is not there yet.

        A writer links its files; a reader copies quads, as its links would leave out what is in the log alone.
        """
        if self._on_disk and not self._read_only:
            self.inner.backup(folder)
            return
        copy = ox.Store(str(folder))
        copy.bulk_extend(self.inner)
        copy.flush()

    def close(self) -> None:
        """Write what is pending and give the lock back."""
        try:
            if self._on_disk and not self._read_only:
                self.inner.flush()
        except OSError as error:
            raise self._unwritten(error) from error
        finally:
            del self.inner

    def _unwritten(self, error: OSError) -> StoreError:
        return StoreError(f"{self.name} cannot be written: {error}")

    def _stated(self, document: str) -> set[Quad]:
        """Return what an article states: its graph, and of the shared one what no other article says."""
        own = set(self.quads(iris.article(document)))
        if not own:
            return own
        graph = next(iter(own)).graph_name
        found = set(own)
        for statement in {quad.subject for quad in own if quad.predicate == _SUPPORT}:
            if not any(q.graph_name != graph for q in self.inner.quads_for_pattern(statement, _SUPPORT, None, None)):
                found.update(self._described(statement))
                found.update(self._direct(statement))
        for link in _LINKS:
            for node in {quad.object for quad in own if quad.predicate == link}:
                if not any(q.graph_name != graph for q in self.inner.quads_for_pattern(None, link, node, None)):
                    found.update(self._described(node))
        return found

    def _described(self, node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Iterator[Quad]:
        if isinstance(node, NamedNode):
            yield from self.inner.quads_for_pattern(node, None, None, _SHARED)

    def _direct(self, statement: ox.NamedNode | ox.BlankNode | ox.Triple) -> Iterator[Quad]:
        """Yield the triple that a statement stands for."""
        parts = []
        for part in _PARTS:
            parts += [quad.object for quad in self.inner.quads_for_pattern(statement, part, None, _SHARED)]
        if len(parts) == len(_PARTS):
            subject, predicate, value = parts
            if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
                yield Quad(subject, predicate, value, _SHARED)
