"""The arguments of a trigger by slot: logical subject and object, possessor, adjective, compound, prepositions."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extraction.sufferers import INFLICTING
from kg.language.clauses import surface_subjects
from kg.language.objects import direct_objects, made_to_do, of_gap
from kg.language.tree import child, children, prepositional, with_conjuncts
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

#: verbs of what bodies suffer: who is told beside the object suffers it too
BODILY = word_class("bodily")
#: what tells how many, and by which nothing is done
RECKONINGS = word_class("reckonings")
#: what people are out for: "on *patrol*", "on a routine *mission*", not "fired on a patrol"
ERRANDS = frozenset("patrol mission visit tour trip duty errand leave foot horseback pilgrimage".split())
#: whom a state sends to another
ENVOYS = frozenset({"ambassador", "envoy", "diplomat", "consul", "attache", "mission"})
#: verbs of giving something a name
CALLING = frozenset({"call", "brand", "label", "term", "dub", "deem"})
#: what others wish, which is why and not to whom something is done
WISHES = word_class("wishes")
#: prepositions of what is aimed at, which the parser takes for particles: "was fired *on* in Lesk"
AIMED = frozenset({"on", "upon", "at"})
USING = frozenset({"use", "employ", "deploy", "fire"})
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
        sent = [t for t in slots["object"] if t.lemma_.lower() in ENVOYS]  # "recalled its envoy from *Lesk*"
        add(slots, "from", [t for item in sent for name, t in prepositional(item) if name in {"from", "to"}])
        owners = [t for item in slots["object"] for t in with_conjuncts(children(item, "poss"))]
        add(slots, "possessor", [t for t in owners if t.pos_ in {"NOUN", "PROPN"}])  # "rejected *Israel's* offer"
    elif any(c.dep_ == "dobj" for c in verb.children):
        add(slots, "second_object", children(verb, "dobj"))
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by" and is_passive(verb.head.head) and not slots.get("object"):
        slots["object"], slots["subject"] = slots.get("subject", []), []  # "the hospital was struck by **shelling**"
    beside = _together(verb)
    suffering = passive or (verb.lemma_.lower() in BODILY and bool(slots["object"]))
    joined = "object" if suffering else "subject"
    add(slots, joined, beside if slots.get(joined) else [])
    add(slots, "infinitive", [c for c in verb.children if c.dep_ == "xcomp" or _is_purpose(c) or _is_moved(c)])
    add(slots, "infinitive", made_to_do(verb))
    add(slots, "infinitive", [c for word in extra for c in children(word, "xcomp")])  # "is *ready* **to talk**"
    add(slots, "clause", [c for c in children(verb, "ccomp") if _is_told(c)])
    add(slots, "doer", [t for c in children(verb, "ccomp") for t in children(c, "nsubj") if not _is_own(t)])
    add(slots, "named", _named(verb))
    add(slots, "question", [c for c in verb.children if c.dep_ in {"ccomp", "advcl"} and c.i > verb.i and _is_asked(c)])
    add(slots, "doing", [t for c in children(verb, "prep") for t in children(c, "pcomp") if t.tag_ == "VBG"])
    add(slots, "indirect", with_conjuncts(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"))
    add(slots, "object", _taken(extra))
    add(slots, "possessor", [t for word in extra if word.dep_ == "pobj" for t in children(word, "poss")])
    for owner in (verb, *extra, *_kinds(extra)):
        for name, item in prepositional(owner):
            of_crowd = name == "by" and passive and owner.dep_ == "nsubjpass"  # "a protest *by teachers* was broken up"
            add(slots, name, [] if item in beside or of_crowd or _is_no_part(name, item) else [item])
            add(slots, "by", at_hands(name, item))
    if verb.lemma_.lower() in INFLICTING and "on" not in slots:  # "inflicted losses *on the army*"
        add(slots, "on", [t for item in slots.get("object", ()) for n, t in prepositional(item) if n == "on"])
    whole = children(verb, "auxpass") and children(verb, "nsubjpass")  # "shot by troops, and a guard *was* found dead"
    shared = verb
    while not whole and shared.dep_ == "conj" and shared.head.pos_ == "VERB" and passive and is_passive(shared.head):
        shared = shared.head
        add(slots, "by", [t for n, t in prepositional(shared) if n == "by"])
    if passive and not slots.get(
        "by"
    ):  # "abducted and killed by militants", "six were seized and two killed by militants"
        later = [c for c in children(verb, "conj") if c.tag_ in {"VBN", "VBD"} and not children(c, "auxpass", "aux")]
        later = [c for c in later if is_passive(c) and ("by" not in slots or c.lemma_.lower() in BODILY)]
        add(slots, "by", [t for c in later for n, t in prepositional(c) if n == "by"])
    if verb.dep_ in {"xcomp", "advcl"} and verb.head.lemma_ in USING:  # "used drones to attack"
        add(slots, "with", direct_objects(verb.head))
    for stranded in (c for c in children(verb, "prep", "prt") if passive and _is_stranded(c)):
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


def _is_no_part(preposition: str, noun: Token) -> bool:
    """Whether a phrase tells nobody's part in a deed: "held, *by an official* **count**", "met *at the* **request** of X"."""
    lemma = noun.lemma_.lower()
    counted, wished = preposition == "by" and lemma in RECKONINGS, preposition == "at" and lemma in WISHES
    return counted or wished or _is_errand(preposition, noun)


