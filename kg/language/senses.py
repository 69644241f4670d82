"""Which kind of event a note tells, from all its words: what no list of single words holds.

"A burst of bullets *ended his life* as the Fiat drew level" tells an attack, and "engineers have put up sandbags, a radio mast
and a clinic: *it will be their home*" a base, by no word alone.  A multinomial logistic model over words, pairs of
neighbouring words and word vectors says which of ACLED's sub-event types a note tells, or ``NOTHING``.  It is fitted by
``tests/gold/fit_senses.py`` to notes of our own; the vectors are those of spaCy's en_core_web_md.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token
from wordfreq import zipf_frequency

from kg.language.opinions import voter
from kg.language.pipeline import SECOND_MODEL

#: the label of notes that tell no event of any type
NOTHING = "None"
#: parts of speech of the words that tell what is done to what
TELLING = frozenset({"VERB", "NOUN"})
#: frequency (Zipf scale: log10 per thousand million words) from which a word says nothing, and what such a word still weighs
COMMON, LEAST = 7.0, 0.025
#: numbers of one vector, words that are remembered
WIDTH, WORDS = 300, 50_000
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """``weights`` has a row for each label, a column for each term, then those of both vectors; ``bias`` one number a label."""

    labels: tuple[str, ...]
    columns: Mapping[str, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]


@cache
def model() -> Model:
    """The fitted model, loaded once."""
    with files("kg.language").joinpath("data", "senses.npz").open("rb") as file, np.load(file) as held:
        terms = [str(term) for term in held["terms"]]
        return Model(
            labels=tuple(map(str, held["labels"])),
            columns={term: column for column, term in enumerate(terms)},
            weights=held["weights"].astype(np.float32),
            bias=held["bias"].astype(np.float32),
        )


def content(tokens: Iterable[Token]) -> list[Token]:
    """The words that say something: no stop words, figures or signs, and no names, which only say where and who."""
    return [token for token in tokens if token.is_alpha and not token.is_stop and token.pos_ != "PROPN"]


@lru_cache(maxsize=WORDS)
def weight(word: str) -> float:
    """How much a word says: the rarer it is in English at large, the more."""
    return max(LEAST, (COMMON - zipf_frequency(word, "en")) / 4)


@lru_cache(maxsize=WORDS)
def _vector(word: str) -> Vector:
    """The vector of a word, of length 1; zeros for a word that has none."""
    return _unit(np.asarray(voter(SECOND_MODEL).vocab.get_vector(word), dtype=np.float64))


def _unit(vector: Vector) -> Vector:
    """A vector made 1 long; zeros stay zeros."""
    return vector / (float(np.linalg.norm(vector)) or 1.0)


def terms(words: Sequence[Token]) -> dict[str, float]:
    """The words of a note and the pairs of neighbouring ones, each with what it weighs in a vector of length 1."""
    names = [word.lemma_.lower() for word in words]
    found = Counter([*names, *(f"{one} {next_}" for one, next_ in pairwise(names))])
    weighed = {term: (1 + math.log(n)) * (weight(term) if " " not in term else 1.0) for term, n in found.items()}
    length = math.hypot(*weighed.values()) or 1.0
    return {term: value / length for term, value in weighed.items()}


def meaning(words: Sequence[Token]) -> Vector:
    """Two vectors behind one another, each of length 1: of all words by what they weigh, and of verbs and nouns alike."""
    parts = [sum((weight(w.lower_) * _vector(w.lower_) for w in words), np.zeros(WIDTH))]
    parts.append(sum((_vector(w.lower_) for w in words if w.pos_ in TELLING), np.zeros(WIDTH)))
    return np.concatenate([_unit(part) for part in parts])


def probabilities(tokens: Iterable[Token]) -> dict[str, float]:
    """How likely a note tells an event of each type, or nothing; they add up to 1."""
    known, words = model(), content(tokens)
    scores = known.bias.astype(np.float64)
    for term, value in terms(words).items():
        if term in known.columns:
            scores = scores + value * known.weights[:, known.columns[term]]
    scores = scores + known.weights[:, len(known.columns) :] @ meaning(words)
    shares = np.exp(scores - scores.max())
    return dict(zip(known.labels, (shares / shares.sum()).tolist(), strict=True))


def evidence(tokens: Iterable[Token], label: str) -> dict[int, float]:
    """How much each word, by its index, speaks for a type and against nothing at all (log odds)."""
    known, words = model(), content(tokens)
    ahead = known.labels.index(label), known.labels.index(NOTHING)
    apart = (known.weights[ahead[0]] - known.weights[ahead[1]]).astype(np.float64)
    found = dict.fromkeys((word.i for word in words), 0.0)
    weighed, vectors = terms(words), apart[len(known.columns) :].reshape(2, WIDTH)
    for word in words:
        term, vector = word.lemma_.lower(), _vector(word.lower_)
        if term in known.columns:
            found[word.i] += weighed[term] * apart[known.columns[term]]
        found[word.i] += weight(word.lower_) * float(vectors[0] @ vector) / len(words) ** 0.5
        if word.pos_ in TELLING:
            found[word.i] += float(vectors[1] @ vector) / len(words) ** 0.5
    return found
