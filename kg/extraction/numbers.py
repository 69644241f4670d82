"""How many: numbers in words and figures, with their bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extraction.numerals import FIGURE, FIGURES, Numerals, Phrases, numerals

YEAR = 4  # digits
#: labels of what a number that counts may have beside it
PARTS = frozenset("nummod quantmod amod compound det prep".split())
LONGEST = 9  # tokens of one number
ARTICLES = frozenset({"a", "an", "the", "another"})
BEFORE = 7  # tokens before a number in which its bound may begin
#: bodies of people whose size can stand behind them
BODIES = frozenset("family crew party group team household patrol squad couple".split())
#: "*not one* soldier", "*not a* soldier"
NOT, ONE = frozenset({"not"}), frozenset({"one"})
HYPHENS = frozenset({"-", "\u2013", "\u2014", "to", "or"})


class Count(NamedTuple):
    """A number: ``high`` is None without an upper bound; the words are tokens ``start`` to ``end``."""

    low: int
    high: int | None
    approximate: bool
    start: int
    end: int


def number_of(token: Token, words: Numerals | None = None) -> Count | None:
    """Tell how many a noun phrase counts, from its head or its number word; None where the text gives no number."""
    words = words or numerals()
    if is_year(token):
        return None
    for candidate in _number_words(token, words):
        found = _covering(candidate, words)
        if found is not None:
            return found
    return _article(token, words)


def is_year(token: Token) -> bool:
    """Whether a number behind "of" or "in" is a year: "the massacre of *1937*"."""
    four = len(token) == YEAR and token.is_digit and token.text[:2] in {"18", "19", "20"}
    return (
        four
        and token.dep_ == "pobj"
        and token.head.lower_ in {"of", "in"}
        and not any(c.dep_ in PARTS for c in token.children)
    )


def _number_words(token: Token, words: Numerals) -> Iterator[Token]:
    """The tokens that may hold the number of a noun phrase."""
    if words.starts(token.lower_):
        yield token
    left = [
        c
        for c in token.children
        if c.i < token.i and c.dep_ in {"nummod", "amod", "quantmod", "det", "predet", "compound", "nmod", "advmod"}
    ]
    for item in sorted(left, key=lambda c: -c.i):
        if words.starts(item.lower_) and not _measures(item):
            yield item
    if token.dep_ == "pobj" and token.head.lower_ == "of" and words.starts(token.head.head.lower_):
        yield token.head.head
    for of in token.children:  # "a family of *five*"
        if token.lower_ in BODIES and of.dep_ == "prep" and of.lower_ == "of":
            yield from (c for c in of.children if c.pos_ == "NUM" and words.starts(c.lower_))


def _measures(token: Token) -> bool:
    """Whether a number is an age, a share or a measure: "12-year-old", "5 percent"."""
    following = token.doc[token.i + 1 : token.i + 3].text.lower()
    return following.startswith(
        ("-year", "year", "%", "percent", "per cent", "-month", "-man", "-member", "-strong", "-day")
    )


def _article(token: Token, words: Numerals) -> Count | None:
    """Zero or one by the article: "no soldier", "nobody", "a civilian"."""
    first = next((c for c in token.children if c.dep_ in {"det", "neg"} and c.i < token.i), None)
    if token.lower_ in words.none:
        return Count(0, 0, False, token.i, token.i + 1)
    if token.lower_ == "number":
        return None  # "a number of assailants"
    if token.lower_ == "another":
        return Count(1, 1, False, token.i, token.i + 1)
    if first is not None and first.lower_ in words.none:
        return Count(0, 0, False, first.i, first.i + 1)
    if first is not None and first.lower_ in NOT and token.tag_ not in {"NNS", "NNPS"}:
        return Count(0, 0, False, first.i, token.i + 1)  # "not a (single) soldier"
    if first is not None and first.lower_ in words.one and token.tag_ not in {"NNS", "NNPS"}:
        return Count(1, 1, False, first.i, first.i + 1)
    return None


def _covering(token: Token, words: Numerals) -> Count | None:
    """The longest expression that contains a number word."""
    denied = token.i > token.sent.start and token.nbor(-1).lower_ in NOT and token.lower_ in ONE
    if denied or (token.i > token.sent.start and token.nbor(-1).lower_ in words.none):
        return Count(0, 0, False, token.i - 1, token.i + 1)
    first = max(token.sent.start, token.i - BEFORE)
    found = (expression(token.doc, start, words) for start in range(first, token.i + 1))
    return next((count for count in found if count is not None and count.end > token.i), None)


def expression(doc: Doc, start: int, words: Numerals | None = None) -> Count | None:
    """Read the number expression that begins at a token: bound, quantity, range, suffix."""
    words = words or numerals()
    bound, at = _bound(doc, start, words.bounds)
    between = doc[start].lower_ in {"between", "from"} if bound is None and start < len(doc) else False
    first = _quantity(doc, at + between, words)
    if first is None:
        return None
    second = _second(doc, first.end, between, words)
    if between and second is None:
        return None
    if second is not None and second.low >= first.low:
        return Count(first.low, second.high, True, start, second.end)
    after, end = _bound(doc, first.end, words.suffixes)
    return _bounded(first, bound or after, start, end)


def _bounded(count: Count, bound: str | None, start: int, end: int) -> Count:
    """A quantity under a bound."""
    low, high, approximate = count.low, count.high, count.approximate
    if bound in {"at_least", "more_than"}:
        return Count(low, None, True, start, end)
    if bound in {"up_to", "less_than"}:
        top = None if high is None else max(high - (bound == "less_than"), 0)
        return Count(min(1, low), top, True, start, end)
    return Count(low, high, approximate or bound is not None, start, end)


def _bound(doc: Doc, start: int, phrases: Phrases) -> tuple[str | None, int]:
    """(bound, token after it) if one of the phrases begins at a token."""
    for phrase, bound in phrases.get(doc[start].lower_, ()) if start < len(doc) else ():
        if tuple(t.lower_ for t in doc[start : start + len(phrase)]) == phrase:
            return bound, start + len(phrase)
    return None, start


def _second(doc: Doc, at: int, between: bool, words: Numerals) -> Count | None:
    """The upper end of a range: "5 to 7", "between 5 and 7"."""
    if at >= len(doc) or not (doc[at].lower_ in HYPHENS or (between and doc[at].lower_ == "and")):
        return None
    return _quantity(doc, at + 1, words)


def _quantity(doc: Doc, start: int, words: Numerals) -> Count | None:
    """A number without bounds: "1,200", "two dozen", "tens of thousands", "half a dozen", "several hundred"."""
    lower = [t.lower_ for t in doc[start : start + LONGEST]]
    half = lower[:2] in (["half", "a"], ["half", "dozen"])
    skip = 1 if half else 0
    skip += len(lower) > skip + 1 and lower[skip] in ARTICLES and _after_article(lower[skip + 1], words)
    rest = lower[skip:]
    if not rest:
        return None
    if pair := FIGURES.match(rest[0]):
        return Count(int(pair[1]), int(pair[2]), True, start, start + skip + 1)
    if rest[0] in words.plurals:
        return _plural(doc, start, start + skip, words)
    parts = _parts(rest, words)
    if not parts:
        return None
    value = _value([w for w in parts if w not in {"and", "-"}], words)
    low = int(value / 2) if half else int(value)
    open_ended = words.indefinite.get(parts[0], (0, 1))[1] == 0
    return Count(low, None if open_ended else low, parts[0] in words.indefinite, start, start + skip + len(parts))


def _parts(lower: list[str], words: Numerals) -> list[str]:
    """The words of one number from the first on."""
    out: list[str] = []
    for at, word in enumerate(lower):
        following = lower[at + 1] if at + 1 < len(lower) else ""
        previous = next((w for w in reversed(out) if w not in {"and", "-"}), None)
        if word in {"and", "-"} and previous is not None:
            joins = previous in words.multipliers if word == "and" else words.words.get(previous, 0) >= 20
            if not joins or words.words.get(following, 100) > (99 if word == "and" else 9):
                break
        elif not _continues(previous, word, words):
            break
        out.append(word)
    return out


def _continues(previous: str | None, word: str, words: Numerals) -> bool:
    """Whether a word begins a number or goes on with it: "two", "two hundred", "two hundred fifty"."""
    if word in words.multipliers:
        return True
    if word in words.indefinite:
        return previous is None
    if not (FIGURE.match(word) or word in words.words):
        return False
    tens = previous is not None and words.words.get(previous, 0) >= 20 and words.words.get(word, 10) < 10
    return previous is None or previous in words.multipliers or tens


def _value(parts: list[str], words: Numerals) -> float:
    """The value of the words of a number: "two", "million", "three", "hundred"."""
    total = current = 0.0
    for word in parts:
        factor = words.multipliers.get(word)
        if factor is None:
            known = words.words.get(word, words.indefinite.get(word, (0, 0))[0])
            current += float(word.replace(",", "")) if FIGURE.match(word) else known
        elif factor < 1000:
            current = (current or 1) * factor
        else:
            total, current = total + (current or 1) * factor, 0.0
    return total + current


def _after_article(word: str, words: Numerals) -> bool:
    return word in words.multipliers or word in words.indefinite or word in {"pair", "trio"}


def _plural(doc: Doc, start: int, at: int, words: Numerals) -> Count:
    """ "dozens", "tens of thousands", "hundreds of thousands"."""
    low, end = words.plurals[doc[at].lower_][0], at + 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].lower_ in words.plurals:
        low, end = low * words.plurals[doc[end + 1].lower_][1], end + 2
    return Count(low, None, True, start, end)
