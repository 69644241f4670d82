"""Which gold item a read one answers to: one to one, the best pairs first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from kg.evaluation.gold import GoldEvent, GoldToll, Mention
from kg.model import Actor, Casualty, Event, Instrument, Place, Span

G = TypeVar("G")
P = TypeVar("P")
Pairs = list[tuple[int, int]]


class Bounded(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""


def overlap(one: Bounded | None, other: Bounded | None) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if one and other else 0


def align(gold: Sequence[G], read: Sequence[P], score: Callable[[G, P], float]) -> Pairs:
    """Pair two lists one to one, the highest scores first, earlier ones before later; scores of 0 make no pair."""
    scored = [(score(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(read)]
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs: Pairs = []
    for value, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if value > 0 and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return sorted(pairs)


def same_trigger(gold: GoldEvent, read: Event, types: Mapping[str, str]) -> float:
    """Score a trigger: it must share a character; the same action, then the same type, then firm gold go first."""
    if not overlap(gold.trigger, read.trigger):
        return 0.0
    alike = 2 * (read.action in gold.actions) + (
        types.get(read.action, read.plover) in {types.get(action) for action in gold.actions}
    )
    return 1.0 + alike + 0.5 * (not gold.optional)


def same_actor(gold: Mention, read: Actor) -> float:
    """Score an actor: its head, or what that stands for, shares a character with the gold mention or its antecedent."""
    ours: tuple[Span | None, ...] = (read.head, read.antecedent)
    theirs = (gold.span, gold.antecedent)
    if not any(overlap(one, other) for one in ours for other in theirs):
        return 0.0
    linked = 0.2 * bool(gold.id and gold.id == read.id or gold.country and gold.country == read.country)
    return 1.0 + 0.5 * (not gold.optional) + 0.2 * bool(overlap(gold.span, read.head)) + linked


def same_words(gold: Mention, read: Place | Instrument | Span) -> float:
    """Score words: they share a character."""
    return (1.0 + 0.5 * (not gold.optional)) if overlap(gold.span, read) else 0.0


def same_toll(gold: GoldToll, read: Casualty) -> float:
    """Score a figure: the kind and both bounds are equal, or the ranges meet where the gold is approximate."""
    if gold.kind != read.kind:
        return 0.0
    if (gold.low, gold.high) == (read.low, read.high):
        return 2.0
    meets = (read.high is None or gold.low <= read.high) and (gold.high is None or read.low <= gold.high)
    return 1.0 if gold.approximate and meets else 0.0
