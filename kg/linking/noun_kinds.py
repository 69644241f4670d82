"""What the antecedent of a noun for a group, a state, a town or a vehicle must be: "the *group*", "the *city*"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.linking.areas import AREAS, is_area
from kg.linking.mentions import Mentions
from kg.ontology.groupings import ORGANISED

#: what a body told before can be called
GROUPS = frozenset("group organisation organization faction insurgent insurgents".split())
VEHICLES = frozenset("vehicle convoy column motorcade truck car".split())
FLYING = frozenset({"aircraft", "helicopter", "drone"})
STATES = frozenset(["country", "nation", "state", "government", "regime", "kingdom", "republic"])


def fitting(head: Token, mentions: Mentions, words: Words) -> Callable[[Token], bool] | None:
    """What tells the antecedent of a noun for a group, a state, a town or a vehicle: "the *group*", "the *city*"."""
    lemma = head.lemma_.lower()
    if lemma in GROUPS:
        return lambda t: mentions.named_as(t, ORGANISED)
    if lemma in STATES and head.tag_ == "NN":
        return lambda t: mentions.named_as(t, {"Country"}) and not mentions.is_seat(t) and not mentions.is_people(t)
    if lemma in AREAS and head.tag_ == "NN" and not any(c.dep_ == "poss" for c in head.children):
        return lambda t: not mentions.named_as(t, {"Country"}) and is_area(t, lemma, words)
    if lemma in VEHICLES and not any(c.lower_ == "of" for c in head.children):  # not "the car of a judge"
        return lambda t: "vehicle" in words.classes(t) and not (mentions.is_bare(t) or words.instrument(t) in FLYING)
    return None
