"""Words beside an expression that belong to it: *early* May, Thursday *night*, *the end of* 1990, *10 p.m.* Friday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.linking.dates import vocabulary as words
from kg.linking.dates.patterns import alternatives
from kg.model import Timex

_B = r"(?:^|(?<![\w-]))"
PHASES = (
    "beginning|start|end|middle|close|rest|remainder|outset|onset|height|first part|early part|latter part"
    "|later part|last part|"
    "first days|last days|final days|opening days|early days|early months|first months|final months|second part"
    "|late part|end part"
)
#: before any date: the value stays
BEFORE = re.compile(
    rf"{_B}(?:(?:the )?(?:very )?(?:early|late|mid|middle|mid-to-late|early-to-mid)(?: in| on| of)?(?:[- ]| the )"
    rf"|(?:earlier|later)(?: in| on)? (?:the )?|(?:the )?(?:very )?(?:{PHASES}) of (?:the )?|sometime (?:in )?"
    r"|some time in )$",
    re.IGNORECASE,
)
#: before a day, month or year
CIRCA = re.compile(rf"{_B}(?:about|around|approximately|circa|ca\.|c\.|roughly|nearly) $", re.IGNORECASE)
#: before a year: its half
HALF = re.compile(rf"{_B}(?:the )?(?P<half>first|second|last|latter) half of (?:the )?$", re.IGNORECASE)
_PARTS = alternatives(words.PARTS)
PART_BEFORE = re.compile(
    rf"{_B}(?:(?:early|late)(?: in| on)? )?(?:the )?(?:very )?(?:early |late |mid[- ])?(?P<part>{_PARTS}|(?:early"
    r"|small|wee) hours)(?: hours)?(?: of| on|,)? (?:the )?$",
    re.IGNORECASE,
)
PART_AFTER = re.compile(
    rf"^(?: at|,)?(?: (?:early|late))? (?P<part>{_PARTS}|night-time)\b(?! (?:news|programme|program))", re.IGNORECASE
)
DAY = re.compile(r"^(?:BC)?[\dX]{4}-[\dX]{2}-[\dX]{2}$|^XXXX-WXX-\d$")
PART_OF_DAY = re.compile(r"^(?P<day>\d{4}-\d\d-\d\d)T(?P<part>MO|AF|EV|NI)$")
EARLY_HOURS = re.compile(rf"{_B}(?:the )?(?:very )?(?:early|small|wee) hours of $", re.IGNORECASE)
LAST_OF_NIGHT, NOON = 5, 12
CLOCK_GAP = re.compile(r"^,? (?:on )?$|^ on $")


def widen(text: str, timex: Timex) -> Timex:
    """Take the words before and after into one expression."""
    if timex.type not in ("DATE", "TIME") or timex.value.endswith("_REF"):
        return timex
    timex = _after(text, timex)
    return _before(text, timex)


def _after(text: str, timex: Timex) -> Timex:
    found = PART_AFTER.match(text[timex.end : timex.end + 30]) if DAY.match(timex.value) else None
    if found is None or "\n" in found[0]:
        return timex
    return _with(
        text, timex, timex.start, timex.end + found.end(), f"{timex.value}T{words.PARTS[found['part'].lower()]}"
    )


def _before(text: str, timex: Timex) -> Timex:
    flat = re.sub(r"\s", " ", text[max(0, timex.start - 60) : timex.start])
    if DAY.match(timex.value):
        part = PART_BEFORE.search(flat)
        if part is not None:
            value = f"{timex.value}T{words.PARTS.get(part['part'].lower(), 'MO')}"
            return _with(text, timex, timex.start - len(part[0]), timex.end, value)
    hours = EARLY_HOURS.search(flat) if PART_OF_DAY.match(timex.value) else None
    if hours is not None:
        return _with(text, timex, timex.start - len(hours[0]), timex.end, timex.value)
    half = HALF.search(flat) if re.fullmatch(r"(?:BC)?\d{4}", timex.value) else None
    if half is not None:
        value = f"{timex.value}-H{1 if half['half'].lower() == 'first' else 2}"
        return _with(text, timex, timex.start - len(half[0]), timex.end, value)
    lead = BEFORE.search(flat) or CIRCA.search(flat)
    return timex if lead is None else _with(text, timex, timex.start - len(lead[0]), timex.end, timex.value)


def _with(text: str, timex: Timex, start: int, end: int, value: str) -> Timex:
    return Timex(start, end, text[start:end], "TIME" if "T" in value.removeprefix("BC") else "DATE", value)


def joined(text: str, found: list[Timex]) -> Iterator[Timex]:
    """Put a clock time and the day right after it together: *10 p.m. Wednesday*."""
    held: Timex | None = None
    for timex in found:
        if held is not None:
            gap = text[held.end : timex.start]
            day = _day_of(timex.value, held.value)
            if day and CLOCK_GAP.match(gap):
                yield _with(text, held, held.start, timex.end, day)
                held = None
                continue
            yield held
        held = timex if re.search(r"T\d", timex.value) and timex.type == "TIME" else None
        if held is None:
            yield timex
    if held is not None:
        yield held


def _day_of(value: str, clock: str) -> str:
    """A clock time on a day or in a part of it: *4:30* **on Tuesday afternoon**; nothing where the value is no such."""
    time = clock[clock.index("T") :]
    if DAY.match(value):
        return value + time
    part = PART_OF_DAY.match(value)
    if part is None:
        return ""
    hour = int(time[1:3])
    late = part["part"] in ("AF", "EV") or (part["part"] == "NI" and hour > LAST_OF_NIGHT)
    return f"{part['day']}T{hour + 12 if late and hour < NOON else hour:02d}{time[3:]}"
