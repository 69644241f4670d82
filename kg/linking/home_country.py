"""The country that a report is from, for places and happenings of which it says no more.

A name that the index lacks ("the Lesk barracks") lies in the country of the event's other places, else in the one that
nearly all toponyms of the text lie in.  An incident without any place, in an article with a dateline from that country,
is there: its first mention gets the country, with the precision of a country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.words import Words
from kg.linking.dates.headers import DATELINE
from kg.linking.enclosing import lying, shown
from kg.linking.gazetteer import Gazetteer
from kg.model import Event, Place
from kg.ontology.groupings import DEEDS

#: share of the toponyms that lie in the country; toponyms and sentences that an article has at least
SHARE, TOPONYMS, SENTENCES = 0.8, 2, 4
#: classes of those who are told by a land and need not be in it
PEOPLE = frozenset({"person", "armed", "actor"})
#: PLOVER types of acts that are where they are done
LOCAL = DEEDS | {"PROTEST"}


def tells_whose(place: Place, words: Words) -> bool:
    """Whether a land only tells whose people are, who may be anywhere: "*U.S.* special forces"."""
    span = words.doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None or place.precision != "country":
        return False
    last = span[-1]
    before = last.dep_ in {"compound", "amod", "nmod"} and last.head.i > last.i
    return before and bool(words.classes(last.head) & PEOPLE)


class HomeCountry:
    """The country of one document, from its toponyms."""

    def __init__(self, places: Sequence[Place], text: str, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._located = [place for place in places if place.country]
        dateline = DATELINE.match(text)
        self._reported = next((p for p in self._located if dateline and p.end <= dateline.end()), None)
        counts = Counter(place.country for place in self._located)
        best = min(counts, key=lambda code: (-counts[code], code or ""), default=None)
        self.country = best if best and counts[best] >= SHARE * len(self._located) else None

    def complete(self, events: Sequence[Event], sentences: int) -> list[Event]:
        """Events with the country of local names, and of incidents without a place."""
        out = [replace(event, places=self._with_country(event.places)) for event in events]
        land = self._land() if sentences >= SENTENCES else None
        if land is None:
            return out
        seen = {event.incident for event in out if event.places}
        for n, event in enumerate(out):
            if event.incident not in seen and event.plover in LOCAL:
                seen.add(event.incident)
                out[n] = replace(event, places=(land,))
        return out

    def _with_country(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        told = {place.country for place in places if place.country}
        country = told.pop() if len(told) == 1 else self.country
        nation = self._gazetteer.nation(country) if country else None
        if nation is None:
            return places
        around = shown(nation)
        return tuple(p if p.country or p.geonames or p.id else lying(p, around) for p in places)

    def _land(self) -> Place | None:
        """The country of the dateline at the first toponym that names it, else at the dateline's."""
        here = self._reported
        if here is None or self.country is None or here.country != self.country or len(self._located) < TOPONYMS:
            return None
        named = next((p for p in self._located if p.country == self.country and p.precision == "country"), None)
        nation = self._gazetteer.nation(self.country)
        if named is not None or nation is None:
            return None if named is None else replace(named, relation=None)
        return Place(
            here.start,
            here.end,
            here.text,
            nation.name,
            nation.geonames,
            nation.latitude,
            nation.longitude,
            self.country,
            precision="country",
            id=nation.id,
        )
