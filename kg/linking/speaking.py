"""Who speaks in a text: a "they" inside a quotation is seldom the one who is quoted, and does what armed people do."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Doc, Token

from kg.extraction.quotation import quotations
from kg.extraction.words import Words
from kg.language.tree import child, children
from kg.ontology.word_classes import word_class

#: verbs whose subject is quoted
QUOTING = word_class("quoting")


class Speaking:
    """The quotations of one document and those who speak in them."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.doc: Doc = words.doc

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens between quotation marks."""
        return frozenset(i for quote in quotations(self.doc) for i in range(quote.start, quote.end))

    @cached_property
    def speakers(self) -> frozenset[int]:
        """The tokens that tell who is quoted: "said *a farmer of Lesk*"."""
        found: set[int] = set()
        for token in self.doc:
            quotes = token.dep_ == "nsubj" and token.head.lemma_ in QUOTING and token.i not in self.quoted
            if quotes and any(t.i in self.quoted for t in token.sent):
                found.update(t.i for t in token.subtree)
        return frozenset(found)

    def is_quoted(self, pronoun: Token) -> bool:
        """Whether a pronoun stands between quotation marks."""
        return pronoun.i in self.quoted

    def attacks(self, pronoun: Token) -> bool:
        """Whether a pronoun is told to do violence: "*they* killed a boy", "*they* began shooting"."""
        verb = pronoun.head
        if pronoun.dep_ != "nsubj" or child(verb, "auxpass") is not None:
            return False
        beside = (v for v in children(verb, "advcl", "conj") if v.tag_ == "VBG" or v.dep_ == "conj")
        return any(self._is_assault(v) for v in (verb, *children(verb, "xcomp"), *beside))

    def is_attacked(self, pronoun: Token) -> bool:
        """Whether violence is done to a pronoun: "officers shot *him*"."""
        return pronoun.dep_ in {"dobj", "nsubjpass"} and self._is_assault(pronoun.head)

    def _is_assault(self, verb: Token) -> bool:
        found = self.words.ontology.triggers.get(("verb", verb.lemma_.lower()), ())
        return any(self.words.ontology.actions[trigger.action].plover == "ASSAULT" for trigger in found)


def is_teller(token: Token) -> bool:
    """Whether somebody only tells what a sentence says before him: "the man shot two guards, *the sheriff* said"."""
    verb = token.head
    told = any(c.i < token.i for c in children(verb, "ccomp", "parataxis"))
    return token.dep_ == "nsubj" and verb.lemma_ in QUOTING and told
