"""Which words signal an action: the triggers of the ontology, tried on a verb, a noun or an adjective."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from spacy.tokens import Token

from kg.extraction import gerunds
from kg.extraction.noun_slots import noun_slots
from kg.extraction.slots import Slots, verb_slots
from kg.extraction.sufferers import HARMED
from kg.extraction.support import carriers
from kg.extraction.trigger_words import SHOT_DEAD, is_misread, words_of
from kg.extraction.unmet import unmet
from kg.extraction.words import Words
from kg.language.tree import announcers, other_lemmas, prepositional, singular
from kg.language.tree import lemma as lemma_of
from kg.ontology import Trigger
from kg.ontology.groupings import HARMS
from kg.ontology.word_classes import word_class

ACTORS_AND_PLACES = frozenset(
    {
        "actor",
        "person",
        "armed",
        "state",
        "place",
        "area",
        "facility",
        "organisation",
        "vehicle",
        "infrastructure",
        "goods",
        "military-post",
    }
)
#: acts that are done to things, whatever they are: "cut down *olive trees*"
DONE_TO_THINGS = frozenset({"ShootDown", "PropertyDestruction", "Arson", "Looting", "Robbery"})
#: by what bodies speak of themselves, and the verbs they do it with
SELVES, SAYING = frozenset({"it", "they"}), word_class("speech") | word_class("claiming")
#: what somebody is left, and how many words after the verb that may be told
STATES_LEFT, STATE_APART = HARMED | {"dead"}, 9
NOUN_LINKS = frozenset({"compound", "amod", "nmod", "npadvmod", "poss", "advmod"})


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger found at a token; ``words`` are all tokens of it, the head first."""

    trigger: Trigger
    words: tuple[Token, ...]
    slots: Slots
    again: bool = False
    fixed: tuple[Token, ...] = ()


#: verbs by which a fight begins or goes on
BREAKING = frozenset({"break", "erupt", "rage", "flare", "ensue", "resume"})


def match(token: Token, words: Words) -> tuple[Match | None, str]:
    """(the trigger that fits best, "") or (None, why the nearest one did not fit)."""
    reason = ""
    slots_of = partial(_slots, token, words, {})
    for trigger in _candidates(token, words):
        found = words_of(token, trigger, words)
        if found is None:
            continue
        slots = slots_of(trigger.pos == "verb", found[1:])
        if trigger.pos == "verb" and trigger.instrument == ("object",):
            _aim(slots, trigger)
        missing = _unmet(trigger, token, slots, words)
        if not missing:
            fixed = _fixed_objects(trigger, slots, words) if trigger.pos == "verb" else ()
            if fixed:
                slots = verb_slots(token, (*found[1:], *fixed))
                crowd = [t for thing in fixed for t in _crowd(thing, words)]
                slots["object"] = [t for t in slots.get("object", []) if t not in fixed] or crowd
            violent = words.ontology.actions[trigger.action].plover in {"ASSAULT", "COERCE"}
            if violent and (tools := _weapons((*found[1:], *fixed, *slots.get("tool", ())), words)):
                slots["tool"] = tools
            objects = tuple(w for w in found[1:] if w.dep_ == "dobj") + tuple(fixed)
            return Match(trigger, found, slots, fixed=objects), ""
        reason = reason or f"{trigger.action} {missing}"
    return None, reason


def _crowd(gathering: Token, words: Words) -> list[Token]:
    """Whose gathering it is that somebody acts on: "broke up a **march** *of miners*", "a *teachers'* **rally**"."""
    if "protester" not in words.classes(gathering) or gathering.ent_type_ == "PERSON":
        return []
    near = [t for name, t in prepositional(gathering) if name in {"by", "of"}]
    near += [c for c in gathering.children if c.dep_ in {"poss", "compound"} and c.i < gathering.i]
    return [t for t in near if words.classes(t) & {"civilian", "worker", "protester"}]


