"""The certainty that an event is at one of the toponyms of its sentence, or at none."""

from __future__ import annotations

import pytest

from kg.linking.place_model import NONE, best, probabilities, weights


def test_all_toponyms_and_none_share_one_certainty() -> None:
    known = {"toponym": 1.0, "own prep in": 2.0, "through according": -3.0, "none type CONSULT": 0.5}
    likely, none = probabilities([{"own prep in"}, {"through according"}], {"type CONSULT"}, known)
    assert sum(likely) + none == pytest.approx(1.0)
    assert likely[0] > none > likely[1]


def test_an_event_without_toponyms_has_no_place() -> None:
    assert best([], {"type ASSAULT"}) is None


def test_a_locative_phrase_of_the_event_is_its_place_and_a_source_is_none() -> None:
    told = {"own prep in", "own in the event", "through in", "at the trigger", "below prep in", "below directly"}
    source = {"own prep in", "own in people", "through in", "through according", "through people"}
    assert best([source, told], {"type ASSAULT", "rule active"}) == 1


def test_signs_are_weighed_that_speak_for_no_place() -> None:
    assert 0 < NONE < 1
    assert any(sign.startswith("none ") for sign in weights())
    assert weights()["own prep from"] < 0 < weights()["own prep in"]
