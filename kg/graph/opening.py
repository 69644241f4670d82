"""Opening a folder as a store: ours, nobody's, in use, or something else."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError, StoreInUse
from kg.graph.vocabulary import KG, STORE

#: version of what a store holds besides its graphs
SCHEMA = 1
_TRIES = 6
_FIRST = re.compile(r"LOCK|IDENTITY|LOG(\.old\.\d+)?|MANIFEST-\d+|\d+\.(dbtmp|log)")


def open_to_read(path: str) -> ox.Store:
    """Open for reading beside a possible writer, whose compactions can look like damage for a moment."""
    folder = Path(path)
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        raise StoreError(f"there is no store at {path}; make one with `kg build`")
    if _begun(folder):
        raise StoreError(
            f"{path} has just been begun, by `kg build` that runs or was stopped; try again, or run `kg build`"
        )
    if not (folder / "CURRENT").is_file():
        raise StoreError(f"{path} is not a store of kg; name another --store")
    for attempt in range(_TRIES):
        try:
            inner = ox.Store.read_only(path)
            break
        except (OSError, RuntimeError, ValueError) as error:
            if attempt == _TRIES - 1:
                raise StoreError(f"{path} cannot be read as a store: {error}") from error
            time.sleep(0.05 * 2**attempt)
    said = inner.quads_for_pattern(ox.NamedNode(STORE), None, None, ox.NamedNode(STORE))
    if str(KG.storeSchema) not in marks(said) and len(inner):
        raise StoreError(f"{path} was made by something else (Oxigraph, but no store of kg); name another --store")
    return inner


def open_to_write(path: str) -> ox.Store:
    """Open for writing; make the folder where there is none, and refuse one of something else."""
    folder = Path(path)
    if folder.exists() and not _begun(folder) and (not folder.is_dir() or any(folder.iterdir())):
        open_to_read(path)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return ox.Store(path)
    except OSError as error:
        raise write_error(path, error) from error


def _begun(folder: Path) -> bool:
    """Whether a folder holds nothing but what Oxigraph writes first: its lock and log, before the store can be opened."""
    names = {file.name for file in folder.iterdir()} if folder.is_dir() else set()
    return bool({"LOCK", "LOG"} & names) and "CURRENT" not in names and all(map(_FIRST.fullmatch, names))


def version(path: str) -> str:
    """Return a short text that changes whenever something is written to the store at a path, or it is taken away."""
    kept = (".sst", ".log", ".blob")
    seen = []
    for file in Path(path).iterdir() if Path(path).is_dir() else ():
        if file.name.endswith(kept) or file.name.startswith(("CURRENT", "MANIFEST")):
            try:
                state = file.stat()
            except FileNotFoundError:  # a writer has just dropped it
                continue
            seen.append((file.name, state.st_size, state.st_mtime_ns))
    return hashlib.sha256(repr(sorted(seen)).encode()).hexdigest()[:16]


def marks(said: Iterable[ox.Quad]) -> dict[str, str]:
    """Return what a store says of itself, nothing where it is not ours; raise StoreError for one of a later schema."""
    found = {quad.predicate.value: quad.object.value for quad in said if isinstance(quad.object, ox.Literal)}
    made = found.get(str(KG.storeSchema))
    if made and int(made) > SCHEMA:
        raise StoreError(f"the store has schema {made}, this kg knows {SCHEMA}; upgrade kg or build the store again")
    return found


def write_error(path: str, error: OSError) -> StoreError:
    """Return what to tell where a store cannot be opened for writing."""
    text = str(error).replace(f"{path}/", "")
    if "lock hold by" in text or ("While lock file" in text and "temporarily unavailable" in text):
        return StoreInUse(f"another process is writing to {path}; wait for it to end, or name another --store")
    if isinstance(error, PermissionError) or "ermission denied" in text or "ead-only" in text:
        return StoreError(f"{path} cannot be written: the folder is read-only; name another --store")
    return StoreError(f"{path} cannot be opened: {text}")
