"""Turtle that people can read: prefixes, one block a subject, types and labels first, everything sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph.vocabulary import PREFIXES

_TYPE = PREFIXES["rdf"] + "type"
_LABEL = PREFIXES["rdfs"] + "label"
_XSD = PREFIXES["xsd"]
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.\-]|%[0-9A-Fa-f]{2})*(?<!\.)")
_NAMESPACES = sorted(((namespace, prefix) for prefix, namespace in PREFIXES.items()), key=lambda pair: -len(pair[0]))
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})

Node = NamedNode | BlankNode | Literal | Triple


def turtle(triples: Iterable[Triple]) -> Iterator[str]:
    """Yield the text of a Turtle file, block by block."""
    facts = sorted({(_text(t.subject), _predicate(t.predicate), _text(t.object)) for t in triples}, key=_order)
    used = {match[1] for fact in facts for term in fact for match in _PREFIX.finditer(term)}
    yield "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items() if prefix in used)
    for subject, block in groupby(facts, key=lambda fact: fact[0]):
        lines = []
        for predicate, group in groupby(block, key=lambda fact: fact[1]):
            lines.append(f"{predicate} " + " , ".join(fact[2] for fact in group))
        yield f"\n{subject}\n    " + " ;\n    ".join(lines) + " .\n"


_PREFIX = re.compile(r'(?:^|\^\^)([a-z][a-z0-9]*):(?![/"])')


_RANKS = {
    name: rank for rank, name in enumerate(("article", "incident", "event", "actor", "place", "claim", "statement"))
}


def _rank(subject: str) -> int:
    """Articles, incidents, events, actors and places first; the words they rest on, periods and the ontology after."""
    return len(_RANKS) + 1 if "#char=" in subject else _RANKS.get(subject.partition(":")[0].lstrip("<"), len(_RANKS))


def _order(fact: tuple[str, str, str]) -> tuple[object, ...]:
    subject, predicate, value = fact
    rank = {"a": 0, "rdfs:label": 1}.get(predicate, 2)
    return _rank(subject), numbered(subject), rank, predicate, numbered(value), value


def numbered(text: str) -> tuple[tuple[int, str | int], ...]:
    """Order so that char=9 comes before char=10."""
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in re.split(r"([0-9]{1,12})", text))


def _predicate(term: NamedNode) -> str:
    return "a" if term.value == _TYPE else name(term.value)


def _text(term: Node) -> str:
    if isinstance(term, NamedNode):
        return name(term.value)
    return _literal(term) if isinstance(term, Literal) else str(term)


@lru_cache(maxsize=1 << 16)
def name(iri: str) -> str:
    """Return an IRI with its prefix where it has one and needs no escape, else in angle brackets."""
    for namespace, prefix in _NAMESPACES:
        if iri.startswith(namespace):
            local = iri[len(namespace) :]
            return f"{prefix}:{local}" if _LOCAL.fullmatch(local) else f"<{iri}>"
    return f"<{iri}>"


def _literal(term: Literal) -> str:
    if term.language:
        return f'"{term.value.translate(_ESCAPES)}"@{term.language}'
    kind = term.datatype.value
    if kind in (_XSD + "integer", _XSD + "boolean") or (kind == _XSD + "decimal" and "." in term.value):
        return term.value
    quoted = f'"{term.value.translate(_ESCAPES)}"'
    return quoted if kind == _XSD + "string" else f"{quoted}^^{name(kind)}"
