"""Figures of casualties that nouns give: "the **killing** of *five soldiers*", "*12* **deaths**", "the **toll** rose to *25*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.harm import Harms
from kg.extraction.numbers import Count, expression, number_of
from kg.extraction.sufferers import losers
from kg.extraction.tolls import Toll, tolls
from kg.language.tree import child, children, with_conjuncts

REACHING = frozenset({"reach", "be", "hit", "pass", "exceed", "top", "surpass", "number", "total"})
BOUNDED = frozenset({"high", "low", "many", "few"})
#: words before victims who live: "rescued 37 *kidnap* victims"
ALIVE = frozenset(
    "kidnap kidnapped kidnapping abducted abduction hostage rape trafficking trafficked torture abuse rescued freed".split()
)


def act(token: Token, words: Harms) -> Iterator[Toll]:
    """the **killing** of *five soldiers*; *the soldiers'* **deaths**."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound":
        return
    for kind, _ in words.of("acts", token.lemma_.lower()):
        patients = [o for p in children(token, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
        owner = child(token, "poss")
        if not patients and owner is not None:
            patients = [owner]
        yield from tolls(kind, token, with_conjuncts(patients), words)


def result(token: Token, words: Harms) -> Iterator[Toll]:
    """*12* **deaths**; *no* **injuries**; *three* **casualties**."""
    if token.pos_ != "NOUN" or token.dep_ == "compound":
        return
    plain = token.lemma_.lower()
    neutral = plain in words.neutral and not (plain in words.neutral_counted and number_of(token) is None)
    neutral = neutral and not any(
        words.of("adjectives", c.lower_) for c in children(token, "amod")
    )  # "12 wounded victims"
    neutral = neutral and not any(c.lower_ in ALIVE for c in children(token, "amod", "compound"))
    kinds = [kind for kind, _ in words.of("results", plain)] or (["killed"] if neutral else [])
    if not kinds:
        return
    count = number_of(token)
    of = any(p.lower_ == "of" and p.i > token.i for p in children(token, "prep"))
    single = (
        token.tag_ == "NN" and not neutral and count is not None and count.low > 0
    )  # "one death", "the 1980 killing"
    if count is None or single or (of and count.low == 1):
        return
    group = next((c for c in token.children if c.dep_ in {"amod", "compound"} and words.is_people(c)), losers(token))
    span = token.doc[min(count.start, token.i) : max(count.end, token.i + 1)]
    for kind in kinds:
        yield Toll(kind, count.low, count.high, count.approximate or (neutral and count.low > 0), group, span, token)


def total(token: Token, words: Harms) -> Iterator[Toll]:
    """the death **toll** rose to *25*; a **toll** of *25*; the number of **dead** reached *25*."""
    kind = words.toll_kind(token)
    if kind is None:
        return
    count = next((c for c in (_toll_number(t) for t in token.doc[token.i + 1 : token.sent.end]) if c is not None), None)
    if count is not None:
        span = token.doc[token.i : count.end]
        yield Toll(kind, count.low, count.high, count.approximate, None, span, token, cumulative=True)


def _toll_number(token: Token) -> Count | None:
    """The number after "to", "at", "of" or a verb: "stands at 25"."""
    before = token.nbor(-1).lower_ if token.i else ""
    bounded = token.lower_ == "as" and before in BOUNDED  # "put the dead *as high as* 40"
    governs = token.lower_ in {"to", "at", "of"} or token.lemma_ in REACHING or bounded
    following = expression(token.doc, token.i + 1) if governs and token.i + 1 < len(token.doc) else None
    after = token.doc[following.end].lower_ if following is not None and following.end < len(token.doc) else ""
    return None if after in {"percent", "%", "year", "years", "days", "p.m.", "a.m."} else following
