"""What an article has no name for is one node where its events are one, and two where its words differ."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from kg.graph import iris
from kg.graph.one_thing import one_thing
from kg.model import Actor, Event, Number, Span


def told(story: ModuleType, *mentions: tuple[int, str], incident: str = "incident:i", **more: object) -> list[Event]:
    """Events of one incident, each with one target: where its words stand, and which."""
    base = story.FIRST_RECORD.events[0]
    return [replace(base, incident=incident, agents=(), targets=(thing(at, words, **more),)) for at, words in mentions]


def thing(at: int, words: str, **more: object) -> Actor:
    noun = words.split(" in ")[0].split()[-1]
    start = at + words.index(noun)
    found = Actor(at, at + len(words), words, Span(start, start + len(noun), noun), kind="Object")
    return replace(found, **more)  # type: ignore[arg-type]


def nodes(events: list[Event], body: int = 0) -> list[str]:
    return [iris.local_name(event.targets[0]) for event in one_thing(events, body)]


def test_a_thing_of_one_incident_is_one_node(story: ModuleType) -> None:
    events = told(story, (50, "a pro-regime convoy"), (90, "the convoy"), (200, "a convoy"))
    assert nodes(events) == ["pro-regime-convoy"] * 3


def test_the_body_names_it_and_not_the_headline(story: ModuleType) -> None:
    events = told(story, (10, "Pro-Regime Convoy in Syria"), (50, "a pro-regime convoy"))
    assert nodes(events, body=40) == ["pro-regime-convoy"] * 2
    assert nodes(events) == ["pro-regime-convoy-in-syria"] * 2


def test_what_stands_for_a_mention_follows_it(story: ModuleType) -> None:
    later = told(story, (120, "the vehicles"), antecedent=Span(90, 98, "a convoy"))
    assert nodes([*told(story, (50, "a pro-regime convoy"), (90, "a convoy")), *later]) == ["pro-regime-convoy"] * 3


def test_other_words_numbers_incidents_and_people_stay_apart(story: ModuleType) -> None:
    first = told(story, (50, "a red convoy"))
    for other in (
        told(story, (90, "a blue convoy")),
        told(story, (90, "another convoy")),
        told(story, (90, "a convoy"), incident="incident:j"),
        told(story, (90, "two convoys"), number=Number(2, 2)),
        told(story, (90, "the convoy"), kind="Person"),
        told(story, (90, "the convoy"), id="actor:northern-front"),
    ):
        events = [*first, *other]
        assert one_thing(events) == events
