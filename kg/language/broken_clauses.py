"""Clauses that the parser breaks, put together again: which rule mends the clause around a word, and what clauses hang on.

"Hit a *plant* **producing** *drones*" passes for drones that were hit; "accused it of backing rebels who **attacked** a base,
*killing* six" for six whom the accusing killed.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.broken_subjects import (
    LOST_VERBS,
    SEEMING,
    clause_to_subject,
    label_to_no_subject,
    military_to_subject,
    name_to_subject,
    next_deed_of_victims,
    next_deed_to_passive,
    presumed_to_modifier,
    second_subject_to_apposition,
    subject_of_participle_to_verb,
    subject_to_place,
    teller_to_own_clause,
    town_before_subject,
    verb_to_those_who_seem,
)
from kg.language.grammar import OBJECTS, SUBJECTS
from kg.language.second_verbs import (
    RESTING,
    deed_to_outer_deed,
    is_charge,
    is_outcome,
    judging_to_saying,
    noun_to_passive_subject,
    object_to_subject,
    past_to_past,
    was_before,
)
from kg.language.tree import child, children, hang
from kg.ontology.word_classes import word_class

#: words by which somebody judges others, which things that are told of do not say
JUDGING = word_class("judging")
#: nouns for what people are killed in
INCIDENTS = word_class("incidents")


def mend_clause(token: Token) -> None:
    """Put the clause around one word together, if it is broken at it."""
    if token.dep_ == "conj" and token.tag_ in {"VBD", "VBN"}:
        next_deed_of_victims(token)
    if token.tag_ == "NNS" and token.dep_ in {"pobj", *SUBJECTS}:
        town_before_subject(token)
    if token.dep_ == "relcl" and token.left_edge.lower_ == "who":
        _relative_over_aside(token)
    elif token.dep_ == "amod" and token.tag_ == "VBG":
        _object_to_maker(token)
    elif token.dep_ == "acl" and token.tag_ == "VBG":
        teller_to_own_clause(token)
    elif token.dep_ == "compound" and token.pos_ == "PROPN" and token.head.tag_ == "VBZ":
        name_to_subject(token)
    elif token.dep_ in OBJECTS and child(token, "nummod") is not None:
        _share_to_whole(token)
    elif token.lower_ == "military" and token.dep_ == "amod":
        military_to_subject(token)
    elif (
        token.dep_ == "conj"
        and token.tag_ == "VBD"
        and (token.head.tag_ == "VB" or is_charge(token.head) or was_before(token.head) or is_outcome(token.head))
    ):
        past_to_past(token)
    elif token.lower_ in SEEMING and token.pos_ == "VERB":
        verb_to_those_who_seem(token)
        presumed_to_modifier(token)
        next_deed_to_passive(token)
    elif token.dep_ in {"csubj", "csubjpass"} and token.tag_ == "VBN":
        clause_to_subject(token)
    elif token.dep_ in SUBJECTS and token.head.pos_ in {"VERB", "AUX"}:
        subject_to_place(token)
        second_subject_to_apposition(token)
        label_to_no_subject(token)
    elif token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "conj":
        noun_to_passive_subject(token)
    elif token.dep_ == "pcomp" and token.tag_ == "VBG":
        subject_of_participle_to_verb(token)
    elif (
        token.dep_ == "conj" and token.tag_ == "VBD" and token.lemma_.lower() in JUDGING and token.head.dep_ == "ccomp"
    ):
        judging_to_saying(token)
    elif token.dep_ == "conj" and token.tag_ == "VBD" and token.head.lemma_.lower() in RESTING:
        deed_to_outer_deed(token)
    elif token.dep_ in {"advcl", "relcl"} and any(
        p.lower_ == "which" for c in children(token, "prep") for p in c.children
    ):
        _which_clause_to_incident(token)
    elif token.dep_ in LOST_VERBS and token.tag_ == "VBD" and token.i > 1:
        object_to_subject(token)


def _object_to_maker(participle: Token) -> None:
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


def _relative_over_aside(verb: Token) -> None:
    """Hang a relative on those before an aside: "three *gunmen*, one of them with a placard, who **fired** at the crowd"."""
    doc, first = verb.doc, verb.left_edge.i
    if not first or not doc[first - 1].is_punct:
        return
    shares = (t for t in doc[verb.sent.start : first - 1] if t.lower_ == "of" and t.nbor().lower_ in {"them", "whom"})
    start = max((t.head.left_edge.i for t in shares), default=0)
    aside = start > verb.sent.start + 1 and doc[start - 1].is_punct and verb.head.i >= start
    if aside and doc[start - 2].pos_ in {"NOUN", "PROPN"}:
        hang(verb, doc[start - 2], "relcl")


def _share_to_whole(people: Token) -> None:
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


def _which_clause_to_incident(verb: Token) -> None:
    """Hang "in which" on what something was done in: "bombed it in reply to **an attack** on Lesk, *in which six died*"."""
    way = next(c for c in children(verb, "prep") if any(p.lower_ == "which" for p in c.children))
    if way.lower_ != "in" or verb.head.lemma_.lower() in INCIDENTS:
        return
    nouns = (t for t in verb.doc[verb.sent.start : way.i] if t.pos_ == "NOUN" and t.lemma_.lower() in INCIDENTS)
    last = max(nouns, key=lambda t: t.i, default=None)
    dated = verb.head.ent_type_ in {"DATE", "TIME"}  # "followed **an attack** on Lesk *on April 6, in which six died*"
    if last is not None and (dated or verb.head.is_ancestor(last) or _is_thrown_at(last, verb.head)):
        hang(verb, last, "relcl")


def _is_thrown_at(deed: Token, place: Token) -> bool:
    """Whether a place is only where something was thrown: "the **hurling** of a grenade at *a bar*, in which six were hurt"."""
    return deed.lower_ in {"hurling", "throwing", "lobbing", "tossing", "detonation"} and deed.is_ancestor(place)
