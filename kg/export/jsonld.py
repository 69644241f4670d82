"""JSON-LD that reads well: short names from a context, one object a node, sorted."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.export.turtle import numbered
from kg.graph import iris
from kg.graph.vocabulary import PREFIXES

_NATIVE: Mapping[str, Callable[[str], int | bool]] = {
    PREFIXES["xsd"] + "integer": int,
    PREFIXES["xsd"] + "boolean": lambda text: text == "true",
}


def jsonld(triples: Iterable[Triple]) -> Iterator[str]:
    """Yield the text of one JSON-LD document: a context of prefixes and a flat list of nodes."""
    nodes: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for triple in sorted(set(triples), key=_order):
        predicate, value = iris.compact(triple.predicate.value), _value(triple.object)
        if predicate == "rdf:type":
            predicate, value = "@type", value["@id"]
        nodes[_id(triple.subject)][predicate].append(value)
    yield '{\n"@context": ' + json.dumps(PREFIXES, indent=1) + ',\n"@graph": ['
    separator = "\n"
    for node, said in nodes.items():
        values = {predicate: found[0] if len(found) == 1 else found for predicate, found in said.items()}
        yield separator + json.dumps({"@id": node, **values}, ensure_ascii=False)
        separator = ",\n"
    yield "\n]\n}\n"


def _order(triple: Triple) -> tuple[object, ...]:
    value = str(triple.object)
    return numbered(str(triple.subject)), str(triple.predicate), numbered(value), value


def _id(term: NamedNode | BlankNode | Triple) -> str:
    return iris.compact(term.value) if isinstance(term, NamedNode) else str(term)


def _value(term: NamedNode | BlankNode | Literal | Triple) -> Any:
    if not isinstance(term, Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    kind = term.datatype.value
    if kind == PREFIXES["xsd"] + "string":
        return term.value
    return _NATIVE[kind](term.value) if kind in _NATIVE else {"@value": term.value, "@type": iris.compact(kind)}
