"""Whether a text is in English, as far as its small words tell: kg reads no other language."""

from __future__ import annotations

import re

#: words that no long English text lacks and that hardly any other language has
_SMALL = frozenset(
    "the of and to that for with by from has have were had it his their after which they this who not been".split()
)
#: words from which a text can be judged, and the least share of small words among them
_ENOUGH, _LEAST = 30, 0.04
_WORD = re.compile(r"[^\W\d_]+")


def is_foreign(text: str) -> bool:
    """Whether a text of some length has next to none of the small words of English."""
    words = [match[0].lower() for match in _WORD.finditer(text[:20_000])]
    return len(words) >= _ENOUGH and sum(word in _SMALL for word in words) < _LEAST * len(words)
