from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from kg.extraction.numbers import expression, number_of

EXPRESSIONS = [
    ("at least 12", 12, None, True),
    ("no fewer than twelve", 12, None, True),
    ("more than 20", 20, None, True),
    ("over a hundred", 100, None, True),
    ("up to 30", 1, 30, True),
    ("as many as forty", 1, 40, True),
    ("fewer than 10", 1, 9, True),
    ("between 5 and 7", 5, 7, True),
    ("five to seven", 5, 7, True),
    ("15-20", 15, 20, True),
    ("10 or 12", 10, 12, True),
    ("dozens", 24, None, True),
    ("scores", 40, None, True),
    ("hundreds", 200, None, True),
    ("tens of thousands", 20000, None, True),
    ("hundreds of thousands", 200000, None, True),
    ("several", 3, None, True),
    ("several hundred", 300, None, True),
    ("a few dozen", 36, None, True),
    ("a couple", 2, 2, True),
    ("some 40", 40, 40, True),
    ("nearly two hundred", 200, 200, True),
    ("an estimated 300", 300, 300, True),
    ("12 or more", 12, None, True),
    ("a dozen", 12, 12, False),
    ("half a dozen", 6, 6, False),
    ("two dozen", 24, 24, False),
    ("twelve", 12, 12, False),
    ("twenty-five", 25, 25, False),
    ("1,200", 1200, 1200, False),
    ("2.5 million", 2500000, 2500000, False),
    ("two hundred and fifty", 250, 250, False),
    ("two thousand five hundred", 2500, 2500, False),
    ("one million two hundred thousand", 1200000, 1200000, False),
    ("12 and 30", 12, 12, False),
]


@pytest.mark.parametrize(("text", "low", "high", "approximate"), EXPRESSIONS)
def test_expressions_give_bounds(text: str, low: int, high: int | None, approximate: bool) -> None:
    found = expression(spacy.blank("en")(text), 0)
    assert found is not None
    assert (found.low, found.high, found.approximate) == (low, high, approximate)


@pytest.mark.parametrize("text", ["people", "between the hills", "at least", "many", "half of them"])
def test_other_words_are_no_numbers(text: str) -> None:
    assert expression(spacy.blank("en")(text), 0) is None


PHRASES = [
    ("No one was killed.", "one", (0, 0)),
    ("Nobody was hurt.", "Nobody", (0, 0)),
    ("No soldiers were wounded.", "soldiers", (0, 0)),
    ("Gunmen killed a soldier.", "soldier", (1, 1)),
    ("Three of the soldiers are missing.", "soldiers", (3, 3)),
    ("Dozens of people, including 2 women, were killed.", "people", (24, None)),
    ("The bomb killed at least 12 people and wounded more than 30 others.", "people", (12, None)),
    ("Gunmen shot a 12-year-old boy dead.", "boy", (1, 1)),
    ("Soldiers killed civilians.", "civilians", None),
]


@pytest.mark.parametrize(("sentence", "head", "bounds"), PHRASES)
def test_noun_phrases_are_counted(
    parsed: Callable[[str], Doc], sentence: str, head: str, bounds: tuple[int, int | None] | None
) -> None:
    doc = parsed(sentence)
    found = number_of(next(t for t in doc if t.text == head))
    assert (found and (found.low, found.high)) == bounds
