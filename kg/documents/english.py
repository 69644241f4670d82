"""Whether a text is in English, as far as its small words tell: kg reads no other language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

#: what is told of a text in another language
NOT_ENGLISH = "hardly a word of it is English, so no event is read in it; translate it first"
#: words that no long English text lacks and that hardly any other language has
_SMALL = frozenset(
    "the of and to that for with by from has have were had it his their after which they this who not been".split()
)
#: words from which a text can be judged by these alone, and the least share of them
_ENOUGH, _LEAST = 30, 0.04
#: further small words of English, and those of other languages that English has not
_MORE = frozenset("at on said was are is as be its he she or but when where two three killed people police".split())
_OTHERS = frozenset(
    "le la les un une des du et est dans par pour sur avec ont qui que el los las una y en con por del al fue se il lo "
    "gli che di della sono nel per non da um uma os das dos na em foi der den dem und ist von mit auf ein eine nach bei im "
    "wurde het een van zijn door op yang dan dengan dari pada ve bir ile bu och att som av til ble je su kwa katika "
    "ang ng sa mga iyo ku waa".split()
)
#: foreign words from which a short text is told, and how many of them there must be for one of English
_FEW, _OVER = 2, 2
_WORD = re.compile(r"[^\W\d_]+")


def is_foreign(text: str) -> bool:
    """Whether a text has next to none of the small words of English, or, if it is short, several of another language.

    Headlines and lists of names have few of them, too: the small words of other languages must outweigh all that is English.
    """
    words = _WORD.findall(text[:20_000])
    if sum(map(_in_other_script, words)) * 2 > len(words):
        return True
    foreign = sum(word in _OTHERS or not word.isascii() for word in _plain(words))
    small = sum(word.lower() in _SMALL for word in words)
    english = small + sum(word.lower() in _MORE for word in words)
    if len(words) >= _ENOUGH:
        return small < _LEAST * len(words) and (foreign > english or not english)
    return foreign >= _FEW and foreign > _OVER * english


def _plain(words: Sequence[str]) -> Iterator[str]:
    """Yield the words that are part of no name: not "de la" in *Juan de la Cruz*."""
    named = False
    for word in reversed(words):
        named = not word.islower() or (named and word in _OTHERS)
        if not named:
            yield word


def _in_other_script(word: str) -> bool:
    """Whether a word is written in letters other than Latin ones."""
    return not word.isascii() and not unicodedata.name(word[0], "LATIN").startswith("LATIN")
