"""When one event took place: the expression that the parse ties to it, else tense and the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.language.grammar import AFTER
from kg.linking.dates.anchors import BEFORE, UNTIL, Anchored, anchored
from kg.linking.dates.attachment import Step, attached, climb, lasting
from kg.linking.dates.calendar import iso_day
from kg.linking.dates.counting import before_news, length_before
from kg.linking.dates.day_headings import heading
from kg.linking.dates.headers import header
from kg.linking.dates.intervals import FINEST, Interval, interval, shifted, spread
from kg.linking.dates.lengths import is_past, until
from kg.linking.dates.measured import SINCE, is_named_day
from kg.linking.dates.tense import governing_verb, tense_of
from kg.linking.timex import is_narrative
from kg.model import Time, Timex
from kg.ontology.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.model import Document

#: the value of a month
MONTH = re.compile(r"\d{4}-\d\d")
#: what befalls people in a deed, what does it to them, and where they die of it later
HARM, DEEDS = word_class("harm-in"), word_class("violent") | word_class("attacks")
LINGERING = frozenset("hospital clinic injury wound coma".split())
#: sentences back in which a narrative has named the day
LOOK_BACK = 2
#: an expression that begins with an hour or a part of the day
HOUR = re.compile(
    r"(?:the )?(?:dawn|daybreak|sunrise|noon|midday|sunset|dusk|nightfall|midnight|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m)",
    re.IGNORECASE,
)
#: a part of a day, and the words between it and its day
PART = re.compile(r"overnight|(?:the )?(?:early |late )?(?:morning|afternoon|evening|night|midday|noon)", re.IGNORECASE)
OF_DAY = re.compile(r"(?: [a-z]+){0,2} on ")
#: what counts from a day told before: where none was, it counts from no day at all
COUNTED = re.compile(r"\b(?:later|after|afterwards?|following|next|subsequent)\b|\A\d{1,2}[:.]\d\d", re.IGNORECASE)
NEXT = re.compile(r"\bthe (?:day|morning|night) (?:after|before)\b", re.IGNORECASE)
PERFECT = frozenset({"has", "have", "'ve", "'s"})


def event_time(trigger: Token, doc: Doc, document: Document, timexes: Sequence[Timex]) -> Time:
    """Give the interval of the event that a word signals.

    ``basis`` is "text" where words give it, "published" where only tense and the day of publication do (the end is that
    day, the start open), "none" where nothing does; then ``text`` may still hold the words that an article without a
    date says it with.
    """
    published = iso_day(document.published)
    sender = header(document.text)
    here = [i for i in anchored(trigger.sent, timexes) if i.timex.start not in sender and not is_named_day(i)]
    step, tied = attached(trigger, here)
    if tied:
        time = stated(step, tied, here, trigger, document, timexes)
        if time is not None:
            return time
    time = _lasted(trigger, here, published) or _counted_back(step, here, published)
    if time is not None:
        return time
    headed = heading(trigger.idx, document.text, timexes)
    if headed is not None and _is_done(trigger):
        return _time(*headed)
    return told(trigger, document, timexes, published) or unstated(trigger, published, _words(step, tied))


def _is_done(trigger: Token) -> bool:
    """Whether the clause of an event does not tell of the future."""
    verb = governing_verb(trigger)
    return verb is None or tense_of(verb) != "future"


def _words(step: Step, tied: Sequence[Anchored]) -> str | None:
    """The words that name a day or hour, where nothing says which: "Friday" in an article without a date."""
    named = (item.timex.text for item in tied if item.timex.type in ("DATE", "TIME"))
    return next(named, None) if not step.relation else None


def stated(
    step: Step,
    tied: Sequence[Anchored],
    here: Sequence[Anchored],
    trigger: Token,
    document: Document,
    timexes: Sequence[Timex],
) -> Time | None:
    """The interval of the expressions tied to an event: both ends of a range, else the most precise single one."""
    published = iso_day(document.published)
    known = [(item, found) for item in tied if (found := _interval(item, trigger, published)) is not None]
    known = [pair for pair in known if pair[0].timex.text.lower().endswith(" ago")] or known
    known = [pair for pair in known if not _is_part_of(pair[0].timex, tied, document.text)]
    ranged = _range(tied, document.text, timexes)
    if not known and ranged is None:
        return None
    if ranged is not None:
        return ranged
    past = next((i for i in here if i.timex.type == "DURATION" and is_past(i.timex.text, i.relation)), None)
    if past is not None and len(known) == 1 and known[0][1].precision == "day" and known[0][1].end is not None:
        lasted = until(
            known[0][1].end, past.timex.value
        )  # "said on Thursday it had killed 20 over *the previous two days*"
        if lasted is not None and past.governor.i == known[0][0].governor.i:
            return _time(lasted, past.timex.text)
    item, best = min(known, key=lambda pair: (FINEST.index(pair[1].precision), abs(pair[0].head.i - trigger.i)))
    return _time(_moved(best, step, here, trigger), item.timex.text)


def _is_part_of(night: Timex, tied: Sequence[Anchored], text: str) -> bool:
    """Whether a part of a day is told right before that day: "*overnight* on Tuesday", "*the evening* rush hour on Tuesday"."""
    gaps = (text[night.end : item.timex.start] for item in tied if item.timex.start > night.end)
    return any(PART.fullmatch(night.text) and OF_DAY.fullmatch(gap) for gap in gaps)


def _moved(found: Interval, step: Step, here: Sequence[Anchored], trigger: Token) -> Interval:
    """The time of *X* in "on Friday, (two days) after *X*", from that of the clause above."""
    if step.relation not in ("after", "before") or found.start is None or found.end is None:
        return found
    sign = -1 if step.relation == "after" else 1
    length = next(
        (item.timex for item in here if item.timex.type == "DURATION" and item.relation == step.relation), None
    )
    if length is None and found.precision == "day" and NEXT.search(step.token.sent.text):
        return shifted(found.start, "P1D", sign) or found  # "on Wednesday, *the day after* the president was killed"
    if length is None and sign > 0 and found.precision == "day":
        return found  # "killed four on Tuesday before setting fire to the camp"
    if length is None and found.precision == "day" and _in_one(step.token, trigger):
        return found
    if length is None:
        open_end = Interval(None, found.end, "unknown")
        return open_end if sign < 0 else Interval(found.start, None, "unknown")
    if found.precision != "day":
        return found
    return shifted(found.start, length.value, sign) or found


def _in_one(harm: Token, deed: Token) -> bool:
    """Whether people came to harm in the deed told behind it: "six were killed *on Friday* after **a bomb** fell"."""
    lingering = any(t.lemma_.lower() in LINGERING for t in harm.sent)
    return harm.lemma_.lower() in HARM and deed.lemma_.lower() in DEEDS and not lingering


def _interval(item: Anchored, trigger: Token, published: date | None) -> Interval | None:
    timex = item.timex
    if timex.value == "PAST_REF":
        return Interval(None, published, "unknown") if published else None
    whole = interval(timex.value) if timex.type in ("DATE", "TIME") else None
    if whole is None:
        return None
    if item.length and whole.end is not None:
        return until(whole.end, item.length) or whole
    tense = tense_of(governing_verb(trigger) or trigger)
    if published and whole.start and whole.start > published and tense == "past" and COUNTED.search(timex.text):
        return None  # "*Two days later* they burned the market" of a report that names no day
    if published and whole.start and whole.start > published and tense == "past" and MONTH.fullmatch(timex.value):
        whole = (
            interval(f"{int(timex.value[:4]) - 1}{timex.value[4:]}") or whole
        )  # "had killed 60 *in June*", told in May
    if item.relation in BEFORE | AFTER and HOUR.match(timex.text):
        return whole  # "before dawn on 3 March" is on that day
    return _related(whole, item.relation, tense, published)


def _lasted(trigger: Token, here: Sequence[Anchored], published: date | None) -> Time | None:
    """What went on for a length of time up to now: "over the past 48 hours", "*have* blocked the bridge for ten days"."""
    item = lasting(trigger, here) if published is not None else None
    if item is None or published is None:
        return None
    verb = governing_verb(trigger)
    has = verb is not None and any(c.dep_ == "aux" and c.lower_ in PERFECT for c in verb.children)
    if not is_past(item.timex.text, item.relation) and not (has and item.relation == "for"):
        return None
    found = until(published, item.timex.value)
    return None if found is None else _time(found, item.timex.text)


def _counted_back(step: Step, here: Sequence[Anchored], published: date | None) -> Time | None:
    """When a deed was that the news came so long after: "it comes *five weeks* after four people were **shot**"."""
    length = length_before(here, step.relation) if step.relation == "after" else None
    if length is None or published is None:
        return None
    found = before_news(published, length.value)
    return None if found is None else _time(found, length.text)


def _related(whole: Interval, relation: str, tense: str | None, published: date | None) -> Interval:
    """Open an interval as its preposition says: *since 2011*, *until May*, *before Friday*, *by June*."""
    if whole.closed is None:
        return whole
    start, end = whole.closed
    if relation in SINCE:
        return Interval(start, published if tense != "future" else None, whole.precision)
    if relation in UNTIL:
        return Interval(None, end, whole.precision)
    if relation in BEFORE:
        return Interval(None, end if relation == "by" else start - timedelta(days=1), "unknown")
    if relation in AFTER:
        return Interval(end, published if published and published >= end else None, "unknown")
    if published and tense == "past" and start <= published < end:
        return Interval(start, published, whole.precision)
    return whole


def _range(tied: Sequence[Anchored], text: str, timexes: Sequence[Timex]) -> Time | None:
    """*between 3 and 5 May*, *from Monday to Wednesday*, *3-5 May*: an expression and its neighbour."""
    dates = [timex for timex in timexes if timex.type in ("DATE", "TIME")]
    for item in tied:
        index = dates.index(item.timex) if item.timex in dates else len(dates)
        for first, second in _neighbours(dates, index):
            ends = _ends(first, second, text)
            if ends is not None:
                return ends
    return None


def _neighbours(dates: Sequence[Timex], index: int) -> Iterator[tuple[Timex, Timex]]:
    for at in (index - 1, index):
        if 0 <= at < len(dates) - 1:
            yield dates[at], dates[at + 1]


def _ends(first: Timex, second: Timex, text: str) -> Time | None:
    gap = " ".join(text[first.end : second.start].lower().split())
    lead = text[max(0, first.start - 12) : first.start].lower().split()[-1:]
    joined = gap in ("-", "\u2013", "\u2014", "to", "into", "through", "until", "till") or (
        gap == "and" and lead == ["between"]
    )
    start, end = interval(first.value), interval(second.value)
    joined = joined or (gap == "and" and _is_next(start, end))
    if not joined or start is None or end is None or start.closed is None or end.closed is None:
        return None
    whole = Interval(start.closed[0], end.closed[1], max(start.precision, end.precision, key=FINEST.index))
    return _time(whole, text[first.start : second.end]) if start.closed[0] <= end.closed[1] else None


def _is_next(one: Interval | None, other: Interval | None) -> bool:
    """Whether one interval ends on the day before the other starts: "in 1988 and 1989"."""
    if one is None or other is None or one.end is None:
        return False
    return one.end + timedelta(days=1) == other.start


def told(trigger: Token, document: Document, timexes: Sequence[Timex], published: date | None) -> Time | None:
    """In a narrative, the day or month that the sentences just before have named, for a verb of the simple past."""
    verb = governing_verb(trigger)
    if verb is None or tense_of(verb) != "past" or not is_narrative(document.text, published):
        return None
    sentence = trigger.sent
    for _ in range(LOOK_BACK):
        if sentence.start == 0:
            return None
        sentence = trigger.doc[sentence.start - 1].sent
        found = [timex for timex in timexes if sentence.start_char <= timex.start < sentence.end_char]
        for timex in reversed(found):
            whole = interval(timex.value) if timex.type in ("DATE", "TIME") else None
            if whole is not None and whole.precision in ("day", "week", "month"):
                return _time(whole, timex.text)
    return None


def unstated(trigger: Token, published: date | None, words: str | None = None) -> Time:
    """What tense tells: what is past or under way happened by the day of publication; what is to come, from then on."""
    if published is None:
        return Time(text=words)
    verb = governing_verb(trigger)
    if verb is not None and tense_of(verb) == "future" and any(step.token.i == verb.i for step in climb(trigger)):
        return Time(start=published.isoformat(), basis="published")
    return Time(end=published.isoformat(), basis="published")


def _time(found: Interval, text: str) -> Time:
    start, end = (day.isoformat() if day else None for day in (found.start, found.end))
    return Time(start, end, spread(found), "text", text)
