"""The arguments of a trigger by slot: logical subject and object, possessor, adjective, compound, prepositions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from kg.extraction.gerunds import before
from kg.extraction.sufferers import INFLICTING
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.grammar import DONE_TO
from kg.language.objects import direct_objects, made_to_do, of_gap
from kg.language.tree import child, children, partitive, prepositional, with_conjuncts
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

#: adjectives that name who acts: "a rebel attack"
DESCRIBING = frozenset(
    "rebel guerrilla insurgent militant police military opposition government militia separatist jihadist army".split()
)
#: words before an attack that say of what kind it is, and not whose
JUDGING = frozenset("terrorist terror criminal enemy".split())
BODILY = word_class("bodily")
#: what people are out for: "on *patrol*", "on a routine *mission*", not "fired on a patrol"
ERRANDS = frozenset("patrol mission visit tour trip duty errand leave foot horseback pilgrimage".split())
USING = frozenset({"use", "employ", "deploy", "fire"})
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
#: what is called after the town in which it was made
ACCORDS = word_class("accords")
#: the time of day in four figures
CLOCK = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")
Slots = dict[str, list[Token]]


def add(slots: Slots, name: str, tokens: Iterable[Token]) -> None:
    """Add tokens to a slot, each once."""
    held = slots.setdefault(name, [])
    held.extend(t for t in tokens if t not in held)


def verb_slots(verb: Token, extra: Iterable[Token] = ()) -> Slots:
    """Slots of a verb; ``extra`` are the further words of an idiom, whose prepositions count too."""
    slots: Slots = {}
    passive = is_passive(verb)
    add(slots, "object" if passive else "subject", surface_subjects(verb))
    if not passive:
        add(slots, "object", direct_objects(verb) or _subject_of_infinitive(verb))
        add(slots, "into", [t for item in slots["object"] for t in _into(item)])
        owners = [t for item in slots["object"] for t in with_conjuncts(children(item, "poss"))]
        add(slots, "possessor", [t for t in owners if t.pos_ in {"NOUN", "PROPN"}])  # "rejected *Israel's* offer"
    elif any(c.dep_ == "dobj" for c in verb.children):
        add(slots, "second_object", children(verb, "dobj"))
    beside = _together(verb)
    suffering = passive or (verb.lemma_.lower() in BODILY and bool(slots["object"]))
    joined = "object" if suffering else "subject"
    add(slots, joined, beside if slots.get(joined) else [])
    add(slots, "infinitive", [c for c in verb.children if c.dep_ == "xcomp" or _is_purpose(c) or _is_moved(c)])
    add(slots, "infinitive", made_to_do(verb))
    add(slots, "indirect", with_conjuncts(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"))
    add(slots, "object", _taken(extra))
    for owner in (verb, *extra):
        for name, item in prepositional(owner):
            add(slots, name, [] if item in beside or _is_errand(name, item) else [item])
            add(slots, "by", _at_hands(name, item))
    if verb.lemma_.lower() in INFLICTING and "on" not in slots:  # "inflicted losses *on the army*"
        add(slots, "on", [t for item in slots.get("object", ()) for n, t in prepositional(item) if n == "on"])
    whole = children(verb, "auxpass") and children(verb, "nsubjpass")  # "shot by troops, and a guard *was* found dead"
    shared = verb
    while not whole and shared.dep_ == "conj" and shared.head.pos_ == "VERB" and passive and is_passive(shared.head):
        shared = shared.head
        add(slots, "by", [t for n, t in prepositional(shared) if n == "by"])
    if (
        passive and "by" not in slots
    ):  # "abducted and killed by militants", "six were seized and two killed by militants"
        later = [c for c in children(verb, "conj") if c.tag_ in {"VBN", "VBD"} and not children(c, "auxpass", "aux")]
        later = [c for c in later if is_passive(c)]
        add(slots, "by", [t for c in later for n, t in prepositional(c) if n == "by"])
    if verb.dep_ in {"xcomp", "advcl"} and verb.head.lemma_ in USING:  # "used drones to attack"
        add(slots, "with", direct_objects(verb.head))
    for stranded in (c for c in children(verb, "prep") if passive and not any(c.children)):
        add(slots, stranded.lower_, slots.get("object", ()))  # "*two cars* were shot **at**"
    if passive:
        add(slots, "by", _before_hyphen(verb))
        add(slots, "subject", slots.get("by", []))
    return {name: tokens for name, tokens in slots.items() if tokens}


def _together(verb: Token) -> list[Token]:
    """Who does or suffers it with others: "was killed along with *two guards*", "killed a judge together with *his driver*"."""
    found = [t for name, t in prepositional(verb) if name == "along with" and (t.tag_ != "NNS" or any(t.lefts))]
    for word in (c for c in children(verb, "advmod") if c.lower_ == "together"):
        withs = [
            p for owner in (word, verb) for p in children(owner, "prep") if p.lower_ == "with" and p.i == word.i + 1
        ]
        found += with_conjuncts(t for p in withs for t in children(p, "pobj"))
    return found


def _is_errand(preposition: str, noun: Token) -> bool:
    """Whether a phrase tells what somebody was out for: "fired near a vessel *on a routine* **patrol**"."""
    told = any(c.dep_ in {"det", "poss"} for c in noun.children) and not any(
        c.lower_ == "routine" for c in noun.children
    )
    return preposition == "on" and noun.tag_ == "NN" and noun.lemma_.lower() in ERRANDS and not told


def _before_hyphen(verb: Token) -> list[Token]:
    """Who is told before a participle that describes a noun: "an *Israeli*-**occupied** village"."""
    if verb.dep_ != "amod" or verb.i < 2 or verb.nbor(-1).text != "-":
        return []
    return [c for c in verb.children if c.dep_ in {"npadvmod", "compound", "amod"} and c.i == verb.i - 2]


def _is_moved(clause: Token) -> bool:
    """Whether a clause tells what somebody is moved to do: "allowed the party **to march**"."""
    to = any(c.dep_ == "aux" and c.tag_ == "TO" for c in clause.children)
    return clause.dep_ == "ccomp" and clause.tag_ == "VB" and to and child(clause, "mark") is None


def _is_purpose(clause: Token) -> bool:
    """Whether a clause tells what for: "gathered **to denounce** the offensive"."""
    to = any(c.dep_ == "aux" and c.tag_ == "TO" for c in clause.children)
    return clause.dep_ == "advcl" and clause.tag_ == "VB" and to


def _taken(idiom: Iterable[Token]) -> list[Token]:
    """Who is made something, put before it: "took three *elders* **hostage**", "*men* they held **captive**"."""
    made = [t for t in idiom if t.lower_ in {"hostage", "captive", "prisoner"} and t.dep_ in {"ccomp", "dobj"}]
    before = [c for t in made for c in t.children if c.dep_ in {"compound", "nsubj"}]
    return before or [t for word in made for t in of_gap(word.head)]


def _into(thing: Token) -> list[Token]:
    """Where a thing is driven, hung on what it carries: "drove a car packed with explosives into *a checkpoint*"."""
    clauses = (c for c in thing.children if c.dep_ == "acl" and c.tag_ == "VBN")
    return [t for clause in clauses for name, t in prepositional(clause) if name == "into"]


def _at_hands(preposition: str, noun: Token) -> list[Token]:
    """Who did it: "died at the hands of *the police*"."""
    if preposition != "at" or noun.lemma_.lower() != "hand":
        return []
    return [t for name, t in prepositional(noun) if name == "of"]


def _subject_of_infinitive(verb: Token) -> list[Token]:
    """Whom a verb moves to act, where the parse makes him the subject below: "allowed *the party* to march"."""
    for clause in children(verb, "ccomp"):
        if clause.tag_ == "VBG" and (met := children(clause, "nsubj")) and met[0].left_edge.i == verb.i + 1:
            return with_conjuncts(met)  # "ambushed *traders* coming back"
        if clause.i > verb.i and _is_moved(clause):
            return with_conjuncts(children(clause, "nsubj"))
    return []


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
        add(slots, name, [item])
        add(slots, "by", _at_hands(name, item))
    for weapon in (t for t in slots.get("of", ()) if words.instrument(t)):  # "the throwing of a *bomb* at a market"
        for name, item in prepositional(weapon):
            add(slots, name, [item])
    add(slots, "between", _between(noun, slots.get("of", [])))
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
    clock = token.dep_ == "pobj" and token.head.lower_ == "at" and CLOCK.fullmatch(token.text) is not None
    return clock or token.ent_type_ in {"DATE", "TIME"} or "time" in words.classes(token)


def _slot_before(item: Token, words: Words) -> str:
    """The slot of a word before a nominal event, empty where it tells nothing of who and what: "*terrorist* attack"."""
    name = words.name(item)
    if item.i > 1 and item.nbor(-1).text == "-" and item.nbor(-2).lower_ == "anti":  # "anti-*government* protests"
        return "against" if name is not None or words.can_act(item) else ""
    if name is not None and name.form == "seat" and item.dep_ == "compound" and item.head.lemma_.lower() in ACCORDS:
        return ""  # "the *Doha* ceasefire"
    if name is not None:
        led = "led" in {item.lower_, item.head.lower_}  # "a *Saudi-led* blockade"
        return "adjective" if led or name.form in {"adjective", "demonym"} else "compound"
    if item.lower_ in JUDGING:
        return ""
    if words.instrument(item):
        return "tool"
    acting = words.role(item) and (item.pos_ != "ADJ" or item.lower_ in DESCRIBING)
    beside = item.dep_ == "compound" and words.classes(item) & {"actor", "place", "facility"}
    return "compound" if acting or beside else ""


def _bearers(wound: Token) -> list[Token]:
    """Who has a wound: "found *a man* with a gunshot **wound**", "*he* was taken to hospital with stab **wounds**"."""
    way = wound.head
    if wound.dep_ != "pobj" or way.lower_ not in {"with", "from"}:
        return []
    if way.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return [way.head]
    return [] if way.head.pos_ != "VERB" else direct_objects(way.head) or surface_subjects(way.head)


def _between(noun: Token, of: Iterable[Token]) -> list[Token]:
    """Sides told at the verb of a noun or at what it is of: "talks resumed **between** *A* and *B*", "resumption of ties"."""
    governing = [noun.head] if noun.dep_ == "nsubj" and noun.head.pos_ == "VERB" else []
    return [t for owner in (*governing, *of) for name, t in prepositional(owner) if name == "between"]


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
