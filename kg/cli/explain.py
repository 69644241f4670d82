"""``kg explain``: why a sentence gave what it gave."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.terminal import say
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.model import Record


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write YYYY-MM-DD") from None


@click.command("explain", short_help="Show why a sentence or an article gave what it gave.")
@click.argument("sentence", required=False, metavar="[SENTENCE|-]")
@click.option("--document", "-d", metavar="ID", help="Explain an article of the store instead.")
@click.option(
    "--published", metavar="DAY", callback=_day, help='When the sentence was published (YYYY-MM-DD): resolves "Friday".'
)
@click.option(
    "--all", "every", is_flag=True, help='List also words that tell an event beside certain others alone: "said".'
)
@options.as_json
@options.model
@options.store
def command(
    sentence: str | None,
    document: str | None,
    published: str | None,
    every: bool,
    as_json: bool,
    model: str,
    store: str,
) -> None:
    """Mark who did what to whom, name the construction that read it, the triples, and what gave no event.

    \b
    Example:
      kg explain "Rebels shelled the town of Lesk on Friday, the army said." --published 2017-05-20
      kg explain --document at-tanf-2017-05-18
    """
    if (sentence is None) == (document is None):
        raise click.UsageError("give a sentence in quotes, or --document ID")
    if sentence and " " not in sentence and len(sentence) < 256 and Path(sentence).is_file():
        raise click.UsageError(f"{sentence} is a file; give its words: kg explain - < {sentence}")
    from kg.export.explanation import explain
    from kg.export.lines import line

    record, relations = _stored(document, store) if document else _read(sentence or "", published, model)
    _warn(record)
    if sentence and not record.events and " " not in sentence.strip() and sentence != "-":
        say("kg: one word tells nothing; for an article of the store: kg explain --document ID")
    click.echo(line(record) if as_json else explain(record, relations, every=every), nl=False)


def _warn(record: Record) -> None:
    """Tell of a text in another language, which hardly gives an event."""
    from kg.documents.english import NOT_ENGLISH, is_foreign

    if is_foreign(record.text or " ".join(dict.fromkeys(event.sentence.text for event in record.events))):
        say(f"kg: {NOT_ENGLISH}")


def _stored(document: str, store: str) -> tuple[Record, Mapping[str, str]]:
    from kg.graph.store import open_store

    with open_store(store, read_only=True) as opened:
        record = opened.record(document)
        if record is None:
            raise InputError(f"{document}: no article of this id is in {opened.path}; see kg query articles")
        return record, opened.relations


def _read(sentence: str, published: str | None, model: str) -> tuple[Record, Mapping[str, str]]:
    from kg.documents.fields import document
    from kg.graph.schema import relations
    from kg.pipeline import records

    text = sys.stdin.read() if sentence == "-" else sentence
    (record,) = records(
        [document({"id": "sentence", "text": text, "published": published}, "the sentence")], model=model
    )
    return record, relations()
