"""Incidents that are left out of a record, with the reason: of some nothing is told but a noun."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from kg.extraction.echoes import RULE
from kg.model import Event, Rejection

#: constructions that alone tell nothing
EMPTY = frozenset({"nominal", RULE})
#: sections of a web page that list other pages, with the lines up to the next heading
LISTS = re.compile(
    r"^(=+) *(?:see also|references|external links|further reading|related articles|bibliography) *\1 *$(.*?)(?=^=|\Z)",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)


def empty_events(events: Sequence[Event], definite: Collection[str]) -> dict[str, str]:
    """Reasons by event id for incidents of which nothing is told but a noun: "violence", "the attacks of terrorists".

    ``definite`` are the ids of events told as ones that the reader knows ("the raid").
    """
    told = {e.incident for e in events if e.rule not in EMPTY or e.id in definite or _tells(e)}
    return {e.id: "nothing is told of it: nobody, no place, no day" for e in events if e.incident not in told}


def listed(events: Sequence[Event], text: str) -> dict[str, str]:
    """Reasons by event id for what only the titles of other pages name: "== See also ==", "* 2009 Lesk bombing"."""
    sections = [match.span(2) for match in LISTS.finditer(text)]
    return {
        e.id: "it stands in a list of other pages"
        for e in events
        if any(start <= e.trigger.start < end for start, end in sections)
    }


def _tells(event: Event) -> bool:
    known = event.agents or event.targets or event.places or event.casualties or event.instruments
    return bool(known) or event.time.basis == "text"


def without(events: Sequence[Event], reasons: Mapping[str, str]) -> tuple[list[Event], tuple[Rejection, ...]]:
    """(the events that stay, the rejections of those with a reason)."""
    refused = tuple(
        Rejection(e.trigger.start, e.trigger.end, e.trigger.text, e.action, reasons[e.id])
        for e in events
        if e.id in reasons
    )
    return [e for e in events if e.id not in reasons], refused
