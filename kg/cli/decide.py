"""``kg decide``: what a person decides about names and incidents, written into a table beside the store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.cli import options
from kg.cli.decision_table import NEXT, decide, follow, keep, table
from kg.cli.terminal import deliver
from kg.errors import DecisionError

F = TypeVar("F", bound=Callable[..., Any])


@click.group("decide", short_help="Decide who a name is and what is one event.")
def command() -> None:
    """Decide who a name is and which reports tell of one event; every decision can be undone.

    Decisions are rows of a CSV beside the store (STORE.decisions.csv), which may be edited in a spreadsheet; taking a
    row out undoes it. The graph follows at the next kg build, or with kg decide apply, and no article is read again.

    \b
    Example:
      kg unresolved
      kg decide merge "the Front" actor:al-nusra-front
      kg decide list
      kg decide apply
    """


def _options(function: F) -> F:
    for option in (options.store, options.decisions):
        function = option(function)
    return function


def _row_options(function: F) -> F:
    note = click.option("--note", default="", metavar="TEXT", help="Why, for others who read the table.")
    now = click.option("--apply", "now", is_flag=True, help="Let the graph follow at once.")
    return note(now(_options(function)))


def _article(function: F) -> F:
    anyway = click.option("--anyway", is_flag=True, help="Also where no article has the name yet.")
    return click.option("--article", default="", metavar="ID", help="In this article alone.")(anyway(function))


def _traits(function: F) -> F:
    for name, what in (
        ("sector", "PLOVER sector: GOV, MIL, REB, ..."),
        ("country", "Country: three letters of ISO 3166."),
        ("kind", "Class of the ontology: Militia, Person, ..."),
    ):
        function = click.option(f"--{name}", default="", help=what)(function)
    return function


@command.command("merge", short_help="Say that a name is an actor or another name.")
@click.argument("name")
@click.argument("who", default="")
@_article
@_traits
@_row_options
def merge(name: str, who: str, **rest: Any) -> None:
    """Say that NAME is WHO: an entry of the ontology, another name, or (without WHO) one actor in all articles.

    \b
    Example:
      kg decide merge "the Front" actor:al-nusra-front
      kg decide merge "the Front" actor:polisario --article tindouf-2021-03-02
      kg decide merge "Abu Omar" "Omar al-Lesk" --kind Person
      kg decide merge "Omar al-Lesk"
    """
    decide("merge", name, who, **rest)


@command.command("split", short_help="Say that a name is not an actor after all.")
@click.argument("name")
@click.argument("entry", default="")
@_article
@_row_options
def split(name: str, entry: str, **rest: Any) -> None:
    """Say that NAME is not ENTRY after all, in all articles or in one.

    \b
    Example:
      kg decide split "the Front" actor:al-nusra-front --article tindouf-2021-03-02
    """
    decide("split", name, entry, **rest)


@command.command("type", short_help="Say what a name is that the ontology lacks.")
@click.argument("name")
@_article
@_traits
@_row_options
def type_(name: str, **rest: Any) -> None:
    """Say of what kind, country or sector a NAME outside the ontology is.

    \b
    Example:
      kg decide type "Red Wind" --kind Militia --country SYR --sector REB
    """
    decide("type", name, "", **rest)


@command.command("same", short_help="Say that two mentions or incidents are one happening.")
@click.argument("one")
@click.argument("other")
@_row_options
def same(one: str, other: str, **rest: Any) -> None:
    """Say that two event mentions or incidents are one happening.

    \b
    Example:
      kg decide same incident:28c85d4f6c8c0e9b incident:a4d0b5e1f6a7c2d3
    """
    decide("same", one, other, **rest)


@command.command("different", short_help="Say that two mentions or incidents are two happenings.")
@click.argument("one")
@click.argument("other")
@_row_options
def different(one: str, other: str, **rest: Any) -> None:
    """Say that two event mentions or incidents are not one happening.

    \b
    Example:
      kg decide different event:28c85d4f6c8c0e9b event:a4d0b5e1f6a7c2d3
    """
    decide("different", one, other, **rest)


@command.command("add", short_help="Take over the rows of a CSV that are filled in.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@_options
def add(file: str, store: str, decided: str | None) -> None:
    """Take over the rows of a CSV in which the first column is filled in, such as one of kg unresolved -f csv.

    \b
    Example:
      kg unresolved -f csv -o names.csv     # write merge or type into the column decision, save
      kg decide add names.csv
    """
    from kg.graph.decision_rows import load
    from kg.graph.decisions import of

    path, sheet = table(store, decided)
    of(more := load(Path(file)))
    there = {row.plain for row in sheet.rows}
    new = {row.plain: row for row in more.rows if row.plain not in there}.values()
    for row in new:
        sheet = sheet.with_row(row)
    of(sheet)
    keep(path, sheet)
    known = f"; {len(more.rows) - len(new)} decided already" if len(more.rows) > len(new) else ""
    click.echo(f"Added from {file} to {path}: {len(new)}{known}. {NEXT}")


@command.command("list")
@click.option("--csv", "as_csv", is_flag=True, help="Print the table as it is.")
@_options
def list_(as_csv: bool, store: str, decided: str | None) -> None:
    """List the decisions with the lines on which they stand.

    \b
    Example:
      kg decide list
    """
    path, sheet = table(store, decided)
    if as_csv:
        deliver([sheet.text()], "-")
        return
    from kg.graph.decisions import of
    from kg.graph.store import open_store

    made = of(sheet)
    for row in sheet.rows:
        click.echo(f"{row.line:4}  {row}" + (f"  ({row.note})" if row.note else ""))
    with open_store(store, read_only=True) as opened:
        follows = opened.decisions.text == made.text
    number = f"{len(sheet.rows)} decision{'' if len(sheet.rows) == 1 else 's'}"
    click.echo(f"{number} in {path}. " + ("The graph follows them." if follows else NEXT))


@command.command("undo", short_help="Take out a decision.")
@click.argument("line", type=int, required=False)
@_options
def undo(line: int | None, store: str, decided: str | None) -> None:
    """Take out the decision of a LINE (kg decide list shows them), or the last one.

    \b
    Example:
      kg decide undo
      kg decide undo 3
    """
    path, sheet = table(store, decided)
    rows = {row.line: row for row in sheet.rows}
    if not rows:
        raise DecisionError(f"{path}: no decision is there to undo")
    line = max(rows) if line is None else line
    if line not in rows:
        raise DecisionError(f"{path}:{line}: no decision stands there; they are on lines {', '.join(map(str, rows))}")
    keep(path, sheet.without_line(line))
    click.echo(f"Taken out of {path}: {rows[line]}. {NEXT}")


@command.command("apply", short_help="Let the graph follow the decisions now.")
@_options
def apply(store: str, decided: str | None) -> None:
    """Let the graph follow the decisions now; no article is read again.

    \b
    Example:
      kg decide apply
    """
    click.echo(follow(store, *table(store, decided)))
