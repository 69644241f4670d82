"""Whether words tell many happenings as one: "gangs *have* **kidnapped** 1,400 pupils *since* 2020", "*repeated* **attacks**"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.language.tree import children
from kg.linking.telling import is_habit, sentences_before

#: numbers that a tally may give without figures
MANY = frozenset({"hundreds", "thousands", "dozens", "scores", "hundred", "thousand", "dozen"})
#: areas over which many happenings are counted together
WHOLE = frozenset("city country state province region nation county area metropolis world".split())
SPANS = frozenset({"week", "month", "year", "decade"})
LONG = frozenset({"year", "decade"})
YEAR = re.compile(r"(?:19|20)\d\d")
#: what tells that a thing was done again and again: "came under *repeated* attack"
OFTEN = frozenset(
    "repeated frequent constant regular daily continual continuous near-daily persistent incessant".split()
)
#: sentences behind which nothing is news any more: the headline, the dateline and the lead
LATE = 3


def is_often(token: Token) -> bool:
    """Whether something is told to be done again and again: "*repeated* **attacks**", "**kill** people *every day*"."""
    return is_habit(token) or any(c.lower_ in OFTEN for c in children(token, "amod", "advmod"))


def is_tally(verb: Token, draft: Draft) -> bool:
    """Whether a verb counts those harmed up to now, further down: "at least 139 people *have been* **killed**"."""
    has = any(c.lower_ in {"has", "have", "'ve"} for c in children(verb, "aux"))
    sides = [verb.doc[i] for i in draft.targets]
    counted = any(t.like_num or t.lower_ in MANY for side in sides for t in (side, side.head, *side.children))
    return has and counted and sentences_before(verb.sent) >= LATE


def is_all_over(harm: Token) -> bool:
    """Whether harm below the lead is summed up over an area: "19 others were **shot** *across the city*"."""
    over = (p for p in children(harm, "prep") if p.lower_ in {"across", "throughout", "around"})
    areas = any(t.lemma_.lower() in WHOLE for p in over for t in children(p, "pobj"))
    return areas and harm.pos_ == "VERB" and sentences_before(harm.sent) > 1


def is_sum(verb: Token) -> bool:
    """Whether a verb sums up what happened over a time: "gangs *have* **kidnapped** 1,400 pupils *since* 2020".

    So does what is told of several beside their noun: "the mayors **killed** *since* the war broke out ten years ago".
    """
    has = any(c.lower_ in {"has", "have", "'ve"} for c in children(verb, "aux"))
    if not has:
        return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.tag_ == "NNS" and _is_since_years(verb)
    spans = [t for c in children(verb, "prep") if c.lower_ in {"in", "over", "during"} for t in children(c, "pobj")]
    counted = [t for t in spans if t.lemma_.lower() in SPANS]
    if any(t.tag_ == "NNS" for c in children(verb, "prep") if c.lower_ == "for" for t in _spans(c)):
        return True  # "have *for years* plundered villages"
    long = (t for t in counted if any(c.lower_ in {"past", "last", "of"} or c.dep_ == "nummod" for c in t.children))
    return _is_since_years(verb) or any(long)


def _is_since_years(verb: Token) -> bool:
    """Whether something went on from a year on: "*since* 2020", "*since* the army took power in 1992"."""
    links = (
        c for c in children(verb, "prep", "advcl") if "since" in {c.lower_, *(m.lower_ for m in children(c, "mark"))}
    )
    told = [t for link in links for t in link.subtree]
    return any(YEAR.fullmatch(t.text) or (t.lemma_.lower() in LONG and t.tag_ == "NNS") for t in told)


def _spans(preposition: Token) -> Iterator[Token]:
    return (t for t in children(preposition, "pobj") if t.lemma_.lower() in SPANS)
