"""What rows join, directly or through others, and by which rows."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

from kg.graph.decision_rows import Row

K = TypeVar("K", bound=Hashable)


class Groups(Generic[K]):
    """Nodes that rows join; being joined is transitive."""

    def __init__(self) -> None:
        self._edges: dict[K, dict[K, Row]] = {}

    def join(self, one: K, other: K, row: Row) -> None:
        """Say that two nodes are one, because of a row."""
        self._edges.setdefault(one, {}).setdefault(other, row)
        self._edges.setdefault(other, {}).setdefault(one, row)

    def __iter__(self) -> Iterator[frozenset[K]]:
        """Yield the groups, in the order in which rows first name them."""
        seen: set[K] = set()
        for node in self._edges:
            if node not in seen:
                seen |= (group := frozenset(self._ways(node)))
                yield group

    def why(self, one: K, other: K) -> tuple[Row, ...] | None:
        """Return the fewest rows that join two nodes, by line; None where none do."""
        way = self._ways(one).get(other)
        return tuple(sorted(way, key=lambda row: row.line)) if way is not None else None

    def _ways(self, start: K) -> dict[K, tuple[Row, ...]]:
        ways: dict[K, tuple[Row, ...]] = {start: ()}
        waiting = [start]
        for node in waiting:
            for other, row in self._edges.get(node, {}).items():
                if other not in ways:
                    ways[other] = (*ways[node], row)
                    waiting.append(other)
        return ways
