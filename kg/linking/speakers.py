"""Who "we" is inside a quotation, and who threatens in words that name nobody: the one who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Actor, Attribution, Event, Span
from kg.ontology.groupings import FORCE

FIRST_PERSON = frozenset({"we", "us", "our", "ours", "i", "me", "my"})
#: constructions of a clause that threatens by itself
SPOKEN = frozenset({"active", "idiom", "copula"})
NAMELESS = FIRST_PERSON | {"it", "its", "they", "them", "their", "you", "this", "these", "that"}


def resolve_speakers(events: Sequence[Event], sayings: Sequence[Attribution]) -> list[Event]:
    """Put the source of the innermost attribution in the place of a first-person pronoun of an event."""
    return [_nameless(_resolved(event, sayings) if event.attribution else event) for event in events]


def _nameless(event: Event) -> Event:
    """Leave out of acts of force pronouns of which it is not told for whom they stand, and towns: they did nothing."""
    if event.plover not in FORCE:
        return event
    agents = tuple(a for a in event.agents if not _is_nobody(a))
    return replace(event, agents=agents) if len(agents) < len(event.agents) else event


def _is_nobody(actor: Actor) -> bool:
    if actor.kind == "Place":
        return (actor.id or "").startswith("place:") or (actor.name is None and actor.antecedent is None)
    return not actor.antecedent and not actor.id and actor.head.text.lower() in NAMELESS


def _resolved(event: Event, sayings: Sequence[Attribution]) -> Event:
    inner = min((sayings[i] for i in event.attribution), key=lambda a: a.content.end - a.content.start)
    source = inner.source_actor
    if source is None or not (source.id or source.name):
        return event
    agents = tuple(_speaking(a, source) for a in event.agents)
    if event.plover == "THREATEN" and not agents and event.rule in SPOKEN:
        agents = (source,)  # "all options are open, *the president* said"
    targets = tuple(_speaking(a, source) for a in event.targets)
    return replace(event, agents=agents, targets=targets)


def _speaking(actor: Actor, source: Actor) -> Actor:
    if actor.id is not None or actor.head.text.lower() not in FIRST_PERSON:  # "the US" has a name of its own
        return actor
    antecedent = source.antecedent or Span(source.start, source.end, source.text)
    return replace(source, start=actor.start, end=actor.end, text=actor.text, head=actor.head, antecedent=antecedent)
