"""Places that play a role: *the outpost* was bombed.  The one who suffers and the place are then one node."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Actor, Event, Place, Record


def grounded(record: Record) -> Record:
    """Give each agent or target that is a place, and has no id, that of the toponym which its words name."""
    return replace(record, events=tuple(_event(record, event) for event in record.events))


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
