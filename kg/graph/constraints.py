"""SHACL constraint components as SPARQL: each a pattern for what breaks it, with ``?this`` and, mostly, ``?value``.

The values of a property are found by its path; where there is no path the node itself is the value (SHACL, 4.).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from rdflib import SH, XSD
from rdflib.term import URIRef

from kg.errors import OntologyError

_SUBCLASS = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>*"
#: datatypes whose literals can be wrong in their words: "soon"^^xsd:date
_CAST = frozenset({XSD.boolean, XSD.date, XSD.dateTime, XSD.decimal, XSD.double, XSD.float, XSD.integer})
_KINDS: Final[Mapping[str, str]] = {
    "IRI": "isIRI(?value)",
    "BlankNode": "isBlank(?value)",
    "Literal": "isLiteral(?value)",
    "BlankNodeOrIRI": "(isBlank(?value) || isIRI(?value))",
    "BlankNodeOrLiteral": "(isBlank(?value) || isLiteral(?value))",
    "IRIOrLiteral": "(isIRI(?value) || isLiteral(?value))",
}


def values(path: str | None) -> str:
    """Bind the values of a path, or the node itself."""
    return f"?this {path} ?value ." if path else "BIND(?this AS ?value)"


def _at_least(path: str | None, number: str) -> str:
    least = _count(number)
    if least <= 1:
        return f"MINUS {{ ?this {path} ?some }}" if least else "FILTER(false)"
    enough = f"SELECT ?this {{ ?this {path} ?each }} GROUP BY ?this HAVING(COUNT(DISTINCT ?each) >= {least})"
    return f"MINUS {{ {enough} }}"


def _at_most(path: str | None, number: str) -> str:
    inner = f"SELECT ?this {{ ?this {path} ?each }} GROUP BY ?this HAVING(COUNT(DISTINCT ?each) > {_count(number)})"
    return f"{{ {inner} }}"


def _count(number: str) -> int:
    match = re.match(r'"(\d+)"', number)
    if not match:
        raise OntologyError(f"a count of values is a whole number, not {number}")
    return int(match[1])


def _fails(test: str) -> Callable[[str | None, str], str]:
    """A test on each value; where it cannot be worked out it fails."""
    return lambda path, argument: f"{values(path)} FILTER(!COALESCE({test.format(argument)}, false))"


def _datatype(path: str | None, argument: str) -> str:
    test = f"DATATYPE(?value) = {argument}"
    if URIRef(argument.strip("<>")) in _CAST:
        test += f" && BOUND(?value) && {argument}(STR(?value)) = {argument}(STR(?value))"
    return f"{values(path)} FILTER(!COALESCE({test}, false))"


def _kind(path: str | None, argument: str) -> str:
    return f"{values(path)} FILTER(!{_KINDS[argument.strip('<>').removeprefix(str(SH._NS))]})"


def _class(path: str | None, argument: str) -> str:
    return f"{values(path)} MINUS {{ ?kind {_SUBCLASS} {argument} . ?value a ?kind }}"


def _has(path: str | None, argument: str) -> str:
    return f"FILTER NOT EXISTS {{ ?this {path} {argument} }}" if path else f"FILTER(?this != {argument})"


def _against(operator: str) -> Callable[[str | None, str], str]:
    """A comparison with the values of another property of the same node."""
    test = f"FILTER(!COALESCE(?value {operator} ?other, false))"
    return lambda path, other: f"?this {path} ?value ; {other} ?other . {test}"


def _disjoint(path: str | None, other: str) -> str:
    return f"?this {path} ?value ; {other} ?value ."


#: component -> path (None for the node itself) and argument as SPARQL -> pattern of what breaks it
COMPONENTS: Final[Mapping[URIRef, Callable[[str | None, str], str]]] = {
    SH.minCount: _at_least,
    SH.maxCount: _at_most,
    SH.datatype: _datatype,
    SH.nodeKind: _kind,
    SH["class"]: _class,
    SH["in"]: _fails("?value IN ({})"),
    SH.hasValue: _has,
    SH.pattern: _fails("!isBlank(?value) && REGEX(STR(?value), {})"),
    SH.minInclusive: _fails("?value >= {}"),
    SH.maxInclusive: _fails("?value <= {}"),
    SH.minExclusive: _fails("?value > {}"),
    SH.maxExclusive: _fails("?value < {}"),
    SH.minLength: _fails("!isBlank(?value) && STRLEN(STR(?value)) >= {}"),
    SH.maxLength: _fails("!isBlank(?value) && STRLEN(STR(?value)) <= {}"),
    SH.lessThan: _against("<"),
    SH.lessThanOrEquals: _against("<="),
    SH.disjoint: _disjoint,
}
#: components that only a property can have
OF_PROPERTIES: Final = frozenset({SH.minCount, SH.maxCount, SH.lessThan, SH.lessThanOrEquals, SH.disjoint})
