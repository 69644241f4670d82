"""Deeds dated by how long before the news they were: "the raid comes *barely three days after* gunmen **shot** a priest"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.linking.dates.intervals import Interval, shifted, spread

if TYPE_CHECKING:
    from kg.linking.dates.anchors import Anchored
    from kg.model import Timex

#: days before a report in which its news is
NEWS = 3
#: days by which a length in weeks may be rounded
ROUNDED = 3


def length_before(here: Sequence[Anchored], relation: str) -> Timex | None:
    """The length of time that a sentence measures from a deed: "*five weeks* after four were shot"."""
    lengths = (item for item in here if item.timex.type == "DURATION" and item.relation == relation)
    return next((item.timex for item in lengths if _stands_before(item, relation)), None)


def _stands_before(item: Anchored, relation: str) -> bool:
    """Whether a length stands right before the word that measures with it: not "after *a 3-year-old* died"."""
    text = item.head.doc.text
    return text[item.timex.end :].lstrip().lower().startswith(relation)


def before_news(published: date, length: str) -> Interval | None:
    """When a deed was that was so long before what is now told as news.

    >>> before_news(date(2031, 5, 20), "P1W")
    Interval(start=datetime.date(2031, 5, 7), end=datetime.date(2031, 5, 16), precision='month')
    """
    moved = shifted(published, length, -1)
    if moved is None or moved.start is None or moved.end is None:
        return None
    if moved.precision not in ("day", "week"):
        return moved
    rounded = timedelta(days=ROUNDED if moved.precision == "week" else 0)
    first, last = moved.start - timedelta(days=NEWS) - rounded, moved.end + rounded
    return Interval(first, last, spread(Interval(first, last, "day")))
