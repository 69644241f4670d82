"""Parses that were written down once, so that the grammar is tested without a model."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

FILE = Path(__file__).parent / "parses.txt"


@cache
def vocabulary() -> Vocab:
    """English flags (is_punct, like_num, ...) without a model."""
    return spacy.blank("en").vocab


@cache
def blocks() -> dict[str, str]:
    """Columns of each parse by its sentence, line breaks as ¶."""
    parts = FILE.read_text(encoding="utf-8").strip().split("\n\n")
    return {head.removeprefix("# "): rows for head, _, rows in (part.partition("\n") for part in parts)}


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Doc]:
    """Build the parse of a sentence: word, space, lemma, part of speech, tag, label, head, entity, sentence start."""

    def build(sentence: str) -> Doc:
        rows = [line.split("\t") for line in blocks()[sentence.replace("\n", "¶")].split("\n")]
        return Doc(
            vocabulary(),
            words=[r[0].replace("¶", "\n") for r in rows],
            spaces=[r[1] == "+" for r in rows],
            lemmas=[r[2].replace("¶", "\n") for r in rows],
            pos=[r[3] for r in rows],
            tags=[r[4] for r in rows],
            deps=[r[5] for r in rows],
            heads=[int(r[6]) for r in rows],
            ents=[r[7] for r in rows],
            sent_starts=[r[8] == ">" for r in rows],
        )

    return build


@pytest.fixture(scope="session")
def model() -> Callable[[str], Doc]:
    """Parse with the real model."""
    from kg.language.pipeline import load, parse
    from kg.model import Document

    nlp = load()

    def read(text: str) -> Doc:
        return next(doc for _, doc in parse([Document("d", text)], nlp))

    return read
