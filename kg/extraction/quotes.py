"""Attributions of a text: who is given as saying, thinking or wanting what.

What counts follows the PolNeAR corpus (Newell, Margolin and Ruths, LREC 2018): any words that express the statement,
belief or intention of a source, direct, indirect or mixed.  A content is one stretch from its first to its last word,
the cue inside where a quotation goes on behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg.extraction.cues import Cue
from kg.extraction.direct import neighbour, with_quotations
from kg.extraction.intervals import Interval, tree, trimmed
from kg.extraction.quotation import Quoted, breaks_paragraph, quotations
from kg.extraction.reporting import Reporting
from kg.extraction.speech import cues
from kg.language.grammar import MONTHS
from kg.language.layout import TELLERS
from kg.language.tree import child

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
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
    found = with_quotations(doc, list(cues(doc, words)), quoted)
    found += _labels(doc)
    kept = [c for c in found if c.content is not None]
    drafts = [_reported(doc, c, quoted) for c in kept]
    return tuple(_nested(sorted(drafts, key=lambda r: (r.content.start, -r.content.end, r.cue.start if r.cue else 0))))


def _reported(doc: Doc, cue: Cue, quoted: tuple[Quoted, ...]) -> Reported:
    start, end = cue.content or cue.span
    head = cue.source
    wrapped = start <= cue.token.i < end
    charge = child(cue.token, "auxpass") is not None  # "he is **charged** with terrorism" tells no source
    unsaid = head is None or (start <= head.i < end and not wrapped)
    if cue.quotable and cue.token.tag_ in FINITE and unsaid and not charge:
        head = neighbour(doc, cue.span, (start, end)) or head
    source = _source_span(doc, cue, head) if head is not None else None
    direct = any(q.start < end and start < q.end for q in quoted)
    return Reported(source, head, doc[cue.span[0] : cue.span[1]], doc[start:end], cue.type, cue.negated, direct)


def _source_span(doc: Doc, cue: Cue, head: Token) -> Span:
    """The noun phrase of the source, cut where the cue or the content begins inside it."""
    start, end = tree(head)
    for low, high in (cue.span, cue.content or cue.span):
        if low > head.i:
            end = min(end, low) if low > start else end
        elif high <= head.i:
            start = max(start, high)
    while end - 1 > head.i and (doc[end - 1].is_punct or doc[end - 1].is_space):
        if doc[end - 1].text == ")" and any(t.text == "(" for t in doc[head.i : end]):
            break  # "the Rapid Support Forces (RSF)"
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


# ---------------------------------------------------------------- names before a colon, after a dash


def _labels(doc: Doc) -> list[Cue]:
    """**Rebels:** *army shelled town*; *"We left"* **― Ali**."""
    out = []
    start = 0
    for end in [*(t.i for t in doc if breaks_paragraph(t)), len(doc)]:
        cue = _label(doc, start, end) if end - start > 3 else None
        out += [cue] if cue is not None else []
        start = end + 1
    return out


#: words before a colon that tell what kind of news follows
HEADINGS = frozenset(
    "update upd breaking urgent alert flash correction developing watch video photos analysis exclusive live".split()
)


def _label(doc: Doc, start: int, end: int) -> Cue | None:
    """The speaker at the edge of one paragraph or headline."""
    line = doc[start:end]
    mark = next((t for t in line if t.text == ":" or t.text in DASHES), None)
    if mark is None:
        return None
    left, right = (max(start, mark.sent.start), mark.i), (mark.i + 1, end)  # not "*14:30* Police:"
    if mark.text == ":" and doc[start].lower_ in HEADINGS:
        return None
    tailed = doc[end - 1].lower_ in TELLERS and any(t.text in DASHES for t in doc[mark.i + 1 : end])
    if mark.text == ":" and not tailed and _names_speaker(doc, left) and right[1] - right[0] > 2:
        content = trimmed(doc, *right)
        return Cue(mark, _head(doc, left), (mark.i, mark.i + 1), content, "clause", "statement") if content else None
    last = next((t for t in reversed(line) if t.text == ":" or t.text in DASHES), mark)
    left, right = (start, last.i), (last.i + 1, end)
    quoted_line = doc[start].text in {'"', "``", "''"} and last.text in DASHES
    ended = doc[end - 1].text in {".", '"', "?", "!"}
    told = not ended and (last.text == ":" or doc[end - 1].lower_ in TELLERS)
    if (quoted_line or told) and _names_speaker(doc, right) and left[1] - left[0] > 3:
        content = trimmed(doc, *left)
        return Cue(last, _head(doc, right), (last.i, last.i + 1), content, "clause", "statement") if content else None
    return None


def _names_speaker(doc: Doc, part: Interval) -> bool:
    """Whether a few words are a name or a noun phrase and nothing else."""
    words = [t for t in doc[part[0] : part[1]] if not t.is_space]
    if not 1 <= len(words) <= 6 or any((t.pos_ in {"VERB", "AUX"} and t.tag_ != "VBG") or t.is_digit for t in words):
        return False
    if any(t.ent_type_ in {"DATE", "TIME"} for t in words) or words[-1].lower_ in MONTHS:
        return False  # "15 *February*: Protests erupt in Lesk"
    named = any(t.pos_ == "PROPN" for t in words) or words[-1].tag_ == "NNS" or words[-1].lower_ in TELLERS
    return named or (len(words) == 1 and part[0] == 0)


def _head(doc: Doc, part: Interval) -> Token:
    """The head of a short noun phrase."""
    inside = [t for t in doc[part[0] : part[1]] if not t.is_space and not t.is_punct]
    root = doc[part[0] : part[1]].root
    return root if root in inside else inside[-1]
