"""The place index: what a name can stand for, what lies in what, and how far apart places are.

``data/gazetteer.npz`` (written by :mod:`kg.linking.compile_gazetteer`) holds countries, subdivisions, populated places,
airports and air bases; ``ontology/places.ttl`` and ``ontology/place_names.toml`` are read beside it at every start, so that
they can be edited without compiling.
Contains information from GeoNames (https://www.geonames.org/), CC BY 4.0.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import numpy as np

from kg.linking.placenames import key, unmarked
from kg.linking.string_block import Texts

PATH = Path(__file__).parent / "data" / "gazetteer.npz"
#: kinds of places, the order is that of the numbers in the index
KINDS = ("country", "admin1", "admin2", "city", "airport", "base", "point", "region")
PRECISION = {"country": "country", "admin1": "admin1", "admin2": "admin2", "city": "settlement", "region": "region"}
ALTERNATE = 1 << 31
UNKNOWN = -1000 * 10_000
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Location:
    """A place of the index; ``size`` is log10 of the population (of an unpeopled place: how well known it is).

    ``admin1`` and ``admin2`` are row numbers of the subdivisions it lies in, -1 for none.  ``countries`` has several
    codes for a region across borders.  ``known``: named in ``places.ttl``, the usual sense of its names in news.
    ``name`` is the usual English one, ``own`` that of the index where it is another.
    """

    row: int
    id: str
    name: str
    kind: str
    feature: str
    countries: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    admin1: int
    admin2: int
    size: float
    geonames: int | None
    known: bool = False
    own: str | None = None

    @property
    def country(self) -> str | None:
        """The country, unless it lies in several or none."""
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def precision(self) -> str:
        """The precision that records show."""
        return PRECISION.get(self.kind, "point")


def haversine(latitude1: float, longitude1: float, latitude2: float, longitude2: float) -> float:
    """Great-circle distance in kilometres (mean Earth radius 6371 km)."""
    a, b, c, d = map(radians, (latitude1, longitude1, latitude2, longitude2))
    x = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(x)))


def slug(text: str) -> str:
    """ASCII letters and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", key(text)).strip("-")


