"""What of a telling can be compared with another article's, laid out once, so that comparing two is cheap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.graph.sides import Side, people_of, side_of
from kg.graph.sites import Site, local_names, place_key, place_names, scene, sites
from kg.graph.sketch import Weights, norm, weights
from kg.graph.tellings import Telling
from kg.model import Event
from kg.ontology.groupings import SETTLED
from kg.ontology.word_classes import word_class

#: statuses of which two articles may differ about one happening; what was tried or failed stands nearer to these than a plan
HAPPENED, TRIED = frozenset({"asserted", "alleged", "denied"}), frozenset({"attempted", "failed"})
_AREAS = frozenset({"admin2", "region"})
#: words kept of the sentences that tell of it
_WORDING = 24
#: a number of people from which it tells articles apart
_MANY = 5
#: days before its publication that an article tells of as news
FRESH = 3
_MATERIAL = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
#: of what can be told as of the day before or behind: "*overnight* on Friday", "*early* on Saturday"
_NIGHT = re.compile(r"\b(?:over|mid)?night\b|\b(?:early|late|dawn|hours)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a telling is compared: days are proleptic ordinals, periods include both ends.

    ``recent`` are the days before its publication that the article tells of; ``around`` the towns that it was near;
    ``scene`` those of what is told before it, where it has none; ``local`` rare words of names of places that the index
    lacks; ``named`` the names of all places that are no provinces or countries; ``elsewhere`` those of the article's other
    happenings.
    """

    telling: Telling
    stand: str
    actions: frozenset[str]
    material: bool
    violent: bool
    reciprocal: bool
    several: bool
    periods: tuple[tuple[int, int], ...]
    overnight: bool
    weekdays: frozenset[str]
    mentioned: frozenset[str]
    published: int | None
    recent: frozenset[int]
    sites: tuple[Site, ...]
    around: tuple[Site, ...]
    scene: tuple[Site, ...]
    local: frozenset[str]
    named: frozenset[str]
    elsewhere: frozenset[str]
    areas: frozenset[str]
    countries: frozenset[str]
    provinces: frozenset[str]
    agents: Side
    targets: Side
    cast: frozenset[str]
    tolls: Mapping[str, tuple[int, int]]
    figures: frozenset[int]
    wording: Weights
    length: float
    words: Weights
    size: float
    counted: frozenset[str]

    @property
    def is_dated(self) -> bool:
        """Whether anything says when it was."""
        return bool(self.periods) or self.published is not None

    @property
    def everybody(self) -> Side:
        """Those of both sides."""
        return self.agents | self.targets


def profile(telling: Telling) -> Profile:
    """Lay out a telling for comparison."""
    events = telling.events
    places = [place for event in events for place in event.places]
    sentences = sorted({event.sentence.text for event in events})
    wording = weights(sentences, _WORDING)
    published = _ordinal(telling.record.published)
    violent = any(event.plover == "ASSAULT" for event in events)
    material = any(event.plover in _MATERIAL for event in events)
    towns, local = sites(place for place in places if place.precision in SETTLED), local_names(events)
    named, others = place_names(events, local), _others(telling)
    actions = frozenset(event.action for event in events)
    agents = side_of((actor, event) for event in events for actor in event.agents)
    targets = side_of((actor, event) for event in events for actor in event.targets)
    return Profile(
        telling=telling,
        stand=_stand(events),
        actions=actions,
        material=material,
        violent=violent,
        reciprocal=any(event.reciprocal for event in events),
        several=all(_plural(event) for event in events),
        periods=tuple(sorted(set(_periods(events)))),
        overnight=any(_NIGHT.search(event.time.text or "") for event in events),
        weekdays=frozenset(word for event in events for word in _WEEKDAY.findall(event.time.text or "")),
        mentioned=frozenset(word for text in sentences for word in _WEEKDAY.findall(text)),
        published=published,
        recent=frozenset(_recent(telling.record.events, published)) if material else frozenset(),
        sites=towns,
        around=sites(place for place in places if place.precision == "region" and place.geonames is not None),
        scene=() if towns or local else scene(events, telling.record),
        local=local,
        named=named,
        elsewhere=place_names(others, local_names(others)) - named,
        areas=frozenset(place_key(place) for place in places if place.precision in _AREAS),
        countries=frozenset(place.country for place in places if place.country),
        provinces=frozenset(place.admin1 for place in places if place.admin1),
        agents=agents,
        targets=targets,
        cast=agents.people | targets.people or people_of(event for event in others if event.action in actions),
        tolls=_tolls(events),
        figures=frozenset(_figures(telling.record.events)),
        wording=wording,
        length=norm(wording),
        words=telling.sketch.words,
        size=norm(telling.sketch.words),
        counted=frozenset(_counted(events)),
    )


def _others(telling: Telling) -> list[Event]:
    """The events of the article's other happenings."""
    own = {event.id for event in telling.events}
    return [event for event in telling.record.events if event.id not in own]


def _counted(events: Iterable[Event]) -> Iterator[str]:
    """The words of places and sides, which are compared by themselves and must not count twice."""
    for event in events:
        for place in event.places:
            yield from f"{place.name or ''} {place.text}".lower().split()
        for actor in (*event.agents, *event.targets):
            yield from f"{actor.name or ''} {actor.head.text}".lower().split()


def _stand(events: Iterable[Event]) -> str:
    """``happened``, ``tried``, or the status of what has not taken place."""
    statuses = sorted({event.status for event in events})
    if any(status in HAPPENED for status in statuses):
        return "happened"
    return next(("tried" for status in statuses if status in TRIED), statuses[0])


def _plural(event: Event) -> bool:
    """Whether a noun names more than one happening: "the attacks", and not "twin blasts"."""
    words = event.trigger.text.lower().split()
    word = words[-1]
    return (
        event.rule == "nominal"
        and words[0] not in word_class("together")
        and word.endswith("s")
        and not word.endswith("ss")
    )


def _periods(events: Iterable[Event]) -> Iterator[tuple[int, int]]:
    for event in events:
        time = event.time
        if time.basis == "text" and time.start and time.end:
            start, end = _ordinal(time.start), _ordinal(time.end)
            if start is not None and end is not None:
                yield start, end


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:  # a year before 1: no news
        return None


def _recent(events: Iterable[Event], published: int | None) -> Iterator[int]:
    """The exact days of violence, where they are among the last FRESH before the publication."""
    for start, end in _periods(event for event in events if event.plover == "ASSAULT"):
        if published is not None and start == end and 0 <= published - start <= FRESH:
            yield start


def _figures(events: Iterable[Event]) -> Iterator[int]:
    """The exact numbers of those hit in any event of an article, from MANY on."""
    for event in events:
        counted = [actor.number for actor in event.targets if actor.number]
        exact = [number.low for number in counted if number.low == number.high]
        exact += [c.low for c in event.casualties if not c.approximate and c.low == c.high]
        yield from (number for number in exact if number >= _MANY)


def _tolls(events: Iterable[Event]) -> dict[str, tuple[int, int]]:
    """The least and the most that is said of each kind of casualty."""
    out: dict[str, tuple[int, int]] = {}
    for event in events:
        for casualty in event.casualties:
            low, high = casualty.low, casualty.low if casualty.high is None else casualty.high
            before = out.get(casualty.kind, (low, high))
            out[casualty.kind] = (min(before[0], low), max(before[1], high))
    return out
