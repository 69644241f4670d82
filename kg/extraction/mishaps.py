"""Explosions at works, where nothing in the text tells of violence: in a mine, at a fireworks factory, of a boiler."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.ontology.groupings import WEAPONS

EXPLODING = frozenset("explosion blast explode fireball".split())
#: where things explode by accident, and the words that make a plant or a mine such a place
WORKS = frozenset("factory refinery colliery smelter foundry mill distillery boiler tanker works plant".split())
MINES, DUG = frozenset({"mine", "pit"}), frozenset("coal gold copper iron zinc tin salt diamond silver".split())
STATIONS, FUELS = frozenset({"station"}), frozenset("petrol gas fuel filling".split())
#: words of an attack that the classes of nouns do not tell
ATTACKING = frozenset(
    "attack assault bomb bomber bombing sabotage saboteur terrorist terrorism terror militant rebel insurgent strike "
    "airstrike shelling raid claim guerrilla gunman".split()
)
#: words before "no" behind which an attack is ruled out: "no sign of an attack"
RULED_OUT = 5


def at_works(head: Token, draft: Draft, words: Words) -> str:
    """The works at which something exploded that nobody set off; empty if there are none."""
    doers = [words.doc[i] for i in draft.agents if words.can_act(words.doc[i])]
    tools = [i for i in draft.instruments if words.instrument(words.doc[i]) != "vehicle"]
    if doers or tools or not any(t.lemma_.lower() in EXPLODING for t in head.sent):
        return ""
    found = next((t for t in head.sent if _is_works(t)), None)
    return found.text if found is not None and _is_peaceful(words) else ""


def _is_works(token: Token) -> bool:
    lemma = token.lemma_.lower()
    before = {c.lemma_.lower() for c in token.children if c.dep_ in {"compound", "amod"}}
    if lemma in MINES | STATIONS:
        return bool(before & (DUG if lemma in MINES else FUELS))
    return token.pos_ == "NOUN" and lemma in WORKS and not before & {"power", "nuclear"}


@lru_cache(maxsize=2)
def _is_peaceful(words: Words) -> bool:
    """Whether no word of a text tells of an attack, but where it says that there was none."""
    return not any(_tells_attack(token, words) for token in words.doc)


def _tells_attack(token: Token, words: Words) -> bool:
    if token.pos_ not in {"NOUN", "PROPN", "VERB"}:
        return False
    named = token.dep_ == "compound" and _is_works(token.head)  # "a *chemical* plant"
    if named or (token.lemma_.lower() not in ATTACKING and words.instrument(token) not in WEAPONS):
        return False
    before = token.doc[max(token.sent.start, token.i - RULED_OUT) : token.i]
    return not any(t.lower_ in {"no", "not"} for t in before)
