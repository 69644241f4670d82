"""Capitals that are told by their country: "in *the Haitian capital*", "*Mali's capital*" stand for the town."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.language.grammar import MODIFIERS_AND_OWNERS
from kg.linking.gazetteer import Gazetteer
from kg.linking.located import located
from kg.model import Place

#: capitals of another kind
OTHER = frozenset(
    "commercial financial economic business cultural industrial provincial regional state district former old ancient".split()
)
STANDS = frozenset({"pobj", "dobj", "nsubjpass", "conj"})


def capital_places(words: Words, text: str, gazetteer: Gazetteer) -> Iterator[tuple[int, Place]]:
    """(index of the noun, place) of each capital that is told by its country and not by its name."""
    for token in words.doc:
        if token.lower_ != "capital" or token.dep_ not in STANDS or _is_named(token, words):
            continue
        if any(child.lower_ in OTHER for child in token.children):
            continue
        land, code = next(_lands(token, words), (token, ""))
        town = gazetteer.capital(code)
        if town is not None:
            yield token.i, located(text, land.idx, token.idx + len(token), town, gazetteer)


def _lands(token: Token, words: Words) -> Iterator[tuple[Token, str]]:
    """Words before a noun that name a country, with its code."""
    for child in token.children:
        entry = words.entry(child) if child.dep_ in MODIFIERS_AND_OWNERS else None
        if entry is not None and entry.kind == "Country" and entry.country:
            yield child, entry.country


def _is_named(token: Token, words: Words) -> bool:
    """Whether its name stands beside it: "the Haitian capital *Port-au-Prince*", "the Haitian capital, *Port-au-Prince*"."""
    following = token.doc[token.i + 1 : token.i + 3]
    return any(words.is_toponym(t) for t in following) or any(
        words.is_toponym(t) for c in token.children if c.dep_ == "appos" for t in c.subtree
    )
