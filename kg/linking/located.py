"""Words of a text with the place of the index that they stand for."""

from __future__ import annotations

from kg.linking.gazetteer import Gazetteer, Location
from kg.linking.place_relations import is_offset, relation
from kg.model import Place


def located(text: str, start: int, end: int, place: Location, gazetteer: Gazetteer) -> Place:
    """Tell from the words before it whether the event is in the place, near it or on the way to it."""
    words = relation(text, start)
    own = place.name if place.kind == "admin1" else None
    return Place(
        start=start,
        end=end,
        text=text[start:end],
        name=place.name,
        geonames=place.geonames,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        admin1=gazetteer[place.admin1].name if place.admin1 >= 0 else own,
        precision="region" if is_offset(words) else place.precision,
        relation=words,
        id=place.id,
        own_name=place.own,
    )
