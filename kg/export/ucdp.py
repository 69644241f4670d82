"""The table of the UCDP Georeferenced Event Dataset, 49 columns: lethal violence between organised actors or on civilians.

Sources: UCDP GED codebook 24.1 (type of violence, precision of place and date, clarity); PRIO-GRID codebook 2.0 for
the cell (Tollefsen, Strand and Buhaug 2012).  The numbers that UCDP gives to conflicts, dyads and sides are its own
and stay empty, as does ``active_year``, which rests on all deaths of a year; the name of a state-based conflict too.
"""

from __future__ import annotations

import math
import re
from datetime import date

from kg.export.identifiers import number
from kg.export.reference import Country, Reference
from kg.export.rows import Row, Shares, Spot
from kg.export.sides import FIGHTERS, Member, civilian, member, ranked, victims
from kg.export.tolls import killed

COLUMNS = tuple(
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id "
    "dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources "
    "source_article source_office source_date source_headline source_original where_prec where_coordinates "
    "where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity "
    "date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob".split()
)
_PLACE = {"point": 1, "settlement": 1, "admin2": 3, "admin1": 4, "region": 5, "country": 6}
_NEAR = 2
#: Gleditsch-Ward numbers go by region: first number of each
_REGIONS = ((700, "Asia"), (630, "Middle East"), (400, "Africa"), (200, "Europe"), (2, "Americas"))
_EGYPT = 651
#: what tells how many they are, and not who: *at least 30 of the*
_AMOUNT = re.compile(
    r"^(?:(?:\d[\d,.]*|the|an?|some|about|around|approximately|at least|up to|more than|over|or|and|of|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|dozens?|scores?|several|many|few|hundreds?|thousands?|his|her|its|their|both|other|"
    r"another)\s+)+",
    re.IGNORECASE,
)


def ucdp(row: Row, known: Reference) -> tuple[object, ...] | str:
    """Return the cells of an incident, or why it has no row."""
    toll = killed(row)
    if toll is None or toll.best < 1:
        return "not lethal"
    if not row.start:
        return "no date"
    precision = date_precision(row)
    if precision is None:
        return "date known less closely than the year"
    if row.place is None:
        return "no place"
    if not row.place.located:
        return "place without coordinates"
    if row.place.country is None:
        return "place of no one country"
    sides = _sides(row, known)
    return sides if isinstance(sides, str) else _cells(row, row.place, sides, precision, known)


def _cells(
    row: Row, spot: Spot, sides: tuple[int, Member, Member, bool], precision: int, known: Reference
) -> tuple[object, ...]:
    kind, one, other, turned = sides
    toll = killed(row)
    names = _side(one, known), "Civilians" if kind == 3 else _side(other, known)
    dyad, country = " - ".join(names), known.country(spot.country)
    first, *_ = row.sources
    return (
        number(row.id), row.id, str(row.start)[:4], "", "Check", kind, "", "", dyad if kind > 1 else "", "", "", dyad,
        "", "", names[0], "", "", names[1], row.reports, _articles(row), "; ".join(row.origins),
        "; ".join(row.published), first.title, "; ".join(row.claimants), _where(spot), spot.within or spot.title,
        _described(spot), spot.first_order, spot.second_order, spot.latitude, spot.longitude,
        f"POINT ({spot.longitude} {spot.latitude})", grid(float(spot.latitude or 0), float(spot.longitude or 0)),
        country and country.name, country and country.gw, _region(country), 1 if precision <= 3 else 2, precision,
        row.start, row.end or row.start, *_deaths(row, kind, turned=turned), toll and toll.best,
        toll and toll.high, toll and toll.low, _gw(one, known), _gw(other, known) if kind != 3 else "",
    )  # fmt: skip


def _sides(row: Row, known: Reference) -> tuple[int, Member, Member, bool] | str:
    """Return type of violence, side a, side b, and whether the targets are side a; a reason where it has no type."""
    agents = ranked(member(party, row, known, acting=True) for party in row.agents)
    targets = ranked(
        civilian(party, row, known)
        if party in row.hurt and party.kind is None
        else member(party, row, known, acting=False)
        for party in victims(row)
    )
    if not targets and row.reciprocal:
        agents, targets = agents[:1], agents[1:]
    fighters, opponents = (tuple(each for each in side if each.inter in FIGHTERS) for side in (agents, targets))
    if not fighters:
        return "who did it is not known" if not agents else "no organised side"
    one, other = fighters[0], (opponents or targets or (None,))[0]
    if other is None:
        return "against whom is not known"
    if any(side.inter == "State forces" and side.state is None for side in (one, other)):
        return "whose force it was is not known"
    if not opponents:
        return 3, one, other, False
    if _side(one, known) == _side(other, known):
        return "both sides are the same"
    if not (_of_state(one) or _of_state(other)):
        return 2, one, other, False
    return (1, one, other, False) if _of_state(one) else (1, other, one, True)


def _of_state(side: Member) -> bool:
    return side.state is not None or side.inter == "State forces" or bool(side.party and side.party.kind == "Coalition")


def _side(side: Member, known: Reference) -> str:
    """Return the name: of a force that of its government, of a group its own or the words of the text."""
    country = known.country(side.state)
    if country:
        return f"Government of {country.name}"
    if side.party is None or not side.name.startswith("Unidentified"):
        return side.name
    return _AMOUNT.sub("", side.party.name) or side.party.name


def _gw(side: Member, known: Reference) -> str | None:
    country = known.country(side.state)
    return country.gw if country else None


def _deaths(row: Row, kind: int, *, turned: bool) -> tuple[int, int, int, int]:
    """Return the dead of side a, side b, civilians, unknown; in one-sided violence all but the attackers are civilians."""
    shares = row.shares if row.toll("killed") else Shares(targets=len(row.targets))
    if kind == 3:
        return shares.agents, 0, shares.targets + shares.civilians + shares.unknown, 0
    first, second = (shares.targets, shares.agents) if turned else (shares.agents, shares.targets)
    return first, second, shares.civilians, shares.unknown


def _articles(row: Row) -> str:
    each = ((source.outlet or source.document, source.published, source.title) for source in row.sources)
    return ";".join('"' + ",".join(part.replace('"', "'") for part in parts if part) + '"' for parts in each)


def _where(spot: Spot) -> int:
    precision = _PLACE.get(spot.precision or "", 5)
    return _NEAR if spot.near and precision in (1, 5) else precision


def _described(spot: Spot) -> str:
    """Return the words of the text for a place; its name where they name none: *the same city*."""
    return spot.title if spot.words.islower() else spot.words


def _region(country: Country | None) -> str:
    if country is None or not country.gw:
        return ""
    code = int(country.gw)
    return "Middle East" if code == _EGYPT else next(name for start, name in _REGIONS if code >= start)


def grid(latitude: float, longitude: float) -> int:
    """Return the number of the PRIO-GRID cell, half a degree square, counted by rows from the south-west corner."""
    row = min(math.floor((latitude + 90) * 2), 359)
    column = min(math.floor((longitude + 180) * 2), 719)
    return row * 720 + column + 1


def date_precision(row: Row) -> int | None:
    """Return 1 for a day, 2 for 2 to 6 days, 3 for a week, 4 for a month, 5 for up to a year."""
    start = date.fromisoformat(str(row.start))
    days = (date.fromisoformat(row.end or str(row.start)) - start).days + 1
    stated = {"week": 3, "month": 4, "season": 5, "year": 5}.get(row.precision, 1)
    spread = next((code for most, code in ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5)) if days <= most), None)
    return None if spread is None else max(stated, spread)
