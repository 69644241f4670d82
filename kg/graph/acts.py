"""Which acts of two articles can name one happening, and what that is worth: one outlet tells the attack, one the fight."""

from __future__ import annotations

from kg.graph.hierarchy import Hierarchy, action_id, related
from kg.ontology.groupings import ASSAULTS, CAPTURES, DAMAGE, DEATHS, FOUGHT, HARMS, HOLDING, TAKING_ALONG

Words = frozenset[str]
HARM = HARMS | DAMAGE
#: the same action, a general and a special one, a harm and the violence that does it
SAME_ACT, KIN_ACT, HARM_ACT = 1.0, 0.7, 0.4
#: a fight, which has two sides that act, and what is told of it as the act of one
FIGHT = "ArmedClash"
ONE_SIDED = ASSAULTS | DEATHS
#: whom and what those take who assault: a town, cattle, hostages
TAKING = TAKING_ALONG | CAPTURES


def act_worth(one: Words, other: Words, *, violent: bool, known: Hierarchy) -> float | None:
    """Return what the actions of two tellings are worth; None where they are of two happenings."""
    if one & other:
        return SAME_ACT
    if any(related(action_id(a), action_id(b), known.actions) or b in ways(a) for a in one for b in other):
        return KIN_ACT
    harm = violent and (one & HARM or other & HARM)
    return HARM_ACT if harm or any(b in taken_with(a) for a in one for b in other) else None


def ways(action: str) -> Words:
    """Return the acts of which one is how the other is done: an ambush and the *shooting*, a raid and the *fight*."""
    return frozenset(other for pair in FOUGHT if action in pair for other in pair if other != action)


def taken_with(action: str) -> Words:
    """Return what is told in the place of an act: of a raid its loot or its hostages, of an arrest the abduction."""
    if action in TAKING:
        return ASSAULTS | DEATHS | (HOLDING if action in HOLDING else frozenset())
    if action in ASSAULTS | DEATHS:
        return frozenset(TAKING)
    return TAKING & HOLDING if action in HOLDING else frozenset()


def is_one_fight(one: Words, other: Words) -> bool:
    """Whether one of two tellings is of a fight, and the other of what one side did in it, or of its dead."""
    return bool((FIGHT in one and other & ONE_SIDED) or (FIGHT in other and one & ONE_SIDED))
