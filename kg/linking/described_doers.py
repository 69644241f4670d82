"""Who a word before a noun stands for: "the *guerrilla* attack", "an *army* drone" of what *FMLN guerrillas* or *an army* did."""

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
    agents = tuple(_meant(agent, told) if _describes(agent) else _owner(agent, told) for agent in event.agents)
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
    return _for(actor, min(fitting, key=lambda a: abs(a.start - actor.start)))


def _owner(actor: Actor, told: Sequence[Actor]) -> Actor:
    """The force that a word before a weapon is short for: "an *army* drone" of what *the Sudanese army* did."""
    words = actor.text.lower().split()
    if actor.id or actor.antecedent is not None or words[1:] == [] or words[-1] != actor.head.text.lower():
        return actor
    called = [a for a in told if a.id and a.kind == actor.kind and a.head.text.lower().split()[-1:] == words[-2:-1]]
    return _for(actor, called[0]) if len({other.id for other in called}) == 1 else actor


def _for(actor: Actor, other: Actor) -> Actor:
    """Somebody in the words of a mention that stands for him."""
    antecedent = other.antecedent or Span(other.start, other.end, other.text)
    return replace(other, start=actor.start, end=actor.end, text=actor.text, head=actor.head, antecedent=antecedent)
