"""Subjects, objects, conjuncts and noun phrases of written parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from kg.language.clauses import surface_subjects
from kg.language.objects import direct_objects
from kg.language.tree import (
    base_phrase,
    child,
    children,
    first_conjunct,
    partitive,
    phrase,
    prepositional,
    with_conjuncts,
)
from kg.language.voice import is_passive

Parsed = Callable[[str], Doc]
SUBJECTS = [
    ("The army shelled the town.", "shelled", "army"),
    ("The town was shelled by the army.", "shelled", "town"),
    ("The gunmen who attacked the hotel fled.", "attacked", "gunmen"),
    ("The militia, which seized the port, withdrew.", "seized", "militia"),
    ("The rebels that shelled the town have retreated.", "shelled", "rebels"),
    ("The villagers whom the soldiers killed were farmers.", "killed", "soldiers"),
    ("The rebels tried to seize the airport.", "seize", "rebels"),
    ("The general ordered troops to attack the village.", "attack", "troops"),
    ("The rebels are about to attack the capital.", "attack", "rebels"),
    ("The army was forced to withdraw from the town.", "withdraw", "army"),
    ("The army shelled the town, killing five civilians.", "killing", "army"),
    ("Rebels based in the town shelled the airport.", "based", "Rebels"),
    ("After shelling the town, the army withdrew.", "shelling", "army"),
    ("The captain accused the rebels of shelling the school.", "shelling", "rebels"),
    ("The rebels shelled and stormed the barracks.", "stormed", "rebels"),
    ("Soldiers and police attacked the camp.", "attacked", "Soldiers police"),
    ("The army captured the village and rebels shelled the airport.", "shelled", "rebels"),
    ("The rebels made an attempt to storm the palace.", "storm", "rebels"),
    ("The rebels failed to seize the town and shelled the airport.", "shelled", "rebels"),
    ("The army said rebels had shelled the town.", "shelled", "rebels"),
    ("The bid by the rebels to seize the port collapsed.", "seize", "rebels"),
    ("During shelling of the town, the army withdrew.", "shelling", ""),
    ("The troops prevented rebels from attacking the village.", "attacking", "rebels"),
    ("It was raining.", "raining", "It"),
]
OBJECTS = [
    ("The army shelled the town.", "shelled", "town"),
    ("The rebels attacked a school, a clinic and a market.", "attacked", "school clinic market"),
    ("The villagers whom the soldiers killed were farmers.", "killed", "villagers"),
    ("The bridge the rebels destroyed was old.", "destroyed", "bridge"),
    ("The town where the rebels surrendered was quiet.", "surrendered", ""),
    ("The rebels shelled and stormed the barracks.", "shelled", "barracks"),
    ("The militia, which seized the port, withdrew.", "withdrew", ""),
    ("The gunmen who attacked the hotel fled.", "fled", ""),
]
PASSIVES = [
    ("The army shelled the town.", "shelled", False),
    ("The town was shelled on Monday.", "shelled", True),
    ("The convoy struck by jets was carrying grain.", "struck", True),
    ("The convoy struck by jets was carrying grain.", "carrying", False),
    ("Two aid workers were abducted and killed by militants.", "killed", True),
    ("The rebels that shelled the town have retreated.", "retreated", False),
    ("Rebels killed two soldiers and wounded five policemen.", "wounded", False),
    ("The army was forced to withdraw from the town.", "withdraw", False),
    ("The rebels had shelled and stormed the barracks.", "stormed", False),
]
PHRASES = [
    ("Police shot two men dead", "men", "two men", None),
    (
        "The commander of the militia attacked the village.",
        "commander",
        "The commander of the militia",
        "The commander",
    ),
    ("Al-Shabaab, a Somali militant group, attacked the hotel.", "group", "a Somali militant group", None),
    ("Al-Shabaab, a Somali militant group, attacked the hotel.", "Shabaab", "Al-Shabaab", None),
    ("The gunmen who attacked the hotel fled.", "gunmen", "The gunmen", None),
    ("Soldiers and police attacked the camp.", "Soldiers", "Soldiers", None),
    ("A U.S. cruise missile attack on the airfield began on Monday.", "attack", "A U.S. cruise missile attack", None),
    ("Hundreds of refugees from Syria fled.", "Hundreds", "Hundreds of refugees from Syria", "Hundreds"),
]


def word(doc: Doc, text: str) -> Token:
    """The first token with that text."""
    return next(t for t in doc if t.text == text)


def texts(tokens: list[Token]) -> str:
    """The words of tokens."""
    return " ".join(t.text for t in tokens)


@pytest.mark.parametrize(("sentence", "verb", "subjects"), SUBJECTS)
def test_surface_subjects(parsed: Parsed, sentence: str, verb: str, subjects: str) -> None:
    assert texts(surface_subjects(word(parsed(sentence), verb))) == subjects


@pytest.mark.parametrize(("sentence", "verb", "objects"), OBJECTS)
def test_direct_objects(parsed: Parsed, sentence: str, verb: str, objects: str) -> None:
    assert texts(direct_objects(word(parsed(sentence), verb))) == objects


@pytest.mark.parametrize(("sentence", "verb", "passive"), PASSIVES)
def test_is_passive(parsed: Parsed, sentence: str, verb: str, passive: bool) -> None:
    assert is_passive(word(parsed(sentence), verb)) is passive


@pytest.mark.parametrize(("sentence", "head", "whole", "base"), PHRASES)
def test_phrase(parsed: Parsed, sentence: str, head: str, whole: str, base: str | None) -> None:
    token = word(parsed(sentence), head)
    assert phrase(token).text == whole
    assert base_phrase(token).text == (base or whole)


@pytest.mark.parametrize(
    ("sentence", "head", "whole"),
    [
        ("Hundreds of refugees from Syria fled.", "Hundreds", "refugees"),
        ("Three of the soldiers are missing.", "Three", "soldiers"),
        ("The commander of the militia attacked the village.", "commander", None),
        ("Dozens were hurt.", "Dozens", None),
    ],
)
def test_partitive(parsed: Parsed, sentence: str, head: str, whole: str | None) -> None:
    found = partitive(word(parsed(sentence), head))
    assert (found.text if found else None) == whole


@pytest.mark.parametrize(
    ("sentence", "head", "pairs"),
    [
        ("The convoy was attacked with rockets.", "attacked", [("with", "rockets")]),
        ("There were clashes between the army and rebels.", "clashes", [("between", "army"), ("between", "rebels")]),
        ("The town was shelled by the army.", "shelled", [("by", "army")]),
        ("Rebels fired from outside the base.", "fired", [("outside", "base")]),
        ("Rebels fought in and around the port.", "fought", [("around", "port")]),
        ("The army shelled the town.", "shelled", []),
    ],
)
def test_prepositional(parsed: Parsed, sentence: str, head: str, pairs: list[tuple[str, str]]) -> None:
    assert [(name, item.text) for name, item in prepositional(word(parsed(sentence), head))] == pairs


def test_conjuncts_go_to_the_right_and_each_comes_once(parsed: Parsed) -> None:
    doc = parsed("The rebels attacked a school, a clinic and a market.")
    school, clinic, market = (word(doc, w) for w in ("school", "clinic", "market"))
    assert with_conjuncts([school, clinic]) == [school, clinic, market]
    assert with_conjuncts([market]) == [market]
    assert first_conjunct(market) == school
    assert first_conjunct(school) == school


def test_a_verb_that_the_parser_hangs_on_a_noun_is_no_conjunct(parsed: Parsed) -> None:
    doc = parsed("The army captured the village and rebels shelled the airport.")
    assert with_conjuncts([word(doc, "village")]) == [word(doc, "village")]


def test_children_by_label(parsed: Parsed) -> None:
    verb = word(parsed("The army shelled the town."), "shelled")
    assert texts(children(verb, "nsubj", "dobj")) == "army town"
    assert child(verb, "agent") is None
