"""Documents built by hand: ``[Goma|GPE]`` is a name with what the model holds it for, ``[Goma]`` one without."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.model import Document

MARK = re.compile(r"\[([^|\]]+)(?:\|([A-Z]+))?\]")
SMALL = {
    **dict.fromkeys(
        "in at near from to of on with between outside around across for by toward towards into".split(), "ADP"
    ),
    **dict.fromkeys("and or".split(), "CCONJ"),
    **dict.fromkeys("the a an".split(), "DET"),
    **dict.fromkeys(
        "captured shelled attacked bombed seized took entered visited met said fled moved killed".split(), "VERB"
    ),
}
NLP = spacy.blank("en")


def parse(marked: str) -> tuple[Document, Doc]:
    """Build (document, parsed document) from marked text; capitalised words are proper nouns."""
    text, spans, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        spans.append((len(text), len(text) + len(mark.group(1)), mark.group(2)))
        text += mark.group(1)
        at = mark.end()
    text += marked[at:]
    doc = NLP(text)
    for token in doc:
        before = doc[token.i - 1].text if token.i else "."
        token.is_sent_start = before in {".", "!", "?"} and token.text not in {"(", "-"}
        named = any(start <= token.idx < end for start, end, _ in spans)
        known = SMALL.get(token.lower_, "PUNCT" if token.is_punct else "NOUN")
        capital = token.text[:1].isupper() and not token.is_sent_start
        token.pos_ = "PROPN" if named or (capital and known == "NOUN") else known
        token.lemma_ = (
            re.sub(r"(?<=[^e])ed$", "", token.lower_).replace("captured", "capture").replace("seized", "seize")
        )
        token.lemma_ = {"took": "take", "captur": "capture", "seiz": "seize"}.get(token.lemma_, token.lemma_)
    doc.set_ents([span for start, end, label in spans if label and (span := _span(doc, start, end, label))])
    return Document("d", text), doc


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    return doc.char_span(start, end, label=label, alignment_mode="expand")


@pytest.fixture(scope="session")
def parse_marked() -> Callable[[str], tuple[Document, Doc]]:
    """Build documents from marked text."""
    return parse
