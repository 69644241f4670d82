from __future__ import annotations

import pytest

from kg.server.media import ROWS, TRIPLES, accepted, formats, proper


@pytest.mark.parametrize(
    ("header", "rows", "triples"),
    [
        ("", "json", "ttl"),
        ("*/*", "json", "ttl"),
        ("text/csv", "csv", None),
        ("text/turtle", None, "ttl"),
        ("application/sparql-results+xml, application/rdf+xml", "xml", "rdf"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", "xml", None),
        ("TEXT/CSV; Q=0.5, */*;q=0.1", "csv", "ttl"),
        ("application/sparql-results+json,*/*;q=0.9", "json", "ttl"),
        ("application/json", "json", "jsonld"),
        ("text/*", "xml", "ttl"),
        ("image/png", None, None),
        ("application/sparql-results+json;q=0, text/csv;q=0.001", "csv", None),
        ("text/csv;q=oops", None, None),
    ],
)
def test_an_accept_header_chooses_the_formats(header: str, rows: str | None, triples: str | None) -> None:
    assert (accepted(header, ROWS), accepted(header, TRIPLES)) == (rows, triples)


@pytest.mark.parametrize(
    ("form", "found"),
    [("csv", ("csv", None)), ("turtle", (None, "ttl")), ("application/json", ("json", "jsonld")), ("NT", (None, "nt"))],
)
def test_a_format_parameter_goes_before_the_header(form: str, found: tuple[str | None, str | None]) -> None:
    assert formats(form, "image/png") == found


def test_a_format_that_there_is_not_is_told() -> None:
    with pytest.raises(ValueError, match="no format 'xlsx'; there are json, xml, csv"):
        formats("xlsx", "")


def test_text_says_how_it_is_encoded() -> None:
    assert proper("csv") == "text/csv; charset=utf-8"
    assert proper("json") == "application/sparql-results+json"
