"""Where a SPARQL 1.1 server takes queries, updates and graphs: ``--store [SERVER+]http[s]://[USER:PASSWORD@]HOST/...``.

=============  =======================================  =======================================================
server         URL                                      notes
=============  =======================================  =======================================================
``oxigraph``   ``http://host:7878``                     tested (0.5)
``virtuoso``   ``http://host:8890``                     tested (7.2.5); Digest authentication; it answers few of
                                                        kg's queries rightly, so that kg asks a copy of its own
                                                        (in memory, fetched once a command); keeps coordinates of
                                                        ``geo:asWKT`` to 4 places
``fuseki``     ``http://host:3030/DATASET``             not tested; set ``tdb2:unionDefaultGraph true``
``graphdb``    ``http://host:7200/repositories/NAME``   not tested (also RDF4J Server)
``qlever``     ``http://host:7001``                     not tested; ``KG_STORE_TOKEN`` is its access token
``neptune``    ``https://host:8182``                    not tested; without IAM authentication
``sparql``     ``http://host/path``                     any other: ``?query=PATH&update=PATH&graphs=PATH``
=============  =======================================  =======================================================

Without a name before the ``+`` the server is asked who it is.  ``?query=``, ``?update=`` and ``?graphs=`` (the Graph
Store Protocol; empty where there is none) replace the paths of any server.  User and password come from the URL or
from ``KG_STORE_USER`` and ``KG_STORE_PASSWORD``, a bearer token from ``KG_STORE_TOKEN``; no message shows them.

kg asks the default graph, which must be the union of all graphs; a server where it is not is refused when it is opened.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from kg.errors import StoreError

_URL = re.compile(r"(?:([a-z0-9]+)\+)?(https?://.*)", re.IGNORECASE | re.DOTALL)
_PATHS = frozenset({"query", "update", "graphs"})


@dataclass(frozen=True, slots=True)
class Server:
    """A kind of server: its paths below the URL, the parameter that names a graph, what makes queries see all graphs.

    One that is ``partial`` answers queries of plain triple patterns alone; kg answers the others from a copy.
    """

    query: str
    update: str
    graphs: str
    parameter: str = "graph"
    union: Mapping[str, str] = field(default_factory=dict)
    digest: bool = False
    partial: bool = False


SERVERS: Mapping[str, Server] = {
    "oxigraph": Server("/query", "/update", "/store", union={"union-default-graph": "true"}),
    "virtuoso": Server(
        "/sparql-auth", "/sparql-auth", "/sparql-graph-crud-auth", "graph-uri", digest=True, partial=True
    ),
    "fuseki": Server("/query", "/update", "/data"),
    "graphdb": Server("", "/statements", "/rdf-graphs/service"),
    "qlever": Server("", "", ""),
    "neptune": Server("/sparql", "/sparql", "/sparql/gsp/"),
    "sparql": Server("", "", ""),
}


@dataclass(frozen=True, slots=True)
class Address:
    """A store's URL taken apart; ``shown`` is without user and password, and what messages call the store."""

    server: str | None
    shown: str
    base: str
    paths: Mapping[str, str]
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Full URLs; ``graphs`` is None where the server has no Graph Store Protocol."""

    query: str
    update: str
    graphs: str | None
    parameter: str
    union: Mapping[str, str]
    partial: bool


def is_url(path: str) -> bool:
    """Whether a ``--store`` names a server."""
    return _URL.fullmatch(path) is not None


def shown(path: str) -> str:
    """Return a ``--store`` as messages may show it: without user and password."""
    return re.sub(r"^([a-z0-9+]+://)[^/?#]*@", r"\1", path, flags=re.IGNORECASE)


def address(path: str, environment: Mapping[str, str] = os.environ) -> Address:
    """Take a URL apart; raise StoreError where it is none of a server."""
    match = _URL.fullmatch(path)
    name = shown(path)
    if not match:
        raise StoreError(f"{name} is no URL of a server; write it as http://HOST:PORT/PATH")
    server = match[1].lower() if match[1] else None
    if server is not None and server not in SERVERS:
        raise StoreError(f"{name}: no server {server!r} is known; there are {', '.join(SERVERS)}")
    parts = _split(match[2], name)
    paths = {key: values[0] for key, values in parse_qs(parts.query, keep_blank_values=True).items()}
    if unknown := sorted(set(paths) - _PATHS):
        raise StoreError(f"{name}: {unknown[0]!r} is no part of a store's URL; there are query, update and graphs")
    host = parts.netloc.rpartition("@")[2]
    return Address(
        server=server or ("sparql" if paths else None),
        shown=name,
        base=f"{parts.scheme}://{host}{parts.path.rstrip('/')}",
        paths=paths,
        user=unquote(parts.username) if parts.username else environment.get("KG_STORE_USER"),
        password=unquote(parts.password) if parts.password else environment.get("KG_STORE_PASSWORD"),
        token=environment.get("KG_STORE_TOKEN"),
    )


def _split(url: str, name: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        if not parts.hostname or parts.port == 0 or re.search(r"\s", url):
            raise ValueError
    except ValueError:
        raise StoreError(f"{name} is no URL of a server; write it as http://HOST:PORT/PATH") from None
    return parts


def endpoints(where: Address, server: str) -> Endpoints:
    """Return the URLs of a server of this kind; without a user those that Virtuoso keeps for everybody."""
    kind = SERVERS[server]
    paths = {name: where.base + _joined(where.paths.get(name, getattr(kind, name))) for name in sorted(_PATHS)}
    if kind.digest and where.user is None:
        paths = {name: path.removesuffix("-auth") for name, path in paths.items()}
    none = where.paths.get("graphs", "" if server == "sparql" else "there") == ""
    graphs = None if none else paths["graphs"]
    return Endpoints(paths["query"], paths["update"], graphs, kind.parameter, kind.union, kind.partial)


def _joined(path: str) -> str:
    return path if not path or path.startswith("/") else f"/{path}"


def recognised(headers: Mapping[str, str], base: str) -> str | None:
    """Tell the kind of server from the headers of any of its answers, None where they do not say."""
    said = headers.get("server", "").lower()
    for name in ("oxigraph", "virtuoso", "fuseki", "graphdb", "qlever"):
        if name in said:
            return name
    if "fuseki-request-id" in headers:
        return "fuseki"
    return "graphdb" if "/repositories/" in base else None
