"""Places of ``ontology/places.ttl``, put beside the compiled index.

An entry with ``kg:geonames`` adds its labels (and, where given, its point) to that place of the index, and takes those
that are ``kg:notLabel`` from it; a ``kg:CountryTerritory`` does so for the country of its ``kg:country``; any other entry
is a place of its own.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.errors import OntologyError
from kg.linking.gazetteer import Gazetteer, Location
from kg.ontology.turtle import Table, line_of, table

#: classes → (kind in the index, how well known such a place is, as log10 of an equivalent population)
CLASSES = {
    "kg:Region": ("region", 5.5),
    "kg:CountryTerritory": ("country", 6.0),
    "kg:AdministrativeArea": ("admin1", 5.5),
    "kg:Settlement": ("city", 4.0),
    "kg:Neighbourhood": ("point", 4.0),
    "kg:Front": ("region", 5.0),
    "kg:NaturalFeature": ("region", 5.5),
    "kg:Airbase": ("base", 4.0),
    "kg:MilitaryBase": ("base", 4.0),
    "kg:Airport": ("airport", 4.0),
}
FACILITY = ("point", 4.0)


def add_places(gazetteer: Gazetteer, path: Path) -> None:
    """Read the file and put its entries into the index."""
    entries: Table = {subject: p for subject, p in table(path).items() if subject.startswith("place:")}
    numbers = [int(p["kg:geonames"][0]) for p in entries.values() if "kg:geonames" in p]
    rows = gazetteer.rows_of(numbers)
    for count, (subject, properties) in enumerate(entries.items()):
        row = _row(subject, properties, rows, gazetteer, path)
        place = (
            _location(subject, properties, len(gazetteer) + count)
            if row is None
            else _amended(gazetteer[row], properties)
        )
        names = dict.fromkeys([*properties.get("skos:prefLabel", []), *properties.get("skos:altLabel", [])], False)
        gazetteer.add(_subdivided(place, properties, gazetteer), names)
        for name in properties.get("kg:notLabel", []):
            gazetteer.drop(place.row, name)


def _row(
    subject: str, properties: dict[str, list[str]], rows: dict[int, int], gazetteer: Gazetteer, path: Path
) -> int | None:
    if "kg:geonames" in properties:
        number = int(properties["kg:geonames"][0])
        if number not in rows:
            line = line_of(path, f"{subject} ")
            raise OntologyError(
                f"{path.name}:{line}: {subject} has GeoNames id {number}, which the index lacks; give coordinates"
            )
        return rows[number]
    if "kg:CountryTerritory" in properties.get("rdf:type", []) and "kg:country" in properties:
        nation = gazetteer.nation(properties["kg:country"][0])
        return nation.row if nation else None
    return None


def _point(properties: dict[str, list[str]]) -> tuple[float | None, float | None]:
    latitude, longitude = properties.get("kg:latitude"), properties.get("kg:longitude")
    return (float(latitude[0]), float(longitude[0])) if latitude and longitude else (None, None)


def _location(subject: str, properties: dict[str, list[str]], row: int) -> Location:
    kinds = [k for k in properties.get("rdf:type", []) if k.startswith("kg:")]
    kind, size = CLASSES.get(kinds[0], FACILITY) if kinds else FACILITY
    latitude, longitude = _point(properties)
    return Location(
        row=row,
        id=subject,
        name=properties.get("skos:prefLabel", [subject])[0],
        kind={"admin1": "admin1", "settlement": "city", "region": "region", "admin2": "admin2"}.get(
            properties.get("kg:precision", [""])[0], kind
        ),
        feature=kinds[0].removeprefix("kg:") if kinds else "Place",
        countries=tuple(sorted(properties.get("kg:country", []))),
        latitude=latitude,
        longitude=longitude,
        admin1=-1,
        admin2=-1,
        size=size,
        geonames=None,
        known=True,
    )


def _amended(place: Location, properties: dict[str, list[str]]) -> Location:
    latitude, longitude = _point(properties)
    kinds = [k for k in properties.get("rdf:type", []) if k in CLASSES]
    size = max([place.size, *(CLASSES[k][1] for k in kinds)])
    own, name = place.own or place.name, properties.get("skos:prefLabel", [place.name])[0]
    amended = replace(place, name=name, own=None if own == name else own, size=size, known=True)
    return amended if latitude is None else replace(amended, latitude=latitude, longitude=longitude)


def _subdivided(place: Location, properties: dict[str, list[str]], gazetteer: Gazetteer) -> Location:
    """Resolve ``kg:admin1``, a name, within the country of the place."""
    for name in properties.get("kg:admin1", []):
        for other, _ in gazetteer.find(name):
            if other.kind == "admin1" and other.country == place.country:
                return replace(place, admin1=other.row)
    return place
