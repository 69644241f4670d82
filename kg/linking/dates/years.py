"""Years, decades, centuries, quarters and halves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.linking.dates import vocabulary as words
from kg.linking.dates.calendar import add_years, century_value, date_value, decade_value, year_value
from kg.linking.dates.numbers import month, ordinal, year
from kg.linking.dates.patterns import Reading, group

if TYPE_CHECKING:
    from kg.linking.dates.scope import Scope

LARGEST_SHORT_YEAR = 40  # '39 is 2039, '41 is 1941


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
