"""How English puts an event into words: from a trigger and its slots to roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.slots import Slots, support
from kg.extraction.triggers import Match, span_of
from kg.extraction.words import Words
from kg.language.tree import child, is_passive, prepositional, surface_subjects, with_conjuncts

NEVER_ACTORS = frozenset(
    {"abstract", "time", "document", "meeting", "relation", "body-part", "incident", "measure", "injury", "crime"}
)
#: PLOVER types of deeds; the others are said or agreed
DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
MEANT = ("by", "with", "of", "between", "to", "in", "from", "for", "on")
TANGIBLE = frozenset(
    {"person", "actor", "armed", "civilian", "place", "area", "facility", "vehicle", "infrastructure", "goods"}
)
VAGUE = frozenset(
    "you other others anyone anybody everyone everybody something anything everything nothing which what that this".split()
)
#: verbs that tell the harm done in an event: "were killed in an attack"
#: tokens between a nominal event and its verb up to which both are the trigger ("launched a large offensive")
REACH = 6
CARRIED = {"suffer": "suffered", "claim": "claimed"}
HARMING = frozenset("kill wound injure hurt die perish".split())
TOOL_PREPOSITIONS = ("with", "by", "using", "from", "in")


def verbal(found: Match, words: Words) -> Draft:
    """*The army* **shelled** *the town* with *mortars*; *the town* was **shelled** by *the army*."""
    verb, trigger, slots = found.words[0], found.trigger, found.slots
    start, end = span_of(found.words)
    draft = Draft(
        verb.i,
        start,
        end,
        trigger.action,
        _verb_rule(verb, found),
        verb=verb.i,
        weak=trigger.weak,
        reciprocal=trigger.reciprocal,
    )
    return _with_roles(draft, found, slots, words)


def nominal(found: Match, words: Words) -> Draft:
    """*Israel's* **attack** on *the base*; *rebels* launched an **attack** on *the base*; *the base* came under **attack**."""
    noun, trigger = found.words[0], found.trigger
    start, end = span_of(found.words)
    slots, rule, verb = dict(found.slots), "nominal", None
    carried = support(noun, words.ontology.qualifiers["support"])
    if carried is not None:
        kind, carrier, more = carried
        harmed = kind == "suffer" and carrier.lemma_.lower() in HARMING
        verb, rule = carrier.i, "circumstance" if harmed else CARRIED.get(kind, "support-verb")
        if not harmed and abs(carrier.i - noun.i) <= REACH:
            start, end = min(start, carrier.i), max(end, carrier.i + 1)
        slots = _carried_slots("suffer" if harmed else kind, noun, slots, more)
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
    carriers = [t for t in more.get("subject", []) if t != noun]
    if carriers:
        out["carrier"] = carriers
    for name, tokens in more.items():
        if name not in {"subject", "object"} and name not in out:
            out[name] = [t for t in tokens if t != noun]
    return out


def adjectival(found: Match, words: Words) -> Draft:
    """*Five civilians* were **dead**; *two* **wounded** soldiers."""
    word, trigger = found.words[0], found.trigger
    start, end = span_of(found.words)
    who: list[Token] = []
    if word.dep_ == "amod":
        who = [word.head]
    elif word.dep_ in {"acomp", "oprd"}:
        subject = child(word.head, "dobj") or child(word.head, "nsubj", "nsubjpass")
        who = [subject] if subject is not None else []
    draft = Draft(word.i, start, end, trigger.action, "adjective", weak=trigger.weak)
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


def _first(names: Iterable[str], slots: Slots) -> list[Token]:
    return next((slots[name] for name in names if slots.get(name)), [])


