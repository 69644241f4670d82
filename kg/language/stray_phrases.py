"""Phrases that reports of violence put behind a noun, hung on the deed: who did it, with what, and in what firing.

"Shot in *the back* **by** soldiers" hangs the soldiers on the back, "moved in from *three sides* **with** batons" the batons on
the sides; "three of them in *police* **firing**" makes police who fire.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import AUXILIARIES, CIRCUMSTANCE, OBJECTS, PLACE_LABELS, SUBJECTS
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


#: nouns for what is done to people and to towns, for some of many, and for what fighters belong to
ORDEALS, GROUNDS = word_class("ordeals"), word_class("grounds")
BANDS, BODIES = word_class("bands"), word_class("bodies")


def stray(token: Token) -> None:
    """Hang one phrase on the deed it tells of, if it is one of those."""
    if token.lower_ == "by" and token.dep_ in {"prep", "agent"} and token.head.dep_ == "pobj":
        _doer_to_blow(token)
        _doer_to_ordeal(token)
    elif token.lower_ == "by" and token.dep_ == "prep" and token.head.i < token.i - 1:
        _doer_to_noun_before(token)
    elif token.lower_ == "of" and token.dep_ == "prep" and token.head.dep_ == "pobj":
        _victim_to_ordeal(token)
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


def _doer_to_ordeal(by: Token) -> None:
    """Hang on a deed who did it, which passes for a word of its victim: "the **bombing** of *the embassy* **by** Hezbollah"."""
    victim = by.head
    ordeal = victim.head.head
    told = victim.head.lower_ == "of" and ordeal.lemma_.lower() in ORDEALS and ordeal.pos_ == "NOUN"
    if told and victim.lemma_.lower() not in ORDEALS and not _is_done_by(ordeal):
        hang(by, ordeal, "prep")


def _doer_to_noun_before(by: Token) -> None:
    """Hang on the deed right before it who did it: "described *the* **shelling** **by** *the army* of a hospital"."""
    ordeal, doer = by.nbor(-1 if by.i else 0), child(by, "pobj")
    timed = doer is None or doer.ent_type_ in {"DATE", "TIME", "CARDINAL", "PERCENT"}
    if ordeal.pos_ == "NOUN" and ordeal.lemma_.lower() in ORDEALS and not timed and not is_passive(by.head):
        hang(by, ordeal, "prep")


def _victim_to_ordeal(of: Token) -> None:
    """Hang on a deed whom it befell, who pass for those of its doer: "the **arrest** by *police* **of** two monks"."""
    doer, victim = of.head, child(of, "pobj")
    ordeal = doer.head.head
    told = doer.head.lower_ == "by" and ordeal.lemma_.lower() in ORDEALS and ordeal.pos_ == "NOUN"
    if victim is None or not told or any(c.lower_ == "of" for c in children(ordeal, "prep")):
        return
    town = victim.ent_type_ in PLACE_LABELS and ordeal.lemma_.lower() not in GROUNDS
    whole = victim.ent_type_ == "ORG" or victim.lemma_.lower() in BODIES or town
    if not whole and doer.pos_ == "NOUN" and doer.lemma_.lower() not in BANDS and doer.lower_ not in BANDS:
        hang(of, ordeal, "prep")


def _is_done_by(ordeal: Token) -> bool:
    return any(c.lower_ == "by" for c in children(ordeal, "prep", "agent"))


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
