"""``kg build``: articles into the store."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.terminal import counted, debugging, say

if TYPE_CHECKING:
    from kg.graph.store import Store
    from kg.pipeline import Step


@click.command("build", short_help="Read articles into the store.")
@options.inputs(required=False)
@options.store
@options.model
@options.columns
@click.option("--remove", "removed", multiple=True, metavar="ID", help="Drop the article with this id; repeatable.")
@click.option("--again", is_flag=True, help="Read unchanged articles again, too.")
@click.option("--with-text", is_flag=True, help="Keep the articles' text in the store and its exports, too.")
@click.option("--export", "folder", metavar="FOLDER", help="Also write graph.ttl, graph.graphml and report.md there.")
@options.decisions
@options.as_json
def command(
    inputs: tuple[str, ...],
    store: str,
    model: str,
    columns: dict[str, str],
    removed: tuple[str, ...],
    again: bool,
    with_text: bool,
    folder: str | None,
    decided: str | None,
    as_json: bool,
) -> int:
    """Read articles into the store; what is there unchanged is left alone, what has changed is replaced.

    INPUT is a .txt, .jsonl or .csv file, a folder of them, or - for the standard input (text or JSON lines).

    \b
    Example:
      kg build seeds
      kg build seeds --export exports
      SOURCE_DATE_EPOCH=$(date +%s) kg build seeds    (its runs carry this time, else none)
      kg build archive.csv --field text=Article --field published=Date
      kg build --remove at-tanf-2017-05-18
    """
    if not (inputs or removed or folder):
        raise click.UsageError("give an INPUT to read, or --remove ID")
    from kg.analysis.summary import summary
    from kg.documents import read
    from kg.graph import incidents
    from kg.graph.store import open_store
    from kg.pipeline import Intake, build

    intake = Intake(tell=say, debug=debugging())
    documents = intake.sound(read(inputs, columns))
    first = next(documents, None)
    if first is None and not (removed or folder):
        return intake.exit_code
    changes = Counter({"added": 0, "replaced": 0, "unchanged": 0, "removed": 0, "refused": 0})
    table = options.decisions_file(store, decided)
    if decided and table is not None and not table.exists():
        raise click.UsageError(f"--decisions {table}: there is no such file; kg decide makes one")
    if not inputs:
        open_store(store, read_only=True).close()  # a mistyped --store makes none
    with open_store(store) as opened:
        restated = _follow(opened, table)
        missing = _remove(removed, opened)
        articles = chain([first] if first else [], documents)
        steps = build(
            articles, opened, model=model, again=again, with_text=with_text, failed=intake.failed, unsound=intake.broke
        )
        changes.update(change for _, change, _ in counted(steps, _progress))
        changes.update(removed=len(removed) - missing, refused=len(intake.refused), restated=restated)
        incidents.refresh(opened)
        files = _exports(opened, Path(folder)) if folder else ()
        held = summary(opened)
    if as_json:
        click.echo(
            json.dumps(
                {"articles": changes, "store": {"path": opened.path, **held.to_dict()}, "files": files}, indent=2
            )
        )
    else:
        click.echo("\n".join(_told(changes, opened.path, held.lines(), files)))
    return intake.exit_code or (1 if missing else 0)


def _progress(number: int, step: Step) -> str:
    document, change, record = step
    return f"{number:,} articles, {change} {document}" + (f", {len(record.events)} events" if record else "")


def _follow(opened: Store, table: Path | None) -> int:
    """Let the graph follow the decisions of people; return how many articles state something else now."""
    from kg.graph import decisions

    if table is not None and table.exists():
        return len(opened.decide(decisions.read(table)))
    if table is not None and opened.decisions.text:
        say(f"kg: {table} is missing; the graph keeps the decisions that it follows (kg decide apply undoes them)")
    return 0


def _remove(ids: tuple[str, ...], store: Store) -> int:
    """Take articles out, tell which are not there, and return how many those are."""
    missing = [document for document in ids if not store.remove(document)]
    for document in missing:
        say(f"kg: {document}: no article of this id is in {store.path}; see kg query articles")
    return len(missing)


def _exports(store: Store, folder: Path) -> tuple[str, ...]:
    """Write what people open first, and return the names of the files."""
    from kg.analysis.report import report
    from kg.export.formats import save, write

    for name in ("graph.ttl", "graph.graphml"):
        write(store, name.partition(".")[2], folder / name)
    save(folder / "report.md", [report(store).render("md")])
    return tuple(str(folder / name) for name in ("graph.ttl", "graph.graphml", "report.md"))


def _told(changes: Mapping[str, int], store: str, held: tuple[str, ...], files: tuple[str, ...]) -> Iterator[str]:
    """Say what was done and what there is now."""
    done = [f"{number:,} {name}" for name, number in changes.items() if number]
    yield f"Articles: {', '.join(done) or 'nothing to do'}."
    yield f"The store {store} holds {held[0]}"
    yield from (f"  {line}" for line in held[1:])
    if files:
        yield f"Written: {', '.join(files)}"
