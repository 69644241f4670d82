"""Each of several deeds has its own place: "**attacked** a post near *Lamu* and burned a church in Mpeketoni"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.language.grammar import SUBJECTS
from kg.language.tree import first_conjunct
from kg.model import Place

#: prepositions by which a toponym is not where a thing is done
ELSEWHERE = frozenset("from to towards toward with against for about by between".split())


def without_next_deeds(heads: list[int], trigger: Token, places: Mapping[int, Place]) -> list[int]:
    """The toponyms without those at the deeds that a sentence goes on with, where the deed or one before it has a place.

    "Raided *Adre*, **looted** the market and killed traders in El Geneina": the market is that of Adre.
    """
    deed, owners = clause_of(trigger), {i: clause_of(trigger.doc[i]) for i in heads}
    chain = {i: verb for i, verb in owners.items() if first_conjunct(verb) == first_conjunct(deed)}
    own = [i for i, verb in chain.items() if verb == deed and _is_scene(trigger.doc[i], deed)]
    others = {i for i, verb in chain.items() if verb != deed and not _is_below(trigger.doc[i], trigger, deed)}
    if not own and deed.tag_ != "VBG":  # where the deed before it was done
        own = [i for i in others if chain[i].i < deed.i and _is_scene(trigger.doc[i], chain[i])]
        others = {i for i in others if chain[i].i > deed.i}
    if not own or all(places[i].precision == "country" for i in own):
        return heads
    return [i for i in heads if i not in others]


def _is_below(toponym: Token, trigger: Token, deed: Token) -> bool:
    """Whether a toponym hangs on a participle that goes on with a deed: "attacked it, **killing** two in *Oru*"."""
    return trigger != deed and trigger.is_ancestor(toponym)


def _is_scene(toponym: Token, deed: Token) -> bool:
    """Whether a toponym may be where a verb's deed is done: no word of its subject, nor where somebody comes from or goes."""
    first = first_conjunct(toponym)
    told = any(t.dep_ in SUBJECTS and t.head == deed for t in (first, *first.ancestors))
    return not told and not (first.dep_ == "pobj" and first.head.lower_ in ELSEWHERE)


def clause_of(token: Token) -> Token:
    """The verb of the sentence part that a word stands in, participles behind it left out."""
    while token.head != token and (token.pos_ not in {"VERB", "AUX"} or token.tag_ in {"VBG", "VBN"} and _hangs(token)):
        token = token.head
    return token


def _hangs(verb: Token) -> bool:
    """Whether a participle is only a part of the clause above it: "a convoy **escorted** by troops", "**killing** four"."""
    return verb.dep_ in {"acl", "advcl", "amod", "pcomp"} or (verb.dep_ == "conj" and _hangs(verb.head))
