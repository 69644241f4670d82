"""Days, months, seasons, years, decades, centuries and clock times that are named by the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.linking.dates import vocabulary as words
from kg.linking.dates.calendar import (
    add_years,
    century_value,
    date_value,
    decade_value,
    easter,
    nth_weekday,
    week_value,
    year_value,
)
from kg.linking.dates.numbers import month, ordinal, weekday, year
from kg.linking.dates.patterns import Reading, group

if TYPE_CHECKING:
    from kg.linking.dates.scope import Scope

LARGEST_SHORT_YEAR = 40  # '39 is 2039, '41 is 1941


def stated_year(match: re.Match[str], scope: Scope) -> int | None:
    """The year in the words: 1989, '89, "last year", "that year"."""
    text = group(match, "year")
    if text is not None:
        return year(text)
    short = group(match, "short") or group(match, "yy")
    if short is not None:
        return short_year(int(short.strip("'")), scope)
    which = group(match, "which")
    return None if which is None else which_year(which, scope)


def short_year(number: int, scope: Scope) -> int:
    """A year of two figures: in a narrative of its century, else of ours or the last one."""
    if scope.narrative and scope.year is not None and scope.year > 0:
        return scope.year // 100 * 100 + number
    top = (scope.published.year if scope.published else 2000 + LARGEST_SHORT_YEAR - 10) + 10
    return 2000 + number if 2000 + number <= top else 1900 + number


def which_year(which: str, scope: Scope) -> int | None:
    """ "last year" counts from now; "that year", "the following year" from what was last named."""
    back = which in ("that", "the same", "the following", "the previous", "the preceding", "the next", "the")
    base = scope.reference if back else scope.now
    if base is None:
        return None
    step = {"last": -1, "the previous": -1, "the preceding": -1, "next": 1, "the following": 1, "the next": 1}.get(
        which, 0
    )
    return add_years(base.year, step)


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
    """*the first week of May*: the week of its 4th day; *the last week of August*: that of the third day before its end."""
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


def named_day(match: re.Match[str], scope: Scope) -> Reading | None:
    """*D-Day*, *9/11*."""
    return "DATE", words.NAMED_DAYS[" ".join(match[0].lower().split())]


def year_date(match: re.Match[str], scope: Scope) -> Reading | None:
    """*1989*, *490 BC*, *fiscal 1989*, *1915-16*."""
    known = stated_year(match, scope)
    if known is None and "short2" in match.re.groupindex:
        known = year(match["year1"]) // 100 * 100 + int(match["short2"])
    return None if known is None else ("DATE", year_value(known))


def ancient_year(match: re.Match[str], scope: Scope) -> Reading | None:
    """*in 490*, in a text that counts before Christ."""
    return "DATE", year_value(-int(match["timex"]))


def worded_year(match: re.Match[str], scope: Scope) -> Reading | None:
    """*nineteen ninety-seven*, *January two thousand and three*."""
    low = match["words"].lower().replace("-", " ").split()
    tens = sum(words.CARDINALS.get(word, 0) for word in low[1:])
    known = 2000 + tens if low[0] == "two" else words.CARDINALS[low[0]] * 100 + tens
    named = group(match, "month")
    return "DATE", date_value(known, month(named) if named else None)


def decade_date(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the 1990s*, *the '80s*, *the nineties*, *the 470s BC*."""
    if group(match, "decade"):
        century = scope.year // 100 if scope.narrative and scope.year and scope.year > 0 else 19
        return "DATE", f"{century}{words.DECADES[match['decade'].lower()]}"
    number = int(match["decades"])
    if match["era"]:
        return "DATE", decade_value(-number)
    return "DATE", decade_value(number + (1900 if number > 20 else 2000) if number < 100 else number)


def century_date(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the 20th century*: 19."""
    number = ordinal(match["ordinal"])
    return None if not number else ("DATE", century_value(number, bool(match["era"])))


QUARTERS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 4,
    "final": 4,
}


def quarter_date(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the third quarter of 1990*, *this year's second quarter*, *third-quarter*, *Q3 2017*."""
    number = QUARTERS.get(group(match, "quarter") or "") or int(
        match["number9"] if "number9" in match.re.groupindex else 0
    )
    known, base = stated_year(match, scope), scope.now
    if known is None and base is not None:
        known = base.year
        if base.month is not None and 3 * number - 2 > base.month and scope.tense(match.start()) != "future":
            known -= 3 * number - 2 > base.month + 2 or scope.tense(match.start()) == "past"
    value = f"{'XXXX' if known is None else year_value(known)}-Q{number}"
    if known is not None and base is not None and known >= base.year - (base.month is not None and base.month < 4):
        scope.quarter = value
    return "DATE", value


def half_date(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the first half of 2008*."""
    known = stated_year(match, scope)
    number = 1 if match["half"].lower() in ("first", "1st", "former") else 2
    return None if known is None else ("DATE", f"{year_value(known)}-H{number}")


def clock(match: re.Match[str], scope: Scope) -> Reading | None:
    """*10 p.m.*, *03:00 hours*, *0530 GMT*, *noon*."""
    time = clock_value(match)
    if time is None:
        return None
    base = scope.reference if scope.narrative or scope.day is not None else scope.now
    return "TIME", (date_value(base.year, base.month, base.day) if base and base.day else "XXXX-XX-XX") + time


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
