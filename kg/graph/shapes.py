"""SHACL shapes as SPARQL: one query a constraint, so that a whole store is checked without copying it.

Read are the targets and components of SHACL Core that :mod:`kg.graph.constraints` lists, and SPARQL constraints; what is
not known is an error, never left out in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal as Choice

from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SH, Graph
from rdflib.collection import Collection
from rdflib.term import Literal, Node, URIRef

from kg.errors import OntologyError
from kg.graph import iris
from kg.graph.constraints import COMPONENTS, OF_PROPERTIES
from kg.graph.promises import promised
from kg.ontology import folder

Severity = Choice["violation", "warning", "info"]
_SEVERITIES: dict[Node, Severity] = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}
_DESCRIBING = frozenset(
    {SH.message, SH.severity, SH.name, SH.description, SH.order, RDF.type, RDFS.label, RDFS.comment}
)
_TARGETS = frozenset({SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf, SH.targetNode})
_OF_SHAPES = frozenset({SH.property, SH.sparql})
_OF_SPARQL = frozenset({SH.select, SH.prefixes})


@dataclass(frozen=True, slots=True)
class Check:
    """One constraint: the query gives ``?this``, and ``?value`` where the constraint is about a value.

    ``advice`` says what to do about it.
    """

    shape: str
    path: str | None
    severity: Severity
    message: str
    advice: str | None
    query: str


def shapes_file() -> Path:
    """Return where the shapes are."""
    return folder() / "shapes.ttl"


def checks(path: Path | None = None) -> tuple[Check, ...]:
    """Read shapes as queries, those of the ontology where no file is given; raise OntologyError for what is not known here."""
    return _shipped() if path is None else _of(read_shapes(path), path.name)


@cache
def _shipped() -> tuple[Check, ...]:
    return _of(read_shapes(), shapes_file().name)


def _of(graph: Graph, file: str) -> tuple[Check, ...]:
    shapes = sorted(graph.subjects(RDF.type, SH.NodeShape), key=str)
    try:
        for other in graph.subjects(SH.path, None):
            if not any((shape, SH.property, other) in graph for shape in shapes):
                raise OntologyError(f"{name_of(other)} is a property of no node shape; name it in sh:property")
        found = [check for shape in shapes for check in _of_shape(graph, shape)]
    except OntologyError as error:
        raise OntologyError(f"{file}: {error}") from error
    return tuple(sorted(found, key=lambda check: (check.shape, check.query)))


def read_shapes(path: Path | None = None) -> Graph:
    """Read a file of shapes, or those of the ontology with its domains and ranges.

    Raises OntologyError where a file is no Turtle or is not there.
    """
    if path is None:
        stated = read_shapes(shapes_file())
        return stated + promised(folder() / "conflict.ttl", stated)
    try:
        for _ in parse(path.read_bytes(), format=RdfFormat.TURTLE):
            pass
    except OSError as error:
        raise OntologyError(f"{path}: {error.strerror}; check the path") from error
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or "?"
        raise OntologyError(f"{path.name}:{line}: {' '.join(str(error).split())}; mend the Turtle") from error
    return Graph().parse(path, format="turtle")


def _of_shape(graph: Graph, shape: Node) -> Iterator[Check]:
    if any((shape, RDF.type, kind) in graph for kind in (RDFS.Class, OWL.Class)):
        raise OntologyError(f"{name_of(shape)} is a class as well; give it sh:targetClass instead")
    target = _target(graph, shape)
    yield from _components(graph, shape, shape, target, _TARGETS | _OF_SHAPES)
    for each in sorted(graph.objects(shape, SH.property), key=str):
        yield from _components(graph, each, shape, target, frozenset({SH.path}))
    for each in sorted(graph.objects(shape, SH.sparql), key=str):
        unknown = set(graph.predicates(each)) - _DESCRIBING - _OF_SPARQL
        if unknown:
            raise OntologyError(_unknown(each, min(unknown, key=str)))
        select = str(graph.value(each, SH.select)).replace("$this", "?this")
        if "{" not in select or "}" not in select:
            raise OntologyError(f"{name_of(each)} has no query; give it sh:select with SELECT $this WHERE {{ ... }}")
        where = select[select.index("{") + 1 : select.rindex("}")]
        yield _check(graph, each, shape, None, f"{target} {where}", severity_of=shape)


def _components(graph: Graph, each: Node, shape: Node, target: str, known: frozenset[Node]) -> Iterator[Check]:
    path = _path(graph, each) if SH.path in known else None
    for component, value in sorted(graph.predicate_objects(each), key=str):
        if component in _DESCRIBING or component in known or component == SH.flags:
            continue
        if component not in COMPONENTS or (path is None and component in OF_PROPERTIES):
            raise OntologyError(_unknown(each, component))
        argument = _argument(graph, value)
        if component == SH.pattern and (flags := graph.value(each, SH.flags)) is not None:
            argument += f", {flags.n3()}"
        # what has a value of the path is a subject of it: no need to look for it twice
        implied = (shape, SH.targetSubjectsOf, graph.value(each, SH.path)) in graph and component not in (SH.minCount,)
        broken = COMPONENTS[URIRef(str(component))](path, argument)
        yield _check(graph, each, shape, path, f"{'' if implied and path else target} {broken}", severity_of=each)


def _check(graph: Graph, each: Node, shape: Node, path: str | None, where: str, *, severity_of: Node) -> Check:
    severity = graph.value(severity_of, SH.severity) or SH.Violation
    if severity not in _SEVERITIES:
        raise OntologyError(f"{name_of(each)} has the severity {severity}; there are violation, warning, info of SHACL")
    return Check(
        shape=name_of(each, short := _shown(path)),
        path=short,
        severity=_SEVERITIES[severity],
        message=str(graph.value(each, SH.message) or graph.value(shape, SH.message) or "breaks the shape"),
        advice=next((str(text) for node in (each, shape) if (text := graph.value(node, RDFS.comment))), None),
        query=f"SELECT DISTINCT ?this ?value {{ {where} }}",
    )


def _shown(path: str | None) -> str | None:
    """Return a path for people: ``kg:agent``, ``^kg:agent``."""
    if path is None:
        return None
    return ("^" if path.startswith("^") else "") + iris.compact(path.strip("^<>"))


def _path(graph: Graph, each: Node) -> str:
    path = graph.value(each, SH.path)
    if isinstance(path, URIRef):
        return path.n3()
    inverse = graph.value(path, SH.inversePath) if path is not None else None
    if isinstance(inverse, URIRef):
        return f"^{inverse.n3()}"
    raise OntologyError(
        f"{name_of(each)} has a path that kg validate cannot work out; use a property or its sh:inversePath"
    )


def _target(graph: Graph, shape: Node) -> str:
    """Find the nodes of a shape; those of a class are those of the classes under it, too."""
    found = [f"VALUES ?this {{ {node.n3()} }}" for node in _sorted(graph, shape, SH.targetNode)]
    kinds = (kind.n3() for kind in _sorted(graph, shape, SH.targetClass))
    found += [f"?class <{RDFS.subClassOf}>* {kind} . ?this a ?class" for kind in kinds]
    found += [f"?subject {link.n3()} ?this" for link in _sorted(graph, shape, SH.targetObjectsOf)]
    found += [f"?this {link.n3()} ?object" for link in _sorted(graph, shape, SH.targetSubjectsOf)]
    if not found:
        raise OntologyError(f"{name_of(shape)} has no target that kg validate can find; give it sh:targetClass")
    return f"{{ SELECT DISTINCT ?this {{ {' UNION '.join(f'{{ {one} }}' for one in found)} }} }}"


def _sorted(graph: Graph, shape: Node, predicate: URIRef) -> list[Node]:
    return sorted(graph.objects(shape, predicate), key=str)


def _argument(graph: Graph, value: Node) -> str:
    if (value, RDF.first, None) in graph:
        return ", ".join(item.n3() for item in Collection(graph, value))
    if isinstance(value, (Literal, URIRef)):
        return value.n3()
    raise OntologyError(f"cannot read the value {value}")


def _unknown(each: Node, component: Node) -> str:
    short = str(component).replace(str(SH._NS), "sh:")
    return f"{name_of(each)} uses {short}, which kg validate cannot work out; leave it out or use pySHACL"


def name_of(shape: Node | None, path: str | None = None) -> str:
    """Return how findings call a shape: the end of its IRI; its path where it has none."""
    if isinstance(shape, URIRef):
        return re.split(r"[#/]", shape)[-1]
    return path or "constraint"
