"""Words of sport in a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from spacy.tokens import Token

from kg.extraction.words import Words


@lru_cache(maxsize=2)
def sport_words(words: Words) -> int:
    """How many different words of sport a text holds."""
    wanted = words.ontology.qualifiers["contexts"]["sport"]
    return len({token.lower_ for token in words.doc if _is_sport(token, wanted, words)})


def sport_word(tokens: Iterable[Token], words: Words) -> str:
    """The first word of sport among some tokens; empty if there is none."""
    wanted = words.ontology.qualifiers["contexts"]["sport"]
    return next((t.text for t in tokens if _is_sport(t, wanted, words)), "")


def _is_sport(token: Token, wanted: Collection[str], words: Words) -> bool:
    told = token.pos_ in {"NOUN", "PROPN", "ADJ"} and any(lemma in wanted for lemma in words.lemmas(token))
    return told and not words.is_toponym(token)
