"""How English puts an event into words: verbs, nouns that a verb carries, adjectives."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.callers import on_behalf
from kg.extraction.drafts import Draft
from kg.extraction.noun_slots import counted_by
from kg.extraction.participants import can_be_hit
from kg.extraction.parts import scenes
from kg.extraction.roles import first, with_roles
from kg.extraction.slots import Slots
from kg.extraction.sufferers import is_people, sufferers
from kg.extraction.support import support
from kg.extraction.triggers import Match, manner, span_of
from kg.extraction.words import Words
from kg.language.clauses import RELATIVES
from kg.language.tree import child, children, first_conjunct, with_conjuncts
from kg.language.voice import is_passive
from kg.ontology.groupings import HARMS
from kg.ontology.word_classes import word_class

#: tokens between a nominal event and its verb up to which both are the trigger ("launched a large offensive")
REACH = 6
CARRIED = {"suffer": "suffered", "claim": "claimed"}
#: actions of verbs that cannot do without an object
HARMED = frozenset({"Killing", "Wounding", "Abduction", "Assassination", "Execution"})
#: verbs that tell the harm done in an event: "were killed in an attack"
HARM_IN = word_class("harm-in")


def verbal(found: Match, words: Words) -> Draft:
    """*The army* **shelled** *the town* with *mortars*; *the town* was **shelled** by *the army*."""
    verb, trigger, slots = found.words[0], found.trigger, found.slots
    if trigger.action in HARMS and len(found.words) == 1 and is_people(verb):
        return adjectival(found, words)
    start, end = span_of(found.words)
    if _suffers(found, words):
        slots = {name: tokens for name, tokens in slots.items() if name != "subject"} | {"object": slots["subject"]}
    if trigger.action == "ClaimOfResponsibility" and "subject" in slots:
        slots = slots | {"subject": on_behalf(slots["subject"], words)}
    draft = Draft(
        verb.i,
        start,
        end,
        trigger.action,
        _verb_rule(verb, found),
        verb=verb.i,
        weak=trigger.weak,
        reciprocal=trigger.reciprocal,
        manner=manner(found, words),
    )
    return with_roles(draft, found, slots, words)


def _suffers(found: Match, words: Words) -> bool:
    """Whether the subject of a verb of harm that has no object is who suffers: "*ten* dead and *30* **wounded**"."""
    verb, slots = found.words[0], found.slots
    harm = found.trigger.action in HARMED and found.trigger.target == ("object",) and len(found.words) == 1
    past = verb.tag_ in {"VBD", "VBN"} and not any(
        c.dep_ in {"aux", "neg"} or c.lower_ in RELATIVES for c in verb.children
    )
    if not harm or not past or is_passive(verb) or slots.get("object") or not slots.get("subject"):
        return False
    told = slots["subject"][0]
    return "armed" not in words.classes(told) or bool(children(told, "nummod"))


def nominal(found: Match, words: Words) -> Draft:
    """*Israel's* **attack** on *the base*; *rebels* launched an **attack** on *the base*; *the base* came under **attack**."""
    noun, trigger = found.words[0], found.trigger
    start, end = span_of(found.words)
    slots, rule, verb = dict(found.slots), "nominal", None
    attempt = noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i  # "staged an assassination attempt"
    end = max(end, noun.head.i + 1) if attempt else end
    whole = noun.head if attempt else noun
    carried = support(whole, words.ontology.qualifiers["support"])
    if carried is not None and carried[1].lemma_ == "trigger" and words.ontology.is_a(trigger.action, "Protest"):
        carried = None  # "police *triggered* **riots**", which they did not hold
    if carried is not None:
        kind, carrier, more = carried
        harmed = kind == "suffer" and carrier.lemma_.lower() in HARM_IN
        verb, rule = carrier.i, "circumstance" if harmed else CARRIED.get(kind, "support-verb")
        raised = carrier.head == noun.head and carrier != noun.head  # "the attack is said to have been carried out"
        if not harmed and not raised and kind != "plan" and abs(carrier.i - noun.i) <= REACH:
            start, end = min(start, carrier.i), max(end, carrier.i + 1)
        slots = _carried_slots("suffer" if harmed else kind, counted_by(whole) or whole, slots, more)
        if kind == "occur" and not first(trigger.target, slots) and (struck := scenes(more, words)):
            slots["on"] = struck
        if kind == "claim" and "carrier" in slots:
            slots["carrier"] = on_behalf(slots["carrier"], words)
        aimed = [t for t in more.get("on", ()) if noun.i < t.i] if harmed and not slots.get("on") else []
        if aimed:  # "were killed in an airstrike *on a school*", hung on the verb
            slots["on"] = aimed
        if harmed and words.ontology.actions[trigger.action].plover == "PROTEST":
            slots.pop("suffered", None)  # "two guards were injured in **a protest**", which was not against them
        if harmed and first(trigger.target, slots) and (aimed or first(trigger.target, found.slots)):
            slots.pop("suffered", None)
        if harmed and words.ontology.actions[trigger.action].plover == "PROTEST":  # "two guards died in *protests*"
            slots = {name: tokens for name, tokens in slots.items() if name not in {"suffered", "carrier"}}
    draft = Draft(noun.i, start, end, trigger.action, rule, verb=verb, weak=trigger.weak, reciprocal=trigger.reciprocal)
    return with_roles(draft, found, slots, words)


