"""What in the words for somebody is a name, by which two articles can be told to mean the same."""

from __future__ import annotations

import re
from functools import cache

from kg.model import Actor

TITLES = frozenset("the a an mr mrs ms dr president minister general colonel captain officer sergeant".split())
#: words of at least four letters, and the share of them that a headline writes with a capital
LONG, CAPITALS = re.compile(r"[^\W\d_]{4,}"), 0.8


def own_name(actor: Actor, sentence: str) -> str | None:
    """The name of somebody whom the ontology does not know, by its own words or by those they stand for.

    A nationality is none, nor is what only a headline writes with capitals: "*Australian Climber* Dies in Fall".
    """
    words = actor.called
    if actor.name is None and _is_headline(sentence):
        return None
    own = [word for word in words.split() if word[:1].isupper() and word.lower() not in TITLES | nationalities()]
    return " ".join(own) or None


@cache
def _is_headline(sentence: str) -> bool:
    """Whether nearly all longer words of a sentence begin with a capital."""
    words = LONG.findall(sentence)
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= CAPITALS * len(words)


@cache
def nationalities() -> frozenset[str]:
    """Return the adjectives and demonyms of countries that are one word, in small letters."""
    from kg.ontology import entries

    countries = [entry for entry in entries().values() if entry.kind == "Country"]
    return frozenset(word.lower() for entry in countries for word in (*entry.adjectives, *entry.demonyms))
