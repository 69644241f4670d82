"""Which tellings of different articles are one incident; a wrong merge is worse than a miss.

Tellings that are alike enough are linked.  What is linked, directly or through others, is a component, and a component
falls into incidents by itself: so the outcome does not depend on the order in which articles come, and a new article
concerns only the components that it is linked to.  Two tellings of one article never are one incident, as the article
keeps them apart, unless people say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from kg.graph.blocking import candidates, keys
from kg.graph.comparable import Looks, Nearby, Told, pairs
from kg.graph.evidence import THRESHOLD, Scale, articles_alike, dies_in_both
from kg.graph.happenings import Happenings
from kg.graph.hierarchy import Hierarchy
from kg.graph.profiles import Profile, profile
from kg.graph.tellings import Telling

#: the weight of a pair that people say to be one
DECIDED = 1000.0
#: what the pairs of two groups must reach on average, as a share of THRESHOLD, and those that lack the sign of time;
#: members of each group that are compared
MEAN, TIMELESS, COMPARED = 1.0, 0.85, 6
#: the share of what the articles have in common that does not count when links are put in order
COMMON = 0.75

Links = Mapping[str, Mapping[str, float]]
NOBODY = Happenings()


class Comparison:
    """Weighs pairs of tellings: a pure function of the two and of what people decided."""

    def __init__(self, known: Hierarchy, people: Happenings = NOBODY) -> None:
        self.known, self.people = known, people
        self._scale = Scale(known)
        self._looks = Looks(known.actions)
        self._decided = bool(people.group_of or people.apart)

    def told(self, profiles: Sequence[Profile]) -> Told:
        """Lay out the tellings of one article, to be linked to those of others."""
        return self._looks.told(profiles)

    def weight(self, one: Profile, other: Profile) -> float | None:
        """Return how likely two tellings are of one happening; None where they are kept apart."""
        if self._decided and (said := said_of(one.telling, other.telling, self.people)) is not None:
            return DECIDED if said else None
        first, second = one.telling, other.telling
        if first.document == second.document:
            return None
        return self._scale.weigh(one, other) if first.incident <= second.incident else self._scale.weigh(other, one)


def incidents(found: Iterable[Telling], known: Hierarchy, people: Happenings = NOBODY) -> list[tuple[Telling, ...]]:
    """Return the tellings of each incident, ordered by id."""
    profiles = {telling.incident: profile(telling) for telling in found}
    comparison = Comparison(known, people)
    linked = links(profiles.values(), comparison)
    groups = [
        group
        for members in components(profiles, linked)
        for group in divided([profiles[member] for member in members], linked, comparison)
    ]
    return sorted(groups, key=identity)


def identity(group: Iterable[Telling]) -> str:
    """Return the id of an incident: that which its oldest article gives it."""
    return min(group, key=lambda telling: telling.anchor).incident


def links(profiles: Iterable[Profile], comparison: Comparison) -> dict[str, dict[str, float]]:
    """Return which tellings are alike enough, both ways, with the weight."""
    articles: dict[str, list[Profile]] = defaultdict(list)
    for found in profiles:
        articles[found.telling.document].append(found)
    out: dict[str, dict[str, float]] = defaultdict(dict)
    told = {article: comparison.told(profiles) for article, profiles in articles.items()}
    for one, other in candidates({article: keys(found) for article, found in articles.items()}, Nearby(told)):
        link(told[one], told[other], comparison, out)
    for group in decided([found.telling for found in profiles], comparison.people):
        link_decided(group, out)
    return out


def link(one: Told, other: Told, comparison: Comparison, out: dict[str, dict[str, float]]) -> None:
    """Add the links between the tellings of two articles."""
    for a, b in pairs(one, other):
        weight = comparison.weight(a, b)
        if weight is not None and weight >= THRESHOLD:
            out.setdefault(a.telling.incident, {})[b.telling.incident] = weight
            out.setdefault(b.telling.incident, {})[a.telling.incident] = weight


def decided(told: Iterable[Telling], people: Happenings) -> list[list[Telling]]:
    """Return the tellings that people say to be one happening, those of each decision together."""
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        for group in sorted({people.group_of[name] for name in names(telling) if name in people.group_of}):
            groups[group].append(telling)
    return [sorted(groups[name], key=lambda telling: telling.anchor) for name in sorted(groups)]


def link_decided(told: Sequence[Telling], out: dict[str, dict[str, float]]) -> None:
    """Link tellings that people say to be one."""
    for one, other in combinations(told, 2):
        out.setdefault(one.incident, {})[other.incident] = DECIDED
        out.setdefault(other.incident, {})[one.incident] = DECIDED


def names(telling: Telling) -> tuple[str, ...]:
    """Return the ids by which people can name a telling: those of its mentions and that of its incident."""
    return telling.incident, *(event.id for event in telling.events)


def said_of(one: Telling, other: Telling, people: Happenings) -> bool | None:
    """Return what people decided on two tellings; None where they did not."""
    if not people.group_of and not people.apart:
        return None
    sides = [{people.group_of.get(name, name) for name in names(telling)} for telling in (one, other)]
    if any(frozenset((a, b)) in people.apart for a in sides[0] for b in sides[1]):
        return False
    return True if sides[0] & sides[1] else None


def components(tellings: Iterable[str], linked: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Return the ids of what is linked directly or through others, each component sorted."""
    seen: set[str] = set()
    out = []
    for start in sorted(tellings):
        if start in seen:
            continue
        seen.add(start)
        waiting = [start]
        for node in waiting:
            new = sorted(set(linked.get(node, ())) - seen)
            seen.update(new)
            waiting += new
        out.append(tuple(sorted(waiting)))
    return out


