"""Places before a noun of violence: where it was done, and no one who does it or suffers it.

"The *Oslo* attack", "a *Somalia* hotel siege", "*Sudan* fighting".
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.ontology.word_classes import word_class

#: what many do in a land, which no land does
COURSES = word_class("courses")
#: what somebody does in a land, seldom the land itself: "killed in *Niger* **ambush**"
CRIMES = word_class("crimes")
AIMED = frozenset({"on", "against", "of", "upon"})
#: means that states have, which tell of the land that owns them: "a Syria *air* strike"
OWNED = frozenset({"aircraft", "missile", "drone", "artillery", "rocket", "tank", "ship", "helicopter"})
MEANS = frozenset(
    {"air", "drone", "missile", "rocket", "artillery", "navy", "army", "police", "force", "troop", "military"}
)


def is_scene(token: Token, noun: Token, words: Words) -> bool:
    """Whether a town or land before a noun of violence is where it was done, a capital no government."""
    if token.dep_ == "poss" or not words.tells_violence(noun):
        return False
    name = words.name(token)
    if name is None:
        return words.is_toponym(token)
    town = name.form == "seat" or (name.form == "ambiguous" and words.is_toponym(token))
    return town or _is_land(token, noun, words)


def _is_land(token: Token, noun: Token, words: Words) -> bool:
    """Whether a land by its own name stands before what is done in it: "a *Cameroon* village massacre"."""
    if token.pos_ != "PROPN" or not words.is_toponym(token) or token.head != noun or noun.i < token.i:
        return False
    if noun.lemma_.lower() in COURSES:
        return True
    if noun.lemma_.lower() in CRIMES and noun.dep_ == "pobj" and token.i == noun.i - 1:
        return not any(c.lower_ in AIMED for c in noun.children)
    between = [t for t in token.doc[token.i + 1 : noun.i] if t.is_alpha]
    owned = any(t.lemma_.lower() in MEANS or words.instrument(t) in OWNED or words.can_act(t) for t in between)
    return bool(between) and not owned
