"""Which side of a deed a pronoun stands for, by the clause it stands in: who is struck, threatened, asked or taken is told."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.triggers import match
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.grammar import CONDITIONS, DONE_TO, OBJECTS, SUBJECTS
from kg.language.tree import children
from kg.linking.suffering_pronouns import doers
from kg.ontology.groupings import FORCE
from kg.ontology.word_classes import word_class

THREATENING = frozenset({"threaten", "warn"})
JUDGING = word_class("judging") | {"praise", "thank"}
#: nouns for what somebody is accused of
CHARGES = frozenset({"charge", "accusation", "allegation", "claim"})
#: verbs of what somebody else shall do
DEMANDING = frozenset({"demand", "insist", "ask", "request", "require", "urge"})
#: the forms of one pronoun that its subject form can stand for
SAME = {"him": "he", "her": "she", "them": "they"}


def by_sides(pronoun: Token, words: Words) -> Iterator[Token]:
    """Those for whom a pronoun can stand by its clause, the surest first."""
    if pronoun.dep_ in SUBJECTS:
        yield from _threatened(pronoun)
        yield from _asked(pronoun)
        yield from _demanded(pronoun)
        yield from _charged(pronoun)
    elif pronoun.dep_ == "poss":
        yield from _judged(pronoun)
    elif pronoun.dep_ in OBJECTS or (pronoun.dep_ == "pobj" and pronoun.head.lower_ in DONE_TO):
        yield from _opposed(pronoun, words)
        yield from _taken(pronoun)
        yield from _same_person(pronoun)


def _judged(pronoun: Token) -> list[Token]:
    """Who is praised or blamed for what is theirs: "France condemned *Syria* for **its** attacks"."""
    reason = pronoun.head.head
    if pronoun.head.dep_ != "pobj" or reason.lower_ != "for" or reason.head.lemma_ not in JUDGING:
        return []
    return [t for t in children(reason.head, *OBJECTS) if t.i < pronoun.i]


def _opposed(pronoun: Token, words: Words) -> list[Token]:
    """Whom those fought who are fought: "*soldiers* shot a man who had **stabbed** one of **them**"."""
    clause = next((t for t in pronoun.ancestors if t.dep_ == "relcl"), None)
    if clause is None or pronoun not in list(clause.subtree) or clause.head not in doers(pronoun):
        return []
    noun = clause.head
    link = noun.head if noun.dep_ == "pobj" else noun
    deed = link.head
    struck = noun.dep_ in OBJECTS or (noun.dep_ == "pobj" and link.lower_ in {*DONE_TO, "by"})
    if not struck or deed.pos_ != "VERB":
        return []
    found, _ = match(deed, words)
    fought = found is not None and words.ontology.actions[found.trigger.action].plover in FORCE
    return [t for t in surface_subjects(deed) if fought and t != noun]


def _threatened(pronoun: Token) -> list[Token]:
    """Who shall yield to a threat: "threatened to bomb *Serbia* **unless it** withdrew"."""
    clause = pronoun.head
    marks = {c.lower_ for c in children(clause, "mark")}
    if clause.dep_ != "advcl" or not marks & CONDITIONS:
        return []
    above = clause.head
    verbs = [above, *children(above, "xcomp")]
    threat = above if above.lemma_ in THREATENING else above.head
    told = [t for verb in verbs for t in children(verb, "dobj") if t.i < pronoun.i]
    return told[:1] if threat.lemma_ in THREATENING else []


def _asked(pronoun: Token) -> list[Token]:
    """Who is asked to undo what they did: "urged *the rebels* to free the nurses **they** *kidnapped*"."""
    clause = pronoun.head
    infinitive = clause.head.head
    plain = clause.dep_ == "relcl" and clause.head.dep_ in OBJECTS and infinitive.tag_ == "VB"
    if not plain or infinitive.dep_ != "xcomp" or not children(infinitive.head, *OBJECTS):
        return []
    return [t for t in surface_subjects(infinitive) if t.head == infinitive.head and t.dep_ in OBJECTS]


def _demanded(pronoun: Token) -> list[Token]:
    """Of whom something is demanded who was judged before: "accused *Pakistan* of it and **demanded** that *it* act"."""
    demand = pronoun.head.head
    told = pronoun.head.dep_ == "ccomp" and demand.lemma_ in DEMANDING and demand.dep_ == "conj"
    if not told or pronoun.pos_ != "PRON" or demand.head.lemma_ not in JUDGING or children(demand, *SUBJECTS):
        return []
    return [t for t in children(demand.head, *OBJECTS) if t.i < pronoun.i]


def _charged(pronoun: Token) -> list[Token]:
    """Who denies what he is accused of: "Norland accused *the general* of it, a charge that **he** *denied*"."""
    denial, charge = pronoun.head, pronoun.head.head
    if denial.lemma_ not in {"deny", "reject", "dismiss"} or charge.lemma_ not in CHARGES or denial.dep_ != "relcl":
        return []
    verb = next((t for t in charge.ancestors if t.pos_ == "VERB" and t.lemma_ in JUDGING), None)
    return [t for t in children(verb, *OBJECTS) if t.i < pronoun.i] if verb is not None else []


def _taken(pronoun: Token) -> list[Token]:
    """To whom the first of two deeds is done: "took *12 men* to a hill and **shot them**"."""
    verb = pronoun.head
    if pronoun.dep_ not in OBJECTS or verb.dep_ != "conj" or verb.head.pos_ != "VERB" or children(verb, *SUBJECTS):
        return []
    return [t for t in children(verb.head, "dobj") if t.i < verb.i]


def _same_person(pronoun: Token) -> list[Token]:
    """Of whom the sentence tells: "*He* was handed over to rebels, who killed **him**"."""
    subject = SAME.get(pronoun.lower_)
    labels = {"nsubjpass"} if subject == "they" else SUBJECTS
    told = [t for t in pronoun.sent if t.i < pronoun.i and t.lower_ == subject and t.dep_ in labels]
    return [t for t in told[-1:] if t not in doers(pronoun)]


def is_opposed(noun: Token, other: Token) -> bool:
    """Whether somebody is on the doer's side of what is done to a noun: "*forces* helped by *X* took it from **the rebels**"."""
    link = noun.head if noun.dep_ == "pobj" else noun
    verb = link.head.head if link.dep_ == "prep" and link.head.dep_ in OBJECTS else link.head
    done = noun.dep_ in OBJECTS or (noun.dep_ == "pobj" and link.lower_ in {*DONE_TO, "from", "with"})
    return done and verb.pos_ == "VERB" and any(t == other or t.is_ancestor(other) for t in surface_subjects(verb))
