"""A SPARQL 1.1 server behind the store: Query, Update in pieces, and the Graph Store Protocol for whole graphs.

Servers know no transaction over requests, so that the order of them keeps the promise: the hash of an article's content
is taken away first and written last.  An article without one is not counted as there, and the next writer mends it.
One process should write at a time; servers do not see to that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph import iris
from kg.graph.answers import ROWS, TRIPLES, result, triples
from kg.graph.database import STALE, Article
from kg.graph.embedded import Embedded
from kg.graph.endpoints import SERVERS, Address, Endpoints, address, endpoints, recognised
from kg.graph.requests import SEALS, delete, insert, is_plain, prologue, unsealed, unstated
from kg.graph.results import Graphs, Result, not_sparql
from kg.graph.vocabulary import BASE, KG, ONTOLOGY, PREFIXES, STORE
from kg.graph.wire import Wire

#: triples of one update request, which Virtuoso takes (of 2,000 it does not)
PIECE = 500
#: bodies that all servers take; sent as plain SPARQL, Virtuoso 7.2.5 never answers
_FORM = "application/x-www-form-urlencoded"
_EMPTY = ox.Store()


class Remote:
    """A database of another process, reached over HTTP."""

    def __init__(self, name: str, at: Endpoints, wire: Wire) -> None:
        self.name = name
        self._at = at
        self._wire = wire
        self._ontology: frozenset[Quad] | None = None
        self._copy: Embedded | None = None

    @classmethod
    def at(cls, url: str, *, read_only: bool) -> Remote:
        """Open a server; raise StoreError where it is none, or none to read."""
        where = address(url)
        server = where.server or _ask(where)
        remote = cls(where.shown, endpoints(where, server), Wire(where, digest=SERVERS[server].digest))
        if read_only:
            try:
                remote.check()
            except BaseException:
                remote.close()
                raise
        return remote

    def check(self) -> None:
        """Raise StoreError where there is no store, or queries do not see all graphs together."""
        said = f"<{STORE}> <{KG.storeSchema}> ?schema"
        if self.query(f"ASK {{ {said} }}").answer:
            return
        if self.query(f"ASK {{ GRAPH <{STORE}> {{ {said} }} }}").answer:
            raise StoreError(
                f"{self.name}: its default graph is not all graphs together, which kg needs; "
                "set it so (Fuseki: tdb2:unionDefaultGraph true)"
            )
        raise StoreError(f"there is no store at {self.name}; make one with `kg build`")

    def query(self, text: str, most: int | None = None, graphs: Graphs | None = None) -> Result:
        """Answer a query; raise NotSparql with the place where it is none."""
        about_kg = BASE in prologue(text) + text
        if self._at.partial and (graphs or not about_kg or not is_plain(text)):
            return self._copied().query(text, most, graphs)
        return self._asked(text, most, graphs)

    def _copied(self) -> Embedded:
        """Fetch all graphs, to ask them here."""
        if self._copy is None:
            self._copy = Embedded.in_memory(self.name)
            self._copy.inner.bulk_extend(self.quads(None))
        return self._copy

    def _asked(self, text: str, most: int | None = None, graphs: Graphs | None = None) -> Result:
        accept = TRIPLES if _gives_triples(text) else ROWS
        parameters = graphs.parameters() if graphs else list(self._at.union.items())
        content = urlencode({"query": prologue(text) + text}).encode()
        answer = self._wire.send("POST", self._at.query, parameters, content=content, kind=_FORM, accept=accept)
        if limit := answer.headers.get("x-sparql-maxrows"):
            raise StoreError(f"{self.name} cuts answers at {limit} rows; raise ResultSetMaxRows in virtuoso.ini")
        return result(answer.content, answer.headers.get("content-type", ""), self.name, most)

    def update(self, text: str) -> None:
        """Run one update request."""
        self._copy = None
        content = urlencode({"update": prologue(text) + text}).encode()
        self._wire.send("POST", self._at.update, (), content=content, kind=_FORM)

    def quads(self, graph: str | None) -> Iterator[Quad]:
        """Yield the quads of one graph, or of all."""
        for name in (graph,) if graph else self.graphs():
            node = NamedNode(name)
            for triple in self._triples(name):
                yield Quad(triple.subject, triple.predicate, triple.object, node)

    def _triples(self, graph: str) -> Sequence[ox.Triple]:
        if self._at.graphs is None:
            return self._asked(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}").triples or ()
        answer = self._wire.send("GET", self._at.graphs, [(self._at.parameter, graph)], accept=TRIPLES, missing=True)
        return list(triples(answer.content)) if answer.is_success else ()

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the graphs of kg, sorted; the server may have others."""
        found = self._asked("SELECT DISTINCT ?graph { GRAPH ?graph { ?s ?p ?o } }")
        names = (row[0].value for row in found.rows if isinstance(row[0], NamedNode))
        return tuple(sorted(name for name in names if name.startswith(BASE)))

    def holds(self, quad: Quad) -> bool:
        """Whether a quad of the ontology's graph is there."""
        if self._ontology is None:
            self._ontology = frozenset(self.quads(ONTOLOGY))
        return quad in self._ontology

    def kept(self, document: str, name: str) -> str | None:
        """Return a literal of the graph that keeps an article's record, or None."""
        found = self._asked(f"SELECT ?value {{ GRAPH <{iris.record_graph(document)}> {{ ?article <{name}> ?value }} }}")
        return next((row[0].value for row in found.rows if isinstance(row[0], Literal)), None)

    def put(self, article: Article) -> None:
        """Put an article in; its hash goes first and comes last."""
        graph, document = iris.record_graph(article.document), article.document
        record = list(self.quads(graph)) if article.record is None else article.record
        seals = [quad for quad in record if quad.predicate.value in SEALS]
        if self._asked(f"ASK {{ GRAPH <{iris.article(document)}> {{ ?s ?p ?o }} }}").answer:
            self.update(unsealed(document))
            self.update(unstated(document))
        self.put_graph(iris.article(document), article.own)
        self.change((), [*article.shared, STALE])
        self.put_graph(graph, [quad for quad in record if quad not in seals])
        self.change((), seals)

    def remove(self, document: str) -> None:
        """Take an article out; its hash goes first."""
        self.update(unsealed(document))
        self.change((), [STALE])
        self.update(unstated(document))
        self.put_graph(iris.record_graph(document), ())

    def unfinished(self) -> tuple[str, ...]:
        """Return the ids of articles that a writer left when it was stopped, sorted."""
        lost = "FILTER NOT EXISTS { ?article kg:contentHash ?whole }"
        stated = self._asked(f"SELECT ?id {{ ?article a kg:Article ; kg:document ?id {lost} }}")
        kept = self._asked(f"SELECT ?record {{ ?article kg:record ?record {lost} }}")
        found = {row[0].value for row in stated.rows if isinstance(row[0], Literal)}
        found |= {json.loads(row[0].value)["document"] for row in kept.rows if isinstance(row[0], Literal)}
        return tuple(sorted(found))

    def put_graph(self, graph: str, quads: Sequence[Quad]) -> None:
        """Put a graph in, in place of the older one: in one request where the server has the Graph Store Protocol."""
        if not quads or self._at.graphs is None:
            self.update(f"DROP SILENT GRAPH <{graph}>")
            self.change((), quads)
            return
        self._copy = None
        lines = "".join(f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in quads)
        parameters = [(self._at.parameter, graph)]
        self._wire.send("PUT", self._at.graphs, parameters, content=lines.encode(), kind="text/turtle")

    def change(self, remove: Sequence[Quad], add: Sequence[Quad]) -> None:
        """Take quads out and put others in, in pieces."""
        for start in range(0, len(remove), PIECE):
            self.update(delete(remove[start : start + PIECE]))
        for start in range(0, len(add), PIECE):
            self.update(insert(add[start : start + PIECE]))

    def backup(self, folder: Path) -> None:
        """Copy all graphs into a new store on disk; what is written meanwhile may be missing."""
        copy = ox.Store(str(folder))
        copy.bulk_extend(self.quads(None))
        copy.flush()

    def close(self) -> None:
        """Close the connections."""
        self._wire.close()


def _gives_triples(text: str) -> bool:
    """Whether a query is a CONSTRUCT or DESCRIBE; raise NotSparql where it is none at all."""
    try:
        return isinstance(_EMPTY.query(text, prefixes=dict(PREFIXES)), ox.QueryTriples)
    except SyntaxError as error:
        raise not_sparql(text, error) from error


def _ask(where: Address) -> str:
    """Ask a server who it is."""
    wire = Wire(where)
    try:
        found = recognised(wire.headers(where.base), where.base)
    finally:
        wire.close()
    if found is None:
        names = ", ".join(SERVERS)
        raise StoreError(
            f"{where.shown}: kg does not know this server; name its kind ({names}), as in fuseki+http://..."
        )
    return found
