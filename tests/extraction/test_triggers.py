"""Which words signal an action, by a small vocabulary: conditions, exclusions, idioms, weak words, anaphors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.extraction.events import events
from kg.extraction.triggers import anaphor, match, span_of
from kg.extraction.words import Words
from kg.ontology import Ontology
from kg.ontology.vocabulary import read_triggers

VOCABULARY = """
[frames]
act = {agent = ["subject"], target = ["object"]}
at = {agent = ["subject"], target = ["at", "on"]}
noun = {agent = ["possessor", "by", "adjective", "compound"], target = ["on", "against", "of"]}

[Attack]
verbs = [
    "attack",
    {word = "hit", subject = ["@armed"], not_object = ["@abstract", "ceiling"]},
    {word = "target", strength = "weak"},
]
nouns = [{word = "attack", not_modifier = ["heart", "panic"]}, {word = "strike", on = ["@facility", "@area"]}]

[Shooting]
verbs = [{word = ["open fire", "open fire on"], frame = "at"}]

[CrowdControl]
verbs = [{word = "fire tear gas", frame = "at"}]

[Siege]
verbs = [{word = "lay siege", agent = ["subject"], target = ["to"]}]
nouns = ["siege"]

[LabourStrike]
nouns = ["general strike"]

[Killing]
verbs = ["kill", {word = "leave", object = ["@person"], strength = "weak"}]
adjectives = ["dead"]

[ShowOfForce]
nouns = ["show of force"]

