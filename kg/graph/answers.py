"""Answers of SPARQL servers as results: the JSON of SPARQL 1.1, with what Virtuoso makes of it, and N-Triples."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kg.errors import StoreError
from kg.graph.results import Result, Term
from kg.graph.vocabulary import PREFIXES, WKT

ROWS, TRIPLES = "application/sparql-results+json", "application/n-triples"
_BOOLEAN = PREFIXES["xsd"] + "boolean"
_GEOMETRY = "http://www.openlinksw.com/schemas/virtrdf#Geometry"
_NUMBER = re.compile(r"-?[0-9.]+")


def result(body: bytes, kind: str, name: str, most: int | None = None) -> Result:
    """Read an answer; raise StoreError where it is none of SPARQL."""
    try:
        if "json" in kind:
            return _rows(json.loads(body), most)
        if "n-triples" in kind or "text/plain" in kind:
            found = tuple(triples(body))
            return Result(triples=found[:most], cut=most is not None and len(found) > most)
    except (ValueError, KeyError, TypeError, AttributeError, SyntaxError) as error:
        raise StoreError(f"{name} does not answer as SPARQL 1.1 does ({error}); check the URL") from error
    raise StoreError(f"{name} does not answer as SPARQL 1.1 does (it gives {kind or 'nothing'}); check the URL")


def triples(body: bytes) -> Iterator[Triple]:
    """Read N-Triples."""
    for quad in parse(body, format=RdfFormat.N_TRIPLES):
        value = quad.object
        if isinstance(value, Literal) and value.datatype.value == _GEOMETRY:
            value = _literal(value.value, _GEOMETRY)
        yield Triple(quad.subject, quad.predicate, value)


def _rows(found: Mapping[str, Any], most: int | None) -> Result:
    if "boolean" in found:
        return Result(answer=bool(found["boolean"]))
    names = tuple(found["head"]["vars"])
    bindings = found["results"]["bindings"]
    if names == ("__ASK_RETVAL",):  # Virtuoso
        return Result(answer=any(row["__ASK_RETVAL"]["value"] in ("1", "true") for row in bindings))
    rows = tuple(tuple(_term(row.get(name)) for name in names) for row in bindings[:most])
    return Result(names, rows, cut=most is not None and len(bindings) > most)


def _term(binding: Mapping[str, Any] | None) -> Term | None:
    if binding is None:
        return None
    kind, value = binding["type"], binding["value"]
    if kind == "uri":
        return NamedNode(value)
    if kind == "bnode":
        return BlankNode(value)
    if language := binding.get("xml:lang"):
        return Literal(value, language=language)
    return _literal(value, binding.get("datatype"))


def _literal(value: str, datatype: str | None) -> Literal:
    """Return a literal as it was sent; Virtuoso makes 1 of true, and single precision of a point."""
    if datatype == _BOOLEAN:
        value = {"1": "true", "0": "false"}.get(value, value)
    elif datatype == _GEOMETRY:
        numbers = (f"{float(number):.4f}".rstrip("0").rstrip(".") for number in _NUMBER.findall(value))
        return Literal(f"POINT({' '.join(numbers)})", datatype=NamedNode(WKT))
    return Literal(value, datatype=NamedNode(datatype)) if datatype else Literal(value)
