"""How likely two tellings are of one happening: signs for and against, weighed, and what keeps two apart for good.

The weights are set by hand, on the scale of "one clear sign is 1, two articles need about five"; they were checked on
annotated articles.  What a third article says plays no part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.graph.acts import act_worth, is_one_fight
from kg.graph.grounds import Grounds, absent
from kg.graph.hierarchy import Hierarchy, related
from kg.graph.profiles import Profile
from kg.graph.sides import Side
from kg.graph.sketch import Weights
from kg.graph.timing import timing
from kg.ontology.groupings import DEATHS

#: ids of places, which are compared by themselves: of a town and of its province either can be said to be hit
PLACE = "place:"
#: the acts of which somebody dies
DEAD = DEATHS - {"Wounding"}
#: from here on two tellings are one incident
THRESHOLD = 5.0
#: one was tried, the other took place; one noun for several happenings
TRIED, SEVERAL = -1.0, -1.0
#: the share of those harmed by which two reports may differ, and by which the toll of many grows
MORE, GROWN, MANY = 0.25, 0.5, 5
#: a named person or body, an actor of the ontology, one within the other, the same noun; who cannot be one, other numbers
NAME, ACTOR, MEMBER, NOUN, OTHERS, NUMBERS, STRANGERS = 3.0, 1.0, 0.5, 0.4, -2.5, -2.5, -4.0
#: the death of the same person, told as of two days: one is that of the report, or of the burial
OTHER_DAY = -1.0
#: what likeness of the articles, of the sentences is worth: by the cosine, at most, and at most by the weight of shared words
ARTICLES, SENTENCES = (14.0, 5.0, 0.6), (8.0, 2.5, 0.3)


@dataclass(slots=True)
class Scale:
    """Weighs pairs of tellings: a pure function of the two, that remembers which actions, actors and towns go together."""

    known: Hierarchy
    _acts: dict[tuple[frozenset[str], frozenset[str], bool], float | None] = field(default_factory=dict)
    _grounds: Grounds = field(default_factory=Grounds)
    _members: dict[tuple[str, str], bool] = field(default_factory=dict)

    def weigh(self, one: Profile, other: Profile) -> float | None:
        """Return the sum of the signs; None where the texts keep the two apart."""
        if one.reciprocal != other.reciprocal and not is_one_fight(one.actions, other.actions):
            return None
        if one.stand != other.stand and {one.stand, other.stand} != {"happened", "tried"}:
            return None
        if (place := self._grounds.weigh(one, other)) is None or (act := self._act(one, other)) is None:
            return None
        time = timing(one, other)
        if time is None and dies_in_both(one, other):
            time = OTHER_DAY
        if time is None:
            return None
        agents, targets = self._sides(one, other)
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
            + articles_alike(one, other)
            + _alike(one.wording, other.wording, one.length * other.length, counted, SENTENCES)
        )

    def _act(self, one: Profile, other: Profile) -> float | None:
        pair = one.actions, other.actions, one.violent and other.violent
        try:
            return self._acts[pair]
        except KeyError:
            return self._acts.setdefault(pair, act_worth(one.actions, other.actions, violent=pair[2], known=self.known))

    def _sides(self, one: Profile, other: Profile) -> tuple[float, float]:
        """Signs that those who act are the same, and those acted on; of a fight that one tells it does not say who began."""
        if one.reciprocal == other.reciprocal:
            return self._side(one.agents, other.agents), self._side(one.targets, other.targets)
        return self._side(one.everybody, other.everybody), 0.0

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
        if any(self._member(a, b) for a in one.ids for b in other.ids):
            return MEMBER
        return 0.0 if any(self._may_be_one(a, b) for a in one.ids for b in other.ids) else OTHERS

    def _may_be_one(self, one: str, other: str) -> bool:
        """Whether one outlet tells of soldiers and the other of the police of one government, or of a place that was hit."""
        if one.startswith(PLACE) or other.startswith(PLACE):
            return True
        return not self.known.actors.get(one, frozenset()).isdisjoint(self.known.actors.get(other, ()))

    def _member(self, one: str, other: str) -> bool:
        pair = one, other
        if pair not in self._members:
            self._members[pair] = related(one, other, self.known.actors)
        return self._members[pair]


def _agree(one: Iterable[int], other: Iterable[int], *, harm: bool) -> bool:
    """Whether two articles count the same people; of those harmed one may know a few more."""
    return any(a == b or (harm and _may_grow(*sorted((a, b)))) for a in one for b in other)


def _may_grow(few: int, many: int) -> bool:
    """Whether one toll can become the other: 2 dead are not 4, and 8 may be 12 the next day."""
    return many - few <= (GROWN * few if few >= MANY else MORE * many)


def articles_alike(one: Profile, other: Profile) -> float:
    """Weigh the words that two articles share; all their tellings have this in common, and so it does not say which is which."""
    return _alike(one.words, other.words, one.size * other.size, one.counted & other.counted, ARTICLES)


def _alike(
    one: Weights, other: Weights, scale: float, counted: frozenset[str], worth: tuple[float, float, float]
) -> float:
    """Weigh the cosine of two sets of words, without those counted elsewhere; one shared word is little, however rare."""
    product = least = 0.0
    for word in sorted((one.keys() & other.keys()) - counted):
        mine, others = one[word], other[word]
        product += mine * others
        least += mine if mine < others else others
    factor, most, each = worth
    return min(most, factor * product / scale, each * least) if least else 0.0


def dies_in_both(one: Profile, other: Profile) -> bool:
    """Whether both tell of the death of somebody by full name, who dies once; a surname alone may be that of a brother."""
    dead = bool(one.actions & DEAD and other.actions & DEAD)
    return dead and len(one.targets.people & other.targets.people) > 1


def _strangers(one: Profile, other: Profile) -> float:
    """Those who are named in the one are nowhere in the other article, nor the reverse: two happenings told alike."""
    if not one.cast or not other.cast or one.cast & other.cast:
        return 0.0
    return STRANGERS * (absent(one.cast, other.words) and absent(other.cast, one.words))


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
