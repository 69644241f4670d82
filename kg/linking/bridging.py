"""Who acts in a list of means: "Attempts to stop the convoy included a call ..., then a show of force, then warning shots".

The acts have no agent of their own.  Whoever is told, earlier in the text and without contradiction, to have acted against that
very convoy is the one who attempted to stop it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.language.tree import OBJECTS, child, with_conjuncts
from kg.linking.actors import ActorReader
from kg.model import Actor, Event, Span

ATTEMPTS = frozenset({"attempt", "effort", "measure", "step", "move", "bid"})
LISTING = frozenset({"include", "comprise", "involve", "consist", "be"})


def bridge(doc: Doc, drafts: Sequence[Draft], events: Sequence[Event], actors: ActorReader) -> list[Event]:
    """Give acts that are told as means of an attempt against X the agent that acted against X before."""
    return [
        _bridged(doc, draft, event, events[:n], actors)
        for n, (draft, event) in enumerate(zip(drafts, events, strict=True))
    ]


def _bridged(doc: Doc, draft: Draft, event: Event, before: Sequence[Event], actors: ActorReader) -> Event:
    aim = None if event.agents else _aim(doc[draft.head])
    if aim is None:
        return event
    aimed_at = actors.actor(aim, acting=False)
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


def _aim(token: Token) -> Token | None:
    """The object of the attempt that a noun is told to be a means of."""
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"} and t.lemma_ in LISTING), None)
    attempt = child(verb, "nsubj") if verb is not None else None
    if attempt is None or attempt.lemma_.lower() not in ATTEMPTS:
        return None
    clause = child(attempt, "acl")
    objects = with_conjuncts(c for c in clause.children if c.dep_ in OBJECTS) if clause is not None else []
    return objects[0] if objects else None


def _same(one: Actor, other: Actor) -> bool:
    if other.antecedent is not None and other.antecedent.start <= one.head.start < other.antecedent.end:
        return True
    return one.head.text.lower() == other.head.text.lower() and (one.id, one.name) == (other.id, other.name)
