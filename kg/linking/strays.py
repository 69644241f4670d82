"""Small places that are not meant: a namesake far from where the text says, or in a land that nothing else in it is in.

The index holds no quarter, hospital or hamlet, but mostly some small town elsewhere of the same name.  "The Khair area of
Kabul" is not Khair in India, and a Rampura told between four names of Bangladesh is not one in Punjab.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.linking.gazetteer import Gazetteer, Location
from kg.linking.surroundings import Surroundings
from kg.linking.toponym_mentions import Mention
from kg.linking.toponym_words import COUNTY

#: size (log10 of the population) from which a place is meant though nothing else is in its land, or the words beside it differ
LARGE, WORLD = 5.0, 6.0
#: size from which a town tells where a name beside it is
TELLING = 4.0
#: other mentions of places that make a text one about their lands
OTHERS = 3
#: what is mostly named after something else than a town in another land
BUILDINGS = frozenset(
    "hotel cafe restaurant mall mosque church cathedral hospital clinic market theatre theater cinema club bar bakery "
    "square street road avenue bridge stadium tower".split()
)
#: kilometres from a town, and from the middle of an area, within which a place is taken to be in it or near it
IN_TOWN, IN_AREA, NEARBY = 100.0, 150.0, 150.0
SMALL = frozenset({"city", "admin2", "airport", "base"})

#: a mention with its place
Found = tuple[Mention, Location | None]


class Strays:
    """Looks through the places of one document.

    ``nations`` are countries that the text points to otherwise; ``local`` lemmas of areas, buildings and people.
    """

    def __init__(
        self,
        doc: Doc,
        found: Sequence[Found],
        nations: Mapping[str, float],
        gazetteer: Gazetteer,
        local: frozenset[str],
    ) -> None:
        self._doc, self._gazetteer, self._found, self._nations = doc, gazetteer, found, nations
        self._at = frozenset(m.first for m, _ in found)
        at = {m.first: (m.last, place) for m, place in found if place is not None and self._tells(place)}
        self._surroundings = Surroundings(at, lambda noun: noun.lemma_.lower() in local)

    @staticmethod
    def _tells(place: Location) -> bool:
        return place.kind not in SMALL or place.size >= TELLING or place.known

    def meant(self) -> list[Found]:
        """The mentions; a small place that cannot be meant gives way to a namesake that can, or to none."""
        return [(m, None) if place is None else self._checked(m, place) for m, place in self._found]

    def _checked(self, m: Mention, place: Location) -> Found:
        meant = self._meant(m, place)
        return (m if meant is not None else self._whole(m)), meant

    def _whole(self, m: Mention) -> Mention:
        """A name that the index lacks with the rest of it, where the index has its first word alone: "Khair *Khana*"."""
        doc, last = self._doc, m.last
        while last < len(doc) and doc[last].pos_ == "PROPN" and doc[last].text[:1].isupper() and last not in self._at:
            last += 1
        end = doc[last - 1].idx + len(doc[last - 1])
        return replace(m, last=last, end=end)

    def _meant(self, m: Mention, place: Location) -> Location | None:
        if place.kind not in SMALL or place.known or place.feature == "capital" or place.size >= WORLD:
            return place
        signs = list(self._surroundings.beside(self._doc[m.first], self._doc[m.last - 1]))
        if not all(self._lies(place, *sign) for sign in signs):
            fitting = (c for c, _ in m.candidates if all(self._lies(c, *sign, surely=True) for sign in signs))
            return next(fitting, None)
        return None if not signs and self._is_lonely(m, place) else place

    def _lies(self, inner: Location, outer: Location, relation: str, *, surely: bool = False) -> bool:
        """Whether a place may lie in or near another; an area that surely holds it does so by the index."""
        if (relation == "near" and outer.kind != "city") or not outer.countries:
            return True
        shared = bool(set(inner.countries) & set(outer.countries))
        if not shared and relation != "near":
            return False
        if shared and (outer.kind in ("country", "region") or self._gazetteer.within(inner, outer)):
            return True
        if surely and outer.kind == "admin1" and inner.admin1 >= 0:
            return False
        limit = NEARBY if relation == "near" else IN_TOWN if outer.kind not in ("admin1", "admin2") else IN_AREA
        distance = self._gazetteer.distance(inner, outer)
        return distance is None or distance <= limit

    def _is_lonely(self, m: Mention, place: Location) -> bool:
        """Whether a text that names several places names no other one of its land; one is enough for the "*Rex* Hotel".

        "Henry County" is called what it is.
        """
        others = [p for other, p in self._found if p is not None and other.name != m.name]
        lands = {code for p in others for code in p.countries} | self._nations.keys()
        return (
            place.size < LARGE
            and m.name.split()[-1] not in COUNTY
            and len(others) >= (1 if self._is_of_building(m) else OTHERS)
            and place.country not in lands
        )

    def _is_of_building(self, m: Mention) -> bool:
        return m.last < len(self._doc) and self._doc[m.last].lower_ in BUILDINGS
