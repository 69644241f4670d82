"""``kg report``: what the graph adds up to."""

from __future__ import annotations

import click

from kg.cli import options
from kg.cli.terminal import breakable, deliver

FORMATS = ("text", "md", "json")


@click.command("report")
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to write it."
)
@options.as_json
@options.target
@options.store
def command(form: str, as_json: bool, target: str, store: str) -> None:
    """Measure the conflict network and the cooperation network, and count events by type, place and month.

    \b
    Example:
      kg report
      kg report -f md -o report.md
      kg report --json | jq '.conflict.actors[0]'
    """
    from kg.analysis.report import report
    from kg.graph.store import open_store

    with open_store(store, read_only=True) as opened:
        with breakable():
            measured = report(opened)
        deliver([measured.render("json" if as_json else form)], target)
