"""Who a word before a noun of violence stands for: "the *guerrilla* attack" of an incident that *FMLN guerrillas* did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Actor, Event, Span


def named_in_full(events: Sequence[Event]) -> list[Event]:
    """Give agents that one word describes those of their incident who are told by the same word in the plural."""
    told: dict[str, list[Actor]] = {}
    for event in events:
        told.setdefault(event.incident, []).extend(event.agents)
    return [_in_full(event, told[event.incident]) for event in events]


def _in_full(event: Event, told: Sequence[Actor]) -> Event:
    agents = tuple(_meant(agent, told) if _describes(agent) else agent for agent in event.agents)
    return event if agents == event.agents else replace(event, agents=agents)


def _describes(actor: Actor) -> bool:
    """Whether somebody is told by one bare noun in the singular, as before another: "*rebel* fire"."""
    word = actor.text
    return word == actor.head.text and word.islower() and word.isalpha() and actor.antecedent is None


def _meant(actor: Actor, told: Sequence[Actor]) -> Actor:
    """The actor with whom he stands for: the nearest of the incident who are of the same word and kind."""
    fitting = [
        other
        for other in told
        if other.head.text.lower().split()[-1:] == [f"{actor.text}s"]
        and other.kind == actor.kind
        and (other.id == actor.id or not actor.id or not other.id)
    ]
    if not fitting:
        return actor
    other = min(fitting, key=lambda a: abs(a.start - actor.start))
    antecedent = other.antecedent or Span(other.start, other.end, other.text)
    return replace(other, start=actor.start, end=actor.end, text=actor.text, head=actor.head, antecedent=antecedent)
