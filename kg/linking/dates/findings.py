"""The day on which the dead are found is not that of the deed: "12 men who had been **shot** were found *on Friday*"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.language.grammar import OBJECTS
from kg.linking.dates.anchors import Anchored
from kg.ontology.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

#: verbs of those who come upon the dead
FINDING = word_class("finding")
#: labels of what is told of people: "12 men **killed** by rebels", "the **beheaded** bodies", "bodies *of* men who were **shot**"
TOLD_OF = frozenset({"relcl", "acl", "amod"})


def not_of_finding(trigger: Token, tied: Sequence[Anchored]) -> list[Anchored]:
    """The times of a deed without those at which those it was done to were found, unless told behind it: "killed *on Monday*"."""
    finder = _finder(trigger)
    if finder is None:
        return list(tied)
    return [i for i in tied if i.governor != finder or (trigger.i < i.head.i and not trigger.i < finder.i < i.head.i)]


def _finder(trigger: Token) -> Token | None:
    """The verb of finding above those of whom a deed is told."""
    told = False
    for below, above in pairwise((trigger, *trigger.ancestors)):
        told = told or (below.dep_ in TOLD_OF and above.pos_ in {"NOUN", "NUM", "PROPN", "PRON"})
        if told and below.dep_ in OBJECTS | {"nsubjpass"} and above.lemma_.lower() in FINDING:
            return above
    return None
