"""What a whole document says about whom an unclear name means: its countries, its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.extraction.words import Words
from kg.language.names import Name
from kg.linking.belonging import given_name
from kg.model import Place
from kg.ontology import Entry, Ontology

#: words for a government of certain years, where "government" may mean the institution
REGIMES = frozenset({"regime", "junta", "dictatorship"})
FOUNDED = frozenset({"ArmedGroup", "Militia", "Coalition", "CriminalGroup"})


class Context:
    """Countries by how often a document names them, and the day it was published."""

    def __init__(self, words: Words, places: Iterable[Place], day: str | None) -> None:
        self.ontology: Ontology = words.ontology
        self.day = day
        self._text = words.doc.text
        self.countries: Counter[str] = Counter()
        seen: set[int] = set()
        for name in words.names.values():
            if name.start not in seen and self._tells_country(words, name):
                seen.add(name.start)
                entry = self.ontology.entries[name.ids[0]]
                self.countries.update([entry.country] if entry.country else [])
                self.countries.update(
                    entry.operates_in[:1] if not entry.country and len(entry.operates_in) == 1 else []
                )
        self.countries.update(place.country for place in places if place.country)
        self._groups = self._named_groups(words)
        self._full: dict[str, Name] = {}
        self._longest: dict[str, Name] = {}
        for name in words.names.values():
            if len(name.ids) == 1 and name.form in {"name", "ambiguous"} and " " in self._text[name.start : name.end]:
                known = self._longest.setdefault(name.ids[0], self._full.setdefault(name.ids[0], name))
                if self._length(name) > self._length(known):
                    self._longest[name.ids[0]] = name

    def _tells_country(self, words: Words, name: Name) -> bool:
        """Whether a name speaks for the country of its bearer: one bearer, of one country, known by then."""
        if len(name.ids) != 1 or name.form == "ambiguous" or self._of_person(words, name):
            return False
        entry = self.ontology.entries[name.ids[0]]
        one = all(self.ontology.entries[other].country == entry.country for other in name.others)
        return one and not self._yet_to_come(entry) and not self.homes(name)

    def homes(self, name: Name) -> frozenset[str]:
        """The countries in which a people lives of which a name tells that is more than a state's: *Serbs*."""
        people = name.form in {"adjective", "demonym"}
        return (
            self.ontology.peoples.get(self._text[name.start : name.end].lower(), frozenset()) if people else frozenset()
        )

    def abroad(self, name: Name, entry: Entry) -> bool:
        """Whether a people's name means those in another country: "Serbs" in a text on Bosnia alone."""
        here = self.homes(name) & self.countries.keys()
        return len(here) == 1 and entry.country not in here

    @property
    def main_country(self) -> str | None:
        """The country that at least six in ten of the named countries are; None if there is no such one."""
        if not self.countries:
            return None
        country, count = min(self.countries.items(), key=lambda item: (-item[1], item[0]))
        return country if count >= 0.6 * sum(self.countries.values()) else None

    @property
    def only_country(self) -> str | None:
        """The one country that is named; None where there are others."""
        return next(iter(self.countries)) if len(self.countries) == 1 else None

    def _named_groups(self, words: Words) -> list[Entry]:
        """The armed groups that the document names, each once, in the order of their ids."""
        entries = (self.choose(name)[0] for name in words.names.values())
        groups = {entry.id: entry for entry in entries if entry is not None and entry.kind == "ArmedGroup"}
        return [groups[i] for i in sorted(groups)]

    def in_full(self, name: Name, entry: Entry) -> Name | None:
        """The full name by which a text introduces a short one before it or in the brackets behind it: "FMLN"."""
        full = self._full.get(entry.id)
        if full is None or " " in self._text[name.start : name.end] or name.form not in {"name", "ambiguous"}:
            return None
        return full if full.start < name.end + 4 else None

    def whole_name(self, name: Name, entry: Entry) -> Name | None:
        """The name of more words by which a text tells a person anywhere: "Jaime Venn Leal" for "Venn"."""
        whole = self._longest.get(entry.id)
        return whole if whole is not None and self._length(whole) > self._length(name) else None

    def _length(self, name: Name) -> int:
        return len(self._text[name.start : name.end].split())

    def only_group(self, country: str | None) -> Entry | None:
        """The one armed group of a country that the document names, if it names no other armed group at all."""
        group = self._groups[0] if len(self._groups) == 1 else None
        return group if group is not None and country is not None and group.country == country else None

    def choose(self, name: Name) -> tuple[Entry | None, tuple[str, ...]]:
        """(the entry that day and countries decide for, the candidates left open otherwise).

        A name that only one entry bears but that is ambiguous by itself ("Goal") needs a country of the text that speaks
        for the entry; of several bearers the day may leave one.  One word alone is nobody who was not known yet, and a
        less known bearer is meant where the text names its country and not that of the better known one.
        """
        candidates = [self.ontology.entries[i] for i in sorted(name.ids)]
        whole = " " in self._text[name.start : name.end]
        possible = [entry for entry in candidates if whole or not self._yet_to_come(entry)]
        current = [entry for entry in possible if entry.current(self.day)] or possible
        less_known = self._less_known(current, name.others)
        if less_known is not None:
            return less_known, ()
        if len(current) == 1 and (name.form != "ambiguous" or len(candidates) > 1):
            return self._of_the_day(current[0], name), ()
        if name.form == "ambiguous" and len(current) == 1 and self._is_gone(current[0]):
            return None, ()
        scored = sorted(((self._nearness(entry), entry.id) for entry in current), reverse=True)
        if scored and scored[0][0] > 0 and (len(scored) == 1 or scored[0][0] > scored[1][0]):
            return self.ontology.entries[scored[0][1]], ()
        return None, tuple(entry.id for entry in current)

    def _less_known(self, known: Sequence[Entry], others: Iterable[str]) -> Entry | None:
        """The one other bearer of a name whose time or country is that of the text, where the known one's is not."""
        timely = [entry for entry in known if entry.current(self.day)]
        if any(self.countries[entry.country] for entry in timely if entry.country):
            return None
        bearers = [self.ontology.entries[i] for i in others]
        timed = [e for e in bearers if e.current(self.day)]
        here = [e for e in timed if (e.until and not timely) or (e.country and self.countries[e.country])]
        return here[0] if len(here) == 1 else None

    def _of_the_day(self, entry: Entry, name: Name) -> Entry | None:
        """The entry, or the government that ruled in its stead: "the Burmese junta" of 1995 is not that of 2021."""
        if entry.kind != "Government" or not self._founded_later(entry):
            return entry
        government = next(iter(entry.part_of), "")
        if self._text[name.start : name.end].split()[-1].lower() not in REGIMES:
            return None
        return self.ontology.regime(government, self.day) or self.ontology.entries.get(government)

    def _founded_later(self, entry: Entry) -> bool:
        """Whether something began years after the text; the years of groups are less sure than those of offices."""
        return bool(self.day and entry.since) and int(str(self.day)[:4]) < int(str(entry.since)[:4]) - 1

    def _is_gone(self, entry: Entry) -> bool:
        """Whether a state was no more on the day of the text: "Salisbury" in 2018 is not Rhodesia."""
        return entry.kind == "Country" and entry.until is not None and not entry.current(self.day)

    def _yet_to_come(self, entry: Entry) -> bool:
        """Whether a person was not yet known by the office, a group not yet founded, on the day of the text."""
        if self.day is None or entry.since is None:
            return False
        if entry.kind in FOUNDED:
            return self._founded_later(entry)
        return entry.kind == "Person" and self.day[: len(entry.since)] < entry.since

    def _of_person(self, words: Words, name: Name) -> bool:
        """Whether a country's name is somebody's own: "Jordan Smith"."""
        first = words.doc.char_span(name.start, name.end, alignment_mode="expand")
        return name.form in {"name", "seat"} and first is not None and given_name(first[-1])

    def _nearness(self, entry: Entry) -> int:
        places = {entry.country, *entry.operates_in} - {None}
        return sum(self.countries[country] for country in places if country)
