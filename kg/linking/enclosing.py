"""The known place that a place of no point of its own lies in: its country, its first-order area and a point for it.

"The Oru Hotel in Lesk" takes the point of Lesk, with the precision of a town.  Where the words around it say nothing
(``surroundings``), they may do where the text has the name again; else a building or quarter is in the town that was named
last, and any name in the first-order area that all towns of the text lie in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.extraction.words import Words
from kg.linking.gazetteer import Gazetteer, Location
from kg.linking.place_relations import is_offset
from kg.linking.surroundings import Surroundings
from kg.model import Place
from kg.ontology.groupings import SETTLED
from kg.ontology.word_classes import word_class

#: how fine what a name lies in is; beside a town is finer than in a province
FINENESS = ("point", "settlement", "admin2", "near", "admin1", "region", "country")
LOCAL = frozenset({"area", "facility", "infrastructure", "person", "civilian"})
#: nouns of parts of towns, beside buildings, and buildings that stand outside towns as well
URBAN = frozenset(
    "neighbourhood neighborhood suburb quarter slum ghetto shantytown favela barrio street avenue boulevard lane "
    "square roundabout junction intersection crossroads park corner block".split()
)
RURAL = frozenset(
    "base camp post outpost checkpoint checkpost garrison barracks fort farm ranch plantation airbase airfield "
    "airstrip position trench tunnel plant mine mill village settlement stronghold hideout site farmhouse".split()
)
#: whose part a place is that a town has: "the *city's* Oru district"
TOWNS = word_class("towns")
#: a place around a name, and whether the name is "in" or "near" it
Sign = tuple[Place, str]
#: how many places of an area a text names that is about it
AGREED = 2


class Enclosing:
    """Completes the places of one document that have no point; ``country`` is the one that the document is about."""

    def __init__(self, words: Words, places: Sequence[Place], country: str | None, gazetteer: Gazetteer) -> None:
        self._words, self._gazetteer, self._country = words, gazetteer, country
        located = [p for p in places if p.latitude is not None and p.country is not None]
        spans = ((self._span(p), p) for p in located)
        at = {span.start: (span.end, p) for span, p in spans if span is not None}
        self._surroundings = Surroundings(at, self._is_local)
        self._here = [p for p in located if country in (None, p.country)]
        self._alike: dict[tuple[str, int], tuple[Span, ...]] = {}
        self._told: dict[tuple[int, int], tuple[Sign, ...]] = {}
        self._urban: dict[str, bool] = {}

    def complete(self, place: Place) -> Place:
        """A place as it is if it has a point, else with what is known of the one that it lies in."""
        span = self._span(place)
        if span is None or place.latitude is not None:
            return place
        if place.id is not None:
            area = self._area_of(place)
            return place if area is None else lying(place, area)
        around, relation = self._around(place, span)
        return place if around is None else lying(place, around, relation)

    def _around(self, place: Place, span: Span) -> tuple[Place | None, str]:
        """What a name lies in or near by the words, or else by the rest of the text."""
        signs = (sign for sign in self._signs(span) if place.country in (None, sign[0].country))
        around, relation = min(signs, key=_fineness, default=(None, "in"))
        told = place.country or (around and around.country)
        if told in (None, self._country) and (around is None or around.precision == "country"):
            return self._town(place, span) or self._area() or around or self._nation(), "in"
        return around, relation

    def _span(self, place: Place) -> Span | None:
        return self._words.doc.char_span(place.start, place.end, alignment_mode="expand")

    def _is_local(self, noun: Token) -> bool:
        return bool(LOCAL & self._words.common(noun))

    def _again(self, span: Span) -> tuple[Span, ...]:
        """Where the text has a name, found once for all of them."""
        key = (span.text, len(span))
        if key not in self._alike:
            found = (span.doc[t.i : t.i + len(span)] for t in self._words.alike(span[0]))
            self._alike[key] = tuple(name for name in found if name.text == span.text)
        return self._alike[key]

    def _signs(self, span: Span) -> Iterator[Sign]:
        """What the words say where a name lies, here and then where the text has it again; of one country."""
        country = None
        for name in sorted(self._again(span), key=lambda name: name.start != span.start):
            for sign in self._around_name(name):
                country = country or sign[0].country
                if sign[0].country == country:
                    yield sign

    def _around_name(self, name: Span) -> tuple[Sign, ...]:
        """What the words say where a name lies where it stands, found once for all that look again."""
        key = (name.start, name.end)
        if key not in self._told:
            self._told[key] = tuple(self._surroundings.of(name[0], name[-1]))
        return self._told[key]

    # ------------------------------------------------------------ by the rest of the text

    def _town(self, place: Place, span: Span) -> Place | None:
        """The town that was named last before a building or a part of a town."""
        if not self._is_urban_name(span):
            return None
        towns = (p for p in self._here if p.precision in SETTLED and p.end <= place.start)
        return max(towns, key=lambda p: p.start, default=None)

    def _is_urban_name(self, span: Span) -> bool:
        """Whether the text has a name as a building or a part of a town anywhere."""
        if span.text not in self._urban:
            self._urban[span.text] = any(map(self._is_of_town, self._again(span)))
        return self._urban[span.text]

    def _is_of_town(self, name: Span) -> bool:
        doc = name.doc
        owned = name.start > 1 and doc[name.start - 1].tag_ == "POS" and doc[name.start - 2].lower_ in TOWNS
        return owned or any(map(self._is_urban, (name[-1], name[-1].head, doc[min(name.end, len(doc) - 1)])))

    def _is_urban(self, noun: Token) -> bool:
        lemma = noun.lemma_.lower()
        return lemma in URBAN or ("facility" in self._words.common(noun) and lemma not in RURAL)

    def _area(self) -> Place | None:
        """The first-order area of all places that the text names in its country, a capital left out beside others."""
        here = [p for p in self._here if self._country is not None]
        counts = Counter(name for p in here if (name := first_order(p)) is not None)
        for capital in {first_order(p) for p in here if self._is_capital(p)} if len(counts) > 1 else ():
            counts.pop(capital or "", None)
        if len(counts) != 1 or counts.total() < AGREED:
            return None
        found = (other for other, _ in self._gazetteer.find(next(iter(counts))))
        area = next((a for a in found if a.kind == "admin1" and a.country == self._country), None)
        return None if area is None or area.latitude is None else shown(area)

    def _is_capital(self, place: Place) -> bool:
        found = self._gazetteer.find(place.name or "")
        return any(other.feature == "capital" and other.id == place.id for other, _ in found)

    def _area_of(self, place: Place) -> Place | None:
        """The smallest area with a point around a place of the index that has none."""
        found = (other for other, _ in self._gazetteer.find(place.name or ""))
        area: Location | None = next((other for other in found if other.id == place.id), None)
        while area is not None and area.latitude is None:
            area = self._gazetteer.parent(area)
        return None if area is None else shown(area)

    def _nation(self) -> Place | None:
        nation = self._gazetteer.nation(self._country) if self._country else None
        return None if nation is None else shown(nation)


def shown(area: Location) -> Place:
    """An area of the index as a place that others lie in."""
    of_first_order = area.name if area.kind == "admin1" else None
    return Place(
        0, 0, area.name, area.name, None, area.latitude, area.longitude, area.country, of_first_order, area.precision
    )


def lying(place: Place, around: Place, relation: str = "in") -> Place:
    """A place with country, area and point of another, and its precision; beside a town it is a region around it."""
    beside = relation == "near" or is_offset(around.relation)
    return replace(
        place,
        latitude=around.latitude,
        longitude=around.longitude,
        country=around.country,
        admin1=place.admin1 or first_order(around),
        precision="region" if beside and around.precision != "country" else around.precision,
        within=around.name,
    )


def first_order(place: Place) -> str | None:
    """The first-order area of a place."""
    return place.admin1 or (place.name if place.precision == "admin1" else None)


def _fineness(sign: Sign) -> int:
    place, relation = sign
    beside = is_offset(place.relation) or (relation == "near" and place.precision in SETTLED)
    kind = "near" if beside else place.precision or "region"
    return FINENESS.index(kind)
