"""Media types: what a client accepts against what there is (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: format of rows -> its media types, the proper one first
ROWS: Mapping[str, tuple[str, ...]] = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
}
#: format of triples -> its media types, the proper one first
TRIPLES: Mapping[str, tuple[str, ...]] = {
    "ttl": ("text/turtle", "application/x-turtle", "application/turtle"),
    "nt": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json", "application/json"),
    "rdf": ("application/rdf+xml", "application/xml", "text/xml"),
}
_ALIASES = {"turtle": "ttl", "ntriples": "nt", "n-triples": "nt", "json-ld": "jsonld", "rdfxml": "rdf"}


def proper(form: str) -> str:
    """Return the media type of a format, with its character set."""
    media = next((known[form][0] for known in (ROWS, TRIPLES) if form in known), "text/plain")
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def accepted(header: str, known: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the format of ``known`` that an Accept header likes best, None where it takes none; the first by default."""
    if not header.strip():
        return next(iter(known))
    ranges = list(_ranges(header))
    best, form = 0.0, None
    for each, types in known.items():
        liked = max(_quality(media, ranges) for media in types)
        if liked > best:
            best, form = liked, each
    return form


def _ranges(header: str) -> Iterable[tuple[str, float]]:
    """Yield each media range with its quality, wrong qualities as 0."""
    for part in header.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
        try:
            yield media, min(1.0, float(quality))
        except ValueError:
            yield media, 0.0


def _quality(media: str, ranges: Iterable[tuple[str, float]]) -> float:
    """Return what the most specific range that fits says of a media type."""
    fits = {found: quality for found, quality in ranges if found in (media, f"{media.partition('/')[0]}/*", "*/*")}
    return next((fits[found] for found in (media, f"{media.partition('/')[0]}/*", "*/*") if found in fits), 0.0)


def named(form: str, known: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the format that a ``format`` parameter names, by its short name or a media type, None where it is none."""
    wanted = form.strip().lower().partition(";")[0]
    wanted = _ALIASES.get(wanted, wanted)
    if wanted in known:
        return wanted
    return next((each for each, types in known.items() if wanted in types), None)


def formats(form: str, accept: str) -> tuple[str | None, str | None]:
    """Return the formats for rows and for triples, from a ``format`` parameter where there is one, else from Accept.

    Raises ValueError for a ``format`` that there is not.
    """
    if not form:
        return accepted(accept, ROWS), accepted(accept, TRIPLES)
    rows, triples = named(form, ROWS), named(form, TRIPLES)
    if rows is None and triples is None:
        raise ValueError(f"no format {form[:40]!r}; there are {', '.join([*ROWS, *TRIPLES])}")
    return rows, triples
