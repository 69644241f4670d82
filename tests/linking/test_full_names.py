"""Full names behind short ones, names behind titles, and the words before a mention that describe nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.words import Words
from kg.language.tree import phrase
from kg.linking.full_names import full_name, group_name, name_words, named, named_behind
from kg.linking.naming import first_word

LookUp = Callable[[str], Words]
TITLES = frozenset({"judge", "mr."})


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Gunmen shot Rosa Maria Sandor. The death of Maria Sandor shocked the town.", "Sandor", "Rosa Maria Sandor"),
        ("Gunmen shot Rosa Maria Sandor. Sandor had led the union.", "Sandor", "Rosa Maria Sandor"),
        ("Gunmen shot Rosa Maria Sandor. Judge Ivo Sandor was unhurt.", "Sandor", None),
        ("Gunmen shot Carlos Vargas Ruiz. Police found Vargas dead.", "Vargas", "Carlos Vargas Ruiz"),
        ("Gunmen shot Carlos Vargas. Police found Carlos Ruiz Vargas dead.", "Vargas", None),
        ("Gunmen shot Sandor. The death of Rosa Maria Sandor shocked the town.", "Sandor", None),
    ],
)
def test_the_longer_name_that_ends_alike(look_up: LookUp, text: str, word: str, expected: str | None) -> None:
    words = look_up(text)
    last = [t for t in words.doc if t.text == word][-1]
    found = full_name(last, words, TITLES)
    assert (None if found is None else " ".join(name_words(found, TITLES))) == expected


def test_a_full_name_may_come_after_the_short_one(look_up: LookUp) -> None:
    words = look_up("Gunmen shot Sandor in Lesk. The death of Rosa Maria Sandor shocked the town.")
    first = next(t for t in words.doc if t.text == "Sandor")
    found = full_name(first, words, TITLES)
    assert found is not None
    assert found.i > first.i


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Mourners buried the murdered presidential candidate Ana Ruiz on Monday.", "candidate", "Ruiz"),
        ("Mourners buried the candidate on Monday.", "candidate", "candidate"),
        ("The mayor, Maria Sandor, was shot on Monday.", "mayor", "Sandor"),
        ("Gunmen shot the mayor, Maria Sandor.", "mayor", "Sandor"),
        ("Gunmen shot the mayor, Maria Sandor and two guards.", "mayor", "mayor"),
        ("Gunmen shot the guards, Maria Sandor said.", "guards", "guards"),
    ],
)
def test_the_name_that_a_title_stands_before(look_up: LookUp, text: str, word: str, expected: str) -> None:
    head = next(t for t in look_up(text).doc if t.text == word)
    assert named(head).text == expected


def test_the_name_behind_where_somebody_serves(look_up: LookUp) -> None:
    words = look_up("Gunmen shot the consul of the Varian embassy in Guatemala, Ana Ruiz.")
    assert [named_behind(t, words).text for t in words.doc if t.text in {"consul", "embassy"}] == ["Ruiz", "embassy"]


def test_the_name_behind_a_noun_for_a_group(look_up: LookUp) -> None:
    words = look_up("The leftist guerrilla group Red Brigades attacked the convoy.")
    found = [group_name(t, words) for t in words.doc]
    assert [t.text for t in found if t is not None] == ["Brigades"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Suspected rebels killed two guards.", "rebels", "rebels"),
        ("Three suspected rebels killed two guards.", "rebels", "Three"),
        ("The rebels killed two guards.", "rebels", "The"),
    ],
)
def test_words_that_describe_nobody_are_no_part_of_a_mention(
    look_up: LookUp, text: str, word: str, expected: str
) -> None:
    words = phrase(next(t for t in look_up(text).doc if t.text == word))
    assert words.doc[first_word(words)].text == expected
