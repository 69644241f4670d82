"""Rows as POLECAT has them."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from kg import __version__
from kg.export.polecat import COLUMNS, polecat
from kg.export.reference import Reference


def coded(row: Any, known: Reference) -> dict[str, Any]:
    cells = polecat(row, known)
    assert not isinstance(cells, str), cells
    return dict(zip(COLUMNS, cells, strict=True))


def test_there_are_the_40_columns() -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 40


def test_a_whole_row(made: SimpleNamespace, known: Reference) -> None:
    source = replace(made.source, people=("Dara Venn",), locations=("Lesk", "Tarn"))
    row = made.incident("Airstrike", "veland lake", "rebels mill", sources=(source,))
    cells = coded(row, known)
    assert {name: value for name, value in cells.items() if value not in (None, "")} == {
        "Event ID": "1", "Event Date": "2017-05-18", "Event Type": "ASSAULT", "Event Mode": "aerial", "Quad Code": 4,
        "Actor Name": "Velandic Army; Lake Coalition", "Actor Country": "VEL", "Actor COW": "VEL",
        "Primary Actor Sector": "MIL", "Actor Sectors": "MIL", "Actor Name Raw": "Velandic Army; Lake Coalition",
        "Recipient Name": "rebels", "Primary Recipient Sector": "REB", "Recipient Sectors": "REB",
        "Recipient Name Raw": "rebels", "Placename": "Lesk", "City": "Lesk", "Province": "North Ormia", "Country": "ORM",
        "Latitude": 34.25, "Longitude": 39.0, "GeoNames ID": 4711, "Raw Placename": "Lesk", "Feature Type": "PPL",
        "Source": "Lake Wire", "Publication Date": "2017-05-19", "Story People": "Dara Venn",
        "Story Locations": "Lesk; Tarn", "Language": "English", "Version": __version__,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("action", "plover", "quad"),
    [("Agreement", "AGREE", 1), ("Meeting", "CONSULT", 1), ("Endorsement", "SUPPORT", 1), ("MilitaryCooperation", "COOPERATE", 2),
     ("HumanitarianAid", "AID", 2), ("Withdrawal", "RETREAT", 2), ("Demand", "REQUEST", 3), ("Accusation", "ACCUSE", 3),
     ("Rejection", "REJECT", 3), ("Threat", "THREATEN", 3), ("Sanction", "SANCTION", 3), ("Protest", "PROTEST", 4),
     ("Deployment", "MOBILIZE", 4), ("Arrest", "COERCE", 4), ("Killing", "ASSAULT", 4)],
)  # fmt: skip
def test_types_and_quads_are_those_of_plover(
    made: SimpleNamespace, known: Reference, action: str, plover: str, quad: int
) -> None:
    cells = coded(made.incident(action, "army", "front"), known)
    assert (cells["Event Type"], cells["Quad Code"]) == (plover, quad)


def test_an_incident_without_day_and_place_has_a_row_too(made: SimpleNamespace, known: Reference) -> None:
    cells = coded(made.incident("Meeting", "vel", "", start=None, place=None), known)
    assert (cells["Event Date"], cells["Placename"], cells["Recipient Name"]) == (None, None, None)


def test_a_hotel_is_in_the_city_that_it_lies_in(made: SimpleNamespace, known: Reference) -> None:
    spot = replace(made.lesk, name="Oru Hotel", within="Lesk", geonames=None)
    cells = coded(made.incident("Airstrike", "veland", "rebels", place=spot), known)
    assert (cells["Placename"], cells["City"]) == ("Oru Hotel", "Lesk")
    district = coded(made.incident("Airstrike", "veland", "rebels", place=replace(spot, precision="admin2")), known)
    assert (district["City"], district["District"]) == (None, "Lesk")
