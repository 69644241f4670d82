"""Usual English names of places, where the index has another one: ``ontology/place_names.toml``.

A table for each country (ISO 3166 alpha-3): GeoNames id, or the slug of a place without one, = name.
"""

from __future__ import annotations

from pathlib import Path

from kg.errors import OntologyError
from kg.linking.gazetteer import Gazetteer
from kg.ontology.turtle import line_of
from kg.ontology.vocabulary import read_toml


def name_places(gazetteer: Gazetteer, path: Path) -> None:
    """Read the file and name the places of the index."""
    tables: dict[str, dict[str, str]] = read_toml(path)
    rows = gazetteer.rows_of([int(key) for names in tables.values() for key in names if key.isdigit()])
    for country, names in tables.items():
        for key, name in names.items():
            row = rows.get(int(key)) if key.isdigit() else _row(gazetteer, key, country)
            if row is None or gazetteer[row].country != country:
                raise OntologyError(
                    f"{path.name}:{line_of(path, f'{key} ')}: the index has no place {key} in {country}"
                )
            gazetteer.call(row, name)


def _row(gazetteer: Gazetteer, slug: str, country: str) -> int | None:
    """The place of a slug: ``iqlim-kurdistan``."""
    found = (place for place, _ in gazetteer.find(slug))
    return next((place.row for place in found if place.id == f"place:{slug}-{country.lower()}"), None)
