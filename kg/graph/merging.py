"""Which mentions in different articles tell of one and the same happening; a wrong merge is worse than a miss.

A ``Telling`` is all that one article tells of one happening (what ``Event.incident`` holds together).  Two tellings of
different articles are one incident if ``same`` says so; two of one article never are, as the article keeps them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph import iris
from kg.graph.grounding import grounded
from kg.graph.hierarchy import Hierarchy, action_id, related
from kg.model import Actor, Event, Record


@dataclass(frozen=True, slots=True)
class Telling:
    """The mentions by which one article tells of one happening."""

    document: str
    incident: str
    events: tuple[Event, ...]
    record: Record

    @property
    def action(self) -> frozenset[str]:
        """Compact ids of the actions it is called."""
        return frozenset(action_id(event.action) for event in self.events)

    @property
    def days(self) -> frozenset[str]:
        """The days that are stated to the day."""
        return frozenset(e.time.start for e in self.events if e.time.start and e.time.start == e.time.end)

    @property
    def agents(self) -> frozenset[str]:
        """Who acts, comparable across articles."""
        return frozenset(key(actor) for event in self.events for actor in event.agents)

    @property
    def targets(self) -> frozenset[str]:
        """Who is acted on, comparable across articles."""
        return frozenset(key(actor) for event in self.events for actor in event.targets)

    @property
    def places(self) -> frozenset[str]:
        """Where, those places that have a name beyond the article."""
        named = (place for event in self.events for place in event.places if place.id or place.geonames is not None)
        return frozenset(iris.place(self.document, place) for place in named)

    @property
    def factual(self) -> bool:
        """Whether any mention is asserted."""
        return any(event.status == "asserted" for event in self.events)


def tellings(records: Iterable[Record]) -> Iterator[Telling]:
    """Yield what each article tells of each happening, in text order."""
    for record in map(grounded, records):
        groups: dict[str, list[Event]] = defaultdict(list)
        for event in record.events:
            groups[event.incident].append(event)
        for incident, events in groups.items():
            yield Telling(record.document, incident, tuple(events), record)


def incidents(found: Iterable[Telling], known: Hierarchy) -> list[tuple[Telling, ...]]:
    """Return the tellings of each incident, ordered by id."""
    groups: list[list[Telling]] = []
    by_day: dict[str, list[list[Telling]]] = defaultdict(list)
    for telling in sorted(found, key=lambda t: (t.document, t.incident)):
        near = (group for day in sorted(telling.days) for group in by_day[day])
        group = next((group for group in near if _joins(telling, group, known)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(telling)
        for day in telling.days:
            if not any(group is other for other in by_day[day]):
                by_day[day].append(group)
    return [tuple(group) for group in sorted(groups, key=identity)]


def identity(group: Iterable[Telling]) -> str:
    """Return the id of an incident: the least of those that its articles give it."""
    return min(telling.incident for telling in group)


def _joins(telling: Telling, group: list[Telling], known: Hierarchy) -> bool:
    return all(telling.document != other.document for other in group) and all(
        same(telling, other, known) for other in group
    )


def same(one: Telling, other: Telling, known: Hierarchy) -> bool:
    """Whether two articles tell of the same happening: same day, kind of act, sides, and no other place."""
    if one.factual != other.factual or not one.days & other.days:
        return False
    if not any(related(a, b, known.actions) for a in one.action for b in other.action):
        return False
    agents, targets = _meet(one.agents, other.agents), _meet(one.targets, other.targets)
    places = _meet(one.places, other.places)
    if False in (agents, targets, places):
        return False
    return (agents is True and targets is True) or (places is True and (agents is True or targets is True))


def _meet(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Whether two sets share a member; None where either is empty."""
    return bool(one & other) if one and other else None


def key(actor: Actor) -> str:
    """Return what makes an actor comparable across articles: its id, else its head noun."""
    return actor.id or "~" + iris.slug(actor.antecedent.text.split()[-1] if actor.antecedent else actor.head.text)
