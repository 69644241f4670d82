"""Expressions that count from now or from what was last named."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from kg.linking.dates import vocabulary as words
from kg.linking.dates.calendar import date_value, point, week_value, year_value
from kg.linking.dates.numbers import duration, quantity, unit, weekday
from kg.linking.dates.patterns import Reading, group

if TYPE_CHECKING:
    from kg.linking.dates.calendar import Point
    from kg.linking.dates.scope import Scope

DEICTIC_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
OPEN_VALUES = {
    "D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
    "S": "XXXX-XX",
    "Y": "XXXX", "DE": "XXX", "CE": "XX",
}  # fmt: skip


def present(match: re.Match[str], scope: Scope) -> Reading | None:
    """*now*, *currently*."""
    return "DATE", "PRESENT_REF"


def past(match: re.Match[str], scope: Scope) -> Reading | None:
    """*recently*, *in recent months*, *in the past*."""
    return "DATE", "PAST_REF"


def future(match: re.Match[str], scope: Scope) -> Reading | None:
    """*soon*, *the future*, *coming months*."""
    return "DATE", "FUTURE_REF"


def deictic_day(match: re.Match[str], scope: Scope) -> Reading | None:
    """*today*, *yesterday*, *tomorrow*, *tonight*, *the day before yesterday*."""
    word = match["deictic"].lower()
    if scope.narrative and word == "today":
        return "DATE", "PRESENT_REF"
    step = DEICTIC_DAYS[word]
    if group(match, "beyond"):
        step *= 2
    value = scope.offset(scope.now, "D", step) or "XXXX-XX-XX"
    return ("TIME", value + "TNI") if word == "tonight" else ("DATE", value)


def part_of_day(match: re.Match[str], scope: Scope) -> Reading | None:
    """*last night*, *this morning*, *the next morning*, *that afternoon*, *overnight*."""
    code = words.PARTS.get(match["part"].lower(), "NI") if group(match, "part") else "NI"
    which = group(match, "which2") or ""
    back = which.startswith("the ") or which in ("that", "that same", "the") or scope.narrative
    step = -1 if which == "last" or "previous" in which else 1 if "next" in which or "following" in which else 0
    value = scope.offset(scope.reference if back else scope.now, "D", step)
    if which == "" and back:
        value = None if value is None else value
    return "TIME", f"{value or 'XXXX-XX-XX'}T{code}"


def overnight(match: re.Match[str], scope: Scope) -> Reading | None:
    """*overnight*: the night before publication."""
    return "TIME", (scope.offset(scope.now, "D", -1) or "XXXX-XX-XX") + "TNI"


def ago(match: re.Match[str], scope: Scope) -> Reading | None:
    """*two days ago*, *a year ago*, *several years ago*."""
    return _counted(match, scope, scope.now, -1)


def ago_to_the_day(match: re.Match[str], scope: Scope) -> Reading | None:
    """*two years ago today*, *a week ago yesterday*: the very day."""
    number, letters = quantity(match["number"]), unit(match["unit"])
    base = point(scope.offset(scope.now, "D", DEICTIC_DAYS[match["deictic"].lower()]) or "")
    if base is None or number is None or number != int(number) or letters not in ("D", "W", "M", "Y", "DE"):
        return ago(match, scope)
    days = {"D": 1, "W": 7}.get(letters)
    if days is not None:
        return "DATE", scope.offset(base, "D", -int(number) * days) or OPEN_VALUES["D"]
    there = point(scope.offset(base, "M", -int(number) * {"M": 1, "Y": 12, "DE": 120}[letters]) or "")
    return "DATE", OPEN_VALUES["D"] if there is None else date_value(there.year, there.month, base.day)


def earlier(match: re.Match[str], scope: Scope) -> Reading | None:
    """*two days earlier*, *a week before*."""
    return _counted(match, scope, scope.reference, -1)


def later(match: re.Match[str], scope: Scope) -> Reading | None:
    """*two days later*, *three weeks after*."""
    return _counted(match, scope, scope.reference, 1)


def hence(match: re.Match[str], scope: Scope) -> Reading | None:
    """*two weeks from now*, *within two days of now*."""
    return _counted(match, scope, scope.now, 1)


def day_beside(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the day before*, *the night after*, of the day told last."""
    value = scope.offset(scope.reference, "D", -1 if match["way"].lower() == "before" else 1) or "XXXX-XX-XX"
    return ("TIME", f"{value}TNI") if match["unit"].lower() == "night" else ("DATE", value)


