"""Clauses that describe somebody and that the parser hangs on another; the parses are those of the model, as it gives them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.language.attachment import reattach
from kg.language.clauses import surface_subjects
from kg.language.objects import direct_objects

Parsed = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        (
            "Police opened fire on students protesting against the arrest of a bishop.",
            "protesting",
            ["students"],
        ),
        ("A gunman killed a farmer walking home and wounded his wife.", "walking", ["farmer"]),
        ("Soldiers fired at supporters of the mayor, who were throwing stones.", "throwing", ["supporters"]),
        (
            "Ghana detained a Togolese soldier who strayed over the border and handed him over to Togo.",
            "handed",
            ["Ghana"],
        ),
        ("The army surrounded a farm where the rebel was hiding and arrested his brother.", "arrested", ["army"]),
        ("Ghana's ally Togo vetoed the resolution.", "vetoed", ["Togo"]),
        (
            "The gunmen were overpowered by guards who stormed the bus, freeing nine hostages.",
            "freeing",
            ["guards"],
        ),
        ("Three men suspected of helping the attackers were later detained by police.", "detained", ["men"]),
        # whose an infinitive or a gerund is
        ("Ghana extradited a former general to Togo to face murder charges.", "face", ["general"]),
        ("Ghana retaliated against Togo for sheltering rebels.", "sheltering", ["Togo"]),
        ("The rebels rejected a call by the African Union to disarm.", "disarm", ["rebels"]),
    ],
)
def test_clauses_have_the_subjects_that_are_theirs(parsed: Parsed, text: str, verb: str, subjects: list[str]) -> None:
    doc = reattach(parsed(text))
    assert [t.text for t in surface_subjects(next(t for t in doc if t.text == verb))] == subjects


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("A gunman killed a farmer walking home and wounded his wife.", "killed", ["farmer"]),
        ("Three men suspected of helping the attackers were later detained by police.", "helping", ["attackers"]),
    ],
)
def test_deeds_have_the_objects_that_are_theirs(parsed: Parsed, text: str, verb: str, objects: list[str]) -> None:
    doc = reattach(parsed(text))
    assert [t.text for t in direct_objects(next(t for t in doc if t.text == verb))] == objects
