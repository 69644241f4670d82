"""Where a telling says that its happening was: towns of the index, names that the index lacks, what is told beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.graph.own_names import own_name
from kg.graph.sketch import weights
from kg.model import Event, Place, Record
from kg.ontology.groupings import SETTLED

#: what is no name of a place where somebody was harmed: the dead are taken there
HOSPITALS = frozenset("hospital hospitals clinic infirmary medical health mortuary morgue".split())
_WIDE = frozenset({"country", "admin1", None})
#: what is done to people alone: a name that nothing tells more of is theirs
_BODILY = frozenset("Killing Wounding Execution Assassination Abduction HostageTaking Torture SexualViolence".split())
#: words of a name that are rarer than this tell a place from others; words kept of one name
_RARE, _KEPT = 1.5, 4


@dataclass(frozen=True, slots=True)
class Site:
    """A town or point: its id, its name and degrees; ``spot`` tells streets of one name in two towns apart."""

    key: str
    spot: str
    name: str
    latitude: float | None
    longitude: float | None
    admin1: str | None
    country: str | None


def sites(places: Iterable[Place]) -> tuple[Site, ...]:
    """Return the towns and points of places, sorted; what nothing tells the whereabouts of is none."""
    found: dict[str, Site] = {}
    for place in places:
        if place.latitude is None and place.geonames is None and place.id is None:
            continue
        name = (place.name or place.text).lower()
        key = place_key(place)
        spot = f"{key} {place.latitude} {place.longitude}"
        found[key] = Site(key, spot, name, place.latitude, place.longitude, place.admin1, place.country)
    return tuple(found[key] for key in sorted(found))


def place_key(place: Place) -> str:
    """Return what identifies a place: its id, else its name."""
    return place.id or (f"gn-{place.geonames}" if place.geonames is not None else (place.name or place.text).lower())


def local_names(events: Iterable[Event]) -> frozenset[str]:
    """Return the rare words of the names of places that the index lacks, where it was or what was hit: "at *Lesk Ford*"."""
    return frozenset(word for event in events for name in _names(event) for word in _rare(name))


def place_names(events: Sequence[Event], local: frozenset[str]) -> frozenset[str]:
    """Return what tells the places of happenings from others: names of towns and districts, and those ``local`` names."""
    known = {p.name.lower() for e in events for p in e.places if p.name is not None and p.precision not in _WIDE}
    return local | known if known else local


def _names(event: Event) -> Iterable[str]:
    for place in event.places:
        if place.id is None and place.geonames is None:
            yield place.text
    struck = event.plover == "ASSAULT" and event.action not in _BODILY
    kinds = {"Place", None} if struck else {"Place"}
    for actor in event.targets:
        if actor.id is None and actor.kind in kinds and (name := own_name(actor, event.sentence.text)):
            yield name


def _rare(name: str) -> Iterable[str]:
    if not HOSPITALS.isdisjoint(name.lower().split()):
        return ()
    return (word for word, weight in weights([name], _KEPT).items() if weight >= _RARE and not word.isdigit())


def scene(events: Sequence[Event], record: Record) -> tuple[Site, ...]:
    """Return the towns of the violence told last before what has no place of its own."""
    own = {event.id for event in events}
    start = min(event.trigger.start for event in events)
    if any(event.time.basis == "text" for event in events):
        return ()  # of a day of its own, it may be anywhere
    placed = [event for event in record.events if event.plover == "ASSAULT" and event.id not in own]
    found = (sites(p for p in e.places if p.precision in SETTLED) for e in reversed(placed) if e.trigger.start < start)
    return next(filter(None, found), ())
