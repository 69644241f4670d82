"""How likely two tellings are of one happening: signs for and against, weighed, and what keeps two apart for good.

The weights are set by hand, on the scale of "one clear sign is 1, two articles need about five"; they were checked on
annotated articles.  What a third article says plays no part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.graph.grounds import Grounds, absent
from kg.graph.hierarchy import Hierarchy, action_id, related
from kg.graph.profiles import Profile, Side
from kg.graph.sketch import Weights
from kg.graph.timing import timing

HARM = frozenset({"Killing", "Wounding", "PropertyDestruction", "Arson"})
#: from here on two tellings are one incident
THRESHOLD = 5.0
#: the same action, a general and a special one, a harm and the violence that does it
SAME_ACT, KIN_ACT, HARM_ACT = 1.0, 0.7, 0.4
#: one was tried, the other took place; one noun for several happenings
TRIED, SEVERAL = -1.0, -1.0
#: the share of those harmed by which two reports may differ
MORE = 0.25
#: a named person or body, an actor of the ontology, one within the other, the same noun; who cannot be one, other numbers
NAME, ACTOR, MEMBER, NOUN, OTHERS, NUMBERS, STRANGERS = 3.0, 1.0, 0.5, 0.4, -2.5, -2.5, -4.0
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
        if one.reciprocal != other.reciprocal:
            return None
        if one.stand != other.stand and {one.stand, other.stand} != {"happened", "tried"}:
            return None
        if (place := self._grounds.weigh(one, other)) is None or (act := self._act(one, other)) is None:
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
    product = least = 0.0
    for word in sorted((one.keys() & other.keys()) - counted):
        mine, others = one[word], other[word]
        product += mine * others
        least += mine if mine < others else others
    factor, most, each = worth
    return min(most, factor * product / scale, each * least) if least else 0.0


def _act(one: frozenset[str], other: frozenset[str], violent: bool, known: Hierarchy) -> float | None:
    if one & other:
        return SAME_ACT
    if any(related(action_id(a), action_id(b), known.actions) for a in one for b in other):
        return KIN_ACT
    return HARM_ACT if violent and (one & HARM or other & HARM) else None


def _strangers(one: Profile, other: Profile) -> float:
    """Those who are named in the one are nowhere in the other article, nor the reverse: two happenings told alike."""
    names = [profile.agents.people | profile.targets.people for profile in (one, other)]
    if not all(names) or names[0] & names[1]:
        return 0.0
    return STRANGERS * (absent(names[0], other.words) and absent(names[1], one.words))


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
