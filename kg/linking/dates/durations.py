"""How long, and how often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.linking.dates import vocabulary as words
from kg.linking.dates.numbers import duration, month, quantity, unit, weekday
from kg.linking.dates.patterns import Reading, group

if TYPE_CHECKING:
    from kg.linking.dates.scope import Scope


#: units from long to short
SIZES = ("DE", "Y", "M", "W", "D", "TH", "TM", "TS")


def length(match: re.Match[str], scope: Scope) -> Reading | None:
    """*two days*, *more than a year*, *five-year*, *half an hour*, *the past three months*, *months*."""
    letters = unit(match["unit"])
    text = group(match, "number") or group(match, "figure")
    number = quantity(text) if text else None
    if number is not None and match[0].lower().endswith("and a half"):
        number += 0.5
    if "fortnight" in match["unit"].lower():
        number = 2 * (number or 1)
    if letters == "WE":
        letters = "D" if number is None else "WE"
    return "DURATION", duration(number, letters)


def two_lengths(match: re.Match[str], scope: Scope) -> Reading | None:
    """*two years and three months*, *two hours and ten minutes*: the second is the shorter."""
    large, small = unit(match["unit"]), unit(match["less"])
    whole, rest = quantity(match["number"]), quantity(match["more"]) or (1 if match["more"] in ("a", "an") else None)
    if whole is None or rest is None or large not in SIZES or SIZES.index(large) >= SIZES.index(small):
        return None
    out = duration(whole, large)
    second = duration(rest, small).removeprefix("P")
    return "DURATION", out + (second.removeprefix("T") if "T" in out else second)


def further(match: re.Match[str], scope: Scope) -> Reading | None:
    """*another week*, *another ten days*."""
    text = group(match, "figure")
    return "DURATION", duration(quantity(text) if text else 1, unit(match["unit"]))


def single(match: re.Match[str], scope: Scope) -> Reading | None:
    """*an entire year*, *week-long*, *the past decade*."""
    return "DURATION", duration(1, unit(match["unit"]))


def repeated(match: re.Match[str], scope: Scope) -> Reading | None:
    """*every day*, *each month*, *every two weeks*, *twice a week*."""
    letters = unit(match["unit"])
    text = group(match, "number") or group(match, "figure")
    number = quantity(text) if text else None
    if number is not None and number > 1:
        return "SET", duration(number, letters)
    return "SET", duration(1, letters)


def repeated_day(match: re.Match[str], scope: Scope) -> Reading | None:
    """*every Friday*, *Tuesday nights*, *each July*, *every summer*, *every morning*."""
    out = "XXXX"
    if group(match, "fullday"):
        out = f"XXXX-WXX-{weekday(match['fullday'])}"
    elif group(match, "month"):
        out = f"XXXX-{month(match['month']):02d}"
    elif group(match, "season"):
        out = f"XXXX-{words.SEASONS[match['season'].lower()]}"
    part = group(match, "part") or group(match, "part2")
    if out == "XXXX" and part:
        out = "XXXX-XX-XX"
    return "SET", out + (f"T{words.PARTS[part]}" if part else "")


def frequency(match: re.Match[str], scope: Scope) -> Reading | None:
    """*daily*, *annually*."""
    return "SET", words.FREQUENCIES[match[0].lower()]
