"""From added counts to figures in percent, their intervals, and how far confidence can be trusted."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.evaluation.counts import Counts

LISTS = ("trigger", "type", "action", "agent", "target", "place", "instrument", "attribution", "casualties", "incident")
SHARES = ("status", "whole", "link.id", "link.country", "antecedent", "place.relation", "time", "false_facts")
BINS = 10
SEED = 0


@dataclass(frozen=True, slots=True)
class Bin:
    """Events of a confidence from ``low`` to ``high``: how many, their mean confidence, the share that is right."""

    low: float
    high: float
    events: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How confidence and truth agree.

    ``brier`` is the mean squared difference (Brier 1950), ``error`` the expected calibration error: the mean distance
    of confidence and share right over the bins, weighted by events (Naeini et al. 2015).  Both are 0 at best.
    """

    bins: tuple[Bin, ...]
    brier: float
    error: float

    def lines(self) -> Iterator[str]:
        """Write the comparison as text."""
        yield f"confidence (Brier score {self.brier:.3f}, expected calibration error {self.error:.3f})"
        for each in self.bins:
            bounds = f"{each.low:.1f} to {each.high:.1f}"
            yield f"  {bounds}  {each.events:5d} events   mean {each.confidence:.2f}   right {each.right:.2f}"


def total(parts: Iterable[Counts]) -> Counts:
    """Add counts."""
    out: Counts = {}
    for part in parts:
        for key, value in part.items():
            out[key] = out.get(key, 0.0) + value
    return out


def figures(counts: Counts) -> dict[str, float]:
    """All figures in percent; those without anything to judge are left out."""
    out: dict[str, float] = {}
    for name in LISTS:
        right, read, gold = (counts.get(f"{name}|{x}", 0.0) for x in "cpg")
        if read or gold:
            precision, recall = _percent(right, read), _percent(right, gold)
            both = 2 * precision * recall / (precision + recall) if right else 0.0
            out |= {f"{name}.P": precision, f"{name}.R": recall, f"{name}.F1": both}
    for name in SHARES:
        if counts.get(f"{name}|n"):
            out[name] = _percent(counts[f"{name}|c"], counts[f"{name}|n"])
    return out


def _percent(part: float, whole: float) -> float:
    return 100.0 * part / whole if whole else 0.0


def intervals(parts: Sequence[Counts], rounds: int) -> dict[str, tuple[float, float]]:
    """95 % intervals of all figures: documents are drawn with replacement (percentile bootstrap, fixed seed)."""
    draw = random.Random(SEED)  # noqa: S311 (no secret: the same gold gives the same intervals)
    samples: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, value in figures(total(draw.choices(parts, k=len(parts)))).items():
            samples.setdefault(name, []).append(value)
    return {name: (_quantile(values, 0.025), _quantile(values, 0.975)) for name, values in samples.items()}


def _quantile(values: Sequence[float], share: float) -> float:
    """A quantile by linear interpolation."""
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)


def calibration(judged: Sequence[tuple[float, bool]]) -> Calibration:
    """Compare confidence with truth (each a pair), in ten equal bins; empty bins are left out."""
    bins = tuple(_bin(number, inside) for number in range(BINS) if (inside := _inside(judged, number)))
    events = max(len(judged), 1)
    brier = sum((confidence - right) ** 2 for confidence, right in judged) / events
    error = sum(each.events * abs(each.confidence - each.right) for each in bins) / events
    return Calibration(bins, brier, error)


def _inside(judged: Sequence[tuple[float, bool]], number: int) -> list[tuple[float, bool]]:
    return [item for item in judged if min(int(item[0] * BINS + 1e-9), BINS - 1) == number]


def _bin(number: int, inside: Sequence[tuple[float, bool]]) -> Bin:
    count = len(inside)
    mean, right = sum(c for c, _ in inside) / count, sum(r for _, r in inside) / count
    return Bin(number / BINS, (number + 1) / BINS, count, mean, right)
