"""Rule templates: ``<month>`` in a template is the group of that name, a blank is any white space."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from kg.linking.dates import vocabulary as words

if TYPE_CHECKING:
    from kg.linking.dates.scope import Scope

#: TIMEX3 type and value
Reading = tuple[str, str]
Read = Callable[[re.Match[str], "Scope"], Reading | None]
Guard = Callable[[re.Match[str], "Scope"], bool]
#: from a cue to the stretches of a text, (start, end), in which an expression that holds it can stand
Around = Callable[[str], tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction of time: its name, its template, how it is read, and when it holds.

    The expression is the group ``timex`` where the template has one, else the whole match.  ``cue`` is what every match
    holds, a template in lower case, where the rarest fragment that the template needs would not tell: only its
    surroundings are searched.
    """

    name: str
    template: str
    read: Read
    guard: Guard | None = None
    cue: str = ""


def alternatives(options: Iterable[str]) -> str:
    """Words as a regular expression, longest first."""
    return (
        "|".join(sorted(map(re.escape, options), key=lambda word: (-len(word), word)))
        .replace(r"\ ", " ")
        .replace(r"\-", "-")
    )


_ONES = alternatives([word for word, number in words.CARDINALS.items() if number < 10])
_TEENS = alternatives([word for word, number in words.CARDINALS.items() if 10 <= number < 20])
_TENS = alternatives([word for word, number in words.CARDINALS.items() if number >= 20])
_SMALL = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|{_ONES})"
_WORDED = rf"(?:(?:an? |{_SMALL} )?(?:hundred|thousand|dozen)(?: and)?(?: {_SMALL})?|{_SMALL})"
_FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: ?1/2|½)?"
_NUMBER = rf"(?:{_WORDED}|{_FIGURE})"
_HALF = r"half an?|half-an?|a half"
_YEAR = (
    r"(?:(?:AD|A\.D\.) ?\d{1,4}|\d{1,4} ?(?:BCE?\b|B\.C\.E\.|B\.C\.|B\.C\b)|\d{3,4} ?(?:AD\b|A\.D\.|CE\b)"
    r"|1\d{3}|20\d\d)"
)

_MONTHS = alternatives(name for name in words.MONTHS if len(name) > 4 or name in ("may", "june", "july"))
_SHORT_MONTHS = alternatives(name for name in words.MONTHS if len(name) < 5 and name not in ("may", "june", "july"))

_HOLIDAYS = (*words.HOLIDAYS, *words.EASTER_HOLIDAYS, *words.MOVABLE_HOLIDAYS, *words.OPEN_HOLIDAYS)

FRAGMENTS: dict[str, str] = {
    "month": rf"(?:{_MONTHS}|(?:{_SHORT_MONTHS})\b\.?)",
    "weekday": rf"(?:{alternatives(words.WEEKDAYS)}|(?:{alternatives(words.WEEKDAY_ABBREVIATIONS)})\b\.?)",
    "fullday": rf"(?:{alternatives(words.WEEKDAYS)})",
    "season": rf"(?:{alternatives(words.SEASONS)})",
    "adjective": rf"(?:{alternatives(words.LENGTH_ADJECTIVES)})",
    "part": rf"(?:{alternatives(words.PARTS)})",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "ordinal": rf"(?:{alternatives(words.ORDINALS)}|\d+(?:st|nd|rd|th))",
    "year": _YEAR,
    "short": r"'\d\d",
    "number": rf"(?:{_NUMBER}(?: and (?:a|one) half| and half)?|{_HALF}|{alternatives(words.VAGUE)}|an?)",
    "figure": _NUMBER,
    "to": r"(?: ?[-\u2013\u2014] ?| to | or | and )",
    "unit": rf"(?:{alternatives([*words.UNITS, *words.PLURALS])})s?",
    "about": rf"(?:{alternatives(words.APPROXIMATIONS)})",
    "zone": rf"(?:{alternatives(words.TIME_ZONES)}|local time|local)",
    "quarter": r"(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)",
    "which": r"(?:last|next|this|that|the same|the following|the previous|the next|the preceding|the)",
    "holiday": rf"(?:{alternatives(_HOLIDAYS)})",
    "decade": rf"(?:{alternatives(words.DECADES)})",
}

