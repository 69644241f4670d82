"""Stretches of tokens: the words under a token, without punctuation at the edges, joined, cut in two."""

from __future__ import annotations

from spacy.tokens import Doc, Token

Interval = tuple[int, int]
EDGE = frozenset({",", ";", ":", "-", "--", "\u2013", "\u2014", ".", "?", "!", ")"})


def trimmed(doc: Doc, start: int, end: int) -> Interval | None:
    """An interval without punctuation and blanks at its edges; quotation marks stay."""
    while start < end and (doc[start].is_space or doc[start].text in EDGE):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in EDGE):
        end -= 1
    return (start, end) if start < end else None


def noun_run(doc: Doc, start: int, end: int) -> Token | None:
    """The last noun of the noun phrase that begins at a token."""
    while start < end and (doc[start].text in {",", '"', "''", "\u201d"} or doc[start].is_space):
        start += 1
    last: Token | None = None
    for token in doc[start:end]:
        if token.pos_ in {"PROPN", "NOUN", "PRON"} and token.ent_type_ not in {"DATE", "TIME"}:
            last = token
        elif token.pos_ not in {"DET", "ADJ", "PART", "NUM"} and token.text not in {"-", "."}:
            break
    return last


def tree(token: Token) -> Interval:
    """The words under a token."""
    return token.left_edge.i, token.right_edge.i + 1


def join(*parts: Interval) -> Interval:
    """The stretch from the first to the last of several intervals."""
    return min(p[0] for p in parts), max(p[1] for p in parts)


def around(whole: Interval, hole: Interval) -> Interval:
    """The larger part of a stretch beside a hole at its edge, the whole if the hole is in the middle."""
    if hole[1] >= whole[1] - 1:
        return whole[0], hole[0]
    return (hole[1], whole[1]) if hole[0] <= whole[0] else whole
