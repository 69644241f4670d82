"""The line before a report that says where and when it was sent: "LESK, 15 Mar (AFP) --", "1830 GMT 15 Mar 88 [Text]"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

#: "Lesk, 4 Feb 90 (NORTHERN NEWS) --", "LESK, Feb. 4 - ", "Lesk, 4 Feb (NN) - ", "Oru Radio 1830 GMT 4 Feb 90 [Text]"
DATELINE = re.compile(r"\s*[^\n]{0,150}?(?:--|\u2014|\u2013|\)\s*_|(?:\)\s*|\d )-\s|\s*\[text\])", re.IGNORECASE)
#: a headline on a line of its own, before that of the sender
HEADLINE = re.compile(r"\s*[^\n]{1,200}[^\n.!?]\n")
#: how long after it was sent a report may be published
LAG = timedelta(days=7)


#: what stands in brackets in that line, and words of it that are no names
BRACKETS = re.compile(r"[(\[][^)\]\n]*[)\]]?")
PLAIN = re.compile(r"\b(?!(?:de|del|la|el|al|las|los|of|the|and|in|by|from|via|to|on|at|gmt|et|le)\b)[a-z]\w+")


@lru_cache(maxsize=4)
def header(text: str) -> range:
    """The characters of the line of the sender, at the start or below a headline; an empty range where there is none.

    A dash behind words of a sentence is none of it: "Gunmen on Friday killed five people -- a policeman among them".
    """
    headline = HEADLINE.match(text)
    for start in (0, headline.end()) if headline is not None else (0,):
        found = DATELINE.match(text, start)
        if found is not None and _is_sender(found.group()):
            return range(start, found.end())
    return range(0)


def _is_sender(line: str) -> bool:
    """Whether a line has no words of a sentence outside of brackets, or says that the text follows."""
    return line.rstrip().lower().endswith("[text]") or not PLAIN.search(BRACKETS.sub(" ", line))


def sent(day: date | None, published: date | None) -> bool:
    """Whether a day of that line can be the day from which the report counts "yesterday"."""
    return day is not None and published is not None and timedelta() <= published - day <= LAG
