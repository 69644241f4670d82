"""``kg report``: what the graph adds up to."""

from __future__ import annotations

from typing import Any

import click

from kg.cli import options
from kg.cli.stores import to_read
from kg.cli.terminal import breakable, deliver

FORMATS = ("text", "md", "json")


@click.command("report", short_help="Measure the networks; count by type, place and month.")
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to write it."
)
@options.filters
@options.as_json
@options.target
@options.store
def command(form: str, filters: dict[str, Any], as_json: bool, target: str, store: str) -> None:
    """Measure the conflict network and the cooperation network, and count events by type, place and month.

    The filters choose incidents, as those of kg export do. Networks, types, places and months count asserted incidents alone
    unless --status asks for others.

    \b
    Example:
      kg report
      kg report -f md -o report.md
      kg report --country Syria --since 2017 --action Violence
      kg report --json | jq '.conflict.actors[0]'
    """
    from kg.analysis.networks import FACTUAL
    from kg.analysis.report import report
    from kg.export.chosen import Chosen, Wanted

    wanted = Wanted(**filters)
    with to_read(store) as opened:
        with breakable():
            chosen = Chosen(opened, wanted).incidents
            measured = report(opened, chosen, statuses=wanted.statuses or FACTUAL, only=wanted.words)
        deliver([measured.render("json" if as_json else form)], target)
