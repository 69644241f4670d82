"""Who and what fills the roles of an event: from the slots of its trigger to agents, targets, instruments and places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.addressees import behind, if_they, is_actor, of_clause, of_content
from kg.extraction.copulas import is_ruled_out
from kg.extraction.drafts import Draft
from kg.extraction.faced import faced
from kg.extraction.fighters import fighters
from kg.extraction.members import dead, members
from kg.extraction.noun_slots import is_time
from kg.extraction.participants import (
    author,
    can_be_hit,
    listed,
    owners,
    sayers,
    split_agents,
    who,
    writers,
)
from kg.extraction.parts import sites, wholes
from kg.extraction.refining import is_joint, of_several_states, refine
from kg.extraction.scenes import is_scene
from kg.extraction.slots import Slots
from kg.extraction.sufferers import HARMED
from kg.extraction.suspects import suspects, suspicion_of
from kg.extraction.triggers import Match
from kg.extraction.weapons import filling, weapons, wielders
from kg.extraction.words import Words
from kg.language.tree import children, first_conjunct, lemma, partitive, prepositional, with_conjuncts
from kg.ontology.groupings import APPROVAL, CAPTURES, DEEDS, HARMS

#: prepositions of those whom a verbal act addresses, where its object is a thing ("refused *admittance* to refugees")
ADDRESSED = ("to", "with", "from", "against", "toward", "towards")
TO_WHOM = ("to", "with", "from")
#: what is had from somebody and not of them: "supports *independence* from Portugal"
APART = frozenset(
    {"independence", "secession", "separation", "autonomy", "withdrawal", "exit", "freedom", "protection", "relief"}
)
#: what many do at once, in the land that has it: "Kenya's *riots*"
UNREST = frozenset({"Protest", "Riot", "Violence", "MobViolence"})
MASS = frozenset({"violence", "unrest", "turmoil", "bloodshed", "rioting"})
#: types of acts that a word before their noun tells the kind of, and not the doer: "*military* **aid**"
DEALINGS = frozenset({"AID", "COOPERATE", "AGREE", "SUPPORT", "CONSULT"})
#: who can lose ground: "recaptured Bama from *Boko Haram*"
FIGHTING = frozenset({"armed", "rebel", "state"})
#: slots of what is hit by what goes off
GOING_OFF = frozenset({"inside", "beneath"})


def first(names: Iterable[str], slots: Slots, _: Words | None = None) -> list[Token]:
    """The first of some slots that holds anything."""
    return next((slots[name] for name in names if slots.get(name)), [])


def _actors_first(names: Sequence[str], slots: Slots, words: Words) -> list[Token]:
    """The first slot that holds somebody, else the first that holds anything: "hosted *the premier* for a meeting"."""
    held = [slots[name] for name in names if any(is_actor(t, words) for t in slots.get(name, ()))]
    held += [slots[name] for name in names if any(behind(t, words) != [t] for t in slots.get(name, ()))]
    return next(iter(held), None) or first(names, slots)


def with_roles(draft: Draft, found: Match, slots: Slots, words: Words) -> Draft:
    """Fill the roles of a draft from the slots of its trigger and of the verb that carries it."""
    trigger = found.trigger
    own = _own_words(found, words)
    agents, suspicion = _agents(found, slots, own, words)
    slots = {
        name: [t for t in tokens if (t not in own or name == "tool") and not is_time(t, words)]
        for name, tokens in slots.items()
    }
    verbal_act = words.ontology.actions[trigger.action].plover not in DEEDS
    targets = _targets(found, slots, agents, words)
    between = verbal_act and trigger.pos == "noun" and not agents and len(slots.get("between", ())) > 1
    if trigger.reciprocal or draft.reciprocal or between:
        draft = replace(draft, reciprocal=True)
        agents, targets = _sides(agents, targets, slots, words)
        if trigger.pos == "noun" and not verbal_act and targets and not agents:
            agents = [t for t in fighters(found.words[0], words) if t not in targets]
    kept, moved, cause = split_agents(listed(agents, words), words, draft)
    if not targets and is_joint(draft.action, words) and of_several_states(kept, words):
        draft = replace(draft, reciprocal=True)  # "*Indian and Omani firms* **signed contracts**"
    if draft.action == "Ceasefire" and draft.reciprocal and len(kept) == 1 and not targets:
        draft = replace(draft, reciprocal=False)  # "the rebels declared a ceasefire"
    if verbal_act and draft.action != "Riot":  # "threw stones at *cars* in Lesk"
        targets = _meant(targets, found, slots, words)
    elif GOING_OFF.issubset(trigger.target) and not targets:
        targets = sites(slots, words)
    if not verbal_act and not targets and not kept:
        targets = _described(found.words[0])
    targets = [m for t in (targets if verbal_act else wholes(targets, words)) for m in members(t)] or dead(own)
    targets = [t if verbal_act else _whose_body(t, words) for t in targets]
    targets = _fitting([t for t in targets if t not in kept], own, draft, words)
    kind = words.ontology.actions[trigger.action].plover
    against = faced(found.words[0], slots, kept, kind, words, bool(targets))
    targets += [t for t in against if t not in targets]
    tools = list(dict.fromkeys(_instruments(found, slots, moved, words)))
    if GOING_OFF.issubset(trigger.target) and not kept:
        kept = [t for tool in tools for t in wielders(tool, words)]
    draft = replace(
        draft,
        agents=tuple(t.i for t in kept),
        targets=tuple(t.i for t in targets),
        instruments=tuple(t.i for t in tools),
        places=tuple(t.i for t in first(trigger.place, slots) or _lands(found, slots, words)),
        cause=cause,
        suspicion=suspicion.i if suspicion is not None and kept else None,
    )
    return replace(draft, action=refine(draft, words))


def _own_words(found: Match, words: Words) -> set[Token]:
    """The words of a trigger that fill no role of it; a noun before a deed may: "*guerrilla* **attack**", not "military aid"."""
    head = found.words[0]
    before = found.trigger.pos == "noun" and words.ontology.actions[found.trigger.action].plover not in DEALINGS
    return {t for t in found.words if t == head or not (before and t.i < head.i and words.role(t))}


def _targets(found: Match, slots: Slots, agents: list[Token], words: Words) -> list[Token]:
    """Candidates for whom an event befalls or an act is aimed at: the trigger's own slots, those behind what it tells."""
    verbal_act = words.ontology.actions[found.trigger.action].plover not in DEEDS
    names = [n for n in found.trigger.target if n != "against" or not _has_object(found, slots, words)]
    wanted = slots.get("suffered") or (_actors_first if verbal_act else first)(names, slots, words)
    head = found.words[0]
    targets = [
        t for t in listed(wanted, words) if t not in agents and not (t.dep_ == "compound" and _is_land(t, head, words))
    ]
    makers = [
        t
        for word in found.fixed
        for t in behind(word, words, met=_meets(found, words))
        if t != word and t not in agents
    ]
    if verbal_act and makers and not any(is_actor(m, words) for t in targets for m in behind(t, words)):
        return makers  # "rejected a *Polish* **offer** of grain"
    if verbal_act and not targets and (hung := _hung_on_object(found, slots)):
        return [t for t in hung if t not in agents]
    if verbal_act and not targets and found.trigger.target:
        met = _meets(found, words)
        return [t for word in _told(found, slots, words) for t in behind(word, words, met=met) if t != word]
    if found.trigger.action in CAPTURES:
        targets += [t for t in _losers(found, slots, words) if t not in [*targets, *agents]]
    return targets