def _slots(
    token: Token, words: Words, read: dict[tuple[bool, tuple[Token, ...]], Slots], verbal: bool, rest: tuple[Token, ...]
) -> Slots:
    """The slots of a head with the further words of its trigger, read once; a new dictionary each time."""
    key = (verbal, rest if verbal else ())
    if key not in read:
        read[key] = verb_slots(token, rest) if verbal else noun_slots(token, words)
    return dict(read[key])


def _aim(slots: Slots, trigger: Trigger) -> None:
    """Let what is fired tell at whom, where the parser hangs it there: "launched *drones* **towards** *Lesk*"."""
    for thing in slots.get("object", ()):
        for name, item in prepositional(thing):
            if name in trigger.target and name not in {"in", "on", "to"}:
                slots.setdefault(name, [item])


def manner(found: Match, words: Words) -> str:
    """The violence that the verb of an idiom of killing or wounding tells by itself: "*shot* dead" is Shooting."""
    if len(found.words) == 1 or not any(words.ontology.is_a(found.trigger.action, kind) for kind in HARMS):
        return ""
    for trigger in _candidates(found.words[0], words):
        harm = any(words.ontology.is_a(trigger.action, kind) for kind in HARMS)
        violent = words.ontology.actions[trigger.action].plover == "ASSAULT"
        if len(trigger.words) == 1 and violent and not harm and not _unmet(trigger, found.words[0], found.slots, words):
            return trigger.action
    return ""


def _weapons(tokens: Iterable[Token], words: Words) -> list[Token]:
    """Words of a trigger that name what was used, the "car" of a "car bomb" left out: "*placed* a **bomb**"."""
    tools = sorted({t for t in tokens if words.instrument(t)}, key=lambda t: t.i)
    inside = {i for t in tools for i in range(words.first_of_instrument(t), t.i)}
    return [t for t in tools if t.i not in inside]


def anaphor(token: Token, words: Words, told: set[str]) -> Match | None:
    """A definite noun that names again what was told before ("the strike"), though nothing beside it says what it is."""
    if token.pos_ != "NOUN" or not any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in token.children):
        return None
    if any(c.dep_ == "compound" and ("noun", lemma_of(c)) in words.ontology.triggers for c in token.children):
        return None  # "the assassination attempt" is told by its first word
    for trigger in _candidates(token, words):
        found = words_of(token, trigger, words)
        if any(slot == "modifier" for slot, _ in trigger.conditions):
            continue  # "the *company*" after "set up a joint company" is no cooperation
        if found is not None and any(words.ontology.is_a(action, trigger.action) for action in told):
            if trigger.action == "Visit" and any(c.dep_ == "dobj" for c in token.head.children):
                continue  # "the *mission* sent vehicles" after "visited Lesk" is a body
            return Match(replace(trigger, weak=True), found, noun_slots(token, words), again=True)
    return None


def _candidates(token: Token, words: Words) -> Iterator[Trigger]:
    lemma = lemma_of(token)
    triggers = words.ontology.triggers
    if token.pos_ in {"VERB", "AUX"} or _is_misread_verb(token):
        if gerunds.is_noun(token):
            yield from triggers.get(("noun", token.lower_), ())  # "Fighting between A and B continued"
        verbs = (form for form in (lemma, *other_lemmas(token)) if ("verb", form) in triggers)
        yield from triggers.get(("verb", next(verbs, lemma)), ())
    elif token.pos_ in {"NOUN", "PROPN", "X"}:
        yield from triggers.get(("noun", lemma), ())
        for form in sorted({token.lower_, singular(token)} - {lemma}):
            yield from triggers.get(("noun", form), ())
        if token.tag_ == "VBG" or token.lower_.endswith("ing"):
            yield from triggers.get(("noun", token.lower_), ())
    if is_misread(token):
        yield from (t for t in triggers.get(("verb", "shoot"), ()) if t.words == SHOT_DEAD)
    if (
        token.pos_ == "ADJ"
        or (token.pos_ == "NOUN" and token.lower_ in HARMED)
        or (token.pos_ == "VERB" and token.tag_ in {"VBN", "VBD"} and token.dep_ in {"amod", "acomp", "oprd"})
    ):
        yield from triggers.get(("adjective", token.lower_), ())


