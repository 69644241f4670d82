"""The words for numbers and their bounds, ``ontology/casualties.toml``, as look-ups."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.ontology import folder
from kg.ontology.vocabulary import read_toml

FILE = "casualties.toml"
FIGURE = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$")
FIGURES = re.compile(r"^(\d+)[-\u2013](\d+)$")
#: by their first word: phrases of several words and the bound that they set, the longest first
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words for numbers."""

    words: Mapping[str, int]
    multipliers: Mapping[str, int]
    plurals: Mapping[str, tuple[int, int]]
    indefinite: Mapping[str, tuple[int, int]]
    bounds: Phrases
    suffixes: Phrases
    none: frozenset[str]
    one: frozenset[str]

    def starts(self, word: str) -> bool:
        """Whether a word is or may begin a number (articles and bounds aside)."""
        known = word in self.words or word in self.multipliers or word in self.plurals or word in self.indefinite
        return known or bool(FIGURE.match(word) or FIGURES.match(word))


@cache
def numerals(path: Path | None = None) -> Numerals:
    """Read the words for numbers from casualties.toml."""
    table: dict[str, Any] = read_toml(path or folder() / FILE)["numbers"]
    return Numerals(
        words=table["words"],
        multipliers=table["multipliers"],
        plurals={word: (low, unit) for word, (low, unit) in table["plurals"].items()},
        indefinite={word: (low, high) for word, (low, high) in table["indefinite"].items()},
        bounds=_phrases(table["bounds"]),
        suffixes=_phrases(table["suffixes"]),
        none=frozenset(table["none"]["words"]),
        one=frozenset(table["none"]["one"]),
    )


def _phrases(table: Mapping[str, list[str]]) -> Phrases:
    pairs = [(tuple(phrase.split()), bound) for bound, phrases in table.items() for phrase in phrases]
    out: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for words, bound in sorted(pairs, key=lambda pair: (-len(pair[0]), pair)):
        out[words[0]] = (*out.get(words[0], ()), (words, bound))
    return out
