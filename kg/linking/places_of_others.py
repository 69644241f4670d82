"""Places of what else a sentence tells: where the hurt are nursed, where others flee, where those are who tell of it."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.language.tree import first_conjunct
from kg.linking.dates.attachment import is_ground
from kg.ontology.word_classes import word_class

#: verbs by which somebody judges others, wherever he goes on to act
JUDGING = word_class("judging")
#: where the hurt are brought, and verbs of bringing, nursing and dying there, long after and far from the deed
HOSPITALS = frozenset("hospital clinic infirmary".split())
CARE = frozenset(
    "take fly rush airlift evacuate bring transfer admit treat recover die succumb transport ferry".split()
)


def is_of_ground(token: Token, trigger: Token) -> bool:
    """Whether a toponym is where the deed was that somebody is judged for: "jailed three for a murder in *Lesk*"."""
    way = [token, *token.ancestors]
    if trigger not in way:
        return False
    return any(is_ground(below, above) for below, above in pairwise(way[: way.index(trigger) + 1]))


def is_of_next_deed(token: Token, trigger: Token) -> bool:
    """Whether a toponym is where those who judge then act: "**blamed** the rebels and *bombed* camps in *Lesk*"."""
    if trigger.pos_ != "VERB" or trigger.lemma_.lower() not in JUDGING:
        return False
    return any(verb.dep_ == "conj" and verb.head == trigger and verb.pos_ == "VERB" for verb in token.ancestors)


def is_of_teller(token: Token, trigger: Token) -> bool:
    """Whether a toponym is where those are who tell of it: "rebels took a town, officials in *Lesk* said"."""
    below = [trigger, *trigger.ancestors]
    for clause, verb in pairwise(below):
        if clause.dep_ in {"ccomp", "parataxis"} and any(
            s == token or s.is_ancestor(token) for s in verb.children if s.dep_ == "nsubj"
        ):
            return True
        inserted = (c for c in clause.children if c.dep_ == "parataxis" and c.lemma_ in {"say", "report", "add"})
        if any(s == token or s.is_ancestor(token) for c in inserted for s in c.children if s.dep_ == "nsubj"):
            return True
    return False


def is_where_cared_for(token: Token, draft: Draft) -> bool:
    """Whether a place is that of the hospital where somebody was brought or died: "was *flown to* a **Lesk** hospital"."""
    hospital = next((t for t in (token, *token.ancestors) if t.lemma_.lower() in HOSPITALS), None)
    if hospital is None or hospital.i in draft.targets or token.doc[draft.head].lemma_.lower() in CARE:
        return False
    trigger, verb = token.doc[draft.head], next((t for t in hospital.ancestors if t.pos_ == "VERB"), None)
    if verb is None or (
        verb.is_ancestor(trigger) and trigger.is_ancestor(hospital)
    ):  # "were treated after a **clash** near it"
        return False
    return verb.lemma_.lower() in CARE


def is_where_brought(token: Token, harm: Token) -> bool:
    """Whether a place is where those who are hurt are brought: "flew 35 of the **injured** *to Lesk*"."""
    way = token.head
    verb = next((t for t in harm.ancestors if t.pos_ == "VERB"), None) if way.lower_ == "to" else None
    inside = verb is not None and (way.head == verb or harm == way.head) and harm.dep_ in {"pobj", "dobj", "nsubjpass"}
    return inside and verb is not None and verb.lemma_.lower() in CARE


def is_where_others_go(token: Token, trigger: Token) -> bool:
    """Whether a place is what others make for: "seven were **killed** and thousands fled *towards Lesk*"."""
    way = first_conjunct(token).head
    going = way.head if way.lower_ in {"towards", "toward"} else trigger
    return going.pos_ == "VERB" and going != trigger and (going.dep_ == "conj" or not trigger.is_ancestor(going))
