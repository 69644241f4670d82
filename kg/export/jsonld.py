"""JSON-LD that reads well: one object a node, sorted, with bare names and values where the context can say the rest.

The ontology is the vocabulary, so its terms stand without a prefix, but for those that are prefixes of ids as well
(``place``).  Where all values of a property are nodes, days, decimals or English, its entry in the context says so.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.export.turtle import numbered
from kg.graph import iris
from kg.graph.vocabulary import PREFIXES

_TYPE, _LABEL = PREFIXES["rdf"] + "type", PREFIXES["rdfs"] + "label"
_STRING = PREFIXES["xsd"] + "string"
_NATIVE: Mapping[str, Callable[[str], int | bool]] = {
    PREFIXES["xsd"] + "integer": int,
    PREFIXES["xsd"] + "boolean": lambda text: text == "true",
}
Node = NamedNode | BlankNode | Literal | Triple
#: what all values of a property are: ("@type", "@id"), ("@type", "xsd:date"), ("@language", "en"); empty for plain ones
Kind = tuple[str, str] | tuple[()]


def jsonld(triples: Iterable[Triple]) -> Iterator[str]:
    """Yield the text of one JSON-LD document: a context and a flat list of nodes, one a line."""
    nodes: dict[str, dict[str, set[Node]]] = defaultdict(lambda: defaultdict(set))
    for triple in triples:
        nodes[_id(triple.subject)][triple.predicate.value].add(triple.object)
    kinds = _kinds(nodes.values())
    context: dict[str, Any] = {**PREFIXES, "@vocab": PREFIXES["kg"]}
    context |= {_term(iri): dict([("@id", iris.compact(iri)), kind]) for iri, kind in sorted(kinds.items()) if kind}
    context.setdefault("label", "rdfs:label")
    terms = ",\n".join(f" {json.dumps(term)}: {json.dumps(meant)}" for term, meant in context.items())
    yield '{\n"@context": {\n' + terms + '\n},\n"@graph": ['
    separator = "\n"
    for node in sorted(nodes, key=lambda name: (numbered(name), name)):
        yield separator + json.dumps({"@id": node, **_said(nodes[node], kinds)}, ensure_ascii=False)
        separator = ",\n"
    yield "\n]\n}\n"


def _kinds(nodes: Collection[Mapping[str, Collection[Node]]]) -> dict[str, Kind]:
    """Return what all values of each property are; those that are not all of one kind are left out."""
    found: dict[str, set[Kind]] = defaultdict(set)
    for said in nodes:
        for predicate, values in said.items():
            found[predicate].update(map(_kind, values))
    return {
        predicate: next(iter(kinds)) for predicate, kinds in found.items() if len(kinds) == 1 and predicate != _TYPE
    }


def _kind(term: Node) -> Kind:
    if not isinstance(term, Literal):
        return "@type", "@id"
    if term.language:
        return "@language", term.language
    kind = term.datatype.value
    return () if kind == _STRING or kind in _NATIVE else ("@type", iris.compact(kind))


def _said(said: Mapping[str, Collection[Node]], kinds: Mapping[str, Kind]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for predicate in sorted(said, key=lambda iri: (iri != _TYPE, iri != _LABEL, iri)):
        values = sorted(said[predicate], key=_order)
        if predicate == _TYPE:
            written: list[Any] = [_class(_id(value)) for value in values if isinstance(value, NamedNode)]
        else:
            written = [_value(value, kinds.get(predicate)) for value in values]
        out["@type" if predicate == _TYPE else _term(predicate)] = written[0] if len(written) == 1 else written
    return out


def _order(value: Node) -> tuple[object, ...]:
    text = str(value)
    return numbered(text), text


def _term(iri: str) -> str:
    """Return the name of a property: bare where it is the ontology's, unless ids have it as their prefix."""
    if iri == _LABEL:
        return "label"
    name = iri.removeprefix(PREFIXES["kg"])
    return name if name != iri and name not in PREFIXES and name != "label" else iris.compact(iri)


def _class(name: str) -> str:
    bare = name.removeprefix("kg:")
    return bare if bare != name and bare not in PREFIXES else name


def _id(term: Node) -> str:
    return iris.compact(term.value) if isinstance(term, NamedNode) else str(term)


def _value(term: Node, kind: Kind | None) -> Any:
    """Write a value, as a bare one where the context tells its kind."""
    if not isinstance(term, Literal):
        return _id(term) if kind else {"@id": _id(term)}
    own = _kind(term)
    if not own:
        native = _NATIVE.get(term.datatype.value)
        return native(term.value) if native else term.value
    return term.value if kind == own else {"@value": term.value, own[0]: own[1]}
