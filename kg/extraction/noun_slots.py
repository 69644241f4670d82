"""Slots of nominal events: who stands before the noun, behind it, and at the noun that counts it ("a *series* of **raids**")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from kg.extraction.gerunds import before
from kg.extraction.slots import Slots, add, at_hands
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.grammar import DONE_TO
from kg.language.objects import direct_objects
from kg.language.tree import children, partitive, prepositional, with_conjuncts
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

#: adjectives that name who acts: "a rebel attack"
DESCRIBING = frozenset(
    "rebel guerrilla insurgent militant police military opposition government militia separatist jihadist army".split()
)
#: words before an attack that say of what kind it is, and not whose
JUDGING = frozenset("terrorist terror criminal enemy".split())
#: nouns for what a state may do, which "military" only tells the kind of
MEANS = frozenset("action intervention option solution force means response pressure escalation strike".split())
#: nouns that count events or say of which kind they are: "a *series* of attacks"
COUNTING = frozenset(
    (
        "series wave string number spate campaign act kind day week month hour round barrage volley flurry package batch "
        "succession sequence raft tranche bout set dozen score hundred pair handful rash tide onslaught"
    ).split()
)
#: participles after the name of somebody who helped or meant an event and did not do it: "a *China*-brokered truce"
HELPED = frozenset(
    "brokered mediated backed supported sponsored proposed facilitated supervised monitored funded".split()
)
#: words for a part of a land, which acts on nobody
SIDES_OF_A_LAND = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "north-east north-west south-east south-west northeastern northwestern southeastern southwestern".split()
)
#: what people hear and see of what happens elsewhere
HEARD_ON = frozenset("radio television tv news screen video phone internet youtube facebook twitter".split())
#: what is called after the town in which it was made
ACCORDS = word_class("accords")
#: the time of day in four figures, by half days: "0140", "9.12am", "15:04"
CLOCK = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d|\d\d?(?:[.:][0-5]\d)?(?:[ap]\.?m\.?|hrs?|h)|\d\d?[.:][0-5]\d")


def noun_slots(noun: Token, words: Words) -> Slots:
    """Slots of a nominal event: its possessor, the names before it, its prepositions and reduced relatives."""
    slots: Slots = {}
    if noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i:  # "an assassination attempt on"
        slots = noun_slots(noun.head, words)
        slots["compound"] = [t for t in slots.get("compound", []) if t != noun]
        add(slots, "of", [] if "of" in slots else slots.get("on", slots.get("against", [])))
    owners = with_conjuncts(children(noun, "poss"))
    add(slots, "possessor", [t for t in owners if not is_time(t, words)])
    for item in _modifiers(noun):
        add(slots, _slot_before(item, words), [item])
    for name, item in prepositional(noun):
        if name == "on" and item.lemma_.lower() in HEARD_ON:
            continue  # "heard the explosions *on the radio*"
        add(slots, name, [item])
        add(slots, "by", at_hands(name, item))
        if name == "of" and item.pos_ == "PROPN":  # "the capture of *Lesk* by **rebels**", hung on Lesk
            add(slots, "by", [t for inner, t in prepositional(item) if inner == "by"])
    for weapon in (t for t in slots.get("of", ()) if words.instrument(t)):  # "the throwing of a *bomb* at a market"
        for name, item in prepositional(weapon):
            add(slots, name, [item])
    add(slots, "between", _between(noun, slots.get("of", []), words))
    add(slots, "infinitive", [c for c in children(noun, "acl", "relcl") if _is_infinitive(c)])
    for clause in children(noun, "acl", "relcl"):
        laid = clause.lemma_.lower() in words.ontology.qualifiers["blame"]["laid"]
        if is_passive(clause) and not laid:  # "a bombing blamed *on rebels*" tells who did it
            for name, item in prepositional(clause):
                add(slots, name, [item])
    if not any(slots.get(name) for name in DONE_TO):
        add(slots, "of", _shared(noun))
    if "injury" in words.classes(noun):
        add(slots, "bearer", _bearers(noun))
    for name, tokens in _of_whole(noun, words).items():
        slots.setdefault(name, tokens)
    slots.pop("", None)
    return {name: tokens for name, tokens in slots.items() if tokens}


def _is_infinitive(clause: Token) -> bool:
    """Whether a clause is an infinitive: "its offer **to mediate**"."""
    return clause.tag_ == "VB" and any(c.tag_ == "TO" for c in clause.children)


def _of_whole(noun: Token, words: Words) -> Slots:
    """Slots that stand at the noun that counts an event: "*Israel's* wave of **strikes**", "a series of raids on *Lesk*"."""
    whole = counted_by(noun)
    if whole is None:
        return {}
    return {name: tokens for name, tokens in noun_slots(whole, words).items() if name not in {"of", "compound", "tool"}}


def counted_by(noun: Token) -> Token | None:
    """The noun that counts an event: "a *series* of **attacks** on"."""
    if noun.dep_ != "pobj" or noun.head.dep_ not in {"prep", "agent"} or noun.head.lower_ != "of":
        return None
    whole = noun.head.head
    return whole if whole.pos_ in {"NOUN", "NUM"} and whole.lemma_.lower() in COUNTING else None


def is_time(token: Token, words: Words) -> bool:
    """Whether a noun phrase tells when: "*Monday's* attack", "exploded at about *1130*", not "*the last seven* of them"."""
    whole = partitive(token)
    people = whole is not None or token.pos_ == "NOUN"  # "killed *a 4-year-old*"
    if people and "person" in words.classes(whole or token):
        return False
    clock = token.dep_ == "pobj" and token.head.lower_ == "at" and CLOCK.fullmatch(token.lower_) is not None
    return clock or token.ent_type_ in {"DATE", "TIME"} or "time" in words.classes(token)


def _slot_before(item: Token, words: Words) -> str:
    """The slot of a word before a nominal event, empty where it tells nothing of who and what: "*terrorist* attack"."""
    name = words.name(item)
    if item.i > 1 and item.nbor(-1).text == "-" and item.nbor(-2).lower_ == "anti":  # "anti-*government* protests"
        return "against" if name is not None or words.can_act(item) else ""
    if name is not None and name.form == "seat" and item.dep_ == "compound" and item.head.lemma_.lower() in ACCORDS:
        return ""  # "the *Doha* ceasefire"
    if name is not None and any(c.lower_ in SIDES_OF_A_LAND for c in item.children if c.i < item.i):
        return ""  # "killed in *north-west Nigeria* raid"
    if name is not None:
        led = "led" in {item.lower_, item.head.lower_}  # "a *Saudi-led* blockade"
        return "adjective" if led or name.form in {"adjective", "demonym"} else "compound"
    if item.lower_ in JUDGING or is_kind(item):
        return ""
    if words.instrument(item):
        return "tool"
    acting = words.role(item) and (item.pos_ != "ADJ" or item.lower_ in DESCRIBING)
    beside = item.dep_ == "compound" and words.classes(item) & {"actor", "place", "facility"}
    return "compound" if acting or beside else ""


def is_kind(word: Token) -> bool:
    """Whether a word only tells the kind of an act, and not whose it is: "opposed *military* action"."""
    act = word.head
    bare = not any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an", "any", "no"} for c in act.children)
    return word.lower_ == "military" and act.lemma_.lower() in MEANS and bare


def _bearers(wound: Token) -> list[Token]:
    """Who has a wound: "found *a man* with a gunshot **wound**", "*he* was taken to hospital with stab **wounds**"."""
    way = wound.head
    if wound.dep_ != "pobj" or way.lower_ not in {"with", "from"}:
        return []
    if way.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return [way.head]
    return [] if way.head.pos_ != "VERB" else direct_objects(way.head) or surface_subjects(way.head)


def _between(noun: Token, of: Iterable[Token], words: Words) -> list[Token]:
    """Sides told at the verb of a noun or at what it is of: "talks resumed **between** *A* and *B*", "resumption of ties"."""
    owners = [noun.head] if noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.pos_ in {"VERB", "AUX"} else []
    owners += of
    found = [t for owner in owners for name, t in prepositional(owner) if name == "between"]
    strayed = (t for owner in (noun, *owners) for _, item in prepositional(owner) for t in prepositional(item))
    return found or [t for name, t in strayed if name == "between" and words.can_act(t) and not words.is_toponym(t)]


def _shared(noun: Token) -> list[Token]:
    """Whom two nouns of one determiner tell of together: "the killing and *maiming* of children"."""
    fellows = [noun.head] if noun.dep_ == "conj" else children(noun, "conj")
    for fellow in fellows:
        first, last = sorted((noun, fellow), key=lambda t: t.i)
        joined = last.i - first.i == 2 and first.nbor().dep_ == "cc" and first.pos_ == last.pos_ == "NOUN"
        of = [p for p in children(fellow, "prep") if p.lower_ == "of" and p.i > last.i]
        if joined and of:
            return with_conjuncts(children(of[0], "pobj"))
    return []


def _modifiers(noun: Token) -> list[Token]:
    """Words before a noun that belong to it, those of a compound chain included, coordination opened."""
    own = before(noun)
    out = [own] if own is not None else []
    for item in noun.children:
        helping = any(t.lower_ in HELPED for t in (item, *item.children))  # "a US- and Saudi-*brokered* truce"
        if item.i < noun.i and item.dep_ in {"amod", "compound", "nmod", "npadvmod"} and not helping:
            out.append(item)
            out.extend(
                k for k in item.children if k.dep_ in {"compound", "conj", "amod", "nmod", "npadvmod"} and k.i < noun.i
            )
    return out
