"""Anything that holds articles, opened to be read: a store, or a file that kg wrote."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat

from kg.dicts import from_dict
from kg.errors import InputError, StoreError
from kg.graph import iris
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
_INCIDENT = re.compile(r'"incident": ?"([^"]+)"')


def check_part(path: str) -> None:
    """Raise what ``open_part`` raises where there is nothing at a path, without reading a file."""
    if not _is_file(path):
        open_store(path, read_only=True).close()
    elif not Path(path).is_file():
        raise InputError(f"{path}: there is no such file; check the path")


def _is_file(path: str) -> bool:
    if is_url(path) or Path(path).is_dir():
        return False
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES and Path(path).is_file():
        raise InputError(f"{path}: neither a store nor a file that holds a graph; name one of {', '.join(SUFFIXES)}")
    return suffix in SUFFIXES


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
    shared = _shared(file)
    with file.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                store.add(_with_own_incidents(_record(line, f"{file}:{number}"), shared))


def _shared(file: Path) -> frozenset[str]:
    """Return the incidents that several records of a file tell of, as those of ``kg export -f jsonl`` do."""
    seen: set[str] = set()
    shared: set[str] = set()
    with file.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            found = set(_INCIDENT.findall(line))
            shared |= found & seen
            seen |= found
    return frozenset(shared)


def _with_own_incidents(record: Record, shared: frozenset[str]) -> Record:
    """Give the happenings of an article ids of its own again: which articles tell of one is found out anew."""
    own: dict[str, list[str]] = defaultdict(list)
    for event in record.events:
        own[event.incident].append(f"incident:{iris.digest(record.document, event.id)}")
    names = {name: ids[0] for name, ids in own.items() if name in shared and name not in ids}
    events = (replace(event, incident=names.get(event.incident, event.incident)) for event in record.events)
    return replace(record, events=tuple(events)) if names else record


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
