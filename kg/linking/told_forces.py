"""Whose a force is of which a text told before: "*Israeli troops* shot a man in Nablus.  **The army** then raided Jenin"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.ontology import Entry


def land_of_force(head: Token, code: str, words: Words) -> Entry | None:
    """The one land whose force of a kind the text names before a word, whatever towns it names."""
    before = [(t, e) for t in words.doc[: head.i] if (e := words.entry(t)) is not None and e.kind == "Country"]
    forces = {entry.id: entry for token, entry in before if _is_of_force(token, code, words)}
    if not forces and code == "MIL":  # "*Israel* bombed Lesk.  **The army** ..."
        forces = {entry.id: entry for token, entry in before if _fights(token, words)}
    return next(iter(forces.values())) if len(forces) == 1 else None


def _is_of_force(land: Token, code: str, words: Words) -> bool:
    """Whether a land stands before the noun for such a force of its own: "*Israeli* troops", "*Kenya's* police"."""
    role = words.role(land.head) if land.dep_ in {"amod", "compound", "nmod", "poss"} else None
    return role is not None and role.code == code


def _fights(land: Token, words: Words) -> bool:
    """Whether a land is told to do violence itself: "*Israel* bombed Lesk"."""
    return land.dep_ == "nsubj" and words.does_violence(land.head)
