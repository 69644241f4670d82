"""Who is told to have done violence that the sentence does not name: "*the front* was **responsible**".

The word that says so is a mention of the violence told before.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.blame import FOR_DEED, NOBODY, Blame, bearers
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.objects import direct_objects
from kg.language.tree import children, partitive, prepositional
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

#: verbs that name a doer by themselves
SUSPECTING = frozenset({"suspect", "blame"})
#: where a predicate stands that is said of somebody: "was *responsible*", "held X *responsible*"
PREDICATES = frozenset({"acomp", "oprd", "ccomp", "xcomp"})
#: nouns for those who did it, and verbs by which it is told who they are
ATTACKERS = word_class("attackers")
IDENTIFYING = frozenset({"identify", "describe", "present", "introduce"})
OPINIONS = word_class("opinions")


def untold(token: Token, words: Words) -> Blame:
    """Those whom a word names as the doers of what the text told before."""
    if token.lower_ == "responsible":
        return _responsible(token, words)
    if token.lemma_ in SUSPECTING and token.pos_ in {"VERB", "ADJ"} and token.dep_ not in {"amod", "compound"}:
        return _suspected(token, words)
    if token.lemma_.lower() == "suspicion" and token.dep_ == "nsubj" and token.head.lemma_ == "fall":
        return Blame(tuple(t for name, t in prepositional(token.head) if name == "on"), token.head, alleged=True)
    if token.lemma_ in ATTACKERS and any(c.lower_ in {"the", "these"} for c in children(token, "det")):
        return _identity(token, words)
    return NOBODY


def _responsible(word: Token, words: Words) -> Blame:
    """ "The front was **responsible**"; "the front said *it* was responsible"; "they hold *the front* responsible"."""
    if word.dep_ not in PREDICATES or any(c.dep_ == "prep" for c in word.children):
        return NOBODY
    own = children(word, "nsubj")
    found = Blame(tuple(own), word.head, alleged=True) if own else bearers(word)
    return Blame(_speakers(found), found.word, found.alleged) if _is_it(found) else found


def _is_it(found: Blame) -> bool:
    return bool(found.doers) and all(t.pos_ == "PRON" for t in found.doers)


def _speakers(found: Blame) -> tuple[Token, ...]:
    """Who says it of himself: "*the front* said it was responsible"."""
    clause = found.word
    if clause is None or clause.dep_ != "ccomp" or is_passive(clause.head):
        return ()
    asked = any(c.lower_ in {"whether", "if"} for c in children(clause, "mark"))
    if asked or children(clause.head, "neg"):
        return ()  # "the front has *not said* it was responsible"
    return tuple(surface_subjects(clause.head))


def _suspected(verb: Token, words: Words) -> Blame:
    """ "Police **suspect** *the front*"; "*the front* is **suspected**": an armed group, and no deed beside it."""
    charged = FOR_DEED["verbs"] - {"in"} | {"on"}
    doers = surface_subjects(verb) if is_passive(verb) else direct_objects(verb)
    below = [name for owner in (verb, *doers) for name, _ in prepositional(owner)]
    clauses = children(verb, "ccomp", "xcomp", "advcl") or any(
        c.dep_ == "pcomp" for p in verb.children for c in p.children
    )
    if clauses or charged & set(below) or not doers or not all("armed" in words.classes(t) for t in doers):
        return NOBODY
    return Blame(tuple(doers), verb, alleged=True)


def _identity(noun: Token, words: Words) -> Blame:
    """ "**The assailants** were *members of the front*", "identified themselves as *members of the front*"."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return NOBODY
    alleged = verb.lemma_ in OPINIONS
    if verb.lemma_ in IDENTIFYING:
        told = [t for name, t in prepositional(verb) if name == "as"]
    else:
        copulas = (verb, *children(verb, "xcomp")) if alleged else (verb,)
        told = [t for c in copulas if c.lemma_ == "be" for t in children(c, "attr")]
    found = [t for t in told if "armed" in words.classes(partitive(t) or t)]
    return Blame(tuple(found), verb, alleged)
