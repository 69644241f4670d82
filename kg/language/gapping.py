"""Clauses that leave out their verb: "five were killed in Lesk, *three in Norn* and *one in Avel*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.tree import children, prepositional

#: words for people counted before: "and seven *others* in Norn"
FURTHER = frozenset({"others", "more"})
WHERE = frozenset({"in", "at", "near", "outside", "around"})


def gapped(verb: Token) -> list[Token]:
    """The counts that stand for a further clause of a verb, in text order, each with a place of its own.

    Only a list that "and" closes tells further ones: "20 were killed in Norland, *eight in Lesk*" tells a part.
    """
    if verb.pos_ != "VERB" or not any(_has_place(owner) for owner in (verb, *_counted(verb))):
        return []
    found = [token for token in verb.doc[verb.i + 1 : verb.sent.end] if _is_count(token) and _hangs_on(token, verb)]
    return found if any(token.dep_ == "conj" and _is_closed(token) for token in found) else []


def _counted(verb: Token) -> Iterator[Token]:
    yield from (c for c in children(verb, "dobj", "nsubjpass") if any(map(_is_number, (c, *c.children))))


def _is_number(token: Token) -> bool:
    return token.tag_ == "CD" and token.text[-1:] != "%"


def _has_place(owner: Token) -> bool:
    return any(name in WHERE and item.pos_ == "PROPN" for name, item in prepositional(owner))


def _is_count(token: Token) -> bool:
    """Whether a number, or further people, stand before a place: "*two* in Norn", "seven *others* in Norn"."""
    further = token.lower_ in FURTHER and any(_is_number(c) for c in token.children)
    alone = _is_number(token) and token.dep_ != "nummod"
    return (further or alone) and bool(places_of(token))


def places_of(count: Token) -> list[Token]:
    """The names of where those of a count were: "two in *Norn*"."""
    places = [p for p in count.children if p.dep_ == "prep" and p.i > count.i and p.lower_ in WHERE]
    return [c for p in places for c in children(p, "pobj") if c.pos_ == "PROPN"]


def _hangs_on(count: Token, verb: Token) -> bool:
    """Whether a count is coordinated with a verb, with those whom it befalls, or hangs on where that was."""
    above = count.head
    while above != verb and (above.pos_ in {"NOUN", "PROPN", "NUM"} or above.dep_ == "prep") and above.head != above:
        above = above.head
    return above == verb and count.dep_ in {"conj", "appos", "dep", "npadvmod"} and count.i > verb.i


def _is_closed(count: Token) -> bool:
    """Whether "and" stands before a count: "**and** *two* in Norn", "**and** *seven others* in Norn"."""
    first = min((c.i for c in count.children if c.i < count.i and c.dep_ in {"nummod", "advmod"}), default=count.i)
    return first > 0 and any(t.lower_ == "and" for t in count.doc[max(first - 2, 0) : first])
