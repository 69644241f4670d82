"""Nouns that tell a man from a woman: a "she" is no *boy*, a "he" no *widow*."""

from __future__ import annotations

from spacy.tokens import Token

FEMALE = frozenset(
    (
        "woman girl wife mother daughter sister widow aunt niece grandmother granddaughter stepdaughter stepmother actress "
        "queen princess nun schoolgirl housewife waitress lady mrs"
    ).split()
)
MALE = frozenset(
    (
        "man boy husband father son brother widower uncle nephew grandfather grandson stepson stepfather king prince monk "
        "priest imam schoolboy gentleman"
    ).split()
)
#: endings of trades
ENDINGS = {FEMALE: "woman", MALE: "man"}


def is_of(noun: Token, gender: frozenset[str]) -> bool:
    """Whether a noun is of a gender: "an 11-year-old *girl*", "a *policewoman*"."""
    word = noun.lemma_.lower()
    if word in gender:
        return True
    ends = word.endswith(ENDINGS[gender]) and word != "human"
    return ends and not (gender is MALE and word.endswith("woman"))
