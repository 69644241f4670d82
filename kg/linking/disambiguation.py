"""Which bearer of a name is meant: size, kind and the other places of the document decide together.

Every name holds a distribution over its bearers; names that lie close to, beside or inside one another support
each other, and the distributions are recomputed a few times (relaxation labelling, Rosenfeld et al. 1976).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kg.linking.gazetteer import Location

Floats = np.ndarray[Any, np.dtype[np.float64]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]

#: candidates that are looked at, for one name and for one document
PER_NAME, PER_DOCUMENT = 40, 700
ROUNDS = 4
#: what a kind of place is worth beside its size; an unnamed seat of government gains
KIND = {
    "country": 2.5,
    "admin1": 0.6,
    "admin2": -1.2,
    "city": 0.0,
    "airport": -0.5,
    "base": 0.0,
    "point": 0.0,
    "region": 0.5,
}
CAPITAL = 1.6
KNOWN = 1.5
#: a kind told by a word beside the name ("province"); a province whose chief town bears its name, if it is not larger by more
#: than so many powers of ten
HINT, NAMESAKE, AROUND = 4.0, -2.0, 1.2
#: a name that is not the first one of its bearer
ALTERNATE = -1.8
SIZE = 0.9
#: support by another name: same country, same first-level area, same second-level area, nearness
SAME_COUNTRY, SAME_ADMIN1, SAME_ADMIN2, NEAR = 0.45, 1.3, 0.7, 2.0
NEAR_KM = 90.0
BESIDE = 6.0
SUPPORT = 2.2
#: how fast the say of a country's name falls with the number of countries named
MANY = 0.5


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a document with its bearers.

    ``container`` is the number of the name that stands after it as its container, ``twin`` that of the same name with a
    container elsewhere, ``hint`` the kind that words beside it tell.
    """

    candidates: tuple[tuple[Location, bool], ...]
    count: int = 1
    container: int | None = None
    twin: int | None = None
    hint: str | None = None


