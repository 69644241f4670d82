"""Protests that were broken up, as one event: ACLED counts the protest and those who step in once.

Articles tell of the march and of what the police did to it as two incidents.  The codebook (2023) knows one event,
"Protest with intervention" or "Excessive force against protestors", whose second actor are those who stepped in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.export.acled_types import Coded, coded, event_type
from kg.export.reference import Reference
from kg.export.rows import Row, Source

_FORCE = "Excessive force against protestors"
_MET = frozenset({"Protest with intervention", _FORCE})


def joined(rows: Sequence[Row], known: Reference) -> tuple[Row, ...]:
    """Give each protest the incidents that are one event with it, and these the protest in whose row they are."""
    protests = _protests(rows, known)
    guests: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.id in protests:
            guests[protests[row.id]].append(row)
    return tuple(replace(row, beside=tuple(guests.get(row.id, ())), row_of=protests.get(row.id)) for row in rows)


def _protests(rows: Sequence[Row], known: Reference) -> Mapping[str, str]:
    """Return for each incident in which somebody steps in against a protest that protest, where it is clear which."""
    met: dict[str, list[Row]] = defaultdict(list)
    steps = []
    for row in rows:
        code = coded(row, known) if event_type(row, known) else None
        if not isinstance(code, Coded):
            continue
        if code.sub in _MET and any(each.armed for each in code.second):
            steps.append(row)
        elif row.start and code.sub in _MET | {"Violent demonstration"}:
            for source in row.sources:
                met[source.document].append(row)
    found = {row.id: {other.id for other in _told_with(row, met) if _fits(row, other)} for row in steps}
    return {row: min(protests) for row, protests in found.items() if len(protests) == 1}


def _told_with(row: Row, by_document: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    for source in row.sources:
        yield from by_document.get(source.document, ())


def _fits(row: Row, protest: Row) -> bool:
    """Whether neither day nor place keeps an incident apart from a protest."""
    places = {spot.id for spot in row.places}
    same_place = not places or not places.isdisjoint(spot.id for spot in protest.places)
    return same_place and row.start in (None, protest.start)


def whole(row: Row, code: Coded, known: Reference) -> Coded:
    """Return how a protest is coded together with those who stepped in."""
    others = [coded(replace(guest, place=row.place, places=row.places), known) for guest in row.beside]
    forces = {each.name: each for other in others if isinstance(other, Coded) for each in other.second if each.armed}
    if code.event != "Protests" or not forces:
        return code
    excessive = any(isinstance(other, Coded) and other.sub == _FORCE for other in others)
    return replace(
        code,
        sub=_FORCE if excessive else code.sub,
        second=(*forces.values(), *(each for each in code.second if each.name not in forces)),
        civilians=code.civilians or excessive,
    )


def sources(row: Row) -> tuple[Source, ...]:
    """Return the articles that tell of any part of an event, with the sentences of all of them."""
    found: dict[str, Source] = {}
    for source in _every(row):
        first = found.setdefault(source.document, source)
        sentences = tuple(dict.fromkeys((*first.sentences, *source.sentences)))
        found[source.document] = replace(first, sentences=sentences)
    return tuple(found[document] for document in sorted(found))


def _every(row: Row) -> Iterable[Source]:
    return (source for part in (row, *row.beside) for source in part.sources)
