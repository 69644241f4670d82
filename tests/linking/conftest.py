"""Documents built by hand: ``[Goma|GPE]`` is a name with what the model holds it for, ``[Goma]`` one without."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.extraction.words import Words
from kg.linking.actors import ActorReader
from kg.linking.context import Context
from kg.linking.coreference import Antecedents
from kg.model import Document, Place, Record

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


#: the places of the written parses: country and how exact
PLACES = {
    "Aleppo": ("SYR", "settlement"), "Damascus": ("SYR", "settlement"), "Syria": ("SYR", "country"), "Iraq": ("IRQ", "country"),
    "Mosul": ("IRQ", "settlement"), "Baghdad": ("IRQ", "settlement"), "Gaza": ("PSE", "settlement"),
    "Mogadishu": ("SOM", "settlement"),
    "Somalia": ("SOM", "country"), "Goma": ("COD", "settlement"), "Israel": ("ISR", "country"), "Turkey": ("TUR", "country"),
    "Washington": ("USA", "settlement"), "Moscow": ("RUS", "settlement"), "Idlib": ("SYR", "admin1"),
    "Homs": ("SYR", "settlement"),
    "Georgia": ("USA", "admin1"), "Atlanta": ("USA", "settlement"), "Sarajevo": ("BIH", "settlement"),
    "Peru": ("PER", "country"), "Lima": ("PER", "settlement"), "Tikrit": ("IRQ", "settlement"), "Kirkuk": ("IRQ", "settlement"),
}  # fmt: skip


def known_places(words: Words) -> tuple[Place, ...]:
    """The places that a written parse marks, with what the table above says of them."""
    out = []
    for start, end in sorted(set(words.toponyms.values())):
        text = words.doc.text[start:end]
        country, precision = PLACES.get(text, (None, None))
        out.append(Place(start, end, text, text, country=country, precision=precision, id=f"place:{text.lower()}"))
    return tuple(out)


@pytest.fixture(scope="session")
def places_of() -> Callable[[Words], tuple[Place, ...]]:
    """Build the places that a written parse marks."""
    return known_places


@pytest.fixture(scope="session")
def read_actors(look_up: Callable[[str], Words]) -> Callable[..., ActorReader]:
    """Build the reader of actors of a written parse, for a day."""

    def build(text: str, day: str | None = "2019-06-01") -> ActorReader:
        words = look_up(text)
        places = known_places(words)
        return ActorReader(Document("d", text), words, Context(words, places, day), Antecedents(words), places)

    return build


@pytest.fixture(scope="session")
def read() -> Callable[[str], Record]:
    """Read a text with the real model."""
    from kg.language.pipeline import load, parse
    from kg.linking.records import record
    from kg.ontology import load as load_ontology

    def build(text: str) -> Record:
        document, doc = next(iter(parse([Document("d", text, published="2024-01-05")], load())))
        return record(document, doc, load_ontology())

    return build