def _hung_on_object(found: Match, slots: Slots) -> list[Token]:
    """Those of a phrase that the trigger wants and the parse hangs on the object: "built a road for *Lesk*"."""
    wanted = [slot for slot, _ in found.trigger.conditions if slot in found.trigger.target]
    told = [pair for thing in slots.get("object", ()) for pair in prepositional(thing)] if wanted else []
    return [t for name, t in told if name in wanted]


def _whose_body(part: Token, words: Words) -> Token:
    """Who is hit where a part of the body is: "fired three shots into *his* **head**", "slit **the throats** of *families*"."""
    if "body-part" not in words.classes(part):
        return part
    owners = [*children(part, "poss"), *(t for name, t in prepositional(part) if name == "of")]
    return next(iter(owners), part)


def _losers(found: Match, slots: Slots, words: Words) -> list[Token]:
    """Who loses the ground that is taken: "recaptured Bama from *Boko Haram*", "*the army* lost Bentiu to the rebels"."""
    behind_ground = [t for ground in slots.get("object", ()) for name, t in prepositional(ground) if name == "from"]
    left = [*slots.get("from", ()), *behind_ground, *(slots.get("subject", ()) if "to" in found.trigger.agent else ())]
    return [t for t in listed(left, words) if words.classes(t) & FIGHTING]


