"""What people who gave the reader their own articles found misread: sides that nobody named, other days and places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import kg
from kg.model import Event, Record

pytestmark = pytest.mark.model
Read = Callable[[str], Record]


def event(record: Record, action: str) -> Event:
    """The first event of an action; StopIteration if the text tells none."""
    return next(e for e in record.events if e.action == action)


def test_who_burns_things_where_people_died_is_not_told_to_kill_them(read: Read) -> None:
    record = read("Mourners burned a bus in Quetta, where three people were killed.")
    assert [a.text for a in event(record, "Arson").agents] == ["Mourners"]
    assert event(record, "Killing").agents == ()


def test_two_verbs_that_share_their_words_are_in_one_place(read: Read) -> None:
    record = read("Troops shot and killed ten farmers near Gaza as the president opened a school in Jerusalem.")
    assert [[p.text for p in event(record, action).places] for action in ("Shooting", "Killing")] == [["Gaza"]] * 2


def test_bodies_that_are_found_are_not_those_of_a_fight_that_counts_its_own_dead(read: Read) -> None:
    record = read("Soldiers found the bodies of 40 herders after a clash with rebels in which two soldiers died.")
    assert [c.low for e in record.events for c in e.casualties] == [2]
    record = read("Villagers found the bodies of six men after an attack by rebels near Bambari.")
    assert [c.low for e in record.events for c in e.casualties] == [6]


def test_hit_men_hit_nobody_by_their_name(read: Read) -> None:
    assert [e.action for e in read("The gang made them work as hit men in Tijuana.").events] == []


def test_firms_at_war_over_prices_attack_nobody(read: Read) -> None:
    assert read("The grocer fired the opening shot of a price war on Monday, attacking two rivals.").events == ()


def test_who_is_blamed_is_blamed_for_the_act_and_not_for_the_wounds(read: Read) -> None:
    record = read("A bomb tore through a train near Lima, killing two and wounding six. Police blamed Shining Path.")
    assert [e.action for e in record.events if e.status == "alleged"] == ["Bombing"]


def test_ranks_are_no_names(read: Read) -> None:
    record = read("Gunmen shot Capt. Luis Hale, Lt. Oscar Venn and Maj. Peter Rook near Medellin.")
    assert [a.name for a in event(record, "Shooting").targets] == ["Luis Hale", "Oscar Venn", "Peter Rook"]


def test_a_dateline_in_a_text_in_capitals_is_nobody(read: Read) -> None:
    text = "TWO DIE IN AMBUSH\n\nBELFAST, MARCH 5, 1974 - TWO SOLDIERS WERE SHOT DEAD BY GUNMEN IN WEST BELFAST."
    assert [a.text for a in event(read(text), "Shooting").targets] == ["TWO SOLDIERS"]


def test_signs_that_a_web_page_names_are_signs(read: Read) -> None:
    text = "MAIDUGURI, Nigeria &mdash; Militants attacked a village in Borno. The army&rsquo;s jets bombed a camp."
    assert [[a.text for a in e.agents] for e in read(text).events] == [["Militants"], ["The army&rsquo;s jets"]]


def test_somebody_with_a_trade_is_a_member_of_nothing(read: Read) -> None:
    (told,) = read("Arlo Venn, a Ghanaian poet, was killed in Nairobi.").events
    assert [(a.country, a.stances) for a in told.targets] == [("GHA", ())]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mayor extended a curfew in Seattle through Sunday.", "2020-06-07"),
        ("The army closed the bridge in Goma until Friday.", "2020-06-05"),
        ("The fighting in Goma went on until Sunday.", "2020-05-31"),
    ],
)
def test_what_is_to_last_ends_on_a_day_to_come(text: str, day: str) -> None:
    (record,) = kg.read(text, published="2020-06-02")
    assert record.events[0].time.end == day
