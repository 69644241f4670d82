"""Whether two mentions tell the death of one person, who dies but once."""

from __future__ import annotations

from kg.linking.same_sides import key, stands_for
from kg.model import Actor, Event
from kg.ontology import Ontology
from kg.ontology.groupings import DONE

#: status of a killing that somebody planned or ordered and that may have been done
PLANNED = "planned"


def dies_once(one: Event, other: Event, ontology: Ontology) -> bool:
    """Whether two mentions tell the death of one person: no accusation, day or town makes it two.

    A plan or an order to kill somebody is of the killing that was done; an attempt that failed is another happening.
    """
    if not all(ontology.is_a(e.action, "Killing") for e in (one, other)):
        return False
    statuses = {one.status, other.status}
    if not statuses & DONE or not statuses <= DONE | {PLANNED}:
        return False
    return any(is_one_person(a, b) for a in one.targets for b in other.targets)


def is_one_person(one: Actor, other: Actor) -> bool:
    """Whether two mentions name one person, or the one group of so many that the reader knows: "the six priests"."""
    if one.kind == other.kind == "Person" and key(one) and key(one) == key(other):
        return True
    if {one.kind, other.kind} <= {"Person"} and (stands_for(one, other) or stands_for(other, one)):
        return one.number is None and other.number is None
    counted = one.number is not None and one.number == other.number and one.number.low > 1
    known = any(actor.text.lower().startswith(("the ", "these ", "those ")) for actor in (one, other))
    return counted and known and _last_word(one) == _last_word(other)


def _last_word(actor: Actor) -> str:
    return actor.head.text.lower().split()[-1]
