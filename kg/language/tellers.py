"""Who says what stands before it, where the parse makes him the last of those it was done to.

"The blast killed six guards, army officer *Sami Orlan* **told** reporters": he is the subject of the saying.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import OBJECTS, PREDICATES
from kg.language.tree import children, hang, with_conjuncts
from kg.language.voice import STOPS
from kg.ontology.word_classes import word_class

TELLING = word_class("telling")
SPEECH = word_class("speech")
RESULTS = word_class("results")
#: verbs of saying and thinking that stand between who did a deed and the deed
SAID_BETWEEN = word_class("telling") | word_class("opinions")
#: verbs of saying whose past the parse may take for a passive: "..., the opposition *charged* on Tuesday"
CHARGING = frozenset("charge allege claim announce report".split())
#: how the parse hangs a saying on what is said: "died in raids by rebels, *residents* **told** a paper"
BEHIND = frozenset({"conj", "advcl"})
#: what stands behind who is charged, and not behind who charges: "a man charged *with* murder"
CHARGED = frozenset({"with", "by", "for", "over"})


def teller_to_saying(verb: Token) -> None:
    """Make the name right before a verb of saying its subject, where it has none and what is said stands before it."""
    if verb.lemma_.lower() in SPEECH and verb.pos_ == "VERB":
        _results_to_deed(verb)
        if verb.tag_ in {"VBD", "VBZ"} and verb.lemma_.lower() not in TELLING:
            _clause_to_saying(verb)
    says = verb.i > 0 and verb.tag_ in {"VBD", "VBZ"} and verb.lemma_.lower() in TELLING
    if says:
        _victims_to_deed(verb)
        _tail_to_top(verb)
        _clause_to_saying(verb)
    teller = _before(verb) if says else None
    if teller is None:
        return
    subjects = children(verb, "nsubj", "csubj", "expl")
    if subjects and _joins(subjects[0], teller):
        hang(teller, verb, "nsubj")
        hang(subjects[0], teller, "conj")
        return
    said = [c for c in verb.children if c.dep_ == "ccomp" and c.i < teller.i]
    if not subjects and any(clause.is_ancestor(teller) for clause in said):
        hang(teller, verb, "nsubj")
    elif not subjects and verb.dep_ in BEHIND and verb.head.pos_ == "VERB" and verb.head.is_ancestor(teller):
        told = verb.head  # "six died in raids by rebels, *residents* **told** a paper"
        hang(verb, verb if told.dep_ == "ROOT" else told.head, told.dep_)
        hang(told, verb, "ccomp")
        hang(teller, verb, "nsubj")
    elif subjects and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and subjects[0].is_ancestor(teller):
        _part(verb, subjects[0], teller)


def _joins(one: Token, teller: Token) -> bool:
    """Whether the subject of a saying is the last of those who say it: "north of the town, *witnesses* and **aides** said"."""
    return any(c.dep_ == "cc" and c.i == one.left_edge.i - 1 for c in teller.children)


def speaker_to_charge(verb: Token) -> None:
    """Make who charges something a subject: "the army shelled a school, *the rebels* **charged** on Tuesday"."""
    people, told = verb.head, verb.head.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.lemma_.lower() not in CHARGING or told.pos_ != "VERB":
        return
    first = people.left_edge.i
    last = verb.right_edge.i + 1
    ends = last >= verb.sent.end or verb.doc[last].text in STOPS
    behind = {c.lower_ for c in children(verb, "prep", "agent")}
    if told.dep_ != "ROOT" or not ends or behind & CHARGED or verb.doc[first - 1].text != "," or people.dep_ == "nsubj":
        return
    hang(verb, verb, "ROOT")
    verb.tag_ = "VBD"
    hang(told, verb, "ccomp")
    hang(people, verb, "nsubj")


def relative_to_deed(verb: Token) -> None:
    """Make who did a deed its subject, and not of the saying set before it: "a man *who* police **say** killed two guards"."""
    if verb.dep_ != "relcl" or verb.lemma_.lower() not in SAID_BETWEEN:
        return
    teller = next((c for c in children(verb, "nsubj") if c.i == verb.i - 1), None)
    pronoun = verb.doc[teller.left_edge.i - 1] if teller is not None and teller.left_edge.i else verb
    after = verb.doc[verb.i + 1 : verb.i + 3]
    deed = next((t for t in after if t.pos_ == "VERB" and t.head == verb and t.dep_ in {"ccomp", "xcomp"}), None)
    if pronoun.lower_ not in {"who", "which", "that"} or deed is None or children(deed, "nsubj", "nsubjpass"):
        return
    passive = bool(children(deed, "auxpass"))
    hang(pronoun, deed, "nsubjpass" if passive else "nsubj")
    deed.dep_ = "ccomp"
    if passive or children(deed, *OBJECTS) or deed.i + 1 >= deed.sent.end:
        return
    first = deed.nbor(1)
    patient = next((t for t in (first, *first.ancestors) if t.left_edge == first and t.pos_ in {"NOUN", "PROPN"}), None)
    if patient is not None and patient.dep_ in {"nsubj", "nsubjpass"} and len(children(patient.head, patient.dep_)) > 1:
        hang(patient, deed, "dobj")  # "who police said shot *two officers* was arrested"
        deed.tag_ = "VBD"


def _results_to_deed(verb: Token) -> None:
    """Give what comes of a deed to the deed: "rebels **attacked** the town, police *said*, **killing** three"."""
    told = [verb.head] if verb.dep_ == "parataxis" else [c for c in children(verb, "ccomp") if c.i < verb.i]
    subjects = [c for c in children(verb, "nsubj") if told and told[-1].i < c.i < verb.i]
    for result in children(verb, "advcl") if subjects else ():
        if result.lower_ in RESULTS and result.i > verb.i and result.left_edge.nbor(-1).text == ",":
            hang(result, told[-1], "advcl")


def _tail_to_top(verb: Token) -> None:
    """Put a saying above what stands before it: "Gunmen **stormed** a jail, freeing 36, *the governor and police* **said**"."""
    told, subject = verb.head, next(iter(children(verb, "nsubj")), None)
    if subject is None or verb.dep_ != "conj" or told.pos_ != "VERB" or subject.left_edge.nbor(-1).text != ",":
        return
    joined = next((c for c in children(told, "cc") if told.i < c.i < verb.i), None)
    second = next((c for c in children(verb, "ccomp") if joined is not None and c.left_edge.i == joined.i + 1), None)
    if second is not None and second.i < subject.left_edge.i:  # "shelled a town, and a woman was killed, aides said"
        hang(verb, verb if told.dep_ == "ROOT" else told.head, told.dep_)
        hang(told, verb, "ccomp")
        hang(second, told, "conj")
        return
    more = verb.lemma_ != "tell" and children(verb, "dobj")
    if not joined and not more and not children(verb, "ccomp", "xcomp") and told.i < subject.left_edge.i:
        hang(verb, verb if told.dep_ == "ROOT" else told.head, told.dep_)
        hang(told, verb, "ccomp")


def _clause_to_saying(verb: Token) -> None:
    """Make what is said of the clause before a saying, whatever the parse hangs on which.

    "Rebels **seized** 50 guards, *an envoy* told reporters", "She was **killed** in *a raid*, *the mayor* announced".
    """
    subject = next(iter(children(verb, "nsubj")), None)
    if subject is None or not subject.left_edge.i or subject.left_edge.nbor(-1).text != "," or subject.tag_ == "WP":
        return
    if children(verb, "ccomp", "xcomp", "mark"):
        return
    for clause in children(verb, "advcl"):
        if clause.tag_ == "VBD" and clause.i < subject.i and not children(clause, "mark", "advmod"):
            hang(clause, verb, "ccomp")
    told = next((t for t in verb.ancestors if t.pos_ in PREDICATES), verb)
    last = verb.right_edge.i + 1
    ends = last >= verb.sent.end or verb.doc[last].text in STOPS
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and told.dep_ == "ROOT" and told.i < subject.i and ends:
        hang(verb, verb, "ROOT")
        hang(told, verb, "ccomp")


def _victims_to_deed(verb: Token) -> None:
    """Give back whom it was done to: "killed *26 people* in Diffa and Bol, **residents and an official** said"."""
    people = next(iter(children(verb, "nsubj")), None)
    told = next((c for c in children(verb, "ccomp") if people is not None and c.i == people.left_edge.i - 1), None)
    if people is None or told is None or not children(told, "nsubj") or children(told, *OBJECTS):
        return
    ends = [t for t in people.subtree if t.dep_ in {"conj", "appos"} and t.right_edge.i == verb.i - 1]
    teller = next((t for t in ends if t.left_edge.nbor(-1).text == ","), None)
    if teller is not None:
        hang(people, told, "dobj")
        hang(teller, verb, "nsubj")


def _part(verb: Token, people: Token, teller: Token) -> None:
    """Part who tells from those it is told of: "two were killed and *three others* **hurt**, *the mayor, Ana Ruiz,* said"."""
    told, harm = verb.head, next(iter(children(people, "acl")), None)
    if harm is None or not told.i < people.i:
        return
    hang(verb, verb if told.dep_ == "ROOT" else told.head, told.dep_)
    hang(told, verb, "ccomp")
    hang(teller, verb, "nsubj")
    hang(harm, told, "conj")
    hang(people, harm, "nsubjpass")


def _before(verb: Token) -> Token | None:
    """Who is named right before a verb, a comma in front: "..., *the mayor of Lesk*", "..., *the mayor, Ana Ruiz,*"."""
    comma = verb.i > 1 and verb.nbor(-1).text == ","
    subject = next(iter(children(verb, "nsubj")), None)
    if subject is not None and not comma and (first := _first_of_two(subject)) is not None:
        return first
    last = verb.nbor(-2) if comma else verb.nbor(-1)
    ending = (t for t in (last, *last.ancestors) if last.i <= t.right_edge.i < verb.i and t.pos_ in {"PROPN", "NOUN"})
    name = next((t for t in ending if t.dep_ in {"conj", "appos"} and _is_set_off(t)), None)
    if not comma or name is None:
        return name
    titled = next((t for t in name.ancestors if t.pos_ == "NOUN" and t.dep_ in {"conj", "appos"}), name)
    return titled if titled != name and titled.tag_ == "NN" and _follows_comma(titled) else None


def _first_of_two(last: Token) -> Token | None:
    """Who stands with "and" before a subject, hung on what is told: "the town, **witnesses** and *aides* said"."""
    cc = last.doc[last.left_edge.i - 1] if last.left_edge.i else last
    first = cc.head if cc.dep_ == "cc" and cc.lower_ == "and" else None
    apart = first is not None and first.dep_ in {"conj", "appos"} and first.i < cc.i and not first.is_ancestor(last)
    return first if first is not None and apart and _is_set_off(first) else None


def _is_set_off(name: Token) -> bool:
    """Whether a comma stands in front of a name that is no last one of a list."""
    if not _follows_comma(name):
        return False
    listed = with_conjuncts([name.head])
    ands = [c for t in listed for c in t.children if c.dep_ == "cc" and c.i < name.left_edge.i]
    return all(
        any(cc.i < t.i < name.left_edge.i for t in listed) for cc in ands
    )  # "farmers *and* herders, **police** said"


def _follows_comma(name: Token) -> bool:
    return name.head.i < name.i and name.left_edge.i > name.head.i + 1 and name.left_edge.nbor(-1).text == ","
