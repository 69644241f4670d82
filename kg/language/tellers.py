"""Who says what stands before it, where the parse makes him the last of those it was done to.

"The blast killed six guards, army officer *Sami Orlan* **told** reporters": he is the subject of the saying.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.broken_phrases import hang
from kg.language.tree import children, with_conjuncts

SAYING = frozenset({"tell", "say", "add", "confirm", "report", "announce", "write", "explain", "note"})


def to_saying(verb: Token) -> None:
    """Make the name right before a verb of saying its subject, where it has none and what is said stands before it."""
    teller = _before(verb) if verb.i and verb.tag_ in {"VBD", "VBZ"} and verb.lemma_.lower() in SAYING else None
    if teller is None or children(verb, "nsubj", "csubj", "expl"):
        return
    said = [c for c in verb.children if c.dep_ == "ccomp" and c.i < teller.i]
    if any(clause.is_ancestor(teller) for clause in said):
        hang(teller, verb, "nsubj")


def _before(verb: Token) -> Token | None:
    """Who is named right before a verb, a comma in front: "..., *the mayor of Lesk*", "..., *a nurse and a guard*"."""
    last = verb.nbor(-1)
    ending = (t for t in (last, *last.ancestors) if t.right_edge == last and t.pos_ in {"PROPN", "NOUN"})
    return next((t for t in ending if t.dep_ in {"conj", "appos"} and _is_set_off(t)), None)


def _is_set_off(name: Token) -> bool:
    """Whether a comma stands in front of a name that is no last one of a list."""
    if name.head.i >= name.i or name.left_edge.i <= name.head.i + 1 or name.left_edge.nbor(-1).text != ",":
        return False
    return not any(c.dep_ == "cc" and c.i < name.left_edge.i for t in with_conjuncts([name.head]) for c in t.children)
