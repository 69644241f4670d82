"""``kg explain``."""

from __future__ import annotations

import click

from kg.cli import options


@click.command("explain")
@options.store
def command(store: str) -> int:
    """explain."""
    raise NotImplementedError
