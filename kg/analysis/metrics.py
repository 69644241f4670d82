"""What a network measures.  Nodes are numbered for it, so that no sum or order depends on the hash seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

import networkx as nx

#: digits that are kept of shares, so that the last bits of a sum do not show
DIGITS = 6
#: above so many nodes that act, betweenness is estimated from as many of them (Brandes and Pich 2007)
EXACT = 1000
SEED = 1


@dataclass(frozen=True, slots=True)
class ActorMetrics:
    """One actor in one network.

    ``acts`` and ``suffers`` count incidents as agent and as target, ``reported_...`` the reports behind them;
    ``degree`` counts other actors; betweenness is that of the unweighted directed graph, normalised; PageRank weighs by
    incidents.
    """

    id: str
    label: str
    kind: str | None
    country: str | None
    degree: int
    acts: int
    suffers: int
    reported_acts: int
    reported_suffers: int
    betweenness: float
    pagerank: float
    component: int
    community: int


@dataclass(frozen=True, slots=True)
class Dyad:
    """One side acting on another: how many incidents, and the first and last day."""

    agent: str
    target: str
    agent_label: str
    target_label: str
    incidents: int
    reports: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Measures:
    """All measures of one network; components and communities are lists of ids, the largest first."""

    nodes: int
    edges: int
    actors: tuple[ActorMetrics, ...]
    dyads: tuple[Dyad, ...]
    components: tuple[tuple[str, ...], ...]
    communities: tuple[tuple[str, ...], ...]


def measures(network: nx.MultiDiGraph) -> Measures:
    """Measure a network; actors by degree, incidents, then id."""
    names = sorted(network)
    simple = _simple(network, names)
    components = _named(nx.weakly_connected_components(simple), names)
    communities = _named(_communities(simple), names)
    return Measures(
        nodes=network.number_of_nodes(),
        edges=network.number_of_edges(),
        actors=_actors(network, simple, names, components, communities),
        dyads=_dyads(network),
        components=components,
        communities=communities,
    )


def _simple(network: nx.MultiDiGraph, names: list[str]) -> nx.DiGraph:
    """One edge a pair, weighing as much as there are incidents; nodes are numbers in the order of ids."""
    number = {name: index for index, name in enumerate(names)}
    out = nx.DiGraph()
    out.add_nodes_from(range(len(names)))
    for agent, target in sorted((number[a], number[b]) for a, b in network.edges()):
        weight = out.get_edge_data(agent, target, {"weight": 0})["weight"]
        out.add_edge(agent, target, weight=weight + 1)
    return out


def _communities(simple: nx.DiGraph) -> list[set[int]]:
    """Louvain communities of the undirected graph (Blondel et al. 2008), seeded."""
    together = nx.Graph()
    together.add_nodes_from(simple)
    for one, other, weight in simple.edges(data="weight"):
        before = together.get_edge_data(one, other, {"weight": 0})["weight"]
        together.add_edge(one, other, weight=before + weight)
    if not together.number_of_edges():
        return [{node} for node in together]
    return list(nx.community.louvain_communities(together, weight="weight", seed=SEED))


def _named(groups: object, names: list[str]) -> tuple[tuple[str, ...], ...]:
    found = [tuple(names[node] for node in sorted(group)) for group in groups]  # type: ignore[attr-defined]
    return tuple(sorted(found, key=lambda group: (-len(group), group)))


def _betweenness(simple: nx.DiGraph) -> dict[int, float]:
    """Return the share of shortest paths through each node; none begins at those who only suffer, mostly the most."""
    acting = [node for node in simple if simple.out_degree(node)]
    asked = acting if len(acting) <= EXACT else Random(SEED).sample(acting, EXACT)  # noqa: S311 (no secret)
    found = nx.betweenness_centrality_subset(simple, asked, list(simple), normalized=True)
    return {node: share * len(acting) / max(len(asked), 1) for node, share in found.items()}


def _actors(
    network: nx.MultiDiGraph,
    simple: nx.DiGraph,
    names: list[str],
    components: tuple[tuple[str, ...], ...],
    communities: tuple[tuple[str, ...], ...],
) -> tuple[ActorMetrics, ...]:
    if not names:
        return ()
    between = _betweenness(simple)
    rank = nx.pagerank(simple, weight="weight")
    component, community = _membership(components), _membership(communities)
    found = [
        ActorMetrics(
            id=name,
            label=network.nodes[name].get("label", name),
            kind=network.nodes[name].get("kind"),
            country=network.nodes[name].get("country"),
            degree=len(set(network.successors(name)) | set(network.predecessors(name))),
            acts=network.out_degree(name),
            suffers=network.in_degree(name),
            reported_acts=network.out_degree(name, weight="weight"),
            reported_suffers=network.in_degree(name, weight="weight"),
            betweenness=round(between[index], DIGITS),
            pagerank=round(rank[index], DIGITS),
            component=component[name],
            community=community[name],
        )
        for index, name in enumerate(names)
    ]
    return tuple(sorted(found, key=lambda a: (-a.degree, -(a.acts + a.suffers), a.label, a.id)))


def _membership(groups: tuple[tuple[str, ...], ...]) -> Mapping[str, int]:
    return {name: number for number, group in enumerate(groups, 1) for name in group}


def _dyads(network: nx.MultiDiGraph) -> tuple[Dyad, ...]:
    found = []
    for agent, target in sorted(set(network.edges())):
        incidents = list(network.get_edge_data(agent, target).values())
        dated = [edge for edge in incidents if edge.get("start") and edge.get("end")]
        days = sorted(day for edge in dated for day in (edge["start"], edge["end"]))
        dyad = Dyad(
            agent=agent,
            target=target,
            agent_label=network.nodes[agent].get("label", agent),
            target_label=network.nodes[target].get("label", target),
            incidents=len(incidents),
            reports=sum(edge["weight"] for edge in incidents),
            first=days[0] if days else None,
            last=days[-1] if days else None,
        )
        found.append(dyad)
    return tuple(
        sorted(found, key=lambda d: (-d.incidents, -d.reports, d.agent_label, d.target_label, d.agent, d.target))
    )
