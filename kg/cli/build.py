"""``kg build``: articles into the store."""

from __future__ import annotations

import click

from kg.cli import options
from kg.cli.terminal import counted, say


@click.command("build")
@options.inputs(required=False)
@options.store
@options.model
@click.option("--remove", multiple=True, metavar="ID", help="Drop the article with this id; may be given again.")
@click.option("--again", is_flag=True, help="Read unchanged articles again, too.")
@click.option("--export", "exports", metavar="FOLDER", help="Also write graph.ttl, graph.graphml and report.md there.")
@options.as_json
def command(
    inputs: tuple[str, ...],
    store: str,
    model: str,
    remove: tuple[str, ...],
    again: bool,
    exports: str | None,
    as_json: bool,
) -> int:
    """Read articles into the store; what is there unchanged is left alone, what has changed is replaced.

    INPUT is a .txt or .jsonl file, a folder of them, or - for the standard input.

    \b
    Example:
      kg build seeds
      kg build seeds --export exports
      kg build --remove at-tanf-2017-05-18
    """
    if not (inputs or remove or exports):
        raise click.UsageError("give an INPUT to read, or --remove ID")
    from kg import pipeline

    raise NotImplementedError
