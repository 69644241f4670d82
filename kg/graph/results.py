"""What a query gives: rows of terms, yes or no, or triples.  Store-neutral, fully read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

from kg.graph import iris

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Result:
    """A SELECT gives ``variables`` and ``rows`` (None where unbound), an ASK ``answer``, a CONSTRUCT ``triples``."""

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    answer: bool | None = None
    triples: tuple[Triple, ...] | None = None

    def __iter__(self) -> Iterator[dict[str, str | int | float | bool | None]]:
        """Yield each row as plain values, IRIs in their compact form."""
        for row in self.rows:
            yield {name: plain(term) for name, term in zip(self.variables, row, strict=True)}


def read(found: QuerySolutions | QueryBoolean | QueryTriples) -> Result:
    """Read an answer of pyoxigraph to its end."""
    if isinstance(found, QueryBoolean):
        return Result(answer=bool(found))
    if isinstance(found, QueryTriples):
        return Result(triples=tuple(found))
    names = tuple(variable.value for variable in found.variables)
    return Result(names, tuple(tuple(solution) for solution in found))


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
