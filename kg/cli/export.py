"""``kg export``: the store in other formats."""

from __future__ import annotations

import click

from kg.cli import options


@click.command("export")
@options.store
@options.target
def command(store: str, target: str) -> int:
    """Write the graph, its networks or its records in another format."""
    raise NotImplementedError
