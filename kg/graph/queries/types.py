"""The types that a parameter of a query may have, and what each makes of a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from kg.graph.queries import dimensions, patterns, spatial

#: type -> pattern for a value and the variables of the parameter; raises ValueError for a value that does not fit
PATTERNS: Final[Mapping[str, Callable[..., str]]] = {
    "actor": patterns.actor,
    "either": patterns.either,
    "place": patterns.place,
    "named": patterns.named,
    "action": patterns.action,
    "relation": patterns.relation,
    "status": patterns.status,
    "id": patterns.identifier,
    "text": patterns.text,
    "on": patterns.on,
    "since": patterns.since,
    "until": patterns.until,
    "latest": patterns.latest,
    "weeks": patterns.weeks,
    "least": patterns.least,
    "limit": patterns.limit,
    "by": dimensions.by,
    "box": spatial.box,
    "centre": spatial.centre,
    "within": spatial.within,
}
#: type -> columns that a value adds, for ``#{name:columns}``
COLUMNS: Final[Mapping[str, Callable[[str], str]]] = {"by": dimensions.columns}
