"""``kg extract``: articles to records."""

from __future__ import annotations

import click

from kg.cli import options
from kg.cli.terminal import counted, debugging, deliver, say


@click.command("extract", short_help="Read articles and write JSON records, without a store.")
@options.inputs(required=True)
@options.target
@options.model
@options.columns
@click.option("--all-quotes", is_flag=True, help="Keep quotations that hold no event, too.")
@click.option("--no-text", is_flag=True, help="Leave the articles' text out of the records.")
def command(
    inputs: tuple[str, ...], target: str, model: str, columns: dict[str, str], all_quotes: bool, no_text: bool
) -> int:
    """Read articles and write one JSON record a line: events, places, times, quotations, with their offsets.

    INPUT is a .txt, .jsonl or .csv file, a folder of them, or - for the standard input (text or JSON lines).

    \b
    Example:
      kg extract seeds -o records.jsonl
      cat articles.jsonl | kg extract - --no-text | jq '.events[].action'
    """
    from kg.documents import read
    from kg.export.lines import line
    from kg.pipeline import Intake, records

    intake = Intake(tell=say, debug=debugging())
    found = records(intake.sound(read(inputs, columns)), model=model, all_quotes=all_quotes, failed=intake.failed)
    told = counted(found, lambda number, _: f"{number:,} articles read")
    deliver((line(record, with_text=not no_text) for record in told), target)
    return intake.exit_code
