"""The real model, for the few tests that need it; hand-written parses are in tests/conftest.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


@pytest.fixture(scope="session")
def model() -> Callable[[str], Doc]:
    """Parse with the real model."""
    from kg.language.pipeline import load, parse
    from kg.model import Document

    nlp = load()

    def read(text: str) -> Doc:
        return next(doc for _, doc in parse([Document("d", text)], nlp))

    return read
