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
