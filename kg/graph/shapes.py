"""The SHACL shapes as SPARQL: one query a constraint, so that a whole store is checked without copying it.

Read are the components that ``ontology/shapes.ttl`` uses (SHACL Core and SPARQL constraints); an unknown one is an
error, never left out in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, SH, Graph
from rdflib.collection import Collection
from rdflib.term import Literal, Node, URIRef

from kg.errors import OntologyError
from kg.ontology import folder

_DESCRIBING = frozenset({SH.path, SH.message, SH.severity, SH.name, SH.description, RDF.type})


@dataclass(frozen=True, slots=True)
class Check:
    """One constraint: the query gives ``?this``, and ``?value`` where the constraint is about a value."""

    shape: str
    path: str | None
    message: str
    query: str


def shapes_file() -> Path:
    """Return where the shapes are."""
    return folder() / "shapes.ttl"


def checks(path: Path | None = None) -> tuple[Check, ...]:
    """Read the shapes as queries; raise OntologyError for a component that is not known here."""
    graph = Graph().parse(path or shapes_file(), format="turtle")
    found = [check for shape in graph.subjects(RDF.type, SH.NodeShape) for check in _of_shape(graph, shape)]
    return tuple(sorted(found, key=lambda check: (check.shape, check.query)))


def _of_shape(graph: Graph, shape: Node) -> Iterator[Check]:
    target = _target(graph, shape)
    for each in graph.objects(shape, SH.property):
        path = graph.value(each, SH.path)
        message = str(graph.value(each, SH.message))
        for component, value in sorted(graph.predicate_objects(each), key=str):
            if component in _DESCRIBING:
                continue
            if component not in _COMPONENTS or not isinstance(path, URIRef):
                raise OntologyError(f"shapes.ttl: {each} uses {component}, which kg validate does not know")
            test = _COMPONENTS[URIRef(str(component))](path.n3(), _argument(graph, value))
            yield Check(str(each), str(path), message, f"SELECT DISTINCT ?this ?value {{ {target} {test} }}")
    for each in graph.objects(shape, SH.sparql):
        select = str(graph.value(each, SH.select)).replace("$this", "?this")
        where = select[select.index("{") + 1 : select.rindex("}")]
        message = str(graph.value(each, SH.message))
        yield Check(str(each), None, message, f"SELECT DISTINCT ?this ?value {{ {target} {where} }}")


def _target(graph: Graph, shape: Node) -> str:
    kind = graph.value(shape, SH.targetClass)
    if isinstance(kind, URIRef):
        return f"?this a {kind.n3()} ."
    links = "|".join(sorted(f"<{link}>" for link in graph.objects(shape, SH.targetObjectsOf)))
    return f"{{ SELECT DISTINCT ?this {{ ?subject {links} ?this }} }}"


def _argument(graph: Graph, value: Node) -> str:
    if (value, RDF.first, None) in graph:
        return ", ".join(item.n3() for item in Collection(graph, value))
    if isinstance(value, (Literal, URIRef)):
        return value.n3()
    raise OntologyError(f"shapes.ttl: cannot read {value}")


def _at_least(path: str, number: str) -> str:
    if not number.startswith('"1"'):
        raise OntologyError("shapes.ttl: sh:minCount is read only as 1")
    return f"FILTER NOT EXISTS {{ ?this {path} ?some }}"


def _at_most(path: str, number: str) -> str:
    inner = f"SELECT ?this {{ ?this {path} ?each }} GROUP BY ?this HAVING(COUNT(DISTINCT ?each) > {number})"
    return f"{{ {inner} }}"


def _fails(test: str) -> Callable[[str, str], str]:
    """A test on each value; where it cannot be worked out it fails."""
    return lambda path, argument: f"?this {path} ?value . FILTER(!COALESCE({test.format(argument)}, false))"


def _class(path: str, argument: str) -> str:
    kinds = f"?value a ?kind . ?kind <http://www.w3.org/2000/01/rdf-schema#subClassOf>* {argument}"
    return f"?this {path} ?value . FILTER NOT EXISTS {{ ?value a {argument} }} FILTER NOT EXISTS {{ {kinds} }}"


def _against(operator: str) -> Callable[[str, str], str]:
    """A comparison with the values of another property of the same node."""
    test = f"FILTER(!COALESCE(?value {operator} ?other, false))"
    return lambda path, other: f"?this {path} ?value ; {other} ?other . {test}"


_COMPONENTS: Mapping[URIRef, Callable[[str, str], str]] = {
    SH.minCount: _at_least,
    SH.maxCount: _at_most,
    SH.datatype: _fails("DATATYPE(?value) = {}"),
    SH.nodeKind: lambda path, _: f"?this {path} ?value . FILTER(!isIRI(?value))",
    SH["class"]: _class,
    SH["in"]: _fails("?value IN ({})"),
    SH.minInclusive: _fails("?value >= {}"),
    SH.maxInclusive: _fails("?value <= {}"),
    SH.minLength: _fails("STRLEN(STR(?value)) >= {}"),
    SH.lessThan: _against("<"),
    SH.lessThanOrEquals: _against("<="),
}
