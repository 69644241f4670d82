"""Which tellings could be one happening at all, told by a look at what each is and where, so that few pairs are weighed.

This leaves out only pairs that ``kg.graph.evidence`` keeps apart whatever else they share: other acts, a plan beside what
took place, towns far from one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from math import cos, radians, sin

from kg.graph.acts import HARM, taken_with, ways
from kg.graph.grounds import APART
from kg.graph.hierarchy import Parents, above, action_id
from kg.graph.profiles import Profile
from kg.graph.sites import Site
from kg.linking.gazetteer import EARTH_KM

Words = frozenset[str]
#: what happened and what was tried can be one
_ONE = frozenset({"happened", "tried"})
#: stand for any violence, and for violence that says what harm was done
_VIOLENCE, _HARM = "violence", "harm"


@dataclass(frozen=True, slots=True)
class Look:
    """What a telling is and what another must be to be one with it; the same for its towns, empty where it names none."""

    kinds: Words
    fitting: Words
    spots: Words
    around: Words


@dataclass(frozen=True, slots=True)
class Told:
    """The tellings of one article by their kinds; its towns are empty where one of the tellings names none."""

    profiles: Sequence[Profile]
    looks: Sequence[Look]
    by_kind: Mapping[str, Sequence[int]]
    kinds: Words
    spots: Words
    around: Words


@dataclass(slots=True)
class Looks:
    """Lays out articles, with each kind of telling worked out once."""

    actions: Parents
    _kinds: dict[tuple[str, Words, bool], tuple[Words, Words]] = field(default_factory=dict)
    _related: dict[str, Words] = field(default_factory=dict)

    def told(self, profiles: Sequence[Profile]) -> Told:
        """Lay out the tellings of an article."""
        looks = [Look(*self._kind(found), *_where(found.sites)) for found in profiles]
        by_kind: dict[str, list[int]] = defaultdict(list)
        for number, look in enumerate(looks):
            for kind in look.kinds:
                by_kind[kind].append(number)
        placed = looks if all(look.spots for look in looks) else []
        spots = frozenset(spot for look in placed for spot in look.spots)
        around = frozenset(spot for look in placed for spot in look.around)
        return Told(profiles, looks, by_kind, frozenset(by_kind), spots, around)

    def _kind(self, found: Profile) -> tuple[Words, Words]:
        what = found.stand, found.actions, found.violent
        if what not in self._kinds:
            violence = {_VIOLENCE} if found.violent else set()
            harm = {_HARM} if found.violent and found.actions & HARM else set()
            related = {action for one in found.actions for action in self._relatives(one)}
            stands = _ONE if found.stand in _ONE else {found.stand}
            self._kinds[what] = (
                _words({found.stand}, found.actions | violence | harm),
                _words(stands, related | (violence if harm else {_HARM} if violence else set())),
            )
        return self._kinds[what]

    def _relatives(self, action: str) -> Words:
        """The names of an action, of all above and below it, of how it is done and what is taken in it."""
        if action not in self._related:
            node = action_id(action)
            below = {child for child in self.actions if node in above(child, self.actions)}
            nodes = {node, *above(node, self.actions), *below}
            names = frozenset(one.removeprefix(action_id("")) for one in nodes)
            self._related[action] = names | ways(action) | taken_with(action)
        return self._related[action]


class Nearby:
    """Finds the articles of many that can tell of the same towns as one of them."""

    def __init__(self, told: Mapping[str, Told]) -> None:
        self._told = told
        self._anywhere = {article for article, found in told.items() if not found.spots}
        self._standing: dict[str, list[str]] = defaultdict(list)
        for article, found in told.items():
            for spot in found.spots:
                self._standing[spot].append(article)

    def __call__(self, article: str) -> set[str] | None:
        """Return the articles; None where an article can tell of any town."""
        around = self._told[article].around
        return self._anywhere.union(*(self._standing.get(spot, ()) for spot in around)) if around else None


def pairs(one: Told, other: Told) -> Iterator[tuple[Profile, Profile]]:
    """Yield the tellings of two articles that could be one happening."""
    if one.spots and other.spots and one.around.isdisjoint(other.spots):
        return
    for found, look in zip(one.profiles, one.looks, strict=True):
        for number in sorted({number for kind in look.fitting & other.kinds for number in other.by_kind[kind]}):
            spots = other.looks[number].spots
            if not look.spots or not spots or not look.around.isdisjoint(spots):
                yield found, other.profiles[number]


def _words(stands: Iterable[str], actions: Iterable[str]) -> Words:
    return frozenset(f"{stand} {action}" for stand in stands for action in actions)


def _where(sites: Sequence[Site]) -> tuple[Words, Words]:
    """The signs of towns, and those of the towns that can be the same: ids, names, cells of the globe and those beside them."""
    named = {word for site in sites for word in (site.key, site.name)}
    points = [(site.latitude, site.longitude) for site in sites]
    inside, beside = (
        {cell for point in points if None not in point for cell in _cells(*point, reach)} for reach in (0, 1)
    )
    return frozenset(named | inside), frozenset(named | beside)


@cache
def _cells(latitude: float, longitude: float, reach: int) -> tuple[str, ...]:
    """Name the cube of space that a point (degrees) is in and those so many beside it; their edges are APART kilometres."""
    north, east = radians(latitude), radians(longitude)
    point = cos(north) * cos(east), cos(north) * sin(east), sin(north)
    steps = range(-reach, reach + 1)
    axes = [[int(EARTH_KM * axis // APART) + step for step in steps] for axis in point]
    return tuple("/".join(map(str, cell)) for cell in product(*axes))
