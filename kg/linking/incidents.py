"""Which mentions in one document are one happening.

Events are taken in text order; each joins the latest cluster that it fits, or opens its own.  It must not clash (action
families, days, towns, sides, real against planned) and needs a sign of sameness: a shared side, a shared place or day,
a definite noun ("the strike"), or that one is told as the effect of the other.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.model import Actor, Event, Place
from kg.ontology import Ontology

REAL = frozenset({"asserted", "alleged", "denied", "failed", "attempted"})
HARM = frozenset({"Killing", "Wounding"})
SETTLED = frozenset({"point", "settlement"})


def group(
    events: Sequence[Event],
    definite: Sequence[bool],
    several: Sequence[bool],
    links: Mapping[int, Collection[int]],
    ontology: Ontology,
) -> tuple[int, ...]:
    """The cluster number of each event.

    ``definite`` says which are told with "the" or "this", ``several`` which are a number of happenings ("repeated attacks")
    and so none of the others; ``links`` are the events that the grammar ties to one another
    ("shelled the town, killing five").
    """
    clusters: list[list[int]] = []
    where: list[int] = []
    for index, event in enumerate(events):
        tied = [where[i] for i in sorted(links.get(index, ())) if i < index and not _apart(event, events[i])]
        if tied:
            number = tied[0]
        elif several[index]:
            number = len(clusters)
        else:
            open_ = [members for members in clusters if not several[members[0]]]
            best = _best(event, definite[index], open_, events, ontology)
            number = clusters.index(open_[best]) if best < len(open_) else len(clusters)
        if number == len(clusters):
            clusters.append([])
        clusters[number].append(index)
        where.append(number)
    return tuple(where)


def _apart(one: Event, other: Event) -> bool:
    """Whether two events that the grammar ties are still told as two: on different days, in different towns, one unreal."""
    return (
        (one.status in REAL) != (other.status in REAL)
        or _times_clash(one, other)
        or _places_clash(one.places, other.places)
    )


def _best(
    event: Event, definite: bool, clusters: Sequence[Sequence[int]], events: Sequence[Event], ontology: Ontology
) -> int:
    """The number of the cluster that an event joins: the likest, the latest of equals; a new number if none fits."""
    fitting = [
        (_likeness(event, [events[i] for i in members]), members[-1], number)
        for number, members in enumerate(clusters)
        if _joins(event, definite, [events[i] for i in members], ontology)
    ]
    return max(fitting)[2] if fitting else len(clusters)


def _likeness(event: Event, cluster: Sequence[Event]) -> int:
    """How much the words of a mention are those of a cluster."""
    return 2 * any(_stem(event) == _stem(other) for other in cluster) + any(
        event.action == other.action for other in cluster
    )


def _stem(event: Event) -> str:
    return event.trigger.text.split()[-1].lower()[:6].rstrip("s")


def _joins(event: Event, definite: bool, cluster: Sequence[Event], ontology: Ontology) -> bool:
    if any(clash(event, other, ontology) for other in cluster):
        return False
    related = any(event.action == other.action or ontology.is_a(other.action, event.action) for other in cluster)
    return definite or (_bare(event) and related) or any(alike(event, other) for other in cluster)


def _bare(event: Event) -> bool:
    """Whether a mention says nothing of its own that could tell it from another: no side with a name, no place, no day."""
    nameless = not any(a.id or a.name or a.number for a in event.targets)
    return not event.agents and nameless and not event.places and event.time.basis != "text" and not event.casualties


def clash(one: Event, other: Event, ontology: Ontology) -> bool:
    """Whether something keeps two mentions apart."""
    return (
        one.reciprocal != other.reciprocal
        or ontology.is_a(one.action, "Repel") != ontology.is_a(other.action, "Repel")
        or not same_family(one.action, other.action, ontology)
        or (one.status in REAL) != (other.status in REAL)
        or _times_clash(one, other)
        or _places_clash(one.places, other.places)
        or _sides_clash(one.agents, other.agents)
        or _sides_clash(one.targets, other.targets)
    )


def same_family(one: str, other: str, ontology: Ontology) -> bool:
    """Whether two actions can name one happening: one is a kind of the other, or a harm and the violence that does it."""
    if ontology.is_a(one, other) or ontology.is_a(other, one):
        return True
    violent = [ontology.actions[a].plover == "ASSAULT" for a in (one, other)]
    return all(violent) and bool({one, other} & HARM)


def _times_clash(one: Event, other: Event) -> bool:
    a, b = one.time, other.time
    if a.basis != "text" or b.basis != "text" or not (a.start and a.end and b.start and b.end):
        return False
    return a.end < b.start or b.end < a.start


def _places_clash(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether both are in towns or at points, and in none that is the same."""
    a = {p.id or p.name for p in one if p.precision in SETTLED}
    b = {p.id or p.name for p in other if p.precision in SETTLED}
    if a and b:
        return not a & b
    countries = {p.country for p in one if p.country}, {p.country for p in other if p.country}
    return bool(countries[0] and countries[1] and not countries[0] & countries[1])


def _key(actor: Actor) -> str | None:
    return actor.id or (actor.name.lower() if actor.name else None)


def _sides_clash(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    a, b = {_key(x) for x in one} - {None}, {_key(x) for x in other} - {None}
    if not a or not b or a & b:
        return False
    return not any(_related(x, y) for x in one for y in other)


def _related(one: Actor, other: Actor) -> bool:
    """Whether one may be a part of, or a description of, the other."""
    if one.id and other.id:
        return one.id.startswith(other.id) or other.id.startswith(one.id)
    return bool(one.country and one.country == other.country) or (
        one.kind == other.kind and not (one.name and other.name)
    )


def alike(one: Event, other: Event) -> bool:
    """Whether two mentions share a side, a place or a day that tells them to be the same."""
    shared_target = _shared(one.targets, other.targets)
    shared_agent = _shared(one.agents, other.agents)
    places = {p.id or p.name or p.text for p in one.places} & {p.id or p.name or p.text for p in other.places}
    same_day = (
        one.time.basis == other.time.basis == "text"
        and one.time.start == other.time.start
        and one.time.precision == "day"
    )
    same_action = one.action == other.action
    return (
        shared_target
        or (shared_agent and (bool(places) or same_day or (same_action and not (one.targets and other.targets))))
        or (bool(places) and same_day)
        or (same_action and bool(places) and not (one.agents and other.agents))
    )


def _shared(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    return any(_same_actor(a, b) for a in one for b in other)


def _stands_for(one: Actor, other: Actor) -> bool:
    """Whether the antecedent of one is the mention of the other."""
    return (
        one.antecedent is not None and one.antecedent.start <= other.head.start and other.head.end <= one.antecedent.end
    )


def _same_actor(one: Actor, other: Actor) -> bool:
    if one.kind not in {"Place", "Object", "Person", "Civilians", None} and one.id and one.id == other.id:
        return True
    if one.antecedent and other.antecedent and one.antecedent == other.antecedent:
        return True
    if _stands_for(one, other) or _stands_for(other, one):
        return True
    heads = one.head.text.lower() == other.head.text.lower()
    return (
        heads
        and one.kind == other.kind
        and len(one.head.text) > 3
        and (one.number == other.number or not (one.number and other.number))
    )
