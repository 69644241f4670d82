"""Attributions of a text: who is given as saying, thinking or wanting what.

What counts follows the PolNeAR corpus (Newell, Margolin and Ruths, LREC 2018): any words that express the statement,
belief or intention of a source, direct, indirect or mixed.  A content is one stretch from its first to its last word,
the cue inside where a quotation goes on behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg.extraction.complements import Interval, join, tree, trimmed
from kg.extraction.quotation import Quoted, breaks_paragraph, quotations
from kg.extraction.reporting import Reporting
from kg.extraction.speech import Cue, cues

DIRECT_REACH = 40
DASHES = frozenset({"\u2015", "\u2014", "--", "\u2013", "-"})


@dataclass(frozen=True, slots=True)
class Reported:
    """One attribution, in tokens.

    ``source`` is None if nobody is named; ``head`` is its head word (a pronoun or "who" stays one).  ``type`` is that
    of the cue in reporting.toml; ``direct`` says that the content holds a quotation; ``depth`` is 0 for what the text
    itself reports and grows by one inside another's content.
    """

    source: Span | None
    head: Token | None
    cue: Span | None
    content: Span
    type: str
    negated: bool = False
    direct: bool = False
    depth: int = 0


def attributions(doc: Doc, words: Reporting) -> tuple[Reported, ...]:
    """Every attribution of a text, in the order of the contents."""
    quoted = quotations(doc)
    found = _with_quotations(doc, list(cues(doc, words)), quoted)
    found += _labels(doc, quoted, found)
    kept = [c for c in found if c.content is not None]
    drafts = [_reported(doc, c, quoted) for c in kept]
    return tuple(_nested(sorted(drafts, key=lambda r: (r.content.start, -r.content.end, r.cue.start if r.cue else 0))))


def _reported(doc: Doc, cue: Cue, quoted: tuple[Quoted, ...]) -> Reported:
    start, end = cue.content or cue.span
    source = _source_span(doc, cue, cue.source) if cue.source is not None else None
    direct = any(q.start < end and start < q.end for q in quoted)
    return Reported(source, cue.source, doc[cue.span[0] : cue.span[1]], doc[start:end], cue.type, cue.negated, direct)


def _source_span(doc: Doc, cue: Cue, head: Token) -> Span:
    """The noun phrase of the source, cut where the cue or the content begins inside it."""
    start, end = tree(head)
    for low, high in (cue.span, cue.content or cue.span):
        if low > head.i:
            end = min(end, low) if low > start else end
        elif high <= head.i:
            start = max(start, high)
    while end - 1 > head.i and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    return doc[start:end]


def _nested(drafts: list[Reported]) -> list[Reported]:
    """Set how deep each attribution stands inside the contents of others."""

    def inside(inner: Reported, outer: Reported) -> bool:
        cue = inner.cue
        if cue is None or outer is inner or outer.cue is None:
            return False
        within = outer.content.start <= cue.start < outer.content.end
        back = inner.content.start <= outer.cue.start < inner.content.end
        return within and not (back and len(inner.content) > len(outer.content))

    return [replace(r, depth=sum(inside(r, other) for other in drafts)) for r in drafts]


# ---------------------------------------------------------------- quotations and their cues


def _with_quotations(doc: Doc, found: list[Cue], quoted: tuple[Quoted, ...]) -> list[Cue]:
    """Give each quotation to its cue; one without joins the quotation before it in the paragraph."""
    last: int | None = None
    for number, quote in enumerate(quoted):
        if _is_fragment(doc, quote, found):
            continue
        chosen = _cue_of(doc, quote, quoted, found)
        if chosen is None:
            before = quoted[number - 1] if number else None
            if last is not None and before is not None and _same_speech(doc, before, quote):
                found[last] = _extended(found[last], quote)
            else:
                last = None
            continue
        cue = found[chosen]
        content = cue.content
        if content is not None and content[0] < quote.end and quote.start < content[1]:
            joined = _speech(content, quote, cue)
        elif content is not None and last == chosen:
            joined = join(content, (quote.start, quote.end))
        else:
            joined = (quote.start, quote.end)
        found[chosen] = replace(cue, content=joined, complement="clause")
        last = chosen
    return found


def _speech(content: Interval, quote: Quoted, cue: Cue) -> Interval:
    """The content that the parse gave, corrected by the quotation marks."""
    if cue.content is not None and quote.start <= content[0] and content[1] <= quote.end:
        return quote.start, quote.end
    return join(content, (quote.start, quote.end))


def _extended(cue: Cue, quote: Quoted) -> Cue:
    return replace(cue, content=join(cue.content or (quote.start, quote.end), (quote.start, quote.end)))


def _is_fragment(doc: Doc, quote: Quoted, found: list[Cue]) -> bool:
    """Whether a quotation is a few words inside somebody's indirect speech: "had "no choice" but"."""
    return any(
        c.content is not None
        and c.content[0] <= quote.start
        and quote.end <= c.content[1] + 1
        and c.token.i not in quote
        and quote.end - quote.start < c.content[1] - c.content[0]
        for c in found
    )


