"""Deaths that come later and elsewhere than what killed: "a sixth person **died** on Thursday *at Lesk General*"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.linking.dates.calendar import iso_day
from kg.model import Event, Place, Time

#: words for a death that may come of wounds
DYING = frozenset("die dies died dying succumb succumbs succumbed succumbing pronounced".split())
#: days within which people die of their wounds and a report tells of it with what hurt them
LATER = 60
#: words of the names of where the hurt and the dead are taken, which is not where they came to harm
HOSPITALS = frozenset("hospital clinic infirmary medical medicine health healthcare mortuary morgue".split())


def lingers(event: Event) -> bool:
    """Whether a mention tells that somebody died, and nothing of who did it."""
    return event.action == "Killing" and not event.agents and not DYING.isdisjoint(event.trigger.text.lower().split())


def at_its_cause(one: Event, other: Event) -> Event:
    """A death with the day of what killed, if it came some days after it; and where that was, if it came in a hospital."""
    if not lingers(one):
        return one
    known = [place for place in one.places if place.name is not None and not is_hospital(place)]
    places = other.places if one.places and not known else one.places
    return replace(one, places=places, time=other.time if _is_later(one.time, other.time) else one.time)


def is_hospital(place: Place) -> bool:
    """Whether the name of a place is that of a hospital."""
    return not HOSPITALS.isdisjoint(place.text.lower().replace("'s", "").split())


def _is_later(death: Time, deed: Time) -> bool:
    if death.basis != "text" or deed.basis != "text":
        return False
    start, end = _day(death.start), _day(deed.end)
    return start is not None and end is not None and 0 <= (start - end).days <= LATER


def _day(value: str | None) -> date | None:
    return iso_day(value) if value else None
