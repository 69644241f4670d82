"""Who is said to have done a deed that a noun names: "blamed *rebels* for the **attack**", "*X*, author of the **murder**"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from kg.language.clauses import direct_objects, is_passive, surface_subjects
from kg.language.tree import children, prepositional

#: prepositions before the deed, by the verb that blames somebody for it
FOR_DEED = frozenset({"for", "of", "with", "in"})
#: prepositions before whom a deed is laid at the door of: "attributed to", "blamed on", "carried out by"
ON_DOER = frozenset({"to", "on", "upon", "by"})
#: words for what somebody did
WORK = frozenset({"work", "handiwork", "doing"})


def blamed(noun: Token, vocabulary: Mapping[str, Iterable[str]]) -> list[Token]:
    """Heads of the phrases for those whom the clause around a nominal deed names as its doers.

    ``vocabulary`` lists verbs ("blame"), those whose object or passive subject is the deed ("attribute"), nouns
    ("perpetrator") and adjectives ("responsible").
    """
    head, preposition = noun.head, ""
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        preposition, head = head.lower_, head.head
    lemma = head.lemma_.lower()
    for clause in children(noun, "acl"):  # "an attack blamed on *the front*"
        if clause.tag_ == "VBN" and clause.lemma_.lower() in vocabulary["laid"]:
            return [t for name, t in prepositional(clause) if name in ON_DOER]
    if noun.dep_ == "nsubj" and head.lemma_ == "be":  # "the attack was the work of *the front*"
        works = [w for w in children(head, "attr") if w.lemma_.lower() in WORK]
        return [t for w in works for name, t in prepositional(w) if name == "of"]
    if not preposition:
        laid = lemma in vocabulary["laid"] and noun.dep_ in {"dobj", "nsubjpass"}
        return [t for name, t in prepositional(head) if name in ON_DOER] if laid else []
    if head.pos_ == "VERB" and lemma in vocabulary["verbs"] and preposition in FOR_DEED:
        return surface_subjects(head) if is_passive(head) else direct_objects(head)
    if head.pos_ == "ADJ" and lemma in vocabulary["adjectives"]:
        return _bearers(head)
    if head.pos_ in {"NOUN", "PROPN"} and lemma in vocabulary["nouns"] and preposition in {"of", "in", "to"}:
        return _bearers(head)
    if head.dep_ == "dobj" and preposition in FOR_DEED:  # "accuse the squads of the murder", hung on the squads
        verb = head.head
        return direct_objects(verb) if verb.lemma_.lower() in vocabulary["verbs"] and not is_passive(verb) else []
    return []


def _bearers(word: Token) -> list[Token]:
    """Of whom a predicate is said: "*X* was the mastermind", "*those* responsible", "*X*, an accomplice"."""
    if word.head.lemma_ == "be" and word.dep_ in {"attr", "acomp"}:
        return surface_subjects(word.head)
    if word.dep_ in {"amod", "appos"}:
        return [word.head]
    return [k for c in children(word, "appos") for k in (c,)]
