"""Who did a deed that a verb tells of, hung on the word that says so: "blamed the attack *on rebels*", "a raid *by rebels*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.grammar import OBJECTS
from kg.language.tree import child, children, hang
from kg.ontology.word_classes import word_class

#: verbs that lay a deed at somebody's door: "blamed the attack *on rebels*"
LAYING = frozenset({"blame", "pin"})
CLAUSES = frozenset({"acl", "relcl", "appos"})
#: verbs of what is told or judged, which nobody does with "by": "condemned the shelling of Lesk *by rebels*"
REACTING = word_class("reacting")


def doer_to_deed(verb: Token) -> None:
    """Hang those a deed is laid on on the verb, and those it is done by on the deed."""
    if verb.pos_ == "VERB" and verb.lemma_.lower() in REACTING:
        _done_by(verb)
    elif verb.pos_ == "VERB" and verb.lemma_.lower() in LAYING:
        _laid(verb)


def _laid(verb: Token) -> None:
    """Hang those a deed is laid on on their verb: "blamed the attack on *rebels*", "blamed the raid on the bank on *it*"."""
    if any(c.lower_ in {"on", "for"} for c in children(verb, "prep")):
        return
    deeds = [t for noun in children(verb, *OBJECTS) for t in (noun, *noun.conjuncts)]
    found = [c for deed in deeds for c in _on(deed)]
    if not found:
        return
    last = found[-1]
    doer = child(last, "pobj")
    if doer is not None:  # "on the brigade, *led* by a judge"
        for clause in [c for c in last.head.children if c.i > last.i and c.dep_ in CLAUSES]:
            hang(clause, doer, clause.dep_)
    hang(last, verb, "prep")


def _done_by(verb: Token) -> None:
    """Hang the doer of a deed on its noun, and not on the verb that tells of it: "documents *the raid on Lesk* **by** rebels"."""
    deeds = [t for t in children(verb, *OBJECTS) if any(c.lower_ in {"of", "on"} for c in t.children)]
    if len(deeds) != 1 or any(c.dep_ == "auxpass" for c in verb.children):
        return
    last = deeds[0].right_edge.i
    for doer in [c for c in children(verb, "prep", "agent") if c.lower_ == "by" and c.i == last + 1]:
        if not any(c.dep_ == "pcomp" for c in doer.children):
            hang(doer, deeds[0], "prep")


def _on(noun: Token) -> Iterator[Token]:
    """The prepositions "on" of a noun and of what stands behind them: "the raid *on* the bank *on* rebels"."""
    for preposition in children(noun, "prep"):
        if preposition.lower_ == "on":
            yield preposition
            for inner in children(preposition, "pobj"):
                yield from _on(inner)
