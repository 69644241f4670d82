"""Actors as the text names them: the words of a mention, a name without trades and titles, an entry of the ontology."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.language.names import Name
from kg.linking.naming import proper_name
from kg.linking.owners import Owners
from kg.linking.titles import own_name, ranked
from kg.model import Actor, Span, Stance
from kg.ontology import Entry


class Quoting(Owners):
    """Quotes the document; who puts actors together from descriptions is ``Composition``."""

    def span(self, start: int, end: int) -> Span:
        """Quote the document."""
        return Span(start, end, self.document.text[start:end])

    def tokens(self, first: int, end: int) -> Span:
        """Quote tokens."""
        doc = self.words.doc
        return self.span(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]))

    def _proper_name(self, head: Token) -> str:
        words = proper_name(head)
        return self.tokens(words.start, words.end).text

    def _person(self, blank: Actor, head: Token) -> Actor:
        """Somebody by his own name: trades and titles in front of it are no part of the mention."""
        words = proper_name(head)
        own = own_name(words, self.words)
        named = replace(blank, name=self.tokens(own.start, own.end).text)
        return named if own.start == words.start else self._from(named, ranked(own, words.start, self.words))

    def _untitled(self, blank: Actor, name: Name) -> Actor:
        """Somebody whom the ontology knows, without the trades and titles in front of his name."""
        words = self.words.doc.char_span(blank.start, blank.end, alignment_mode="expand")
        own = own_name(words, self.words) if words is not None else None
        if words is None or own is None or own.start_char != name.start:
            return blank
        return self._from(blank, ranked(own, words.start, self.words))

    def _from(self, actor: Actor, words: Tokens) -> Actor:
        """A mention that begins with the first of some words."""
        start, end = words.start_char, actor.end
        return replace(actor, start=start, text=self.span(start, end).text) if words.end_char <= end else actor

    def _entry(self, blank: Actor, entry: Entry) -> Actor:
        """The actor of an entry; who speaks for an international body does so for no country: "*Kofi Annan*"."""
        abroad = entry.kind == "Person" and entry.sector == "IGO"
        return replace(
            blank,
            id=entry.id,
            name=entry.name,
            kind=self.ontology.shown_kind(entry),
            country=None if abroad else entry.country,
            sector=entry.sector,
            stances=tuple(Stance("led_by", leader) for leader in entry.led_by),
        )
