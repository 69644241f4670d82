"""Which mentions are of several happenings: "repeated attacks", a count of months, and not "twin blasts", which are one."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.linking.sums import is_all_over, is_often, is_sum, is_tally
from kg.ontology.word_classes import word_class

#: plurals of one thing
ONE = frozenset({"sanction", "talk", "negotiation"})
STRIKES = frozenset({"Airstrike", "DroneStrike", "MissileStrike"})
#: what tells that strikes were one operation: "*twin* blasts", "*coordinated* attacks"
TOGETHER = word_class("together")


def are_several(token: Token, draft: Draft, *, known: bool, tied: bool) -> bool:
    """Whether a mention is of several happenings; ``known`` are those that the reader knows: "*the attacks*"."""
    plural = token.tag_ == "NNS" and not known and token.lemma_ not in ONE
    if plural and not are_together(token) and not _is_raid(token, draft):
        return True
    if is_sum(token) or is_often(token):
        return True
    return not tied and ((is_all_over(token) and not draft.agents) or is_tally(token, draft))


def are_together(noun: Token) -> bool:
    """Whether several strikes are told as one operation: "*twin* **blasts** kill 18"."""
    return any(c.lower_ in TOGETHER for c in noun.children)


def _is_raid(noun: Token, draft: Draft) -> bool:
    """Whether strikes in a headline are of one raid, on one target: "Air **strikes** on *hospital* kill 23"."""
    sites = [noun.doc[i] for i in draft.targets]
    one = bool(sites) and all(t.tag_ in {"NN", "NNP"} for t in sites)
    return one and draft.action in STRIKES and "\n" not in noun.doc.text[: noun.idx]
