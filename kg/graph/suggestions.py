"""Entries that a name outside the ontology may stand for: offered to a person, never applied.

Fuzzy matching inverts sides ("Syrian army", "Free Syrian Army"), so that a person decides.  Only entries of a fitting
kind are offered: a person for a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import fuzz, process

from kg.graph import iris
from kg.ontology import Entry

#: how alike the letters of two names must be, of 100
LIKE = 84
MOST = 3


class Suggestions:
    """Labels of the ontology, ready to be searched."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._by_slug: dict[str, set[str]] = defaultdict(set)
        self._by_surname: dict[str, set[str]] = defaultdict(set)
        for entry in entries.values():
            for label in (entry.name, *entry.labels, *entry.ambiguous):
                self._by_slug[iris.slug(label)].add(entry.id)
                if entry.kind == "Person":
                    self._by_surname[iris.slug(label).rpartition("-")[2]].add(entry.id)
        self._slugs = sorted(self._by_slug)

    def of(self, name: str, kind: str | None) -> tuple[str, ...]:
        """Return ids of entries, the likeliest first: the same letters, the same surname, much the same letters."""
        found = (entry for entry in dict.fromkeys(self._found(iris.slug(name))) if self._fits(entry, kind))
        return tuple(entry for entry, _ in zip(found, range(MOST), strict=False))

    def _found(self, slug: str) -> Iterator[str]:
        yield from sorted(self._by_slug.get(slug, ()))
        yield from sorted(self._by_surname.get(slug.rpartition("-")[2], ()))
        for near, _, _ in process.extract(slug, self._slugs, scorer=fuzz.ratio, score_cutoff=LIKE, limit=MOST):
            yield from sorted(self._by_slug[near])

    def _fits(self, entry: str, kind: str | None) -> bool:
        return kind is None or (self._entries[entry].kind == "Person") == (kind == "Person")


def near_ids(value: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the ids spelt most like one."""
    found = process.extract(value, sorted(known), scorer=fuzz.ratio, score_cutoff=80, limit=MOST)
    return tuple(near for near, _, _ in found)
