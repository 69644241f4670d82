"""Clauses that the parser breaks: a verb that passes for a noun, a participle for a word before a noun, a share for an object."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.broken_phrases import hang
from kg.language.tree import OBJECTS, child, children


def mend_clause(token: Token) -> None:
    """Put the clause around one word together, if it is broken at it."""
    if token.lower_ == "shot" and token.dep_ == "pobj" and token.i + 1 < len(token.doc):
        _to_shooting(token)
    elif token.dep_ == "amod" and token.tag_ == "VBG":
        _to_maker(token)
    elif token.dep_ in OBJECTS and child(token, "nummod") is not None:
        _to_share(token)


def _to_shooting(shot: Token) -> None:
    """Make a verb of "gunmen on a *motorcycle* **shot** *dead* a judge", where the parser reads a motorcycle shot."""
    dead, vehicle = shot.nbor(), child(shot, "compound", "nmod")
    if dead.lower_ != "dead" or shot.head.head.head != dead or vehicle is None:
        return
    way = shot.head
    shot.pos_, shot.tag_, shot.lemma_ = "VERB", "VBD", "shoot"
    above, label = dead.head, dead.dep_
    hang(vehicle, way, "pobj")
    for word in [c for c in shot.children if c != vehicle]:
        hang(word, vehicle if word.i < vehicle.i else shot, word.dep_)
    for word in [c for c in dead.children if c != shot]:
        hit = word.i > dead.i and word.dep_ in {"nsubj", "dobj", "dep"}
        hang(word, shot, "dobj" if hit else word.dep_)
    hang(shot, shot if above == dead else above, label)
    hang(dead, shot, "oprd")


def _to_maker(participle: Token) -> None:
    """Make "hit a *plant* **producing** *drones*" the plant that is hit, where the parser reads drones."""
    maker, made = child(participle, "npadvmod"), participle.head
    close = (
        maker is not None and maker.i == participle.i - 1 and participle.i < made.i and made.dep_ in OBJECTS | {"pobj"}
    )
    if maker is None or not close or not any(c.dep_ == "det" and c.i < maker.i for c in made.children):
        return
    for word in [c for c in made.children if c.i < maker.i]:
        hang(word, maker, word.dep_)
    hang(maker, made.head, made.dep_)
    hang(participle, maker, "acl")
    hang(made, participle, "dobj")


def _to_share(people: Token) -> None:
    """Hang a share on those it is of: "killing three and injuring *45*, **twelve** of them *policemen*"."""
    number = child(people, "nummod")
    of = [p for p in children(number, "prep") if p.lower_ == "of"] if number is not None else []
    them = [t for p in of for t in children(p, "pobj") if t.lower_ in {"them", "whom"}]
    first = people.left_edge.i
    if not them or first < 2 or people.doc[first - 1].text != ",":
        return
    whole = people.doc[first - 2]
    if whole.pos_ in {"NOUN", "NUM"} and whole != people.head:
        hang(people, whole, "appos")
