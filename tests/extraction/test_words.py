"""What the words of a document stand for, and the arguments of a trigger by slot."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from kg.extraction.noun_slots import noun_slots
from kg.extraction.scenes import is_scene
from kg.extraction.slots import verb_slots
from kg.extraction.support import support
from kg.extraction.words import Words

LookUp = Callable[[str], Words]
CLASSES = [
    ("The army shelled the town.", "army", {"actor", "armed"}, {"person", "place"}),
    ("The army shelled the town.", "town", {"area"}, {"actor"}),
    ("A car bomb exploded outside the ministry.", "bomb", {"weapon", "vehicle-bomb"}, {"actor"}),
    ("Russian warplanes bombed the village.", "warplanes", {"weapon", "aircraft"}, {"actor"}),
    ("Russian warplanes bombed the village.", "Russian", {"any"}, {"armed"}),
    ("Turkey imposed sanctions on Israel.", "Turkey", {"state", "actor", "place"}, {"person"}),
    ("Hundreds of refugees from Syria fled.", "Hundreds", {"person", "actor"}, {"place"}),
    ("The rebels attacked Homs.", "attacked", {"any"}, {"actor"}),
    ("Nobody was killed in the blast.", "Nobody", {"any"}, {"armed"}),
    ("He suffered a heart attack.", "He", {"person", "actor"}, {"armed"}),
    ("Five killed in market bombing", "Five", {"person"}, {"place"}),
    ("Five civilians were killed in Aleppo.", "Aleppo", {"place", "area"}, {"actor"}),
    ("Hezbollah attacked the convoy.", "Hezbollah", {"actor", "armed", "organisation"}, {"place"}),
]


def word(words: Words, text: str) -> Token:
    """The first token with that text."""
    return next(t for t in words.doc if t.text == text)


def slots_of(found: dict[str, list[Token]]) -> dict[str, str]:
    """Slots as words."""
    return {name: " ".join(t.text for t in tokens) for name, tokens in found.items() if tokens}


@pytest.mark.parametrize(("sentence", "text", "inside", "outside"), CLASSES)
def test_classes(look_up: LookUp, sentence: str, text: str, inside: set[str], outside: set[str]) -> None:
    words = look_up(sentence)
    found = words.classes(word(words, text))
    assert inside <= found
    assert not outside & found


def test_the_longest_term_counts(look_up: LookUp) -> None:
    words = look_up("A car bomb exploded outside the ministry.")
    bomb = word(words, "bomb")
    assert (words.lemmas(bomb)[-1], "car bomb" in words.lemmas(bomb)) == ("bomb", True)
    assert words.instrument(bomb) == "vehicle-bomb"
    assert words.first_of_instrument(bomb) == 1


def test_a_verb_is_no_instrument(look_up: LookUp) -> None:
    words = look_up("The army will shell the town on Monday.")
    assert words.instrument(word(words, "shell")) is None


def test_what_fits_a_condition(look_up: LookUp) -> None:
    words = look_up("The army shelled the town.")
    army = word(words, "army")
    assert words.fits(army, frozenset({"@armed"}))
    assert words.fits(army, frozenset({"army"}))
    assert words.fits(army, frozenset({"@any"}))
    assert not words.fits(army, frozenset({"armed", "@person"}))


def test_an_entry_is_one_that_is_named_without_doubt(look_up: LookUp) -> None:
    words = look_up("Turkey imposed sanctions on Israel.")
    entry = words.entry(word(words, "Turkey"))
    assert entry is not None
    assert entry.id == "actor:TUR"
    assert words.entry(word(words, "sanctions")) is None


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The army shelled the town.", "shelled", {"subject": "army", "object": "town"}),
        ("The town was shelled by the army.", "shelled", {"subject": "army", "object": "town", "by": "army"}),
        ("The town was shelled on Monday.", "shelled", {"object": "town", "on": "Monday"}),
        (
            "Turkey sent the rebels ammunition.",
            "sent",
            {"subject": "Turkey", "object": "ammunition", "indirect": "rebels"},
        ),
        (
            "The convoy struck by jets was carrying grain.",
            "struck",
            {"subject": "jets", "object": "convoy", "by": "jets"},
        ),
        ("Government troops clashed with rebels.", "clashed", {"subject": "troops", "with": "rebels"}),
    ],
)
def test_slots_of_a_verb(look_up: LookUp, sentence: str, verb: str, expected: dict[str, str]) -> None:
    words = look_up(sentence)
    assert slots_of(verb_slots(word(words, verb))) == expected


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("Israel's attack on the base was condemned.", "attack", {"possessor": "Israel", "on": "base"}),
        ("An Israeli airstrike on Gaza destroyed a clinic.", "airstrike", {"adjective": "Israeli", "on": "Gaza"}),
        ("The killing of a priest by gunmen shocked the town.", "killing", {"of": "priest", "by": "gunmen"}),
        ("A rebel attack on the convoy failed.", "attack", {"compound": "rebel", "on": "convoy"}),
        ("There were clashes between the army and rebels.", "clashes", {"between": "army rebels"}),
        ("He suffered a heart attack.", "attack", {}),
    ],
)
def test_slots_of_a_noun(look_up: LookUp, sentence: str, noun: str, expected: dict[str, str]) -> None:
    words = look_up(sentence)
    assert slots_of(noun_slots(word(words, noun), words)) == expected


@pytest.mark.parametrize(
    ("sentence", "town", "noun", "scene"),
    [
        ("The bishop denounced the Oslo attack.", "Oslo", "attack", True),
        ("The bishop denounced the Oslo talks.", "Oslo", "talks", False),
        ("A rebel attack on the convoy failed.", "rebel", "attack", False),
    ],
)
def test_a_capital_before_violence_is_its_scene(
    look_up: LookUp, sentence: str, town: str, noun: str, scene: bool
) -> None:
    words = look_up(sentence)
    assert is_scene(word(words, town), word(words, noun), words) is scene


@pytest.mark.parametrize(
    ("sentence", "noun", "kind", "verb"),
    [
        ("Israel carried out an air strike on the airport.", "strike", "act", "carried"),
        ("The rebels began a series of attacks on the garrison.", "attacks", "act", "began"),
        ("The garrison came under attack from rebels.", "attack", "suffer", "came"),
        ("The base has been the target of repeated attacks.", "attacks", "suffer", "been"),
        ("The attack carried out by the militia killed a teacher.", "attack", "act", "carried"),
        ("France condemned the attack on the embassy.", "attack", None, None),
        ("The navy staged a show of force off the island.", "show", "act", "staged"),
    ],
)
def test_the_verb_that_carries_a_noun(
    look_up: LookUp, sentence: str, noun: str, kind: str | None, verb: str | None
) -> None:
    words = look_up(sentence)
    found = support(word(words, noun), words.ontology.qualifiers["support"])
    assert ((found[0], found[1].text) if found else (None, None)) == (kind, verb)
