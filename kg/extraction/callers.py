"""For whom somebody speaks who claims a deed: "a spokesman for *the front*", "a caller who said he spoke for *the front*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.addressees import is_actor
from kg.extraction.words import Words
from kg.language.tree import children, prepositional

#: verbs of speaking for somebody, and nouns of what is done for him: "in the *name* of the front"
SPEAKING = frozenset({"speak", "act", "call"})
BEHALF = frozenset({"behalf", "name"})


def on_behalf(tokens: list[Token], words: Words) -> list[Token]:
    """For whom those speak who claim a deed: "a spokesman for *the front* claimed the attack"."""
    return [meant for token in tokens for meant in (_spoken_for(token, words) or [token])]


def _spoken_for(token: Token, words: Words) -> list[Token]:
    clauses = children(token, "acl", "relcl")
    told = [t for clause in clauses for t in _named_in(clause) if is_actor(t, words)][:1]
    if told or "spokesperson" not in words.classes(token):
        return told
    named = [c for c in token.children if c.dep_ in {"poss", "compound", "amod", "nmod"} and words.entry(c) is not None]
    behind = [t for name, t in prepositional(token) if name in {"of", "for", "from"} and is_actor(t, words)]
    return behind or named[-1:]


def _named_in(clause: Token) -> Iterator[Token]:
    """Who is told to be spoken for: "*speaking for X*", "claiming to *represent X*", "said he called *on behalf of X*"."""
    for word in clause.subtree:
        lemma = word.lemma_.lower()
        if lemma in SPEAKING:
            yield from (t for name, t in prepositional(word) if name == "for")
        elif lemma in BEHALF and word.head.lower_ in {"on", "in"}:
            yield from (t for name, t in prepositional(word) if name == "of")
        elif lemma == "represent":
            yield from children(word, "dobj")
