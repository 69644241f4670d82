"""What is counted of one document: right answers, those read and those in the gold, and the mistakes to study.

Counts are keyed ``figure|c`` (right), ``figure|p`` (read), ``figure|g`` (in the gold), or ``figure|c`` and ``figure|n``
for shares.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Counts = dict[str, float]


@dataclass(slots=True)
class Scores:
    """The counts of one document, its mistakes, and (confidence, right) of each event that was judged."""

    document: str
    counts: Counts = field(default_factory=dict)
    mistakes: list[dict[str, Any]] = field(default_factory=list)
    judged: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, **counts: float) -> None:
        """Add to counts; ``__`` in a name stands for the bar."""
        for key, value in counts.items():
            name = key.replace("__", "|")
            self.counts[name] = self.counts.get(name, 0.0) + value

    def share(self, figure: str, right: bool) -> None:
        """Count one answer that is right or not."""
        self.add(**{f"{figure}__c": right, f"{figure}__n": 1})

    def lists(self, figure: str, right: int, read: int, gold: int) -> None:
        """Count answers out of lists."""
        self.add(**{f"{figure}__c": right, f"{figure}__p": read, f"{figure}__g": gold})

    def note(self, error: str, what: str, **details: Any) -> None:
        """Keep a mistake."""
        self.mistakes.append({"document": self.document, "error": error, "what": what, **details})