def before_last(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the week before last*: two of them back."""
    value = scope.offset(scope.now, unit(match["unit"]), -2)
    return "DATE", value or "PAST_REF"


def _counted(match: re.Match[str], scope: Scope, base: Point | None, sign: int) -> Reading | None:
    letters = unit(match["unit"])
    text = group(match, "number")
    number = quantity(text) if text else None
    if number is None or (number != int(number) and letters not in ("Y", "DE", "CE", "TH")):
        return "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF"
    if number != int(number) and letters != "TH":
        letters, number = ("M", number * 12) if letters == "Y" else ("Y", number * (10 if letters == "DE" else 100))
    if letters.startswith("T"):
        day = date_value(base.year, base.month, base.day) if base and base.day else "XXXX-XX-XX"
        return "TIME", day + ("" if base and base.day and number < 12 else "TXX")
    if letters == "W" and "fortnight" in match["unit"].lower():
        number *= 2
    if letters == "Y" and number == 1 and scope.quarter is not None and not scope.narrative and sign < 0:
        return "DATE", year_before(scope.quarter)
    return "DATE", scope.offset(base, letters, sign * int(number)) or OPEN_VALUES.get(letters, "XXXX")


def weekdays_ago(match: re.Match[str], scope: Scope) -> Reading | None:
    """*two Sundays ago*."""
    today, count = scope.now.date if scope.now else None, quantity(match["figure"])
    if today is None or count is None:
        return "DATE", f"XXXX-WXX-{weekday(match['fullday'])}"
    behind = (today.isoweekday() - weekday(match["fullday"])) % 7 or 7
    return "DATE", (today - timedelta(days=behind + 7 * (int(count) - 1))).isoformat()


def near_unit(match: re.Match[str], scope: Scope) -> Reading | None:
    """*last month*, *this week*, *next year*, *the previous day*, *that year*, *the same week*."""
    letters, which = unit(match["unit"]), " ".join(match["which2"].lower().split())
    back = which == "the next"
    which = which.removeprefix("the ")
    step = STEPS[which]
    if letters == "N" or (letters.startswith("T") and not match[0].lower().startswith("the ")):
        return None
    if letters.startswith("T"):
        return "DURATION", duration(1, letters)
    base = scope.reference if back or which in ANAPHORIC else scope.now
    if letters == "Y" and scope.quarter is not None and not scope.narrative and which == "year-ago":
        return "DATE", year_before(scope.quarter)
    if letters in ("DE", "CE") and which in ("last", "past", "next", "coming"):
        return "DURATION", duration(1, letters)
    if letters == "D" and which in ("last", "past", "final", "next") and base is None:
        return None
    return "DATE", scope.offset(base, letters, step) or OPEN_VALUES.get(letters, "XXXX")


STEPS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this past": -1, "this last": -1, "next": 1,
    "following": 1, "coming": 1, "upcoming": 1, "this coming": 1, "ensuing": 1, "subsequent": 1,
    "this": 0, "current": 0,
    "present": 0, "same": 0, "that": 0, "that same": 0, "this same": 0, "that very": 0, "this very": 0, "very same": 0,
    "ongoing": 0, "just-ended": -1, "latest": 0,
}  # fmt: skip
ANAPHORIC = frozenset(
    {
        "previous",
        "preceding",
        "prior",
        "following",
        "ensuing",
        "subsequent",
        "same",
        "that",
        "that same",
        "that very",
        "very same",
    }
)


def bare_unit(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the day*, *the end of the month*, *the weekend*, *the quarter*: the one last named."""
    letters = unit(match["unit"])
    base = scope.reference if letters != "WE" else scope.now
    if letters == "Q" and scope.quarter is not None:
        return "DATE", scope.quarter
    if letters == "WE" and base is not None and base.date is not None:
        today = base.date
        early = today.isoweekday() < 6 and scope.tense(match.start()) != "future"
        return "DATE", (scope.offset(base, "WE", -1 if early else 0)) or week_value(today) + "-WE"
    return "DATE", scope.offset(base, letters, 0) or OPEN_VALUES.get(letters, "XXXX")


def year_end(match: re.Match[str], scope: Scope) -> Reading | None:
    """*year-end*, *month's end*."""
    letters = unit(match["unit"])
    base = scope.now if letters == "Y" else scope.reference
    return "DATE", scope.offset(base, letters, 0) or OPEN_VALUES[letters]


def year_before(quarter: str) -> str:
    """1989-Q3 is 1988-Q3."""
    return f"{int(quarter[:4]) - 1}{quarter[4:]}"


def period_of_year(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the 1988 quarter*: the quarter that the text is about, of that year."""
    if scope.quarter is None:
        return "DATE", match["year"]
    return "DATE", match["year"] + scope.quarter[4:]


def latest_period(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the latest quarter*: the one that the text is about, else the last one that is over."""
    if scope.quarter is not None:
        return "DATE", scope.quarter
    return "DATE", scope.offset(scope.now, "Q", -1) or "XXXX-QX"


def compared_period(match: re.Match[str], scope: Scope) -> Reading | None:
    """*the year-ago quarter*, *year-earlier*, *the same period last year*."""
    base = scope.now
    if base is None:
        return None
    if scope.quarter is not None and not scope.narrative:
        return "DATE", year_before(scope.quarter)
    return "DATE", year_value(base.year - 1)