def _carried_slots(kind: str, noun: Token, slots: Slots, more: Slots) -> Slots:
    """Slots of a nominal event and of the verb that carries it, in one."""
    out = dict(slots)
    if kind == "suffer" and more.get("subject") and more.get("object") and noun not in more["object"]:
        return out | {"carrier": more["subject"], "suffered": [t for t in more["object"] if t != noun]}
    if kind == "suffer":
        sufferers = [t for t in more.get("subject", []) + more.get("object", []) if t != noun]
        if sufferers:
            out["suffered"] = sufferers[:]
        for name in ("by", "from"):
            if name in more:
                out.setdefault("carrier", more[name])
        return out
    doers = more.get("subject", []) or (more.get("object", []) if kind == "act" else [])  # "are engaged in an assault"
    carriers = [t for t in doers if t != noun]
    if carriers:
        out["carrier"] = carriers
    for name, tokens in more.items():
        if name not in {"subject", "object"} and name not in out:
            out[name] = [t for t in tokens if t != noun]
    return out


def adjectival(found: Match, words: Words) -> Draft:
    """*Five civilians* were **dead**; *two* **wounded** soldiers; the **wounded** included *two guards*."""
    word, trigger = found.words[0], found.trigger
    start, end = span_of(found.words)
    who: list[Token] = []
    if is_people(word):
        who = [t for t in sufferers(word) if can_be_hit(t, trigger.action, words)]
    elif word.dep_ == "amod":
        first = first_conjunct(word.head) if word.i > word.head.i else word.head  # "left *a judge* and two guards dead"
        who = with_conjuncts([first]) if first != word.head else [word.head]
    elif word.dep_ in {"acomp", "oprd"}:
        subject = child(word.head, "dobj") or child(word.head, "nsubj", "nsubjpass")
        who = [subject] if subject is not None else []
    rule = "adjective" if who or not is_people(word) else "nominal"
    draft = Draft(word.i, start, end, trigger.action, rule, weak=trigger.weak)
    return replace(draft, targets=tuple(t.i for t in who))


def _verb_rule(verb: Token, found: Match) -> str:
    if len(found.words) > 1 and found.words[1].dep_ != "prt":
        return "idiom"
    if verb.dep_ in {"acl", "relcl"}:
        return "relative" if verb.dep_ == "relcl" else "participle"
    if is_passive(verb):
        return "passive"
    if verb.dep_ in {"xcomp", "pcomp"}:
        return "controlled"
    return "participle" if verb.dep_ == "advcl" and verb.tag_ == "VBG" else "active"
