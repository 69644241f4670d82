"""Days that the calendar names."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from kg.linking.dates import vocabulary as words
from kg.linking.dates.calendar import date_value
from kg.linking.dates.numbers import month, ordinal, weekday
from kg.linking.dates.patterns import Reading, group
from kg.linking.dates.years import short_year, stated_year

if TYPE_CHECKING:
    from kg.linking.dates.scope import Scope


def full_date(match: re.Match[str], scope: Scope) -> Reading | None:
    """*Thursday, 18 May 2017*; *May 18*; *18 May last year*."""
    named = month(match["month"])
    text = group(match, "day") or group(match, "ordinal") or ""
    number = ordinal(text) if not text.isdigit() else int(text)
    if number is None or not 1 <= number <= 31:
        return None
    known, day = stated_year(match, scope), group(match, "weekday")
    if known is None:
        known = scope.complete(named, number, match.start(), weekday(day) if day else None)
    return "DATE", date_value(known, named, number)


def later_day(match: re.Match[str], scope: Scope) -> Reading | None:
    """May 3-*5*: the second day of a range."""
    named, number = month(match["month"]), int(re.sub(r"\D", "", match["day2"]))
    known = stated_year(match, scope)
    return "DATE", date_value(
        known if known is not None else scope.complete(named, number, match.start()), named, number
    )


def numeric_date(match: re.Match[str], scope: Scope) -> Reading | None:
    """2017-05-18, 05/18/2017 (month first unless it cannot be), 18.05.2017."""
    first, second, known = int(match["a"]), int(match["b"]), int(match["y"])
    known = short_year(known, scope) if known < 100 else known
    if "." in match[0] or first > 12:
        first, second = second, first
    if not (1 <= first <= 12 and 1 <= second <= 31):
        return None
    return "DATE", date_value(known, first, second)


def military(match: re.Match[str], scope: Scope) -> Reading | None:
    """051200Z JAN 91: day, hour, minute, zone."""
    number, hour, minute = int(match["dd"]), int(match["hh"]), int(match["mm"])
    if not (1 <= number <= 31 and hour < 25 and minute < 60):
        return None
    named = group(match, "month")
    base = scope.now
    if named:
        known = stated_year(match, scope)
        text = date_value(
            known if known is not None else scope.complete(month(named), number, match.start()), month(named), number
        )
    else:
        text = date_value(base.year, base.month, number) if base and base.month else f"XXXX-XX-{number:02d}"
    return "TIME", f"{text}T{hour:02d}:{minute:02d}" + ("Z" if match["z"].lower() == "z" else "")


def day_of_month(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the 20th*: of the month last named."""
    number = int(re.sub(r"\D", "", match["ordinal"]))
    base = scope.reference
    if not 1 <= number <= 31 or base is None or base.month is None:
        return None
    return "DATE", date_value(base.year, base.month, number)


def named_day(match: re.Match[str], scope: Scope) -> Reading | None:
    """*D-Day*, *9/11*."""
    return "DATE", words.NAMED_DAYS[" ".join(match[0].lower().split())]


def anniversary(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the anniversary of the 17 May coup*: that day of this year; without a day it is left open."""
    base = scope.now
    named, number = group(match, "month") or group(match, "month2"), group(match, "day") or group(match, "day2")
    known = base.year if base else None
    if named and number:
        return "DATE", date_value(known, month(named), int(re.sub(r"\D", "", number)))
    if group(match, "named"):
        return "DATE", date_value(known) + words.NAMED_DAYS[group(match, "named") or ""][4:]
    return "DATE", "XXXX-XX-XX"


def day_name(match: re.Match[str], scope: Scope) -> Reading | None:
    """*Thursday*: the nearest one that the tense allows."""
    number = weekday(match["fullday"])
    found = scope.weekday(number, match.start())
    return "DATE", found.isoformat() if found else f"XXXX-WXX-{number}"


def near_day_name(match: re.Match[str], scope: Scope) -> Reading | None:
    """*last Friday*, *next Tuesday*, *this coming Sunday*, *the previous Friday*."""
    number, which = weekday(match["fullday"]), match["which2"].lower()
    base = scope.reference if which.startswith("the ") and "coming" not in which else scope.now
    today = base.date if base else None
    if today is None:
        return "DATE", f"XXXX-WXX-{number}"
    behind, ahead = (today.isoweekday() - number) % 7 or 7, (number - today.isoweekday()) % 7 or 7
    if "last" in which or "past" in which or "previous" in which or "preceding" in which:
        return "DATE", (today - timedelta(days=behind)).isoformat()
    if "next" in which or "following" in which or "coming" in which:
        return "DATE", (today + timedelta(days=ahead)).isoformat()
    return "DATE", (today + timedelta(days=number - today.isoweekday())).isoformat()


def day_of_week(match: re.Match[str], scope: Scope) -> Reading | None:
    """*Friday of next week*, *Monday last week*, *Tuesday of the following week*."""
    number, which = weekday(match["fullday"]), match["which2"].lower()
    base = scope.reference if which.startswith("the ") else scope.now
    today = base.date if base else None
    if today is None:
        return "DATE", f"XXXX-WXX-{number}"
    weeks = -1 if "last" in which or "previous" in which else 1 if "next" in which or "following" in which else 0
    return "DATE", (today + timedelta(days=number - today.isoweekday() + 7 * weeks)).isoformat()
