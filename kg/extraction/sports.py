"""Words of sport in a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from spacy.tokens import Token

from kg.extraction.words import Words

#: how a match ended: "*crushed* Brazil *7-1*", "*lost* 2-0 at home"
RESULT = re.compile(
    r"\b(?:beat|beaten|crushed|defeated|thrashed|trounced|hammered|routed|edged|downed|won|lost|drew|held)\b"
    r"[^.;:!?]{0,60}?\b\d{1,2}[-\u2013]\d{1,2}\b(?! (?:vote|votes|margin|majority|years?|people|months?|days?|hours?))"
)


@lru_cache(maxsize=2)
def sport_words(words: Words) -> int:
    """How many different words of sport a text holds."""
    wanted = words.ontology.qualifiers["contexts"]["sport"]
    return len({token.lower_ for token in words.doc if _is_sport(token, wanted, words)})


def sport_word(tokens: Iterable[Token], words: Words) -> str:
    """The first word of sport among some tokens; empty if there is none."""
    wanted = words.ontology.qualifiers["contexts"]["sport"]
    found = list(tokens)
    named = next((t.text for t in found if _is_sport(t, wanted, words)), "")
    result = RESULT.search(found[0].sent.text) if len(found) > 1 and not named else None
    return result.group() if result is not None else named


def _is_sport(token: Token, wanted: Collection[str], words: Words) -> bool:
    told = token.pos_ in {"NOUN", "PROPN", "ADJ"} and any(lemma in wanted for lemma in words.lemmas(token))
    return told and not words.is_toponym(token)
