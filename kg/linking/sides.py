"""Who stands on the two sides of an event, by the classes of the words for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.words import Words


@dataclass(frozen=True, slots=True)
class Sides:
    """The classes of nouns.toml that the words for agents and targets belong to."""

    agents: frozenset[str]
    targets: frozenset[str]
    attributive: bool = False  # the event only describes somebody: "the *jailed* leader"


def sides(words: Words, agents: Sequence[int], targets: Sequence[int], head: int = -1) -> Sides:
    """Look up both sides of an event, given the tokens of their heads and of its trigger."""
    one, other = (frozenset().union(*(words.classes(words.doc[i]) for i in side)) for side in (agents, targets))
    return Sides(one, other, head >= 0 and words.doc[head].dep_ == "amod")


NOBODY = Sides(frozenset(), frozenset())
