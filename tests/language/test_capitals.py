"""Names in text that is all in capitals."""

from __future__ import annotations

import pytest

from kg.language.capitals import Lexicon, lexicon
from kg.language.case import restore

KNOWN = frozenset({"Popular", "Front", "Red", "Dawn", "Norland", "RNF", "CAR", "ROK"})
WORDS = {
    "noun": "bomb front dawn rosa judge church today house march car rok".split(),
    "verb": "kill bomb leave hold left march".split(),
    "adj": "popular red dead".split(),
}


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon(WORDS, frozenset({"judge", "car"}), {"Norland"}, ["Popular Front", "Red Dawn", "Norland"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE POPULAR FRONT KILLED A JUDGE.", "The Popular Front killed a judge."),
        ("IT WAS LEFT IN FRONT OF A RED CHURCH.", "It was left in front of a red church."),
        ("RED DAWN BOMBED A HOUSE AT DAWN.", "Red Dawn bombed a house at dawn."),
        ("IN NORLAND JUDGE ROSA HUAMANI WAS KILLED.", "In Norland judge Rosa Huamani was killed."),
        ("THE RNF LEFT A CAR BOMB IN FRONT OF IT.", "The RNF left a car bomb in front of it."),
        ("IT WAS THE ROK THAT KILLED A JUDGE.", "It was the ROK that killed a judge."),
        ("ON 3 MAY THEY LEFT; MANY MAY BE DEAD.", "On 3 May they left; many may be dead."),
        ("ON MARCH 12 THEY LEFT THE MARCH.", "On March 12 they left the march."),
    ],
)
def test_names_in_capitals(text: str, expected: str, words: Lexicon) -> None:
    assert restore(text, KNOWN, words) == expected


@pytest.mark.parametrize("word", ["bombs", "bombed", "leaving", "killers", "bombing", "churches", "judge's"])
def test_inflected_words_are_words(word: str, words: Lexicon) -> None:
    assert words.is_common(word)