def divided(component: Sequence[Profile], linked: Links, comparison: Comparison) -> list[tuple[Telling, ...]]:
    """Divide a component into incidents: the strongest links first, and no two that are kept apart together.

    What tells of the death of one person goes before all else: nobody dies twice, however the articles cut the happening.
    What the articles share counts little here: of two raids that each of them tells, it fits either to either.
    """
    group_of = {found.telling.incident: [found] for found in component}
    by_id = {found.telling.incident: found for found in component}
    several = len(component) > 2
    pairs = (
        (
            not dies_in_both(by_id[one], by_id[other]),
            -_strength(by_id[one], by_id[other], linked) if several else 0.0,
            one,
            other,
        )
        for one in group_of
        for other in linked.get(one, ())
        if one < other
    )
    for _, _, one, other in sorted(pairs):
        first, second = group_of[one], group_of[other]
        if first is not second and _join(first, second, linked, comparison, sure=linked[one][other] >= DECIDED):
            first += second
            group_of.update((found.telling.incident, first) for found in second)
    groups = {id(group): group for group in group_of.values()}
    return [tuple(sorted((p.telling for p in group), key=lambda t: t.anchor)) for group in groups.values()]


def _strength(one: Profile, other: Profile, linked: Links) -> float:
    return linked[one.telling.incident][other.telling.incident] - COMMON * articles_alike(one, other)


def _join(one: list[Profile], other: list[Profile], linked: Links, comparison: Comparison, *, sure: bool) -> bool:
    """Whether two groups are one incident: nothing keeps any of them apart, and on the whole they are alike."""
    if sure:
        return not any(said_of(a.telling, b.telling, comparison.people) is False for a in one for b in other)
    if {p.telling.document for p in one} & {p.telling.document for p in other}:
        return False
    needed = 0.0
    weights = []
    for a, b in product(_compared(one), _compared(other)):
        if (weight := _weight(a, b, linked, comparison)) is None:
            return False
        weights.append(weight)
        needed += THRESHOLD * (MEAN if a.is_dated and b.is_dated else TIMELESS)
    return sum(weights) >= needed


def _weight(one: Profile, other: Profile, linked: Links, comparison: Comparison) -> float | None:
    """The weight by which two are linked; where they are not, or people say so, it is worked out."""
    known = linked.get(one.telling.incident, {}).get(other.telling.incident)
    return known if known and known < DECIDED else comparison.weight(one, other)


def _compared(group: list[Profile]) -> list[Profile]:
    return sorted(group, key=lambda p: p.telling.anchor)[:COMPARED]
