"""The domains and ranges of the ontology as SHACL shapes, so that what it promises is also checked.

The relations between actors are left out: a thing may act where the words say so (*a drone hit the camp*).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SH, Graph, Literal, URIRef

from kg.graph.vocabulary import BASE, KG

_SHAPES = BASE + "shapes#"
_OURS = str(KG._NS)
_ADVICE = Literal("what was loaded beside kg, or an edited ontology, says so: mend it there")
_WORDS = {
    "string": "text without a language",
    "langString": "text with a language",
    "anyURI": "an address",
    "JSON": "JSON",
}
_KINDS = frozenset({str(OWL.ObjectProperty), str(OWL.DatatypeProperty)})


def promised(ontology: Path, stated: Graph) -> Graph:
    """Return shapes for the domains and ranges that a file declares, without those that ``stated`` shapes hold already."""
    out, said = Graph(), _declared(ontology)
    for link in sorted(name for name, kinds in said[str(RDF.type)].items() if kinds & _KINDS):
        if str(KG.actedOn) in _above(link, said[str(RDFS.subPropertyOf)]):
            continue
        for kind in sorted(said[str(RDFS.domain)].get(link, ())):
            _domain(out, link, kind, _label(said, kind))
        for kind in sorted(said[str(RDFS.range)].get(link, ())):
            component = SH["class"] if kind.startswith(_OURS) else SH.datatype
            if not _held(stated, URIRef(link), component, URIRef(kind)):
                _range(out, link, kind, component, _label(said, kind))
    return out


@cache
def _declared(path: Path) -> dict[str, dict[str, frozenset[str]]]:
    """Read predicate -> subject -> objects for what a declaration is made of."""
    wanted = {str(name) for name in (RDF.type, RDFS.domain, RDFS.range, RDFS.subPropertyOf, RDFS.label)}
    out: dict[str, dict[str, frozenset[str]]] = {name: {} for name in wanted}
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        if (
            quad.predicate.value in wanted
            and isinstance(quad.subject, NamedNode)
            and isinstance(quad.object, (NamedNode, Text))
        ):
            values = out[quad.predicate.value]
            values[quad.subject.value] = values.get(quad.subject.value, frozenset()) | {quad.object.value}
    return out


def _above(name: str, parents: dict[str, frozenset[str]]) -> Iterator[str]:
    yield name
    for parent in parents.get(name, ()):
        yield from _above(parent, parents)


def _label(said: dict[str, dict[str, frozenset[str]]], kind: str) -> str:
    local = kind.rpartition("#")[2]
    return min(said[str(RDFS.label)].get(kind, [_WORDS.get(local, local)]))


def _held(stated: Graph, link: URIRef, component: URIRef, kind: URIRef) -> bool:
    paths = list(stated.subjects(SH.path, link))
    return any((path, component, kind) in stated or (path, SH["in"], None) in stated for path in paths)


def _domain(out: Graph, link: str, kind: str, label: str) -> None:
    shape = URIRef(_SHAPES + "domain-" + kind.rpartition("#")[2])
    out.add((shape, RDF.type, SH.NodeShape))
    out.add((shape, SH.targetSubjectsOf, URIRef(link)))
    out.add((shape, SH["class"], URIRef(kind)))
    out.add((shape, SH.message, Literal(f"it has a property that is for this kind alone: {label}")))
    out.add((shape, RDFS.comment, _ADVICE))


def _range(out: Graph, link: str, kind: str, component: URIRef, label: str) -> None:
    shape = URIRef(_SHAPES + "values-" + kind.rpartition("#")[2])
    each = URIRef(_SHAPES + "range-" + link.rpartition("#")[2])
    out.add((shape, RDF.type, SH.NodeShape))
    out.add((shape, SH.targetSubjectsOf, URIRef(link)))
    out.add((shape, SH.property, each))
    out.add((shape, RDFS.comment, _ADVICE))
    out.add((each, SH.path, URIRef(link)))
    out.add((each, component, URIRef(kind)))
    out.add((each, SH.message, Literal(f"the value is of the wrong kind, which is to be: {label}")))
