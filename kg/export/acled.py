"""The table of ACLED, 31 columns, and HXL, the same with tags in a second row.

Source: ACLED codebook (2023): event and sub-event types, actors, interaction, civilian targeting, precision.  What kg
cannot know is left empty: ``source_scale``, ``timestamp``, ``admin3``, and ``fatalities`` where people were killed and
no source says how many.  Incidents that ACLED counts as one event are one row.  A day that is known by its week or
month alone is the middle of it, as the codebook has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.export.acled_events import sources, whole
from kg.export.acled_types import Coded, coded, event_type
from kg.export.identifiers import number
from kg.export.reference import Reference
from kg.export.rows import Row, Spot
from kg.export.sides import INTERS, Member
from kg.export.tolls import LETHAL, killed

COLUMNS = tuple(
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp".split()
)
_HXL = {
    "event_id_cnty": "#event+code", "event_date": "#date+occurred", "year": "#date+year", "event_type": "#event+type",
    "actor1": "#group+name+first", "assoc_actor_1": "#group+name+first+assoc", "actor2": "#group+name+second",
    "assoc_actor_2": "#group+name+second+assoc", "region": "#region+name", "country": "#country+name",
    "admin1": "#adm1+name", "admin2": "#adm2+name", "admin3": "#adm3+name", "location": "#loc+name",
    "latitude": "#geo+lat", "longitude": "#geo+lon", "source": "#meta+source", "notes": "#description",
    "fatalities": "#affected+killed", "iso": "#country+code",
}  # fmt: skip
#: the second row of HXL; columns without a tag have an empty one
TAGS = tuple(_HXL.get(column, "") for column in COLUMNS)
_TIME = {"day": 1, "week": 2, "month": 3}
_PLACE = {"point": 1, "settlement": 1, "admin2": 2, "admin1": 3, "region": 3}


def acled(row: Row, known: Reference) -> tuple[object, ...] | str:
    """Return the cells of an incident, or why it has no row."""
    if row.row_of is not None:
        return "in the row of another incident"
    if event_type(row, known) is None:
        return "no event type of ACLED"
    if not row.start:
        return "no date"
    if (precision := time_precision(row)) is None:
        return "date known less closely than the month"
    spot = row.place
    if spot is None:
        return "no place"
    if not spot.located:
        return "place without coordinates"
    if spot.precision not in _PLACE:
        return "place known as a country only" if spot.precision == "country" else "place without coordinates"
    if spot.country is None:
        return "place of no one country"
    code = coded(row, known)
    if isinstance(code, str):
        return code
    row = replace(row, sources=sources(row))
    return _cells(row, spot, whole(row, code, known), event_date(row), precision, known)


def _cells(row: Row, spot: Spot, code: Coded, day: str, precision: int, known: Reference) -> tuple[object, ...]:
    country = known.country(spot.country)
    first, second = code.first, code.second
    return (
        (spot.country or "") + str(number(row.id)), day, day[:4], precision, code.disorder, code.event, code.sub,
        *_actor(first), *_actor(second), _interaction(first, second), "Civilian targeting" if code.civilians else "",
        country and country.numeric and int(country.numeric), country and country.region, country and country.name,
        spot.first_order, spot.second_order, "", spot.title, spot.latitude, spot.longitude, _geo_precision(spot),
        "; ".join(row.origins), "", row.notes, _fatalities(row), code.tags, "",
    )  # fmt: skip


def _geo_precision(spot: Spot) -> int:
    """Return 1 for a place itself, 2 for near it or a small part of a region, 3 for a region."""
    return 2 if spot.near else _PLACE[spot.precision or ""]


def _actor(side: Sequence[Member]) -> tuple[str, str, str]:
    """Return name, associated actors and class of a side: its first member leads."""
    if not side:
        return "", "", ""
    lead, *others = side
    names = [lead.also, *(name for each in others for name in (each.name, each.also))]
    return lead.name, "; ".join(dict.fromkeys(name for name in names if name and name != lead.name)), lead.inter


def _interaction(first: Sequence[Member], second: Sequence[Member]) -> str:
    sides = sorted((side[0].inter for side in (first, second) if side), key=INTERS.index)
    return "-".join(sides) if len(sides) == 2 else "".join(f"{side} only" for side in sides)


def _fatalities(row: Row) -> int | None:
    """Return how many died; where parts of an event differ, the most, as each may tell of the same dead."""
    figures = [_died(part) for part in (row, *row.beside)]
    return max((figure for figure in figures if figure), default=None if None in figures else 0)


def _died(row: Row) -> int | None:
    toll = killed(row)
    if toll:
        return toll.best
    return None if row.action in LETHAL else 0


def time_precision(row: Row) -> int | None:
    """Return 1 for a day, 2 for a week, 3 for a month; None for what is vaguer."""
    if row.precision in _TIME and row.start and row.end and row.start != row.end:
        days = (date.fromisoformat(row.end) - date.fromisoformat(row.start)).days
        return max(_TIME[row.precision], 2) if days < 8 else 3 if days < 32 else None
    return _TIME.get(row.precision)


def event_date(row: Row) -> str:
    """Return the day, or the middle of the period in which it was."""
    start = date.fromisoformat(str(row.start))
    end = date.fromisoformat(row.end) if row.end else start
    return (start + timedelta(days=max((end - start).days, 0) // 2)).isoformat()
