"""What a store holds, in a few lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from kg.graph.store import Store

MOST = 5
_INCIDENTS = """
SELECT ?label ?action ?status ?start ?end (COUNT(DISTINCT ?event) AS ?mentions) {
  ?incident a kg:Incident ; rdfs:label ?label ; kg:action ?action ; kg:status ?status .
  ?event kg:incident ?incident .
  OPTIONAL { ?incident kg:start ?start }
  OPTIONAL { ?incident kg:end ?end }
} GROUP BY ?incident ?label ?action ?status ?start ?end
"""
_DATED = "SELECT (COUNT(DISTINCT ?article) AS ?dated) { ?article a kg:Article ; kg:published ?day }"


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over a store; ``statuses`` and ``actions`` count incidents, ``dateless`` articles published who knows when."""

    articles: int
    dateless: int
    mentions: int
    incidents: int
    first: str | None
    last: str | None
    statuses: dict[str, int]
    actions: dict[str, int]
    most_told: tuple[tuple[str, str, int], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values."""
        return asdict(self)

    def lines(self) -> tuple[str, ...]:
        """Say it to a person."""
        days = f", {self.first} to {self.last}" if self.first and self.last else ""
        told = (f"{_count(self.articles, 'article')}, {_count(self.mentions, 'event mention')} "
                f"of {_count(self.incidents, 'incident')}{days}")  # fmt: skip
        heads = [told]
        if self.dateless:
            heads.append(
                f"without a date of publication: {_count(self.dateless, 'article')}; a weekday in them is no day"
            )
        if not self.incidents:
            return tuple(heads)
        listed = [f"  {label}{'' if status == 'asserted' else f' [{status}]'}  ({_count(mentions, 'mention')})"
                  for label, status, mentions in self.most_told]  # fmt: skip
        return (
            *heads,
            f"by status: {_tally(self.statuses)}",
            f"by action: {_tally(self.actions)}",
            "most told:",
            *listed,
        )


def summary(store: Store) -> Summary:
    """Count what a store holds."""
    rows = [{name: str(value or "") for name, value in row.items()} for row in store.query(_INCIDENTS)]
    rows.sort(key=lambda row: (-int(row["mentions"]), row["label"]))
    days = sorted(day for row in rows if row["start"] and row["end"] for day in (row["start"], row["end"]))
    articles = len(store.documents())
    (dated,) = store.query(_DATED)
    return Summary(
        articles=articles,
        dateless=articles - int(dated["dated"] or 0),
        mentions=sum(int(row["mentions"]) for row in rows),
        incidents=len(rows),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        statuses=_ranked(Counter(_name(row["status"]).lower() for row in rows)),
        actions=_ranked(Counter(_name(row["action"]) for row in rows)),
        most_told=tuple((row["label"], _name(row["status"]).lower(), int(row["mentions"])) for row in rows[:MOST]),
    )


def _ranked(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _tally(counts: dict[str, int]) -> str:
    shown = [f"{name} {number}" for name, number in list(counts.items())[: 2 * MOST]]
    return ", ".join(shown) + (", ..." if len(counts) > len(shown) else "")


def _name(compact: str) -> str:
    return compact.partition(":")[2]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
