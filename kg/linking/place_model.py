"""How likely each toponym of a sentence is the place of an event, and that none is: a logistic model over signs.

The toponyms and "none" share one certainty (a conditional logit).  The weights are fitted by
``tests/gold/fit_places.py`` to verbs whose place people marked (Halterman's event location set).
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files

#: probability of "none" from which an event is given no place
NONE = 0.13


@cache
def weights() -> Mapping[str, float]:
    """The fitted weights, by sign; ``toponym`` is that of any toponym, signs of "none" begin with ``none``."""
    text = files("kg.linking").joinpath("data", "event_places.json").read_text(encoding="utf-8")
    found: dict[str, float] = json.loads(text)["weights"]
    return found


def probabilities(
    toponyms: Sequence[Collection[str]], event: Collection[str], known: Mapping[str, float]
) -> tuple[list[float], float]:
    """(probability of each toponym, that of none) by their signs and those of the event."""
    values = [known["toponym"] + sum(known.get(sign, 0.0) for sign in sorted(found)) for found in toponyms]
    none = sum(known.get(f"none {sign}", 0.0) for sign in sorted(event))
    top = max([*values, none])
    shares = [math.exp(value - top) for value in (*values, none)]
    whole = math.fsum(shares)
    return [share / whole for share in shares[:-1]], shares[-1] / whole


def best(toponyms: Sequence[Collection[str]], event: Collection[str]) -> int | None:
    """The number of the toponym that is the event's place, None if it has none there; the first of equals."""
    likely, none = probabilities(toponyms, event, weights())
    if not likely or none >= NONE:
        return None
    return max(range(len(likely)), key=lambda n: (likely[n], -n))
