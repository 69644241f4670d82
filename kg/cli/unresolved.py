"""``kg unresolved``: who plays a role and is in no ontology."""

from __future__ import annotations

import click

from kg.cli import options
from kg.cli.terminal import columns, deliver, say

FORMATS = ("table", "csv", "json")


@click.command("unresolved", short_help="List the names that the ontology does not settle.")
@click.option("--least", default=1, show_default=True, type=click.IntRange(1), metavar="N", help="Least mentions.")
@click.option("--limit", "-n", default=0, type=click.IntRange(0), metavar="N", help="Only the first N; 0 is all.")
@click.option("--described", is_flag=True, help="Also what is described and has no name: a convoy, its militias.")
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to write it."
)
@options.as_json
@options.target
@options.decisions
@options.store
def command(
    least: int, limit: int, described: bool, form: str, as_json: bool, target: str, decided: str | None, store: str
) -> None:
    """List the names that are in no ontology or name several entries, the most frequent first.

    Entries that bear exactly the name stand as they are; one with a question mark is a suggestion by likeness alone.
    Nothing is applied: decide with kg decide, or fill in the first column of the CSV and hand it to kg decide add.

    \b
    Example:
      kg unresolved
      kg unresolved --least 3 -f csv -o names.csv
      kg unresolved --json | jq '.[0].candidates'
    """
    from kg.export.unresolved import write
    from kg.graph import decisions
    from kg.graph.store import open_store
    from kg.graph.unresolved import unresolved
    from kg.ontology import entries

    file = options.decisions_file(store, decided)
    with open_store(store, read_only=True) as opened:
        made = decisions.read(file) if file is not None and file.exists() else opened.decisions
        found = unresolved(opened.records(made), entries(), least=least, described=described)
    deliver(write(found[: limit or None], entries(), "json" if as_json else form, columns(target)), target)
    if not found:
        say(f"kg: every name in {opened.path} is in the ontology or decided")
