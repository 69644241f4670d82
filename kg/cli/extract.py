"""``kg extract``: articles to records."""

from __future__ import annotations

import click

from kg.cli import options
from kg.cli.terminal import counted, output, say


@click.command("extract")
@options.inputs(required=True)
@options.target
@options.model
@click.option("--no-text", is_flag=True, help="Leave the articles' text out of the records.")
def command(inputs: tuple[str, ...], target: str, model: str, no_text: bool) -> int:
    """Read articles and write one JSON record a line: events, places, times, quotations, with their offsets.

    INPUT is a .txt or .jsonl file, a folder of them, or - for the standard input.

    \b
    Example:
      kg extract seeds -o records.jsonl
      cat articles.jsonl | kg extract - --no-text | jq '.events[].action'
    """
    from kg.documents import read
    from kg.pipeline import Intake, line, records

    intake = Intake(tell=say)
    with output(target) as stream:
        for record in counted(
            records(intake.sound(read(inputs)), model=model), lambda number, _: f"{number:,} articles"
        ):
            stream.write(line(record, with_text=not no_text))
    return intake.exit_code
