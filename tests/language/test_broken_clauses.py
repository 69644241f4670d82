"""Clauses that the parser breaks apart; the parses are those of the model, as it gives them."""

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
        # people who only seem to be something suspect nobody
        ("Gunmen suspected to be herdsmen attacked the village of Lesk on Monday.", "attacked", ["Gunmen"]),
        ("Gunmen believed to be bandits attacked the village on Monday.", "attacked", ["Gunmen"]),
        ("Gunmen suspected to be bandits have killed 23 people in Lesk.", "killed", ["Gunmen"]),
        ("Residents believed to be supporters of the king were arrested.", "arrested", ["Residents"]),
        # a participle of a subject is no subject
        ("The defence ministry said the men returned by Kyiv had been taken prisoner in the north.", "taken", ["men"]),
        # what a place is does nothing
        ("In Lesk, President Ivo Sand's home town, police clashed with youths.", "clashed", ["police"]),
        ("On Friday police detained twelve men.", "detained", ["police"]),
        # who adds what he says has a clause of his own
        ("Ghana rejected the offer on Friday, a spokesman saying it came too late.", "saying", ["spokesman"]),
        (
            "Ghana shut the door on talks with the rebels, an aide declaring that they would be crushed.",
            "shut",
            ["Ghana"],
        ),
        # a name before the verb of a headline
        ("Lome cuts all links with Ghanaian embassy, memo shows", "cuts", ["Lome"]),
        # who tells judges too
        (
            "A spokesman for the movement denied that its members were involved and condemned it.",
            "condemned",
            ["spokesman"],
        ),
        (
            "The army said clashes broke out before dawn in the north and accused the rebels of firing rockets.",
            "accused",
            ["army"],
        ),
        ("It said the tunnels were used by the rebels to bring in arms and denied hitting homes.", "denied", ["It"]),
        # some of those killed are not among the wounded
        ("Thirty people were killed, among them seven children, and more than 80 were wounded.", "wounded", ["80"]),
    ],
)
def test_verbs_have_the_subjects_that_are_theirs(parsed: Parsed, text: str, verb: str, subjects: list[str]) -> None:
    doc = reattach(parsed(text))
    assert [t.text for t in surface_subjects(next(t for t in doc if t.text == verb))] == subjects


@pytest.mark.parametrize(
    ("text", "some", "whole"),
    [
        ("Thirty people were killed, among them seven children, and more than 80 were wounded.", "children", "people"),
        ("Twelve people died, among them two policemen, and 30 were hurt.", "policemen", "people"),
    ],
)
def test_some_hang_on_those_they_are_among(parsed: Parsed, text: str, some: str, whole: str) -> None:
    token = next(t for t in reattach(parsed(text)) if t.text == some)
    assert (token.dep_, token.head.lower_, token.head.head.text) == ("pobj", "among", whole)


def test_what_somebody_calls_a_thing_is_hit(parsed: Parsed) -> None:
    doc = reattach(parsed("The army said it had attacked what it called a camp near Lesk."))
    assert [t.text for t in direct_objects(next(t for t in doc if t.text == "attacked"))] == ["camp"]


def test_who_adds_his_words_is_nothing_that_is_rejected(parsed: Parsed) -> None:
    doc = reattach(parsed("Ghana rejected the offer on Friday, a spokesman saying it came too late."))
    assert [t.text for t in direct_objects(next(t for t in doc if t.text == "rejected"))] == ["offer"]
