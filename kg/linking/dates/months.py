"""Months, weeks of a month and seasons."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kg.linking.dates import vocabulary as words
from kg.linking.dates.calendar import date_value, nth_weekday, week_value, year_value
from kg.linking.dates.numbers import month
from kg.linking.dates.patterns import Reading, group
from kg.linking.dates.years import QUARTERS, stated_year

if TYPE_CHECKING:
    from kg.linking.dates.scope import Scope


def month_date(match: re.Match[str], scope: Scope) -> Reading | None:
    """*May 2017*, *May of that year*, *June last year*, *May*."""
    named, known = month(match["month"]), stated_year(match, scope)
    return "DATE", date_value(known if known is not None else scope.complete(named, None, match.start()), named)


def near_month(match: re.Match[str], scope: Scope) -> Reading | None:
    """*last April*, *next May*, *this June*, *the previous October*."""
    named, which = month(match["month"]), match["which2"].lower()
    base = scope.reference if which.startswith("the") else scope.now
    if base is None or base.month is None:
        return "DATE", date_value(base.year if base else None, named)
    before = "last" in which or "past" in which or "previous" in which
    after = "next" in which or "following" in which or "coming" in which
    known = base.year - (before and named >= base.month) + (after and named <= base.month)
    return "DATE", date_value(known, named)


def week_of_month(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the first week of May*: the week of its 4th day; *the last week of August*: that of its last Thursday."""
    named, known = month(match["month"]), stated_year(match, scope)
    known = known if known is not None else scope.complete(named, None, match.start())
    if known is None or known < 1:
        return "DATE", date_value(known, named)
    number = QUARTERS.get(match["half"].lower(), 1 if match["half"].lower() == "opening" else 4)
    last = nth_weekday(known, named, 4, -1)
    day = last if match["half"].lower() in ("last", "final", "closing") else date(known, named, 4 + 7 * (number - 1))
    return "DATE", week_value(day)


def season_date(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the spring of 1918*, *summer 2007*, *last autumn*, *the winter*."""
    code = words.SEASONS[match["season"].lower()]
    known = stated_year(match, scope)
    if known is None:
        known = _season_year(code, group(match, "which2") or "", match.start(), scope)
    return "DATE", f"{'XXXX' if known is None else year_value(known)}-{code}"


def _season_year(code: str, which: str, offset: int, scope: Scope) -> int | None:
    base = scope.now
    if base is None:
        return None
    if scope.narrative and not which:
        return scope.story_year(base, 12, offset)
    if base.month is None:
        return base.year
    first = words.SEASON_MONTHS[code][0]
    if which in ("last", "this past", "past"):
        return base.year - (first + 2 >= base.month or code == "WI")
    if which in ("next", "this coming", "the coming", "the next"):
        return base.year + (first <= base.month)
    ahead = first > base.month and not which and scope.tense(offset) == "past"
    return base.year - (ahead or code == "WI" and base.month < 3)
