"""``kg backup``: a copy of the store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options


@click.command("backup", short_help="Copy the store into a new folder.")
@click.argument("target", metavar="TARGET", type=click.Path(path_type=Path))
@options.store
def command(target: Path, store: str) -> None:
    """Copy the store, as it is now, into the new folder TARGET, which is a store itself.

    Others may read and write meanwhile. On the same disk the copy shares files that never change, and takes no time.
    A server's store is copied over the net; what is written to it meanwhile may be missing.

    \b
    Example:
      kg backup backups/2026-11-23
      kg query dyads --store backups/2026-11-23
    """
    from kg.graph.copying import backup

    articles = backup(store, target)
    click.echo(f"The store {target} holds {articles:,} article{'' if articles == 1 else 's'}")
