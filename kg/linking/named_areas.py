"""Names that the text itself calls a village, district, hill or base, whether or not the gazetteer knows them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

AREA = frozenset(
    "village villages town towns city cities hamlet district districts neighbourhood neighbourhoods neighborhood "
    "neighborhoods suburb suburbs quarter province provinces governorate region subdistrict commune municipality "
    "settlement settlements airbase airfield hill hilltop island crossing checkpoint".split()
)
JOINTS = frozenset({"-", "'", "\u2019", "al", "el", "de", "la", "of"})


def named_areas(
    doc: Doc, taken: frozenset[int], adjectives: frozenset[str], peoples: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """(first token, last token + 1) of each free capitalised name in "the village of X" and "X village"."""
    for token in doc:
        if token.lower_ not in AREA or token.text[:1].isupper():
            continue
        if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "of":
            span = token.i + 2, _forward(doc, token.i + 2, adjectives)
            if span[0] < span[1] and not taken.intersection(range(*span)):
                yield span
            if span[0] < span[1] and token.lemma_.lower() in {"town", "village", "city", "hamlet"}:
                continue  # "the *Masalit* town of Misterei" is called by its people and not so
        span = _backward(doc, token.i, adjectives, peoples), token.i
        if span[0] < span[1] and not taken.intersection(range(*span)):
            yield span


def _name(token: Token, adjectives: frozenset[str]) -> bool:
    return token.text[:1].isupper() and token.pos_ == "PROPN" and token.text not in adjectives


def _forward(doc: Doc, first: int, adjectives: frozenset[str]) -> int:
    last = at = first
    while at < min(first + 5, len(doc)):
        if _name(doc[at], adjectives):
            last = at + 1
        elif doc[at].lower_ not in JOINTS:
            break
        at += 1
    return last


def _backward(doc: Doc, last: int, adjectives: frozenset[str], peoples: frozenset[str]) -> int:
    first, at = last, last - 1
    while at >= max(0, last - 4):
        if _name(doc[at], adjectives) and not (doc[at].is_sent_start and doc[at].is_stop):
            first = at
        elif doc[at].text not in ("-", "al", "el"):
            break
        at -= 1
    some = first > 0 and doc[first - 1].lower_ in {"a", "an", "another"}
    whose = first == last - 1 and doc[first].lower_ in peoples
    return last if some or whose else first  # "a *Shi'ite* district", "*Hema* villages" have no name
