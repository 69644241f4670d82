"""The routes: the page, the SPARQL endpoint, the named queries."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.errors import QueryError
from kg.graph.opening import version
from kg.graph.queries import NamedQuery, library, named, render
from kg.graph.vocabulary import PREFIXES
from kg.server import protocol
from kg.server.guard import Guard
from kg.server.media import TRIPLES, accepted, proper
from kg.server.protocol import Refused, accept
from kg.server.question import Limits, Question, Reply
from kg.server.workers import Workers

STATIC = Path(__file__).parent / "static"
#: an answer that another request of the same may not give
_FICKLE = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)
_CLOSED = 499  # as nginx counts a client that left; nobody reads it


def application(
    store: str, limits: Limits, *, workers: int = 2, cors: Sequence[str] = (), hosts: Sequence[str] = ("*",)
) -> Starlette:
    """Return the application that serves the store at a path, to requests for one of ``hosts``."""
    readers = Workers(store, limits, workers)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        await readers.close()

    endpoint = Endpoint(readers)
    middleware = [Middleware(Guard), Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)]
    if cors:
        shown = ["ETag", "X-KG-Truncated"]
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(cors), allow_methods=["GET", "POST"], allow_headers=["*"], expose_headers=shown,
            )
        )  # fmt: skip
    middleware.append(Middleware(GZipMiddleware, compresslevel=1))
    routes = [
        Route("/", _page),
        Route("/sparql", endpoint.sparql, methods=["GET", "POST", "OPTIONS"]),
        Route("/prefixes", _prefixes, methods=["GET"]),
        Route("/queries", _queries, methods=["GET", "OPTIONS"]),
        Route("/queries/{name}", endpoint.named, methods=["GET", "OPTIONS"]),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    return Starlette(
        routes=routes, middleware=middleware, lifespan=life, exception_handlers={Refused: _refused, QueryError: _wrong}
    )


async def _page(_: Request) -> Response:
    return FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-cache"})


async def _queries(request: Request) -> Response:
    if request.method == "OPTIONS":
        return _options("GET, HEAD, OPTIONS")
    return JSONResponse([_listed(each) for each in library()], headers={"Cache-Control": "no-cache"})


async def _prefixes(_: Request) -> Response:
    return JSONResponse(PREFIXES, headers={"Cache-Control": "no-cache"})


def _listed(query: NamedQuery) -> dict[str, object]:
    return {**asdict(query), "href": f"/queries/{query.name}"}


class Endpoint:
    """What asks the store."""

    def __init__(self, workers: Workers) -> None:
        self.workers = workers

    async def sparql(self, request: Request) -> Response:
        """Answer a query; describe the service where there is none, and show people the page."""
        if request.method == "OPTIONS":
            return _options("GET, HEAD, POST, OPTIONS")
        asked = await protocol.question(request)
        return _described(request) if asked is None else await self._answered(request, asked)

    async def named(self, request: Request) -> Response:
        """Answer a query of the library, or with ``format=sparql`` show it."""
        if request.method == "OPTIONS":
            return _options("GET, HEAD, OPTIONS")
        pairs = request.query_params.multi_items()
        name, given = request.path_params["name"], {key: value for key, value in pairs if key != "format"}
        try:
            query = named(name, "/queries")
        except QueryError as error:
            raise Refused(404, str(error)) from None
        text = render(query, given)
        if request.query_params.get("format") == "sparql":
            return PlainTextResponse(text, media_type="application/sparql-query")
        return await self._answered(request, Question(name, given, None, *protocol.wanted(pairs, request)))

    async def _answered(self, request: Request, asked: Question) -> Response:
        changes = request.method == "POST" or (asked.given is None and _FICKLE.search(asked.query))
        if not changes and _tag(asked, version(self.workers.store)) in _tags(request):
            return Response(status_code=304, headers=_headers(_tag(asked, version(self.workers.store))))
        reply = await self._heard(request, asked)
        if reply is None:
            return Response(status_code=_CLOSED)
        if reply.status != 200:
            return _error(request, reply)
        headers = _headers("" if changes else _tag(asked, reply.version))
        if reply.cut is not None:
            headers["X-KG-Truncated"] = f"{reply.cut}"
        return Response(reply.body, media_type=_media(request, reply.form), headers=headers)

    async def _heard(self, request: Request, asked: Question) -> Reply | None:
        """Ask while the client listens; return None where it left, and stop working."""
        answer, leaving = asyncio.create_task(self.workers.ask(asked)), asyncio.create_task(_left(request))
        try:
            await asyncio.wait({answer, leaving}, return_when=asyncio.FIRST_COMPLETED)
            return answer.result() if answer.done() else None
        finally:
            for task in (answer, leaving):
                task.cancel()
            await asyncio.gather(answer, leaving, return_exceptions=True)


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _tag(asked: Question, store: str) -> str:
    return '"' + hashlib.sha256(asked.line() + store.encode()).hexdigest()[:24] + '"'


def _tags(request: Request) -> list[str]:
    return [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]


def _headers(tag: str) -> dict[str, str]:
    """An answer may be kept, and must be asked for again as the store may have changed."""
    return {"Vary": "Accept", **({"ETag": tag, "Cache-Control": "no-cache"} if tag else {"Cache-Control": "no-store"})}


def _media(request: Request, form: str) -> str:
    """Return the media type of an answer: plain JSON and XML for who asks for these by name."""
    for plain, of in (("application/json", ("json", "jsonld")), ("application/xml", ("xml", "rdf"))):
        if form in of and plain in accept(request) and proper(form) not in accept(request):
            return plain
    return proper(form)


def _described(request: Request) -> Response:
    from kg.export.service import describe

    if "text/html" in accept(request):
        return RedirectResponse("/", 303)
    form = accepted(accept(request), TRIPLES)
    if form is None:
        raise Refused(406, f"the description of the service comes as {', '.join(TRIPLES)}")
    text = "".join(describe(str(request.url.replace(query="")), form))
    return Response(text, media_type=proper(form), headers={"Vary": "Accept"})


def _options(methods: str) -> Response:
    return Response(status_code=204, headers={"Allow": methods})


def _error(request: Request, reply: Reply) -> Response:
    """Say what is wrong in words, and as JSON for who accepts nothing else than JSON."""
    words = reply.body.decode().rstrip("\n")
    later = {"Retry-After": "5"} if reply.status == 503 else {}
    if "application/json" in accept(request):
        place = {"line": reply.line, "column": reply.column} if reply.line else {}
        return JSONResponse({"error": words, **place}, reply.status, later)
    return PlainTextResponse(f"{words}\n", reply.status, later)


async def _refused(request: Request, error: Exception) -> Response:
    return _error(request, Reply.refusal(getattr(error, "status", 400), str(error)))


async def _wrong(request: Request, error: Exception) -> Response:
    return _error(request, Reply.refusal(400, str(error)))
