"""``kg export``: the store in other formats."""

from __future__ import annotations

import click

from kg.cli import options
from kg.cli.terminal import deliver

#: suffix of the file -> format; held equal to the writers by a test
FORMATS = ("ttl", "trig", "nq", "jsonld", "graphml", "gexf", "jsonl")


@click.command("export")
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), help="Format; from the suffix of FILE if left out.")
@options.target
@options.store
def command(form: str | None, target: str, store: str) -> None:
    """Write the graph (ttl, trig, nq, jsonld), its networks (graphml, gexf) or its records (jsonl).

    \b
    Example:
      kg export -o graph.ttl
      kg export -f graphml -o graph.graphml
      kg export -f jsonl | jq -r '.events[].incident' | sort | uniq -c
    """
    chosen = form or target.rpartition(".")[2].lower()
    if chosen not in FORMATS:
        raise click.UsageError(f"give a format with -f: {', '.join(FORMATS)}")
    from kg.export.formats import FORMATS as WRITERS
    from kg.graph.store import open_store

    with open_store(store, read_only=True) as opened:
        deliver(WRITERS[chosen](opened), target)
