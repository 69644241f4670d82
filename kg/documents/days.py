"""The day that an article was published, from the ways in which archives write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
#: ways that can be read as one day alone, beside ISO 8601 and the dates of mails and feeds
_WRITTEN = (
    re.compile(r"(?<![\d./-])(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d./-])"),
    re.compile(r"(?<![\w./-])(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[a-z]{3,9})\.?,?[ -](?P<year>\d{4})(?!\w)"),
    re.compile(r"(?<![\w./-])(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})(?![\w:])"),
)


def day(written: str) -> date | None:
    """Return the one day that the words name, with a weekday or an hour beside it or not; None where that is not clear.

    >>> day("Saturday, 20 May 2017, 10:15 AM GMT"), day("Sept. 3, 2017"), day("05/06/2017")
    (datetime.date(2017, 5, 20), datetime.date(2017, 9, 3), None)
    """
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(written).date()
        except ValueError:
            continue
    named = set(_named(written.lower()))
    return named.pop() if len(named) == 1 else None


def _named(words: str) -> Iterator[date | None]:
    """Yield what days are named, None for one that there is not."""
    for match in (found for way in _WRITTEN for found in way.finditer(words)):
        month = _month(match["month"])
        try:
            yield date(int(match["year"]), month, int(match["day"])) if month else None
        except ValueError:
            yield None


def _month(name: str) -> int | None:
    """Return the number of a month, whose name may be cut after three letters or more."""
    if name.isdecimal():
        return int(name)
    return next((number for number, month in enumerate(_MONTHS, start=1) if month.startswith(name)), None)
