"""Who stands on the two sides of an event, by the classes of the words for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.words import Words

#: what the reason of a riot hangs on
ANGER = frozenset("angry anger angered furious fury outraged outrage enraged incensed upset infuriated irate".split())


@dataclass(frozen=True, slots=True)
class Sides:
    """The classes of nouns.toml that the words for agents and targets belong to."""

    agents: frozenset[str]
    targets: frozenset[str]
    attributive: bool = False  # the event only describes somebody, or why others act: "the *jailed* leader"


def sides(words: Words, agents: Sequence[int], targets: Sequence[int], head: int = -1) -> Sides:
    """Look up both sides of an event, given the tokens of their heads and of its trigger."""
    one, other = (frozenset().union(*(words.classes(words.doc[i]) for i in side)) for side in (agents, targets))
    return Sides(one, other, head >= 0 and _is_background(words.doc[head]))


def _is_background(head: Token) -> bool:
    """Whether an event is told of somebody beside what happens: "the *jailed* leader", "who had **laid** down his arms"."""
    before = head.dep_ == "relcl" and any(c.dep_ == "aux" and c.lower_ == "had" for c in head.children)
    return head.dep_ == "amod" or before or _is_reason(head)


def _is_reason(noun: Token) -> bool:
    """Whether a noun tells what angers people who then act: "angry at the **killing** of a driver, youths ..."."""
    cause = noun.head if noun.dep_ == "pobj" else None
    return cause is not None and cause.dep_ in {"prep", "agent"} and cause.head.lemma_.lower() in ANGER


NOBODY = Sides(frozenset(), frozenset())
