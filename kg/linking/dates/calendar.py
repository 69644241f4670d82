"""Arithmetic on TIMEX3 values: years before Christ are negative years, written BC0490."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

VALUE = re.compile(r"^(?P<bc>BC)?(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-(?P<sub>[A-Z][A-Z0-9]+))?")


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month or year; what is not said is None."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The calendar day, or None where the point is wider than a day or before the common era."""
        if self.month is None or self.day is None or not 1 <= self.year <= 9998:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def point(value: str) -> Point | None:
    """Read the year, month and day of a value; a week gives its Thursday's month, a season or quarter its middle."""
    match = VALUE.match(value)
    if match is None:
        return None
    year = int(match["year"]) * (-1 if match["bc"] else 1)
    if match["month"]:
        return Point(year, int(match["month"]), int(match["day"]) if match["day"] else None)
    sub = match["sub"] or ""
    if re.fullmatch(r"W\d\d", sub) and year > 0:
        try:
            return Point(year, date.fromisocalendar(year, int(sub[1:]), 4).month)
        except ValueError:
            return Point(year)
    if re.fullmatch(r"Q[1-4]", sub):
        return Point(year, 3 * int(sub[1]) - 1)
    middle = {"SP": 4, "SU": 7, "FA": 10}.get(sub)
    return Point(year, middle)


def year_value(year: int) -> str:
    """1989, BC0490."""
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"


def day_value(day: date) -> str:
    """1989-10-27."""
    return day.isoformat()


def date_value(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Write a day, month or year; an unknown year is XXXX."""
    out = "XXXX" if year is None else year_value(year)
    if month is not None:
        out += f"-{month:02d}"
        if day is not None:
            out += f"-{day:02d}"
    return out


def week_value(day: date) -> str:
    """1989-W43."""
    iso = day.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def add_years(year: int, count: int) -> int:
    """Add years; there is no year 0."""
    out = year + count
    if year < 0 <= out:
        return out + 1
    return out - 1 if out <= 0 < year else out


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Add months to a month."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def decade_value(year: int) -> str:
    """199, BC047."""
    return f"BC{-year // 10:03d}" if year < 0 else f"{year // 10:03d}"


def century_value(number: int, before_christ: bool = False) -> str:
    """The 20th century is 19."""
    return f"{'BC' if before_christ else ''}{number - 1:02d}"


def shift(start: Point, unit: str, count: int) -> str | None:
    """Move a point by a number of units (ISO letters) and write it at the unit's grain; None where it is too vague."""
    if unit == "Y":
        return year_value(add_years(start.year, count))
    if unit == "DE":
        return decade_value(add_years(start.year, 10 * count))
    if unit == "CE":
        return century_value(add_years(start.year, 100 * count) // 100 + 1) if start.year > 0 else None
    if start.month is not None and unit in ("M", "Q", "S"):
        year, month = add_months(start.year, start.month, count if unit == "M" else 3 * count)
        return date_value(year, month) if unit == "M" else f"{year_value(year)}-Q{(month + 2) // 3}"
    day = start.date
    if day is None:
        return _shift_ancient(start, unit, count)
    if unit in ("W", "WE"):
        return week_value(day + timedelta(weeks=count)) + ("-WE" if unit == "WE" else "")
    return day_value(day + timedelta(days=count)) if unit in ("D", "N") else None


def _shift_ancient(start: Point, unit: str, count: int) -> str | None:
    """Days of a year before Christ are counted in a common year of the same months."""
    if unit not in ("D", "N") or start.month is None or start.day is None:
        return None
    try:
        moved = date(2001, start.month, start.day) + timedelta(days=count)
    except ValueError:
        return None
    return date_value(start.year + moved.year - 2001, moved.month, moved.day)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The n-th weekday (Monday is 1) of a month; -1 is the last."""
    if count < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        last = following - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches (anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def iso_day(text: str | None) -> date | None:
    """The day that an ISO 8601 day or time begins with, None where it is none."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
