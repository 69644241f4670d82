"""How much an article makes of an incident: its share of the telling, who and what it names, what is told of it.

Signs are features of a model (``generality``): counts as logarithms, shares between 0 and 1, all others 1 where they hold.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.linking.sides import Sides
from kg.model import Actor, Event

NOBODY = Sides(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Article:
    """What an incident is weighed against: counts of all events and of the violent ones, the incidents in text order."""

    events: int
    violent: int
    length: int
    first: int
    incidents: int
    most: int

    @classmethod
    def of(cls, events: Sequence[Event], incidents: Sequence[Sequence[Event]], length: int) -> Article:
        """Count the mentions of an article of ``length`` characters; ``incidents`` are those of violence."""
        violent = sum(map(len, incidents))
        first = min((start(told) for told in incidents), default=0)
        return cls(len(events), violent, length, first, len(incidents), max(map(len, incidents), default=0))


def start(told: Sequence[Event]) -> int:
    """Where an incident is first told, in characters."""
    return min(event.trigger.start for event in told)


def prominence(told: Sequence[Event], article: Article, sides: Mapping[str, Sides]) -> dict[str, float]:
    """The signs of one incident; ``sides`` are the classes of nouns on both sides of each event, by its id."""
    out = {
        "mentions": math.log(len(told)),
        "share of the violence": len(told) / article.violent,
        "incidents in the article": math.log(article.incidents),
        "events in the article": math.log(article.events),
        "violence in the article": article.violent / article.events,
        "how late": start(told) / max(1, article.length),
        "first incident": float(start(told) == article.first),
        "most told": float(len(told) == article.most),
        "slots": float(_slots(told)),
    }
    return out | dict.fromkeys(_named(told, sides), 1.0)


def _slots(told: Sequence[Event]) -> int:
    """How many of agents, targets, places, instruments and casualties some mention names."""
    return sum(
        any(slot)
        for slot in (
            [e.agents for e in told],
            [e.targets for e in told],
            [e.places for e in told],
            [e.instruments for e in told],
            [e.casualties for e in told],
        )
    )


def _named(told: Sequence[Event], sides: Mapping[str, Sides]) -> set[str]:
    """What kind of act it is, of whom against whom, with what, where and with which harm."""
    out = {f"action {e.action}" for e in told}
    for event in told:
        out |= _kinds("agent", event.agents) | _kinds("target", event.targets)
        out |= {f"with {tool.kind}" for tool in event.instruments}
        out |= {f"place {place.precision}" for place in event.places}
        out |= {f"harm {toll.kind}" for toll in event.casualties}
        classes = sides.get(event.id, NOBODY)
        out |= {f"agent class {name}" for name in classes.agents}
        out |= {f"target class {name}" for name in classes.targets}
    return out


def _kinds(side: str, actors: Sequence[Actor]) -> set[str]:
    return {f"{side} kind {a.kind}" for a in actors} | {f"{side} sector {a.sector}" for a in actors}
