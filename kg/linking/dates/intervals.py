"""The days that a TIMEX3 value covers."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kg.linking.dates.vocabulary import SEASON_MONTHS

Precision = Literal["day", "week", "month", "season", "year", "unknown"]
FINEST: tuple[Precision, ...] = ("day", "week", "month", "season", "year", "unknown")
#: days that lie between the ends of an interval of some exactness at most
SPANS: dict[Precision, int] = {"week": 7, "month": 31, "season": 92, "year": 366}
VALUE = re.compile(
    r"^(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<weekend>-WE)?|-(?P<part>SP|SU|FA|WI|Q[1-4]|H[12]))?(?=T|$)"
)
LONGER = re.compile(r"^(?P<digits>\d{2,3})$")


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day, both included; None is open or unknown."""

    start: date | None
    end: date | None
    precision: Precision

    @property
    def closed(self) -> tuple[date, date] | None:
        """Both ends, where both are known."""
        return None if self.start is None or self.end is None else (self.start, self.end)


def interval(value: str) -> Interval | None:
    """Read a DATE or TIME value; None for open values (PAST_REF, XXXX-05), durations and years before Christ."""
    longer = LONGER.match(value)
    if longer:
        width = 10 ** (4 - len(value))
        first = int(value) * width
        return Interval(date(first, 1, 1), date(first + width - 1, 12, 31), "unknown") if first > 0 else None
    match = VALUE.match(value)
    if match is None:
        return None
    try:
        return _calendar(match)
    except ValueError:
        return None


def _calendar(match: re.Match[str]) -> Interval:
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return Interval(day, day, "day")
    if match["month"]:
        return Interval(*_months(year, int(match["month"]), int(match["month"])), "month")
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        first = monday + timedelta(days=5 if match["weekend"] else 0)
        return Interval(first, monday + timedelta(days=6), "week")
    part = match["part"]
    if part is None:
        return Interval(date(year, 1, 1), date(year, 12, 31), "year")
    if part[0] == "H":
        return Interval(*_months(year, 6 * int(part[1]) - 5, 6 * int(part[1])), "year")
    if part[0] == "Q":
        return Interval(*_months(year, 3 * int(part[1]) - 2, 3 * int(part[1])), "season")
    return Interval(*_months(year, *SEASON_MONTHS[part]), "season")


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    """First and last day of a run of months; a run that ends before it starts ends in the year after."""
    end = year + (last < first)
    return date(year, first, 1), date(end, last, monthrange(end, last)[1])


def spread(found: Interval) -> Precision:
    """How exact an interval is: what is known to the day is one day, some days are as exact as a week, weeks as a month."""
    if found.precision != "day" or found.closed is None or found.closed[0] == found.closed[1]:
        return found.precision
    days = (found.closed[1] - found.closed[0]).days
    return next((name for name, most in SPANS.items() if days <= most), "unknown")


DURATION = re.compile(r"^P(?P<count>\d+(?:\.\d+)?)(?P<unit>D|N|W|M|Y)$")


def shifted(day: date, value: str, sign: int) -> Interval | None:
    """Move a day by a duration: by days it gives a day, by weeks a day known to the week, else a month or year."""
    match = DURATION.match(value)
    if match is None:
        return None
    count, unit = sign * int(float(match["count"])), match["unit"]
    if unit in ("D", "N", "W"):
        moved = day + timedelta(days=count * (7 if unit == "W" else 1))
        return Interval(moved, moved, "day" if unit != "W" else "week")
    total = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
    if not 12 <= total < 12 * 9999:
        return None
    year, month = total // 12, total % 12 + 1
    return interval(f"{year:04d}") if unit == "Y" else interval(f"{year:04d}-{month:02d}")