def _instruments(found: Match, slots: Slots, moved: list[Token], words: Words) -> list[Token]:
    """What an act is done with: what is named beside the trigger, things told as who acts, and what they carry."""
    named = [*slots.get("tool", ()), *first(found.trigger.instrument, slots), *moved]
    named = [t if (whole := partitive(t)) is None else whole for t in named]  # "fired dozens of *rockets*"
    named += [t for t in with_conjuncts(named) if t not in named and words.instrument(t)]  # "stones and *bottles*"
    return [*named, *weapons(slots, words), *(f for t in named for f in filling(t, words))]


def _agents(found: Match, slots: Slots, own: set[Token], words: Words) -> tuple[list[Token], Token | None]:
    """(candidates for who acts, the word that only suspects them).

    They are the carrying verb's subject, the trigger's own slots, the author, those who are blamed.
    """
    head, trigger = found.words[0], found.trigger
    scenes = {t for t in slots.get("compound", ()) if is_scene(t, head, words)} | {*_lands(found, slots, words)}
    agents = slots.get("carrier") or first(trigger.agent, slots)
    agents = [t for t in agents if t not in own | scenes and not is_ruled_out(t)]
    if not agents or agents == [head.head]:  # "a statement *demanding* his release" is somebody's
        agents = author(head, words) or agents
    moving = words.ontology.actions[trigger.action].plover == "MOBILIZE"  # "a *Turkish* troop **build-up**"
    if moving and (lands := slots.get("adjective")) and not slots.get("possessor"):
        agents = lands
    elif trigger.pos == "noun" and agents and agents == slots.get("adjective"):  # "*Colombian rebel* **attacks**"
        agents = [t for t in slots.get("compound", ()) if words.role(t) and t.i > agents[-1].i] or agents
    deed = words.ontology.actions[trigger.action].plover in DEEDS
    if trigger.pos == "verb" and not deed:
        agents = writers(sayers(head, agents, words), words) or owners(found.words[1:], words)
    if agents or not deed:
        return [who(t, head, words) for t in agents], suspicion_of(head, agents, words) if deed else None
    doers, cue = suspects(head, words)
    return [who(t, head, words) for t in doers], cue


def _is_land(token: Token, noun: Token, words: Words) -> bool:
    """Whether a land before a noun is where it was done, which a town may also be hit: "a *Somalia* hotel **siege**"."""
    entry = words.entry(token)
    return entry is not None and entry.country is not None and is_scene(token, noun, words)


def _fitting(targets: list[Token], own: Collection[Token], draft: Draft, words: Words) -> list[Token]:
    """Those of the candidates that an act can be done to."""
    out = [t for t in targets if can_be_hit(t, draft.action, words)]
    out = [
        t for t in out if words.instrument(t) is None or first_conjunct(t) not in own
    ]  # "shells and *rubber bullets*"
    if draft.action in HARMS:  # "left 15 dead and 59 *hurt*"
        out = [t for t in out if t.dep_ != "conj" or t.lower_ not in HARMED] or dead(own)
    if draft.reciprocal:  # "the factions battled with *tanks*"
        out = [t for t in out if (words.instrument(t) is None or words.can_act(t)) and not _is_harm(t, words)]
    return out


