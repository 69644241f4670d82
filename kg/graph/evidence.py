"""How likely two tellings are of one happening: signs for and against, weighed, and what keeps two apart for good.

The weights are set by hand, on the scale of "one clear sign is 1, two articles need about five"; they were checked on
annotated articles.  What a third article says plays no part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.graph.hierarchy import Hierarchy, action_id, related
from kg.graph.profiles import Profile, Side, Site
from kg.graph.sketch import KEPT, Weights, rarity
from kg.graph.timing import timing
from kg.linking.gazetteer import haversine

HARM = frozenset({"Killing", "Wounding", "PropertyDestruction", "Arson"})
#: from here on two tellings are one incident
THRESHOLD = 5.0
#: the same action, a general and a special one, a harm and the violence that does it
SAME_ACT, KIN_ACT, HARM_ACT = 1.0, 0.7, 0.4
#: one was tried, the other took place; one noun for several happenings
TRIED, SEVERAL = -1.0, -1.0
#: the same town, parts of one, the same name in the gazetteer twice, the same gulf or district, the province, the country,
#: another province
SITE, NEAR, NAMESAKE, AREA, PROVINCE, COUNTRY, ELSEWHERE = 2.0, 1.5, 0.5, 1.0, 0.5, 0.2, -2.0
#: the share of those harmed by which two reports may differ
MORE = 0.25
#: kilometres between parts of one town, between places that cannot be one, and between those that something was near
TOWN, APART, FAR = 25.0, 60.0, 150.0
#: a named person or body, an actor of the ontology, one within the other, the same noun; who cannot be one, other numbers
NAME, ACTOR, MEMBER, NOUN, OTHERS, NUMBERS, STRANGERS = 3.0, 1.0, 0.5, 0.4, -2.5, -2.5, -4.0
#: what likeness of the articles, of the sentences is worth: by the cosine, at most, and at most by the weight of shared words
ARTICLES, SENTENCES = (14.0, 5.0, 0.6), (8.0, 2.5, 0.3)


@dataclass(slots=True)
class Scale:
    """Weighs pairs of tellings: a pure function of the two, that remembers which actions, actors and towns go together."""

    known: Hierarchy
    _acts: dict[tuple[frozenset[str], frozenset[str], bool], float | None] = field(default_factory=dict)
    _sites: dict[tuple[str, str], float | None] = field(default_factory=dict)
    _members: dict[tuple[str, str], bool] = field(default_factory=dict)

    def weigh(self, one: Profile, other: Profile) -> float | None:
        """Return the sum of the signs; None where the texts keep the two apart."""
        if one.reciprocal != other.reciprocal:
            return None
        if one.stand != other.stand and {one.stand, other.stand} != {"happened", "tried"}:
            return None
        if (place := self._place(one, other)) is None or (act := self._act(one, other)) is None:
            return None
        if (time := timing(one, other)) is None:
            return None
        agents, targets = self._side(one.agents, other.agents), self._side(one.targets, other.targets)
        if not ((one.material and other.material) or agents > 0 or targets > 0):
            return None  # two words of praise are two, whatever else the articles share
        counted = one.counted & other.counted
        return (
            act
            + time
            + place
            + agents
            + targets
            + _strangers(one, other)
            + _tolls(one, other)
            + TRIED * (one.stand != other.stand)
            + SEVERAL * (one.several or other.several)
            + _alike(one.words, other.words, one.size * other.size, counted, ARTICLES)
            + _alike(one.wording, other.wording, one.length * other.length, counted, SENTENCES)
        )

    def _act(self, one: Profile, other: Profile) -> float | None:
        pair = one.actions, other.actions, one.violent and other.violent
        try:
            return self._acts[pair]
        except KeyError:
            return self._acts.setdefault(pair, _act(*pair, self.known))

    def _place(self, one: Profile, other: Profile) -> float | None:
        if not one.sites or not other.sites:
            return None if _is_far(one, other) else _areas(one, other)
        best = None
        for a in one.sites:
            for b in other.sites:
                worth = self._site(a, b)
                if worth is not None and (best is None or worth > best):
                    best = worth
        return best

    def _site(self, one: Site, other: Site) -> float | None:
        try:
            return self._sites[one.spot, other.spot]
        except KeyError:
            return self._sites.setdefault((one.spot, other.spot), _site(one, other))

    def _side(self, one: Side, other: Side) -> float:
        """Signs that two sides are the same, or that they are not."""
        worth = NOUN if one.heads & other.heads else 0.0
        worth += NAME * bool(one.names & other.names)
        if one.ids and other.ids:
            worth += self._known(one, other)
        both = one.numbers.keys() & other.numbers.keys()
        if any(not _agree(one.numbers[key], other.numbers[key], harm=bool(key[1])) for key in both):
            worth += NUMBERS
        return worth

    def _known(self, one: Side, other: Side) -> float:
        if one.ids & other.ids:
            return ACTOR
        return MEMBER if any(self._member(a, b) for a in one.ids for b in other.ids) else OTHERS

    def _member(self, one: str, other: str) -> bool:
        pair = one, other
        if pair not in self._members:
            self._members[pair] = related(one, other, self.known.actors)
        return self._members[pair]


def _agree(one: Iterable[int], other: Iterable[int], *, harm: bool) -> bool:
    """Whether two articles count the same people; of those harmed one may know a few more."""
    return any(a == b or (harm and abs(a - b) <= MORE * max(a, b)) for a in one for b in other)


def _alike(
    one: Weights, other: Weights, scale: float, counted: frozenset[str], worth: tuple[float, float, float]
) -> float:
    """Weigh the cosine of two sets of words, without those counted elsewhere; one shared word is little, however rare."""
    shared = [(one[word], other[word]) for word in sorted((one.keys() & other.keys()) - counted)]
    if not shared:
        return 0.0
    factor, most, each = worth
    return min(most, factor * sum(a * b for a, b in shared) / scale, each * sum(min(pair) for pair in shared))


def _act(one: frozenset[str], other: frozenset[str], violent: bool, known: Hierarchy) -> float | None:
    if one & other:
        return SAME_ACT
    if any(related(action_id(a), action_id(b), known.actions) for a in one for b in other):
        return KIN_ACT
    return HARM_ACT if violent and (one & HARM or other & HARM) else None


def _areas(one: Profile, other: Profile) -> float | None:
    if one.areas & other.areas:
        return AREA
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
        return SITE
    distance = _distance(one, other)
    if distance is not None and distance <= APART:
        return NEAR if distance <= TOWN else 0.0
    if distance is None and one.key == other.key:
        return SITE
    return NAMESAKE if one.name == other.name else None


def _distance(one: Site, other: Site) -> float | None:
    """Kilometres between two places whose degrees are known."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    return haversine(one.latitude, one.longitude, other.latitude, other.longitude)  # type: ignore[arg-type]


