"""Dates and deeds that wire reports put where the parser takes them for something else; the parses are the model's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.language.attachment import reattach
from kg.language.clauses import surface_subjects
from kg.language.objects import direct_objects

Parsed = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "verbs", "doers", "sufferers"),
    [
        ("Three men on a scooter shot and killed a notary in Lesk.", ["shot", "killed"], ["men"], ["notary"]),
        ("A youth with a dagger stabbed and wounded a porter.", ["stabbed", "wounded"], ["youth"], ["porter"]),
        ("Police said gunmen on a motorbike shot dead a village head.", ["shot"], ["gunmen"], ["head"]),
        (
            "On Tuesday, unidentified gunmen on a motorcycle shot dead a farmer in Lesk.",
            ["shot"],
            ["gunmen"],
            ["farmer"],
        ),
    ],
)
def test_two_deeds_behind_what_their_doer_is_on_or_has(
    parsed: Parsed, text: str, verbs: list[str], doers: list[str], sufferers: list[str]
) -> None:
    doc = reattach(parsed(text))
    for verb in (t for t in doc if t.text in verbs):
        assert verb.pos_ == "VERB"
        assert [t.text for t in surface_subjects(verb)] == doers
        assert [t.text for t in direct_objects(verb)] == sufferers


@pytest.mark.parametrize(
    ("text", "month", "verb", "doers"),
    [
        ("Bandits on 9 April attacked a ferry near Lesk.", "April", "attacked", ["Bandits"]),
        ("On 9 April unknown raiders burned a ferry.", "April", "burned", ["raiders"]),
        ("Masked men on 4 May set fire to a depot.", "May", "set", ["men"]),
        ("Clashes between clans on Friday hurt a shepherd.", "Friday", "hurt", ["Clashes"]),
    ],
)
def test_a_day_hangs_on_the_verb(parsed: Parsed, text: str, month: str, verb: str, doers: list[str]) -> None:
    doc = reattach(parsed(text))
    day, deed = (next(t for t in doc if t.text == word) for word in (month, verb))
    assert (day.dep_, day.head.lower_, day.head.head) == ("pobj", "on", deed)
    assert [t.text for t in surface_subjects(deed)] == doers


def test_some_are_among_those_before_them(parsed: Parsed) -> None:
    doc = reattach(parsed("Bandits killed five drivers, among them two brothers and a cook."))
    among = next(t for t in doc if t.text == "among")
    assert among.head.text == "drivers"
    assert [t.text for t in among.children if t.dep_ == "pobj"] == ["brothers"]
    assert [t.text for t in direct_objects(doc[1])] == ["drivers"]


@pytest.mark.parametrize(
    ("text", "office", "hit"),
    [
        (
            "The governor of Lesk Province, Ana Ruiz, her husband and two guards were killed.",
            "governor",
            ["governor", "husband", "guards"],
        ),
        (
            "The consul in Lesk, Omar Zadran, his wife and two guards were killed.",
            "consul",
            ["consul", "wife", "guards"],
        ),
    ],
)
def test_a_name_is_that_of_the_office_and_not_of_its_town(
    parsed: Parsed, text: str, office: str, hit: list[str]
) -> None:
    doc = reattach(parsed(text))
    verb = next(t for t in doc if t.text == "killed")
    assert [t.text for t in surface_subjects(verb)] == hit
    assert [c.text for t in doc if t.text == office for c in t.children if c.dep_ == "appos"] in (["Ruiz"], ["Zadran"])


@pytest.mark.parametrize(
    ("text", "word", "hit"),
    [
        (
            "Raiders burned the depot and killed the manager, Ivo Sand, and three porters after a meal.",
            "killed",
            ["manager", "porters"],
        ),
        (
            "The raiders stormed the hall and shot the mayor, Ana Ruiz, and two clerks after a trial.",
            "shot",
            ["mayor", "clerks"],
        ),
    ],
)
def test_further_people_behind_a_name_are_hit_with_the_first(
    parsed: Parsed, text: str, word: str, hit: list[str]
) -> None:
    verb = next(t for t in reattach(parsed(text)) if t.text == word)
    assert [t.text for t in direct_objects(verb)] == hit


@pytest.mark.parametrize(
    ("text", "verb", "doers"),
    [
        ("A street vendor, Ana Ruiz, 38, and her baby also died.", "died", ["vendor", "baby"]),
        ("Judge Ernesto Baquero Borda was murdered this morning.", "murdered", ["Borda"]),
    ],
)
def test_subjects_in_one_piece(parsed: Parsed, text: str, verb: str, doers: list[str]) -> None:
    deed = next(t for t in reattach(parsed(text)) if t.text == verb)
    assert [t.text for t in surface_subjects(deed)] == doers


def test_who_put_it_there_is_told_behind_where_it_is(parsed: Parsed) -> None:
    doc = reattach(
        parsed("The bomb had been hidden on the second floor of the inn by Habib al-Zadran, a member of the party.")
    )
    by = next(t for t in doc if t.text == "by")
    assert (by.head.text, by.dep_) == ("hidden", "agent")


@pytest.mark.parametrize(
    ("text", "verb", "hit"),
    [
        ("Also injured was a student.", "injured", ["student"]),
        ("Also hurt were Omar Haddad and his driver.", "hurt", ["Haddad", "driver"]),
    ],
)
def test_who_suffers_it_is_told_behind_the_verb(parsed: Parsed, text: str, verb: str, hit: list[str]) -> None:
    word = next(t for t in reattach(parsed(text)) if t.text == verb)
    assert [t.text for t in surface_subjects(word)] == hit


def test_a_deed_is_done_by_some_against_others(parsed: Parsed) -> None:
    doc = reattach(parsed("They condemned the murder committed by rebels against Omar Haddad."))
    against = next(t for t in doc if t.text == "against")
    assert against.head.text == "committed"


def test_what_a_man_puts_somewhere_is_there(parsed: Parsed) -> None:
    doc = reattach(parsed("A bomb was placed by a man at the office."))
    assert next(t for t in doc if t.text == "at").head.text == "placed"
