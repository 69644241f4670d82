"""Events that other events are about: "praised the strike" is praise of those who struck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Actor, Event, Span
from kg.ontology.groupings import DEEDS

#: acts about one's own deed or none, behind which nobody else is: "no group **claimed** *the blast*, blamed on the rebels"
OWN = frozenset({"ClaimOfResponsibility", "Denial"})


def resolve(events: Sequence[Event]) -> list[Event]:
    """Put the agents of an incident in the place of a target that names it; without agents told for certain nothing changes."""
    agents: dict[str, tuple[Actor, ...]] = {}
    for event in events:
        known = tuple(a for a in event.agents if a.id) if event.status == "asserted" else ()
        agents[event.incident] = agents.get(event.incident) or known
    return [replace(_placed(event, events), targets=_targets(event, events, agents)) for event in events]


def _placed(event: Event, events: Sequence[Event]) -> Event:
    """An act of force against another one is where that was: "**thwarted** an attack on *the base*"."""
    if event.places or event.plover not in DEEDS:
        return event
    met = (e for e in events if e is not event and e.plover == event.plover and e.places)
    where = next((e.places for e in met if any(_names(target, e) for target in event.targets)), ())
    return replace(event, places=where)


def _targets(event: Event, events: Sequence[Event], agents: dict[str, tuple[Actor, ...]]) -> tuple[Actor, ...]:
    if event.action in OWN:
        return event.targets
    out: list[Actor] = []
    for target in event.targets:
        told = next((e for e in events if e is not event and target.id is None and _names(target, e)), None)
        behind = (_own(told) or agents.get(told.incident, ())) if told is not None else ()
        behind = tuple(a for a in behind if all(a.start != own.start for own in event.agents))  # who brokered "a truce"
        out.extend(_as_told(target, agent) for agent in behind)
        if not behind:
            out.append(target)
    return tuple(out)


def _own(event: Event) -> tuple[Actor, ...]:
    """Who does it by its own words; nobody where they deny it."""
    return () if event.status == "denied" else event.agents


def _names(target: Actor, event: Event) -> bool:
    return event.trigger.start <= target.head.start and target.head.end <= event.trigger.end


def _as_told(target: Actor, agent: Actor) -> Actor:
    """The agent, in the words of the target."""
    antecedent = agent.antecedent or Span(agent.start, agent.end, agent.text)
    return replace(
        agent,
        start=target.start,
        end=target.end,
        text=target.text,
        head=target.head,
        antecedent=antecedent,
        number=None,
    )