def _kinds(idiom: Iterable[Token]) -> list[Token]:
    """What kind of thing is meant, on which the parse hangs the rest: "fired rockets of a new *type* at the town"."""
    of = (t for word in idiom for name, t in prepositional(word) if name == "of")
    return [t for t in of if t.lemma_.lower() in {"type", "kind", "calibre", "caliber", "make", "design", "sort"}]


def _is_errand(preposition: str, noun: Token) -> bool:
    """Whether a phrase tells what somebody was out for: "fired near a vessel *on a routine* **patrol**"."""
    told = any(c.dep_ in {"det", "poss"} for c in noun.children) and not any(
        c.lower_ == "routine" for c in noun.children
    )
    return preposition == "on" and noun.tag_ == "NN" and noun.lemma_.lower() in ERRANDS and not told


def _is_stranded(preposition: Token) -> bool:
    """Whether a preposition of a passive verb has nothing behind it: "was fired **on** from a roof", "were shot **at** first"."""
    aimed = preposition.dep_ == "prep" or preposition.lower_ in AIMED
    return aimed and all(c.pos_ == "ADV" for c in preposition.children)


def _before_hyphen(verb: Token) -> list[Token]:
    """Who is told before a participle that describes a noun: "an *Israeli*-**occupied** village"."""
    if verb.dep_ != "amod" or verb.i < 2 or verb.nbor(-1).text != "-":
        return []
    return [c for c in verb.children if c.dep_ in {"npadvmod", "compound", "amod"} and c.i == verb.i - 2]


def _is_told(clause: Token) -> bool:
    """Whether a clause tells something that is so, and nothing to do: "demonstrates that they **are** weak"."""
    subject = any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < clause.i for c in clause.children)
    return subject and not any(c.dep_ == "aux" and c.tag_ == "TO" for c in clause.children)


def _is_asked(clause: Token) -> bool:
    """Whether a clause is a question that somebody is asked: "asked the army **whether** *it would leave*"."""
    first = clause.left_edge
    return first.tag_ in {"WRB", "WP", "WDT"} or first.lower_ in {"if", "whether"}


def _is_moved(clause: Token) -> bool:
    """Whether a clause tells what somebody is moved to do: "allowed the party **to march**"."""
    to = any(c.dep_ == "aux" and c.tag_ == "TO" for c in clause.children)
    to = to or clause.head.lemma_ in {"let", "help"}  # "let *the hostages* **go**"
    return clause.dep_ == "ccomp" and clause.tag_ == "VB" and to and child(clause, "mark") is None


