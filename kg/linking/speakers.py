"""Who "we" is inside a quotation: the one who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Actor, Attribution, Event, Span

FIRST_PERSON = frozenset({"we", "us", "our", "ours", "i", "me", "my"})


def resolve_speakers(events: Sequence[Event], sayings: Sequence[Attribution]) -> list[Event]:
    """Put the source of the innermost attribution in the place of a first-person pronoun of an event."""
    return [_nameless(_resolved(event, sayings) if event.attribution else event) for event in events]


def _nameless(event: Event) -> Event:
    """Leave out of violence a first person of whom it is not told who speaks: nobody can be named."""
    if event.plover != "ASSAULT":
        return event
    agents = tuple(a for a in event.agents if a.antecedent or a.id or a.head.text.lower() not in FIRST_PERSON)
    return replace(event, agents=agents) if len(agents) < len(event.agents) else event


def _resolved(event: Event, sayings: Sequence[Attribution]) -> Event:
    inner = min((sayings[i] for i in event.attribution), key=lambda a: a.content.end - a.content.start)
    source = inner.source_actor
    if source is None or not (source.id or source.name):
        return event
    agents = tuple(_speaking(a, source) for a in event.agents)
    targets = tuple(_speaking(a, source) for a in event.targets)
    return replace(event, agents=agents, targets=targets)


def _speaking(actor: Actor, source: Actor) -> Actor:
    if actor.head.text.lower() not in FIRST_PERSON:
        return actor
    antecedent = source.antecedent or Span(source.start, source.end, source.text)
    return replace(source, start=actor.start, end=actor.end, text=actor.text, head=actor.head, antecedent=antecedent)
