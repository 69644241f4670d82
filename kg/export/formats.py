"""The table of formats, and how a file is written: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from pyoxigraph import Triple

from kg.errors import ExportError
from kg.export import selection
from kg.export.jsonld import jsonld
from kg.export.lines import line
from kg.export.turtle import name, turtle
from kg.graph import iris
from kg.graph.incidents import identities
from kg.graph.store import Store
from kg.graph.vocabulary import PREFIXES
from kg.model import Record

Writer = Callable[[Store], Iterable[str]]


def write(store: Store, format: str, target: str | Path | TextIO) -> None:  # noqa: A002
    """Write a store in a format of ``FORMATS`` to a file (temporary file, then renamed) or an open text stream.

    Raises ExportError for an unknown format and where the file cannot be written.
    """
    if format not in FORMATS:
        raise ExportError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    parts = FORMATS[format](store)
    if isinstance(target, (str, Path)):
        save(Path(target), parts)
    else:
        for part in parts:
            target.write(part)


def save(path: Path, parts: Iterable[str]) -> None:
    """Write text to a file that appears whole or not at all; raise ExportError where that cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            for part in parts:
                file.write(part)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        Path(temporary).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _turtle(store: Store) -> Iterator[str]:
    return turtle(selection.triples(store))


def _trig(store: Store) -> Iterator[str]:
    graphs: dict[str, list[Triple]] = {}
    for quad in selection.quads(store):
        graphs.setdefault(str(quad.graph_name)[1:-1], []).append(Triple(quad.subject, quad.predicate, quad.object))
    yield "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    for graph in sorted(graphs):
        _, *blocks = turtle(graphs[graph])
        yield f"\n{name(graph)} {{\n" + "".join(blocks) + "}\n"


def _nquads(store: Store) -> Iterator[str]:
    for text in sorted({str(quad) for quad in selection.quads(store)}):
        yield text + " .\n"


def _jsonld(store: Store) -> Iterator[str]:
    return jsonld(selection.triples(store))


def _jsonl(store: Store) -> Iterator[str]:
    return (line(record) for record in across(store))


def _graphml(store: Store) -> Iterator[str]:
    from kg.export.networks import graphml

    return graphml(store)


def _gexf(store: Store) -> Iterator[str]:
    from kg.export.networks import gexf

    return gexf(store)


def across(store: Store) -> Iterator[Record]:
    """Yield the records with the incidents that articles share."""
    shared = identities(store)
    for record in store.records():
        incidents = (shared.get(iris.compact(iris.event(event.id)), event.incident) for event in record.events)
        events = (replace(event, incident=incident) for event, incident in zip(record.events, incidents, strict=True))
        yield replace(record, events=tuple(events))


#: name -> writer, in the order in which help lists them
FORMATS: Mapping[str, Writer] = {
    "ttl": _turtle,
    "trig": _trig,
    "nq": _nquads,
    "jsonld": _jsonld,
    "graphml": _graphml,
    "gexf": _gexf,
    "jsonl": _jsonl,
}
