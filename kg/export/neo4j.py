"""Files for ``neo4j-admin database import full``: participants, incidents, places and articles, and how they are linked.

A participant acts on another by a relationship that bears the ontology's name for the act (``AIRSTRUCK``), one for each
asserted incident; beside it every incident, whatever its status, is a node with its own links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.export.chosen import Chosen
from kg.export.delimited import csv_rows
from kg.export.rows import Party, Row, Spot
from kg.export.selection import acknowledgement
from kg.model import FACTUAL

NODES = (
    "id:ID", "name", ":LABEL", "kind", "country", "sector", "action", "status", "confidence:double", "start:date",
    "end:date", "year:int", "killed:int", "latitude:double", "longitude:double", "precision", "published:date", "url",
    "outlet", "notes",
)  # fmt: skip
RELATIONSHIPS = (
    ":START_ID", ":END_ID", ":TYPE", "incident", "status", "confidence:double", "start:date", "end:date", "year:int",
    "reports:int", "killed:int",
)  # fmt: skip


def neo4j(chosen: Chosen) -> Mapping[str, Iterator[str]]:
    """Return the files by name: nodes, relationships, and whose data they hold where that is to be said."""
    files = {"nodes.csv": _nodes(chosen), "relationships.csv": _relationships(chosen)}
    words = acknowledgement(chosen.store)
    return {**files, "RIGHTS.txt": iter([words + "\n"])} if words else files


def _nodes(chosen: Chosen) -> Iterator[str]:
    nodes: dict[str, dict[str, object]] = {}
    for row in chosen.rows:
        nodes[row.id] = _incident(row)
        for party in (*row.agents, *row.targets):
            _merge(nodes, party.id, _party(party))
        for spot in row.places:
            _merge(nodes, spot.id, _spot(spot))
        for source in row.sources:
            name = " ".join((source.title or source.document).split())
            said: dict[str, object] = {
                "name": name,
                "labels": ["Article"],
                "published:date": source.published,
                "url": source.url,
                "outlet": source.outlet,
            }
            nodes[f"article:{source.document}"] = said
    yield from csv_rows([NODES], guard=False)
    for identity, said in sorted(nodes.items()):
        labels = said.get("labels")
        cells = {**said, "id:ID": identity, ":LABEL": ";".join(labels) if isinstance(labels, list) else ""}
        yield from csv_rows([[cells.get(column) for column in NODES]], guard=False)


def _merge(nodes: dict[str, dict[str, object]], identity: str, said: dict[str, object]) -> None:
    """Add what is said of a node; it may be a place and a participant, and has the first name in order."""
    before = nodes.get(identity)
    if before is None:
        nodes[identity] = said
        return
    labels = sorted({*_listed(before), *_listed(said)})
    name = min(str(before["name"]), str(said["name"]), key=lambda words: (-len(words), words))
    filled = {key: value for key, value in said.items() if value is not None}
    nodes[identity] = {**filled, **{k: v for k, v in before.items() if v is not None}, "labels": labels, "name": name}


def _listed(said: dict[str, object]) -> list[str]:
    labels = said["labels"]
    return labels if isinstance(labels, list) else []


def _incident(row: Row) -> dict[str, object]:
    labels = ["Incident", row.action]
    return {"name": row.label, "labels": labels, "action": row.action, **_facts(row), "notes": row.notes}


def _facts(row: Row) -> dict[str, object]:
    killed, day = row.toll("killed"), row.start or row.end
    return {
        "status": row.status, "confidence:double": row.confidence, "start:date": row.start, "end:date": row.end,
        "year:int": day and day[:4], "killed:int": killed and killed.best,
    }  # fmt: skip


def _party(party: Party) -> dict[str, object]:
    labels = ["Participant", *([party.kind] if party.kind else [])]
    return {
        "name": party.name, "labels": labels, "kind": party.kind, "country": party.country, "sector": party.sector,
    }  # fmt: skip


def _spot(spot: Spot) -> dict[str, object]:
    return {
        "name": spot.name, "labels": ["Place"], "country": spot.country, "latitude:double": spot.latitude,
        "longitude:double": spot.longitude, "precision": spot.precision,
    }  # fmt: skip


def _relationships(chosen: Chosen) -> Iterator[str]:
    yield from csv_rows([RELATIONSHIPS], guard=False)
    for row in chosen.rows:
        said = {**_facts(row), "incident": row.id, "reports:int": row.reports}
        for start, end, kind in dict.fromkeys(_links(row, chosen)):
            cells = {**said, ":START_ID": start, ":END_ID": end, ":TYPE": kind}
            yield from csv_rows([[cells.get(column) for column in RELATIONSHIPS]], guard=False)


def _links(row: Row, chosen: Chosen) -> Iterator[tuple[str, str, str]]:
    relation = chosen.store.relations.get(row.action)
    if relation and row.status in FACTUAL:
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", relation).upper()
        pairs = [(agent.id, target.id) for agent in row.agents for target in row.targets if agent.id != target.id]
        for agent, target in pairs:
            yield agent, target, kind
            if row.reciprocal:
                yield target, agent, kind
    yield from ((party.id, row.id, "AGENT_OF") for party in row.agents)
    yield from ((row.id, party.id, "TARGETS") for party in row.targets)
    yield from ((row.id, spot.id, "HAPPENED_AT") for spot in row.places)
    yield from ((row.id, f"article:{source.document}", "REPORTED_IN") for source in row.sources)
