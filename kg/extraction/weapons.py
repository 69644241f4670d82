"""What an act is done with: weapons, what they carry and whose they are."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.slots import Slots
from kg.extraction.words import Words
from kg.language.tree import children, prepositional, with_conjuncts
from kg.language.voice import is_passive
from kg.ontology.groupings import IRREGULAR
from kg.ontology.word_classes import word_class

#: things that are no sufferers with arms of their own: "attacked a *shop* with grenades"
THINGS = frozenset({"facility", "vehicle", "infrastructure", "area", "goods"})
CARRYING = frozenset("contain fill lace load pack carry arm tip release spread full laden stuff cram rig prime".split())
TOOL_PREPOSITIONS = ("with", "by", "using", "from", "in")
LAUNCHING = word_class("launching")
#: prepositions before what somebody sits in while he attacks, which is no weapon: "shot him from a *car*"
INSIDE = frozenset({"from", "in"})
#: kinds of what is fired over a distance, and of those who have it of a state
FIRED = frozenset({"rocket", "mortar", "missile", "artillery", "drone"})
ARMED = frozenset({"armed", "rebel", "police"})
#: verbs of having a weapon in one's hands
ARMED_BY = frozenset({"arm", "wield", "brandish"})
SIDES = frozenset({"Country", "Military", "ArmedGroup", "Militia", "Coalition"})


def weapons(slots: Slots, words: Words) -> list[Token]:
    """What is told to be used, also where the parse hangs it on a thing: "attacked a *shop* with grenades"."""
    found = [t for name in TOOL_PREPOSITIONS for t in slots.get(name, ()) if _is_weapon(t, name, words)]
    things = [t for t in slots.get("object", ()) if words.classes(t) & THINGS and not words.can_act(t)]
    found += [t for thing in things for name, t in prepositional(thing) if name == "with" and words.instrument(t)]
    return found + [t for tool in found for t in filling(tool, words)]


def _is_weapon(token: Token, preposition: str, words: Words) -> bool:
    """Whether an instrument is what an act was done with; a car is one that was driven into somebody, not left in."""
    kind = words.instrument(token)
    return kind is not None and (kind != "vehicle" or preposition not in INSIDE)


def filling(tool: Token, words: Words) -> list[Token]:
    """What a weapon carries: "shells filled with *sarin*", "barrels containing *chlorine*", "a car full of *dynamite*"."""
    clauses = [c for c in tool.children if c.dep_ in {"acl", "relcl", "amod"} and c.lemma_.lower() in CARRYING]
    held = [
        t
        for c in clauses
        for t in (*children(c, "dobj"), *(o for name, o in prepositional(c) if name in {"with", "of"}))
    ]
    held += [
        k for c in clauses for k in c.children if k.i == c.i - 2 and c.nbor(-1).text == "-"
    ]  # "*gas*-filled shells"
    held += [o for t in held for name, o in prepositional(t) if name == "of"]  # "200 kg of *dynamite*"
    held += [t for name, t in prepositional(tool) if name in {"with", "of"} and words.instrument(t) == "chemical"]
    return [t for t in with_conjuncts(held) if words.instrument(t)]


def wielders(tool: Token, words: Words) -> list[Token]:
    """Whose weapon struck: "a *police* bullet", "a bullet from a *soldier's* rifle", "bullets fired by *the police*"."""
    own = [c for c in tool.children if c.dep_ in {"poss", "compound", "nmod", "amod"} and c.i < tool.i]
    fired = words.instrument(tool) in FIRED
    out = [t for t in own if t.pos_ != "PRON" and (_is_somebody(t, words) or (fired and _is_side(t, words)))]
    for name, item in prepositional(tool):
        if name in {"from", "of"} and words.instrument(item):
            out += wielders(item, words)
        elif name in {"from", "of"} and words.role(item) is not None:
            out.append(item)
    told = children(tool, "acl", "relcl")
    clauses = [c for c in told if is_passive(c)]
    firing = [c for c in told if c not in clauses and c.lemma_.lower() in LAUNCHING]  # "that *police* had fired"
    out += [t for c in firing for t in children(c, "nsubj") if words.can_act(t) and t.pos_ != "PRON"]
    out += [t for clause in clauses for name, t in prepositional(clause) if name == "by" and words.can_act(t)]
    return out


def _is_side(token: Token, words: Words) -> bool:
    """Whether a name before what is fired is that of a state or a force of today: "*Hezbollah* rockets", "*Thai* shells"."""
    entry = words.entry(token)
    return entry is not None and entry.kind in SIDES and entry.until is None


def _is_somebody(token: Token, words: Words) -> bool:
    """Whether a word before a weapon tells who has it, by a role or a name with one: "*constable Venn's* bullet".

    So does the name of an armed group ("an *ETA* bomb"); a land's only tells where it was made.
    """
    entry = words.entry(token)
    if entry is not None and entry.kind in IRREGULAR:
        return True
    if words.instrument(token.head) == "vehicle" and not words.classes(token) & ARMED:
        return False  # "a *passenger* truck set off a mine"
    titles = (c for c in token.children if c.dep_ == "compound" and token.pos_ == "PROPN")
    return words.role(token) is not None or any(words.role(c) is not None for c in titles)


def is_body(token: Token, words: Words) -> bool:
    """Whether a word of a weapon's own name is a body that has it: "*army* helicopter", not "*fighter* jet"."""
    role = words.role(token)
    return role is not None and not role.person


def is_owned(token: Token, words: Words) -> bool:
    """Whether it is told whose a weapon is: "Russian warplanes", "tanks of the army"."""
    first = words.first_of_instrument(token)  # "a *fighter* jet" is no fighter's
    own = [c for c in token.children if c.lower_ != "from" and (c.i < first or c.i > token.i or is_body(c, words))]
    if any(c.dep_ == "poss" and c.pos_ == "PRON" for c in own):
        return True
    whose = [*own, *(t for name, t in prepositional(token) if name == "of"), *_belonging(token)]
    near = [k for c in whose for k in (c, *c.children)]
    return any(words.name(t) is not None or words.role(t) is not None for t in near)


def _belonging(tool: Token) -> list[Token]:
    """Whose a weapon is told to be: "helicopters *belonging to the army*"."""
    told = (c for c in children(tool, "acl") if c.lemma_.lower() == "belong")
    return [t for clause in told for name, t in prepositional(clause) if name == "to"]


def arms(doer: Token, deed: Token, words: Words) -> list[Token]:
    """What those who act are told to be armed with: "men *armed with machetes* attacked", "a man *wielding an axe*"."""
    clauses = [c for c in (*children(doer, "acl", "relcl"), *children(deed, "advcl")) if c.lemma_.lower() in ARMED_BY]
    clauses = [c for c in clauses if c.head == doer or not children(c, "nsubj", "mark")]
    held = [t for c in clauses for t in children(c, "dobj")] + [
        t for c in clauses if c.lemma_.lower() == "arm" for name, t in prepositional(c) if name == "with"
    ]
    return [t for t in with_conjuncts(held) if words.instrument(t)]


def irregulars(tool: Token, words: Words) -> list[Token]:
    """The word for fighters of no state right before a weapon: "a *rebel* drone"."""
    first = words.first_of_instrument(tool)  # "a *fighter* jet" is no fighter's
    before = [c for c in tool.children if c.dep_ in {"compound", "amod", "nmod"} and c.i < first and not words.name(c)]
    roles = ((c, words.role(c)) for c in before)
    return [c for c, role in roles if role is not None and role.kind in IRREGULAR]
