"""A decision before it is made: what it would change, and what a person may have meant that is nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.errors import DecisionError
from kg.graph import iris
from kg.graph.decision_rows import Row, Sheet
from kg.graph.decisions import Decisions, of
from kg.graph.happenings import identity
from kg.graph.store import Store
from kg.graph.suggestions import near_ids
from kg.graph.unresolved import called, mentions
from kg.ontology import Entry
from kg.ontology.actors import composed

HAPPENINGS = frozenset({"same", "different"})


@dataclass(frozen=True, slots=True)
class Effect:
    """How many mentions of actors are somebody else then, by article."""

    articles: Mapping[str, int]

    def __str__(self) -> str:
        number, shown = sum(self.articles.values()), ", ".join(list(self.articles)[:3])
        rest = f" and {len(self.articles) - 3} more" if len(self.articles) > 3 else ""
        return f"{number} mention{'s' * (number > 1)} in {shown}{rest}" if number else "no mention of an actor"


def effect(store: Store, before: Decisions, after: Decisions) -> Effect:
    """Compare what two tables of decisions make of the articles of a store."""
    changed: dict[str, int] = {}
    for one, other in zip(store.records(before), store.records(after), strict=True):
        changed[one.document] = sum(a != b for a, b in zip(mentions(one), mentions(other), strict=True))
    return Effect({document: number for document, number in changed.items() if number})


def decided(
    store: Store, sheet: Sheet, row: Row, entries: Mapping[str, Entry], *, anyway: bool = False
) -> tuple[Sheet, Row, Effect]:
    """Put a row that a person typed into a sheet; return both and what that changes.

    Raises DecisionError where the row contradicts others or names what is nowhere; ``anyway`` allows names that no
    article of the store holds yet.
    """
    before = of(sheet, entries)
    row = _checked(row, store, entries)
    more = sheet.with_row(row)
    row = more.rows[-1]
    alike = next((r for r in sheet.rows if r.plain == row.plain), None)
    if alike is not None:
        raise sheet.error(alike.line, f"this is decided already: {alike}")
    found = effect(store, before, after := _with(more, row, entries))
    if not (found.articles or anyway or row.decision in HAPPENINGS):
        raise _nobody(row, store, after)
    return more, row, found


def _with(more: Sheet, row: Row, entries: Mapping[str, Entry]) -> Decisions:
    """Return decisions with a new one; what is wrong with it alone is told without the line, where it does not stand yet."""
    try:
        return of(more, entries)
    except DecisionError as error:
        said = str(error)
        raise error if "by line" in said else DecisionError(said.removeprefix(f"{more.name}:{row.line}: ")) from None


def _checked(row: Row, store: Store, entries: Mapping[str, Entry]) -> Row:
    if row.decision in HAPPENINGS:
        return replace(row, this=_happening(row.this, store), that=_happening(row.that, store))
    if row.article and row.article not in (documents := store.documents()):
        raise DecisionError(f"{row.article}: no article of this id is in {store.path}{_near(row.article, documents)}")
    that = _entry(row.that, entries)
    if that.startswith("actor:") and that not in entries and composed(that, entries) is None:
        raise DecisionError(f"{that} is not in the ontology{_near(that, entries)}")
    return replace(row, that=that)


def _happening(value: str, store: Store) -> str:
    """Return the compact id of an event mention or incident of the store."""
    found = identity(value)
    known = sorted(one for kind in ("Event", "Incident") for one in _ids(store, kind))
    fitting = [one for one in known if found in (one, one.partition(":")[2])]
    if len(fitting) != 1:
        raise DecisionError(f"{value}: no event or incident of this id is in {store.path}{_near(found, known)}")
    return fitting[0]


def _ids(store: Store, kind: str) -> Iterator[str]:
    yield from (str(row["one"]) for row in store.query(f"SELECT DISTINCT ?one {{ ?one a kg:{kind} }}"))


def _entry(value: str, entries: Mapping[str, Entry]) -> str:
    """Return the id of the one entry that is called so; ids and other names as they are."""
    if not value or ":" in value:
        return iris.compact(value)
    named = sorted(entry.id for entry in entries.values() if value in (entry.name, *entry.labels))
    if len(named) > 1:
        raise DecisionError(f"{value} names {', '.join(named)}; give the id of one of them")
    return named[0] if named else value


def _nobody(row: Row, store: Store, made: Decisions) -> DecisionError:
    """Return that no mention is called so, with the names that are spelt much alike."""
    names: dict[str, str | None] = {}
    for record in store.records(made):
        if row.article in ("", record.document):
            names |= {name: actor.id for actor, _ in mentions(record) for name in called(actor)}
    linked = names.get(row.this)
    where = f"the article {row.article}" if row.article else f"the articles of {store.path}"
    if row.decision != "split" and linked:
        return DecisionError(
            f"{row.this!r} is {linked} in {where}; split it first: kg decide split {row.this!r} {linked}"
        )
    fitting = [name for name, who in names.items() if (who is not None) == (row.decision == "split")]
    told = "linked to it" if row.decision == "split" else "outside the ontology"
    return DecisionError(f"nobody in {where} is called {row.this!r} and {told}{_near(row.this, fitting)}")


def _near(value: str, known: Iterable[str]) -> str:
    found = near_ids(value, known)
    return f"; did you mean {' or '.join(found)}?" if found else ""
