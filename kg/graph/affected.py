"""Which articles other decisions may concern, told from the kept text of their records without reading it whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kg.graph.identities import Identities, Key

_DIGEST = re.compile(r"[0-9a-f]{16}")


class Affected:
    """The names about which two tables of decisions differ."""

    def __init__(self, before: Identities, after: Identities) -> None:
        self._slugs: dict[str, set[str]] = {}
        for document, slug in _differing(before, after):
            self._slugs.setdefault(document, set()).add(slug)

    def may_hold(self, document: str, body: str) -> bool:
        """Whether a record may name one of them; no is certain, yes is not."""
        slugs = self._slugs.get("", set()) | self._slugs.get(document, set())
        if not slugs:
            return False
        plain = unicodedata.normalize("NFKD", body).encode("ascii", "ignore").decode().lower()
        return any(_DIGEST.fullmatch(slug) or all(part in plain for part in slug.split("-")) for slug in slugs)


def _differing(before: Identities, after: Identities) -> Iterator[Key]:
    for one, other in (
        (before.splits, after.splits),
        (before.meant, after.meant),
        (before.traits, after.traits),
    ):
        yield from (key for key in one.keys() | other.keys() if one.get(key) != other.get(key))
