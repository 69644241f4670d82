"""Which event mentions and incidents people say to be one happening, or two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.graph import iris
from kg.graph.decision_rows import Row, Sheet
from kg.graph.grouping import Groups


@dataclass(frozen=True, slots=True)
class Happenings:
    """Verdicts on pairs of ids; ``group_of`` names the group of an id, ``apart`` holds pairs of groups."""

    group_of: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[frozenset[str]] = frozenset()

    def verdict(self, one: str, other: str) -> bool | None:
        """Whether people say that two ids are one happening; None where they say nothing."""
        sides = frozenset(self.group_of.get(found, found) for found in map(identity, (one, other)))
        return True if len(sides) == 1 else False if sides in self.apart else None


def identity(identifier: str) -> str:
    """Return an id of an event mention or incident in its compact form."""
    return iris.compact(identifier.strip())


def happenings(rows: Iterable[Row], sheet: Sheet) -> Happenings:
    """Read ``same`` and ``different``; raise DecisionError, naming the lines, where they contradict."""
    groups: Groups[str] = Groups()
    differ = []
    for row in rows:
        one, other = (_checked(value, row, sheet) for value in (row.this, row.that))
        if one == other:
            raise sheet.error(row.line, f"{one} stands on both sides; name two")
        if row.decision == "same":
            groups.join(one, other, row)
        else:
            differ.append((one, other, row))
    for one, other, row in differ:
        if (why := groups.why(one, other)) is not None:
            lines = ", ".join(str(reason.line) for reason in why)
            raise sheet.error(
                row.line, f"{one} and {other} are different here, and the same by line {lines}; remove one"
            )
    group_of = {member: min(group) for group in groups for member in group}
    apart = frozenset(frozenset(group_of.get(member, member) for member in (one, other)) for one, other, _ in differ)
    return Happenings(group_of, apart)


def _checked(value: str, row: Row, sheet: Sheet) -> str:
    found = identity(value)
    if found.partition(":")[0] not in {"event", "incident"}:
        what = (
            f"{value!r} is no id of an event or incident"
            if value
            else f"{row.decision} needs two ids, in this and that"
        )
        raise sheet.error(row.line, f"{what}; they look like event:1f0c or incident:1f0c, kg query events lists them")
    return found
