"""Whose the dead are: the killed of an incident by side, as one of its sources ascribes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from kg.export.rows import Row, Shares, Toll
from kg.graph import iris
from kg.graph.hierarchy import Parents, related
from kg.model import Actor, Casualty, Event

Share = Literal["agents", "targets", "civilians", "unknown"]
#: PLOVER sectors of those who bear arms or command those who do
ARMED = frozenset({"MIL", "COP", "SPY", "REB", "UAF", "CRM", "IMG"})
#: actions of which somebody dies
LETHAL = frozenset({"Killing", "Assassination", "Execution", "Massacre", "EthnicCleansing"})
#: classes of actors that bear arms
FORCES = frozenset({"Military", "Police", "Intelligence", "ArmedGroup", "Militia", "Coalition", "CriminalGroup"})


def shares(mentions: Iterable[tuple[str, Event]], best: int, parents: Parents) -> Shares:
    """Split the best figure of the killed as the mention does that gives this figure.

    ``mentions`` are pairs of document and event.  Where no mention gives the very figure, all of it is unknown.
    """
    found = [
        (split["unknown"], document, event.id, split)
        for document, event in mentions
        if sum((split := _split(document, event, parents)).values()) == best
    ]
    if not found:
        return Shares(unknown=best)
    split = min(found, key=lambda each: each[:3])[3]
    return Shares(split["agents"], split["targets"], split["civilians"], split["unknown"])


def killed(row: Row) -> Toll | None:
    """Return the figures of the killed; without one, of a killing of persons the text names, that there were so many."""
    toll = row.toll("killed")
    persons = [party for party in row.targets if party.kind == "Person" and party.number in (None, 1)]
    if toll or row.action not in LETHAL or not persons or len(persons) < len(row.targets):
        return toll
    return Toll("killed", len(persons), len(persons), len(persons))


def _split(document: str, event: Event, parents: Parents) -> Counter[Share]:
    killed: Counter[Share] = Counter()
    for casualty in event.casualties:
        if casualty.kind == "killed":
            killed[_side(document, casualty, event, parents)] += casualty.low
    return killed


def _side(document: str, casualty: Casualty, event: Event, parents: Parents) -> Share:
    group = casualty.group
    if group is None:
        return "unknown"
    if unarmed(group):
        return "civilians"
    sides: tuple[tuple[Share, tuple[Actor, ...]], ...] = (("targets", event.targets), ("agents", event.agents))
    for side, actors in sides:
        if any(_same(document, group, actor, parents) for actor in actors):
            return side
    for side, actors in sides:
        if any(group.country and group.country == actor.country and not unarmed(actor) for actor in actors):
            return side
    return "unknown"


def _same(document: str, one: Actor, other: Actor, parents: Parents) -> bool:
    """Whether two mentions are the same words, or name one actor, or one that is part of the other."""
    if one.start < other.end and other.start < one.end:
        return True
    first, second = (iris.compact(iris.actor(document, actor)) for actor in (one, other))
    return related(first, second, parents)


def unarmed(actor: Actor) -> bool:
    """Whether somebody takes no part in fighting, as far as the words tell: *people*, *a judge*, *a journalist*."""
    if actor.sector in ARMED or actor.kind in FORCES:
        return False
    return actor.kind is not None or actor.sector is not None
