"""Holidays: fixed days, days that move with Easter or a weekday, and days left open."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.linking.dates import vocabulary as words
from kg.linking.dates.calendar import date_value, easter, nth_weekday, year_value
from kg.linking.dates.patterns import Reading, group
from kg.linking.dates.years import stated_year

if TYPE_CHECKING:
    from kg.linking.dates.scope import Scope


def holiday_date(match: re.Match[str], scope: Scope) -> Reading | None:
    """*Christmas Eve*, *Good Friday 1998*, *last Easter*."""
    name, known = " ".join(match["holiday"].lower().split()), stated_year(match, scope)
    base = scope.now
    if known is None and base is not None:
        known = base.year + _holiday_step(name, group(match, "which2") or "", match.start(), scope)
    if known is None or name in words.OPEN_HOLIDAYS:
        fixed = words.HOLIDAYS.get(name)
        return "DATE", f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}" if fixed else (
            "XXXX" if known is None else year_value(known)
        ) + "-XX-XX"
    if name in words.HOLIDAYS or known < 1:
        return "DATE", date_value(known, *words.HOLIDAYS.get(name, (None, None)))
    return "DATE", holiday(name, known).isoformat()


def holiday(name: str, known: int) -> date:
    """The day of a holiday in a year of our era."""
    if name in words.EASTER_HOLIDAYS:
        return easter(known) + timedelta(days=words.EASTER_HOLIDAYS[name])
    if name in words.MOVABLE_HOLIDAYS:
        named, number, count = words.MOVABLE_HOLIDAYS[name]
        return nth_weekday(known, named, number, count)
    return date(known, *words.HOLIDAYS[name])


def _holiday_step(name: str, which: str, offset: int, scope: Scope) -> int:
    base = scope.now.date if scope.now else None
    if base is None or scope.narrative or name in words.OPEN_HOLIDAYS:
        return 0
    this = holiday(name, base.year)
    if which in ("last", "this past", "the previous"):
        return 0 if this < base else -1
    if which in ("next", "this coming", "the next"):
        return 0 if this > base else 1
    distance, tense = (this - base).days, scope.tense(offset)
    if tense == "past" and distance > 45 or distance > 270:
        return -1
    return 1 if tense == "future" and distance < -45 or distance < -320 else 0
