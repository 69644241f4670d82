"""A store, opened for asking."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg.errors import InputError, QueryError
from kg.notebook.rows import Rows, Text, Value

if TYPE_CHECKING:
    import networkx as nx

    from kg.analysis.networks import Kind
    from kg.analysis.report import Report
    from kg.export.chosen import Wanted
    from kg.graph.results import Result
    from kg.graph.store import Store
    from kg.model import Record

Given = str | int | float | date | Iterable[str] | None


class Graph:
    """The graph in a store as it was when it was opened; made by ``kg.open`` and ``kg.build``.

    ``changes`` counts what the build did to articles, and is empty for a graph that was only opened.

    >>> with kg.open("store") as graph:
    ...     len(graph.query("articles"))
    1
    """

    def __init__(self, store: Store, changes: Mapping[str, int] = MappingProxyType({})) -> None:
        self._store = store
        self.changes = dict(changes)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the store back."""
        self._store.close()

    def query(self, question: str, /, **given: Given) -> Rows:
        """Answer a query of the library by its name, with its parameters, or any SPARQL query.

        Values are plain: numbers, truth values, ``datetime.date``, else text, with IRIs in their short form.  ASK gives
        one row with ``answer``, CONSTRUCT and DESCRIBE rows of subject, predicate and object.  ``kg query --list`` and
        ``Graph.queries`` list the names.  Raises QueryError for a query or parameter that is wrong; warns where there
        are more rows than the 1,000 that a query of the library gives without ``limit``.

        >>> graph = kg.open("store")
        >>> graph.query("hostile-acts", actor="Russia", relation="airstruck", limit=1)[0]["object"]
        'place:at-tanf'
        >>> graph.query("ASK { ?event kg:status kg:Denied }")
        [{'answer': False}]
        """
        from kg.graph.queries import ask, named

        if "{" not in question:
            said = {name: _said(value) for name, value in given.items() if value is not None}
            found = ask(self._store, named(question, "Graph.queries"), said)
            if found.cut and "limit" not in said:
                told = f"these are the first {len(found.rows):,} rows and there are more; limit=... gives them"
                warnings.warn(told, stacklevel=2)
            return _rows(found)
        if given:
            raise QueryError("parameters are for the queries of the library; write them into the SPARQL")
        return _rows(self._store.query(question))

    @property
    def queries(self) -> Rows:
        """The queries of the library, with their parameters.

        >>> [row["parameters"] for row in kg.open("store").queries if row["name"] == "event"]
        ['event']
        """
        from kg.graph.queries import library

        columns = ("name", "description", "parameters")
        return Rows(
            (
                dict(
                    zip(columns, (each.name, each.description, ", ".join(p.name for p in each.parameters)), strict=True)
                )
                for each in library()
            ),
            columns,
        )

    def network(self, kind: Kind = "conflict", statuses: Iterable[str] = ("asserted",)) -> nx.MultiDiGraph:
        """Return who acts against whom, or with ``cooperation`` who with whom: an edge an incident, keyed by it.

        >>> kg.open("store").network().has_edge("actor:RUS-MIL", "place:at-tanf")
        True
        """
        from kg.analysis.networks import network

        if kind not in ("conflict", "cooperation"):
            raise QueryError(f"no network {kind!r}; there are conflict and cooperation")
        return network(self._store, kind, statuses)

    def records(self) -> Iterator[Record]:
        """Yield the record of each article, with the incidents that articles share, by document id.

        >>> [record.document for record in kg.open("store").records()]
        ['at-tanf-2017-05-18']
        """
        from kg.export.formats import across

        yield from across(self._store)

    def report(self, **filters: Any) -> Report:
        """Measure the two networks and count events by type, place and month; ``print`` shows it.

        The filters are those of ``export``; asserted incidents are counted, or those of ``statuses``.

        >>> kg.open("store").report().articles
        1
        >>> kg.open("store").report(countries=["Syria"], since="2017-05").only
        'since 2017-05, country Syria'
        """
        from kg.analysis.networks import FACTUAL
        from kg.analysis.report import report
        from kg.export.chosen import Chosen

        wanted = _wanted(filters)
        chosen = Chosen(self._store, wanted).incidents
        return report(self._store, chosen, statuses=wanted.statuses or FACTUAL, only=wanted.words)

    def explain(self, document: str) -> Text:
        """Say why an article gave what it gave; raise InputError where it is not in the store.

        >>> kg.open("store").explain("at-tanf-2017-05-18").count("said by") > 1
        True
        """
        from kg.export.explanation import explain

        record = self._store.record(document)
        if record is None:
            raise InputError(f"{document}: no article of this id is in {self._store.path}; see query('articles')")
        return Text(explain(record, self._store.relations))

    def export(
        self,
        format: str,  # noqa: A002
        path: str | Path,
        *,
        since: str | date | None = None,
        until: str | date | None = None,
        actors: Iterable[str] = (),
        countries: Iterable[str] = (),
        statuses: Iterable[str] = (),
        min_confidence: float | None = None,
        by_report: bool = False,
        actions: Iterable[str] = (),
        outlets: Iterable[str] = (),
    ) -> Rows:
        """Write the incidents that pass all filters; ``kg export --help`` lists formats and tells of the filters.

        Returns the incidents that the format could not hold, with the reason.  The file appears whole or not at all.

        >>> graph = kg.open("store")
        >>> graph.export("graphml", "graph.graphml")
        []
        >>> graph.export("acled", "syria.csv", countries=["Syria"]).columns
        ('incident', 'reason')
        """
        from kg.export.chosen import Chosen
        from kg.export.formats import write

        chosen = {
            "actors": actors,
            "countries": countries,
            "statuses": statuses,
            "actions": actions,
            "outlets": outlets,
        }
        wanted = _wanted(
            {**chosen, "since": since, "until": until, "min_confidence": min_confidence, "by_report": by_report}
        )
        left = write(Chosen(self._store, wanted), format, path).left
        return Rows(({"incident": incident, "reason": reason} for incident, reason in left), ("incident", "reason"))

    def __repr__(self) -> str:
        return f"Graph({self._store.path!r}): {self._lines()[0]}"

    def _repr_html_(self) -> str:
        return f"<pre>{escape(chr(10).join(self._lines()))}</pre>"

    def _lines(self) -> tuple[str, ...]:
        from kg.analysis.summary import summary

        return summary(self._store).lines()


def _wanted(filters: Mapping[str, Any]) -> Wanted:
    """Return the filters that are set; raise QueryError for one that there is not, or a word where a list belongs."""
    from kg.export.chosen import LISTS, Wanted

    for name, value in filters.items():
        if name not in Wanted.__dataclass_fields__:
            raise QueryError(f"no filter {name!r}; there are {', '.join(Wanted.__dataclass_fields__)}")
        if name in LISTS and isinstance(value, str):
            raise QueryError(f"{name}={value!r} is one word; give a list, [{value!r}]")
    given: dict[str, Any] = {name: tuple(value) if name in LISTS else value for name, value in filters.items()}
    given |= {name: str(value) for name, value in given.items() if isinstance(value, date)}
    return Wanted(**given)


def _said(value: Given) -> str:
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()[:10]
    return ",".join(value or ())


def _rows(found: Result) -> Rows:
    from kg.graph.results import native

    if found.answer is not None:
        return Rows([{"answer": found.answer}])
    names = found.variables if found.triples is None else ("subject", "predicate", "object")
    terms = found.rows if found.triples is None else ((t.subject, t.predicate, t.object) for t in found.triples)
    return Rows((dict(zip(names, map(native, row), strict=True)) for row in terms), names)


__all__ = ["Graph", "Value"]
