"""When one event took place: the expression that the parse ties to it, else tense and the day of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.linking.dates.intervals import FINEST, Interval, interval, shifted
from kg.linking.dates.tense import governing_verb, tense_of
from kg.model import Time, Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from kg.model import Document

#: verbs of saying: the time of the saying is not the time of what is said
SAYING = frozenset(
    "say tell report announce state declare claim add note confirm deny accuse allege warn write explain insist admit "
    "acknowledge disclose reveal indicate stress assert maintain learn inform believe think condemn describe".split()
)
SINCE = frozenset({"since", "from"})
UNTIL = frozenset({"until", "till", "to", "through", "til"})
BEFORE = frozenset({"before", "by", "prior"})
AFTER = frozenset({"after", "following"})
LINKS = frozenset(
    {"npadvmod", "prep", "advmod", "pobj", "pcomp", "nmod", "compound", "tmod", "nummod", "amod", "poss", "conj", "appos", "dep",
     "obl", "dobj", "attr", "quantmod", "det", "meta", "intj"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchored:
    """A time expression in the parse: its head word, the word before it that relates it, and what it is tied to."""

    timex: Timex
    head: Token
    relation: str
    governor: Token


def event_time(trigger: Token, doc: Doc, document: Document, timexes: Sequence[Timex]) -> Time:
    """Give the interval of the event that a word signals."""
    published = _day(document.published)
    here = list(anchored(trigger.sent, timexes))
    tied = attached(trigger, here)
    if tied:
        time = stated(tied, trigger, published, doc, timexes)
        if time is not None:
            return time
    return unstated(trigger, published)


def anchored(sentence: Span, timexes: Sequence[Timex]) -> Iterator[Anchored]:
    """Tie the time expressions of a sentence to the words that they depend on."""
    first, last = sentence.start_char, sentence.end_char
    for timex in timexes:
        if timex.start >= last:
            return
        if timex.start >= first and timex.type != "SET":
            span = sentence.doc.char_span(timex.start, timex.end, alignment_mode="expand")
            if span is not None and len(span):
                yield _anchor(timex, span)


def _anchor(timex: Timex, span: Span) -> Anchored:
    head, relation = span.root, ""
    above = head
    while above.dep_ in LINKS and above.head is not above:
        if above.pos_ in ("VERB", "AUX") and above.i not in range(span.start, span.end):
            break
        step = above.head
        outside = not span.start <= step.i < span.end
        if outside and step.pos_ in ("ADP", "SCONJ") and not relation:
            relation = step.lower_
        elif outside and step.pos_ not in ("ADP", "SCONJ", "ADV"):
            return Anchored(timex, head, relation or _word_before(span), step)
        above = step
    return Anchored(timex, head, relation or _word_before(span), above)


def _word_before(span: Span) -> str:
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return before if before in SINCE | UNTIL | BEFORE | AFTER | {"between", "in", "on", "during"} else ""


def attached(trigger: Token, here: Sequence[Anchored]) -> list[Anchored]:
    """Climb from the trigger; the first word on the way that a time is tied to gives it."""
    for step in climb(trigger):
        tied = [item for item in here if item.governor.i == step.i]
        if not tied and step.pos_ in ("VERB", "AUX", "NOUN", "PROPN"):
            tied = [item for item in here if _inside(item.governor, step, trigger)]
        if tied:
            return tied
    return _fronted(trigger, here)


def climb(trigger: Token) -> Iterator[Token]:
    """The trigger and the words above it, up to a verb of saying that it is the content of."""
    yield trigger
    below = trigger
    for above in trigger.ancestors:
        if above.lemma_.lower() in SAYING and below.dep_ in ("ccomp", "parataxis", "xcomp", "advcl", "dobj", "prep", "pobj"):
            return
        if below.dep_ in ("ccomp", "parataxis") and above.pos_ in ("VERB", "AUX") and below.pos_ == "VERB":
            return
        yield above
        below = above


def _inside(governor: Token, step: Token, trigger: Token) -> bool:
    """A time tied to a noun below the verb that is no clause of its own: "attacked the town on Friday" misread."""
    if governor.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "ADV", "PRON"):
        return False
    above = governor
    while above is not step:
        if above.dep_ in ("relcl", "acl", "advcl", "ccomp", "conj", "appos", "ROOT", "nsubj", "nsubjpass", "csubj") or above is trigger:
            return False
        if above.head is above:
            return False
        above = above.head
    return True


def _fronted(trigger: Token, here: Sequence[Anchored]) -> list[Anchored]:
    """A time before the first verb of the sentence holds for all of it, unless a verb of saying follows at once."""
    sentence = trigger.sent
    verb = next((token for token in sentence if token.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() in SAYING and trigger.i > verb.i:
        return []
    return [item for item in here if item.head.i < verb.i and item.head.i - sentence.start < 3]


def stated(tied: list[Anchored], trigger: Token, published: date | None, doc: Doc, timexes: Sequence[Timex]) -> Time | None:
    """The interval of the expressions tied to an event; the most precise single one, or both ends of a range."""
    ranged = _range(tied, doc, timexes)
    if ranged is not None:
        return ranged
    found = [(item, _interval(item, trigger, published)) for item in tied]
    known = [(item, time) for item, time in found if time is not None]
    if not known:
        return None
    item, best = min(known, key=lambda pair: (FINEST.index(pair[1].precision), abs(pair[0].head.i - trigger.i)))
    return _time(best, item.timex.text)


def _interval(item: Anchored, trigger: Token, published: date | None) -> Interval | None:
    timex = item.timex
    if timex.type == "DURATION":
        return _relative(item, published)
    if timex.value == "PAST_REF":
        return Interval(None, published, "unknown") if published else None
    if timex.value in ("PRESENT_REF", "FUTURE_REF"):
        return None
    whole = interval(timex.value)
    if whole is None:
        return None
    return _related(whole, item.relation, tense_of(governing_verb(trigger) or trigger), published)


def _related(whole: Interval, relation: str, tense: str | None, published: date | None) -> Interval:
    """Open an interval as its preposition says: *since 2011*, *until May*, *before Friday*."""
    if relation in SINCE:
        return Interval(whole.start, published if tense != "future" else None, whole.precision)
    if relation in UNTIL:
        return Interval(None, whole.end, whole.precision)
    if relation in BEFORE:
        end = whole.start - timedelta(days=1) if relation != "by" and whole.start else whole.end
        return Interval(None, end, "unknown")
    if relation in AFTER and whole.end is not None:
        return Interval(whole.end, published if published and published >= whole.end else None, "unknown")
    if published and tense == "past" and whole.start and whole.end and whole.start <= published < whole.end:
        return Interval(whole.start, published, whole.precision)
    return whole


def _relative(item: Anchored, published: date | None) -> Interval | None:
    """*two days after the vote* counts from the vote, whose day is not known here; a plain length gives no day."""
    return None


def _range(tied: list[Anchored], doc: Doc, timexes: Sequence[Timex]) -> Time | None:
    """*between 3 and 5 May*, *from Monday to Wednesday*, *3-5 May*: the expression and the one right after it."""
    dates = [timex for timex in timexes if timex.type in ("DATE", "TIME")]
    for item in tied:
        if item.timex not in dates:
            continue
        index = dates.index(item.timex)
        for first, second in zip(dates[max(0, index - 1) : index + 1], dates[max(0, index - 1) + 1 : index + 2], strict=False):
            ends = _ends(first, second, doc)
            if ends is not None:
                return ends
    return None


def _ends(first: Timex, second: Timex, doc: Doc) -> Time | None:
    gap = doc.text[first.end : second.start].strip().lower()
    before = doc.text[max(0, first.start - 9) : first.start].lower().split()
    lead = before[-1] if before else ""
    dashed = gap in ("-", "\u2013", "\u2014", "through", "until")
    if not (dashed or gap == "to" or gap == "and" and lead == "between" or gap == "to" and lead == "from"):
        return None
    start, end = interval(first.value), interval(second.value)
    if start is None or end is None or start.start is None or end.end is None or start.start > end.end:
        return None
    precision = max(start.precision, end.precision, key=FINEST.index)
    return _time(Interval(start.start, end.end, precision), doc.text[first.start : second.end])


def unstated(trigger: Token, published: date | None) -> Time:
    """What tense tells: what is past or under way happened by the day of publication; what is to come is open."""
    verb = governing_verb(trigger)
    tense = tense_of(verb) if verb is not None else None
    if published is None:
        return Time()
    if tense == "future":
        return Time(start=published.isoformat(), basis="published")
    return Time(end=published.isoformat(), basis="published")


def _time(found: Interval, text: str) -> Time:
    return Time(
        found.start.isoformat() if found.start else None, found.end.isoformat() if found.end else None, found.precision, "text", text
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


__all__ = ["event_time", "shifted"]
