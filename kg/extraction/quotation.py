"""Quotation marks: which words stand between them, over sentences and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

MARKS = frozenset({'"', "''", "``", "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb"})
OPENING = frozenset({"``", "\u201c", "\u201e", "\u00ab"})
CLOSING = frozenset({"\u201d", "\u00bb"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """The tokens of a stretch between quotation marks, marks included; not ``closed`` if the last mark is missing."""

    start: int
    end: int
    closed: bool = True

    def __contains__(self, i: int) -> bool:
        return self.start <= i < self.end


def breaks_paragraph(token: Token) -> bool:
    """Whether a token of white space holds a line break."""
    return token.is_space and "\n" in token.text


def quotations(doc: Doc) -> tuple[Quoted, ...]:
    """Pair the marks of a text; a quotation left open goes on if the next paragraph opens with a mark again."""
    out: list[Quoted] = []
    start: int | None = None
    for token in doc:
        if start is not None and breaks_paragraph(token):
            if not _reopens(doc, token.i):
                out.append(Quoted(start, token.i, closed=False))
                start = None
        elif token.text in MARKS:
            if start is None:
                start = token.i if not _closes(token) else None
            elif token.i and breaks_paragraph(doc[token.i - 1]):
                continue  # the mark that opens a further paragraph of the same quotation
            elif _opens(token):
                out.append(Quoted(start, _sentence_end(doc, start, token.i), closed=False))
                start = token.i
            else:
                out.append(Quoted(start, token.i + 1))
                start = None
    if start is not None:
        out.append(Quoted(start, len(doc), closed=False))
    return tuple(q for q in out if any(not t.is_punct and not t.is_space for t in doc[q.start : q.end]))


def _reopens(doc: Doc, gap: int) -> bool:
    """Whether the paragraph after a line break starts with a mark."""
    return gap + 1 < len(doc) and doc[gap + 1].text in MARKS and not _closes(doc[gap + 1])


def _spaces(token: Token) -> tuple[bool, bool]:
    """(white space before, white space after) a token."""
    before = token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).is_space
    after = token.i + 1 == len(token.doc) or bool(token.whitespace_) or token.nbor().is_space
    return before, after


def _opens(token: Token) -> bool:
    """Whether a mark can only be an opening one."""
    before, after = _spaces(token)
    return token.text in OPENING or (token.text not in CLOSING and before and not after)


def _closes(token: Token) -> bool:
    """Whether a mark can only be a closing one."""
    before, after = _spaces(token)
    return token.text in CLOSING or (token.text not in OPENING and after and not before)


def _sentence_end(doc: Doc, start: int, limit: int) -> int:
    """End of the sentence in which a quotation without a closing mark began."""
    return min(doc[start + 1].sent.end if start + 1 < len(doc) else limit, limit)