[Withdrawal]
verbs = ["withdraw", {word = "leave", object = ["@area"], subject = ["@armed"]}]
"""
MATCHES = [
    ("The army shelled the town.", "shelled", None),
    ("Soldiers hit the village.", "hit", "Attack"),
    ("Prices hit a record on Tuesday.", "hit", None),
    ("Soldiers hit the ceiling.", "hit", None),
    ("He suffered a heart attack.", "attack", None),
    ("There has been no attack on the town.", "attack", "Attack"),
    ("There was a strike against the depot.", "strike", None),
    ("The strike on the depot was brief.", "strike", "Attack"),
    ("Unions called a general strike.", "strike", "LabourStrike"),
    ("Soldiers opened fire on protesters.", "opened", "Shooting"),
    ("Soldiers opened a school.", "opened", None),
    ("Police fired tear gas at demonstrators.", "fired", "CrowdControl"),
    ("Police fired at demonstrators.", "fired", None),
    ("The army laid siege to the town.", "laid", "Siege"),
    ("The army laid mines along the road.", "laid", None),
    ("The navy staged a show of force off the island.", "show", "ShowOfForce"),
    ("The show of the season opened in May.", "show", None),
    ("The reform targets waste.", "targets", None),
    ("The campaign targets Turkey.", "targets", "Attack"),
    ("Soldiers left the village.", "left", "Withdrawal"),
    ("The letter left the village.", "left", None),
    ("The raid left three dead.", "dead", "Killing"),
]
REASONS = [
    ("Prices hit a record on Tuesday.", "hit", "Attack its subject is of the class armed"),
    ("Soldiers hit the ceiling.", "hit", 'Attack its object is not of the class abstract or "ceiling"'),
    ("He suffered a heart attack.", "attack", 'Attack a word before it is not "heart" or "panic"'),
    ("The reform targets waste.", "targets", "Attack a known actor or place stands beside it"),
]

LookUp = Callable[[str], Words]


@pytest.fixture(scope="module")
def look_up_small(look_up: LookUp, shipped: Ontology, tmp_path_factory: pytest.TempPathFactory) -> LookUp:
    """Look-ups that know only the triggers above."""
    path = tmp_path_factory.mktemp("vocabulary") / "triggers.toml"
    path.write_text(VOCABULARY, encoding="utf-8")
    triggers, refinements = read_triggers(path, shipped.actions)
    small = replace(shipped, triggers=triggers, refinements=refinements)

    def build(sentence: str) -> Words:
        words = look_up(sentence)
        words.ontology = small
        return words

    return build


@pytest.mark.parametrize(("sentence", "word", "action"), MATCHES, ids=[f"{r[1]}: {r[0]}" for r in MATCHES])
def test_what_a_word_signals(look_up_small: LookUp, sentence: str, word: str, action: str | None) -> None:
    words = look_up_small(sentence)
    found, _ = match(next(t for t in words.doc if t.text == word), words)
    assert (found.trigger.action if found else None) == action


@pytest.mark.parametrize(("sentence", "word", "reason"), REASONS, ids=[r[0] for r in REASONS])
def test_why_a_word_signals_nothing(look_up_small: LookUp, sentence: str, word: str, reason: str) -> None:
    words = look_up_small(sentence)
    assert match(next(t for t in words.doc if t.text == word), words) == (None, reason)


def test_a_refused_word_is_reported(look_up_small: LookUp) -> None:
    (refusal,) = events(look_up_small("He suffered a heart attack."))[1]
    assert (refusal.action, refusal.reason) == (
        "Attack",
        'the word signals Attack only if a word before it is not "heart" or "panic"',
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The army laid siege to the town.",
        "A siege was laid to the town by the army.",
        "The siege the army laid to the town was broken.",
    ],
)
def test_the_noun_of_an_idiom_is_no_second_event(look_up_small: LookUp, sentence: str) -> None:
    assert [d.action for d in events(look_up_small(sentence))[0]] == ["Siege"]


def test_the_words_of_an_idiom_may_stand_in_any_order(look_up_small: LookUp) -> None:
    words = look_up_small("Fire was opened on the bus by soldiers.")
    found, _ = match(words.doc[2], words)
    assert found is not None
    assert [t.text for t in found.words] == ["opened", "Fire", "on"]


def test_more_words_win_over_fewer(look_up_small: LookUp) -> None:
    words = look_up_small("Soldiers opened fire on protesters.")
    found, _ = match(words.doc[1], words)
    assert found is not None
    assert found.trigger.words == ("open", "fire", "on")


def test_words_far_apart_are_quoted_by_their_head(look_up_small: LookUp) -> None:
    near, far = (
        look_up_small("Soldiers opened fire on protesters."),
        look_up_small("Soldiers opened very heavy and sustained fire on the bus."),
    )
    together, apart = match(near.doc[1], near)[0], match(far.doc[1], far)[0]
    assert together is not None
    assert span_of(together.words) == (1, 4)
    assert apart is not None
    assert span_of(apart.words) == (1, 2)


class TestAnaphor:
    """A definite noun whose conditions fail, after an event of its kind."""

    def test_a_told_event_is_named_again(self, look_up_small: LookUp) -> None:
        words = look_up_small("Soldiers attacked the town. The strike lasted an hour.")
        strike = next(t for t in words.doc if t.text == "strike")
        assert match(strike, words)[0] is None
        found = anaphor(strike, words, {"Attack"})
        assert found is not None
        assert (found.again, found.trigger.action) == (True, "Attack")
        assert [(d.action, d.rule) for d in events(words)[0]] == [("Attack", "active"), ("Attack", "anaphor")]

    def test_not_before_anything_was_told(self, look_up_small: LookUp) -> None:
        words = look_up_small("The strike lasted an hour.")
        assert anaphor(words.doc[1], words, set()) is None
        assert events(words)[0] == ()

    def test_not_after_another_kind_of_event(self, look_up_small: LookUp) -> None:
        words = look_up_small("The strike lasted an hour.")
        assert anaphor(words.doc[1], words, {"Withdrawal"}) is None

    def test_not_without_an_article(self, look_up_small: LookUp) -> None:
        words = look_up_small("Soldiers attacked the town. A strike lasted an hour.")
        assert [d.action for d in events(words)[0]] == ["Attack"]


def test_a_name_is_no_event(look_up: LookUp) -> None:
    """ "War" in a ministry's name."""
    words = look_up("The War Office praised the soldiers.")
    assert [d.action for d in events(words)[0] if words.doc[d.head].text == "War"] == []


def test_a_noun_that_only_describes_is_refused(look_up_small: LookUp) -> None:
    words = look_up_small("The attack helicopter landed.")
    drafts, refusals = events(words)
    assert drafts == ()
    assert [r.reason for r in refusals] == ['it only describes "helicopter"']
