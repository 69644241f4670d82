"""What a reading may depend on: publication day, the last day named, tense, the kind of text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from kg.linking.dates.anchors import SPEECH
from kg.linking.dates.calendar import Point, add_years, point, shift
from kg.linking.dates.tense import tense_at

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: a month that lies this many months or less before the last one is looked back on; earlier ones are of the next year
STEP_BACK = 3
#: characters from the start of a sentence within which a year opens it
OPENING = 35
#: months by which tense may be mistaken: "shares payable 15 November were sold" was written in October
REACH = 4.0
#: months by which a day of the past may stand with a verb of the future
LATE = 1.0
#: how a time and the words before it hang on their verb
BESIDE = frozenset({"npadvmod", "prep", "pobj", "compound", "nummod", "amod", "det", "advmod"})
Tense = Literal["past", "present", "future"]


@dataclass(slots=True)
class Scope:
    """State of the reading of one document, in text order.

    Where the day of publication is not known, the first full date (a dateline mostly) takes its place.
    ``year``, ``month`` and ``day`` were last named.  In a narrative ``line`` is the year and month that the story has
    reached, ``latest`` the sentence (its first token) of the last date, ``aside`` that of a year off the line.
    """

    doc: Doc
    text: str
    published: date | None
    narrative: bool
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: str | None = None
    ancient: bool = False
    line: tuple[int, int | None] | None = None
    aside: int | None = None
    latest: int | None = None
    _tenses: dict[int, Tense | None] = field(default_factory=dict)

    def tense(self, offset: int) -> Tense | None:
        """Tense of the verb that governs the words at an offset; what something lasts since is past."""
        if offset not in self._tenses:
            since = self.text[max(0, offset - 6) : offset].lower() == "since "
            self._tenses[offset] = "past" if since else tense_at(self.doc, offset)
        return self._tenses[offset]

    @property
    def now(self) -> Point | None:
        """The point from which "today" and "last month" count: publication, in a narrative the last day named."""
        if self.published is not None and not self.narrative:
            return Point(self.published.year, self.published.month, self.published.day)
        return self.reference

    @property
    def reference(self) -> Point | None:
        """The point from which "two days later" counts: what was last named, else publication."""
        if self.year is not None:
            return Point(self.year, self.month, self.day)
        if self.published is not None:
            return Point(self.published.year, self.published.month, self.published.day)
        return None

    def remember(self, kind: str, value: str, offset: int) -> None:
        """Take a resolved value as the new reference; in news, the day on which somebody said so is none after another."""
        where = point(value) if kind in ("DATE", "TIME") else None
        if where is None or (self.year is not None and not self.narrative and self._is_of_saying(offset)):
            return
        self.year, self.month, self.day = where.year, where.month, where.day
        if self.published is None and not self.narrative:
            self.published = where.date
        if self.narrative:
            self._follow(where, offset)

    def _is_of_saying(self, offset: int) -> bool:
        """Whether the words at an offset tell when something was said: "the mayor **said** *on Friday*"."""
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        if span is None or not len(span):
            return False
        above = span[0]
        while above.dep_ in BESIDE and above.head.i != above.i:
            above = above.head
        return above.pos_ == "VERB" and above.lemma_.lower() in SPEECH

    def _follow(self, where: Point, offset: int) -> None:
        """Keep the line of the story: dates with a month, and years that open a sentence."""
        sentence = self.latest = self._sentence(offset)
        if where.month is not None or offset - self.doc[sentence].idx < OPENING:
            self.line, self.aside = (where.year, where.month), None
        else:
            self.aside = sentence

    def offset(self, start: Point | None, unit: str, count: int) -> str | None:
        """Shift a point, or None where there is none or it is too vague."""
        return None if start is None else shift(start, unit, count)

    def complete(self, month: int, day: int | None, offset: int, weekday: int | None = None) -> int | None:
        """The year of a month or day named without one; the weekday named beside it decides."""
        base = self.now
        if base is None:
            return None
        if self.narrative or base.month is None:
            return self.story_year(base, month, offset)
        guess = base.year + self._nearest(base, month, day, self.tense(offset))
        if weekday is None or day is None:
            return guess
        fitting = (year for year in (guess, guess - 1, guess + 1) if falls_on(year, month, day, weekday))
        return next(fitting, guess)

    def story_year(self, base: Point, month: int, offset: int) -> int:
        """In a narrative, the year that the story has reached: a year named beside its line does not count, and a
        much earlier month is one of the year after."""
        year, last = base.year, base.month
        if self.line is not None and self.aside != self._sentence(offset):
            year, last = self.line
        if last is not None and month + STEP_BACK < last and self._sentence(offset) != self.latest:
            return add_years(year, 1)
        return year

    def _sentence(self, offset: int) -> int:
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0].sent.start if span is not None and len(span) else -1

    def _nearest(self, base: Point, month: int, day: int | None, tense: Tense | None) -> int:
        """-1, 0 or 1 years from the base, by tense and distance in months."""
        months = month - (base.month or month) + ((day - base.day) / 31 if day and base.day else 0.0)
        near, far = (REACH if day else 1.0), 12 - REACH
        if tense == "past":
            return -1 if months > near else 0
        if tense == "future":
            return 1 if months < -LATE else 0
        return -1 if months > far - 1 else 1 if months < -far + 1 else 0

    def weekday(self, number: int, offset: int) -> date | None:
        """The day meant by the name of a weekday."""
        base = self.now
        today = base.date if base else None
        if today is None:
            return None
        behind = (today.isoweekday() - number) % 7
        if behind == 0:
            return today
        if not self.narrative and self.tense(offset) == "future" or self.narrative:
            return today + timedelta(days=7 - behind)
        return today - timedelta(days=behind)


def falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    """Whether a day of a year is that weekday."""
    found = Point(year, month, day).date
    return found is not None and found.isoweekday() == weekday
