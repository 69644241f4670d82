"""A telling: all that one article tells of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.graph import iris
from kg.graph.grounding import grounded
from kg.graph.happenings import Happenings
from kg.graph.sketch import Sketch, sketch
from kg.model import Event, Record


@dataclass(frozen=True, slots=True)
class Telling:
    """The mentions by which one article tells of one happening."""

    document: str
    incident: str
    events: tuple[Event, ...]
    record: Record
    sketch: Sketch

    @property
    def anchor(self) -> tuple[str, str, str]:
        """What orders tellings: the oldest article first, so that a later one does not rename an incident."""
        return self.record.published or "9999", self.document, self.incident


def tellings(
    records: Iterable[Record], sketches: Mapping[str, Sketch] | None = None, people: Happenings | None = None
) -> Iterator[Telling]:
    """Yield what each article tells of each happening, in text order.

    ``sketches`` are by document id, where they are kept; ``people`` may say that two mentions are two happenings.
    """
    for record in records:
        portrait = (sketches or {}).get(record.document) or sketch(record)
        told = grounded(record)
        groups: dict[str, list[Event]] = defaultdict(list)
        for event in told.events:
            groups[event.incident].append(event)
        for incident, events in groups.items():
            for part in _parted(events, people):
                name = incident if part[0] is events[0] else f"incident:{iris.digest(told.document, part[0].id)}"
                yield Telling(told.document, name, tuple(part), told, portrait)


def _parted(events: list[Event], people: Happenings | None) -> list[list[Event]]:
    """Divide mentions where people say that two of them are two happenings."""
    if people is None or not people.apart:
        return [events]
    parts: list[list[Event]] = []
    for event in events:
        fits = (part for part in parts if not any(people.verdict(event.id, other.id) is False for other in part))
        part = next(fits, None)
        if part is None:
            parts.append([event])
        else:
            part.append(event)
    return parts
