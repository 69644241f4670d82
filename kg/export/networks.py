"""GraphML and GEXF of the asserted incidents between participants, for Gephi, networkx and the like.

One edge is one incident between two participants; its attribute ``network`` tells conflict from cooperation, ``notes``
the sentences that it rests on, and ``articles`` and ``outlets`` where they stand.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import networkx as nx

from kg.analysis.networks import FACTUAL, edges, graph, nodes
from kg.export.chosen import Chosen
from kg.export.markup import holdable
from kg.export.selection import acknowledgement
from kg.graph.store import Store


def graphml(chosen: Chosen) -> Iterator[str]:
    """Yield GraphML; the edge ids are those of the incidents, numbered where one stands between several pairs."""
    target = io.BytesIO()
    nx.write_graphml(_distinct(_network(chosen)), target)
    yield _credited(holdable(target.getvalue().decode()), chosen.store)


def gexf(chosen: Chosen) -> Iterator[str]:
    """Yield GEXF 1.2; edges carry their days as a dynamic graph does."""
    target = io.BytesIO()
    nx.write_gexf(_distinct(_network(chosen)), target)
    text = holdable(target.getvalue().decode())
    dateless = re.sub(r' lastmodifieddate="[^"]*"', "", text)
    yield _credited(re.sub(r"<creator>[^<]*</creator>", "<creator>kg</creator>", dateless), chosen.store)


def _network(chosen: Chosen) -> nx.MultiDiGraph:
    """Return the asserted incidents that are chosen, or those of the statuses that are asked for."""
    statuses, incidents = chosen.wanted.statuses or FACTUAL, chosen.incidents
    found = edges(chosen.store, statuses)
    wanted = (edge for edge in found if incidents is None or edge.incident in incidents)
    out, rows = graph(wanted, nodes(chosen.store)), {row.id: row for row in chosen.rows}
    for _, _, incident, said in out.edges(keys=True, data=True):
        if row := rows.get(incident):
            articles = "; ".join(sorted(source.document for source in row.sources))
            said.update(articles=articles, outlets="; ".join(row.outlets), notes=row.notes)
    return out


def _credited(xml: str, store: Store) -> str:
    """Name in a comment, after the XML declaration, whose data the file holds."""
    words = acknowledgement(store).replace("--", "- -")
    declaration, _, rest = xml.partition("\n")
    return f"{declaration}\n<!-- {words} -->\n{rest}\n" if words else f"{xml}\n"


def _distinct(found: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Give each edge an id of its own."""
    seen: dict[str, int] = {}
    out = nx.MultiDiGraph()
    out.add_nodes_from(found.nodes(data=True))
    for agent, target, incident, said in found.edges(keys=True, data=True):
        seen[incident] = seen.get(incident, 0) + 1
        name = incident if seen[incident] == 1 else f"{incident}/{seen[incident]}"
        out.add_edge(agent, target, key=name, **said)
    return out