def resolve(names: Sequence[Name], nations: Mapping[str, float]) -> list[tuple[Location, float] | None]:
    """(place, probability) of each name; ``nations`` are countries that the text points to otherwise, with weights."""
    limit = max(3, min(PER_NAME, PER_DOCUMENT // max(1, len(names))))
    chosen = [name.candidates[: max(limit, 1)] for name in names]
    flat = [(number, place, alternate) for number, places in enumerate(chosen) for place, alternate in places]
    if not flat:
        return [None] * len(names)
    owner = np.array([number for number, _, _ in flat])
    prior = np.array([_prior(place, alternate, nations) for _, place, alternate in flat])
    prior += np.array([b for name, places in zip(names, chosen, strict=True) for b in _kinds(name.hint, places)])
    affinity = _affinity([place for _, place, _ in flat])
    affinity[owner[:, None] == owner[None, :]] = 0.0
    starts = np.flatnonzero(np.append([True], owner[1:] != owner[:-1]))
    inside = _beside(names, owner, [place for _, place, _ in flat])
    voice = _voices(chosen)
    weight = np.array([voice[number] * (1.0 + 0.3 * min(names[number].count - 1, 3)) for number in owner])
    share = _softmax(prior, owner, len(names))
    for _ in range(ROUNDS):
        # the best supporter within each other name
        best = np.maximum.reduceat(affinity * (share * weight)[None, :], starts, axis=1).sum(axis=1)
        own = (inside * share[None, :]).max(axis=1) if inside is not None else 0.0
        share = _softmax(prior + SUPPORT * np.log1p(best) + own, owner, len(names))
    out: list[tuple[Location, float] | None] = [None] * len(names)
    for (number, place, _), probability in zip(flat, share.tolist(), strict=True):
        if out[number] is None or probability > (out[number] or (place, 0.0))[1]:
            out[number] = (place, probability)
    return out


def _voices(chosen: Sequence[Sequence[tuple[Location, bool]]]) -> list[float]:
    """How much each name speaks for others: of many countries each says less of a town, and "U.S." repeats "America"."""
    named = [places[0][0].row if places and places[0][0].kind == "country" else None for places in chosen]
    repeats = Counter(row for row in named if row is not None)
    return [1.0 if row is None else max(1, len(repeats)) ** -MANY / repeats[row] for row in named]


def _prior(place: Location, alternate: bool, nations: Mapping[str, float]) -> float:
    score = SIZE * place.size + KIND[place.kind] + (ALTERNATE if alternate else 0.0)
    score += (CAPITAL if place.feature == "capital" else 0.0) + (KNOWN if place.known else 0.0)
    return score + max((nations.get(code, 0.0) for code in place.countries), default=0.0)


def _kinds(hint: str | None, places: Sequence[tuple[Location, bool]]) -> list[float]:
    """What each bearer gains by being of the kind told; untold, Mexico is the country and Raqqa the town."""
    if hint is not None:
        return [
            HINT if place.kind == hint or hint == "admin1" and place.kind == "region" else 0.0 for place, _ in places
        ]
    seats = {p.admin1 for p, _ in places if p.kind == "city" and p.admin1 >= 0}
    size = max((p.size for p, _ in places if p.kind == "city"), default=0.0)
    nations = {p.countries for p, _ in places if p.kind == "country"}
    return [
        NAMESAKE
        if (p.kind == "admin1" and p.row in seats and p.size < size + AROUND)
        or (p.kind != "country" and p.countries in nations)
        else 0.0
        for p, _ in places
    ]


def _softmax(scores: Floats, owner: Numbers, count: int) -> Floats:
    top = np.full(count, -np.inf)
    np.maximum.at(top, owner, scores)
    weights = np.exp(scores - top[owner])
    return np.asarray(weights / np.bincount(owner, weights, count)[owner])


def _affinity(places: Sequence[Location]) -> Floats:
    """How much each place speaks for each other one, N x N."""
    countries = np.array([_code(p.countries) for p in places])
    admin1 = np.array([p.row if p.kind == "admin1" else p.admin1 for p in places])
    admin2 = np.array([p.row if p.kind == "admin2" else p.admin2 for p in places])
    same1 = (admin1[:, None] == admin1[None, :]) & (admin1 >= 0)[:, None]
    same2 = (admin2[:, None] == admin2[None, :]) & (admin2 >= 0)[:, None]
    same0 = (countries[:, None] == countries[None, :]) & (countries >= 0)[:, None]
    area = np.array([p.kind in ("country", "admin1", "region") for p in places])
    distance = _distances(places)
    close = np.exp(-distance / NEAR_KM) * ~(area[:, None] | area[None, :])
    return np.asarray(SAME_COUNTRY * same0 + SAME_ADMIN1 * same1 + SAME_ADMIN2 * same2 + NEAR * close)


def _code(countries: tuple[str, ...]) -> int:
    """A number for one country, -1 for none or several."""
    return int.from_bytes(countries[0].encode(), "big") if len(countries) == 1 and countries[0] else -1


def _distances(places: Sequence[Location]) -> Floats:
    """Kilometres between all pairs; unknown is far."""
    latitude = np.radians([p.latitude if p.latitude is not None else np.nan for p in places])
    longitude = np.radians([p.longitude if p.longitude is not None else np.nan for p in places])
    points = np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1
    )
    return np.asarray(np.nan_to_num(6371.0 * np.arccos(np.clip(points @ points.T, -1.0, 1.0)), nan=20_000.0))


def _beside(names: Sequence[Name], owner: Numbers, places: Sequence[Location]) -> Floats | None:
    """Bonus of places in a place of the name right after them ("Paris, Texas"), both ways, and of twins."""
    pairs = [(n, name.container) for n, name in enumerate(names) if name.container is not None]
    twins = [(n, name.twin) for n, name in enumerate(names) if name.twin is not None]
    if not pairs and not twins:
        return None
    out = np.zeros((len(places), len(places)))
    members = {n: np.flatnonzero(owner == n).tolist() for pair in (*pairs, *twins) for n in pair if n is not None}
    for inner, outer in pairs:
        for i in members[inner]:
            for j in members[outer if outer is not None else inner]:
                if i != j and contains(places[j], places[i]):
                    out[i, j] = out[j, i] = BESIDE
    for one, other in twins:
        for i in members[one]:
            for j in members[other if other is not None else one]:
                if places[i].row == places[j].row:
                    out[i, j] = BESIDE
    return out


def contains(outer: Location, inner: Location) -> bool:
    """Whether one place is an area in which the other lies."""
    if outer.row == inner.row:
        return False
    if outer.kind == "country":
        return bool(inner.countries) and inner.countries == outer.countries
    return outer.row in (inner.admin1, inner.admin2)
