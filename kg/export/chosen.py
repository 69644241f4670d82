"""What an export holds and what it leaves out: the filters of ``kg export``, checked against the store."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import TypeVar, get_args

from kg.errors import QueryError
from kg.export.canonical import rows
from kg.export.reference import Reference, reference
from kg.export.rows import Row
from kg.graph import iris
from kg.graph.names import actors
from kg.graph.store import Store
from kg.graph.vocabulary import ONTOLOGY
from kg.model import FACTUAL, Status

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_NAMES = "rdfs:label|skos:prefLabel|skos:altLabel"
STATUSES = get_args(Status)
#: filters that pass any of several values
LISTS = ("actors", "actions", "countries", "outlets", "statuses")
_FILTERS = ("since", "until", *LISTS, "min_confidence")
_WORDS = dict(zip(_FILTERS[2:], ("actor", "action", "country", "outlet", "status", "confidence from"), strict=True))
Cells = TypeVar("Cells")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which incidents: those that pass every filter that is set.

    ``since`` and ``until`` are YYYY, YYYY-MM or YYYY-MM-DD, both included; an incident passes that may have been in
    the time between, and one without a stated time counts on the day of its report.  ``actors`` are names or ids of
    agents or targets, with all that is part of them; ``actions`` pass with their kinds; ``countries`` are where it
    was; ``outlets`` are words of the names of those who published it; each list passes any of its members.
    ``by_report`` dates what has no stated time by its first report (as a week, in tables).
    """

    since: str | None = None
    until: str | None = None
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    min_confidence: float | None = None
    by_report: bool = False
    actions: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The filters that are set: *since 2024, country Sudan or Chad*; empty where none is."""
        said = {_WORDS.get(name, name): getattr(self, name) for name in _FILTERS if getattr(self, name)}
        return ", ".join(f"{name} {' or '.join(v) if isinstance(v, tuple) else v}" for name, v in said.items())

    @property
    def selects(self) -> bool:
        """Whether any filter is set."""
        return replace(self, by_report=False) != _ALL


_ALL = Wanted()


class Chosen:
    """The incidents of a store that are wanted; ``left`` lists those that the format could not hold, with the reason.

    Raises QueryError, when it is made, for a day, actor, action, country, outlet, status or confidence that there cannot be.
    """

    def __init__(self, store: Store, wanted: Wanted = _ALL) -> None:
        self.store, self.wanted = store, wanted
        self.left: list[tuple[str, str]] = []
        self._since = _day(wanted.since, "--since", last=False)
        self._until = _day(wanted.until, "--until", last=True)
        if self._since and self._until and self._since > self._until:
            raise QueryError(f"--since {wanted.since} is after --until {wanted.until}; nothing can lie between")
        for name in wanted.statuses:
            if name not in STATUSES:
                raise QueryError(f"no status {name!r}; {_near(name, STATUSES)}")
        if wanted.min_confidence is not None and not 0 <= wanted.min_confidence <= 1:
            raise QueryError(f"--min-confidence {wanted.min_confidence:g} is no share; give a number from 0 to 1")
        self._countries = frozenset(_country(store, self.known, name) for name in wanted.countries)
        self._actors = frozenset(who for name in wanted.actors for who in _actors(store, name))
        self._actions = frozenset(kind for name in wanted.actions for kind in _actions(store, name))
        self._outlets = frozenset(outlet for words in wanted.outlets for outlet in _outlets(store, words))

    @cached_property
    def known(self) -> Reference:
        """The codes of the ontology."""
        return reference(self.store)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The incidents that pass all filters, by day and id."""
        return tuple(row for row in rows(self.store, self.known) if self._passes(row))

    @cached_property
    def incidents(self) -> frozenset[str] | None:
        """Their ids; None where every incident is wanted."""
        return frozenset(row.id for row in self.rows) if self.wanted.selects else None

    def table(
        self,
        cells: Callable[[Row, Reference], Cells | str],
        *,
        tells_status: bool = False,
        joined: Callable[[Sequence[Row], Reference], Iterable[Row]] = lambda rows, _: rows,
    ) -> Iterator[Cells]:
        """Yield the cells of each incident that has a row, and note of the others why they have none.

        A table that does not tell the status holds asserted incidents alone, or those of the statuses asked for;
        ``joined`` finds those of them that it counts as one.
        """
        held = STATUSES if tells_status else self.wanted.statuses or FACTUAL
        dated = [_dated(row) if self.wanted.by_report else row for row in self.rows]
        found = {row.id: row for row in joined([row for row in dated if row.status in held], self.known)}
        for row in dated:
            made = cells(found[row.id], self.known) if row.id in found else "not asserted"
            if isinstance(made, str):
                self.left.append((row.id, made))
            else:
                yield made

    def _passes(self, row: Row) -> bool:
        wanted = self.wanted
        first, last = row.start or row.end, row.end or row.start
        return (
            (self._since is None or (last is not None and last >= self._since))
            and (self._until is None or (first is not None and first <= self._until))
            and (not wanted.countries or any(spot.country in self._countries for spot in row.places))
            and (not wanted.actions or row.action in self._actions)
            and (not wanted.outlets or not self._outlets.isdisjoint(row.outlets))
            and (not wanted.statuses or row.status in wanted.statuses)
            and (wanted.min_confidence is None or row.confidence >= wanted.min_confidence)
            and (not wanted.actors or any(party.id in self._actors for party in (*row.agents, *row.targets)))
        )


