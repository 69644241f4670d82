"""``kg serve``: the store as a SPARQL endpoint with a page."""

from __future__ import annotations

from importlib.util import find_spec

import click

from kg.cli import options
from kg.cli.terminal import say
from kg.errors import MissingModel, StoreError


@click.command("serve", short_help="Serve the store as a SPARQL endpoint with a page.")
@options.store
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen at; the default is this machine alone."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 takes a free one."
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="A query that takes longer is stopped.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(1),
    default=100_000,
    show_default=True,
    metavar="N",
    help="An answer ends after so many rows or triples, and says so in the header X-KG-Truncated.",
)
@click.option(
    "--max-memory",
    type=click.IntRange(256),
    default=2048,
    show_default=True,
    metavar="MB",
    help="A query that needs more memory is stopped.",
)
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Queries answered at a time.")
@click.option("--cors", multiple=True, metavar="ORIGIN", help="Let web pages of this origin ask, too; repeatable.")
def command(
    store: str, host: str, port: int, timeout: float, max_rows: int, max_memory: int, workers: int, cors: tuple[str, ...]
) -> None:  # fmt: skip
    """Serve the store, for reading only: a SPARQL 1.1 endpoint at /sparql, a page to ask it at /.

    Named queries answer at /queries/NAME?parameter=value. What kg build adds meanwhile appears in the next answer.
    It needs starlette and uvicorn: pip install "conflict-kg[serve]"

    \b
    Example:
      kg serve
      kg serve --store war-2017 --port 8080 --timeout 10
      curl -H 'Accept: text/csv' 'http://127.0.0.1:8000/queries/dyads'
    """
    missing = [name for name in ("starlette", "uvicorn") if find_spec(name) is None]
    if missing:
        raise MissingModel(f"kg serve needs {' and '.join(missing)}; install with: pip install 'conflict-kg[serve]'")
    from kg.graph.endpoints import shown

    if "://" in store:
        raise StoreError(f"{shown(store)} is a server already; kg serve serves a folder")
    from kg.graph.store import open_store

    open_store(store, read_only=True).close()
    from kg.server.question import Limits
    from kg.server.running import serve

    serve(
        store,
        Limits(timeout, max_rows, max_memory),
        host=host, port=port, workers=workers, cors=cors, tell=say,
    )  # fmt: skip
