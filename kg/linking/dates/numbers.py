"""Figures, numerals, ordinals, years and units as words."""

from __future__ import annotations

import re

from kg.linking.dates import vocabulary as words

_HALVES = re.compile(r"(?: and (?:a|one) half| and half| ?1/2|½)$")


def quantity(text: str) -> float | None:
    """Read a number in figures or words; None where it is vague ("several")."""
    text = " ".join(text.lower().replace("-", " ").split())
    if text in ("half a", "half an", "a half"):
        return 0.5
    if text in words.VAGUE:
        return 2 if text.startswith("a couple") else None
    stem = _HALVES.sub("", text)
    half = 0.5 if stem != text else 0.0
    if re.fullmatch(r"[\d,]+(?:\.\d+)?", stem):
        return float(stem.replace(",", "")) + half
    return _worded(stem) + half


def _worded(text: str) -> float:
    total, current = 0, 0
    for word in text.split():
        if word in words.MAGNITUDES:
            current = max(current, 1) * words.MAGNITUDES[word]
            total, current = (total + current, 0) if word == "thousand" else (total, current)
        elif word in ("a", "an"):
            current = 1
        elif word != "and":
            current += words.CARDINALS.get(word, 0)
    return float(total + current)


def amount(number: float | None) -> str:
    """A number as ISO 8601 durations write it; X where it is vague."""
    if number is None:
        return "X"
    return str(int(number)) if number == int(number) else f"{number:g}"


def unit(text: str) -> str:
    """ISO letters of a unit: "weeks" is W, "hours" TH."""
    word = text.lower()
    word = words.PLURALS.get(word, word)
    return words.UNITS.get(word) or words.UNITS[word.removesuffix("s")]


def duration(number: float | None, letters: str) -> str:
    """P2D, PT3H, PXM."""
    if number is not None and number != int(number):
        split = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "TH": ("TM", 60)}.get(letters)
        if split is not None and number < 1:
            return duration(round(number * split[1]), split[0])
        if letters == "Y":
            return f"P{int(number)}Y6M"
    return f"P{'T' if letters.startswith('T') else ''}{amount(number)}{letters.removeprefix('T')}"


def ordinal(text: str) -> int | None:
    """Third is 3, 25th is 25."""
    text = text.lower()
    if text[:1].isdigit():
        return int(re.sub(r"\D", "", text))
    return words.ORDINALS.get(text)


def year(text: str) -> int:
    """A year in figures, with its era: 490 BC is -490."""
    digits = int(re.sub(r"\D", "", text))
    return -digits if re.search(r"b\.?c", text, re.IGNORECASE) else digits


def month(text: str) -> int:
    """Number of a month's name or abbreviation."""
    return words.MONTHS[text.lower().rstrip(".")]


def weekday(text: str) -> int:
    """Monday is 1."""
    text = text.lower().rstrip(".")
    return words.WEEKDAYS.get(text) or words.WEEKDAY_ABBREVIATIONS[text]
