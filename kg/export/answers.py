"""What a query gives, written as a table for people or in the formats of SPARQL 1.1."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.errors import QueryError
from kg.export.delimited import csv_rows
from kg.export.jsonld import jsonld
from kg.export.markup import holdable
from kg.export.turtle import turtle
from kg.graph.results import Result, Term
from kg.graph.vocabulary import PREFIXES

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_XML = "http://www.w3.org/2005/sparql-results#"


def answer(result: Result, form: str, width: int | None = None) -> Iterator[str]:
    """Write a result in a format of ``FORMATS``; ``width`` limits a column of a table, in characters.

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
    yield from aligned([list(result.variables), *([cell(value, width) for value in row.values()] for row in result)])


def aligned(rows: list[list[str]]) -> Iterator[str]:
    """Yield rows as lines with their cells below one another; the first row is the head."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in (rows[0], ["-" * size for size in widths], *rows[1:]):
        yield "  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() + "\n"


def cell(value: object, width: int | None) -> str:
    """Return a value as one line, cut to a width in characters."""
    words = "" if value is None else " ".join(str(value).split())
    if width is None:
        return words
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in words)
    return shown if len(shown) <= width else shown[: width - 3] + "..."


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
