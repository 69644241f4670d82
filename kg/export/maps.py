"""Incidents on a map: GeoJSON (RFC 7946) and KML 2.3 (OGC 12-007r2); those without coordinates are left out and noted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from kg.export.chosen import Chosen
from kg.export.incidents_table import cells
from kg.export.lines import LINE_ENDS
from kg.export.markup import holdable
from kg.export.reference import Reference
from kg.export.rows import Row
from kg.export.selection import acknowledgement

_GEOMETRY = frozenset({"latitude", "longitude", "incident"})


def _located(row: Row, known: Reference) -> Row | str:
    if row.place is None:
        return "no place"
    return row if row.place.located else "place without coordinates"


def geojson(chosen: Chosen) -> Iterator[str]:
    """Yield a FeatureCollection of points, one feature a line; its foreign member ``rights`` names whose data it holds."""
    yield '{"type": "FeatureCollection",\n'
    if words := acknowledgement(chosen.store):
        yield f'"rights": {json.dumps(words, ensure_ascii=False)},\n'
    yield '"features": ['
    separator = "\n"
    for row in chosen.table(_located, tells_status=True):
        yield separator + json.dumps(_feature(row, chosen.known), ensure_ascii=False).translate(LINE_ENDS)
        separator = ",\n"
    yield "\n]}\n"


def _feature(row: Row, known: Reference) -> dict[str, object]:
    place = row.place
    said = {
        name: value for name, value in cells(row, known).items() if name not in _GEOMETRY and value not in (None, [])
    }
    geometry = {"type": "Point", "coordinates": [place and place.longitude, place and place.latitude]}
    return {"type": "Feature", "id": row.id, "geometry": geometry, "properties": said}


def kml(chosen: Chosen) -> Iterator[str]:
    """Yield KML with a placemark an incident, its time as a TimeSpan; what is not asserted says so in its name."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
    yield "<name>Conflict events</name>\n"
    if words := acknowledgement(chosen.store):
        yield f"<description>{_text(words)}</description>\n"
    for row in chosen.table(_located, tells_status=True):
        yield _placemark(row, chosen.known)
    yield "</Document>\n</kml>\n"


def _placemark(row: Row, known: Reference) -> str:
    place = row.place
    name = row.label if row.status == "asserted" else f"{row.label} [{row.status}]"
    said = {column: value for column, value in cells(row, known).items() if value not in (None, [])}
    data = "".join(
        f"<Data name={quoteattr(column)}><value>{_text(_joined(value))}</value></Data>"
        for column, value in said.items()
        if column not in _GEOMETRY | {"notes", "label"}
    )
    return (
        f"<Placemark id={quoteattr(row.id.replace(':', '-'))}>\n<name>{_text(name)}</name>\n"
        f"<description>{_text(row.notes)}</description>\n{_span(row)}<ExtendedData>{data}</ExtendedData>\n"
        f"<Point><coordinates>{place and place.longitude},{place and place.latitude}</coordinates></Point>\n</Placemark>\n"
    )


def _span(row: Row) -> str:
    """Return when it was; nothing where no time is stated."""
    if row.start is None:
        return ""
    end = f"<end>{row.end}</end>" if row.end else ""
    return f"<TimeSpan><begin>{row.start}</begin>{end}</TimeSpan>\n"


def _joined(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(item or "" for item in value) if isinstance(value, list) else str(value)


def _text(words: str) -> str:
    return escape(holdable(words))
