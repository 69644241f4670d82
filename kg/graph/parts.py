"""Anything that holds articles, opened to be read: a store, or a file that kg wrote."""

from __future__ import annotations

import json
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat

from kg.dicts import from_dict
from kg.errors import InputError, StoreError
from kg.graph.embedded import Embedded
from kg.graph.endpoints import is_url
from kg.graph.store import Store, open_store
from kg.graph.vocabulary import BASE, ONTOLOGY
from kg.model import SCHEMA, Record

#: suffix -> format of files that name graphs, and of those that do not
QUADS = {".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG}
TRIPLES = {".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES}
RECORDS = (".jsonl", ".ndjson")
SUFFIXES = (*QUADS, *TRIPLES, *RECORDS)


def check_part(path: str) -> None:
    """Raise what ``open_part`` raises where there is nothing at a path, without reading a file."""
    if not _is_file(path):
        open_store(path, read_only=True).close()
    elif not Path(path).is_file():
        raise InputError(f"{path}: there is no such file; check the path")


def _is_file(path: str) -> bool:
    return not is_url(path) and not Path(path).is_dir() and Path(path).suffix.lower() in SUFFIXES


def open_part(path: str) -> Store:
    """Open a store, or a file of ``SUFFIXES`` as a store in memory.

    Raises StoreError where there is no store, InputError where a file cannot be read.
    """
    if not _is_file(path):
        return open_store(path, read_only=True)
    file = Path(path)
    database = Embedded.in_memory(path)
    store = Store(database, read_only=False)
    try:
        if file.suffix.lower() in RECORDS:
            _add_records(store, file)
        else:
            _load(database, file)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: this is not UTF-8, and so no records of kg extract; write the file anew") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}; check the path") from error
    return store


def _load(database: Embedded, file: Path) -> None:
    suffix = file.suffix.lower()
    try:
        if suffix in QUADS:
            database.inner.bulk_load(path=file, format=QUADS[suffix])
        else:
            database.inner.bulk_load(path=file, format=TRIPLES[suffix], to_graph=NamedNode(BASE + "file"))
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{file}: this is no {suffix[1:]} that kg can read: {error}") from error


def _add_records(store: Store, file: Path) -> None:
    from kg.graph import schema

    store.replace_graph(ONTOLOGY, schema.quads())
    with file.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                store.add(_record(line, f"{file}:{number}"))


def _record(line: str, where: str) -> Record:
    try:
        told = json.loads(line)
        if isinstance(told, dict) and "text" in told and "schema" not in told:
            raise InputError(f"{where}: an article and no record; kg build reads articles")
        record = from_dict(Record, told)
    except TypeError as error:
        raise InputError(
            f"{where}: no record of kg extract: a field is missing or unknown; write the file anew"
        ) from error
    except (ValueError, AttributeError, KeyError) as error:
        raise InputError(f"{where}: no record of kg extract ({error}); mend the line or write the file anew") from error
    if record.schema != SCHEMA:
        raise StoreError(f"{where}: this record has schema {record.schema}, this kg knows {SCHEMA}")
    return record
