"""Which act a mention tells of: the kind behind a general noun, the act and the harm in one phrase."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kg.linking.kinds import with_kinds
from kg.linking.manners import with_manners
from kg.model import Actor, Event, Instrument, Span
from kg.ontology import Ontology


def event(action: str, word: str, at: int, **more: Any) -> Event:
    """A mention of one incident."""
    span = Span(at, at + len(word), word)
    told = {"rule": "nominal", **more}
    return Event(f"event:{at}", told.pop("incident", "incident:1"), action, "ASSAULT", "", None, span, span, **told)


def army(name: str, id_: str) -> Actor:
    return Actor(0, len(name), name, Span(0, len(name), name), id=id_, name=name)


BOMBING, ATTACK = event("Bombing", "explosion", 10), event("Attack", "attack", 90)


def test_an_attack_is_of_the_kind_its_incident_is_told_as(shipped: Ontology) -> None:
    one, other = with_kinds([BOMBING, ATTACK], shipped)
    assert (one.action, other.action) == ("Bombing", "Bombing")
    assert other.cameo == shipped.actions["Bombing"].cameo
    assert other.id == ATTACK.id


def test_of_several_kinds_on_one_line_the_nearest_counts(shipped: Ontology) -> None:
    found = with_kinds([event("SuicideBombing", "bombing", 50), BOMBING, ATTACK], shipped)
    assert found[-1].action == "SuicideBombing"


@pytest.mark.parametrize(
    "told",
    [
        [replace(BOMBING, incident="incident:2"), ATTACK],
        [BOMBING, event("Shooting", "shooting", 40), ATTACK],
        [replace(BOMBING, rule="echo"), ATTACK],
        [event("Killing", "killing", 10), ATTACK],
        [event("Raid", "raid", 10), ATTACK],
        [BOMBING, replace(ATTACK, rule="active")],
        [BOMBING, replace(ATTACK, instruments=(Instrument(80, 86, "knives", "blade"),))],
        [
            replace(BOMBING, agents=(army("Mali", "actor:MLI"),)),
            replace(ATTACK, agents=(army("Chad", "actor:TCD"),)),
        ],
    ],
    ids=["another incident", "two kinds", "an echo", "a harm", "no means", "a verb", "its own weapon", "others act"],
)
def test_an_attack_stays_one(shipped: Ontology, told: list[Event]) -> None:
    assert with_kinds(told, shipped)[-1].action == "Attack"


def bomb(kind: str) -> tuple[Instrument, ...]:
    return (Instrument(60, 64, "bomb", kind),)


@pytest.mark.parametrize(("kind", "action"), [("bomb", "Bombing"), ("vehicle-bomb", "CarBombing")])
def test_what_a_bomb_destroyed_was_bombed(shipped: Ontology, kind: str, action: str) -> None:
    damage = event("PropertyDestruction", "destroyed", 70, rule="active", instruments=bomb(kind))
    assert [e.action for e in with_kinds([damage, ATTACK], shipped)] == [action, action]


def test_what_a_bomb_of_a_bombing_destroyed_is_damage(shipped: Ontology) -> None:
    damage = event("PropertyDestruction", "destroyed", 70, rule="active", instruments=bomb("bomb"))
    assert with_kinds([BOMBING, damage], shipped)[1] == damage
    axe = replace(damage, instruments=(Instrument(60, 63, "axe", "blade"),))
    assert with_kinds([axe], shipped) == [axe]


def test_shot_dead_is_a_shooting_and_a_killing(shipped: Ontology) -> None:
    killing = event("Killing", "shot dead", 10, rule="idiom")
    told = list(
        with_manners([killing], {killing.id: ("Shooting", Span(10, 14, "shot"))}, lambda span, name: name, shipped)
    )
    assert [(e.action, e.trigger.text, e.incident) for e in told] == [
        ("Shooting", "shot", "incident:1"),
        ("Killing", "shot dead", "incident:1"),
    ]