def _same_speech(doc: Doc, before: Quoted, quote: Quoted) -> bool:
    """Whether a quotation goes on with the one before it: same paragraph, or the next one with nothing between."""
    between = doc[before.end : quote.start]
    if not any(breaks_paragraph(t) for t in between):
        return True
    return not before.closed and all(t.is_space for t in between)


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
    if len(gap) > DIRECT_REACH or any(q.start < i < q.end for q in quoted):
        return None
    if any(gap.start < q.end and q.start < gap.end for q in quoted):
        return None
    breaks = any(breaks_paragraph(t) for t in gap)
    if behind:
        if breaks or not _expects(doc, quote) or any(t.text in {".", ";", "?", "!"} for t in gap):
            return None
        return len(gap)
    colon = next((t for t in reversed(gap) if not t.is_space), None)
    if colon is not None and colon.text == ":":
        return 2
    if (
        breaks
        or any(t.text in {".", ";", "?", "!"} for t in gap)
        or (cue.content is not None and cue.content[1] <= quote.start and gap[-1:].text.strip() != ",")
    ):
        return None
    return len(gap) + (3 if _expects(doc, quote) and quote.end < len(doc) and doc[quote.end].is_alpha else 0)


def _expects(doc: Doc, quote: Quoted) -> bool:
    """Whether the end of a quotation leaves its sentence open, so that the cue may follow."""
    inner = doc[quote.end - 2] if quote.end - 2 >= quote.start else doc[quote.end - 1]
    following = doc[quote.end] if quote.end < len(doc) else None
    return following is not None and (
        inner.text in {",", "?", "!", "...", "\u2026", "-", "--", "\u2014"}
        or following.text == ","
        or inner.text not in {".", ";"}
        or following.is_lower
    )


# ---------------------------------------------------------------- names before a colon, after a dash


def _labels(doc: Doc, quoted: tuple[Quoted, ...], found: list[Cue]) -> list[Cue]:
    """**Rebels:** *army shelled town*; *"We left"* **― Ali**."""
    out = []
    start = 0
    for end in [*(t.i for t in doc if breaks_paragraph(t)), len(doc)]:
        cue = _label(doc, start, end, found) if end - start > 3 else None
        out += [cue] if cue is not None else []
        start = end + 1
    return out


def _label(doc: Doc, start: int, end: int, found: list[Cue]) -> Cue | None:
    """The speaker at the edge of one paragraph or headline."""
    line = doc[start:end]
    mark = next((t for t in line if t.text == ":" or (t.text in DASHES and t.text != "-")), None)
    if mark is None:
        return None
    left, right = (start, mark.i), (mark.i + 1, end)
    if mark.text == ":" and _names_speaker(doc, left) and right[1] - right[0] > 2:
        content = trimmed(doc, *right)
        return Cue(mark, _head(doc, left), (mark.i, mark.i + 1), content, "clause", "statement") if content else None
    last = next((t for t in reversed(line) if t.text == ":" or t.text in DASHES), mark)
    left, right = (start, last.i), (last.i + 1, end)
    quoted_line = doc[start].text in {'"', "``", "''"} and last.text in DASHES
    if (
        (quoted_line or (last.text == ":" and doc[end - 1].text not in {".", '"', "?", "!"}))
        and _names_speaker(doc, right)
        and left[1] - left[0] > 3
    ):
        content = trimmed(doc, *left)
        return Cue(last, _head(doc, right), (last.i, last.i + 1), content, "clause", "statement") if content else None
    return None


def _names_speaker(doc: Doc, part: Interval) -> bool:
    """Whether a few words are a name or a noun phrase and nothing else."""
    words = [t for t in doc[part[0] : part[1]] if not t.is_space]
    if not 1 <= len(words) <= 6 or any((t.pos_ in {"VERB", "AUX"} and t.tag_ != "VBG") or t.is_digit for t in words):
        return False
    return any(t.pos_ == "PROPN" for t in words) or words[-1].tag_ == "NNS"


def _head(doc: Doc, part: Interval) -> Token:
    """The head of a short noun phrase."""
    inside = [t for t in doc[part[0] : part[1]] if not t.is_space and not t.is_punct]
    root = doc[part[0] : part[1]].root
    return root if root in inside else inside[-1]
