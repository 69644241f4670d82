"""Whom words are aimed at: who is meant behind a thing, who is to do what is asked."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kg.extraction.noun_slots import is_kind
from kg.extraction.scenes import is_scene
from kg.extraction.words import Words
from kg.language.tree import children, prepositional, with_conjuncts
from kg.ontology.word_classes import word_class

#: words for all who take part: "called on both *sides* to stop"
PARTIES = frozenset({"sides", "parties"})
MEANT = (
    "by",
    "with",
    "of",
    "between",
    "against",
    "toward",
    "towards",
    "to",
    "in",
    "from",
    "for",
    "on",
    "over",
    "about",
)
#: nouns for what somebody suffers, who is not meant by it: "protested against the *arrest* of their leader"
SUFFERED = frozenset(
    "arrest detention imprisonment jailing expulsion deportation eviction execution abduction kidnapping torture "
    "assassination murder killing death beating shooting harassment persecution".split()
)
#: things that are meant themselves, not those behind them: "blocked the road to La Paz"
STANDING = frozenset({"infrastructure", "route", "area", "facility"})
#: what is made and held in a place that has no part in it: "signed a truce in *Geneva*"
VENUED = word_class("venued")
#: pronouns by which those who threaten tell what they themselves would do
ITSELF = frozenset({"it", "they", "he", "she", "we"})
#: prepositions of a time or an occasion
OCCASIONS = frozenset("after before since until following during".split())


def of_clause(idiom: Sequence[Token], words: Words, *, foretelling: bool = False) -> list[Token]:
    """Whom a demand or threat concerns: the subject of its clause, else the actors that its infinitive names.

    Who speaks of himself means those he names: "warned that *it* would pursue **the rebels**".  The clause may hang on
    another word of the idiom than its verb: "declared itself *willing* to host **refugees**", "had no *intention* of paying".
    """
    for clause in _clauses(idiom):
        subjects = [t for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} for t in with_conjuncts([c])]
        himself = foretelling and all(t.lower_ in ITSELF for t in subjects)
        if clause.dep_ == "ccomp" and subjects and not himself:
            meant = [t for t in subjects if is_actor(t, words)]
            doers = [t for name, t in prepositional(clause) if name == "by" and is_actor(t, words)]
            return meant or with_conjuncts(doers[:1])  # "that the drone had been sent by *Lesk*"
        for token in clause.subtree:
            known = words.name(token) or (token.pos_ == "PROPN" and words.can_act(token))
            told = token.head if token.dep_ in {"amod", "compound"} else token  # "to seize *Greek* ships"
            part = token.dep_ == "poss" or told.dep_ in {"dobj", "pobj", "nsubj"}
            if part and known and not _is_circumstance(token, clause):
                return with_conjuncts([told if words.classes(told) & {"person"} else token])
    return []


def if_they(verb: Token, words: Words) -> list[Token]:
    """Who must not do what a threat depends on: "would close the strait **if** *Oman* kept its ships away"."""
    below = (t for t in verb.subtree if t.dep_ == "advcl")
    clauses = [t for t in below if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "until"} for c in t.children)]
    doers = [t for clause in clauses for t in children(clause, "nsubj", "nsubjpass")]
    return with_conjuncts([t for t in doers if t.pos_ != "PRON" and is_actor(t, words)][:1])


def _clauses(idiom: Sequence[Token]) -> list[Token]:
    """The clauses of the words of a trigger, those of its verb first."""
    out = [c for word in idiom for c in children(word, "ccomp", "xcomp")]
    return out + [c for word in idiom[1:] for link in children(word, "prep") for c in children(link, "pcomp")]


def of_content(nouns: Iterable[Token], words: Words) -> list[Token]:
    """Of whom the clause of a noun tells: "the demand that *Britain* return it", "a complaint that *Lesk* armed them"."""
    clauses = [c for noun in nouns for c in children(noun, "acl", "ccomp", "advcl") if is_content(c)]
    subjects = [t for c in clauses for t in with_conjuncts(children(c, "nsubj", "nsubjpass"))]
    subjects = [t for t in subjects if not any(c.dep_ == "poss" and c.pos_ == "PRON" for c in t.children)]
    return [t for t in subjects if t.pos_ != "PRON" and (words.can_act(t) or words.is_toponym(t) or words.name(t))]


def is_content(clause: Token) -> bool:
    """Whether a clause tells what somebody says or wants: "**that** Lesk *armed* them", "**for** Lesk to *leave*"."""
    first = next(iter(clause.children), clause)
    return first.lower_ == "that" and first.tag_ == "IN" or (first.lower_ == "for" and first.dep_ == "mark")


def _is_circumstance(token: Token, clause: Token) -> bool:
    """Whether a word only tells when or on which condition: "agreed to meet *after* talks with Iran"."""
    way = [token, *itertools.takewhile(lambda t: t != clause, token.ancestors)]
    return any(
        (t.dep_ == "prep" and t.lower_ in OCCASIONS)
        or t.dep_ == "relcl"
        or (t.dep_ == "advcl" and any(c.dep_ == "mark" for c in t.children))
        for t in way
    )


def is_actor(token: Token, words: Words) -> bool:
    """Whether a word stands for somebody: one who can act, a place that can stand for its people, a name."""
    return words.can_act(token) or words.is_toponym(token) or token.pos_ == "PROPN" or token.lower_ in PARTIES


def _is_day(name: Token) -> bool:
    """Whether a name tells when: "*Friday's* massacre"."""
    return name.ent_type_ in {"DATE", "TIME"}


def behind(token: Token, words: Words, depth: int = 0, *, met: bool = True) -> list[Token]:
    """Who is meant by the object of a verbal act: "criticised *Israel's* policy", "welcomed the accord with *Iran*".

    Without ``met`` those against whom something is done are not: "supports the fight against the rebels".
    """
    acts = words.can_act(token) and "document" not in words.common(token)  # "a *treaty* with Kenya"
    if acts or words.is_toponym(token) or token.pos_ in {"PROPN", "PRON"} or depth > 3:
        return [token]
    if words.common(token) & STANDING:
        return [token]
    if words.tells_violence(token) and any(n == "by" for n, _ in prepositional(token)):
        return [token]
    named = [
        c
        for c in token.children
        if (
            c.dep_ in {"poss", "amod", "compound", "nmod"} and (words.name(c) or (c.pos_ == "PROPN" and not _is_day(c)))
        )
        and (token.lemma_ == "protest" or not is_scene(c, token, words))  # "brushed aside a *Polish* protest"
        and not is_namesake(c, token, words)
        and not is_kind(c)
        or (c.dep_ == "poss" and c.pos_ == "NOUN" and words.can_act(c))
    ]
    named = named or [a for c in children(token, "compound") for a in children(c, "amod") if words.name(a)]
    if not named and words.tells_violence(token):  # "the *government* crackdown in Havana"
        named = [c for c in children(token, "compound") if c.pos_ == "NOUN" and words.can_act(c)]
    if named:
        return with_conjuncts(named[-1:])
    venue = token.lemma_.lower() in VENUED
    for name, item in prepositional(token):
        if (
            name in MEANT
            and (met or name != "against")
            and not (venue and name == "in" and words.is_toponym(item))
            and not words.classes(item) & {"time"}
            and not (name in {"on", "of"} and (words.tells_violence(token) or token.lemma_.lower() in SUFFERED))
        ):
            if name == "in" and words.tells_violence(token) and words.is_toponym(item) and words.name(item) is None:
                continue  # "claimed the attack in *Lesk*": a town is no government
            found = behind(item, words, depth + 1, met=met)
            if any(is_actor(t, words) for t in found):
                return with_conjuncts(found) if len(found) == 1 else found
    return _makers(token, words) or [token]


def _makers(thing: Token, words: Words) -> list[Token]:
    """Whose a thing is by the clause behind it: "a draft *written by* **Oman**", "the efforts **Oman** *has made*"."""
    for clause in children(thing, "acl", "relcl"):
        by = [t for name, t in prepositional(clause) if name == "by"]
        own = children(clause, "nsubj") if clause.dep_ == "relcl" and _lacks_object(clause) else []
        found = [t for t in with_conjuncts(by[:1] or own[:1]) if t.pos_ != "PRON" and is_actor(t, words)]
        if found:
            return found
    return []


def _lacks_object(clause: Token) -> bool:
    """Whether a relative clause tells what somebody did with the thing: "the road *Oman built*"."""
    subjects = children(clause, "nsubj")
    relative = [c for c in clause.children if c.tag_ in {"WDT", "WP"}]
    return (
        bool(subjects) and not any(c in subjects for c in relative) and set(children(clause, "dobj")) <= set(relative)
    )


def is_namesake(word: Token, noun: Token, words: Words) -> bool:
    """Whether a town before an accord only tells where it was made: "the *Dayton* accords"."""
    if word.dep_ not in {"compound", "amod", "nmod"} or noun.lemma_.lower() not in VENUED:
        return False
    name = words.name(word)
    return name.form == "seat" if name is not None else word.pos_ == "PROPN"
