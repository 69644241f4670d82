"""``kg query``: named queries, query files, queries from a stream."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from kg.cli import options
from kg.cli.terminal import output

FORMATS = ("table", "json", "csv", "tsv", "xml", "ttl")


def _names(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from kg.graph.queries import library

    return [
        CompletionItem(named.name, help=named.description) for named in library() if named.name.startswith(incomplete)
    ]


@click.command("query")
@click.argument("query", required=False, metavar="NAME|FILE.rq|-", shell_complete=_names)
@options.store
@click.option(
    "--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="Set a parameter; may be given again."
)
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--list", "listed", is_flag=True, help="List the named queries with their parameters.")
@options.target
def command(query: str | None, store: str, params: tuple[str, ...], form: str, listed: bool, target: str) -> int:
    """Ask the store: a named query, a file with SPARQL, or - for SPARQL on the standard input.

    \b
    Example:
      kg query --list
      kg query who-struck-whom -p from=2017-05-18 -f csv
      echo 'SELECT * { ?s ?p ?o } LIMIT 3' | kg query -
    """
    raise NotImplementedError
