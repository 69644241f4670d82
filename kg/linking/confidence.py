"""How likely it is that an event happened as coded: a logistic model over the signs of its reading.

The probability is that of action type and status both being right (what ``kg eval`` judges), not that every role is.
The weights are fitted by ``tests/gold/calibrate.py`` to judged events of public news sets and to the project's own gold.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from kg.model import Event
from kg.ontology.groupings import FORCE, THINGS

LOWEST, HIGHEST = 0.05, 0.98
_MILD = frozenset(
    {"REQUEST", "AGREE", "AID", "SUPPORT", "REJECT", "COOPERATE", "CONCEDE", "RETREAT", "SANCTION", "PROTEST"}
)
#: readings in which an argument stands far from its verb
_FAR = frozenset({"controlled", "participle", "relative", "anaphor", "idiom", "bridged"})
_UNREAL = frozenset({"negated", "hypothetical", "planned", "failed", "demanded"})
_NOBODY = THINGS | {None}
_USUAL_SENTENCE = 120


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the other events of the article say about one."""

    events: int
    violent: int
    of_incident: Mapping[str, int]
    of_sentence: Mapping[int, int]


def surroundings(events: Sequence[Event]) -> Surroundings:
    """Count what an article tells."""
    return Surroundings(
        len(events),
        sum(event.plover in FORCE for event in events),
        Counter(event.incident for event in events),
        Counter(event.sentence.start for event in events),
    )


def signs(event: Event, around: Surroundings) -> dict[str, float]:
    """Return the signs of one reading by name, most of them 0 or 1, lengths and counts as logarithms."""
    length = event.sentence.end - event.sentence.start
    return {
        "bias": 1.0,
        "far argument": float(event.rule in _FAR),
        "assault": float(event.plover == "ASSAULT"),
        "mild act": float(event.plover in _MILD),
        "not a fact": float(event.status in _UNREAL),
        "target": float(bool(event.targets)),
        "no side": float(not event.agents and not event.targets),
        "known agent": float(any(actor.id for actor in event.agents)),
        "referring word": float(any(actor.antecedent for actor in (*event.agents, *event.targets))),
        "thing acts": float(any(actor.kind in _NOBODY for actor in event.agents)),
        "place": float(bool(event.places)),
        "stated time": float(event.time.basis == "text"),
        "violent article": (around.violent + 1) / (around.events + 2),
        "told again": float(around.of_incident[event.incident] > 1),
        "long sentence": math.log(max(20, length) / _USUAL_SENTENCE),
        "crowded sentence": math.log(around.of_sentence[event.sentence.start]),
        "long article": math.log(around.events) / 3,
    }


@cache
def weights() -> Mapping[str, float]:
    """Return the fitted weights, by sign."""
    text = files("kg.linking").joinpath("data", "confidence.json").read_text(encoding="utf-8")
    found: dict[str, float] = json.loads(text)["weights"]
    return found


def with_confidence(events: Sequence[Event]) -> list[Event]:
    """Give each event of an article its confidence, between 0.05 and 0.98."""
    around = surroundings(events)
    return [replace(event, confidence=_probability(signs(event, around))) for event in events]


def _probability(found: Mapping[str, float]) -> float:
    known = weights()
    value = 1 / (1 + math.exp(-sum(known.get(name, 0.0) * sign for name, sign in found.items())))
    return round(min(HIGHEST, max(LOWEST, value)), 2)
