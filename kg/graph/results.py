"""What a query asks and what it gives: rows of terms, yes or no, or triples.  Store-neutral, fully read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

from kg.errors import NotSparql
from kg.graph import iris

T = TypeVar("T")
_AT = re.compile(r"error at (\d+):(\d+): (?:expected )?(?:one of )?(.*)", re.DOTALL)

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Result:
    """A SELECT gives ``variables`` and ``rows`` (None where unbound), an ASK ``answer``, a CONSTRUCT ``triples``.

    ``cut`` tells that there was more than was asked for.
    """

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    answer: bool | None = None
    triples: tuple[Triple, ...] | None = None
    cut: bool = False

    def __iter__(self) -> Iterator[dict[str, str | int | float | bool | None]]:
        """Yield each row as plain values, IRIs in their compact form."""
        for row in self.rows:
            yield {name: plain(term) for name, term in zip(self.variables, row, strict=True)}


@dataclass(frozen=True, slots=True)
class Graphs:
    """The graphs that a query asks, by IRI, in place of all together: those read as one, and those for GRAPH."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def options(self) -> dict[str, Any]:
        """Return them as options of pyoxigraph."""
        return {
            "default_graph": [NamedNode(iri) for iri in self.default],
            "named_graphs": [NamedNode(iri) for iri in self.named],
        }

    def parameters(self) -> list[tuple[str, str]]:
        """Return them as parameters of the SPARQL 1.1 Protocol."""
        return [("default-graph-uri", iri) for iri in self.default] + [("named-graph-uri", iri) for iri in self.named]


_UPDATE = re.compile(
    r"(?:\s|#[^\n]*\n|(?:PREFIX\s+\S*|BASE)\s*<[^>]*>)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)


def read(found: QuerySolutions | QueryBoolean | QueryTriples, most: int | None = None) -> Result:
    """Read an answer of pyoxigraph, to its end or to so many rows or triples."""
    if isinstance(found, QueryBoolean):
        return Result(answer=bool(found))
    if isinstance(found, QueryTriples):
        triples, cut = _first(found, most)
        return Result(triples=triples, cut=cut)
    names = tuple(variable.value for variable in found.variables)
    rows, cut = _first((tuple(solution) for solution in found), most)
    return Result(names, rows, cut=cut)


def _first(items: Iterable[T], most: int | None) -> tuple[tuple[T, ...], bool]:
    iterator = iter(items)
    found = tuple(islice(iterator, most))
    return found, most is not None and next(iterator, None) is not None


def not_sparql(text: str, error: SyntaxError) -> NotSparql:
    """Return what to tell of a query that pyoxigraph cannot parse: the place, the words there, what is wrong."""
    if not text.strip():
        return NotSparql("the query is empty; give SPARQL, such as SELECT * { ?s ?p ?o } LIMIT 10")
    if _UPDATE.match(text):
        return NotSparql("this is an update, and a store is only asked; articles come with kg build, go with --remove")
    match = _AT.match(str(error))
    if not match:
        return NotSparql(f"the query is not SPARQL: {' '.join(str(error).split())}")
    line, column = int(match[1]), int(match[2])
    stands = "".join(text.split("\n")[line - 1 : line])
    before, words = stands[: column - 1], stands[column - 1 :].strip()
    near = f", at {words[:40]!r}" if words else ", at its end"
    return NotSparql(
        f"the query is not SPARQL: line {line}, column {column}{near}: {_wrong(match[3], before)}", line, column
    )


def _wrong(expected: str, before: str) -> str:
    """Pick the sentence for people out of all that the parser would have taken; it names a prefix past its end."""
    if "Prefix not found" in expected:
        named = re.search(r"([\w.-]*:)\S*\s*$", before)
        return f"{f'the prefix {named[1]}' if named else 'this prefix'} is neither declared nor known to kg"
    said = re.search(r"\b[A-Z][a-z]+ [\w ]+ [\w ]+", expected)
    return said[0] if said else "what stands here, or right before, was not expected"


def plain(term: Term | None) -> str | int | float | bool | None:
    """Return a term as a plain value: numbers and truth values as such, IRIs compact, all else as text."""
    if isinstance(term, NamedNode):
        return iris.compact(term.value)
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    kind = term.datatype.value.rpartition("#")[2]
    if kind == "integer":
        return int(term.value)
    if kind in ("decimal", "double"):
        return float(term.value)
    return term.value == "true" if kind == "boolean" else term.value


def native(term: Term | None) -> str | int | float | bool | date | None:
    """Return a term as ``plain`` does, and days as days."""
    value = plain(term)
    if isinstance(term, Literal) and term.datatype.value.endswith("#date"):
        try:
            return date.fromisoformat(term.value)
        except ValueError:
            return value
    return value