def _strangers(one: Profile, other: Profile) -> float:
    """Those who are named in the one are nowhere in the other article, nor the reverse: two happenings told alike."""
    names = [profile.agents.people | profile.targets.people for profile in (one, other)]
    if not all(names) or names[0] & names[1]:
        return 0.0
    return STRANGERS * (_absent(names[0], other.words) and _absent(names[1], one.words))


def _absent(names: frozenset[str], words: Weights) -> bool:
    """Whether an article has none of the names; its portrait must be such that it would have kept them."""
    least = min(words.values(), default=0.0) if len(words) >= KEPT else 0.0
    return not any(name in words or rarity(name) <= least for name in names)


def _tolls(one: Profile, other: Profile) -> float:
    worth = 0.0
    for kind, (low, high) in one.tolls.items():
        if kind in other.tolls:
            worth += _figures((low, high), other.tolls[kind])
    return worth


def _figures(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Weigh two figures: the same, the more telling the higher; such as reports may differ by; such as cannot be one."""
    if one == other:
        return 1.5 if one[0] > 4 else 0.7 if one[0] > 1 else 0.2
    low, high = sorted((one, other))
    if high[0] <= low[1] * 1.5 + 1:
        return 0.0
    return -1.5 if high[0] > low[1] * 3 + 5 else -0.5
