"""Which cue a quotation belongs to, and which quotations are one speech."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kg.extraction.cues import Cue
from kg.extraction.intervals import Interval, join, noun_run
from kg.extraction.quotation import MARKS, Quoted, breaks_paragraph

REACH = 40  # tokens between a quotation and its cue
ADJACENT = 4  # tokens between a cue and a few quoted words
STOPS = frozenset({".", ";", "?", "!"})
OPEN_ENDS = frozenset({",", "?", "!", "...", "\u2026", "-", "--", "\u2014", "\u2015"})


def with_quotations(doc: Doc, found: list[Cue], quoted: tuple[Quoted, ...]) -> list[Cue]:
    """Give each quotation to its cue; one without joins the speech before it in the paragraph."""
    found = [_inside(cue, quoted) for cue in found]
    last: int | None = None
    for quote in quoted:
        holder = _holder(quote, found)
        if holder is not None:
            last = holder if found[holder].quotable else None
            continue
        chosen = _cue_of(doc, quote, quoted, found)
        if chosen is None and last is not None and not _goes_on(doc, found[last], quote):
            last = None
        elif chosen is not None or last is not None:
            same = chosen is None or chosen == last
            last = last if chosen is None else chosen
            if last is not None:
                found[last] = _speaking(found[last], quote, same)
    return found


def _inside(cue: Cue, quoted: tuple[Quoted, ...]) -> Cue:
    """A cue that is quoted itself tells nothing outside its quotation: "If they come," he said, "we **will answer**."."""
    around = next((q for q in quoted if cue.token.i in q), None)
    if around is None or cue.content is None or (around.start <= cue.content[0] and cue.content[1] <= around.end):
        return cue
    return replace(cue, content=None)


def _speaking(cue: Cue, quote: Quoted, same: bool) -> Cue:
    """A cue with a quotation as its content, or as the rest of it."""
    content = cue.content
    span = (quote.start, quote.end)
    overlaps = content is not None and content[0] < quote.end and quote.start < content[1]
    if content is not None and not same and _is_all(cue, quote, content):
        content = None
    if content is not None and (same or (overlaps and not (span[0] <= content[0] and content[1] <= span[1]))):
        span = join(content, span)
    return replace(cue, content=span, complement="clause")


def _is_all(cue: Cue, quote: Quoted, content: Interval) -> bool:
    """Whether a quotation is all that a cue behind it tells: the rest is its source, or what leads up to a colon."""
    doc = cue.token.doc
    if cue.token.i < quote.end or quote.end - quote.start < 3:
        return False
    led = quote.start > content[0] and doc[quote.start - 1].text == ":"
    own = quote.start <= content[0] + 1 and content[1] > cue.token.i
    rest = doc[cue.token.i : content[1]]
    return (led and content[1] <= quote.end + 1) or (own and not any(t.text in MARKS for t in rest))


def _holder(quote: Quoted, found: list[Cue]) -> int | None:
    """Number of the cue in whose indirect speech a quotation is a few words: "had "no choice" but"; the nearest."""
    holding = [
        n
        for n, c in enumerate(found)
        if c.content is not None
        and c.content[0] <= quote.start
        and quote.end <= c.content[1] + 1
        and c.token.i not in quote
        and quote.end - quote.start < c.content[1] - c.content[0]
        and not (c.quotable and _is_all(c, quote, c.content))
    ]
    return min(holding, key=lambda n: abs(found[n].token.i - quote.start), default=None)


def _goes_on(doc: Doc, cue: Cue, quote: Quoted) -> bool:
    """Whether a quotation goes on with a speech: "We left," he said. "It was late."."""
    if cue.content is None:
        return False
    between = doc[min(cue.content[1], quote.start) : quote.start]
    if _resumes(doc, cue, quote, between):
        return True
    if not _is_sentence(doc, quote):
        return False
    if not any(breaks_paragraph(t) for t in between):
        return len(between) <= REACH and sum(t.text in {".", "?", "!"} for t in between) <= 1
    if doc[cue.content[1] - 1].text not in {'"', "\u201d", "''"}:
        return all(t.is_space for t in between)
    return _is_paragraph(doc, quote) and _ends_paragraph(cue, between)


def _is_paragraph(doc: Doc, quote: Quoted) -> bool:
    """Whether a quotation is all of its paragraph."""
    before = quote.start == 0 or breaks_paragraph(doc[quote.start - 1])
    return before and quote.closed and (quote.end == len(doc) or breaks_paragraph(doc[quote.end]))


def _ends_paragraph(cue: Cue, between: Span) -> bool:
    """Whether the sentence of a cue that stands behind its quotation is the last of the paragraph before another."""
    breaks = [t.i for t in between if breaks_paragraph(t)]
    stops = sum(t.text in STOPS and t.i + 1 == t.sent.end for t in between)
    return len(breaks) == 1 and breaks[0] == between.end - 1 and cue.token in between and stops <= 1


def _resumes(doc: Doc, cue: Cue, quote: Quoted, between: Span) -> bool:
    """Whether a quotation is the rest of a sentence in which its cue is put: "We left," he said in Lesk, "at night."."""
    inner = doc[cue.content[1] - 2 : cue.content[1]] if cue.content and cue.content[1] > 1 else ()
    open_end = any(t.text == "," for t in inner) and cue.token in between
    stopped = any(breaks_paragraph(t) or (t.text in STOPS and t.sent.end == t.i + 1) for t in between)
    return open_end and not stopped and len(between) <= REACH and between[-1].text == "," and quote.closed


def _is_sentence(doc: Doc, quote: Quoted) -> bool:
    """Whether a quotation begins as a sentence does."""
    before = next((t for t in reversed(doc[max(quote.start - 3, 0) : quote.start]) if not t.is_space), None)
    at_start = quote.start == 0 or breaks_paragraph(doc[quote.start - 1]) or before is None
    first = next((t for t in doc[quote.start : quote.end] if t.is_alpha or t.like_num), None)
    opens = at_start or before is None or before.text in STOPS | {",", ":", '"', "''", "--", "\u2014"}
    return opens and first is not None and not first.is_lower


def _cue_of(doc: Doc, quote: Quoted, quoted: tuple[Quoted, ...], found: list[Cue]) -> int | None:
    """Number of the cue of a quotation: behind it, before it in its sentence, or before a colon."""
    best: tuple[int, int] | None = None
    for number, cue in enumerate(found):
        if not cue.quotable or cue.token.i in quote:
            continue
        distance = _distance(doc, quote, quoted, cue)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, number)
    return best[1] if best else None


def _distance(doc: Doc, quote: Quoted, quoted: tuple[Quoted, ...], cue: Cue) -> int | None:
    """How far a cue stands from a quotation, None if it cannot be its cue."""
    i = cue.token.i
    behind = i >= quote.end
    gap = doc[quote.end : i] if behind else doc[i + 1 : quote.start]
    if len(gap) > REACH or any(i in q or (gap.start < q.end and q.start < gap.end) for q in quoted):
        return None
    elsewhere = cue.content is not None and (cue.content[1] <= quote.start or quote.end <= cue.content[0])
    last = next((t for t in reversed(gap) if not t.is_space), cue.token)
    if not behind and last.text == ":":
        return 2
    if any(breaks_paragraph(t) or t.text in STOPS for t in gap):
        return None
    if behind:
        fits = _stays_open(doc, quote) and (_is_sentence(doc, quote) or not elsewhere)
    else:
        fits = (not elsewhere and (last.text == "," or len(gap) <= ADJACENT)) or (
            last.text == "," and _is_sentence(doc, quote)
        )
        fits = fits or (not elsewhere and _is_sentence(doc, quote))
    after = _stays_open(doc, quote) and quote.end < len(doc) and doc[quote.end].is_alpha
    return (len(gap) + (0 if behind or not after else 3)) if fits else None


def _stays_open(doc: Doc, quote: Quoted) -> bool:
    """Whether the end of a quotation leaves its sentence open, so that the cue may follow."""
    inner = doc[max(quote.end - 2, quote.start)]
    following: Token | None = doc[quote.end] if quote.end < len(doc) else None
    if following is None:
        return False
    return inner.text in OPEN_ENDS or following.text == "," or inner.text not in STOPS or following.is_lower


def neighbour(doc: Doc, cue: Interval, content: Interval) -> Token | None:
    """The head of the noun phrase beside a cue and outside the content, where the parse has no subject there."""
    if not content[0] < cue[0]:
        return None
    return noun_run(doc, content[1], cue[0]) or noun_run(doc, cue[1], min(cue[1] + REACH, len(doc)))
