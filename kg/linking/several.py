"""Which mentions are of several happenings: "repeated attacks", a count of months, and not "twin blasts", which are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.language.tree import children
from kg.linking.telling import sentences_before
from kg.ontology.word_classes import word_class

#: what tells that a thing was done again and again: "came under *repeated* attack"
OFTEN = frozenset(
    "repeated frequent constant regular daily continual continuous near-daily persistent incessant".split()
)
#: plurals of one thing
ONE = frozenset({"sanction", "talk", "negotiation"})
STRIKES = frozenset({"Airstrike", "DroneStrike", "MissileStrike"})
#: what tells that strikes were one operation: "*twin* blasts", "*coordinated* attacks"
TOGETHER = word_class("together")
#: sentences behind which nothing is news any more: the headline, the dateline and the lead
LATE = 3
#: numbers that a tally may give without figures
MANY = frozenset({"hundreds", "thousands", "dozens", "scores", "hundred", "thousand", "dozen"})
#: areas over which many happenings are counted together
WHOLE = frozenset("city country state province region nation county area metropolis world".split())
SPANS = frozenset({"week", "month", "year", "decade"})
YEAR = re.compile(r"(?:19|20)\d\d")


def are_several(token: Token, draft: Draft, *, known: bool, tied: bool) -> bool:
    """Whether a mention is of several happenings; ``known`` are those that the reader knows: "*the attacks*"."""
    plural = token.tag_ == "NNS" and not known and token.lemma_ not in ONE
    if plural and not are_together(token) and not _is_raid(token, draft):
        return True
    if is_sum(token) or any(c.lower_ in OFTEN for c in children(token, "amod", "advmod")):
        return True
    return not tied and ((_is_all_over(token) and not draft.agents) or is_tally(token, draft))


def are_together(noun: Token) -> bool:
    """Whether several strikes are told as one operation: "*twin* **blasts** kill 18"."""
    return any(c.lower_ in TOGETHER for c in noun.children)


def _is_raid(noun: Token, draft: Draft) -> bool:
    """Whether strikes in a headline are of one raid, on one target: "Air **strikes** on *hospital* kill 23"."""
    sites = [noun.doc[i] for i in draft.targets]
    one = bool(sites) and all(t.tag_ in {"NN", "NNP"} for t in sites)
    return one and draft.action in STRIKES and "\n" not in noun.doc.text[: noun.idx]


def is_tally(verb: Token, draft: Draft) -> bool:
    """Whether a verb counts those harmed up to now, further down: "at least 139 people *have been* **killed**"."""
    has = any(c.lower_ in {"has", "have", "'ve"} for c in children(verb, "aux"))
    sides = [verb.doc[i] for i in draft.targets]
    counted = any(t.like_num or t.lower_ in MANY for side in sides for t in (side, side.head, *side.children))
    return has and counted and sentences_before(verb.sent) >= LATE


def _is_all_over(harm: Token) -> bool:
    """Whether harm below the lead is summed up over an area: "19 others were **shot** *across the city*"."""
    over = (p for p in children(harm, "prep") if p.lower_ in {"across", "throughout", "around"})
    areas = any(t.lemma_.lower() in WHOLE for p in over for t in children(p, "pobj"))
    return areas and harm.pos_ == "VERB" and sentences_before(harm.sent) > 1


def is_sum(verb: Token) -> bool:
    """Whether a verb sums up what happened over a time: "gangs *have* **kidnapped** 1,400 pupils *since* 2020"."""
    if not any(c.lower_ in {"has", "have", "'ve"} for c in children(verb, "aux")):
        return False
    since = [c for c in children(verb, "prep") if c.lower_ == "since"]
    spans = [t for c in children(verb, "prep") if c.lower_ in {"in", "over", "during"} for t in children(c, "pobj")]
    counted = [t for t in spans if t.lemma_.lower() in SPANS]
    if any(t.tag_ == "NNS" for c in children(verb, "prep") if c.lower_ == "for" for t in _spans(c)):
        return True  # "have *for years* plundered villages"
    long = (t for t in counted if any(c.lower_ in {"past", "last", "of"} or c.dep_ == "nummod" for c in t.children))
    return any(YEAR.fullmatch(t.text) for c in since for t in c.subtree) or any(long)


def _spans(preposition: Token) -> Iterator[Token]:
    return (t for t in children(preposition, "pobj") if t.lemma_.lower() in SPANS)
