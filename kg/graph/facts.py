"""Statements in plain form, before they are quads, and the literals they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, TIME, XSD

from kg.graph import iris
from kg.graph.vocabulary import KG
from kg.model import Actor, Casualty, Instrument, Place, Span

#: subject, predicate, object; a str is an IRI
Fact = tuple[str, str, str | Literal]
#: whatever has start, end and text
Words = Span | Actor | Place | Instrument | Casualty


def as_quads(stated: Iterable[Fact], graph: str) -> Iterator[Quad]:
    """Yield facts as quads of a graph, sorted and each once."""
    name = NamedNode(graph)
    nodes: dict[str, NamedNode] = {}

    def node(iri: str) -> NamedNode:
        found = nodes.get(iri)
        if found is None:
            nodes[iri] = found = NamedNode(iri)
        return found

    unique = {(str(s), str(p), str(o)): o for s, p, o in stated}
    for (subject, predicate, words), value in sorted(unique.items(), key=itemgetter(0)):
        yield Quad(node(subject), node(predicate), value if isinstance(value, Literal) else node(words), name)


def words(document: str, node: str, role: str, span: Words | None) -> Iterator[Fact]:
    """Yield that a node rests on a piece of the text, in a role; nothing where there is none."""
    if span is not None:
        yield node, role, iris.evidence(document, span.start, span.end)
        yield from quoted(document, span)


def quoted(document: str, span: Words) -> Iterator[Fact]:
    """Yield a piece of the text with its words and where they stand."""
    node = iris.evidence(document, span.start, span.end)
    yield node, RDF.type, KG.Evidence
    yield node, KG.article, iris.article(document)
    yield node, KG.quote, Literal(span.text)
    yield node, KG.beginIndex, Literal(span.start)
    yield node, KG.endIndex, Literal(span.end)


def period(node: str, start: str | None, end: str | None) -> Iterator[Fact]:
    """Yield the days of an event or incident, on the node itself and as an OWL-Time interval of its own."""
    if start is None and end is None:
        return
    interval = f"{node}/time"
    yield node, KG.time, interval
    yield interval, RDF.type, TIME.ProperInterval
    for own, owl, name, value in ((KG.start, TIME.hasBeginning, "start", start), (KG.end, TIME.hasEnd, "end", end)):
        if value is not None:
            yield node, own, day(value)
            yield interval, owl, f"{interval}/{name}"
            yield f"{interval}/{name}", RDF.type, TIME.Instant
            yield f"{interval}/{name}", TIME.inXSDDate, day(value)


def day(value: str) -> Literal:
    """Return an ISO day as xsd:date."""
    return Literal(value, datatype=NamedNode(XSD.date))


def decimal(value: float) -> Literal:
    """Return a number as canonical xsd:decimal with at most 6 places."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=NamedNode(XSD.decimal))
