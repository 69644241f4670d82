"""Times that only measure something: how rare a deed is, since when many were done, on which day it is remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.linking.dates.anchors import Anchored

SINCE = frozenset({"since", "from"})
#: verbs by which a day is given a name
NAMING = frozenset({"declare", "proclaim", "designate", "decree", "name", "mark"})
#: occasions on which what was done is remembered
FEASTS = frozenset("anniversary commemoration remembrance".split())
#: characters between a time and the clause that tells of it
COMMA = 3
#: periods in which a thing is the worst of its kind: "the *deadliest* **attack** *this year*"
PERIODS = frozenset({"this week", "this month", "this year", "this decade", "this century"})
#: words that count how often a thing happened
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth only".split())


def _is_record(item: Anchored) -> bool:
    """Whether a time only measures how rare a thing is: "the *worst* attack **since** *2015*", "the *first* since May"."""
    above = item.governor
    then = above.dep_ == "pobj" and above.head.lower_ == "since"  # "the *bloodiest* day **since** the *Feb. 1* coup"
    if item.timex.text.lower() in PERIODS:
        return any(_is_ranked(word, item.head.i) for word in (above, *(c for c in above.children if c.dep_ == "attr")))
    if item.relation != "since" and not then:
        return False
    link = next((t for t in item.head.ancestors if t.lower_ == "since" and t.dep_ == "prep"), None)
    if link is not None and any(_is_ranked(noun, link.i) for noun in _before(link)):
        return True
    told_of = (
        [above.head] if above.dep_ in {"relcl", "acl"} else []
    )  # "the *ninth* mayor to be **murdered** *since* May"
    ranked = (above, *told_of, *(c for c in above.children if c.dep_ in {"amod", "attr", "acomp"}))
    return any(_is_ranked(word, item.head.i) for word in ranked)


def _is_ranked(word: Token, end: int) -> bool:
    """Whether a word, or one on it that stands before an index, tells a rank: "the *worst* **attack**", "the *first*"."""
    return any(
        t.tag_ == "JJS" or t.lower_.endswith("iest") or t.lower_ in ORDINALS
        for t in (word, *word.children)
        if t.i < end
    )


def is_named_day(item: Anchored) -> bool:
    """Whether a day is only given a name: "**declared** *Wednesday* a day of mourning"."""
    after = item.head.doc[item.head.i + 1 : item.head.i + 3]
    named = len(after) > 1 and after[0].lower_ in {"a", "an", "as"} and not item.relation
    return named and item.governor.lemma_.lower() in NAMING


def of_record(item: Anchored, trigger: Token) -> Anchored | None:
    """A time that only measures how rare a thing is, for what was done then: "the worst since 2015, **when** *40 died*"."""
    if not _is_record(item):
        return item
    when = (t.left_edge for t in (trigger, *trigger.ancestors) if t.left_edge.lower_ == "when")
    then = any(0 < word.idx - item.timex.end <= COMMA for word in when)
    return replace(item, relation="in", governor=trigger) if then else None


def in_record(item: Anchored, trigger: Token) -> bool:
    """Whether a clause that only measures how rare a thing is holds a time: "the *first* since the war began **in May**"."""
    way = (item.governor, *item.governor.ancestors)
    clause = next((t for t in way if any(c.dep_ == "mark" and c.lower_ in SINCE for c in t.children)), None)
    if clause is None or clause == trigger or clause.is_ancestor(trigger):
        return False
    return any(_is_ranked(noun, clause.left_edge.i) for noun in _before(clause.left_edge))


def _before(word: Token) -> list[Token]:
    """The noun or rank right before a word, and those that it hangs on: "the deadliest *attack* in *Lesk* **since**"."""
    before = word.doc[word.sent.start : word.i]
    nouns = [t for t in before if t.pos_ in {"NOUN", "PROPN"} or t.tag_ == "JJS" or t.lower_ in ORDINALS]
    return [nouns[-1], *(t for t in nouns[-1].ancestors if t.pos_ == "NOUN" or t.tag_ == "JJS")] if nouns else []


def of_anniversary(item: Anchored, trigger: Token) -> bool:
    """Whether a day without its year is that of remembering: "marked the *anniversary* of the **bombing** *on Sunday*"."""
    remembered = trigger.dep_ == "pobj" and trigger.head.head.lemma_.lower() in FEASTS
    return remembered and item.relation == "on" and not any(c.isdigit() for c in item.timex.text)


def from_then(item: Anchored) -> Anchored:
    """A time from which something is measured by what was then: "four coups **since** *independence* in 1960"."""
    then = item.governor.dep_ == "pobj" and item.governor.head.lower_ == "since"
    return replace(item, relation="since") if then and item.relation in {"in", "on", ""} else item
