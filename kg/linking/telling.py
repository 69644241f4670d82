"""How the words tell an incident: as one particular happening, or in general and in passing.

Signs are features of a model (``generality``): what holds of one mention or more, and of all of them with ``only``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Span, Token

from kg.language.tree import children
from kg.model import Actor, Event

HABIT = frozenset(
    "often always usually frequently regularly constantly routinely repeatedly daily continually traditionally "
    "normally generally commonly continuously systematically increasingly frequent constant daily repeated".split()
)
EACH = frozenset({"every", "each", "per", "any"})
PERIODS = frozenset({"day", "week", "month", "year", "hour", "night", "minute", "decade", "time"})
#: sentences that count as the beginning of an article
FIRST = 4
SETTLED = frozenset({"point", "settlement", "admin2", "region", None})
ARTICLES = frozenset("the this that these those his her its their my our your another both".split())
#: nouns that make kinds or courses of the events they head: "acts of violence", "a wave of kidnappings"
KINDS = frozenset(
    "act kind form type sort wave campaign spate series cycle climate case thousand hundred dozen number rate".split()
)
WE = re.compile(r"\b(?:we|our|us|I|my|you|your)\b")
RECENT, OLD, MANY = 14, 60, 50


def signs(heads: Sequence[Token], events: Sequence[Event], published: str | None) -> frozenset[str]:
    """The signs of one incident: of its mentions together, and of all of them where they say ``only``."""
    out = {f"{'one mention' if len(events) == 1 else 'several mentions'}"}
    if len({e.sentence.start for e in events}) > 1:
        out.add("several sentences")
    each = [_telling(token) for token in heads]
    out |= {sign for found in each for sign in found}
    out |= {f"only {sign}" for sign in frozenset.intersection(*each)}
    out |= {f"status {e.status}" for e in events} | {f"reading {e.rule}" for e in events}
    out |= _sides(events) | _circumstances(events) | _times(events, published)
    return frozenset(out)


def _telling(token: Token) -> frozenset[str]:
    """Signs of the words that tell a mention."""
    out = {f"tag {token.tag_}"}
    if token.pos_ in {"NOUN", "PROPN"}:
        out.add(_article(token))
        out.add(f"noun as {token.dep_}")
    else:
        out.add(f"clause {token.dep_}")
        out |= {f"auxiliary {c.lemma_.lower()}" for c in children(token, "aux", "auxpass")}
    if is_habit(token):
        out.add("habit")
    sentence = token.sent
    place = sentences_before(sentence)
    out.add("lead" if place <= 1 else "early" if place < FIRST else "late")
    if WE.search(sentence.text):
        out.add("first person")
    if sentence.doc[sentence.start : token.i].text.count('"') % 2:
        out.add("quoted")
    return frozenset(out)


def sentences_before(sentence: Span) -> int:
    """How many sentences come before one, as far as it matters."""
    before = at = 0
    while at < sentence.start and before < FIRST:
        at, before = sentence.doc[at].sent.end, before + 1
    return before


def _article(noun: Token) -> str:
    """How a nominal event is introduced; "acts of violence" are bare."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in KINDS:
        return "bare plural"
    before = [c.lower_ for c in noun.children if c.dep_ in {"det", "poss", "nummod"} and c.lower_ not in EACH]
    number = "plural" if noun.tag_ in {"NNS", "NNPS"} else "singular"
    known = "bare" if not before else "definite" if before[0] in ARTICLES else "indefinite"
    return f"{known} {number}"


def is_habit(token: Token) -> bool:
    """Whether a word tells that something is done again and again."""
    for item in token.children:
        if item.lower_ in HABIT:
            return True
        if item.dep_ in {"npadvmod", "prep"} and any(
            t.lower_ in EACH and t.head.lemma_.lower() in PERIODS for t in item.subtree
        ):
            return True
    return False


def _sides(events: Sequence[Event]) -> set[str]:
    """Signs of who acts and of whom it is done to."""
    agents = [a for e in events for a in e.agents]
    targets = [a for e in events for a in e.targets]
    out = set() if agents else {"no agent"}
    out |= {"agents of a kind"} if agents and not any(_is_one(a) for a in agents) else set()
    if not targets:
        return out | {"no target"}
    out |= {"named target"} if any(a.name and a.kind == "Person" for a in targets) else set()
    out |= {"counted target"} if any(a.number for a in targets) else set()
    out |= {"place as target"} if any(a.kind in {"Place", "Object"} for a in targets) else set()
    return out | ({"targets of a kind"} if not any(_is_one(a) for a in targets) else set())


def _is_one(actor: Actor) -> bool:
    """Whether an actor is somebody or something particular: named, counted, with an article."""
    if actor.number is not None or actor.antecedent is not None:
        return True
    words = actor.text.lower().split()
    if words and words[0] in ARTICLES | {"a", "an"}:
        return True
    return actor.name is not None and actor.id is None and actor.head.text[:1].isupper()


def _circumstances(events: Sequence[Event]) -> set[str]:
    """Signs of where, with what and with which harm."""
    out = set()
    places = [p.precision for e in events for p in e.places]
    out.add("no place" if not places else "town" if SETTLED & set(places) else "wide place")
    figures = [c.low for e in events for c in e.casualties]
    out.add("no figure" if not figures else "large figure" if max(figures) >= MANY else "figure")
    if any(e.instruments for e in events):
        out.add("instrument")
    return out


def _times(events: Sequence[Event], published: str | None) -> set[str]:
    """Signs of when: a recent day, a day long before the article, a whole year."""
    out = set()
    for time in (e.time for e in events if e.time.basis == "text"):
        out.add(f"precision {time.precision}")
        if time.end and published:
            gap = (date.fromisoformat(published) - date.fromisoformat(time.end)).days
            out.add("future" if gap < 0 else "recent" if gap <= RECENT else "past" if gap <= OLD else "long ago")
    return out or {"no time"}