def _with_roles(draft: Draft, found: Match, slots: Slots, words: Words) -> Draft:
    trigger = found.trigger
    own = {
        t
        for t in found.words
        if t == found.words[0] or not (trigger.pos == "noun" and t.i < found.words[0].i and words.role(t))
    }
    agents = slots.get("carrier") or _first(trigger.agent, slots)
    agents = [t for t in agents if t not in own] or _author(found.words[0], words)
    agents = [_who(t, found.words[0], words) for t in agents]
    slots = {name: [t for t in tokens if t not in own and not _is_time(t, words)] for name, tokens in slots.items()}
    targets = [t for t in slots.get("suffered") or _first(trigger.target, slots) if t not in agents]
    verbal_act = words.ontology.actions[trigger.action].plover not in DEEDS
    if verbal_act and not targets:
        told = [*found.fixed, *(slots.get("object", ()) if trigger.pos == "verb" else ())]
        targets = [t for word in told for t in _behind(word, words) if t != word]
    if trigger.reciprocal or draft.reciprocal:
        agents, targets = _sides(agents, targets, slots)
    tools = [*slots.get("tool", ()), *_first(trigger.instrument, slots), *_tools(slots, words)]
    kept, moved, cause = _split_agents(agents, words, draft)
    tools = list(dict.fromkeys([*tools, *moved]))
    if verbal_act:
        targets = [behind for t in targets for behind in _behind(t, words)]
        if trigger.pos == "verb" and not any(
            words.can_act(t) or words.is_toponym(t) or t.pos_ == "PROPN" for t in targets
        ):
            targets = _of_clause(found.words[0], words) or targets
    targets = [t for t in targets if t not in kept and _can_be_hit(t, trigger.action, words)]
    draft = replace(
        draft,
        agents=tuple(t.i for t in kept),
        targets=tuple(t.i for t in targets),
        instruments=tuple(t.i for t in tools),
        places=tuple(t.i for t in _first(trigger.place, slots)),
        cause=cause,
    )
    return replace(draft, action=refine(draft, words))


def _who(token: Token, verb: Token, words: Words) -> Token:
    """The person or body that "who" stands for, where the clause hangs on a thing: "a call to *the Russians*, who ..."."""
    clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
    if clause is None or clause.head != token or words.can_act(token):
        return token
    if not any(c.lower_ in {"who", "whom"} for c in clause.children):
        return token
    return next((t for t in reversed(token.doc[token.i : clause.i]) if words.can_act(t) and t.pos_ != "PRON"), token)


def _author(verb: Token, words: Words) -> list[Token]:
    """Who issued the words that a participle tells of: "the group issued a statement *demanding* ..."."""
    noun = verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and "document" in words.classes(noun) and noun.head.pos_ == "VERB":
        return surface_subjects(noun.head)
    return []


def _of_clause(verb: Token, words: Words) -> list[Token]:
    """Whom a demand or threat concerns: the subject of its clause, else the actors that its infinitive names."""
    for clause in (c for c in verb.children if c.dep_ in {"ccomp", "xcomp"}):
        subjects = [t for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} for t in with_conjuncts([c])]
        if clause.dep_ == "ccomp" and subjects:
            return [t for t in subjects if words.can_act(t) or t.pos_ == "PROPN" or words.is_toponym(t)]
        for token in clause.subtree:
            if token.dep_ in {"dobj", "pobj", "poss"} and (
                words.name(token) or (token.pos_ == "PROPN" and words.can_act(token))
            ):
                return with_conjuncts([token])
    return []


def _is_time(token: Token, words: Words) -> bool:
    return token.ent_type_ in {"DATE", "TIME"} or "time" in words.classes(token)


def _behind(token: Token, words: Words, depth: int = 0) -> list[Token]:
    """Who is meant by the object of a verbal act: "criticised *Israel's* policy", "welcomed the accord with *Iran*"."""
    if words.can_act(token) or words.is_toponym(token) or token.pos_ in {"PROPN", "PRON"} or depth > 3:
        return [token]
    if _is_violence(token, words) and any(n == "by" for n, _ in prepositional(token)):
        return [token]
    named = [
        c
        for c in token.children
        if c.dep_ in {"poss", "amod", "compound", "nmod"} and (words.name(c) or c.pos_ == "PROPN")
    ]
    if named:
        return with_conjuncts(named[-1:])
    for name, item in prepositional(token):
        if (
            name in MEANT
            and not words.classes(item) & {"time"}
            and not (name in {"on", "of"} and _is_violence(token, words))
        ):
            found = _behind(item, words, depth + 1)
            if any(words.can_act(t) or words.is_toponym(t) or t.pos_ == "PROPN" for t in found):
                return with_conjuncts(found) if len(found) == 1 else found
    return [token]


