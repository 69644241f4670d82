"""The words of a document by the tokens of its parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.model import Document, Span


class Wording:
    """Quotes one parsed document."""

    def __init__(self, document: Document, doc: Doc) -> None:
        self.document, self.doc = document, doc

    def quote(self, first: int, end: int) -> Span:
        """Quote some tokens."""
        start, last = self.doc[first].idx, self.doc[end - 1]
        stop = last.idx + len(last)
        return Span(start, stop, self.document.text[start:stop])

    def sentence(self, token: Token) -> Span:
        """Quote the sentence of a token, without the space around it."""
        sentence = token.sent
        first, end = sentence.start, sentence.end
        while end - 1 > first and self.doc[end - 1].is_space:
            end -= 1
        while first < end - 1 and self.doc[first].is_space:
            first += 1
        return self.quote(first, end)
