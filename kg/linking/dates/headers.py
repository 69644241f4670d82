"""The line before a report that says where and when it was sent: "LESK, 15 Mar (AFP) --", "1830 GMT 15 Mar 88 [Text]"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

#: "Lesk, 4 Feb 90 (NORTHERN NEWS) --", "Lesk, 4 Feb (NN) - ", "Oru Radio in Spanish 1830 GMT 4 Feb 90 [Text]"
DATELINE = re.compile(r"\s*[^\n]{0,150}?(?:--|\u2014|\u2013|\)\s*_|\)\s*-\s|\s*\[text\])", re.IGNORECASE)
#: how long after it was sent a report may be published
LAG = timedelta(days=7)


#: what stands in brackets in that line, and words of it that are no names
BRACKETS = re.compile(r"[(\[][^)\]\n]*[)\]]?")
PLAIN = re.compile(r"\b(?!(?:de|del|la|el|al|las|los|of|the|and|in|by|from|via|to|on|at|gmt|et|le)\b)[a-z]\w+")


@lru_cache(maxsize=4)
def header_end(text: str) -> int:
    """Where the text begins behind the line of the sender; 0 where it has none.

    A dash behind words of a sentence is none of it: "Gunmen on Friday killed five people -- a policeman among them".
    """
    found = DATELINE.match(text)
    if found is None:
        return 0
    line = BRACKETS.sub(" ", found.group())
    marked = found.group().rstrip().lower().endswith("[text]")
    return found.end() if marked or not PLAIN.search(line) else 0


def sent(day: date | None, published: date | None) -> bool:
    """Whether a day of that line can be the day from which the report counts "yesterday"."""
    return day is not None and published is not None and timedelta() <= published - day <= LAG
