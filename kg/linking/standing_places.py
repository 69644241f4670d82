"""Places told by a noun for one that the text named before: "Rebels shelled Lesk.  Twelve people died in *the city*"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.language.grammar import OBJECTS
from kg.language.tree import children, phrase, prepositional
from kg.linking.coreference import Antecedents
from kg.model import Place
from kg.ontology.word_classes import word_class

#: nouns that the name of a town stands behind
DWELLERS = frozenset({"resident", "inhabitant", "villager", "people", "population", "youth"})
TOWNS = word_class("towns")
#: tokens before a sentence in which the place of its "there" is sought
BACK = 40
WIDE = frozenset({"country", "region"})
WITHIN = frozenset({"in", "across", "throughout", "inside", "around", "near", "outside", "within"})


def standing_place(draft: Draft, antecedents: Antecedents, named: Mapping[int, Place], text: str) -> tuple[Place, ...]:
    """The town that a noun at an event or its verb stands for; ``named`` are places by the index of their head."""
    doc = antecedents.doc
    for relation, noun in _nouns(doc[draft.head], doc[draft.verb] if draft.verb is not None else doc[draft.head]):
        earlier = antecedents.of(noun)
        of = (
            [t for name, t in prepositional(earlier) if name == "of"] if earlier is not None else []
        )  # "the town of *Lesk*"
        place = next((named[t.i] for t in (earlier, *of) if t is not None and t.i in named), None)
        if place is not None and place.precision not in WIDE:
            start, end = doc[phrase(noun).start].idx, noun.idx + len(noun)
            return (replace(place, start=start, end=end, text=text[start:end], relation=relation),)
    return _there(doc[draft.head], named) or _at_home(draft, doc, named)


def _at_home(draft: Draft, doc: Doc, named: Mapping[int, Place]) -> tuple[Place, ...]:
    """The town whose people do something, which they do there: "residents of *Lesk* **blocked** a road"."""
    for i in draft.agents:
        homes = [t for name, t in prepositional(doc[i]) if name == "of"] if doc[i].lemma_.lower() in DWELLERS else []
        found = [named[t.i] for t in homes if t.i in named and named[t.i].precision not in WIDE]
        if found:
            return (found[0],)
    return ()


def _there(trigger: Token, named: Mapping[int, Place]) -> tuple[Place, ...]:
    """The last town before "there": "Lesk was shelled.  Two men were shot **there** on Friday"."""
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ in {"VERB", "AUX"}), trigger)
    for token in (t for owner in dict.fromkeys((trigger, verb)) for t in owner.subtree):
        if token.lower_ == "there" and token.tag_ == "RB" and token.dep_ == "advmod":
            first = token.sent.start - BACK
            last = max((i for i, p in named.items() if first <= i < token.i and p.precision not in WIDE), default=None)
            return (replace(named[last], relation=None),) if last is not None else ()
    return ()


def _nouns(trigger: Token, verb: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, noun) for the nouns of a town that say where an event is, or what it is done to: "a bank *in the city*"."""
    owners = list(dict.fromkeys((trigger, verb)))
    hit = [t for owner in owners for t in (*children(owner, *OBJECTS), *(t for _, t in prepositional(owner)))]
    for owner in dict.fromkeys((*owners, *hit)):
        for relation, noun in prepositional(owner):
            if relation in WITHIN and noun.tag_ == "NN" and noun.lemma_.lower() in TOWNS:
                yield relation, noun