#: fragments from rare to frequent
RARE = ("holiday", "decade", "season", "quarter", "fullday", "month", "part", "short", "unit", "ordinal", "year")
#: the longest way, in characters, from a cue to either end of an expression that holds it
REACH = 80
#: a group that holds none, with what says how often it may occur
_INNERMOST = re.compile(r"(?<!\\)\((?:[^()\\]|\\.)*\)[?*]?")

_EDGE_LEFT = r"(?<![\w$\u00a3\u20ac])(?<!\d[.,/:])"
_EDGE_RIGHT = r"(?!\w)(?![.,/:]\d)"
#: capitals of an expression, and what holds them without being one: escapes and the heads of groups
_CAPITALS = re.compile(r"\\.|\(\?P|[A-Z]")
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_GROUP = re.compile(r"(?<!P)<([a-z]+)(\d?)>")


def expand(template: str) -> str:
    """Fill in the fragments; repeated names end in a figure (``<day2>``)."""

    def group(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}{match[2]}>{FRAGMENTS[match[1]]})"

    return _GROUP.sub(group, template).replace(" ", r"\s+").replace(r"\s+?", r"\s*").replace(r"\s+*", r"\s*")


@cache
def _compiled(template: str) -> re.Pattern[str]:
    """The regular expression of a rule."""
    return re.compile(_whole(template), re.IGNORECASE)


@cache
def _screen(template: str) -> re.Pattern[str]:
    """The expression of a rule in lower case: matching it is twice as fast as ignoring the case."""
    return re.compile(_uncapitalised(_whole(template)))


def _uncapitalised(expression: str) -> str:
    return _CAPITALS.sub(lambda m: m[0] if len(m[0]) > 1 else m[0].lower(), expression)


def _whole(template: str) -> str:
    return f"{_EDGE_LEFT}(?:{expand(template)}){_EDGE_RIGHT}"


def lowered(text: str) -> str:
    """A text with its ASCII capitals in lower case, every character where it was."""
    return text.translate(_LOWER)


def matches(rule: Rule, text: str, low: str, around: Around) -> Iterator[re.Match[str]]:
    """Every match of a rule in a text, given with it as ``lowered`` gives it; ``around`` finds where to look."""
    screen, whole = _screen(rule.template), _compiled(rule.template)
    for start, end in around(rule.cue or _needed(rule.template)):
        for hit in screen.finditer(low, start, end):
            match = whole.match(text, hit.start())
            if match is not None:
                yield match


def surroundings(low: str) -> Around:
    """Where in a text something stands near a cue, as (start, end) apart from one another; all of it without a cue."""

    @cache
    def around(cue: str) -> tuple[tuple[int, int], ...]:
        if not cue:
            return ((0, len(low)),)
        found: list[tuple[int, int]] = []
        for hit in _cue(cue).finditer(low):
            start, end = max(0, hit.start() - REACH), min(len(low), hit.end() + REACH)
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return tuple(found)

    return around


@cache
def _needed(template: str) -> str:
    """The rarest fragment that every match of a template holds, or nothing where that is not plain to see."""
    bare = template
    while bare != (bare := _INNERMOST.sub("", bare)):
        pass
    needed = set() if "|" in bare else set(re.findall(r"<([a-z]+)\d?>(?![?*])", bare))
    return next((f"<{name}>" for name in RARE if name in needed), "")


@cache
def _cue(cue: str) -> re.Pattern[str]:
    expression = _uncapitalised(expand(cue))
    return re.compile(rf"(?<!\w){expression}s?(?!\w)" if _GROUP.fullmatch(cue) else expression)


def group(match: re.Match[str], name: str) -> str | None:
    """A group in lower case with single blanks, or None where the template lacks it or it is empty."""
    if name not in match.re.groupindex or match[name] is None:
        return None
    return " ".join(match[name].lower().split())


def span(match: re.Match[str]) -> tuple[int, int]:
    """Where the expression is."""
    return match.span("timex") if "timex" in match.re.groupindex else match.span()
