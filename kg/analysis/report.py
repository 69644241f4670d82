"""The report of a store: two networks, events by type, place and month, and the reports behind each incident."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from kg.analysis.metrics import Measures, measures
from kg.analysis.networks import FACTUAL, edges, graph, nodes
from kg.analysis.rendering import markdown, plain_text
from kg.errors import QueryError
from kg.graph.store import Store

_INCIDENTS = """
SELECT ?incident ?label ?action ?status ?reports ?start ?precision (COUNT(DISTINCT ?event) AS ?mentions)
  (GROUP_CONCAT(DISTINCT ?place; separator="\\n") AS ?places) {
  ?incident a kg:Incident ; rdfs:label ?label ; kg:action ?action ; kg:status ?status ; kg:reports ?reports ;
    kg:timePrecision ?precision .
  ?event kg:incident ?incident .
  OPTIONAL { ?incident kg:start ?start }
  OPTIONAL { ?incident kg:place/rdfs:label ?place }
} GROUP BY ?incident ?label ?action ?status ?reports ?start ?precision
"""
_ARTICLES = "SELECT DISTINCT ?incident ?article { ?event kg:incident ?incident ; kg:article ?article }"
_MONTHLY = ("day", "week", "month")

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """How often an incident is told: by how many articles, in how many mentions."""

    incident: str
    label: str
    status: str
    reports: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that ``kg report`` shows; ``types``, ``places``, ``months`` and the networks count those of ``counted``.

    ``only`` tells in words which incidents were chosen; it is empty where all are.
    """

    articles: int
    incidents: int
    statuses: Counts
    types: Counts
    places: Counts
    months: Counts
    undated: int
    told: tuple[Told, ...]
    conflict: Measures
    cooperation: Measures
    counted: tuple[str, ...] = FACTUAL
    only: str = ""

    def render(self, form: str) -> str:
        """Return the report as text, md or json; raise QueryError for another form."""
        if form == "json":
            return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"
        if form not in ("text", "md"):
            raise QueryError(f"no form {form!r} of the report; there are text, md, json")
        return plain_text(self) if form == "text" else markdown(self)

    def __str__(self) -> str:
        return self.render("text")

    def _repr_markdown_(self) -> str:
        """Show it in a notebook."""
        return self.render("md")

    def to_dict(self) -> dict[str, Any]:
        """Return plain values; counts as objects."""
        counts = {name: dict(getattr(self, name)) for name in ("statuses", "types", "places", "months")}
        return {**asdict(self), **counts}


def report(
    store: Store,
    incidents: Collection[str] | None = None,
    *,
    statuses: tuple[str, ...] = FACTUAL,
    only: str = "",
) -> Report:
    """Measure a store, or some incidents of it; what is counted in detail are those of some statuses."""
    every = ({name: str(value or "") for name, value in row.items()} for row in store.query(_INCIDENTS))
    rows = [row for row in every if incidents is None or row["incident"] in incidents]
    facts = [row for row in rows if _name(row["status"]).lower() in statuses]
    known = nodes(store)
    found = [edge for edge in edges(store, statuses) if incidents is None or edge.incident in incidents]
    dated = [row["start"][:7] for row in facts if row["start"] and row["precision"] in _MONTHLY]
    return Report(
        articles=len(store.documents()) if incidents is None else _articles(store, incidents),
        incidents=len(rows),
        statuses=ranked(_name(row["status"]).lower() for row in rows),
        types=ranked(_name(row["action"]) for row in facts),
        places=ranked(place for row in facts for place in row["places"].split("\n") if place),
        months=tuple(sorted(Counter(dated).items())),
        undated=len(facts) - len(dated),
        told=_told(rows),
        conflict=measures(graph((edge for edge in found if edge.kind == "conflict"), known)),
        cooperation=measures(graph((edge for edge in found if edge.kind == "cooperation"), known)),
        counted=statuses,
        only=only,
    )


def _articles(store: Store, incidents: Collection[str]) -> int:
    """Return how many articles tell of some incidents."""
    return len({str(row["article"]) for row in store.query(_ARTICLES) if str(row["incident"]) in incidents})


def _told(rows: list[dict[str, str]]) -> tuple[Told, ...]:
    told = [
        Told(row["incident"], row["label"], _name(row["status"]).lower(), int(row["reports"]), int(row["mentions"]))
        for row in rows
    ]
    return tuple(sorted(told, key=lambda t: (-t.reports, -t.mentions, t.label, t.incident)))


def ranked(names: Iterable[str]) -> Counts:
    """Count names, the most frequent first, equals by name."""
    return tuple(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))


def _name(compact: str) -> str:
    return compact.removeprefix("kg:")
