"""A copy of a store as it is at one moment, made beside readers and beside a writer."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from kg.errors import StoreError
from kg.graph.embedded import Embedded
from kg.graph.endpoints import is_url
from kg.graph.store import open_store

_TRIES = 6


def backup(store: str, target: Path) -> int:
    """Copy a store into a folder that is not there yet, which appears whole or not at all; return its articles.

    Where nobody writes, Oxigraph links the files that never change.  A reader cannot have it do so, as it would leave
    out what is in the log alone; beside a writer the quads are copied.
    """
    if target.exists():
        raise StoreError(f"{target} is there already; name a folder that is not, for each backup its own")
    open_store(store, read_only=True).close()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        place = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    except OSError as error:
        raise StoreError(f"{target} cannot be written: {error.strerror}") from error
    try:
        if is_url(store) or not _linked(store, place / "store"):
            _copied(store, place / "store")
        with open_store(str(place / "store"), read_only=True) as copy:
            articles = len(copy.documents())
        (place / "store").rename(target)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return articles


def _linked(store: str, folder: Path) -> bool:
    """Have Oxigraph make a copy; return False where another process writes, or the store is not ours to write."""
    try:
        database = Embedded.on_disk(store, read_only=False)
    except StoreError:
        return False
    try:
        database.backup(folder)
    except OSError as error:
        raise StoreError(f"{store} cannot be copied: {error}") from error
    finally:
        database.close()
    return True


def _copied(store: str, folder: Path) -> None:
    """Copy the quads that a reader sees; again from the start where a writer takes a file away from under it."""
    for attempt in range(1, _TRIES + 1):
        with open_store(store, read_only=True) as opened:
            try:
                opened.backup(folder)
                return
            except (OSError, RuntimeError) as error:
                shutil.rmtree(folder, ignore_errors=True)
                if attempt == _TRIES:
                    raise StoreError(f"{opened.path} cannot be copied: {error}") from error
        time.sleep(0.1 * 2**attempt)
