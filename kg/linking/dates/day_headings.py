"""The day that heads a line, or the lines below it: "15 February: Protests erupt", "Monday, 3 March" in a diary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.linking.dates.intervals import Interval, interval
from kg.model import Timex

#: what stands between a day and what it heads; what may stand around a day on a line of its own
MARK = re.compile(r"[ \t]*(?::|[-\u2013\u2014](?=\s))")
AROUND = " \t*#_:.-\u2013\u2014\u2022"
#: days from which a text is a diary; a single one on a line of its own tells when it was written
SEVERAL = 2


def heading(at: int, text: str, timexes: Sequence[Timex]) -> tuple[Interval, str] | None:
    """The day, with its words, that heads the line of a character or, in a diary, the lines down to it; None if there is none."""
    heads = list(_headings(text, timexes))
    line = text.rfind("\n", 0, at) + 1
    for start, alone, day, words in reversed(heads):
        if start == line and not alone:
            return day, words
        if start < line and alone and sum(other[1] for other in heads) >= SEVERAL:
            return day, words
    return None


def _headings(text: str, timexes: Sequence[Timex]) -> Iterator[tuple[int, bool, Interval, str]]:
    """(start of its line, whether it stands there alone, the day, its words) of each day that heads something."""
    for timex in timexes:
        start = text.rfind("\n", 0, timex.start) + 1
        if timex.type != "DATE" or text[start : timex.start].strip(AROUND):
            continue
        day = interval(timex.value)
        if day is None or day.precision != "day":
            continue
        end = text.find("\n", timex.end)
        rest = text[timex.end : end if end >= 0 else len(text)]
        if not rest.strip(AROUND):
            yield start, True, day, timex.text
        elif MARK.match(rest):
            yield start, False, day, timex.text
