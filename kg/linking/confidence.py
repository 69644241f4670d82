"""How likely an event is right, from the signs of its reading (weights set by hand, checked by ``kg eval`` on the own gold)."""

from __future__ import annotations

from kg.model import Actor

BASE = {
    "active": 0.82,
    "passive": 0.84,
    "idiom": 0.85,
    "participle": 0.78,
    "relative": 0.78,
    "controlled": 0.74,
    "nominal": 0.72,
    "support-verb": 0.85,
    "suffered": 0.82,
    "claimed": 0.82,
    "caused": 0.8,
    "anaphor": 0.7,
    "circumstance": 0.8,
    "bridged": 0.55,
    "adjective": 0.7,
    "casualty": 0.8,
}


def confidence(
    rule: str, agents: tuple[Actor, ...], targets: tuple[Actor, ...], *, weak: bool, placed: bool, violent: bool
) -> float:
    """A probability between 0.05 and 0.97."""
    value = BASE.get(rule, 0.7) + 0.03
    value += 0.06 * any(a.id for a in agents) + 0.04 * any(a.id for a in targets) + 0.03 * placed
    value -= 0.08 * (not agents and not targets) + 0.15 * weak
    value += 0.04 if violent else -0.06
    return round(min(0.97, max(0.05, value)), 2)
