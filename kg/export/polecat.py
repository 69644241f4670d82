"""The table of POLECAT, 40 columns of PLOVER codes, TSV: one row an asserted incident.

Source: PLOVER manual and the POLECAT codebook.  ``Intensity``, ``Contexts``, titles and the Wikipedia ids are no part
of what kg reads and say None; COW are the abbreviations of the Correlates of War project, where the ontology has them.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg import __version__
from kg.export.reference import Reference
from kg.export.rows import Party, Row, Spot

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
#: quad classes: verbal and material cooperation, verbal and material conflict
_QUADS = {
    kind: quad
    for quad, kinds in enumerate(
        ("AGREE CONSULT SUPPORT CONCEDE", "COOPERATE AID RETREAT", "REQUEST ACCUSE REJECT THREATEN SANCTION",
         "PROTEST MOBILIZE COERCE ASSAULT"), 1
    )
    for kind in kinds.split()
}  # fmt: skip
#: feature codes of GeoNames
_FEATURES = {"settlement": "PPL", "admin1": "ADM1", "admin2": "ADM2", "country": "PCLI"}


def polecat(row: Row, known: Reference) -> tuple[object, ...] | str:
    """Return the cells of an incident, or why it has no row."""
    action = known.action(row.action)
    if action.plover is None:
        return "no event type of PLOVER"
    people = _joined(name for source in row.sources for name in source.people)
    bodies = _joined(name for source in row.sources for name in source.organisations)
    places = _joined(name for source in row.sources for name in source.locations)
    return (
        row.id.removeprefix("incident:"), row.start, action.plover, action.mode, None, _QUADS[action.plover], None,
        *_side(row.agents, known), *_side(row.targets, known), *_place(row.place), _joined(row.origins),
        next(iter(row.published), None), people, bodies, places, "English", __version__,
    )  # fmt: skip


def _side(parties: tuple[Party, ...], known: Reference) -> tuple[object, ...]:
    """Return name, country, COW, primary sector, sectors, title, raw name and Wikipedia id of a side."""
    people = [party for party in parties if party.human] or list(parties)
    countries = list(dict.fromkeys(party.country for party in people if party.country))
    cow = (country.cow for code in countries if (country := known.country(code)))
    sectors = list(dict.fromkeys(party.sector for party in people if party.sector))
    return (
        _joined(party.name for party in people), _joined(countries), _joined(cow), next(iter(sectors), None),
        _joined(sectors), None, _joined(party.words for party in people), None,
    )  # fmt: skip


def _place(spot: Spot | None) -> tuple[object, ...]:
    """Return name, city, district, province, country, degrees, GeoNames id, raw name and feature type."""
    if spot is None:
        return (None,) * 10
    kind = spot.precision
    return (
        spot.title, spot.town, spot.second_order, spot.first_order,
        spot.country, spot.latitude, spot.longitude,
        spot.geonames, spot.words, _FEATURES.get(kind or ""),
    )  # fmt: skip


def _joined(names: Iterable[str | None]) -> str | None:
    """Join values, each once, as the table does: ``; `` between them, None where there are none."""
    return "; ".join(dict.fromkeys(name for name in names if name)) or None
