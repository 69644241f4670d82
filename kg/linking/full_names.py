"""The full name that a short one was introduced by: "Rene Emilio Ponce ... Ponce"; the name that a title stands before."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from kg.extraction.words import Words

NAMING = frozenset({"compound", "nmod", "flat"})
#: labels that the model gives surnames standing alone
SURNAMES = frozenset({"PERSON", "", "ORG", "NORP"})
#: letters from which a word can be a surname by itself
SHORTEST = 4


def name_words(head: Token, titles: Collection[str]) -> tuple[str, ...]:
    """The words of a person's name that ends at a token, titles left out."""
    before = [c for c in head.children if c.dep_ in NAMING and c.pos_ == "PROPN" and c.lower_ not in titles]
    return (*(c.text for c in before), head.text)


def full_name(head: Token, words: Words, titles: Collection[str]) -> Token | None:
    """The head of the last longer name before it that ends in the words of this one."""
    own = name_words(head, titles)
    if words.is_toponym(head) or head.ent_type_ not in SURNAMES or len(head) < SHORTEST:
        return None
    for token in reversed(words.alike(head)):
        if token.i < head.i and token.text == head.text and token.ent_type_ == "PERSON":
            other = name_words(token, titles)
            if len(other) > len(own) and other[-len(own) :] == own:
                return token
    return None


def named(head: Token) -> Token:
    """The name right behind a common noun that it is apposed to: "the presidential candidate *Ana Ruiz*"."""
    if head.pos_ != "NOUN":
        return head
    for item in head.children:
        beside = item.dep_ == "appos" and item.pos_ == "PROPN" and item.left_edge.i == head.i + 1
        if beside and item.ent_type_ in {"PERSON", ""} and item.left_edge != item:
            return item
    return head
