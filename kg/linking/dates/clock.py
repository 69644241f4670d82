"""Times of the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.linking.dates import vocabulary as words
from kg.linking.dates.calendar import date_value
from kg.linking.dates.numbers import quantity
from kg.linking.dates.patterns import Reading, group

if TYPE_CHECKING:
    from kg.linking.dates.scope import Scope


def clock(match: re.Match[str], scope: Scope) -> Reading | None:
    """*10 p.m.*, *03:00 hours*, *0530 GMT*, *noon*."""
    time = clock_value(match)
    if time is None:
        return None
    return "TIME", _day(match, scope) + time


def _is_over(match: re.Match[str], scope: Scope) -> bool:
    """Whether an hour is past while the day named last is to come: "will land on *Friday*. They came at **10 a.m.**"."""
    named, today = (point.date if point else None for point in (scope.reference, scope.now))
    return named is not None and today is not None and named > today and scope.tense(match.start()) == "past"


def clock_hour(match: re.Match[str], scope: Scope) -> Reading | None:
    """*10 o'clock*: morning or evening is not said."""
    hour, base = quantity(match["hour"]), scope.reference
    if hour is None or hour > 12:
        return None
    return "TIME", (
        date_value(base.year, base.month, base.day) if base and base.day else "XXXX-XX-XX"
    ) + f"T{int(hour):02d}:00"


def hour_of_part(match: re.Match[str], scope: Scope) -> Reading | None:
    """*2 in the morning*, *eleven at night*."""
    figure = quantity(match["hour"])
    if figure is None or not 1 <= figure <= 12:
        return None
    hour = int(figure) % 12 + (0 if group(match, "when") == "morning" else 12)
    if group(match, "late") and figure in (12, *range(1, 5)):
        hour = int(figure) % 12  # "one at night" is after midnight
    return "TIME", f"{_day(match, scope)}T{hour:02d}:{match['minute'] or '00'}"


def _day(match: re.Match[str], scope: Scope) -> str:
    """The day that an hour without one is of."""
    base = scope.reference if scope.narrative or (scope.day is not None and not _is_over(match, scope)) else scope.now
    return date_value(base.year, base.month, base.day) if base and base.day else "XXXX-XX-XX"


def clock_value(match: re.Match[str]) -> str | None:
    """The part of a TIMEX3 value from T on."""
    word = group(match, "clockword")
    if word:
        return "T" + words.CLOCK_WORDS[word]
    hour, minute = int(match["hour"]), match["minute"]
    half = (group(match, "half") or "").replace(".", "").replace(" ", "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour > 24 or int(minute or 0) > 59:
        return None
    zone = (group(match, "zone") or "").lower()
    return f"T{hour:02d}:{minute or '00'}" + ("Z" if zone in ("gmt", "utc", "z") else "")
