"""Borders as places: "near the Jordanian border", "along Syria's border with Iraq" are regions with no point of their own."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.language.grammar import BORDERS, MODIFIERS_AND_OWNERS
from kg.language.tree import with_conjuncts
from kg.model import Place

#: prepositions before a border -> how a place stands to it
STANDING = {
    "near": "near", "along": "along", "at": "at", "on": "at", "across": "across", "over": "across", "by": "near",
    "toward": "near", "towards": "near", "around": "near", "close": "near",
}  # fmt: skip


def border_places(words: Words, text: str) -> Iterator[tuple[int, Place]]:
    """(index of the noun, place) of each border of a country that stands where places stand."""
    for token in words.doc:
        if token.lower_ in BORDERS and token.dep_ == "pobj" and words.name(token) is None:
            relation = _relation(token)
            lands = list(_lands(token, words))
            if relation is not None and lands:
                yield token.i, _place(token, lands, relation, words, text)


def _relation(token: Token) -> str | None:
    """How a place stands to the border: "close to" is near."""
    before = token.head
    return STANDING.get(before.lower_) or (STANDING.get(before.head.lower_) if before.lower_ == "to" else None)


def _lands(token: Token, words: Words) -> Iterator[Token]:
    """Names of countries that the border is told to be of."""
    beyond = (
        land
        for preposition in token.children
        if preposition.lower_ in {"with", "between", "of"}
        for child in preposition.children
        if child.dep_ == "pobj"
        for land in with_conjuncts([child])
    )
    before = (c for c in token.subtree if c.i < token.i and c.dep_ in MODIFIERS_AND_OWNERS)
    for land in dict.fromkeys((*before, *beyond)):
        entry = words.entry(land)
        if entry is not None and entry.kind == "Country":
            yield land


def _place(token: Token, lands: list[Token], relation: str, words: Words, text: str) -> Place:
    parts = [token, *lands]
    first, last = min(parts, key=lambda t: t.i), max(parts, key=lambda t: t.i)
    start, end = first.idx, last.idx + len(last)
    owner = next((words.entry(land) for land in lands if land.dep_ == "poss"), None)
    country = owner.country if owner is not None else None
    return Place(
        start, end, text[start:end], name=text[start:end], country=country, precision="region", relation=relation
    )
