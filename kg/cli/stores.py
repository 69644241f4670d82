"""The store of a command that only reads it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.cli.terminal import say

if TYPE_CHECKING:
    from kg.graph.store import Store


@contextmanager
def to_read(store: str) -> Iterator[Store]:
    """Open a store for reading, and tell where its incidents lag behind its articles, as in the middle of a build."""
    from kg.graph.store import open_store

    with open_store(store, read_only=True) as opened:
        if opened.stale:
            say(
                f"kg: a build of {opened.path} goes on or was stopped, and its incidents lag behind its articles; "
                "kg build of the same articles ends it"
            )
        yield opened