def _is_misread_verb(token: Token) -> bool:
    """Whether the model takes a verb for a noun that has a subject and an object: "jets *hit* targets"."""
    found = {c.dep_ for c in token.children}
    return token.pos_ == "NOUN" and "dobj" in found and bool(found & {"nsubj", "nsubjpass"})


def _unmet(trigger: Trigger, token: Token, slots: Slots, words: Words) -> str:
    """The first condition that does not hold, in words; empty if all do."""
    for slot, wanted in trigger.conditions:
        if not _holds(slot, wanted, token, slots, words):
            return unmet(slot, wanted)
    for slot, unwanted in trigger.exclusions:
        if _holds(slot, unwanted, token, slots, words):
            return unmet(slot, unwanted, excluded=True)
    if (
        trigger.weak
        and not _breaks_out(token)
        and not any(
            words.classes(t) & {"actor", "person", "place", "state"} for tokens in slots.values() for t in tokens
        )
    ):
        return "a known actor or place stands beside it"
    return ""


def _breaks_out(fight: Token) -> bool:
    """Whether a verb tells that a fight began or went on, which is no quarrel: "another *battle* **broke out** in Lesk"."""
    verb = fight.head
    about = any(c.lower_ in {"over", "about"} for c in verb.children)
    out = verb.lemma_ != "break" or any(c.lower_ == "out" for c in verb.children)
    return fight.dep_ == "nsubj" and verb.lemma_ in BREAKING and out and not about


def _fixed_objects(trigger: Trigger, slots: Slots, words: Words) -> tuple[Token, ...]:
    """Objects that are words of the phrase and nobody: "restore *ties* with", "sign an *accord* with"."""
    if trigger.action in DONE_TO_THINGS or words.ontology.is_a(trigger.action, "Repel"):
        return ()
    wanted = frozenset(w for slot, values in trigger.conditions if slot == "object" for w in values if w != "@any")
    if not wanted:
        return ()
    return tuple(
        t for t in slots.get("object", ()) if words.fits(t, wanted) and not words.classes(t) & ACTORS_AND_PLACES
    )


def _holds(slot: str, wanted: frozenset[str], token: Token, slots: Slots, words: Words) -> bool:
    if slot == "modifier":
        near = [c for c in token.children if c.dep_ in NOUN_LINKS and c.i < token.i]
        near += [token.doc[token.i - 1]] if token.i else []
        return any(words.fits(c, wanted) or c.lower_ in wanted for c in near)
    held = slots.get(slot, ()) if slot != "carrier" else carriers(token, words.ontology.qualifiers["support"])
    if not held and token.pos_ == "VERB":  # a phrase that the parser hangs on the object: "kept Assad in power"
        held = [t for item in slots.get("object", ()) for name, t in prepositional(item) if name == slot]
    return any(words.fits(t, wanted) for t in [*held, *(_self_teller(t) or t for t in held)])


def _self_teller(pronoun: Token) -> Token | None:
    """Who speaks of itself by a pronoun: "*the army* said **it** had targeted a base"."""
    return next(announcers(pronoun, SAYING), None) if pronoun.lower_ in SELVES else None


def span_of(found: tuple[Token, ...]) -> tuple[int, int]:
    """Token bounds of a trigger: all its words if they stand close together, else the head alone.

    A verb that says nothing by itself takes its state along: "*left more than 90 people injured*".
    """
    first, last = min(t.i for t in found), max(t.i for t in found)
    head = found[0].i
    far = STATE_APART if found[0].lemma_ == "leave" and found[-1].lower_ in STATES_LEFT else len(found) + 1
    return (first, last + 1) if last - first <= far else (head, head + 1)
