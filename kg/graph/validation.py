"""Does the graph keep its promises: the SHACL shapes of the ontology, by SPARQL over a store or by pySHACL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Literal as Choice

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize
from pyoxigraph import Store as Memory
from rdflib import RDF, SH, BNode, Graph
from rdflib.term import Node

from kg.graph import iris
from kg.graph.results import Term, plain, read
from kg.graph.shapes import Check, Severity, checks, name_of, read_shapes
from kg.graph.store import Store
from kg.graph.vocabulary import ONTOLOGY, PREFIXES

Engine = Choice["sparql", "shacl"]
_PREFIXES = dict(PREFIXES)
_AT_ONCE = 500
_TYPE = NamedNode(RDF.type)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One place where the graph breaks a promise; ``shape`` names it in ``ontology/shapes.ttl``.

    ``articles`` are the ids of the documents that tell of the node, ``advice`` says what to do.
    """

    node: str
    shape: str
    path: str | None
    value: str | None
    message: str
    severity: Severity = "violation"
    advice: str | None = None
    articles: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One line for people."""
        about = f" {self.path}" if self.path else ""
        value = f" (is {' '.join(self.value.split())})" if self.value else ""
        more = f" and {len(self.articles) - 2} more" if len(self.articles) > 2 else ""
        told = f", in {' and '.join(self.articles[:2])}{more}" if self.articles else ""
        advice = f"; {self.advice}" if self.advice else ""
        return f"{self.severity}: {self.node}{about}: {self.message}{value} [{self.shape}]{told}{advice}"


def validate(store: Store, *, engine: Engine = "sparql", shapes: Path | None = None) -> tuple[Finding, ...]:
    """Check a store; return what breaks the shapes, sorted, nothing where all is sound.

    ``sparql`` asks one query a constraint; ``shacl`` has pySHACL work on a copy in memory, takes a hundred times as long
    and finds the same.  Raises OntologyError for shapes that cannot be worked out.
    """
    if engine == "shacl":
        graphs = (graph for graph in store.graphs() if not graph.endswith("/record"))
        found = by_shacl((quad for graph in graphs for quad in store.quads(graph)), shapes)
    else:
        found = {one for check in checks(shapes) for one in _findings(check, store.query(check.query).rows)}
    return tuple(sorted(_located(store, found), key=_order))


def checker(store: Store, shapes: Path | None = None) -> Callable[[Iterable[Quad]], tuple[Finding, ...]]:
    """Return a check of one article's statements by themselves, for before or after they are stored.

    Of the ontology it sees the classes of things; what only several articles together can break it does not find.
    """
    memory, asked = Memory(), checks(shapes)
    kinds: dict[Term, list[Quad]] = {}
    for quad in frame(store):
        if quad.predicate == _TYPE:
            kinds.setdefault(quad.subject, []).append(quad)
        else:
            memory.add(quad)

    def check(quads: Iterable[Quad]) -> tuple[Finding, ...]:
        stated = list(quads)
        named = {node for quad in stated for node in (quad.subject, quad.object)}
        stated += [quad for node in named & kinds.keys() for quad in kinds[node]]
        memory.extend(stated)
        found = {one for check in asked for one in _findings(check, _rows(memory, check))}
        for quad in stated:
            memory.remove(quad)
        return tuple(sorted(found, key=_order))

    return check


def _rows(memory: Memory, check: Check) -> tuple[tuple[Term | None, ...], ...]:
    return read(memory.query(check.query, use_default_graph_as_union=True, prefixes=_PREFIXES)).rows


def frame(store: Store) -> Iterator[Quad]:
    """Yield what a single article needs of the ontology: which classes and relations there are, and of which class things are."""
    links = "VALUES ?link { rdf:type rdfs:subClassOf rdfs:subPropertyOf }"
    for thing, link, kind in store.query(
        f"SELECT ?thing ?link ?kind {{ GRAPH <{ONTOLOGY}> {{ {links} ?thing ?link ?kind }} }}"
    ).rows:
        if isinstance(thing, NamedNode) and isinstance(link, NamedNode) and isinstance(kind, NamedNode):
            yield Quad(thing, link, kind, NamedNode(ONTOLOGY))


def _findings(check: Check, rows: Iterable[tuple[Term | None, ...]]) -> Iterator[Finding]:
    for node, value in rows:
        yield Finding(
            node=str(plain(node)),
            shape=check.shape,
            path=check.path,
            value=_value(value) if value != node else None,
            message=check.message,
            severity=check.severity,
            advice=check.advice,
        )


def _value(term: Term | None) -> str | None:
    """The lexical form, which ``plain`` would turn into a number."""
    return term.value if isinstance(term, Literal) else None if term is None else str(plain(term))


def by_shacl(quads: Iterable[Quad], shapes: Path | None = None) -> set[Finding]:
    """Have pySHACL check a copy of quads, as one graph."""
    import pyshacl

    data = Graph().parse(data=serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=read_shapes(shapes), advanced=False, inference="none")
    advice = {check.shape: check.advice for check in checks(shapes)}
    return {_reported(report, result, advice) for result in report.subjects(RDF.type, SH.ValidationResult)}


def _reported(report: Graph, result: Node, advice: dict[str, str | None]) -> Finding:
    node, value = report.value(result, SH.focusNode), report.value(result, SH.value)
    severity = str(report.value(result, SH.resultSeverity)).removeprefix(str(SH._NS)).lower()
    path = _reported_path(report, report.value(result, SH.resultPath))
    shape = name_of(report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape), path)
    return Finding(
        node=iris.compact(str(node)),
        shape=shape,
        path=path,
        value=None if value is None or value == node else iris.compact(str(value)),
        message=str(report.value(result, SH.resultMessage)),
        severity="warning" if severity == "warning" else "info" if severity == "info" else "violation",
        advice=advice.get(shape),
    )


def _reported_path(report: Graph, path: Node | None) -> str | None:
    if isinstance(path, BNode):
        return f"^{iris.compact(str(report.value(path, SH.inversePath)))}"
    return iris.compact(str(path)) if path else None


def _located(store: Store, found: Iterable[Finding]) -> Iterator[Finding]:
    """Add the articles that tell of the nodes."""
    remaining = iter(sorted(found, key=_order))
    while some := list(islice(remaining, _AT_ONCE)):
        told = _articles(store, sorted({finding.node for finding in some}))
        yield from (replace(finding, articles=told.get(finding.node, ())) for finding in some)


def _articles(store: Store, nodes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    iri = [f"<{iris.expand(node)}>" for node in nodes if iris.is_id(node)]
    where = "{ ?node kg:article ?article } UNION { GRAPH ?article { ?node ?link ?value } }"
    text = f"SELECT DISTINCT ?node ?id {{ VALUES ?node {{ {' '.join(iri)} }} {where} ?article kg:document ?id }}"
    told: dict[str, set[str]] = {}
    for row in store.query(text):
        told.setdefault(str(row["node"]), set()).add(str(row["id"]))
    return {node: tuple(sorted(documents)) for node, documents in told.items()}


def _order(finding: Finding) -> tuple[str, ...]:
    return finding.node, finding.shape, finding.path or "", finding.value or "", finding.message
