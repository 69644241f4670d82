"""What a whole document says about whom an unclear name means: its countries, its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.extraction.words import Words
from kg.language.names import Name
from kg.model import Place
from kg.ontology import Entry, Ontology


class Context:
    """Countries by how often a document names them, and the day it was published."""

    def __init__(self, words: Words, places: Iterable[Place], day: str | None) -> None:
        self.ontology: Ontology = words.ontology
        self.day = day
        self._text = words.doc.text
        self.countries: Counter[str] = Counter()
        seen: set[int] = set()
        for name in words.names.values():
            if name.start not in seen and len(name.ids) == 1 and name.form != "ambiguous":
                seen.add(name.start)
                entry = self.ontology.entries[name.ids[0]]
                self.countries.update([entry.country] if entry.country else [])
                self.countries.update(
                    entry.operates_in[:1] if not entry.country and len(entry.operates_in) == 1 else []
                )
        self.countries.update(place.country for place in places if place.country)

    @property
    def main_country(self) -> str | None:
        """The country that at least six in ten of the named countries are; None if there is no such one."""
        if not self.countries:
            return None
        country, count = min(self.countries.items(), key=lambda item: (-item[1], item[0]))
        return country if count >= 0.6 * sum(self.countries.values()) else None

    def choose(self, name: Name) -> tuple[Entry | None, tuple[str, ...]]:
        """(the entry that day and countries decide for, the candidates left open otherwise).

        A name that only one entry bears but that is ambiguous by itself ("Goal") needs a country of the text that speaks
        for the entry; of several bearers the day may leave one.  A surname alone is that of nobody who was not known yet.
        """
        candidates = [self.ontology.entries[i] for i in sorted(name.ids)]
        whole = " " in self._text[name.start : name.end]
        possible = [entry for entry in candidates if whole or not self._yet_to_come(entry)]
        current = [entry for entry in possible if entry.current(self.day)] or possible
        if len(current) == 1 and (name.form != "ambiguous" or len(candidates) > 1):
            return current[0], ()
        scored = sorted(((self._nearness(entry), entry.id) for entry in current), reverse=True)
        if scored and scored[0][0] > 0 and (len(scored) == 1 or scored[0][0] > scored[1][0]):
            return self.ontology.entries[scored[0][1]], ()
        return None, tuple(entry.id for entry in current)

    def _yet_to_come(self, entry: Entry) -> bool:
        """Whether a person was not yet known by the office on the day of the text."""
        return (
            entry.kind == "Person"
            and self.day is not None
            and entry.since is not None
            and self.day[: len(entry.since)] < entry.since
        )

    def _nearness(self, entry: Entry) -> int:
        places = {entry.country, *entry.operates_in} - {None}
        return sum(self.countries[country] for country in places if country)
