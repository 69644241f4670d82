"""Whether two tellings can be of one place: towns and their distance, names that no index has, areas around."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.graph.profiles import Profile
from kg.graph.sites import Site
from kg.graph.sketch import KEPT, Weights, rarity
from kg.linking.gazetteer import haversine

#: the same town, parts of one, the same name in the gazetteer twice, the same gulf or district, the province, the country,
#: another province
SITE, NEAR, BESIDE, NAMESAKE, AREA, PROVINCE, COUNTRY, ELSEWHERE = 2.0, 1.5, 0.8, 0.5, 1.0, 0.5, 0.2, -2.0
#: what one more sign is in a town of which hardly any text tells, by how rare its name is
SMALL, LITTLE_KNOWN = 0.35, 4.0
#: one name of a place that no index has; names of which neither article has that of the other; one that the other article
#: gives to another happening
LOCAL, OTHER_LOCAL, OF_ANOTHER = 2.0, -1.5, -2.0
#: what the place can be worth at most
MOST = 3.0
#: nothing is told of where the one was, but what is told before it was in the town of the other, or was not
SCENE, OTHER_SCENE = 0.5, -1.5
#: kilometres between parts of one town and of a large one, between places that cannot be one, and those that it was near
TOWN, SUBURBS, APART, FAR = 10.0, 25.0, 60.0, 150.0


@dataclass(slots=True)
class Grounds:
    """Weighs where two tellings were; remembers which towns go together."""

    _sites: dict[tuple[str, str], float | None] = field(default_factory=dict)

    def weigh(self, one: Profile, other: Profile) -> float | None:
        """Return what the places are worth; None where they keep the two apart."""
        towns = self._best(one.sites, other.sites) if one.sites and other.sites else _around(one, other)
        if towns is None:
            return None
        return min(MOST, towns + _names(one, other, towns >= SITE) + self._scenes(one, other))

    def _best(self, one: Iterable[Site], other: Iterable[Site]) -> float | None:
        best = None
        for a in one:
            for b in other:
                worth = self._site(a, b)
                if worth is not None and (best is None or worth > best):
                    best = worth
        return best

    def _site(self, one: Site, other: Site) -> float | None:
        try:
            return self._sites[one.spot, other.spot]
        except KeyError:
            return self._sites.setdefault((one.spot, other.spot), _site(one, other))

    def _scenes(self, one: Profile, other: Profile) -> float:
        """Weigh the towns of what is told before that which has no place of its own."""
        if not (one.scene or other.scene):
            return 0.0
        towns = one.sites or one.scene, other.sites or other.scene
        if not all(towns):
            return 0.0
        best = self._best(*towns)
        return OTHER_SCENE if best is None else SCENE if best >= NEAR else 0.0


def _around(one: Profile, other: Profile) -> float | None:
    return None if _is_far(one, other) else _areas(one, other)


def _names(one: Profile, other: Profile, same_town: bool) -> float:
    """Weigh the names of places beside the town: those that no index has, the district, the part of the town."""
    if one.local & other.local:
        return LOCAL
    if one.named & other.named:
        return AREA * (len(one.named & other.named) > same_town)
    worth = OF_ANOTHER * (_is_of_another(one, other) or _is_of_another(other, one))
    if one.local and other.local and not worth and absent(one.local, other.words) and absent(other.local, one.words):
        return OTHER_LOCAL
    return worth


def _is_of_another(one: Profile, other: Profile) -> bool:
    """Whether the other article gives the name of a place to another happening than one that has a place of its own."""
    return bool(one.named & other.elsewhere and (other.named or other.areas or other.around))


def absent(names: frozenset[str], words: Weights) -> bool:
    """Whether an article has none of some names; its portrait must be such that it would have kept them."""
    least = min(words.values(), default=0.0) if len(words) >= KEPT else 0.0
    return not any(name in words or rarity(name) <= least for name in names)


def _areas(one: Profile, other: Profile) -> float | None:
    if one.areas & other.areas:
        return 0.0  # whose names are the same
    if one.provinces and other.provinces:
        return PROVINCE if one.provinces & other.provinces else ELSEWHERE
    if one.countries and other.countries:
        return COUNTRY if one.countries & other.countries else None
    return 0.0


def _is_far(one: Profile, other: Profile) -> bool:
    """Whether one was in or near towns that are all far from where the other was."""
    pairs = [(a, b) for a in one.sites + one.around for b in other.sites + other.around]
    return bool(pairs) and all((_distance(a, b) or 0.0) > FAR for a, b in pairs)


def _site(one: Site, other: Site) -> float | None:
    if one.spot == other.spot:
        return SITE + SMALL * (max(map(rarity, one.name.split())) >= LITTLE_KNOWN)
    distance = _distance(one, other)
    if distance is not None and distance <= APART:
        return NEAR if distance <= TOWN else BESIDE if distance <= SUBURBS else 0.0
    if distance is None and one.key == other.key:
        return SITE
    return NAMESAKE if one.name == other.name else None


def _distance(one: Site, other: Site) -> float | None:
    """Kilometres between two places whose degrees are known."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    return haversine(one.latitude, one.longitude, other.latitude, other.longitude)  # type: ignore[arg-type]
