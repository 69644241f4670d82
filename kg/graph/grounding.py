"""Places that play a role: *the outpost* was bombed.  The one who suffers and the place are then one node."""

from __future__ import annotations

from dataclasses import replace

from kg.graph.one_thing import one_thing
from kg.model import Actor, Event, Place, Record


def grounded(record: Record) -> Record:
    """Give each agent or target that is a place, and has no id, that of the toponym which its words name.

    What the article has no name for is one thing where its events are one.
    """
    events = tuple(_event(record, event) for event in record.events)
    return replace(record, events=tuple(one_thing(events, _body(record))))


def _body(record: Record) -> int:
    """Return the character at which the headline ends, 0 where the text has none of its own."""
    title = record.title or ""
    told = any(event.sentence.start < len(title) and event.sentence.text in title for event in record.events)
    return len(title) if told else 0


def _event(record: Record, event: Event) -> Event:
    places = (*event.places, *record.places)
    agents, targets = (tuple(_actor(actor, places) for actor in side) for side in (event.agents, event.targets))
    return replace(event, agents=agents, targets=targets)


def _actor(actor: Actor, places: tuple[Place, ...]) -> Actor:
    if actor.id is not None or actor.kind != "Place":
        return actor
    named = next((place for place in places if place.relation in (None, "in") and _names(actor, place)), None)
    if named is None or (named.id is None and named.geonames is None):
        return actor
    return replace(actor, id=named.id or f"place:gn-{named.geonames}", name=named.name or named.text)


def _names(actor: Actor, place: Place) -> bool:
    """Whether the head words or the antecedent are the toponym itself, or *the town of* it."""
    if place.start > actor.head.end and actor.text.endswith(f"{actor.head.text} of {place.text}"):
        return actor.end == place.end
    spans = [actor.head] if actor.antecedent is None else [actor.head, actor.antecedent]
    if any(span.start < place.end and place.start < span.end for span in spans):
        return True
    return any(span.text == place.text for span in spans)
