"""Confidence comes from the signs of the reading; every sign has a weight."""

from __future__ import annotations

from dataclasses import replace

from kg.linking.confidence import HIGHEST, LOWEST, signs, surroundings, weights, with_confidence
from kg.model import Actor, Event, Span

SENTENCE = Span(0, 60, "x" * 60)
REBELS = Actor(0, 6, "Rebels", Span(0, 6, "Rebels"), kind="ArmedGroup", sector="REB")
EVENT = Event(
    "event:1", "incident:1", "Shelling", "ASSAULT", "194", None, Span(7, 14, "shelled"), SENTENCE, (REBELS,), (REBELS,)
)


def confidence(event: Event, *others: Event) -> float:
    return with_confidence([event, *others])[0].confidence


def test_every_sign_has_a_weight_and_no_weight_is_left_over() -> None:
    assert set(signs(EVENT, surroundings([EVENT]))) == set(weights())


def test_a_known_agent_is_surer_than_a_pronoun_and_a_thing() -> None:
    known = replace(EVENT, agents=(replace(REBELS, id="actor:islamic-state"),))
    thing = replace(EVENT, agents=(replace(REBELS, kind="Object", antecedent=Span(0, 6, "Rebels")),))
    assert confidence(known) > confidence(EVENT) > confidence(thing)


def test_what_is_told_again_is_surer() -> None:
    again = replace(EVENT, id="event:2")
    other = replace(again, incident="incident:2")
    assert confidence(EVENT, again) > confidence(EVENT, other)


def test_a_long_sentence_is_less_sure() -> None:
    assert confidence(EVENT) > confidence(replace(EVENT, sentence=Span(0, 600, "x" * 600)))


def test_confidence_is_no_certainty() -> None:
    assert LOWEST <= confidence(EVENT) <= HIGHEST
