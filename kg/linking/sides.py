"""Who stands on the two sides of an event, by the classes of the words for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from kg.extraction.words import Words

#: what an act of another time hangs on: "*after* the **siege** they took the town"
EARLIER = frozenset("after since following before despite".split())
#: and what the reason of a riot hangs on
ANGER = frozenset("angry anger angered furious fury outraged outrage enraged incensed upset infuriated irate".split())


@dataclass(frozen=True, slots=True)
class Sides:
    """The classes of nouns.toml that the words for agents and targets belong to."""

    agents: frozenset[str]
    targets: frozenset[str]
    attributive: bool = False  # the event only describes somebody, or why others act: "the *jailed* leader"
    earlier: bool = False  # it is of another time than what the clause tells: "after the *siege* they took the town"


def sides(words: Words, agents: Sequence[int], targets: Sequence[int], head: int = -1) -> Sides:
    """Look up both sides of an event, given the tokens of their heads and of its trigger."""
    one, other = (frozenset().union(*(words.classes(words.doc[i]) for i in side)) for side in (agents, targets))
    if head < 0:
        return Sides(one, other)
    return Sides(one, other, _is_background(words.doc[head]), _is_earlier(words.doc[head]))


def _is_earlier(head: Token) -> bool:
    """Whether an act stands before its clause as a time, or tells of somebody there: "men **captured** last year were freed"."""
    if head.dep_ == "acl" and head.tag_ == "VBN":
        return head.head.dep_ in {"nsubj", "nsubjpass"} and head.head.i < head.i < head.head.head.i
    above = [head, *head.ancestors]
    told = next((t for t in above if t.dep_ == "relcl"), None)
    if told is not None and told.head.dep_ in {"nsubj", "nsubjpass"} and told.i < told.head.head.i:
        return True
    if head.pos_ != "NOUN":
        return False
    fronted = (a for a, over in pairwise(above) if a.dep_ == "prep" and over.pos_ in {"VERB", "AUX"})
    phrase = next(fronted, None)
    if phrase is None or phrase.i > phrase.head.i:
        return False
    return any(t.lower_ in EARLIER for t in (phrase, *phrase.subtree) if t.dep_ == "prep" and t.i < head.i)


def _is_background(head: Token) -> bool:
    """Whether an event is told of somebody beside what happens: "the *jailed* leader", "who had **laid** down his arms"."""
    before = head.dep_ == "relcl" and any(c.dep_ == "aux" and c.lower_ == "had" for c in head.children)
    return head.dep_ == "amod" or before or _is_reason(head)


def _is_reason(noun: Token) -> bool:
    """Whether a noun tells what angers people who then act: "angry at the **killing** of a driver, youths ..."."""
    cause = noun.head if noun.dep_ == "pobj" else None
    return cause is not None and cause.dep_ in {"prep", "agent"} and cause.head.lemma_.lower() in ANGER


NOBODY = Sides(frozenset(), frozenset())
