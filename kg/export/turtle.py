"""Turtle that people can read: prefixes, one block a subject, types and labels first, everything sorted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

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
    blocks: dict[str, dict[str, set[str]]] = {}
    for triple in triples:
        block = blocks.setdefault(_text(triple.subject), {})
        block.setdefault(_predicate(triple.predicate), set()).add(_text(triple.object))
    used = {match[1] for term in _terms(blocks) if (match := _PREFIX.search(term))}
    yield "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items() if prefix in used)
    for subject in sorted(blocks, key=lambda term: (_rank(term), numbered(term), term)):
        said = blocks[subject]
        lines = (f"{predicate} {_objects(said[predicate])}" for predicate in sorted(said, key=_importance))
        yield f"\n{subject}\n    " + " ;\n    ".join(lines) + " .\n"


def _terms(blocks: Mapping[str, Mapping[str, Iterable[str]]]) -> set[str]:
    """Return every term once."""
    predicates = {predicate for block in blocks.values() for predicate in block}
    return predicates.union(blocks, *(terms for block in blocks.values() for terms in block.values()))


def _objects(terms: Collection[str]) -> str:
    if len(terms) == 1:
        return next(iter(terms))
    return " , ".join(sorted(terms, key=lambda term: (numbered(term), term)))


_PREFIX = re.compile(r'(?:^|\^\^)([a-z][a-z0-9]*):(?![/"])')


_RANKS = {
    name: rank for rank, name in enumerate(("article", "incident", "event", "actor", "place", "claim", "statement"))
}


def _rank(subject: str) -> int:
    """Articles, incidents, events, actors and places first; the words they rest on, periods and the ontology after."""
    return len(_RANKS) + 1 if "#char=" in subject else _RANKS.get(subject.partition(":")[0].lstrip("<"), len(_RANKS))


def _importance(predicate: str) -> tuple[int, str]:
    """Types first, then labels, then the others."""
    return {"a": 0, "rdfs:label": 1}.get(predicate, 2), predicate


def numbered(text: str) -> tuple[tuple[int, str | int], ...]:
    """Order so that char=9 comes before char=10."""
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in re.split(r"([0-9]{1,12})", text))


def _predicate(term: NamedNode) -> str:
    return "a" if term.value == _TYPE else name(term.value)


def _text(term: Node) -> str:
    if isinstance(term, NamedNode):
        return name(term.value)
    return _literal(term) if isinstance(term, Literal) else str(term)


@lru_cache(maxsize=1 << 18)
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