def _dated(row: Row) -> Row:
    """Give an incident without a stated time the day of its first report, known to the week."""
    if row.start or row.precision != "unknown" or not row.published:
        return row
    return replace(row, start=row.published[0], end=row.published[0], precision="week")


def _day(value: str | None, option: str, *, last: bool) -> str | None:
    """Return the first or last day of YYYY, YYYY-MM or YYYY-MM-DD; raise QueryError for any other text."""
    if value is None:
        return None
    match = _DAY.fullmatch(value)
    try:
        if match is None:
            raise ValueError
        year, month = int(match[1]), int(match[2] or (12 if last else 1))
        return date(year, month, int(match[3] or (monthrange(year, month)[1] if last else 1))).isoformat()
    except ValueError:
        raise QueryError(f"{option} {value!r} is no day; write YYYY-MM-DD, YYYY-MM or YYYY") from None


def _country(store: Store, known: Reference, value: str) -> str:
    """Return the alpha-3 code of a country by code or name; raise QueryError where there is none."""
    if value.upper() in known.countries:
        return value.upper()
    found = store.query(
        f"SELECT ?name ?code {{ GRAPH <{ONTOLOGY}> {{ ?c a kg:Country ; kg:iso3 ?code ; {_NAMES} ?name }} }}"
    )
    names = {str(row["name"]).casefold(): str(row["code"]) for row in found}
    if value.casefold() not in names:
        spelt = sorted(country.name for country in known.countries.values())
        raise QueryError(f"no country {value!r}; {_near(value, spelt, 'give its name or ISO 3166 alpha-3 code')}")
    return names[value.casefold()]


def _actors(store: Store, value: str) -> frozenset[str]:
    """Return the compact ids of an actor and of all that is part of it; raise QueryError where there is none."""
    try:
        found = frozenset(iris.compact(who.strip("<>")) for who in actors(store, value))
    except ValueError as error:
        raise QueryError(f"--actor {value}: {error}") from error
    if any(store.query(f"ASK {{ <{iris.expand(who)}> a ?kind }}").answer for who in found):
        return found
    labels = store.query(f"SELECT DISTINCT ?name {{ ?who {_NAMES} ?name ; a/rdfs:subClassOf* kg:Actor }}")
    raise QueryError(f"no actor {value!r}; {_near(value, [str(row['name']) for row in labels], 'see kg query actors')}")


def _actions(store: Store, value: str) -> Iterator[str]:
    """Yield the names of an action and of its kinds; raise QueryError where there is none."""
    known = {name.casefold(): name for name in _kinds(store, "Action")}
    wanted = known.get(value.removeprefix("kg:").casefold())
    if wanted is None:
        raise QueryError(f"no action {value!r}; {_near(value, known.values(), 'kg query statuses lists them')}")
    yield from _kinds(store, wanted)


def _kinds(store: Store, action: str) -> tuple[str, ...]:
    """Return an action and its kinds, by name, sorted."""
    found = store.query(f"SELECT DISTINCT ?kind {{ GRAPH <{ONTOLOGY}> {{ ?kind rdfs:subClassOf* kg:{action} }} }}")
    return tuple(sorted(str(row["kind"]).removeprefix("kg:") for row in found))


def _outlets(store: Store, value: str) -> frozenset[str]:
    """Return the outlets whose name holds some words; raise QueryError where none does."""
    known = {
        str(row["outlet"]) for row in store.query("SELECT DISTINCT ?outlet { ?a a kg:Article ; kg:source ?outlet }")
    }
    found = frozenset(outlet for outlet in known if value.casefold() in outlet.casefold())
    if not found:
        raise QueryError(f"no outlet {value!r}; {_near(value, known, 'kg query articles lists them')}")
    return found


def _near(value: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return what is spelt alike, whatever the case, or else what to do."""
    spelt = {name.casefold(): name for name in sorted(known, reverse=True)}
    close = [spelt[name] for name in get_close_matches(value.casefold(), spelt, 3, 0.7)]
    return f"did you mean {' or '.join(close)}?" if close else otherwise or f"there are {', '.join(known)}"