def _is_harm(token: Token, words: Words) -> bool:
    """Whether a word counts harm, which is no side of a fight: "clashed in Lesk, with seven *fatalities*"."""
    return "injury" in words.classes(token)


def _lands(found: Match, slots: Slots, words: Words) -> list[Token]:
    """The land of what many do there, which does not do it: "*Kenya's* **riots**"."""
    head, action = found.words[0], found.trigger.action
    many = action in UNREST and (head.tag_ == "NNS" or head.lemma_.lower() in MASS)
    return [t for t in slots.get("possessor", ()) if many and words.is_toponym(t)]


def _described(verb: Token) -> list[Token]:
    """Whom a participle before a noun tells of: "the **assassinated** *candidate*"."""
    return [verb.head] if verb.dep_ == "amod" and verb.tag_ == "VBN" else []


def _told(found: Match, slots: Slots, words: Words) -> list[Token]:
    """What a verbal act is about, behind which its addressee may stand: "rejected *the offer* by Iran"."""
    if found.trigger.pos == "noun":
        return list(slots.get("of", ()))
    behind_it = ("object", "for", "to", "at", "of") if _is_threat(found, words) else ("object", "for", "to", "at")
    return [*found.fixed, *(t for name in behind_it for t in slots.get(name, ()))]


def _meant(targets: list[Token], found: Match, slots: Slots, words: Words) -> list[Token]:
    """Who a verbal act is aimed at: those behind the things it names, those of its clause, those it is addressed to."""
    met = _meets(found, words)
    own = found.words[0].head  # "a *truce* **brokered** by Egypt" is not Egypt's
    targets = [meant for t in targets for meant in (behind(t, words, met=met) if t != own else [t])]
    clause = any(
        c.dep_ == "ccomp" for c in found.words[0].children
    )  # "denied that his men had done it" is against nobody
    if found.trigger.action == "ClaimOfResponsibility" or (found.trigger.action == "Denial" and clause):
        return []  # "claimed it in a statement on *Telegram*"
    told = of_content(found.words, words)
    targets = [*told, *(t for t in targets if t not in told)] if told else targets
    if found.trigger.pos != "verb" or any(is_actor(t, words) for t in targets):
        return targets
    to: tuple[str, ...] = TO_WHOM if _has_object(found, slots, words) else ADDRESSED
    if any(lemma(t) in APART for t in slots.get("object", ())):
        to = tuple(name for name in to if name != "from")
    addressed = (t for name in to for t in slots.get(name, ()) if is_actor(t, words))
    threat = _is_threat(found, words)
    said = of_clause(found.words, words, foretelling=threat) or list(addressed)
    return said or (threat and if_they(found.words[0], words)) or targets


def _meets(found: Match, words: Words) -> bool:
    """Whether an act can be aimed at those whom the thing it is about is against: "threatened *action against Iran*"."""
    return words.ontology.actions[found.trigger.action].plover not in APPROVAL


def _has_object(found: Match, slots: Slots, words: Words) -> bool:
    """Whether an act is about a thing that is against somebody, and not itself: "rejected *sanctions* against Iran".

    "Filed a complaint against Iran" accuses Iran.
    """
    thing = slots.get("object") or (found.fixed and words.ontology.actions[found.trigger.action].plover != "ACCUSE")
    return bool(thing) and not _meets(found, words)


def _is_threat(found: Match, words: Words) -> bool:
    return words.ontology.actions[found.trigger.action].plover == "THREATEN"


def _sides(agents: list[Token], targets: list[Token], slots: Slots, words: Words) -> tuple[list[Token], list[Token]]:
    """The two sides of a reciprocal event: subject and "with", "between A and B", "A and B clashed"."""
    if slots.get("between"):
        both = slots["between"]
        return both[:1], both[1:]
    partners = targets or [t for t in slots.get("with", []) if words.instrument(t) is None] or slots.get("against", [])
    if partners:
        return agents, [t for t in partners if t not in agents]
    return (agents[:1], agents[1:]) if len(agents) > 1 else (agents, [])
