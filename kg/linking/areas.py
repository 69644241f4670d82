"""Which place a noun for an area can stand for: "the *city*", "the *capital*", "the *province*"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.words import Words

AREAS = frozenset(
    (
        "city town village capital area region province district territory island enclave settlement "
        "neighbourhood neighborhood port"
    ).split()
)
#: words for areas that are of one size
SIZES = (
    frozenset("city town village settlement port capital".split()),
    frozenset("neighbourhood neighborhood district quarter suburb".split()),
    frozenset("province region territory state governorate county department".split()),
    frozenset({"island"}),
    frozenset({"enclave"}),
)


def is_area(place: Token, noun: str, words: Words) -> bool:
    """Whether a name is one of a place that a noun can stand for; words beside it tell its size: "Lesk *district*" is no town.

    The capital is a state's, and a name alone tells no island.
    """
    if not words.is_toponym(place):
        return False
    beside = {place.doc[i].lower_ for i in (place.i - 2, place.i + 1) if 0 <= i < len(place.doc)}
    told = [size for size in SIZES if beside & size]
    if noun == "capital":
        name = words.name(place)
        return name is not None and name.form == "seat" and not told
    if noun != "area" and (told or noun == "island"):
        return any(noun in size for size in told)
    return True
