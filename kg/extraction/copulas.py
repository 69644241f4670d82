"""Copulas that tell who it was that did something: "it *was* the rebels who attacked", "rebels *were* the ones who did"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.tree import children

#: words that stand for the subject of a copula: "rebels were the *ones* who attacked", "the *first* to attack"
SAME = frozenset({"one", "ones", "first", "last"})


def identity(noun: Token) -> Token | None:
    """The copula by which a noun, or the subject that it stands for, is told to be who did what hangs on the noun."""
    copula = noun.head
    if noun.dep_ != "attr" or copula.lemma_ != "be":
        return None
    it = any(c.lower_ == "it" for c in children(copula, "nsubj"))
    the = any(c.lower_ in {"the", "those"} for c in noun.children) and not children(noun, "prep")
    return copula if it or (the and noun.lower_ in SAME) else None


def is_ruled_out(noun: Token) -> bool:
    """Whether somebody is told not to be who did it: "it was not *the rebels* who attacked"."""
    copula = identity(noun)
    return copula is not None and bool(children(copula, "neg"))
