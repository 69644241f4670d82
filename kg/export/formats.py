"""The table of formats, and how a file is written: whole or not at all."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TextIO

from pyoxigraph import Triple

from kg.errors import ExportError
from kg.export import acled, polecat, selection, ucdp
from kg.export.acled_events import joined
from kg.export.chosen import Chosen
from kg.export.delimited import csv_rows, tsv_rows
from kg.export.incidents_table import as_csv, as_parquet
from kg.export.jsonld import jsonld
from kg.export.lines import line
from kg.export.maps import geojson, kml
from kg.export.neo4j import neo4j
from kg.export.turtle import name, turtle
from kg.graph import iris
from kg.graph.incidents import identities
from kg.graph.store import Store
from kg.graph.vocabulary import PREFIXES
from kg.model import Record

Parts = Iterable[str] | Iterable[bytes]
Writer = Callable[[Chosen], Parts]
#: formats that are not text
BINARY = frozenset({"parquet"})
#: formats of several files, a folder or one .zip: writers of files by name
FOLDERS: Mapping[str, Callable[[Chosen], Mapping[str, Iterable[str]]]] = {"neo4j": neo4j}
#: formats that hold data of GeoNames and have no place to say so; a file of theirs gets one beside it that does
SILENT = frozenset({"csv", "jsonl", "acled", "ucdp-ged", "polecat", "hxl"})


def write(store: Store | Chosen, format: str, target: str | Path | TextIO) -> Chosen:  # noqa: A002
    """Write a store, or what is chosen of it, in a format of ``FORMATS`` to a file or an open text stream.

    A file is written as a temporary file, then renamed.  Returns what was chosen, with what the format left out.
    Raises ExportError for an unknown format, a stream that cannot take it, and where the file cannot be written.
    """
    chosen = store if isinstance(store, Chosen) else Chosen(store)
    if format not in FORMATS:
        raise ExportError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    if format in FOLDERS:
        if not isinstance(target, (str, Path)):
            raise ExportError(f"{format} is several files; write it to a folder or a .zip")
        save_folder(Path(target), FOLDERS[format](chosen))
        return chosen
    parts = FORMATS[format](chosen)
    if isinstance(target, (str, Path)):
        save(Path(target), parts)
        acknowledge(chosen.store, format, Path(target))
    else:
        for part in parts:
            if isinstance(part, bytes):
                raise ExportError(f"{format} is no text; write it to a file")
            target.write(part)
    return chosen


def acknowledge(store: Store, format: str, path: Path | None) -> str:  # noqa: A002
    """Return whose data a file holds that has no place to say so, and say it in one beside it; empty for all others."""
    words = selection.acknowledgement(store) if format in SILENT else ""
    if words and path is not None:
        save(path.with_name(f"{path.name}.RIGHTS.txt"), [words + "\n"])
    return words


def save_folder(path: Path, files: Mapping[str, Iterable[str]]) -> None:
    """Write text files into a folder, or into one .zip; each appears whole or not at all, the same bytes each time."""
    if path.suffix.lower() != ".zip":
        if path.exists() and not path.is_dir():
            raise ExportError(f"{path} is a file; name a folder or a .zip")
        for name, parts in files.items():
            save(path / name, parts)
        return
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, parts in files.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, "".join(parts))
    save(path, [target.getvalue()])


def save(path: Path, parts: Parts) -> None:
    """Write text (as UTF-8) or bytes to a file that appears whole or not at all; raise ExportError where that cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            for part in parts:
                file.write(part.encode() if isinstance(part, str) else part)
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


def _turtle(chosen: Chosen) -> Iterator[str]:
    return turtle(selection.triples(chosen))


def _trig(chosen: Chosen) -> Iterator[str]:
    graphs: dict[str, list[Triple]] = {}
    for quad in selection.quads(chosen):
        graphs.setdefault(str(quad.graph_name)[1:-1], []).append(quad.triple)
    yield "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    for graph in sorted(graphs):
        _, *blocks = turtle(graphs[graph])
        yield f"\n{name(graph)} {{\n" + "".join(blocks) + "}\n"


def _nquads(chosen: Chosen) -> Iterator[str]:
    for text in sorted({str(quad) for quad in chain(selection.quads(chosen), selection.records(chosen))}):
        yield text + " .\n"


def _jsonld(chosen: Chosen) -> Iterator[str]:
    return jsonld(selection.triples(chosen))


def _jsonl(chosen: Chosen) -> Iterator[str]:
    rights = selection.acknowledgement(chosen.store)
    for record in across(chosen.store, chosen.incidents):
        places = (*record.places, *(place for event in record.events for place in event.places))
        named = any(place.geonames is not None for place in places)
        yield line(record, rights=rights if named else "")


def _graphml(chosen: Chosen) -> Iterator[str]:
    from kg.export.networks import graphml

    return graphml(chosen)


def _gexf(chosen: Chosen) -> Iterator[str]:
    from kg.export.networks import gexf

    return gexf(chosen)


def _neo4j(chosen: Chosen) -> Iterator[str]:
    for parts in neo4j(chosen).values():
        yield from parts


def _acled(chosen: Chosen) -> Iterator[str]:
    return csv_rows([acled.COLUMNS, *chosen.table(acled.acled, joined=joined)])


def _hxl(chosen: Chosen) -> Iterator[str]:
    return csv_rows([acled.COLUMNS, acled.TAGS, *chosen.table(acled.acled, joined=joined)])


def _ucdp(chosen: Chosen) -> Iterator[str]:
    return csv_rows([ucdp.COLUMNS, *chosen.table(ucdp.ucdp)])


def _polecat(chosen: Chosen) -> Iterator[str]:
    return tsv_rows([polecat.COLUMNS, *chosen.table(polecat.polecat)])


def across(store: Store, wanted: Collection[str] | None = None) -> Iterator[Record]:
    """Yield the records with the incidents that articles share; with ``wanted`` only the events of these incidents."""
    shared = identities(store)
    for record in store.records():
        incidents = (shared.get(iris.compact(iris.event(event.id)), event.incident) for event in record.events)
        events = (replace(event, incident=incident) for event, incident in zip(record.events, incidents, strict=True))
        kept = tuple(event for event in events if wanted is None or event.incident in wanted)
        if wanted is None or kept:
            yield replace(record, events=kept)


#: name -> writer, in the order in which help lists them
FORMATS: Mapping[str, Writer] = {
    "ttl": _turtle,
    "trig": _trig,
    "nq": _nquads,
    "jsonld": _jsonld,
    "graphml": _graphml,
    "gexf": _gexf,
    "jsonl": _jsonl,
    "csv": as_csv,
    "parquet": as_parquet,
    "geojson": geojson,
    "kml": kml,
    "acled": _acled,
    "ucdp-ged": _ucdp,
    "polecat": _polecat,
    "hxl": _hxl,
    "neo4j": _neo4j,
}
