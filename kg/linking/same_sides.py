"""Whether two mentions of somebody can be of one: what identifies, what only describes, what keeps them apart."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Actor
from kg.ontology.groupings import ARMED_GROUPS

STATE = frozenset({"Military", "Police", "Government"})
#: kinds of those who may be called by one another's words
SIDES = (ARMED_GROUPS, *({kind} for kind in sorted(STATE - {"Government"})))
FORCES = ARMED_GROUPS | {"Military", "Police"}


def key(actor: Actor) -> str | None:
    return actor.id or (actor.name.lower() if actor.name else None)


def sides_clash(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether both sides are known, and nobody of one can be somebody of the other."""
    a, b = {key(x) for x in one} - {None}, {key(x) for x in other} - {None}
    if not a or not b or a & b:
        return False
    return not any(_related(x, y) or _same_actor(x, y) for x in one for y in other)


def camps_clash(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether forces of a state act on one side and those of nobody's state on the other: "tanks" and "a militant"."""
    kinds = {x.kind for x in one}, {x.kind for x in other}
    if not all(kinds):
        return False
    return any(a <= STATE and b <= ARMED_GROUPS for a, b in (kinds, kinds[::-1]))


def _related(one: Actor, other: Actor) -> bool:
    """Whether one may be a part of, or a description of, the other."""
    if "Coalition" in {one.kind, other.kind}:
        return True  # "Saudi-led jets", and the coalition that Saudi Arabia leads
    if one.id and other.id:
        return one.id.startswith(other.id) or other.id.startswith(one.id)
    return bool(one.country and one.country == other.country) or (
        one.kind == other.kind and not (one.name and other.name)
    )


def shared(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether somebody stands on both sides."""
    return any(_same_actor(a, b) for a in one for b in other)


def told_again(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether armed men whom the reader knows may be those of another mention: "*the gunmen*", "*the soldiers*".

    So are the gunmen of rebels told before, and the soldiers of a patrol.
    """
    known = [a for a in one if not a.id and not a.antecedent and a.text.lower().startswith("the ")]
    return any(a.kind in kinds and b.kind in kinds for a in known for b in other for kinds in SIDES)


def stands_for(one: Actor, other: Actor) -> bool:
    """Whether the antecedent of one is the mention of the other."""
    return (
        one.antecedent is not None and one.antecedent.start <= other.head.start and other.head.end <= one.antecedent.end
    )


def _same_actor(one: Actor, other: Actor) -> bool:
    if one.kind not in {"Place", "Object", "Person", "Civilians", None} and one.id and one.id == other.id:
        return True
    if one.antecedent and other.antecedent and one.antecedent == other.antecedent:
        return True
    if stands_for(one, other) or stands_for(other, one):
        return True
    if one.head.text.lower().split()[-1:] != other.head.text.lower().split()[-1:] or len(one.head.text) <= 3:
        return False
    named = bool(one.name and other.name) and one.head.text[:1].isupper()
    alike = one.kind == other.kind or named
    return alike and (one.number == other.number or not (one.number and other.number))
