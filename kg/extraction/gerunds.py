"""Gerunds that the parser takes for participles: "killed in *police* **firing**", "two rounds of **firing**"."""

from __future__ import annotations

from spacy.tokens import Token

#: places in a sentence where a verb in -ing is a noun
NOMINAL = frozenset({"nsubj", "nsubjpass", "csubj", "pobj", "dobj"})
#: words for how often or how long: "three rounds of *firing*"
TIMES = frozenset("round burst spate series wave bout spell hour day incident case instance".split())


def before(token: Token) -> Token | None:
    """The noun that a gerund hung beside it belongs to: "the toll in *police* **firing**"."""
    if not _is_bare(token) or token.dep_ not in {"acl", "advcl", "amod", "pcomp"} or not token.i:
        return None
    noun: Token = token.doc[token.i - 1]
    return noun if noun.dep_ == "pobj" and noun != token.head and noun.pos_ in {"NOUN", "PROPN"} else None


def is_noun(token: Token) -> bool:
    """Whether a gerund stands where a noun does: "**fighting** went on", "four rounds of **firing**"."""
    if not _is_bare(token):
        return False
    of = token.dep_ == "pcomp" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in TIMES
    return of or token.dep_ in NOMINAL or before(token) is not None


def _is_bare(token: Token) -> bool:
    return token.tag_ == "VBG" and not any(c.dep_ in {"dobj", "aux", "auxpass"} for c in token.children)
