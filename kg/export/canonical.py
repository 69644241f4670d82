"""From the store to rows: what the graph of incidents derives, with the words and sources of the records beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from kg.export.accounts import accounts
from kg.export.reference import Reference
from kg.export.rows import Row, Shares, Spot, Toll
from kg.export.told import Mentions, hit, hurt, mentions, party, sources, spot
from kg.export.tolls import shares
from kg.graph.store import Store
from kg.graph.vocabulary import INCIDENTS
from kg.model import Event, Record, Status

#: sub-event types that make an incident one of them, whatever else it was
_TELLING = frozenset(
    {"Government regains territory", "Non-state actor overtakes territory", "Excessive force against protestors"}
)
_FINE = ("point", "settlement", "near", "admin2", "admin1", "region", "country")
_SCALARS = f"""
SELECT ?incident ?label ?action ?status ?start ?end ?precision ?reciprocal ?reports {{ GRAPH <{INCIDENTS}> {{
  ?incident a kg:Incident ; rdfs:label ?label ; kg:action ?action ; kg:status ?status .
  OPTIONAL {{ ?incident kg:timePrecision ?precision }} OPTIONAL {{ ?incident kg:reciprocal ?reciprocal }}
  OPTIONAL {{ ?incident kg:start ?start }} OPTIONAL {{ ?incident kg:end ?end }}
  OPTIONAL {{ ?incident kg:reports ?reports }}
}} }} ORDER BY ?incident ?label ?action ?status ?precision
"""
_LINKS = f"SELECT ?incident ?link {{{{ GRAPH <{INCIDENTS}> {{{{ ?incident a kg:Incident ; {{}} ?link }}}} }}}} ORDER BY ?link"
_TOLLS = f"""
SELECT ?incident ?kind ?low ?best ?high {{ GRAPH <{INCIDENTS}> {{
  ?incident a kg:Incident ; kg:casualties ?figure .
  ?figure kg:casualtyKind ?kind ; kg:low ?low ; kg:best ?best ; kg:high ?high
}} }} ORDER BY ?incident ?kind ?low ?best ?high
"""
_LABELS = f"SELECT ?who ?label {{ GRAPH <{INCIDENTS}> {{ ?i kg:agent|kg:target ?who }} ?who rdfs:label ?label }} ORDER BY ?label"


@dataclass(frozen=True, slots=True)
class _Graph:
    """What the graph of incidents says, by incident."""

    agents: Mapping[str, list[str]]
    targets: Mapping[str, list[str]]
    places: Mapping[str, list[str]]
    labels: Mapping[str, str]
    tolls: Mapping[str, dict[str, Toll]]
    accounts: Mapping[str, tuple[str, ...]]


def rows(store: Store, known: Reference) -> Iterator[Row]:
    """Yield every incident as a row, by day and id."""
    told, graph = mentions(store), _graph(store)
    first: dict[str, Mapping[str, object]] = {}
    for said in store.query(_SCALARS):
        first.setdefault(str(said["incident"]), said)
    found = (_row(said, told.get(incident, Mentions()), graph, known) for incident, said in first.items())
    yield from sorted(found, key=lambda row: row.order)


def _row(said: Mapping[str, object], told: Mentions, graph: _Graph, known: Reference) -> Row:
    incident, status = str(said["incident"]), cast(Status, str(said["status"]).removeprefix("kg:").lower())
    leading = [(record, event) for record, event in told.events if event.status == status]
    agents, targets = graph.agents[incident], graph.targets[incident]
    spots = tuple(spot(iri, told.places[iri]) for iri in graph.places[incident]) or hit(targets, told)
    tolls = graph.tolls[incident]
    action = str(said["action"]).removeprefix("kg:")
    return Row(
        id=incident,
        label=str(said["label"]),
        action=action,
        status=status,
        confidence=max((event.confidence for _, event in leading), default=0.0),
        agents=tuple(party(who, told, graph.labels) for who in agents),
        targets=tuple(party(who, told, graph.labels) for who in targets),
        hurt=hurt(leading),
        acled=_sub_event(action, [event for _, event in leading]),
        reciprocal=bool(said["reciprocal"]),
        place=min(spots, key=_fineness, default=None),
        places=spots,
        start=_day(said["start"]),
        end=_day(said["end"]),
        precision=str(said["precision"] or "unknown"),
        tolls=tuple(tolls.values()),
        shares=_shares(leading, tolls.get("killed"), known),
        instruments=tuple(sorted({found.kind for _, event in leading for found in event.instruments})),
        sources=tuple(sources(leading or told.events)),
        reports=int(str(said["reports"] or 0)),
        accounts=graph.accounts.get(incident, ()),
    )


def _graph(store: Store) -> _Graph:
    tolls: dict[str, dict[str, Toll]] = defaultdict(dict)
    for figure in store.query(_TOLLS):
        low, best, high = (int(str(figure[name])) for name in ("low", "best", "high"))
        tolls[str(figure["incident"])].setdefault(str(figure["kind"]), Toll(str(figure["kind"]), low, best, high))
    labels = {str(row["who"]): str(row["label"]) for row in store.query(_LABELS)}
    agents, targets, places = (_links(store, role) for role in ("kg:agent", "kg:target", "kg:place"))
    return _Graph(agents, targets, places, labels, tolls, accounts(store))


def _links(store: Store, role: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in store.query(_LINKS.format(role)):
        found[str(row["incident"])].append(str(row["link"]))
    return found


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _sub_event(action: str, events: list[Event]) -> str | None:
    """Return the sub-event type of ACLED that most mentions of the action have, or else of all mentions.

    A general attack is one only where all mentions are; ground that changes hands, and force against a protest, say what
    the rest was.
    """
    if worst := sorted({event.acled for event in events if event.acled in _TELLING}):
        return worst[0]
    own = [event for event in events if event.action == action and event.acled]
    counts = Counter(event.acled for event in own or events if event.acled)
    return min(counts, key=lambda name: (name == "Attack", -counts[name], name), default=None)


def _fineness(spot: Spot) -> tuple[object, ...]:
    precision = "near" if spot.near else spot.precision
    rank = _FINE.index(precision) if precision in _FINE else len(_FINE)
    return not spot.located, rank, not spot.itself, spot.id


def _shares(mentions: list[tuple[Record, Event]], killed: Toll | None, known: Reference) -> Shares:
    if killed is None:
        return Shares()
    return shares(((record.document, event) for record, event in mentions), killed.best, known.parents)
