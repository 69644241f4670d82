"""``kg diff``: what two graphs say that the other does not."""

from __future__ import annotations

import click

from kg.cli import options
from kg.cli.terminal import deliver

WAYS = ("event", "triple")


@click.command("diff", short_help="Compare two graphs.")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--by", type=click.Choice(WAYS), default="event", show_default=True, help="What is compared.")
@options.as_json
@options.target
def command(first: str, second: str, by: str, as_json: bool, target: str) -> int:
    """Compare two graphs, event by event or triple by triple; exit code 1 when they differ.

    A and B are stores (folders or URLs) or exported files (.nq, .trig, .ttl, .nt, .jsonl). Lines with - are in A alone,
    with + in B alone; ~ is an event of both that has changed, with what has. An event that only stands elsewhere in its
    article, as words before it were changed, is no difference by event.

    \b
    Example:
      kg backup before && kg build articles --again && kg diff before kg-store
      kg diff old.ttl new.ttl --by triple
      kg diff kg-store http://localhost:7878 --json | jq .changed
    """
    from kg.export.difference import by_event, by_triple
    from kg.graph.parts import open_part

    with open_part(first) as one, open_part(second) as other:
        found = (by_event if by == "event" else by_triple)(one, other)
    deliver([found.to_json()] if as_json else found.render(), target)
    return 1 if found else 0
