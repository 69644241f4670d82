"""Phrases that reports of violence put behind a noun, hung on the deed: who did it, with what, and in what firing.

"Shot in *the back* **by** soldiers" hangs the soldiers on the back, "moved in from *three sides* **with** batons" the batons on
the sides; "three of them in *police* **firing**" makes police who fire.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import AUXILIARIES, CIRCUMSTANCE, OBJECTS, SUBJECTS
from kg.language.tree import child, children, hang
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

#: parts of the body in which somebody is hit, and what he is hit with
STRUCK = word_class("body-parts") | word_class("sticks")
#: participles of harm, and verbs of the deeds that do it
HURTING = frozenset({"kill", "wound", "injure"})
DEEDS = word_class("violent") | word_class("attacks") | {"destroy", "damage", "demolish"}
#: from where somebody comes: "moved in from three *sides*"
SIDES = frozenset({"side", "direction", "end", "flank", "front", "corner", "rear"})
#: gerunds that are nouns behind who does it: "police *firing*"
FIRED = frozenset({"firing", "shelling", "bombing", "shooting"})
#: whose such firing is, told in one bare word
FORCES = frozenset("police army military troop troops paramilitary security rebel militia".split())


def stray(token: Token) -> None:
    """Hang one phrase on the deed it tells of, if it is one of those."""
    if token.lower_ == "by" and token.dep_ in {"prep", "agent"} and token.head.dep_ == "pobj":
        _doer_to_blow(token)
    elif token.lower_ == "with" and token.dep_ == "prep" and token.head.dep_ == "pobj":
        _means_to_move(token)
    elif token.lower_ in FIRED and token.dep_ == "acl":
        _firing_to_noun(token)
    elif token.tag_ == "VBG" and token.dep_ == "advcl" and token.lemma_.lower() in HURTING:
        _harm_to_deed(token)
    elif token.dep_ in SUBJECTS and token.head.dep_ in AUXILIARIES:
        hang(token, token.head.head, token.dep_)  # "*soldiers* have in ten days **raised** bunkers"


def _harm_to_deed(harm: Token) -> None:
    """Hang harm on the deed before it: "pulled bodies from a hotel, *which was bombed* on Friday, **killing** six"."""
    above, comma = harm.head, harm.i - 1
    if above.lemma_.lower() in DEEDS or comma <= above.i or harm.doc[comma].text != ",":
        return
    deeds = (t for t in above.subtree if t.dep_ == "relcl" and above.i < t.i < comma and t.lemma_.lower() in DEEDS)
    deed = next((t for t in deeds if t.right_edge.i in {comma, comma - 1}), None)
    if deed is not None and not children(harm, "nsubj", "mark"):
        hang(harm, deed, "advcl")


def _doer_to_blow(by: Token) -> None:
    """Hang on the verb who struck: "was shot in *the back* **by** soldiers", "beaten with *sticks* **by** guards"."""
    part, verb = by.head, by.head.head.head
    struck = verb.pos_ == "VERB" and is_passive(verb) and child(verb, "agent") is None
    if struck and part.lemma_.lower() in STRUCK and child(by, "pobj") is not None:
        hang(by, verb, "agent")


def _means_to_move(preposition: Token) -> None:
    """Hang on the verb with what somebody comes from where: "moved in from *three sides* **with** batons"."""
    side = preposition.head
    verb = side.head.head
    if side.lemma_.lower() in SIDES and side.head.lower_ in {"from", "on"} and verb.pos_ == "VERB":
        hang(preposition, verb, "prep")


def _firing_to_noun(firing: Token) -> None:
    """Make a noun of what passes for a clause: "three died in *police* **firing**"."""
    who = firing.head
    way = who.head
    bare = who.lower_ in FORCES and not any(c.i < who.i for c in who.children) and firing.i == who.i + 1
    if not bare or who.dep_ != "pobj" or way.lower_ not in CIRCUMSTANCE | {"by", "after", "from"}:
        return
    if children(firing, *OBJECTS, "aux"):
        return
    for word in [c for c in who.children if c != firing]:
        hang(word, firing, word.dep_)
    hang(firing, way, "pobj")
    hang(who, firing, "compound")
    firing.pos_, firing.tag_, firing.lemma_ = "NOUN", "NN", firing.lower_
