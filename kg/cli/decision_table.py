"""The table of decisions of ``kg decide``: found, added to, saved, and followed by the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options

if TYPE_CHECKING:
    from kg.graph.decision_rows import Sheet

NEXT = "The graph follows at the next kg build, or now: kg decide apply"


def table(store: str, decided: str | None) -> tuple[Path, Sheet]:
    """Return the file of the decisions on a store, and what is in it; raise UsageError where it must be named."""
    from kg.graph.decision_rows import load
    from kg.graph.endpoints import shown

    path = options.decisions_file(store, decided)
    if path is None:
        raise click.UsageError(f"{shown(store)} is no folder: name the table of decisions with --decisions FILE")
    return path, load(path)


def decide(
    decision: str,
    this: str,
    that: str,
    *,
    store: str,
    decided: str | None,
    now: bool,
    anyway: bool = True,
    **said: Any,
) -> None:
    """Add a decision to the table and tell what it changes; ``now`` lets the graph follow at once."""
    from kg.graph.deciding import HAPPENINGS
    from kg.graph.deciding import decided as put
    from kg.graph.decision_rows import Row
    from kg.graph.store import open_store
    from kg.ontology import entries

    path, sheet = table(store, decided)
    with open_store(store, read_only=True) as opened:
        row = Row(decision, this, that, **said)
        sheet, row, effect = put(opened, sheet, row, entries(), anyway=anyway)
    keep(path, sheet)
    click.echo(f"{path}:{row.line}: {row}")
    if row.decision not in HAPPENINGS:
        click.echo(f"This changes {effect}.")
    click.echo(follow(store, path, sheet) if now else NEXT)


def follow(store: str, path: Path, sheet: Sheet) -> str:
    """Let the graph follow a table; return what was done."""
    from kg.graph import incidents
    from kg.graph.decisions import of
    from kg.graph.store import open_store

    made = of(sheet)
    open_store(store, read_only=True).close()  # a mistyped --store makes none
    with open_store(store) as opened:
        changed = opened.decide(made)
        incidents.refresh(opened)
    number = len(changed)
    return f"The graph follows {path}: {number:,} article{'s' * (number != 1)} stated anew."


def keep(path: Path, sheet: Sheet) -> None:
    """Put a table in place of the older one."""
    from kg.export.formats import save

    save(path, [sheet.text()])
