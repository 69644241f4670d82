"""Find time expressions and give them their TIMEX3 type and value (ISO-TimeML; methods after HeidelTime)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.linking.dates.calendar import iso_day
from kg.linking.dates.extents import joined, widen
from kg.linking.dates.headers import header, sent
from kg.linking.dates.patterns import Rule, lowered, matches, span, surroundings
from kg.linking.dates.rules import RULES
from kg.linking.dates.scope import Scope
from kg.model import Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.model import Document

YEAR = re.compile(r"\b(1\d{3}|20\d\d)\b(?!,\d)")
ANCIENT = re.compile(r"\b\d{1,4} ?(?:BC|B\.C\.|BCE)\b")
DEICTIC = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|[Ll]ast (?:week|month|year|night)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
NEAR_YEARS = 1
NARRATIVE_YEARS = 5
#: characters within which a news item names its day
LEAD = 400


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that a rule matches."""

    start: int
    end: int
    order: int
    match: re.Match[str]


def timexes(document: Document, doc: Doc) -> tuple[Timex, ...]:
    """Find the time expressions of a document, in text order, with values resolved."""
    published = iso_day(document.published)
    text = doc.text
    scope = Scope(doc, text, published, is_narrative(text, published), ancient=len(ANCIENT.findall(text)) > 2)
    found: list[Timex] = []
    for candidate in selected(text, scope):
        timex = read(candidate, scope, document.text)
        if timex is None:
            continue
        while found and found[-1].start >= timex.start:
            found.pop()
        if not found or timex.start >= found[-1].end:
            found.append(timex)
            scope.remember(timex.type, timex.value, timex.start)
            if timex.start in header(document.text) and timex.type in ("DATE", "TIME"):
                _count_from_sending(timex, scope, published)
    return tuple(joined(document.text, found))


def _count_from_sending(timex: Timex, scope: Scope, published: date | None) -> None:
    """Let "yesterday" count from the day of a dateline, where it is told: "LESK, *15 March* (AFP) -- Rebels said today"."""
    told = iso_day(timex.value)
    if sent(told, published) and not scope.narrative:
        scope.published = told


@lru_cache(maxsize=4)
def is_narrative(text: str, published: date | None) -> bool:
    """Tell history from news: many years named, hardly any near the publication, and few words like "yesterday"."""
    years = [int(year) for year in YEAR.findall(text)]
    if published is not None:
        years = [year for year in years if abs(year - published.year) > NEAR_YEARS]
    far = len(years) + len(ANCIENT.findall(text))
    if far < NARRATIVE_YEARS or DEICTIC.search(text[:LEAD]):
        return False
    return far > 2 * len(DEICTIC.findall(text))


def selected(text: str, scope: Scope) -> list[Candidate]:
    """Choose among overlapping matches the longest, then the earlier rule; in text order."""
    ranked = sorted(candidates(text, scope), key=lambda c: (c.start - c.end, c.order, c.start))
    taken: list[Candidate] = []
    covered = bytearray(len(text) + 1)
    for candidate in ranked:
        if not any(covered[candidate.start : candidate.end]):
            covered[candidate.start : candidate.end] = b"\x01" * (candidate.end - candidate.start)
            taken.append(candidate)
    return sorted(taken, key=lambda c: c.start)


def candidates(text: str, scope: Scope) -> Iterator[Candidate]:
    """Match every rule everywhere."""
    low = lowered(text)
    around = surroundings(low)
    for order, rule in enumerate(RULES):
        for match in matches(rule, text, low, around):
            if rule.guard is None or rule.guard(match, scope):
                yield Candidate(*span(match), order, match)


def read(candidate: Candidate, scope: Scope, text: str) -> Timex | None:
    """Resolve one match; None where the rule refuses it."""
    rule: Rule = RULES[candidate.order]
    reading = rule.read(candidate.match, scope)
    if reading is None:
        return None
    start, end = candidate.start, candidate.end
    return widen(text, Timex(start, end, text[start:end], *reading))
