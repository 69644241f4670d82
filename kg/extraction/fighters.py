"""Who fought in a clash of which its own words tell one side: "*troops* found arms after a **firefight** with rebels"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.noun_slots import counted_by
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.voice import is_passive

#: prepositions of the fight in which, or after which, somebody does something
WITHIN = frozenset({"after", "during", "following", "in", "amid"})
FIGHTING = frozenset({"armed", "rebel", "police", "protester"})


def fighters(clash: Token, words: Words) -> list[Token]:
    """Those of the clause around a clash who can have fought in it; what befell them tells no side."""
    noun = counted_by(clash) or clash
    way = noun.head
    if noun.dep_ != "pobj" or way.lower_ not in WITHIN or way.head.pos_ != "VERB" or is_passive(way.head):
        return []
    return [t for t in surface_subjects(way.head) if words.classes(t) & FIGHTING]
