"""Hierarchies of the ontology in a store: actions under actions, actors in actors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.graph.store import Store
from kg.graph.vocabulary import ONTOLOGY

Parents = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Parents by compact id: ``kg:Airstrike`` -> ``kg:Attack``, ``actor:SYR-MIL`` -> ``actor:SYR-GOV``."""

    actions: Parents
    actors: Parents


def hierarchy(store: Store) -> Hierarchy:
    """Read both from the ontology's graph."""
    return Hierarchy(_parents(store, "rdfs:subClassOf"), _parents(store, "kg:partOf"))


def _parents(store: Store, link: str) -> Parents:
    found: dict[str, set[str]] = {}
    for row in store.query(f"SELECT ?child ?parent {{ GRAPH <{ONTOLOGY}> {{ ?child {link} ?parent }} }}"):
        found.setdefault(str(row["child"]), set()).add(str(row["parent"]))
    return {child: frozenset(parents) for child, parents in found.items()}


def above(node: str, parents: Parents) -> frozenset[str]:
    """Return everything above a node, without itself."""
    seen: set[str] = set()
    waiting = [node]
    while waiting:
        new = parents.get(waiting.pop(), frozenset()) - seen
        seen |= new
        waiting += new
    return frozenset(seen)


def related(one: str, other: str, parents: Parents) -> bool:
    """Whether two nodes are the same or one stands above the other."""
    return one == other or _under(one, other, parents) or _under(other, one, parents)


def _under(node: str, wanted: str, parents: Parents) -> bool:
    over = parents.get(node)
    return over is not None and (wanted in over or any(_under(parent, wanted, parents) for parent in over))


def most_specific(nodes: Iterable[str], parents: Parents) -> tuple[str, ...]:
    """Return the nodes under which no other of them stands, sorted."""
    every = set(nodes)
    covered = {parent for node in every for parent in above(node, parents)}
    return tuple(sorted(every - covered))


def action_id(name: str) -> str:
    """Return the compact id of an action's name."""
    return f"kg:{name}"
