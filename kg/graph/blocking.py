"""Which articles are compared: those that share a key, so that the cost grows with what is alike and not with all pairs.

A key joins a day or month with a place, its square of the map, an actor or a rare word.  Articles without any day are
compared by their words alone: with others by two rare ones or one that hardly any text has, among themselves by any two
that are no everyday words; nobody else pays for that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from kg.graph.profiles import FRESH, Profile
from kg.graph.sites import Site
from kg.graph.sketch import Weights, rarity

#: days of the bucket of an article's words
MONTH = 30
#: degrees of a square within which towns are compared
CELL = 0.5
#: rare words of an article that make keys, by how rare they are: alone, or two together
ALONE, TOGETHER, SINGLES, PAIRED = 3.0, 1.8, 10, 6
#: words that make keys of articles without a day among themselves, how rare each must be, and two or three of them
AMONG, PLAIN, PAIR, TRIPLE = 10, 1.0, 3.6, 3.3
#: marks a key of an article without a day, one by which such an article finds others, one by which it finds its like
_DATELESS, _FOUND, _ALIKE = "?", "!", "~"


def keys(told: Sequence[Profile]) -> frozenset[str]:
    """Return the keys of an article from all its tellings."""
    if not told:
        return frozenset()
    out = {key for profile in told for key in _of_days(profile)}
    words = sorted(told[0].words, key=lambda word: (-told[0].words[word], word))
    alone = [word for word in words if told[0].words[word] >= ALONE][:SINGLES]
    together = [word for word in words if told[0].words[word] >= TOGETHER][:PAIRED]
    months = sorted({month for profile in told for day in _days(profile) for month in _months(day)})
    out |= {f"{month} {word}" for month in months for word in alone}
    mark = _FOUND if months else _DATELESS
    out |= {f"{mark}{word}" for word in (*alone, *_rare_names(told))}
    out |= {f"{mark}{one} {other}" for one, other in combinations(sorted(together), 2)}
    return frozenset(out if months else out | set(_among(told[0].words, words)))


def _rare_names(told: Sequence[Profile]) -> set[str]:
    """Words of the names of those in the events that hardly any text has."""
    names = {name for profile in told for name in profile.agents.names | profile.targets.names}
    return {name for name in names if rarity(name) >= ALONE}


def _among(weights: Weights, words: Sequence[str]) -> Iterator[str]:
    """The keys by which articles without a day are compared among themselves."""
    plain = sorted([word for word in words if weights[word] >= PLAIN][:AMONG])
    for number, least in ((2, PAIR), (3, TRIPLE)):
        for some in combinations(plain, number):
            if sum(weights[word] for word in some) >= least:
                yield _ALIKE + " ".join(some)


def partners(key: str) -> tuple[str, ...]:
    """Return the keys whose articles are compared with those of a key."""
    if key.startswith(_DATELESS):
        return key, _FOUND + key[1:]
    return (_DATELESS + key[1:],) if key.startswith(_FOUND) else (key,)


def candidates(
    articles: Mapping[str, frozenset[str]], nearby: Callable[[str], Set[str] | None] = lambda article: None
) -> Iterator[tuple[str, str]]:
    """Yield each pair of articles to compare once, in order, given the keys of each.

    ``nearby`` says which articles can tell of the same towns as one, None where it can tell of any: they alone are compared.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for article in sorted(articles):
        wanted = {partner for key in articles[article] for partner in partners(key)}
        holding = [holders[key] for key in wanted if key in holders]
        around = nearby(article)
        if around is None:
            near: Set[str] = set().union(*holding)
        elif len(around) > sum(map(len, holding)):
            near = around & set().union(*holding)
        else:  # the shorter way to the same
            near = {other for other in around if other < article and not wanted.isdisjoint(articles[other])}
        yield from ((other, article) for other in sorted(near))
        for key in articles[article]:
            holders[key].append(article)


def _of_days(profile: Profile) -> Iterator[str]:
    days = sorted({day for start, end in profile.periods if end - start < 2 for day in range(start - 1, end + 1)})
    cells = sorted({cell for site in profile.sites for cell in _cells(site)}) if days else []
    if not days and profile.published is not None:
        days = list(range(profile.published - FRESH, profile.published + 1))
    who = sorted(profile.agents.ids | profile.targets.ids | profile.agents.names | profile.targets.names)
    for day in days:
        yield from (f"{day} {site.key}" for site in profile.sites)
        yield from (f"{day} {cell}" for cell in cells)
        yield from (f"{day} {actor}" for actor in who)


def _cells(site: Site) -> Iterator[str]:
    """Squares of CELL degrees, in two grids: what is a part of a town shares one with the town, mostly."""
    if site.latitude is not None and site.longitude is not None:
        for grid, shift in (("x", 0.0), ("y", CELL / 2)):
            yield f"{grid}{int((site.latitude + shift) // CELL)}/{int((site.longitude + shift) // CELL)}"


def _days(profile: Profile) -> Iterator[int]:
    """The day by which the words of an article are looked up."""
    if profile.published is not None:
        yield profile.published
    else:
        yield from (start for start, end in profile.periods if end - start <= MONTH)


def _months(day: int) -> tuple[str, str]:
    """Two rows of buckets, one shifted by half: days within half a month always share one."""
    return f"a{day // MONTH}", f"b{(day + MONTH // 2) // MONTH}"
