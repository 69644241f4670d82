"""Clauses that the parser breaks: a participle that passes for a word before a noun, a share of people for an object."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.broken_phrases import hang
from kg.language.tree import OBJECTS, child, children


def mend_clause(token: Token) -> None:
    """Put the clause around one word together, if it is broken at it."""
    if token.dep_ == "amod" and token.tag_ == "VBG":
        _to_maker(token)
    elif token.dep_ in OBJECTS and child(token, "nummod") is not None:
        _to_share(token)


def _to_maker(participle: Token) -> None:
    """Make "hit a *plant* **producing** *drones*" the plant that is hit, where the parser reads drones."""
    maker, made = child(participle, "npadvmod"), participle.head
    close = (
        maker is not None and maker.i == participle.i - 1 and participle.i < made.i and made.dep_ in OBJECTS | {"pobj"}
    )
    if maker is None or not close or not any(c.dep_ == "det" and c.i < maker.i for c in made.children):
        return
    for word in [c for c in made.children if c.i < maker.i]:
        hang(word, maker, word.dep_)
    hang(maker, made.head, made.dep_)
    hang(participle, maker, "acl")
    hang(made, participle, "dobj")


def _to_share(people: Token) -> None:
    """Hang a share on those it is of: "killing three and injuring *45*, **twelve** of them *policemen*"."""
    number = child(people, "nummod")
    of = [p for p in children(number, "prep") if p.lower_ == "of"] if number is not None else []
    them = [t for p in of for t in children(p, "pobj") if t.lower_ in {"them", "whom"}]
    first = people.left_edge.i
    if not them or first < 2 or people.doc[first - 1].text != ",":
        return
    whole = people.doc[first - 2]
    if whole.pos_ in {"NOUN", "NUM"} and whole != people.head:
        hang(people, whole, "appos")
