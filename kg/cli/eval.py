"""``kg eval``: records against gold."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kg.cli import options
from kg.cli.terminal import deliver, say

COMPLAINTS = 10


@click.command("eval", short_help="Score records against annotated texts.")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("records", type=click.Path(path_type=Path))
@options.as_json
@click.option("--errors", metavar="FILE", help="Write every miss, false alarm and wrong value here, as JSON lines.")
@click.option(
    "--bootstrap", "rounds", type=click.IntRange(0), default=0, metavar="N",
    help="Give 95 % intervals from N resamplings of the documents.",
)  # fmt: skip
def command(gold: Path, records: Path, as_json: bool, errors: str | None, rounds: int) -> int:
    """Score the records of kg extract against annotated texts, for example your own articles.

    GOLD is a file of JSON lines, one text each, with the events that a reader must find. Words are enough, their
    offsets are looked up; what is left out is not judged; an empty list says that there is none:

    \b
      {"id": "a1", "text": "Police said rebels shelled Lesk on Monday.", "published": "2016-06-02",
       "events": [{"action": "Shelling", "trigger": "shelled", "agents": ["rebels"], "targets": ["Lesk"],
                   "time": {"start": "2016-05-30", "end": "2016-05-30"}, "attribution": ["Police"]}],
       "not_events": []}

    \b
    Further keys of an event: places, instruments (words, or {"text": ..., "relation": "near"}), status,
    casualties [{"kind": "killed", "low": 3, "high": null}], incident (any label), optional; of an actor: id,
    country, antecedent, optional; of all words: nth, or start and end. "A|B" gives two right answers.
    not_events are words that must give no asserted event.

    \b
    Example:
      kg extract gold.jsonl -o records.jsonl
      kg eval gold.jsonl records.jsonl --bootstrap 1000 --errors errors.jsonl
      kg eval gold.jsonl records.jsonl --json | jq .figures
    """
    from kg.evaluation import evaluate, load_gold, load_records
    from kg.ontology import load as load_ontology

    documents = load_gold(gold)
    found, complaints = load_records(records, documents)
    for complaint in complaints[:COMPLAINTS]:
        say(f"kg: {complaint}")
    if len(complaints) > COMPLAINTS:
        say(f"kg: and {len(complaints) - COMPLAINTS} more")
    types = {name: action.plover for name, action in load_ontology().actions.items()}
    report = evaluate(documents, found, types, rounds)
    if errors:
        deliver((json.dumps(mistake, ensure_ascii=False) + "\n" for mistake in report.mistakes), errors)
    click.echo(json.dumps(report.as_json(), indent=2) if as_json else "\n".join(report.lines()))
    return 0
