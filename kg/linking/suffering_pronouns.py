"""Whom a pronoun can stand for by the verb that it suffers: "shot 23 of **them**", "*police* took **them** away"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.clauses import surface_subjects
from kg.language.grammar import DONE_TO, OBJECTS, SUBJECTS
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

#: verbs of letting people go
FREEING = word_class("freeing")
#: verbs of what is done to bodies
BODILY = word_class("bodily")


def doers(head: Token) -> list[Token]:
    """Who does what is done to a pronoun, and so is not meant by it: "*police* took five of **them** away"."""
    verb = None if head.lower_.endswith(("self", "selves")) else _verb_above(head)
    return surface_subjects(verb) if verb is not None and not is_passive(verb) else []


def sufferer(pronoun: Token) -> Token | None:
    """Who suffers what a clause tells the time of: "three *farmers* who lost their legs *when* **they** stepped on mines"."""
    verb = pronoun.head
    above = verb.head
    when = verb.dep_ == "advcl" and any(c.lower_ in {"when", "as", "while"} and c.i < pronoun.i for c in verb.children)
    if pronoun.dep_ not in SUBJECTS or not when or above.dep_ != "relcl" or above.i > pronoun.i:
        return None
    subjects = surface_subjects(above)
    return subjects[0] if len(subjects) == 1 and subjects[0].i < above.i else None


def is_harmed(head: Token) -> bool:
    """Whether only living beings can be meant by a pronoun: "shot 23 of **them**"."""
    verb = _verb_above(head)
    return verb is not None and verb.lemma_.lower() in BODILY


def _verb_above(head: Token) -> Token | None:
    """The verb that a pronoun suffers: "threatened to **kill** them", "**fired** at them"."""
    link = head.head
    if head.dep_ in OBJECTS:
        return link if link.pos_ == "VERB" else None
    if head.dep_ != "pobj" or link.lower_ not in DONE_TO:
        return None
    verb = link.head.head if link.lower_ == "of" and link.head.dep_ in {"dobj", "nsubjpass"} else link.head
    return verb if verb.pos_ == "VERB" else None


def is_freed(token: Token) -> bool:
    """Whether a pronoun is of somebody who is let go: "*they* were **freed**", "police freed two of *them*"."""
    if token.pos_ != "PRON":
        return False
    above = _verb_above(token) if token.dep_ == "pobj" else token.head if token.dep_ in {"nsubjpass", "dobj"} else None
    return above is not None and above.lemma_.lower() in FREEING
