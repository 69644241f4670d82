"""A match of the gazetteer in a text, and what its name alone tells: a short form, a bearer within another's."""

from __future__ import annotations

from dataclasses import dataclass

from kg.linking.gazetteer import Location


@dataclass(frozen=True, slots=True)
class Mention:
    """A possible toponym: tokens, characters, the name as looked up, its bearers.

    ``container`` is the first token of the name right after that can hold it, ``hint`` the kind that words beside tell.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    candidates: tuple[tuple[Location, bool], ...]
    container: int | None = None
    hint: str | None = None
    score: float = 0.0


def is_abbreviation(m: Mention, acronyms: frozenset[str]) -> bool:
    """Whether a name is a postal or press short form that needs a town before it: "Va.", "TX"."""
    letters = m.name.replace(".", "")
    if m.name in acronyms and letters not in ("LA", "AM", "CAR"):
        return len(letters) == 2 and letters not in ("US", "UK", "DC", "NZ")
    return (len(letters) == 2 and letters.isupper() and letters not in ("US", "UK", "DC")) or (
        m.name.endswith(".") and len(letters) <= 5 and "." not in m.name[:-1]
    )


def may_hold(outer: Mention, inner: Mention) -> bool:
    """Whether one bearer of a name lies in a bearer of the other."""
    areas = {c.row for c, _ in outer.candidates if c.kind in ("admin1", "admin2")}
    nations = {c.countries for c, _ in outer.candidates if c.kind == "country"}
    return any(
        c.admin1 in areas or c.admin2 in areas or (c.countries in nations and c.kind != "country")
        for c, _ in inner.candidates
    )