class Gazetteer:
    """Look-ups over the compiled index and the places of the ontology."""

    def __init__(self, path: Path = PATH) -> None:
        with np.load(path) as data:
            columns = {name: data[name] for name in data.files}
        self._names, self._keys = Texts(columns["names"]), Texts(columns["keys"])
        self._codes = columns["codes"].tobytes().decode().split("\n")
        self._postings = columns["postings"]
        self._bounds = array("I", np.append([0], np.cumsum(columns["posting_counts"])).astype(np.uint32).tobytes())
        self._columns = columns
        self._capitals = frozenset(columns["capitals"].tolist())
        self._cache: dict[int, Location] = {}
        self._found: dict[str, tuple[tuple[Location, bool], ...]] = {}
        self._added: dict[str, list[tuple[int, bool]]] = {}
        self._dropped: set[tuple[str, int]] = set()
        self._usual: dict[int, str] = {}
        self.acronyms: frozenset[str] = frozenset()
        nations = range(int(np.searchsorted(columns["kinds"], 1)))
        self._nations = {self._codes[columns["countries"][row]]: row for row in nations}

    def __len__(self) -> int:
        return len(self._names)

    def add(self, location: Location, names: dict[str, bool]) -> None:
        """Put a place beside the compiled ones, or in the stead of the one with its row; names → only alternate."""
        self._cache[location.row] = location
        for name, alternate in names.items():
            self._added.setdefault(key(name), []).append((location.row, alternate))
        self.acronyms |= {name for name in names if name.isupper() and len(name) <= 6}
        self._found.clear()

    def call(self, row: int, name: str) -> None:
        """Give a place of the index its usual English name; "Damascus" is first the town and only then the area around it."""
        self._usual[row] = name
        self._cache.pop(row, None)
        self._added.setdefault(key(name), []).append((row, self[row].kind != "city"))
        self._found.pop(key(name), None)

    def drop(self, row: int, name: str) -> None:
        """Take a name from a place of the index."""
        self._dropped.add((key(name), row))
        self._found.clear()

    def rows_of(self, geonames: list[int]) -> dict[int, int]:
        """Row numbers of GeoNames ids."""
        column = self._columns["geonames"]
        return {
            int(column[row]): int(row)
            for row in np.flatnonzero(np.isin(column, np.array(geonames, np.uint32)))
            if column[row]
        }

    def __getitem__(self, row: int) -> Location:
        found = self._cache.get(row)
        if found is None:
            found = self._cache[row] = self._location(row)
        return found

    def _location(self, row: int) -> Location:
        c = self._columns
        latitude, longitude = int(c["degrees"][2 * row]), int(c["degrees"][2 * row + 1])
        code, kind, geonames = self._codes[c["countries"][row]], KINDS[c["kinds"][row]], int(c["geonames"][row])
        known, own = latitude != UNKNOWN, self._names[row]
        name = self._usual.get(row) or unmarked(own, code)
        return Location(
            row=row,
            id=f"place:gn-{geonames}" if geonames else f"place:{slug(own)}-{code.lower()}",
            name=name,
            kind=kind,
            feature="capital" if row in self._capitals else kind,
            countries=(code,) if code else (),
            latitude=latitude / 1e4 if known else None,
            longitude=longitude / 1e4 if known else None,
            admin1=int(c["admin1"][row]),
            admin2=int(c["admin2"][row]),
            size=float(c["sizes"][row]) / 20 if geonames else 3.0,
            geonames=geonames or None,
            own=None if own == name else own,
        )

    def find(self, name: str) -> tuple[tuple[Location, bool], ...]:
        """All places of a name, each with whether the name is only an alternate one; the largest first."""
        folded = key(name)
        found = self._found.get(folded)
        if found is None:
            found = self._found[folded] = self._find(folded)
        return found

    def _find(self, folded: str) -> tuple[tuple[Location, bool], ...]:
        rows: dict[int, bool] = {}
        position = self._keys.find(folded)
        if position >= 0:
            for posting in self._postings[self._bounds[position] : self._bounds[position + 1]].tolist():
                rows[posting & ~ALTERNATE] = bool(posting & ALTERNATE)
        for row, alternate in self._added.get(folded, ()):
            rows[row] = rows.get(row, True) and alternate
        places = [(self[row], alternate) for row, alternate in rows.items() if (folded, row) not in self._dropped]
        return tuple(sorted(places, key=lambda p: (-p[0].size + p[1], p[0].row)))

    def __contains__(self, name: str) -> bool:
        return bool(self.find(name))

    def nation(self, code: str) -> Location | None:
        """The country of an ISO 3166 alpha-3 code."""
        row = self._nations.get(code)
        return None if row is None else self[row]

    def capital(self, code: str) -> Location | None:
        """The capital of a country, the larger one of two."""
        found = (self[row] for row in self._capitals)
        return max((p for p in found if p.country == code), key=lambda p: (p.size, -p.row), default=None)

    def parent(self, place: Location) -> Location | None:
        """The smallest area of the index in which a place lies."""
        for row in (place.admin2, place.admin1):
            if row >= 0:
                return self[row]
        return self.nation(place.country) if place.country and place.kind != "country" else None

    def within(self, inner: Location, outer: Location) -> bool:
        """Whether a place lies in (or is) another; regions across borders hold the countries they name."""
        if inner.row == outer.row:
            return True
        if outer.kind == "country":
            return bool(inner.countries) and set(inner.countries) <= set(outer.countries)
        return outer.row in (inner.admin1, inner.admin2)

    def distance(self, one: Location, other: Location) -> float | None:
        """Kilometres between two points, None if one has no coordinates."""
        if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
            return None
        return haversine(one.latitude, one.longitude, other.latitude, other.longitude)


@cache
def load(folder: Path | None = None) -> Gazetteer:
    """Open the index with the places of an ontology folder (once for each folder)."""
    from kg.linking.places_ontology import add_places
    from kg.linking.usual_names import name_places
    from kg.ontology import folder as ontology_folder

    gazetteer, root = Gazetteer(), folder or ontology_folder()
    if (root / "place_names.toml").is_file():
        name_places(gazetteer, root / "place_names.toml")
    if (root / "places.ttl").is_file():
        add_places(gazetteer, root / "places.ttl")
    return gazetteer
