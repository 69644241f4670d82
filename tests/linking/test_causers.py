"""Harm without an agent or a time takes those of the act in which it was done."""

from __future__ import annotations

from dataclasses import replace

from kg.linking.ties import with_causers, with_times
from kg.model import Actor, Event, Span, Time

WORDS = Span(0, 1, "x")


def actor(text: str, at: int = 0) -> Actor:
    return Actor(at, at + len(text), text, Span(at, at + len(text), text), kind="Police")


def event(action: str, *agents: Actor, **more: object) -> Event:
    made = Event(f"event:{action}", "", action, "ASSAULT", "190", None, WORDS, WORDS, agents)
    return replace(made, **more)  # type: ignore[arg-type]


POLICE, REBELS = actor("police", 20), actor("rebels", 40)
TIED = {0: {1}, 1: {0}}


def agents(*events: Event) -> list[list[str]]:
    return [[a.text for a in e.agents] for e in with_causers(events, TIED)]


def test_killed_in_police_firing() -> None:
    assert agents(event("Killing"), event("Shooting", POLICE)) == [["police"], ["police"]]


def test_an_agent_of_its_own_stays() -> None:
    assert agents(event("Killing", REBELS), event("Shooting", POLICE))[0] == ["rebels"]


def test_killed_in_clashes_names_no_side() -> None:
    assert agents(event("Killing"), event("ArmedClash", POLICE, REBELS, reciprocal=True))[0] == []


def test_killed_in_a_clash_with_one_side_is_killed_by_it() -> None:
    assert agents(event("Killing"), event("ArmedClash", targets=(POLICE,), reciprocal=True))[0] == ["police"]


def test_one_was_killed_and_two_injured_in_police_firing() -> None:
    told = [event("Killing"), event("Wounding"), event("Shooting", POLICE)]
    assert [[a.text for a in e.agents] for e in with_causers(told, {0: {1}, 1: {0, 2}, 2: {1}})] == [["police"]] * 3


def test_an_act_that_did_not_happen_kills_nobody() -> None:
    assert agents(event("Killing"), event("Shooting", POLICE, status="planned"))[0] == []


def test_who_suffers_does_not_kill() -> None:
    assert agents(event("Killing", targets=(POLICE,)), event("Shooting", POLICE))[0] == []


def test_untied_acts_have_nothing_to_do_with_it() -> None:
    assert next(e.agents for e in with_causers([event("Killing"), event("Shooting", POLICE)], {})) == ()


FRIDAY, ASSUMED = (Time("2022-06-10", "2022-06-10", "day", "text"), Time(None, "2022-06-14", "unknown", "published"))


def times(*events: Event) -> list[Time]:
    tied = {n: {m for m in (n - 1, n + 1) if 0 <= m < len(events)} for n in range(len(events))}
    return [e.time for e in with_times(events, tied)]


def test_killed_and_wounded_when_jets_struck_on_friday() -> None:
    told = [event("Killing", time=ASSUMED), event("Wounding", time=ASSUMED), event("Airstrike", time=FRIDAY)]
    assert times(*told) == [FRIDAY] * 3


def test_a_time_of_its_own_stays_and_another_sentence_gives_none() -> None:
    own = Time("2022-06-12", "2022-06-12", "day", "text")
    assert times(event("Killing", time=own), event("Airstrike", time=FRIDAY))[0] == own
    apart = event("Killing", time=ASSUMED, sentence=Span(5, 6, "y"))
    assert times(apart, event("Airstrike", time=FRIDAY))[0] == ASSUMED


def test_what_somebody_did_at_another_time_gives_none() -> None:
    earlier = event("Killing", time=FRIDAY, rule="relative")
    assert times(event("Shooting", time=ASSUMED), earlier)[0] == ASSUMED


def test_who_is_hit_when_police_fire_is_hit_by_them() -> None:
    hit = event("Shooting", trigger=Span(0, 3, "hit"))
    assert agents(hit, event("Shooting", POLICE)) == [["police"], ["police"]]
    assert agents(event("Shooting"), event("Shooting", POLICE))[0] == []
