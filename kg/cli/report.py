"""``kg report``."""

from __future__ import annotations

import click

from kg.cli import options


@click.command("report")
@options.store
def command(store: str) -> int:
    """report."""
    raise NotImplementedError
