"""An act and its effects in one sentence: what a blast rocks is what it hit, whom it kills is killed by who set it off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.extraction.noun_slots import counted_by
from kg.language.clauses import surface_subjects
from kg.language.grammar import CIRCUMSTANCE
from kg.language.tree import children, partitive
from kg.language.voice import is_passive
from kg.ontology import Ontology
from kg.ontology.groupings import HARMS
from kg.ontology.word_classes import word_class

#: what an act brings about
RESULTS = HARMS | {"Displacement"}
FREEING = frozenset({"PrisonerRelease", "Rescue"})
#: how an act is told in which somebody can have been harmed: "foiled *an attack*, killing the bomber" is no such one
UNDENIED = frozenset({"asserted", "alleged"})
SAYING = word_class("speech") | word_class("claiming")
#: tokens between the noun and the verb of one act up to which both are its trigger ("the explosion rocked")
REACH = 6


def with_effects(drafts: Sequence[Draft], doc: Doc, ontology: Ontology) -> list[Draft]:
    """Tell once what a verb says again of the act that its subject names: "the **blast** hit *a school*"."""
    at = {draft.head: draft for draft in drafts}
    done: dict[int, Draft] = {}
    gone: set[int] = set()
    for draft in drafts:
        cause = _absorbing(draft, at, doc, ontology)
        if cause is not None:
            done[cause.head] = _hit(done.get(cause.head, cause), draft, doc)
            gone.add(draft.head)
    return [done.get(draft.head, draft) for draft in drafts if draft.head not in gone]


def _absorbing(draft: Draft, at: Mapping[int, Draft], doc: Doc, ontology: Ontology) -> Draft | None:
    """The act that a verb tells once more, with whom and what it hit."""
    subject = [t.i for t in surface_subjects(doc[draft.head]) if t.i in at and t.i != draft.head]
    cause = at.get(draft.cause if draft.cause is not None else next(iter(subject), -1))
    if cause is None or draft.verb != draft.head or cause.reciprocal or abs(draft.head - cause.head) > REACH:
        return None
    if ontology.is_a(draft.action, "Repel"):
        return None  # "the *attack* was **repelled** by the army"
    return cause if all(ontology.is_a(act.action, "Attack") for act in (draft, cause)) else None


def _hit(act: Draft, effect: Draft, doc: Doc) -> Draft:
    """An act with what its effect says: whom and what it hit, where and when, and whether it is told as true."""
    governs = act.verb is None and doc[effect.head].is_ancestor(doc[act.head])
    return replace(
        act,
        start=min(act.start, effect.start),
        end=max(act.end, effect.end),
        verb=effect.head if governs else act.verb,
        agents=act.agents or effect.agents,
        targets=tuple(dict.fromkeys(t for t in (*act.targets, *effect.targets) if t not in act.agents)),
        instruments=act.instruments or effect.instruments,
        places=tuple(dict.fromkeys((*act.places, *effect.places))),
        status=effect.status if act.status == "asserted" else act.status,
        cue=effect.cue if act.status == "asserted" else act.cue,
    )


def with_doers(drafts: Sequence[Draft], doc: Doc, ontology: Ontology) -> list[Draft]:
    """Leave out who does not do what a participle tells: "*the hall* was bombed, **killing** 12", "*Soldiers* hunted ...".

    Those who suffer an act are not the ones who kill in it, and a participle behind a whole sentence may hang too high:
    "Soldiers hunted the boy who set off a bomb, **wounding** four" tells of the bomb.
    """
    acts = {d.head: d for d in drafts if ontology.actions[d.action].plover in {"ASSAULT", "COERCE"}}
    told = {d.head for d in drafts}
    return [
        _with_doer(d, acts, told, doc, ontology) if any(ontology.is_a(d.action, h) for h in RESULTS) else d
        for d in drafts
    ]


def with_circumstances(drafts: Sequence[Draft], doc: Doc, ontology: Ontology) -> list[Draft]:
    """Give an act in which something else was done those who did that: "**seized** *two men* in a **raid** on a mill".

    Who makes an arrest did so in a raid of his own, and in no bombing.
    """
    deeds = {
        d.head: d
        for d in drafts
        if d.verb == d.head and (ontology.actions[d.action].plover in {"ASSAULT", "COERCE"} or d.action in FREEING)
    }
    return [_in_which(d, deeds, doc, ontology) for d in drafts]


def _in_which(draft: Draft, deeds: Mapping[int, Draft], doc: Doc, ontology: Ontology) -> Draft:
    noun = counted_by(doc[draft.head]) or doc[draft.head]
    way = noun.head
    deed = deeds.get(way.head.i) if noun.dep_ == "pobj" and way.lower_ in CIRCUMSTANCE and way.dep_ == "prep" else None
    open_ = draft.rule == "nominal" and not draft.agents and not draft.reciprocal and draft.status == "asserted"
    if deed is None or not open_ or ontology.actions[draft.action].plover not in {"ASSAULT", "COERCE"}:
        return draft
    searching = ontology.is_a(draft.action, "Raid") or ontology.is_a(draft.action, "Offensive")
    if is_passive(way.head) or (ontology.is_a(deed.action, "Arrest") and not searching):
        return draft
    return replace(draft, agents=tuple(i for i in deed.agents if i not in draft.targets))


def _with_doer(draft: Draft, acts: Mapping[int, Draft], told: Set[int], doc: Doc, ontology: Ontology) -> Draft:
    governor = result_of(doc[draft.head])
    if governor is None:
        return draft
    # what a deed of another kind is done to: "ended *the siege*, **killing** four"
    ended = {c.i for c in governor.children if c.dep_ == "dobj" and governor.i in told}
    if governor.i in acts and acts[governor.i].reciprocal:  # "two gangs clashed, **leaving** five dead"
        return draft if _are_opponents(draft, acts[governor.i], doc) else replace(draft, agents=())
    if governor.i in acts:
        own = not is_passive(governor) and doc[draft.head].head.lemma_.lower() not in SAYING
        return draft if own else replace(draft, agents=acts[governor.i].agents)
    between = [acts[i] for i in sorted(acts) if governor.i < i < draft.head and _can_harm(acts[i], ontology)]
    between = [act for act in between if act.head not in ended]
    return replace(draft, agents=between[-1].agents, cause=between[-1].head) if between else draft


def _are_opponents(harm: Draft, clash: Draft, doc: Doc) -> bool:
    """Whether those harmed are the side that another clashed with: "clashed with *bandits*, **killing** three of *them*"."""
    sides = {doc[i].lemma_.lower() for i in clash.targets}
    return bool(sides and clash.agents and harm.targets) and all(
        token.lower_ in {"them", "him"} or token.lemma_.lower() in sides
        for token in (partitive(doc[i]) or doc[i] for i in harm.targets)
    )


def _can_harm(act: Draft, ontology: Ontology) -> bool:
    """Whether people can have been harmed in an act: it was done, and is no harm itself."""
    violent = ontology.actions[act.action].plover == "ASSAULT"
    return violent and act.status in UNDENIED and act.action not in HARMS


def result_of(verb: Token) -> Token | None:
    """The verb that a participle of result hangs on, also as the second of two: "killing 12 and **wounding** 30".

    A saying put in between is none: "**shelled** a clinic, *activists say*, **killing** two".
    """
    while verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.pos_ == "VERB":
        verb = verb.head
    own = any(c.dep_ in {"nsubj", "mark"} for c in verb.children)
    above = verb.head if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not own else None
    return above if above is None else put_between(above) or above


def put_between(saying: Token) -> Token | None:
    """The verb of what a saying behind it only reports: "they **shelled** it, *witnesses said*, killing two"."""
    if saying.lemma_.lower() not in SAYING:
        return None
    told = saying.head if saying.dep_ == "parataxis" else next(iter(children(saying, "ccomp")), None)
    return told if told is not None and told.i < saying.i else None
