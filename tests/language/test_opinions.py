"""Three parsers vote on a sentence."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from spacy.tokens import Doc

from kg.errors import MissingModel
from kg.language.opinions import is_tree, vote, voter
from kg.model import Document

Parsed = Callable[[str], Doc]


@pytest.fixture(scope="module")
def model() -> Parsed:
    """The whole pipeline, from a text to its parse."""
    from kg.language.pipeline import load, parse

    nlp = load()
    return lambda text: next(doc for _, doc in parse([Document("x", text)], nlp))


def reading(*rows: tuple[int, int, int]) -> np.ndarray:
    """Offset of the head, label and tag of each word."""
    return np.array(rows, dtype=np.int64)


BEST = reading((1, 10, 1), (0, 11, 2), (-1, 12, 3))


def test_two_against_one_decide_on_a_word() -> None:
    other = reading((1, 10, 1), (0, 11, 2), (-2, 13, 4))
    assert vote(BEST, other, other).tolist() == other.tolist()
    assert vote(BEST, other, BEST).tolist() == BEST.tolist()


def test_the_best_decides_where_all_differ() -> None:
    second = reading((1, 10, 1), (0, 11, 2), (-2, 13, 4))
    third = reading((2, 10, 1), (1, 14, 5), (0, 11, 3))
    assert vote(BEST, second, third)[2].tolist() == [-1, 12, 3]


def test_a_label_is_voted_on_among_those_who_agree_on_the_head() -> None:
    label, tag = BEST.copy(), BEST.copy()
    label[2, 1] = 99
    tag[2, 2] = 77
    assert vote(BEST, label, label)[2].tolist() == [-1, 99, 3]
    assert vote(BEST, label, tag)[2].tolist() == [-1, 12, 3]
    assert vote(BEST, tag, tag)[2].tolist() == [-1, 12, 77]


def test_heads_that_are_no_tree_are_not_mixed() -> None:
    best = reading((1, 1, 1), (0, 1, 1), (-1, 1, 1), (-1, 1, 1))
    second = reading((0, 1, 1), (1, 1, 1), (-2, 1, 1), (-1, 1, 1))
    third = reading((1, 1, 1), (1, 1, 1), (0, 1, 1), (-1, 1, 1))
    assert vote(best, second, third).tolist() in [r.tolist() for r in (best, second, third)]


@pytest.mark.parametrize(
    ("offsets", "whole"), [([1, 0, -1], True), ([1, -1, 0], False), ([0, 0, -1], False), ([0], True), ([1, 1, 0], True)]
)
def test_trees(offsets: list[int], whole: bool) -> None:
    assert is_tree(offsets) == whole


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "doers", "verb"),
    [
        ("Gunmen on a motorcycle opened fire on a police patrol in Lesk on Thursday, police said.", "Gunmen", "opened"),
        (
            "A missile strike on a station packed with evacuees in Lesk killed at least 50 people Friday.",
            "strike",
            "killed",
        ),
        ("Four heavily armed men sneaked into an army camp in Lesk, before dawn, killing 17.", "men", "sneaked"),
    ],
)
def test_what_the_small_parser_misreads(model: Parsed, text: str, doers: str, verb: str) -> None:
    doc = model(text)
    word = next(t for t in doc if t.text == doers)
    assert (word.dep_, word.head.text) == ("nsubj", verb)


@pytest.mark.model
def test_limits_of_sentences_stay(model: Parsed) -> None:
    doc = model("LESK, Norland -- Gunmen on a motorcycle opened fire on a patrol, police said.\n\nTwo died.")
    assert [s.text.strip() for s in doc.sents][-1] == "Two died."
    assert all(token in sentence for sentence in doc.sents for token in (t.head for t in sentence))


def test_a_voter_that_is_not_there_is_named() -> None:
    with pytest.raises(MissingModel, match="no_such_model is not installed: pip install"):
        voter("no_such_model")
