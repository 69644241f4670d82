"""Whether two mentions tell the death or the abduction of one person, who dies but once, and is taken but once in a report."""

from __future__ import annotations

from collections.abc import Sequence

from kg.linking.same_sides import key, stands_for
from kg.model import Actor, Event
from kg.ontology import Ontology
from kg.ontology.groupings import DEATHS, DONE, KIDNAPPINGS

#: status of a killing that somebody planned or ordered and that may have been done
PLANNED = "planned"
#: characters behind the sentence that counts the victims in which they are named
REACH = 900
#: who stands for those whom a happening harmed
VICTIMS = frozenset({"the victims", "the victim", "both victims", "the two victims"})


def dies_once(one: Event, other: Event, ontology: Ontology) -> bool:
    """Whether two mentions tell the death or the abduction of one person: no accusation, day or town makes it two.

    A plan or an order to kill somebody is of the killing that was done; an attempt that failed is another happening.
    """
    if not any(all(ontology.is_a(e.action, act) for e in (one, other)) for act in ("Killing", "Abduction")):
        return False
    statuses = {one.status, other.status}
    if not statuses & DONE or not statuses <= DONE | {PLANNED}:
        return False
    return any(is_one_person(a, b) for a in one.targets for b in other.targets)


def named_anew(event: Event, cluster: Sequence[Event]) -> bool:
    """Whether those harmed are named whom a happening had only counted: "killed *a guard*.  *Ivo Sand*, 41, was shot"."""
    harmed = [e for e in cluster if e.action in DEATHS | KIDNAPPINGS and e.status in DONE and e.targets]
    if not event.targets or not harmed or event.action not in DEATHS | KIDNAPPINGS | {"Shooting", "Attack"}:
        return False
    names = all(a.kind == "Person" and a.name and a.id is None and a.number is None for a in event.targets)
    first = harmed[0]
    later = 0 < event.sentence.start - first.sentence.end <= REACH
    counted = all(a.number is not None and a.number.low == a.number.high and not a.name for a in first.targets)
    number = sum(a.number.low for a in first.targets if a.number) if counted else 0
    return names and later and number == len(event.targets) and all(_is_nameless(e) for e in cluster)


def _is_nameless(event: Event) -> bool:
    return not any(a.kind == "Person" and a.name for a in event.targets)


def are_the_victims(event: Event, cluster: Sequence[Event]) -> bool:
    """Whether a mention is of those whom a happening told before had harmed: "*the victims* were taken from their homes"."""
    known = any(a.text.lower() in VICTIMS and a.antecedent is None for a in event.targets)
    return known and any(e.action in DEATHS | KIDNAPPINGS and e.status in DONE and e.targets for e in cluster)


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
