"""Spellings of place names: the key under which a name is looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: letters that no decomposition makes plain, and marks that transliterations put in or leave out
PLAIN = str.maketrans(
    {
        "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
        "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i", "ə": "a", "Ə": "a", "ħ": "h", "Ħ": "h",
        "ŋ": "n", "Ŋ": "n",
        **dict.fromkeys("'`\u2018\u2019\u00b4\u02b9\u02ba\u02bb\u02bc\u02be\u02bf", ""),
        **dict.fromkeys("-.,()/\u2010\u2011\u2013\u00a0", " "),
    }
)  # fmt: skip
BLANKS = re.compile(r"\s+")
SAINT = re.compile(r"\b(st|ste|mt|ft)\b")
FULL = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Fold a name: no case, accents, apostrophes, hyphens or dots; "St." is "saint", "Mt." is "mount"."""
    plain = name.translate(PLAIN)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(PLAIN)
    folded = BLANKS.sub(" ", plain).strip().lower()
    return SAINT.sub(lambda m: FULL[m.group()], folded) if folded else folded


def latin(name: str) -> bool:
    """Whether all letters are Latin (transliteration marks allowed)."""
    return all(
        ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or 0x2B0 <= ord(c) < 0x300 or 0x2010 <= ord(c) <= 0x2019
        for c in name
    )
