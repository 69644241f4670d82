"""The entries of a list of happenings: live notes, the days of a timeline, the places of a week's report, items with a dot."""

from __future__ import annotations

import re

from kg.language.components import DAY
from kg.language.layout import ITEM

#: "17:02 Nine killed", "Ituri: Rebels killed": what heads an entry of a live report or of a week's report
HEAD = re.compile(r"^(?:\d{1,2}[:.]\d\d\b|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}: )", re.MULTILINE)
#: what ends a list: what comes behind its last item is told apart from that
AFTER_LIST = re.compile(r"\n[ \t]*\n(?=[ \t]*\S)")


def entries(text: str) -> list[int]:
    """Where the entries of a report begin that tell happenings of their own, and where what follows a list does."""
    heads = [match.start() for match in HEAD.finditer(text)]
    days = [match.end() for match in DAY.finditer(text)]
    items = [match.end() for match in ITEM.finditer(text)]
    ends = [match.end() for start in items if (match := AFTER_LIST.search(text, start))]
    return sorted({*heads, *days, *items, *ends})
