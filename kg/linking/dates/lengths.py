"""Lengths of time that end on a day: "the past 48 hours", "the week to 15 November", "for ten days"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.linking.dates.intervals import Interval, shifted
from kg.linking.dates.vocabulary import CARDINALS, PLURALS, UNITS

if TYPE_CHECKING:
    from spacy.tokens import Span

ENDING = frozenset({"to", "ending", "ended", "through"})
PAST = re.compile(r"(?:the |its |this )?(?:past|last|previous|preceding)\b", re.IGNORECASE)
HOURS = re.compile(r"^PT(?P<count>\d+)H$")
#: prepositions of a length that reaches up to now
OVER = frozenset({"in", "over", "during", "within", "for", "throughout", "across", ""})


def ending_length(span: Span) -> str:
    """The TIMEX3 duration whose end an expression names: "in *the week to* 15 November", "*24 hours ending* Thursday"."""
    doc, at = span.doc, span.start - 1
    if at > 0 and doc[at].lower_ == "on":
        at -= 1
    if at < 2 or doc[at].lower_ not in ENDING:
        return ""
    word = doc[at - 1].lower_
    unit = UNITS.get(PLURALS.get(word, word)) or UNITS.get(word.removesuffix("s"))
    if unit not in ("TH", "D", "W", "M", "Y"):
        return ""
    number = doc[at - 2].lower_
    count = CARDINALS.get(number) or (int(number) if number.isdecimal() and len(number) < 4 else 1)
    return f"PT{count}H" if unit == "TH" else f"P{count}{unit}"


def until(end: date, length: str) -> Interval | None:
    """The interval of a TIMEX3 duration that ends on a day; None for lengths in minutes, decades and vague ones."""
    hours = HOURS.match(length)
    if hours is not None:
        return Interval(end - timedelta(days=-(-int(hours["count"]) // 24)), end, "day")
    first = shifted(end, length, -1)
    return None if first is None or first.start is None else Interval(first.start, end, first.precision)


def is_past(words: str, relation: str) -> bool:
    """Whether words tell of a length that reaches up to now: "over *the past two days*"."""
    return relation in OVER and PAST.match(words) is not None
