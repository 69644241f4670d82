"""Whom a participle or adjective that is used as a noun stands for, and who had casualties.

"The **wounded** included *two guards*"; "*the army* suffered ten **casualties**".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.harm import NO_PEOPLE
from kg.language.clauses import surface_subjects
from kg.language.grammar import DEFINITE_PLURAL
from kg.language.objects import direct_objects
from kg.language.tree import children, prepositional, with_conjuncts
from kg.ontology.word_classes import word_class

STANDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"})
FORMS = frozenset({"VBN", "VBD", "JJ"})
#: such words that the tagger may take for nouns
HARMED = word_class("harmed")
#: verbs of doing harm and of suffering it
INFLICTING = frozenset({"inflict", "cause"})
SUFFERING = frozenset({"suffer", "sustain", "incur"})
LISTING = frozenset({"include", "comprise", "number"})
AMONG = frozenset({"among", "amongst"})
#: what those are whom a number counts
STATES = HARMED | {"dead"}


def is_people(token: Token) -> bool:
    """Whether a word of what befell people is used for the people: "the *wounded*", "130 *injured*", not "the *dead* man"."""
    if token.dep_ not in STANDS or (token.tag_ not in FORMS and token.lower_ not in HARMED):
        return False
    own = [*token.children]
    if any(c.dep_ in {"nsubj", "nsubjpass", "dobj", "aux", "auxpass", "relcl"} for c in own):
        return False
    return any((c.dep_ == "det" and c.lower_ in DEFINITE_PLURAL) or c.dep_ == "nummod" for c in own if c.i < token.i)


def sufferers(group: Token) -> list[Token]:
    """Those who are told to be of a group: its number, or who they are; empty if neither is told.

    "*11* of the **injured**"; "the *130* **injured**"; "the **dead** include *a nurse*"; "among **those** killed was *X*";
    "one of the **dead** was *X*".
    """
    return _named(group) or [*_counted(group)]


def _counted(group: Token) -> Iterator[Token]:
    whole = group.head.head if group.dep_ == "pobj" and group.head.lower_ == "of" else None
    if whole is not None and (whole.pos_ == "NUM" or whole.like_num):
        yield whole
    elif whole is None:
        yield from children(group, "nummod")


def _named(group: Token) -> list[Token]:
    """Who the people of a group are, as the verb that it is subject or circumstance of tells."""
    above = group.head.head
    if group.dep_ == "pobj" and group.head.lower_ == "of" and above.dep_ == "nsubj" and above.head.lemma_ == "be":
        return with_conjuncts(t for t in children(above.head, "attr") if t.pos_ == "PROPN")
    if group.dep_ == "pobj" and group.head.lower_ in AMONG and above.lemma_ == "be":
        return with_conjuncts(_whole(t, above) for t in children(above, "nsubj", "attr") if t != group)
    if group.dep_ != "nsubj" or group.head.pos_ not in {"VERB", "AUX"}:
        return []
    if group.head.lemma_.lower() in LISTING:
        return direct_objects(group.head)
    return with_conjuncts(children(group.head, "attr")) if group.head.lemma_ == "be" else []


def _whole(subject: Token, verb: Token) -> Token:
    """The people that a relative clause tells of: "two *guards*, both of whom were among the **wounded**"."""
    relative = (
        verb.dep_ == "relcl" and subject.pos_ != "NUM" and any(t.lower_ in {"whom", "who"} for t in subject.subtree)
    )
    return verb.head if relative else subject


def side_of(number: Token) -> Token | None:
    """The side of which so many are told to be dead: "*the army* suffered **14** dead", "**26** dead *among the soldiers*"."""
    behind = number.doc[number.i + 1 : number.sent.end]
    if number.pos_ != "NUM" or len(behind) == 0 or behind[0].lower_ not in STATES:
        return None
    before = number.doc[number.sent.start : number.i]
    verb = next((t for t in reversed(before) if not _counts(t)), number)
    link = next((t for t in behind if not _counts(t)), number)
    if link.lower_ in AMONG or (link.lower_ == "on" and verb.lemma_ in INFLICTING):
        return next(iter(children(link, "pobj")), None)
    return next(iter(surface_subjects(verb)), None) if verb.lemma_ in SUFFERING | {"lose"} else None


def _counts(token: Token) -> bool:
    """Whether a word is of a list of the dead and wounded: "*14 dead and at least 20 wounded*"."""
    return token.pos_ == "NUM" or token.lower_ in STATES | {"and", ",", "at", "least", "some", "about", "more", "than"}


def losers(result: Token) -> Token | None:
    """Who had the casualties: "inflicted ten **casualties** on *the army*", "*the army* suffered ten **casualties**"."""
    clauses = [c for c in children(result, "acl") if c.lemma_ in INFLICTING]
    verb = result.head if result.dep_ == "dobj" and result.head.lemma_ in INFLICTING else None
    owners = (result, *clauses, *([verb] if verb is not None else []))
    told = [t for owner in owners for name, t in prepositional(owner) if name in {"on", "among"}]
    if not told and result.dep_ == "dobj" and result.head.lemma_ in SUFFERING:
        told = surface_subjects(result.head)
    return told[0] if len(told) == 1 and told[0].ent_type_ not in NO_PEOPLE else None
