"""JSON-LD that reads well: short names from a context, one object a node, sorted."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.export.turtle import numbered
from kg.graph import iris
from kg.graph.vocabulary import PREFIXES

_NATIVE = {PREFIXES["xsd"] + "integer": int, PREFIXES["xsd"] + "boolean": lambda text: text == "true"}


def jsonld(triples: Iterable[Triple]) -> Iterator[str]:
    """Yield the text of one JSON-LD document: a context of prefixes and a flat list of nodes."""
    nodes: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for triple in sorted(set(triples), key=lambda t: (numbered(str(t.subject)), str(t.predicate), numbered(str(t.object)), str(t.object))):
        predicate, value = iris.compact(triple.predicate.value), _value(triple.object)
        if predicate == "rdf:type":
            predicate, value = "@type", value["@id"]
        nodes[_id(triple.subject)][predicate].append(value)
    yield '{\n"@context": ' + json.dumps(PREFIXES, indent=1) + ',\n"@graph": ['
    separator = "\n"
    for node, said in nodes.items():
        body = {"@id": node, **{predicate: values[0] if len(values) == 1 else values for predicate, values in said.items()}}
        yield separator + json.dumps(body, ensure_ascii=False)
        separator = ",\n"
    yield "\n]\n}\n"


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
