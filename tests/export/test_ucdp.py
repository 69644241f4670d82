"""Rows as UCDP GED has them (codebook 24.1), and the cells of PRIO-GRID 2.0."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from kg.export.reference import Reference
from kg.export.rows import Shares
from kg.export.ucdp import COLUMNS, grid, ucdp


def coded(row: Any, known: Reference) -> dict[str, Any]:
    cells = ucdp(row, known)
    assert not isinstance(cells, str), cells
    return dict(zip(COLUMNS, cells, strict=True))


def test_there_are_the_49_columns() -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 49


def test_a_whole_row(made: SimpleNamespace, known: Reference) -> None:
    row = made.incident("ArmedClash", "front", "army", killed=(8, 9, 12), shares=Shares(agents=5, targets=3, unknown=1))
    cells = coded(row, known)
    assert isinstance(cells.pop("id"), int)
    empty = {name for name, value in cells.items() if value in ("", None)}
    assert empty == {
        "active_year", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id",
        "side_a_dset_id", "side_a_new_id", "side_b_dset_id", "side_b_new_id", "adm_2", "gwnob",
    }  # fmt: skip
    assert {name: value for name, value in cells.items() if name not in empty} == {
        "relid": "incident:1", "year": "2017", "code_status": "Check", "type_of_violence": 1,
        "dyad_name": "Government of Ormia - Northern Front", "side_a": "Government of Ormia", "side_b": "Northern Front",
        "number_of_sources": 1, "source_article": '"Lake Wire,2017-05-19,Clash in Lesk"', "source_office": "Lake Wire",
        "source_date": "2017-05-19", "source_headline": "Clash in Lesk", "source_original": "the army", "where_prec": 1,
        "where_coordinates": "Lesk", "where_description": "Lesk", "adm_1": "North Ormia", "latitude": 34.25,
        "longitude": 39.0, "geom_wkt": "POINT (39.0 34.25)", "priogrid_gid": 178999, "country": "Ormia",
        "country_id": "699", "region": "Middle East", "event_clarity": 1, "date_prec": 1, "date_start": "2017-05-18",
        "date_end": "2017-05-18", "deaths_a": 3, "deaths_b": 5, "deaths_civilians": 0, "deaths_unknown": 1, "best": 9,
        "high": 12, "low": 8, "gwnoa": "699",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("agents", "targets", "kind", "side_a", "side_b", "gwnoa", "gwnob"),
    [
        ("army", "front", 1, "Government of Ormia", "Northern Front", "699", None),
        ("rebels", "police", 1, "Government of Ormia", "rebels", "699", None),
        ("veland", "army", 1, "Government of Veland", "Government of Ormia", "399", "699"),
        ("front", "lake", 1, "Lake Coalition", "Northern Front", None, None),
        ("front", "league", 2, "Northern Front", "River League", None, None),
        ("army", "villagers", 3, "Government of Ormia", "Civilians", "699", ""),
        ("front", "minister teacher", 3, "Northern Front", "Civilians", None, ""),
        ("front", "villagers army", 1, "Government of Ormia", "Northern Front", "699", None),
    ],
)
def test_the_type_of_violence_follows_from_the_sides(
    made: SimpleNamespace, known: Reference, agents: str, targets: str, kind: int, side_a: str, side_b: str,
    gwnoa: str | None, gwnob: str | None,
) -> None:  # fmt: skip
    cells = coded(made.incident("Attack", agents, targets, killed=2), known)
    found = tuple(cells[name] for name in ("type_of_violence", "side_a", "side_b", "gwnoa", "gwnob"))
    assert found == (kind, side_a, side_b, gwnoa, gwnob)
    assert cells["dyad_name"] == f"{side_a} - {side_b}"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("at least 30 of the rebels", "rebels"),
        ("Two of their fighters", "fighters"),
        ("Tuareg separatists", "Tuareg separatists"),
    ],
)
def test_a_group_without_a_name_is_called_what_it_is(
    made: SimpleNamespace, known: Reference, words: str, name: str
) -> None:
    row = made.incident("Attack", "", "villagers", killed=2)
    rebels = replace(made.who.rebels, name=words, words=words, noun=words.split()[-1])
    assert coded(replace(row, agents=(rebels,)), known)["side_a"] == name


def test_the_dead_of_one_sided_violence_are_civilians_but_for_the_attackers(
    made: SimpleNamespace, known: Reference
) -> None:
    row = made.incident("Massacre", "front", "villagers", killed=14, shares=Shares(agents=2, civilians=9, unknown=3))
    cells = coded(row, known)
    assert [cells[f"deaths_{who}"] for who in ("a", "b", "civilians", "unknown")] == [2, 0, 12, 0]


def test_a_killing_of_a_named_person_is_lethal_without_a_figure(made: SimpleNamespace, known: Reference) -> None:
    cells = coded(made.incident("Assassination", "front", "minister"), known)
    assert (cells["low"], cells["best"], cells["high"], cells["deaths_civilians"]) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"killed": None}, "not lethal"),
        ({"start": None}, "no date"),
        ({"start": "1940-01-01", "end": "1949-12-31", "precision": "unknown"}, "date known less closely than the year"),
        ({"place": None}, "no place"),
        ({"agents": ""}, "who did it is not known"),
        ({"agents": "villagers"}, "no organised side"),
        ({"targets": "convoy"}, "against whom is not known"),
        ({"agents": "guard", "targets": "police"}, "both sides are the same"),
        ({"agents": "soldiers"}, "whose force it was is not known"),
        ({"targets": "soldiers"}, "whose force it was is not known"),
    ],
)
def test_what_has_no_row_says_why(made: SimpleNamespace, known: Reference, change: dict[str, Any], reason: str) -> None:
    given = {"action": "Attack", "agents": "front", "targets": "army", "killed": 3} | change
    assert ucdp(made.incident(**given), known) == reason


@pytest.mark.parametrize(
    ("start", "end", "precision", "code", "clarity"),
    [
        ("2017-05-18", "2017-05-18", "day", 1, 1),
        ("2017-05-16", "2017-05-18", "day", 2, 1),
        ("2017-05-15", "2017-05-21", "week", 3, 1),
        ("2017-05-01", "2017-05-31", "month", 4, 2),
        ("2017-06-01", "2017-08-31", "season", 5, 2),
        ("2016-01-01", "2016-12-31", "year", 5, 2),
    ],
)
def test_the_precision_of_dates(
    made: SimpleNamespace, known: Reference, start: str, end: str, precision: str, code: int, clarity: int
) -> None:
    row = made.incident("Attack", "front", "army", killed=1, start=start, end=end, precision=precision)
    cells = coded(row, known)
    assert (cells["date_prec"], cells["event_clarity"], cells["date_end"]) == (code, clarity, end)


@pytest.mark.parametrize(
    ("spot", "code"),
    [({}, 1), ({"precision": "point"}, 1), ({"relation": "near", "precision": "region"}, 2), ({"precision": "admin2"}, 3),
     ({"precision": "admin1"}, 4), ({"precision": "region"}, 5), ({"precision": "country"}, 6),
     ({"relation": "near", "precision": "admin1"}, 4)],
)  # fmt: skip
def test_the_precision_of_places(made: SimpleNamespace, known: Reference, spot: dict[str, Any], code: int) -> None:
    row = made.incident("Attack", "front", "army", killed=1, place=replace(made.lesk, **spot))
    assert coded(row, known)["where_prec"] == code


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"),
    [(-90.0, -180.0, 1), (-55.75, -69.25, 49182), (-55.51, -69.01, 49182), (89.9, 179.9, 259200), (90.0, 180.0, 259200),
     (0.0, 0.0, 129961), (-0.01, -0.01, 129240)],
)  # fmt: skip
def test_cells_count_from_the_south_west_corner(latitude: float, longitude: float, cell: int) -> None:
    assert grid(latitude, longitude) == cell


@pytest.mark.parametrize(
    ("code", "region"),
    [("2", "Americas"), ("200", "Europe"), ("399", "Europe"), ("625", "Africa"), ("630", "Middle East"),
     ("651", "Middle East"), ("652", "Middle East"), ("700", "Asia"), ("950", "Asia"), (None, "")],
)  # fmt: skip
def test_regions_go_by_the_numbers_of_gleditsch_and_ward(
    made: SimpleNamespace, known: Reference, code: str | None, region: str
) -> None:
    codes = replace(known, countries={**known.countries, "ORM": replace(known.countries["ORM"], gw=code)})
    assert coded(made.incident("Attack", "front", "army", killed=1), codes)["region"] == region


def test_the_coordinates_are_those_of_the_place_around_it(made: SimpleNamespace, known: Reference) -> None:
    spot = replace(made.lesk, name="Oru", words="Oru", within="Tarn province", precision="admin1")
    cells = coded(made.incident("ArmedClash", "front", "army", killed=3, place=spot), known)
    assert (cells["where_coordinates"], cells["where_description"], cells["where_prec"]) == ("Tarn province", "Oru", 4)


def test_a_place_is_described_by_words_that_name_it(made: SimpleNamespace, known: Reference) -> None:
    for words, wanted in (("the same city", "Lesk"), ("the village of Lesk", "the village of Lesk")):
        row = made.incident("ArmedClash", "front", "army", killed=3, place=replace(made.lesk, words=words))
        assert coded(row, known)["where_description"] == wanted
