"""Whether two tellings can be of one day: by what they state, by when they were printed, by weekdays where they have no date."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.profiles import Profile

#: an article dates what it tells of, all of it to other days
OTHER_NEWS = -1.5
#: the days are neighbours: of a night, or not
OVERNIGHT, NEXT_DAY = 0.8, -0.5
#: an article has no date; then the same day of the week, or another
UNDATED, WEEKDAY, OTHER_WEEKDAY = -0.7, 1.0, -3.0
#: exact numbers of people that two articles without a date share, or do not
FIGURE, OTHER_FIGURES = 1.0, -3.0
#: what being told in the news behind a length of time is worth at most: "since March" holds much news
LENGTHS = ((7, 1.0), (31, 0.5))


def timing(one: Profile, other: Profile) -> float | None:
    """Weigh the days of two tellings; None where they cannot be one."""
    if one.periods and other.periods:
        return _stated(one, other)
    if one.published is None or other.published is None:
        signs = _weekdays(one, other), _counts(one, other)
        return None if signs == (OTHER_WEEKDAY, OTHER_FIGURES) else UNDATED + sum(signs)
    if one.periods or other.periods:
        return _dated(one, other) if one.periods else _dated(other, one)
    return _step(abs(one.published - other.published), ((1, 0.8), (3, 0.3), (14, -0.5), (60, -1.5), (365, -2.5)), -4.0)


def _weekdays(one: Profile, other: Profile) -> float:
    """Weigh the days of the week of two articles without a date: those of the happening, else of what is told beside it."""
    if one.weekdays and other.weekdays and not one.weekdays & other.weekdays:
        return OTHER_WEEKDAY
    if one.mentioned & other.mentioned:
        return WEEKDAY
    return 0.0


def _counts(one: Profile, other: Profile) -> float:
    """Weigh the numbers of those hit, anywhere in two articles without a date."""
    if not one.figures or not other.figures:
        return 0.0
    return FIGURE if one.figures & other.figures else OTHER_FIGURES


def _stated(one: Profile, other: Profile) -> float | None:
    """Both say when: the shorter the time they share the better; days apart are two happenings."""
    shared = [max(a[1] - a[0], b[1] - b[0]) for a, b in _pairs(one, other) if a[0] <= b[1] and b[0] <= a[1]]
    if shared:
        return _step(min(shared), ((0, 2.0), (7, 1.0), (31, 0.5)), 0.1)
    gap = min(max(a[0] - b[1], b[0] - a[1]) for a, b in _pairs(one, other))
    return (OVERNIGHT if one.overnight or other.overnight else NEXT_DAY) if gap <= 1 else None


def _pairs(one: Profile, other: Profile) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    return ((a, b) for a in one.periods for b in other.periods)


def _dated(told: Profile, other: Profile) -> float | None:
    """One says when, the other was published some day: not before it, and news tells of the last days.

    An article that says when all else was, and that it was on another day, hardly tells of this one.
    """
    published = other.published or 0
    lags = [published - end for start, end in told.periods if published >= start - 1]
    if not lags:
        return None
    worth = _step(max(0, min(lags, key=abs)), ((2, 1.0), (7, 0.0), (31, -0.5), (365, -1.5)), -4.0)
    worth = min(worth, _step(min(end - start for start, end in told.periods), LENGTHS, 0.0))
    others = other.recent and not any(start <= day <= end for start, end in told.periods for day in other.recent)
    return worth + OTHER_NEWS * bool(others)


def _step(size: int, steps: tuple[tuple[int, float], ...], beyond: float) -> float:
    return next((worth for limit, worth in steps if size <= limit), beyond)
