"""Whom a pronoun can stand for by the verb that it suffers: "shot 23 of **them**", "*police* took **them** away"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.slots import verb_slots
from kg.extraction.triggers import match
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.grammar import DONE_TO, MEANWHILE, OBJECTS, SUBJECTS
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

#: verbs of letting people go
FREEING = word_class("freeing")
#: verbs of what is done to bodies
BODILY = word_class("bodily")
#: nouns for what one suffers from others
DONE_TO_THEM = word_class("justice") | {"killing", "murder", "assassination", "release", "abduction"}
#: slots of a verb that hold those to whom it is done
DONE_IN = ("object", "at", "on", "against")
#: classes of those who keep order, and of those who are kept in it
ORDER, CROWD = frozenset({"police", "armed"}), frozenset({"protester", "rioter", "civilian", "worker"})


def doers(head: Token) -> list[Token]:
    """Who does what is done to a pronoun, and so is not meant by it: "*police* took five of **them** away"."""
    suffered = head.dep_ == "poss" and head.head.lemma_.lower() in DONE_TO_THEM and head.head.dep_ in OBJECTS
    above = head.head if suffered else head  # "accused *the general* of ordering **his** arrest"
    verb = None if head.lower_.endswith(("self", "selves")) else _verb_above(above)
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


def acted_on(pronoun: Token, words: Words) -> Token | None:
    """To whom something is done while they do something short of force: "police arrested *students* as **they** marched"."""
    clause = pronoun.head
    above = clause.head if clause.dep_ == "advcl" else clause.head.head
    marks = {c.lower_ for c in (*clause.children, *clause.head.children) if c.dep_ in {"mark", "advmod"}}
    timed = above.pos_ == "VERB" and above.i < pronoun.i and bool(marks & (MEANWHILE | {"after"}))
    if pronoun.dep_ not in SUBJECTS or not timed or is_passive(above):
        return None
    done = _plover(above, words)
    meanwhile = done in {"ASSAULT", "COERCE"} and bool(marks & MEANWHILE) and not _fights(clause, words)
    if not meanwhile and not (done == "COERCE" and "after" in marks):
        return None
    slots = verb_slots(above, ())
    people = (t for name in DONE_IN for t in slots.get(name, ()) if t.i < pronoun.i and words.can_act(t))
    return next(people, None)


def _fights(verb: Token, words: Words) -> bool:
    """Whether a verb tells of force or of a way out, as of those who act: "killed farmers as they *retreated*"."""
    return any(
        _plover(v, words) in {"ASSAULT", "RETREAT"} for v in (verb, *(c for c in verb.children if c.dep_ == "xcomp"))
    )


def _plover(verb: Token, words: Words) -> str:
    found, _ = match(verb, words)
    return words.ontology.actions[found.trigger.action].plover if found is not None else ""


def does_not(pronoun: Token, words: Words) -> frozenset[str]:
    """Classes of those who do not do what a pronoun does: no police *riot*, no crowd *fires tear gas*."""
    verbs = (pronoun.head, *(c for c in pronoun.head.children if c.dep_ == "xcomp"))
    found = [f for verb in verbs if verb.pos_ == "VERB" and (f := match(verb, words)[0]) is not None]
    if pronoun.dep_ not in SUBJECTS or not found:
        return frozenset()
    if any(words.ontology.actions[f.trigger.action].plover == "PROTEST" for f in found):
        return ORDER
    return CROWD if any(words.ontology.is_a(f.trigger.action, "CrowdControl") for f in found) else frozenset()


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
