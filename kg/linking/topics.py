"""Toponyms in what words are about, and not where they are said."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.tree import first_conjunct

#: what words are about by its label, and prepositions of where they are said
CONTENT = frozenset({"dobj", "ccomp", "xcomp", "dative", "advcl"})
SAID_IN = frozenset({"by", "in", "at", "near", "outside", "inside", "during", "from"})


def is_topic(token: Token, trigger: Token) -> bool:
    """Whether a toponym stands in what words are about, and not where they are said: "condemned *the raid in Lesk*"."""
    below = next((t for t in (token, *token.ancestors) if t.head == trigger), None)
    if below is None or below.i < trigger.i:
        return False
    return below.dep_ in CONTENT or (below.dep_ == "prep" and below.lower_ not in SAID_IN)


def is_subject_matter(token: Token) -> bool:
    """Whether talks are about a place: "a conference *on Norland*"."""
    way = first_conjunct(token).head
    return way.dep_ == "prep" and way.lower_ in {"on", "about", "over", "concerning", "regarding"}


def is_agreed_to(token: Token, trigger: Token) -> bool:
    """Whether a toponym is in what somebody agrees to do: "agreed *to answer questions* about a plant in **Lesk**"."""
    return any(t.dep_ in {"ccomp", "xcomp"} and t.head == trigger for t in token.ancestors)
