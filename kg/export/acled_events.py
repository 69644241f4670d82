"""Incidents that are one event of ACLED, which counts by type, day, place and sides.

Articles tell of a march, of what it turned into and of what the police did to it as several incidents, of a battle and
of the town that it took as two.  The codebook (2023) knows one event: a protest that somebody steps in against has these
as its second actor, a protest that turns violent is a riot, and ground that changes hands says what a battle is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

from kg.export.acled_types import CAPTURES, Coded, coded, event_type
from kg.export.reference import Reference
from kg.export.rows import Row, Source
from kg.export.sides import Member
from kg.export.tolls import killed
from kg.ontology.groupings import HARMS

_FORCE, _MET = "Excessive force against protestors", "Protest with intervention"
_RIOT = "Violent demonstration"
#: what a demonstration is that is told in several ways: the first of these
_WORST = (_RIOT, "Mob violence", _FORCE, _MET, "Peaceful protest")
_FIGHTS = frozenset({"Mob violence", "Armed clash", *CAPTURES})
_UNNAMED = ("Unidentified ", "Civilians")


@dataclass(frozen=True, slots=True)
class _Part:
    """An incident with how it would be coded alone."""

    row: Row
    code: Coded

    @property
    def demonstrates(self) -> bool:
        return self.code.sub in _WORST

    @property
    def steps_in(self) -> bool:
        """Whether it is what somebody does to a protest."""
        return self.code.sub in (_FORCE, _MET) and any(each.armed for each in self.code.second)

    def comes_of(self, fight: _Part) -> bool:
        """Whether it is harm of no doer beside a fight: *one died*."""
        return self.row.action in HARMS and not self.row.agents and fight.code.sub in _FIGHTS

    @property
    def names(self) -> frozenset[str]:
        members = (*self.code.first, *self.code.second)
        return frozenset(each.name for each in members if not each.name.startswith(_UNNAMED))

    @property
    def crowd(self) -> frozenset[str]:
        return frozenset(each.party.id for each in self.code.first if each.party)

    @property
    def leads(self) -> tuple[object, ...]:
        """What puts an incident first among those of one event."""
        order = _WORST if self.demonstrates else (*sorted(CAPTURES), "Armed clash")
        rank = order.index(self.code.sub) if self.code.sub in order else len(order)
        return self.row.start is None or not self.row.places, self.steps_in, rank, -len(self.names), self.row.order


def joined(rows: Sequence[Row], known: Reference) -> tuple[Row, ...]:
    """Give the first incident of each event the others beside it, and these the one in whose row they are."""
    codes = ((row, coded(row, known)) for row in rows if event_type(row, known))
    parts = [_Part(row, code) for row, code in codes if isinstance(code, Coded)]
    beside: dict[str, tuple[Row, ...]] = {}
    row_of: dict[str, str] = {}
    for group in _groups(parts):
        first, *others = sorted(group, key=lambda part: part.leads)
        beside[first.row.id] = tuple(part.row for part in others)
        row_of.update((part.row.id, first.row.id) for part in others)
    return tuple(replace(row, beside=beside.get(row.id, ()), row_of=row_of.get(row.id)) for row in rows)


def _groups(parts: Sequence[_Part]) -> Iterable[list[_Part]]:
    """Return the parts of each event: those that say the same, then those who step in where it is clear against what."""
    told: dict[str, list[_Part]] = defaultdict(list)
    for part in parts:
        for source in part.row.sources:
            told[source.document].append(part)
    group = {part.row.id: [part] for part in parts}
    for together in told.values():
        for one, other in combinations(together, 2):
            if _same(one, other):
                _merge(group, one, other)
    for part in parts:
        if part.steps_in:
            against = [other for source in part.row.sources for other in told[source.document] if _meets(part, other)]
            if len({id(group[other.row.id]) for other in against}) == 1:
                _merge(group, part, against[0])
    return {id(found): found for found in group.values()}.values()


def _merge(group: dict[str, list[_Part]], one: _Part, other: _Part) -> None:
    first, second = group[one.row.id], group[other.row.id]
    if first is not second:
        first += second
        group.update((part.row.id, first) for part in second)


def _same(one: _Part, other: _Part) -> bool:
    """Whether two incidents of one article are an event: of one kind, on one day, at one place, with no other sides."""
    if one.row.start is None or one.row.start != other.row.start or not _overlap(one, other, _places):
        return False
    if one.demonstrates and other.demonstrates:
        return _overlap(one, other, _sentences) or not one.crowd.isdisjoint(other.crowd)
    if not _overlap(one, other, _sentences) or all(killed(part.row) for part in (one, other)):
        return False
    handed = one.code.sub == other.code.sub == "Non-violent transfer of territory"  # who leaves, and who comes
    if handed or one.comes_of(other) or other.comes_of(one):
        return True
    battles = one.code.event == other.code.event == "Battles"
    return (battles or one.code.sub == other.code.sub) and (one.names <= other.names or other.names <= one.names)


def _meets(part: _Part, protest: _Part) -> bool:
    """Whether somebody may step in there: against a protest that is broken up, or a riot, that day and place allow."""
    met = protest.code.sub == _RIOT or (protest.code.sub in (_FORCE, _MET) and not protest.steps_in)
    anywhere = not part.row.places or _overlap(part, protest, _places)
    return met and protest.row.start is not None and part.row.start in (None, protest.row.start) and anywhere


def _overlap(one: _Part, other: _Part, what: Callable[[_Part], frozenset[str]]) -> bool:
    return not what(one).isdisjoint(what(other))


def _places(part: _Part) -> frozenset[str]:
    return frozenset(spot.id for spot in part.row.places)


def _sentences(part: _Part) -> frozenset[str]:
    return frozenset(sentence for source in part.row.sources for sentence in source.sentences)


def whole(row: Row, code: Coded, known: Reference) -> Coded:
    """Return how an event is coded of which a row and those beside it tell."""
    found = (coded(replace(part, place=row.place, places=row.places), known) for part in row.beside)
    others = [other for other in found if isinstance(other, Coded)]
    if not others:
        return code
    if code.sub not in _WORST:
        return replace(code, second=_members(code.second, _further(code, others)))
    sub = min((other.sub for other in (code, *others) if _fits(other, code)), key=_WORST.index)
    second = _members((each for other in others for each in other.second if each.armed), code.second)
    sizes = [other.tags for other in (code, *others) if other.tags and not other.tags.endswith("no report")]
    civilians = code.civilians or sub == _FORCE
    return replace(code, sub=sub, second=second, civilians=civilians, tags=next(iter(sizes), code.tags))


def _fits(other: Coded, code: Coded) -> bool:
    return other.sub in _WORST and other.event == code.event


def _further(code: Coded, others: Iterable[Coded]) -> Iterator[Member]:
    """Yield those of the other side whom the first incident does not name."""
    own = {each.name for each in code.first}
    for other in others:
        for each in (*other.first, *other.second):
            if each.name not in own and not each.name.startswith(_UNNAMED):
                yield each


def _members(*sides: Iterable[Member]) -> tuple[Member, ...]:
    """Return the members of some sides, each name once, those whose name is known first."""
    found: dict[str, Member] = {}
    for each in chain.from_iterable(sides):
        found.setdefault(each.name, each)
    return tuple(sorted(found.values(), key=lambda each: each.name.startswith(_UNNAMED)))


def sources(row: Row) -> tuple[Source, ...]:
    """Return the articles that tell of any part of an event, with the sentences of all of them."""
    found: dict[str, Source] = {}
    for source in (source for part in (row, *row.beside) for source in part.sources):
        first = found.setdefault(source.document, source)
        sentences = tuple(dict.fromkeys((*first.sentences, *source.sentences)))
        found[source.document] = replace(first, sentences=sentences)
    return tuple(found[document] for document in sorted(found))