def _can_be_hit(token: Token, action: str, words: Words) -> bool:
    """Whether a noun phrase can be what an act is directed at; violence is done to people, places and things."""
    classes = words.classes(token)
    if words.ontology.is_a(action, "Repel") and _is_event(token, words):
        return True
    if words.ontology.actions[action].plover != "ASSAULT" or words.name(token) or words.is_toponym(token):
        return True
    if token.lower_ in VAGUE:
        return False
    return bool(classes & TANGIBLE) or not (classes & NEVER_ACTORS or _is_event(token, words))


def _sides(agents: list[Token], targets: list[Token], slots: Slots) -> tuple[list[Token], list[Token]]:
    """The two sides of a reciprocal event: subject and "with", "between A and B", "A and B clashed"."""
    if slots.get("between"):
        both = slots["between"]
        return both[:1], both[1:]
    partners = targets or slots.get("with", []) or slots.get("against", [])
    if partners:
        return agents, [t for t in partners if t not in agents]
    return (agents[:1], agents[1:]) if len(agents) > 1 else (agents, [])


def _tools(slots: Slots, words: Words) -> list[Token]:
    return [t for name in TOOL_PREPOSITIONS for t in slots.get(name, ()) if words.instrument(t)]


def _split_agents(agents: list[Token], words: Words, draft: Draft) -> tuple[list[Token], list[Token], int | None]:
    """(actors, things that are instruments, the event noun that caused it) among the candidates for agent."""
    kept, tools = [], []
    cause = None
    for token in agents:
        kind = words.instrument(token)
        if words.name(token) is None and kind is not None and not words.role(token):
            tools.append(token)
            if kind in words.ontology.nouns.operators and _owned(token, words):
                kept.append(token)
        elif _is_event(token, words):
            cause = token.i
        elif _may_act(token, words):
            kept.append(token)
    return kept, tools, cause


def _owned(token: Token, words: Words) -> bool:
    """Whether it is told whose a weapon is: "Russian warplanes", "tanks of the army"."""
    whose = [*token.children, *(t for name, t in prepositional(token) if name in {"of", "from"})]
    near = [k for c in whose for k in (c, *c.children)]
    return any(words.name(t) is not None or words.role(t) is not None for t in near)


def _may_act(token: Token, words: Words) -> bool:
    """Whether a noun phrase may be somebody who acts: known, named, described by a name, or an unknown word for people."""
    if words.name(token):
        return True
    if words.classes(token) & NEVER_ACTORS:
        return False
    if words.can_act(token) or words.is_toponym(token) or token.pos_ in {"PROPN", "PRON"} or token.ent_type_:
        return True
    if any(words.name(c) for c in token.children if c.dep_ in {"amod", "compound", "poss", "nmod"}):
        return True
    return not words.common(token) and token.pos_ == "NOUN"


def _is_violence(token: Token, words: Words) -> bool:
    """Whether a noun tells violence: who is condemned for it is its agent, not those it was done to."""
    found = words.ontology.triggers.get(("noun", token.lemma_.lower()), ())
    plain = [t for t in found if len(t.words) == 1]
    return any(words.ontology.actions[t.action].plover == "ASSAULT" for t in plain)


def _is_event(token: Token, words: Words) -> bool:
    """Whether a common noun is itself a trigger ("the explosion killed 12")."""
    if token.pos_ != "NOUN" or words.classes(token) & {"actor", "person", "armed"}:
        return False
    return ("noun", token.lemma_.lower()) in words.ontology.triggers


def refine(draft: Draft, words: Words) -> str:
    """The more specific action that the instruments tell: an attack with rockets is shelling."""
    table = words.ontology.refinements.get(draft.action, {})
    doc = words.doc
    signs = [words.instrument(doc[i]) for i in draft.instruments]
    signs += [lemma for i in (*draft.agents, *draft.instruments) for lemma in words.lemmas(doc[i])]
    return next((table[sign] for sign in signs if sign and sign in table), draft.action)
