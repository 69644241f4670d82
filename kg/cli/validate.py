"""``kg validate``."""

from __future__ import annotations

import click

from kg.cli import options


@click.command("validate")
@options.store
def command(store: str) -> int:
    """validate."""
    raise NotImplementedError
