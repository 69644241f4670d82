"""Who acts against whom, and who with whom: two networks of participants, never mixed.

An edge is one incident between one agent and one target, its key the incident's id; incidents that act both ways give
both edges.  Only asserted incidents count unless statuses are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, cast

import networkx as nx

from kg.graph.hierarchy import above, hierarchy
from kg.graph.results import Result
from kg.graph.store import Store

Kind = Literal["conflict", "cooperation"]
FACTUAL = ("asserted",)
_CONFLICT = frozenset({"kg:VerbalConflict", "kg:MaterialConflict"})
_COOPERATION = frozenset({"kg:VerbalCooperation", "kg:MaterialCooperation"})

_EDGES = """
SELECT DISTINCT ?incident ?action ?status ?agent ?target ?reciprocal ?reports ?start ?end ?label {
  ?incident a kg:Incident ; kg:action ?action ; kg:status ?status ; kg:agent ?agent ; kg:target ?target ;
    kg:reports ?reports ; rdfs:label ?label .
  OPTIONAL { ?incident kg:reciprocal ?reciprocal }
  OPTIONAL { ?incident kg:start ?start }
  OPTIONAL { ?incident kg:end ?end }
} ORDER BY ?incident ?agent ?target
"""
_NODES = """
SELECT ?node (MIN(?labels) AS ?label) (MIN(?kinds) AS ?kind) (MIN(?countries) AS ?country) (MIN(?sectors) AS ?sector) {
  { SELECT DISTINCT ?node { ?incident kg:agent|kg:target ?node . ?incident a kg:Incident } }
  ?node rdfs:label ?labels .
  OPTIONAL {
    ?node a ?kinds . ?kinds rdfs:subClassOf* kg:Participant
    FILTER(?kinds != kg:Country || NOT EXISTS { ?node a kg:Government })
  }
  OPTIONAL { ?node kg:country ?countries }
  OPTIONAL { ?node kg:sector ?sectors }
} GROUP BY ?node
"""
_PLACES = "SELECT DISTINCT ?incident ?name { ?incident a kg:Incident ; kg:place/rdfs:label ?name }"


@dataclass(frozen=True, slots=True)
class Edge:
    """One incident between two participants."""

    agent: str
    target: str
    incident: str
    action: str
    kind: Kind
    status: str
    reports: int
    start: str | None
    end: str | None
    label: str
    places: tuple[str, ...]


def conflict(store: Store, statuses: Iterable[str] = FACTUAL) -> nx.MultiDiGraph:
    """Return who acts against whom, in word or deed."""
    return network(store, "conflict", statuses)


def cooperation(store: Store, statuses: Iterable[str] = FACTUAL) -> nx.MultiDiGraph:
    """Return who cooperates with whom, in word or deed."""
    return network(store, "cooperation", statuses)


def network(store: Store, kind: Kind, statuses: Iterable[str] = FACTUAL) -> nx.MultiDiGraph:
    """Return one of the two networks; nodes carry label, kind, country and sector."""
    return graph((edge for edge in edges(store, statuses) if edge.kind == kind), nodes(store))


def graph(found: Iterable[Edge], known: dict[str, dict[str, str]]) -> nx.MultiDiGraph:
    """Put edges into a graph, sorted; its nodes are those that an edge touches."""
    listed = sorted(found, key=lambda edge: (edge.agent, edge.target, edge.incident))
    out = nx.MultiDiGraph()
    for node in sorted({end for edge in listed for end in (edge.agent, edge.target)}):
        out.add_node(node, **known.get(node, {"label": node}))
    for edge in listed:
        out.add_edge(edge.agent, edge.target, key=edge.incident, **_attributes(edge))
    return out


def _attributes(edge: Edge) -> dict[str, Any]:
    days = {name: day for name, day in (("start", edge.start), ("end", edge.end)) if day}
    places = {"places": "; ".join(edge.places)} if edge.places else {}
    return {
        "incident": edge.incident,
        "label": edge.label,
        "action": edge.action,
        "network": edge.kind,
        "status": edge.status,
        "weight": edge.reports,
        **days,
        **places,
    }


def edges(store: Store, statuses: Iterable[str] = FACTUAL) -> Iterator[Edge]:
    """Yield the edges of both networks; what is neither conflict nor cooperation gives none."""
    wanted, known = frozenset(statuses), hierarchy(store)
    places = _places(store.query(_PLACES))
    for row in store.query(_EDGES):
        kind = _kind(above(str(row["action"]), known.actions))
        status = _name(row["status"]).lower()
        if kind is None or status not in wanted:
            continue
        sides = [(str(row["agent"]), str(row["target"]))]
        if row["reciprocal"]:
            sides.append((sides[0][1], sides[0][0]))
        for agent, target in sides:
            if agent != target:
                yield _edge(row, agent, target, kind, status, places.get(str(row["incident"]), ()))


def _edge(row: dict[str, Any], agent: str, target: str, kind: Kind, status: str, places: tuple[str, ...]) -> Edge:
    return Edge(
        agent=agent,
        target=target,
        incident=str(row["incident"]),
        action=_name(row["action"]),
        kind=kind,
        status=status,
        reports=int(row["reports"]),
        start=cast("str | None", row["start"]),
        end=cast("str | None", row["end"]),
        label=str(row["label"]),
        places=places,
    )


def nodes(store: Store) -> dict[str, dict[str, str]]:
    """Return what is known of each participant: label, and kind, country and sector where there are any."""
    found = {}
    for row in store.query(_NODES):
        said = {name: _name(row[name]) for name in ("kind",) if row[name]}
        said |= {name: str(row[name]) for name in ("label", "country", "sector") if row[name]}
        found[str(row["node"])] = said
    return found


def _places(result: Result) -> dict[str, tuple[str, ...]]:
    names: dict[str, set[str]] = {}
    for row in result:
        names.setdefault(str(row["incident"]), set()).add(str(row["name"]))
    return {incident: tuple(sorted(found)) for incident, found in names.items()}


def _kind(parents: frozenset[str]) -> Kind | None:
    if parents & _CONFLICT:
        return "conflict"
    return "cooperation" if parents & _COOPERATION else None


def _name(compact: object) -> str:
    return str(compact).removeprefix("kg:")
