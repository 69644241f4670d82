"""Requests of the SPARQL 1.1 Protocol: what is asked, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from kg.server.media import formats
from kg.server.question import Question

REQUEST = 1_000_000  # bytes of the body of a request
FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_GAP = r"(?:\s|\#[^\n\r]*)*"
_HEAD = re.compile(rf"^{_GAP}(?:(?:PREFIX{_GAP}[^\s:]*:|BASE){_GAP}<[^>]*>{_GAP})*", re.IGNORECASE)
_CHANGES = re.compile(r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE)
#: a SERVICE clause, inside strings too: the parser of the store reads '<' by its place, so that strings are hard to tell
_SERVICE = re.compile(
    rf"(?<![:?$])SERVICE{_GAP}(?:SILENT{_GAP})?(?:<[^<>]*>|[?$]\w+|[^\s:<>{{}}()?$\"']*:[^\s{{}}]*){_GAP}\{{",
    re.IGNORECASE,
)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\\\]*")
_MANY = 40  # more often than a query needs the word, and the search stays quick


class Refused(Exception):
    """A request that is not answered: the HTTP status, and words for the client."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


Pairs = Sequence[tuple[str, str]]


async def question(request: Request) -> Question | None:
    """Read what a request to the endpoint asks, None where it asks nothing; raise Refused where it may not."""
    pairs, text = await _said(request)
    queries = [value for name, value in pairs if name == "query"] if text is None else [text]
    if any(name == "update" for name, _ in pairs):
        raise Refused(403, "this endpoint only answers queries; change the store with kg build")
    if len(queries) > 1:
        raise Refused(400, "give one query, not several")
    if not queries:
        if request.method == "POST":
            raise Refused(400, "there is no query in the request; give the parameter query")
        return None
    return Question(permitted(queries[0]), None, _graphs(pairs), *wanted(pairs, request))


async def _said(request: Request) -> tuple[Pairs, str | None]:
    """Return the parameters, and the query where the body is one."""
    pairs = request.query_params.multi_items()
    if request.method != "POST":
        return pairs, None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise Refused(403, "this endpoint only answers queries; change the store with kg build")
    if kind not in (FORM, QUERY):
        raise Refused(415, f"send the query as {FORM} or {QUERY}")
    try:
        body = (await _body(request)).decode()
        if kind == QUERY:
            return pairs, body
        return [*pairs, *parse_qsl(body, keep_blank_values=True, errors="strict")], None
    except UnicodeDecodeError:
        raise Refused(400, "the request is not UTF-8") from None


async def _body(request: Request) -> bytes:
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > REQUEST:
                raise Refused(413, f"the request is too large; send at most {REQUEST:,} bytes")
    except ClientDisconnect:
        raise Refused(400, "the request broke off") from None
    return body


def permitted(text: str) -> str:
    """Return a query that may be asked; raise Refused for updates and for calls of other servers."""
    head = _HEAD.match(text)
    if _CHANGES.match(text, head.end() if head else 0):
        raise Refused(403, "this endpoint only answers queries; change the store with kg build")
    if text.lower().count("service") > _MANY or _SERVICE.search(text):
        raise Refused(403, "this endpoint calls no other server, so a query may hold no SERVICE")
    return text


def _graphs(pairs: Pairs) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    default = tuple(value for name, value in pairs if name == "default-graph-uri")
    others = tuple(value for name, value in pairs if name == "named-graph-uri")
    for value in (*default, *others):
        if not _IRI.fullmatch(value):
            raise Refused(400, f"the graph {value[:80]!r} is no IRI")
    return (default, others) if default or others else None


def wanted(pairs: Pairs, request: Request) -> tuple[str | None, str | None]:
    """Return the formats for rows and triples; raise Refused where the client takes none that there is."""
    try:
        rows, triples = formats(next((value for name, value in pairs if name == "format"), ""), accept(request))
    except ValueError as error:
        raise Refused(400, str(error)) from error
    if rows is None and triples is None:
        raise Refused(
            406, "none of the accepted formats is there; accept application/sparql-results+json or text/turtle"
        )
    return rows, triples


def accept(request: Request) -> str:
    """Return the Accept headers of a request as one."""
    return ", ".join(request.headers.getlist("accept"))
