"""Who acts in a list of means: "*Russia's* response included **air strikes** and **shelling**".

The acts have no agent of their own.  It is whose the whole is that they are means of; an attempt against somebody that is
nobody's ("Attempts to stop the convoy included ...") is of whoever is told, earlier and without contradiction, to have
acted against that very target.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.extraction.noun_slots import noun_slots
from kg.language.grammar import OBJECTS
from kg.language.tree import child, first_conjunct, with_conjuncts
from kg.linking.actors import ActorReader
from kg.model import Actor, Event, Span
from kg.ontology.groupings import HARMS

ATTEMPTS = frozenset({"attempt", "effort", "measure", "step", "move", "bid"})
LISTING = frozenset({"include", "comprise", "involve", "consist", "feature", "be"})
#: slots of a noun that tell whose it is
OWNERS = ("possessor", "adjective", "compound", "by")


def bridge(doc: Doc, drafts: Sequence[Draft], events: Sequence[Event], actors: ActorReader) -> list[Event]:
    """Give acts that are told as means of a whole the agent of the whole."""
    return [
        event if event.agents or event.action in HARMS else _bridged(doc[draft.head], event, events[:n], actors)
        for n, (draft, event) in enumerate(zip(drafts, events, strict=True))
    ]


def _bridged(token: Token, event: Event, before: Sequence[Event], actors: ActorReader) -> Event:
    whole = _whole(token)
    if whole is None:
        return event
    slots = noun_slots(whole, actors.words)
    owners = [t for name in OWNERS for t in slots.get(name, ()) if actors.words.can_act(t)]
    if owners:
        told = tuple(a for t in owners for a in actors.actors(t, acting=True))
        return replace(event, agents=told, rule="bridged")
    aim = _aim(whole)
    return event if aim is None else _against(event, actors.actor(aim, acting=False), before)


def _against(event: Event, aimed_at: Actor, before: Sequence[Event]) -> Event:
    """The event with the one agent that acted against its aim before, if there is one alone."""
    agents = {
        a.id: a
        for e in before
        if e.status == "asserted"
        for a in e.agents
        if a.id and any(_same(t, aimed_at) for t in e.targets)
    }
    if len(agents) != 1:
        return event
    agent = next(iter(agents.values()))
    told = replace(agent, antecedent=agent.antecedent or Span(agent.start, agent.end, agent.text))
    return replace(event, agents=(told,), targets=event.targets or (aimed_at,), rule="bridged")


def _whole(token: Token) -> Token | None:
    """The subject of the listing verb that a noun is object or complement of: "*response* included strikes"."""
    node = token
    while node.dep_ in {"conj", "pobj", "prep", "dobj", "attr", "pcomp"} and node.head != node:
        node = node.head
        if node.pos_ in {"VERB", "AUX"}:
            break
    if node == token or node.lemma_ not in LISTING:
        return _listed(token)
    inside = node.lemma_ == "be" and first_conjunct(token).dep_ != "attr"  # "was the target of *an attack*"
    return None if inside else child(node, "nsubj")


def _listed(token: Token) -> Token | None:
    """The subject of a listing verb somewhere above, in a long list that the parse hangs together otherwise."""
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"} and t.lemma_ in LISTING), None)
    whole = child(verb, "nsubj") if verb is not None else None
    return whole if whole is not None and whole.lemma_.lower() in ATTEMPTS else None


def _aim(attempt: Token) -> Token | None:
    """The object of the infinitive of an attempt: "attempts to stop *the convoy*"."""
    clause = child(attempt, "acl") if attempt.lemma_.lower() in ATTEMPTS else None
    objects = with_conjuncts(c for c in clause.children if c.dep_ in OBJECTS) if clause is not None else []
    return objects[0] if objects else None


def _same(one: Actor, other: Actor) -> bool:
    if other.antecedent is not None and other.antecedent.start <= one.head.start < other.antecedent.end:
        return True
    return one.head.text.lower() == other.head.text.lower() and (one.id, one.name) == (other.id, other.name)
