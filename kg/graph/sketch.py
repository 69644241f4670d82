"""A portrait of an article, kept when its text is not: its rare words, and a MinHash by which copies are known.

How rare a word is comes from its frequency in English at large (wordfreq), not from the articles in the store: the
likeness of two articles must not change because a third one comes.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.model import Record

#: how many words a portrait keeps; permutations of MinHash and its seed; words of a shingle
KEPT, PERMUTATIONS, SEED, SHINGLE = 64, 64, 42, 5
#: share of shingles from which two articles are copies: agencies' copy with another headline, a cut end or an added line
COPY = 0.5
#: a word is worth the powers of ten by which it is rarer than the words of daily use, up to a ceiling; the least that counts
COMMON, CEILING, LEAST = 6.5, 5.0, 0.9
#: what a word in small letters is worth beside a name
PLAIN = 0.6
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = {2: 1.0, 3: 1.5}

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Sketch:
    """``words``: the rarest words with their weights; ``hashes``: the MinHash of the text, empty without one."""

    words: Weights
    hashes: tuple[int, ...] = ()

    def encode(self) -> str:
        """Write it as a line of JSON: weights in tenths, hashes in hexadecimal digits."""
        words = {word: round(weight * 10) for word, weight in sorted(self.words.items())}
        return json.dumps({"words": words, "minhash": "".join(f"{value:08x}" for value in self.hashes)})

    @classmethod
    def decode(cls, line: str) -> Sketch:
        """Read what ``encode`` wrote."""
        data = json.loads(line)
        digits = data["minhash"]
        hashes = tuple(int(digits[i : i + 8], 16) for i in range(0, len(digits), 8))
        return cls({word: tenths / 10 for word, tenths in data["words"].items()}, hashes)


def sketch(record: Record) -> Sketch:
    """Portray an article; where its text was not kept, by its title and the sentences with events."""
    if record.text is None:
        sentences = {(event.sentence.start, event.sentence.text) for event in record.events}
        return Sketch(_rounded(weights([record.title or "", *(text for _, text in sorted(sentences))], KEPT)))
    text = record.text if not record.title or record.title in record.text else f"{record.title}\n{record.text}"
    return Sketch(_rounded(weights([text], KEPT)), _minhash(record.text))


def _rounded(words: Weights) -> Weights:
    return {word: round(weight * 10) / 10 for word, weight in words.items()}


def weights(texts: Iterable[str], kept: int) -> Weights:
    """Return the rarest words of texts with their weights: names more than common words, numbers by their length."""
    found = [match[0] for text in texts for match in _WORD.finditer(text)]
    small = {word for word in found if word.islower()}
    out: dict[str, float] = {}
    for word in found:
        key = _plain(word)
        weight = _weight(key, name=word[0].isupper() and key not in small)
        if weight > LEAST:
            out[key] = max(weight, out.get(key, 0.0))
    return dict(sorted(out.items(), key=lambda item: (-item[1], item[0]))[:kept])


@cache
def _plain(word: str) -> str:
    """A word in small letters, without the ending of the genitive."""
    return re.sub(r"[’']s$", "", word.lower())


@cache
def _weight(word: str, *, name: bool) -> float:
    if word.isdigit():
        return 0.0 if len(word) < 2 or _YEAR.fullmatch(word) else _DIGITS.get(len(word), 2.5)
    return 0.0 if len(word) < 3 else rarity(word) * (1.0 if name else PLAIN)


@cache
def rarity(word: str) -> float:
    """Return by how many powers of ten a word is rarer than those of daily use (Zipf scale, van Heuven et al. 2014)."""
    from wordfreq import zipf_frequency

    return max(0.0, min(CEILING, COMMON - zipf_frequency(word, "en")))


def norm(words: Weights) -> float:
    """Return the length of a set of weighted words as a vector."""
    return math.sqrt(sum(weight * weight for weight in words.values()))


def copies(one: Sketch, other: Sketch) -> bool:
    """Whether two articles are near-identical: their texts share at least COPY of their shingles, as MinHash estimates it."""
    if not one.hashes or len(one.hashes) != len(other.hashes):
        return False
    same = sum(a == b for a, b in zip(one.hashes, other.hashes, strict=True))
    return same / len(one.hashes) >= COPY


def _minhash(text: str) -> tuple[int, ...]:
    from rensa import RMinHash

    shingles = sorted(set(_shingles([word.lower() for word in _WORD.findall(text)])))
    if not shingles:
        return ()
    found = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    found.update(shingles)
    return tuple(found.digest())


def _shingles(words: list[str]) -> Iterator[str]:
    for start in range(max(1, len(words) - SHINGLE + 1)):
        if shingle := " ".join(words[start : start + SHINGLE]):
            yield shingle
