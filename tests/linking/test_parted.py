"""Which events of a sentence its words tell as two, by written parses of invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

import kg
from kg.extraction.drafts import Draft
from kg.extraction.events import events
from kg.extraction.words import Words
from kg.linking.parted import parted


@pytest.mark.parametrize(
    ("text", "words", "apart"),
    [
        ("Three days after rebels stormed the barracks, troops shelled the town.", ("stormed", "shelled"), True),
        ("Troops shelled the town after rebels stormed the barracks.", ("shelled", "stormed"), False),
        ("The raid came a week before the bombing of the bridge.", ("raid", "bombing"), True),
        ("Jets bombed the port in retaliation for the shelling of a school.", ("bombed", "shelling"), True),
        ("The attack was the worst since gunmen killed nine guards in Lesk.", ("attack", "killed"), True),
        ("Gunmen attacked mourners on the anniversary of the massacre.", ("attacked", "massacre"), True),
        ("A guard died two days after rebels shot him.", ("died", "shot"), False),
        ("Rebels burned a bridge to protest the killing of a farmer.", ("burned", "killing"), True),
        ("Students burned a bus in protest at the shooting of a farmer.", ("burned", "shooting"), True),
    ],
)
def test_what_the_words_tell_apart(
    parsed: Callable[[str], Doc], text: str, words: tuple[str, str], apart: bool
) -> None:
    doc = parsed(text)
    heads = [next(t.i for t in doc if t.text == word) for word in words]
    drafts = [Draft(i, i, i + 1, "Attack", "nominal") for i in heads]
    assert parted(doc, drafts) == ({0: {1}, 1: {0}} if apart else {})


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The army shelled the village after the rebels killed a judge.", True),
        ("After the murder of the judge, the army shelled the village.", True),
        ("Two nuns were killed after the army shelled the village.", False),
        ("Police raids began shortly after the kidnapping of the judge.", True),
    ],
)
def test_an_act_after_some_harm_did_not_do_it(look_up: Callable[[str], Words], text: str, apart: bool) -> None:
    words = look_up(text)
    assert bool(parted(words.doc, events(words)[0])) is apart


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "happenings"),
    [
        ("Following last night's attack on a bank, a grenade was hurled against a police station.", 2),
        ("After Monday's raid on a bridge, rebels shelled a barracks.", 2),
    ],
)
def test_a_deed_with_its_own_day_is_another_than_what_came_after_it(text: str, happenings: int) -> None:
    (record,) = kg.read(text, published="1990-05-05")
    assert len({event.incident for event in record.events}) == happenings


@pytest.mark.model
def test_a_deed_pointed_at_to_tell_whom_is_not_planned() -> None:
    (record,) = kg.read(
        "The inquiry will help us to find the masterminds of this new murder, which has shocked the town."
    )
    assert [event.status for event in record.events if event.action == "Killing"] == ["asserted"]
