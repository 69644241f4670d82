"""Where: boxes and circles as patterns over the points of places (WGS 84, degrees; kilometres by GeoSPARQL)."""

from __future__ import annotations

import re

from kg.graph.queries.patterns import ID, iri, labelled

_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,10})?")
#: what is meant as a number of degrees, also one that there is not
_FIGURES = re.compile(r"[+-]?[0-9.]+")
_LAT_LONG = re.compile(r"([^,]+),([^,]+)")
FARTHEST = 20_100.0  # half of the way around the earth


def box(value: str, latitude: str, longitude: str) -> str:
    """Match points in WEST,SOUTH,EAST,NORTH, borders included; a box with west > east crosses the antimeridian."""
    parts = value.split(",")
    if len(parts) != 4:
        raise ValueError(f"{value!r} is no box; write it as WEST,SOUTH,EAST,NORTH in degrees, such as 38,33,39.5,34")
    west, east = _degrees(parts[0], 180), _degrees(parts[2], 180)
    south, north = _degrees(parts[1], 90), _degrees(parts[3], 90)
    if south > north:
        raise ValueError(f"the box {value!r} has its south above its north; write it as WEST,SOUTH,EAST,NORTH")
    return _filter(south, north, west, east, latitude, longitude)


def _filter(south: float, north: float, west: float, east: float, latitude: str, longitude: str) -> str:
    both = "||" if west > east else "&&"
    across = f"({longitude} >= {_decimal(west)} {both} {longitude} <= {_decimal(east)})"
    return f"FILTER({latitude} >= {_decimal(south)} && {latitude} <= {_decimal(north)} && {across})"


def centre(value: str, variable: str) -> str:
    """Bind a point as WKT: LAT,LONG in degrees, or that of a place by id or name."""
    match = _LAT_LONG.fullmatch(value)
    if match and _FIGURES.fullmatch(match[1].strip()):
        latitude, longitude = _degrees(match[1], 90), _degrees(match[2], 180)
        return f'VALUES {variable} {{ "POINT({_decimal(longitude)} {_decimal(latitude)})"^^geo:wktLiteral }}'
    who = f"{variable}_named"
    named = f"VALUES {who} {{ {iri(value)} }}" if ID.fullmatch(value) else labelled(value, variable)
    where = f"{named} {who} wgs84:lat|kg:latitude {variable}_lat ; wgs84:long|kg:longitude {variable}_long"
    point = f'STRDT(CONCAT("POINT(", STR({variable}_long), " ", STR({variable}_lat), ")"), geo:wktLiteral)'
    return f"{{ SELECT DISTINCT ({point} AS {variable}) {{ {where} }} }}"


def within(value: str, variable: str) -> str:
    """Match distances up to so many kilometres."""
    if not re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,6})?", value) or float(value) > FARTHEST:
        raise ValueError(f"{value!r} is no number of kilometres, such as 50")
    return f"FILTER({variable} <= {value})"


def _degrees(text: str, most: int) -> float:
    text = text.strip()
    if not _NUMBER.fullmatch(text) or abs(float(text)) > most:
        raise ValueError(f"{text!r} is no number of degrees from -{most} to {most}")
    return float(text)


def _decimal(value: float) -> str:
    """Return a number as SPARQL writes it, without an exponent."""
    return f"{value:.10f}".rstrip("0").rstrip(".")
