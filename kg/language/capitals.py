"""Which words of a text in capitals are names: those that no dictionary holds, and those that stand in a known name.

"FRONT" is a name in "POPULAR FRONT" and a noun in "IN FRONT OF"; "HUAMANI" is in no dictionary, and so "JULIAN" before it is
a first name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

DAYS = frozenset(
    "january february april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
#: words that no name but a longer one is made of
FUNCTION = frozenset(STOP_WORDS) - {"front", "side", "call", "name", "move", "show"}
#: months that are other words too
AMBIGUOUS = frozenset({"may", "march"})
#: endings of inflected words, and what stands for them in the base form
ENDINGS = (
    ("'s", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ied", "y"), ("ing", ""),
    ("ing", "e"), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("est", ""), ("ly", ""), ("men", "man"),
)  # fmt: skip
DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1(?:ed|ing|er)$")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a dictionary and the ontology know of words, all in lower case.

    ``common`` are words of the language, ``nouns`` those of them that are nouns alone, ``alone`` names of one word,
    ``fellows`` words that follow each other in a known name.
    """

    common: Set[str]
    nouns: Set[str]
    alone: Set[str]
    fellows: Set[tuple[str, str]]

    def is_common(self, word: str) -> bool:
        """Whether a word, as it stands or in its base form, is one of the language."""
        if word in self.common or len(word) < 2:
            return True
        bases = (word.removesuffix(ending) + put for ending, put in ENDINGS if word.endswith(ending))
        doubled = DOUBLED.search(word)
        return any(base in self.common for base in bases) or (
            doubled is not None and word[: doubled.start() + 1] in self.common
        )


def is_acronym(word: str, known: Lexicon) -> bool:
    """Whether a known acronym in a text in capitals is one, and not the word that it spells: "WHO", "CAR"."""
    plain = word.lower()
    return plain in known.nouns or not known.is_common(plain)


def lexicon(tables: Mapping[str, Iterable[str]], own: Set[str], alone: Set[str], names: Iterable[str]) -> Lexicon:
    """A lexicon from word lists by part of speech, the words of the vocabulary and the names of the ontology."""
    words = {kind: frozenset(found) for kind, found in tables.items()}
    others = frozenset(w for kind, found in words.items() if kind != "noun" for w in found) | own | FUNCTION
    nouns = words.get("noun", frozenset()) - others
    pairs = {(a.lower(), b.lower()) for name in names for a, b in zip(name.split(), name.split()[1:], strict=False)}
    fellows = frozenset(pair for pair in pairs if not set(pair) & FUNCTION)
    return Lexicon(others | nouns, nouns, frozenset(w.lower() for w in alone), fellows)


def names_in(words: Sequence[str], joined: Sequence[bool], known: Lexicon) -> list[bool]:
    """Which words of a line are names; ``joined`` tells which follow the word before with a blank alone between."""
    low = [word.lower().rstrip(".") for word in words]
    out = [_is_name(low, i, joined, known) for i in range(len(low))]
    for i in range(len(low) - 2, -1, -1):
        first_name = joined[i + 1] and out[i + 1] and low[i] in known.nouns and not known.is_common(low[i + 1])
        out[i] = out[i] or first_name
    return out


def _is_name(low: Sequence[str], at: int, joined: Sequence[bool], known: Lexicon) -> bool:
    word = low[at]
    if word in DAYS or word in known.alone:
        return True
    if word in FUNCTION:
        return False
    before = at > 0 and joined[at] and (low[at - 1], word) in known.fellows
    behind = at + 1 < len(low) and joined[at + 1] and (word, low[at + 1]) in known.fellows
    return before or behind or not known.is_common(word)
