"""Parsing that outlives a document on which the parser fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.language import pipeline
from kg.model import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Failed = Callable[[Document, Exception], object]


def parsed(
    documents: Iterable[Document], nlp: Language, failed: Failed | None = None
) -> Iterator[tuple[Document, Doc]]:
    """Parse documents batch by batch, and one by one where a batch fails; ``failed`` is told of the bad ones."""
    documents = iter(documents)
    while batch := list(islice(documents, pipeline.BATCH)):
        yield from _batch(batch, nlp, failed)


def told(document: Document, error: Exception, failed: Failed | None) -> None:
    """Tell of a document that fails; raise the error where nobody listens, or where it is the user's to mend."""
    if failed is None or isinstance(error, KgError):
        raise error
    failed(document, error)


def _batch(batch: list[Document], nlp: Language, failed: Failed | None) -> list[tuple[Document, Doc]]:
    try:
        return list(pipeline.parse(batch, nlp))
    except Exception as error:  # noqa: BLE001 (whatever it is, it must not take the other articles with it)
        if len(batch) > 1:
            return [pair for document in batch for pair in _batch([document], nlp, failed)]
        told(batch[0], error, failed)
        return []