def _is_purpose(clause: Token) -> bool:
    """Whether a clause tells what for: "gathered **to denounce** the offensive"."""
    to = any(c.dep_ == "aux" and c.tag_ == "TO" for c in clause.children)
    return clause.dep_ == "advcl" and clause.tag_ == "VB" and to


def _taken(idiom: Iterable[Token]) -> list[Token]:
    """Who is made something, put before it: "took three *elders* **hostage**", "*men* they held **captive**"."""
    made = [t for t in idiom if t.lower_ in {"hostage", "captive", "prisoner"} and t.dep_ in {"ccomp", "dobj"}]
    before = [c for t in made for c in t.children if c.dep_ in {"compound", "nsubj"}]
    helped = [t for word in idiom if word.lemma_ == "help" for t in _subject_of_infinitive(word)]
    freed = [t for t in idiom if t.lower_ == "go" and t.head.lemma_ == "let"]  # "**let go** *a sailor*"
    helped += [t for word in freed for t in direct_objects(word)]
    return helped or before or [t for word in made for t in of_gap(word.head)]


def _into(thing: Token) -> list[Token]:
    """Where a thing is driven, hung on what it carries: "drove a car packed with explosives into *a checkpoint*"."""
    clauses = (c for c in thing.children if c.dep_ == "acl" and c.tag_ == "VBN")
    return [t for clause in clauses for name, t in prepositional(clause) if name == "into"]


def at_hands(preposition: str, noun: Token) -> list[Token]:
    """Who did it: "died at the hands of *the police*"."""
    if preposition != "at" or noun.lemma_.lower() != "hand":
        return []
    return [t for name, t in prepositional(noun) if name == "of"]


def _subject_of_infinitive(verb: Token) -> list[Token]:
    """Whom a verb moves to act, where the parse makes him the subject below: "allowed *the party* to march"."""
    for clause in children(verb, "ccomp"):
        if clause.tag_ == "VBG" and (met := children(clause, "nsubj")) and met[0].left_edge.i == verb.i + 1:
            return with_conjuncts(met)  # "ambushed *traders* coming back"
        if clause.i > verb.i and (_is_moved(clause) or _is_naming(clause)):
            return with_conjuncts(children(clause, "nsubj"))
    return []


def _is_naming(clause: Token) -> bool:
    """Whether a clause without a verb tells what somebody is called: "hold *Lesk* **responsible**"."""
    bare = clause.pos_ in {"ADJ", "NOUN"} or clause.lower_ == "persona"
    return bare and clause.dep_ == "ccomp" and child(clause, "aux", "cop", "mark", "auxpass") is None


def _named(verb: Token) -> list[Token]:
    """What somebody or something is called: "called it a **crime**", "dismissed it as **baseless**"."""
    named = [c for c in children(verb, "oprd", "acomp") if verb.lemma_ != "be"]
    named += [c for c in children(verb, "ccomp") if _is_naming(c)]
    told = [c for c in children(verb, "ccomp") if c.lemma_ == "be"]  # "said Lesk was *behind* it", "was to *blame*"
    named += [t for c in told for t in c.children if t.dep_ in {"acomp", "attr", "xcomp"} or t.lower_ == "behind"]
    named += [
        t for c in children(verb, "prep") if c.lower_ == "as" for t in children(c, "pobj", "amod", "acomp", "pcomp")
    ]
    named += [t for c in children(verb, "dobj") for t in children(c, "appos") if t.i > c.i and verb.lemma_ in CALLING]
    return with_conjuncts(named)


def _is_own(noun: Token) -> bool:
    """Whether the subject of a clause may be of him who speaks: "said *it* had fired", "said *its troops* had fired"."""
    return noun.pos_ == "PRON" or any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children)
