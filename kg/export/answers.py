"""What a query gives, written as a table for people or in the formats of SPARQL 1.1."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.errors import QueryError
from kg.export.delimited import csv_rows
from kg.export.jsonld import jsonld
from kg.export.markup import holdable
from kg.export.turtle import turtle
from kg.graph.results import Result, Term
from kg.graph.vocabulary import PREFIXES

#: characters of a column of a table that is fitted into a terminal
NARROWEST = 24
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_XML = "http://www.w3.org/2005/sparql-results#"


def answer(result: Result, form: str, width: int | None = None) -> Iterator[str]:
    """Write a result in a format of ``FORMATS``; ``width`` is that of the terminal, into which a table is fitted.

    Raises QueryError where rows are asked for triples, or triples for rows.
    """
    if result.triples is not None:
        if form not in TRIPLES and form != "table":
            raise QueryError(f"a CONSTRUCT or DESCRIBE query gives triples, which {form} cannot hold; use -f ttl")
        return TRIPLES.get(form, turtle)(result.triples)
    if form in TRIPLES:
        raise QueryError(
            f"only a CONSTRUCT or DESCRIBE query gives triples for -f {form}; use table, json, csv, tsv or xml"
        )
    return _table(result, width) if form == "table" else FORMATS[form](result)


def _table(result: Result, width: int | None) -> Iterator[str]:
    if result.answer is not None:
        yield "yes\n" if result.answer else "no\n"
        return
    ids = {
        n for n, column in enumerate(zip(*result.rows, strict=True)) if any(isinstance(t, NamedNode) for t in column)
    }
    yield from aligned([list(result.variables), *(list(row.values()) for row in result)], width, ids)


def aligned(rows: Sequence[Sequence[object]], width: int | None, whole: Collection[int] = ()) -> Iterator[str]:
    """Yield rows as lines with their cells below one another; the first row is the head.

    ``width`` is that of the terminal: no character steers it, and the widest columns are cut, but those that stay ``whole``.
    """
    table = [[_line(value, terminal=width is not None) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    if width is not None:
        _fit(widths, width, whole)
    for row in (table[0], ["-" * size for size in widths], *table[1:]):
        yield "  ".join(_cut(cell, size).ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() + "\n"


def _fit(widths: list[int], width: int, whole: Collection[int]) -> None:
    """Narrow the widest columns, in place, until a line fits or all are as narrow as can be read."""
    free = [n for n in range(len(widths)) if n not in whole]
    while free and sum(widths) + 2 * (len(widths) - 1) > width:
        widest = max(free, key=lambda n: widths[n])
        if widths[widest] <= NARROWEST:
            break
        widths[widest] -= 1


def _line(value: object, *, terminal: bool) -> str:
    words = "" if value is None else " ".join(str(value).split())
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in words)
    return shown if terminal else words


def _cut(words: str, size: int) -> str:
    return words if len(words) <= size else words[: size - 3] + "..."


def _json(result: Result) -> Iterator[str]:
    if result.answer is not None:
        yield json.dumps({"head": {}, "boolean": result.answer}, indent=2) + "\n"
        return
    yield f'{{"head": {{"vars": {json.dumps(result.variables)}}}, "results": {{"bindings": ['
    separator = "\n"
    for row in result.rows:  # a row a line: json is ten times as slow where it indents
        said = {name: _binding(term) for name, term in _bound(result, row)}
        yield separator + json.dumps(said, ensure_ascii=False)
        separator = ",\n"
    yield "\n]}}\n"


def _bound(result: Result, row: tuple[Term | None, ...]) -> Iterator[tuple[str, Term]]:
    yield from ((name, term) for name, term in zip(result.variables, row, strict=True) if term is not None)


def _binding(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        raise QueryError("a quoted triple has no place in a table; ask for its parts")
    kind = {"xml:lang": term.language} if term.language else {"datatype": term.datatype.value}
    return {"type": "literal", "value": term.value, **({} if kind.get("datatype") == _STRING else kind)}


def _csv(result: Result) -> Iterator[str]:
    rows = ([_binding(term)["value"] if term is not None else "" for term in row] for row in result.rows)
    yield from csv_rows([result.variables, *rows] if result.answer is None else [[_truth(result)]], guard=False)


def _tsv(result: Result) -> Iterator[str]:
    if result.answer is not None:
        yield _truth(result) + "\n"
        return
    yield "\t".join(f"?{name}" for name in result.variables) + "\n"
    for row in result.rows:
        yield "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n"


def _xml(result: Result) -> Iterator[str]:
    yield f'<?xml version="1.0"?>\n<sparql xmlns="{_XML}">\n<head>'
    yield "".join(f"<variable name={quoteattr(name)}/>" for name in result.variables) + "</head>\n"
    if result.answer is not None:
        yield f"<boolean>{_truth(result)}</boolean>\n</sparql>\n"
        return
    yield "<results>\n"
    for row in result.rows:
        cells = (
            f"<binding name={quoteattr(name)}>{_element(_binding(term))}</binding>"
            for name, term in _bound(result, row)
        )
        yield f"<result>{''.join(cells)}</result>\n"
    yield "</results>\n</sparql>\n"


def _element(binding: Mapping[str, str]) -> str:
    attributes = "".join(f" {name}={quoteattr(binding[name])}" for name in ("xml:lang", "datatype") if name in binding)
    return f"<{binding['type']}{attributes}>{escape(holdable(binding['value']))}</{binding['type']}>"


def _truth(result: Result) -> str:
    return "true" if result.answer else "false"


#: format -> writer of rows or of yes and no
FORMATS: Mapping[str, Callable[[Result], Iterator[str]]] = {"json": _json, "csv": _csv, "tsv": _tsv, "xml": _xml}


def _ntriples(triples: Iterable[Triple]) -> Iterator[str]:
    yield from sorted({f"{triple} .\n" for triple in triples})


def _rdfxml(triples: Iterable[Triple]) -> Iterator[str]:
    listed = sorted(set(triples), key=str)
    written = serialize(listed, format=RdfFormat.RDF_XML, prefixes=dict(PREFIXES))
    yield holdable((written or b"").decode()) + "\n"


#: format -> writer of triples
TRIPLES: Mapping[str, Callable[[Iterable[Triple]], Iterator[str]]] = {
    "ttl": turtle,
    "nt": _ntriples,
    "jsonld": jsonld,
    "rdf": _rdfxml,
}
