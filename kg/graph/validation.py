"""Does the graph keep its promises: the SHACL shapes of the ontology, by SPARQL over a store or by pySHACL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal as Choice

from pyoxigraph import Literal, RdfFormat, serialize
from rdflib import RDF, SH, Graph
from rdflib.term import Node

from kg.graph import iris
from kg.graph.results import Term, plain
from kg.graph.shapes import checks, shapes_file
from kg.graph.store import Store

Engine = Choice["sparql", "shacl"]
_SHAPES = "https://w3id.org/conflict-event-kg/shapes#"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One place where the graph breaks a promise; ``shape`` names it in ``ontology/shapes.ttl``."""

    node: str
    shape: str
    path: str | None
    value: str | None
    message: str

    def __str__(self) -> str:
        """One line for people."""
        about = f" {self.path}" if self.path else ""
        value = f" (is {self.value})" if self.value else ""
        return f"{self.node}{about}: {self.message}{value} [{self.shape}]"


def validate(store: Store, *, engine: Engine = "sparql", shapes: Path | None = None) -> tuple[Finding, ...]:
    """Check a store; return what breaks the shapes, sorted, nothing where all is sound.

    ``sparql`` asks one query a constraint; ``shacl`` has pySHACL work on a copy in memory, is slower (10 s for 100,000
    triples) and finds the same.
    """
    return by_shacl(store, shapes) if engine == "shacl" else by_sparql(store, shapes)


def by_sparql(store: Store, shapes: Path | None = None) -> tuple[Finding, ...]:
    """Ask each constraint as a query."""
    found = {
        Finding(
            node=str(plain(row[0])),
            shape=check.shape.removeprefix(_SHAPES),
            path=iris.compact(check.path) if check.path else None,
            value=_value(row[1]),
            message=check.message,
        )
        for check in checks(shapes)
        for row in store.query(check.query).rows
    }
    return tuple(sorted(found, key=_order))


def _value(term: Term | None) -> str | None:
    """The lexical form, which ``plain`` would turn into a number."""
    return term.value if isinstance(term, Literal) else None if term is None else str(plain(term))


def by_shacl(store: Store, shapes: Path | None = None) -> tuple[Finding, ...]:
    """Have pySHACL check a copy of the graphs of articles, incidents and ontology."""
    import pyshacl

    triples = (quad.triple for graph in store.graphs() if not graph.endswith("/record") for quad in store.quads(graph))
    data = Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    rules = Graph().parse(shapes or shapes_file(), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=rules, advanced=False, inference="none")
    found = {_finding(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)}
    return tuple(sorted(found, key=_order))


def _finding(report: Graph, result: Node) -> Finding:
    shape = report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
    path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
    node = report.value(result, SH.focusNode)
    return Finding(
        node=iris.compact(str(node)),
        shape=str(shape).removeprefix(_SHAPES),
        path=iris.compact(str(path)) if path else None,
        value=None if value is None or value == node else iris.compact(str(value)),
        message=str(report.value(result, SH.resultMessage)),
    )


def _order(finding: Finding) -> tuple[str, ...]:
    return finding.node, finding.shape, finding.path or "", finding.value or ""
