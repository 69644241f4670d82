"""``kg query``: named queries, query files, queries from a stream."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from kg.cli import options
from kg.cli.stores import to_read
from kg.cli.terminal import breakable, columns, deliver, say
from kg.errors import InputError, QueryError

if TYPE_CHECKING:
    from kg.graph.queries import NamedQuery

FORMATS = ("table", "json", "csv", "tsv", "xml", "ttl")


def _completed(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from kg.graph.queries import library

    files = [CompletionItem(incomplete, type="file")]
    return [
        CompletionItem(each.name, help=each.description) for each in library() if each.name.startswith(incomplete)
    ] or files


@click.command("query", short_help="Ask the store: named queries and SPARQL.")
@click.argument("query", required=False, metavar="NAME|FILE.rq|-", shell_complete=_completed)
@click.option("--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="Set a parameter; repeatable.")
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to write it."
)
@click.option("--list", "listed", is_flag=True, help="List the named queries, or the named one, with their parameters.")
@click.option("--show", is_flag=True, help="Print the SPARQL instead of asking it.")
@options.as_json
@options.target
@options.store
def command(
    query: str | None,
    store: str,
    params: tuple[str, ...],
    form: str,
    listed: bool,
    show: bool,
    as_json: bool,
    target: str,
) -> None:
    """Ask the store: a named query, a file with SPARQL, or - for SPARQL on the standard input.

    \b
    Example:
      kg query --list
      kg query escalation --list
      kg query who-struck-whom -p on=2017-05-18
      kg query acled-counts -p by=month,country
      kg query events-near -p near=At-Tanf -p km=100
      kg query events-by-actor -p actor=Russia -f csv -o russia.csv
      echo 'SELECT * { ?s ?p ?o } LIMIT 3' | kg query -

    on, since and until pass what may have happened then; what has no stated time counts on the day of its first report, as in
    kg export. A table names things by their short ids (incident:...), as kg export does; csv, tsv, json and xml by whole IRIs, as
    SPARQL 1.1 has it.
    """
    if listed:
        from kg.graph.queries import library, named

        deliver([_catalogue([named(query)] if query else library(), as_json)], target)
        return
    if query is None:
        raise click.UsageError("give the name of a query (kg query --list), a file, or - for the standard input")
    given = _given(params)
    text = _text(query, given)
    if show:
        deliver([text], target)
        return
    from kg.export.answers import answer
    from kg.graph.queries import ask, named

    with to_read(store) as opened:
        with breakable():
            found = ask(opened, named(query), given) if _is_named(query) else opened.query(text)
        deliver(answer(found, "json" if as_json else form, columns(target)), target)
        if found.variables and not found.rows:
            say("kg: the query finds nothing; check the spelling of names in -p (kg query actors lists who is there)")
        if found.cut:
            say(f"kg: these are the first {len(found.rows):,} rows and there are more; -p limit=N gives up to N")


def _given(params: Iterable[str]) -> dict[str, str]:
    pairs = [param.partition("=") for param in params]
    for name, sign, _ in pairs:
        if not sign:
            raise click.UsageError(f"-p {name}: write it as NAME=VALUE")
    return {name: value for name, _, value in pairs}


def _is_named(query: str) -> bool:
    from kg.graph.queries import library

    return any(each.name == query for each in library())


def _text(query: str, given: Mapping[str, str]) -> str:
    """Return the SPARQL of a stream, a file or a named query."""
    from kg.graph.queries import named, render

    if _is_named(query):
        return render(named(query), given)
    if given:
        raise QueryError(f"-p sets parameters of named queries; {query} is none")
    if "{" in query:
        raise click.UsageError("SPARQL comes from a file or a stream: echo 'SELECT ...' | kg query -")
    try:
        return sys.stdin.read() if query == "-" else Path(query).read_text("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{query}: not UTF-8, so no query") from None
    except OSError as error:
        if "." in query or "/" in query:
            raise InputError(f"{query}: {error.strerror}; check the path") from None
    return named(query).text  # raises, and names one that is spelt much alike


def _catalogue(queries: Iterable[NamedQuery], as_json: bool) -> str:
    if as_json:
        return json.dumps([asdict(each) for each in queries], indent=2) + "\n"
    lines: list[str] = []
    for each in queries:
        lines += [each.name, f"  {each.description}"]
        for parameter in each.parameters:
            extra = " (needed)" if parameter.required else f" [{parameter.default}]" if parameter.default else ""
            lines.append(f"    -p {parameter.name}=...{extra}  {parameter.help}")
        lines += [f"  {each.example}", ""] if each.example else [""]
    return "\n".join(lines)
