"""Figures that no word of harm governs: part of a toll, bodies, those whom a force lost, those made to flee."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.harm import Harms
from kg.extraction.numbers import number_of
from kg.extraction.sufferers import AMONG, is_people, sufferers
from kg.extraction.tolls import Toll, denied, is_quantity, tolls
from kg.language.clauses import OBJECT_CONTROL, surface_subjects
from kg.language.objects import direct_objects
from kg.language.tree import child, children, with_conjuncts
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

SOLDIERS = frozenset(
    (
        "soldier serviceman man people fighter troop militant policeman policewoman officer member rebel commando marine "
        "trooper peacekeeper guerrilla personnel captain guard conscript ranger gunman insurgent"
    ).split()
)
FORCING = OBJECT_CONTROL | {"drive", "push", "see"}
LEAVING = frozenset({"flee", "leave", "evacuate", "relocate"})
#: verbs of those who cross a border, and words before where people flee to
CROSSING = frozenset("cross stream pour flood trek".split())
WHERE = frozenset("to into toward towards across over from for".split())
#: those who only run away, and the number from which people that flee are displaced
RUNAWAYS = SOLDIERS - {"man", "people", "member"} | frozenset(
    "prisoner inmate suspect attacker assailant detainee".split()
)
MANY = 10
#: what people flee who leave their homes
DANGERS = word_class("dangers")
HOMES = frozenset("home house village town city area region homeland country".split())


def part(token: Token, words: Harms) -> Iterator[Toll]:
    """*Three Britons* were among the **dead**; *two nurses* were among those **killed**; the **wounded** included *six*."""
    group = token.head if token.dep_ == "acl" and token.head.lower_ == "those" else token
    among = group.dep_ == "pobj" and group.head.lower_ in AMONG
    if not (among or group.dep_ == "nsubj") or (group == token and not is_people(token)):
        return
    kinds = [kind for field in ("adjectives", "verbs") for kind, _ in words.of(field, _form(token, field))]
    for kind in kinds[:1]:
        counted = [t for t in sufferers(group) if number_of(t) is not None and words.may_be_people(t, kind)]
        yield from tolls(kind, token, counted, words)


def _form(token: Token, field: str) -> str:
    return token.lower_ if field == "adjectives" else token.lemma_.lower()


def lost(token: Token, words: Harms) -> Iterator[Toll]:
    """Mali's army **lost** *15 men* in an ambush."""
    if token.lemma_.lower() != "lose" or token.pos_ != "VERB" or denied(token) or is_passive(token):
        return
    soldiers = [t for t in direct_objects(token) if number_of(t) is not None and t.lemma_.lower() in SOLDIERS]
    yield from tolls("killed", token, soldiers, words)


def fled(token: Token, words: Harms) -> Iterator[Toll]:
    """The shelling forced *3,000 people* to **flee**; *3,000 people* **fled** to Lesk, **crossed** into Chad."""
    if token.pos_ == "VERB" and token.lemma_.lower() in CROSSING | {"flee"} and not denied(token):
        yield from tolls("displaced", token, _leaving_home(token, words), words)
    if token.lemma_.lower() not in LEAVING or token.pos_ != "VERB":
        return
    if token.lemma_.lower() == "flee" and any(c.lemma_.lower() in DANGERS for c in children(token, "dobj")):
        yield from tolls("displaced", token, [t for t in surface_subjects(token) if number_of(t) is not None], words)
    if token.head.lemma_.lower() not in FORCING:
        return
    forced = token.dep_ in {"xcomp", "ccomp"} and any(c.tag_ == "TO" for c in children(token, "aux"))
    thing = child(token, "dobj")
    if forced and (thing is None or thing.lemma_.lower() in HOMES):
        people = [t for t in surface_subjects(token) if number_of(t) is not None]
        yield from tolls("displaced", token, people, words)


def _leaving_home(verb: Token, words: Harms) -> list[Token]:
    """The people that a verb tells to leave where they live: many, for somewhere."""
    ways = {c.lower_ for c in children(verb, "prep")} & WHERE
    if not ways or (verb.lemma_.lower() != "flee" and not ways & {"into", "across"}) or children(verb, "dobj"):
        return []
    counts = ((people, number_of(people)) for people in surface_subjects(verb))
    told = [people for people, count in counts if count is not None and count.low >= MANY]
    return [people for people in told if people.lemma_.lower() not in RUNAWAYS]


def remains(token: Token, words: Harms) -> Iterator[Toll]:
    """the **bodies** of *six men*; *six* **bodies** were found."""
    if token.pos_ != "NOUN" or token.dep_ == "compound" or token.lemma_.lower() not in words.kinds["killed"].remains:
        return
    count = number_of(token)
    if count is not None and count.low > 1 and token.tag_ == "NNS":
        phrase = token.doc[count.start : token.i + 1]
        yield Toll("killed", count.low, count.high, count.approximate, None, phrase, token)
        return
    owners = [o for p in children(token, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
    owners = [o for o in owners if o.lemma_.lower() != "victim"]  # "burned the bodies of *several victims*"
    people = [o for o in with_conjuncts(owners) if is_quantity(o) or words.is_people(o) or o.ent_type_ == "PERSON"]
    yield from tolls("killed", token, people, words)
