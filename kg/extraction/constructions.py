"""How English puts an event into words: from a trigger and its slots to roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.drafts import DEEDS, HARMS, Draft
from kg.extraction.participants import (
    author,
    behind,
    can_be_hit,
    is_actor,
    is_time,
    listed,
    of_clause,
    on_behalf,
    sayers,
    split_agents,
    who,
)
from kg.extraction.slots import Slots
from kg.extraction.sufferers import is_people, sufferers
from kg.extraction.support import support
from kg.extraction.suspects import suspects
from kg.extraction.triggers import Match, manner, span_of
from kg.extraction.weapons import filling, weapons
from kg.extraction.words import Words
from kg.language.clauses import RELATIVES, is_passive
from kg.language.tree import child, children, partitive

#: prepositions of those whom a verbal act addresses, where its object is a thing ("refused *admittance* to refugees")
ADDRESSED = ("to", "with", "from", "against", "toward", "towards")
#: tokens between a nominal event and its verb up to which both are the trigger ("launched a large offensive")
REACH = 6
CARRIED = {"suffer": "suffered", "claim": "claimed"}
#: what many do at once, in the land that has it: "Kenya's *riots*"
UNREST = frozenset({"Protest", "Riot", "Violence", "MobViolence"})
MASS = frozenset({"violence", "unrest", "turmoil", "bloodshed", "rioting"})
#: actions of verbs that cannot do without an object
HARMED = frozenset({"Killing", "Wounding", "Abduction", "Assassination", "Execution"})
#: verbs that tell the harm done in an event: "were killed in an attack"
HARMING = frozenset("kill wound injure hurt die perish".split())


def verbal(found: Match, words: Words) -> Draft:
    """*The army* **shelled** *the town* with *mortars*; *the town* was **shelled** by *the army*."""
    verb, trigger, slots = found.words[0], found.trigger, found.slots
    if trigger.action in HARMS and len(found.words) == 1 and is_people(verb):
        return adjectival(found, words)
    start, end = span_of(found.words)
    if _suffers(found, words):
        slots = {name: tokens for name, tokens in slots.items() if name != "subject"} | {"object": slots["subject"]}
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
    return _with_roles(draft, found, slots, words)


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
    if carried is not None:
        kind, carrier, more = carried
        harmed = kind == "suffer" and carrier.lemma_.lower() in HARMING
        verb, rule = carrier.i, "circumstance" if harmed else CARRIED.get(kind, "support-verb")
        raised = carrier.head == noun.head and carrier != noun.head  # "the attack is said to have been carried out"
        if not harmed and not raised and abs(carrier.i - noun.i) <= REACH:
            start, end = min(start, carrier.i), max(end, carrier.i + 1)
        slots = _carried_slots("suffer" if harmed else kind, whole, slots, more)
        if kind == "claim" and "carrier" in slots:
            slots["carrier"] = on_behalf(slots["carrier"], words)
        if harmed and _first(trigger.target, found.slots):
            slots.pop("suffered", None)
    draft = Draft(noun.i, start, end, trigger.action, rule, verb=verb, weak=trigger.weak, reciprocal=trigger.reciprocal)
    return _with_roles(draft, found, slots, words)


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
        who = [word.head]
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


def _first(names: Iterable[str], slots: Slots, _: Words | None = None) -> list[Token]:
    return next((slots[name] for name in names if slots.get(name)), [])


def _actors_first(names: Sequence[str], slots: Slots, words: Words) -> list[Token]:
    """The first slot that holds somebody, else the first that holds anything: "hosted *the premier* for a meeting"."""
    held = (slots[name] for name in names if any(is_actor(t, words) for t in slots.get(name, ())))
    return next(held, None) or _first(names, slots)


def _with_roles(draft: Draft, found: Match, slots: Slots, words: Words) -> Draft:
    trigger = found.trigger
    own = {
        t
        for t in found.words
        if t == found.words[0] or not (trigger.pos == "noun" and t.i < found.words[0].i and words.role(t))
    }
    agents, suspicion = _agents(found, slots, own, words)
    slots = {
        name: [t for t in tokens if (t not in own or name == "tool") and not is_time(t, words)]
        for name, tokens in slots.items()
    }
    verbal_act = words.ontology.actions[trigger.action].plover not in DEEDS
    wanted = slots.get("suffered") or (_actors_first if verbal_act else _first)(trigger.target, slots, words)
    targets = [t for t in listed(wanted) if t not in agents]
    if verbal_act and not targets:
        targets = [t for word in _told(found, slots) for t in behind(word, words) if t != word]
    between = verbal_act and trigger.pos == "noun" and not agents and len(slots.get("between", ())) > 1
    if trigger.reciprocal or draft.reciprocal or between:
        draft = replace(draft, reciprocal=True)
        agents, targets = _sides(agents, targets, slots)
    kept, moved, cause = split_agents(listed(agents), words, draft)
    named = [*slots.get("tool", ()), *_first(trigger.instrument, slots), *moved]
    named = [t if (whole := partitive(t)) is None else whole for t in named]  # "fired dozens of *rockets*"
    tools = [*named, *weapons(slots, words), *(f for t in named for f in filling(t, words))]
    if verbal_act:
        targets = _meant(targets, found, slots, words)
    elif not targets and not kept:
        targets = _described(found.words[0])
    targets = [m for t in targets for m in _members(t)]
    targets = [t for t in targets if t not in kept and can_be_hit(t, trigger.action, words)]
    draft = replace(
        draft,
        agents=tuple(t.i for t in kept),
        targets=tuple(t.i for t in targets),
        instruments=tuple(t.i for t in dict.fromkeys(tools)),
        places=tuple(t.i for t in _first(trigger.place, slots) or _lands(found, slots, words)),
        cause=cause,
        suspicion=suspicion.i if suspicion is not None and kept else None,
    )
    return replace(draft, action=refine(draft, words))


def _agents(found: Match, slots: Slots, own: set[Token], words: Words) -> tuple[list[Token], Token | None]:
    """(candidates for who acts, the word that only suspects them).

    They are the carrying verb's subject, the trigger's own slots, the author, those who are blamed.
    """
    head, trigger = found.words[0], found.trigger
    scenes = {t for t in slots.get("compound", ()) if words.is_scene(t, head)} | {*_lands(found, slots, words)}
    agents = slots.get("carrier") or _first(trigger.agent, slots)
    agents = [t for t in agents if t not in own | scenes] or author(head, words)
    deed = words.ontology.actions[trigger.action].plover in DEEDS
    if trigger.pos == "verb" and not deed:
        agents = sayers(head, agents, words)
    if agents or not deed:
        return [who(t, head, words) for t in agents], None
    doers, cue = suspects(head, words)
    return [who(t, head, words) for t in doers], cue


def _members(target: Token) -> list[Token]:
    """Who is told to be of those that a participle tells of: "*those* killed included *two nurses*"."""
    return (sufferers(target) if target.lower_ == "those" else []) or [target]


def _lands(found: Match, slots: Slots, words: Words) -> list[Token]:
    """The land of what many do there, which does not do it: "*Kenya's* **riots**"."""
    head, action = found.words[0], found.trigger.action
    many = action in UNREST and (head.tag_ == "NNS" or head.lemma_.lower() in MASS)
    return [t for t in slots.get("possessor", ()) if many and words.is_toponym(t)]


def _described(verb: Token) -> list[Token]:
    """Whom a participle before a noun tells of: "the **assassinated** *candidate*"."""
    return [verb.head] if verb.dep_ == "amod" and verb.tag_ == "VBN" else []


def _told(found: Match, slots: Slots) -> list[Token]:
    """What a verbal act is about, behind which its addressee may stand: "rejected *the offer* by Iran"."""
    if found.trigger.pos == "noun":
        return list(slots.get("of", ()))
    return [*found.fixed, *slots.get("object", ()), *slots.get("for", ()), *slots.get("to", ())]


def _meant(targets: list[Token], found: Match, slots: Slots, words: Words) -> list[Token]:
    """Who a verbal act is aimed at: those behind the things it names, those of its clause, those it is addressed to."""
    targets = [meant for t in targets for meant in behind(t, words)]
    if found.trigger.pos != "verb" or any(is_actor(t, words) for t in targets):
        return targets
    addressed = (t for name in ADDRESSED for t in slots.get(name, ()) if is_actor(t, words))
    return of_clause(found.words[0], words) or list(addressed) or targets


def _sides(agents: list[Token], targets: list[Token], slots: Slots) -> tuple[list[Token], list[Token]]:
    """The two sides of a reciprocal event: subject and "with", "between A and B", "A and B clashed"."""
    if slots.get("between"):
        both = slots["between"]
        return both[:1], both[1:]
    partners = targets or slots.get("with", []) or slots.get("against", [])
    if partners:
        return agents, [t for t in partners if t not in agents]
    return (agents[:1], agents[1:]) if len(agents) > 1 else (agents, [])


def refine(draft: Draft, words: Words) -> str:
    """The more specific action that the instruments tell: an attack with rockets is shelling."""
    table = words.ontology.refinements.get(draft.action, {})
    doc = words.doc
    signs = [words.instrument(doc[i]) for i in draft.instruments]
    signs += [lemma for i in (*draft.agents, *draft.instruments) for lemma in words.lemmas(doc[i])]
    signs += ["joint"] if _of_several_states(draft, words) else []
    return next((table[sign] for sign in signs if sign and sign in table), draft.action)


def _of_several_states(draft: Draft, words: Words) -> bool:
    """Whether those who act are of two states: "Greek and Omani warships", "Iran and Russia"."""
    near = {t for i in draft.agents for t in (words.doc[i], *words.doc[i].subtree) if t.i <= i}
    entries = (words.entry(t) for t in near)
    return len({entry.country for entry in entries if entry is not None and entry.country}) > 1
