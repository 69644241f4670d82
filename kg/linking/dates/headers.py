"""The line before a report that says where and when it was sent: "LESK, 15 Mar (AFP) --", "1830 GMT 15 Mar 88 [Text]"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

#: "Lesk, 4 Feb 90 (NORTHERN NEWS) --", "Lesk, 4 Feb (NN) - ", "Oru Radio in Spanish 1830 GMT 4 Feb 90 [Text]"
DATELINE = re.compile(r"\s*[^\n]{0,150}?(?:--|\u2014|\u2013|\)\s*_|\)\s*-\s|\s*\[text\])", re.IGNORECASE)
#: how long after it was sent a report may be published
LAG = timedelta(days=7)


@lru_cache(maxsize=4)
def header_end(text: str) -> int:
    """Where the text begins behind the line of the sender; 0 where it has none."""
    found = DATELINE.match(text)
    return found.end() if found else 0


def sent(day: date | None, published: date | None) -> bool:
    """Whether a day of that line can be the day from which the report counts "yesterday"."""
    return day is not None and published is not None and timedelta() <= published - day <= LAG
