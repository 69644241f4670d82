"""Days, places and happenings of plain articles: what protests are against, records, deeds of long ago, far towns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import kg
from kg.model import Record

pytestmark = pytest.mark.model
Read = Callable[[str], Record]


def days(text: str) -> dict[str, str | None]:
    """The first day of each action, the first mention of each, in a report of 18 May 2024; None where words tell none."""
    (record,) = kg.read(text, published="2024-05-18")
    out: dict[str, str | None] = {}
    for e in record.events:
        out.setdefault(e.action, e.time.start if e.time.basis == "text" else None)
    return out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the day of a protest is not that of what it is against
        ("Thousands marched in Lima on Friday against the killing of a judge.", {"Protest": "2024-05-17"}),
        (
            "Nurses demonstrated against the killing of two doctors outside a clinic in Lima on Friday.",
            {"Protest": "2024-05-17"},
        ),
        (
            "The protests were sparked by the killing of a boy by guards in Lima on 2 May.",
            {"Killing": "2024-05-02"},
        ),
        # a time that measures how rare a thing is
        ("It was the deadliest attack this year.", {"Attack": None}),
        (
            "Rebels shelled a camp on Monday, killing nine in the bloodiest day since the May 3 truce.",
            {"Shelling": "2024-05-13", "Killing": "2024-05-13"},
        ),
        (
            "Jets bombed a mill on Monday, killing nine in the deadliest raid in the country since 2019.",
            {"Airstrike": "2024-05-13", "Killing": "2024-05-13"},
        ),
        # a date before the noun of what something is measured from is its own
        ("The party has lost its seats since the Feb. 1 coup.", {"Coup": "2024-02-01"}),
        # a weekday beside "overnight"
        ("Warplanes bombed a dairy in Hodeidah overnight on Tuesday.", {"Airstrike": "2024-05-14"}),
        # what went on up to the report gives its days to no other mention
        (
            "Rebels fought troops near Lima. The two sides have been fighting since Monday near Lima.",
            {"ArmedClash": None},
        ),
        # harm of the deed told in between
        (
            "Firemen pulled bodies on Monday from a hotel, which was bombed on Sunday, killing nine guests.",
            {"Bombing": "2024-05-12", "Killing": "2024-05-12"},
        ),
    ],
)
def test_the_day_of_each_deed(text: str, told: dict[str, str | None]) -> None:
    found = days(text)
    assert {action: found.get(action) for action in told} == told


@pytest.mark.parametrize(
    ("text", "action", "places"),
    [
        ("The army, which seized power last month, arrested a mayor in Mandalay.", "Coup", []),
        ("Troops arrested a man who was planning to plant a bomb near Rafah.", "Arrest", []),
        ("Troops arrested a man who was planning to plant a bomb near Rafah.", "Bombing", ["Rafah"]),
        (
            "A bomb exploded in Beirut on Sunday. A truck destroyed a French barracks, killing nine.",
            "Killing",
            ["Beirut"],
        ),
    ],
)
def test_the_place_of_each_deed(read: Read, text: str, action: str, places: list[str]) -> None:
    found = next(e for e in read(text).events if e.action == action)
    assert [p.text for p in found.places] == places


def test_a_town_near_which_a_bomb_is_put_is_not_what_is_hit(read: Read) -> None:
    found = next(e for e in read("Rebels planted a bomb near Rafah.").events if e.action == "Bombing")
    assert found.targets == ()


def test_deeds_near_a_far_town_are_another_happening(read: Read) -> None:
    record = read(
        "Rebels of the FARC bombed a police post in Tulua on Monday. The FARC kidnapped and murdered a priest near Valledupar."
    )
    acts = {e.action: e.incident for e in record.events}
    assert acts["Bombing"] != acts["Abduction"]


def test_the_dead_of_those_who_strike_are_of_their_strike(read: Read) -> None:
    record = read(
        "Troops shot dead 40 farmers in Accomarca. On Sunday, Shining Path rebels ambushed a truck near Huanta, killing"
        " seven soldiers. Three rebels also died."
    )
    acts = {e.trigger.text: e.incident for e in record.events}
    assert acts["died"] == acts["ambushed"]


def test_a_protest_is_peaceful_whoever_was_killed_before(read: Read) -> None:
    record = read("Protests erupted in Srinagar on Wednesday after Indian forces killed two militants in a gunbattle.")
    labels = {e.action: e.acled for e in record.events}
    assert (labels["Protest"], labels["Killing"]) == ("Peaceful protest", "Armed clash")


def test_shots_at_a_crowd_that_protests_stay_excessive_force(read: Read) -> None:
    record = read("Protests turned violent in Lagos after police fired on the crowd, killing two protesters.")
    labels = {e.acled for e in record.events if e.action in {"ExcessiveForce", "Shooting", "Killing"}}
    assert labels == {"Excessive force against protestors"}
