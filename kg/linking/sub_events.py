"""The ACLED sub-event type of an event, from who acts on whom, with what, and what else the sentence tells.

An action alone does not settle it: rebels who attack soldiers are an armed clash and rebels who attack villagers an
attack; a march that police break up is a protest with intervention.  Source: ACLED Codebook (2024), event types.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.linking import acled_patterns as patterns
from kg.linking.acled_alone import alone
from kg.linking.acled_beside import beside
from kg.linking.acled_labels import (
    AIR,
    ATTACK,
    CAUSES,
    CHEMICAL,
    CLASH,
    DAMAGE,
    DISRUPTED,
    EXCESSIVE,
    EXPLOSIVE,
    INTERVENTION,
    MEANS,
    MOB,
    SHELLING,
    SUICIDE,
    VIOLENT,
)
from kg.linking.acled_protests import BLANK, answered, answers_protest, of_answer
from kg.linking.sides import NOBODY, Sides
from kg.model import Event
from kg.ontology.groupings import HARMS


def with_sub_events(events: Sequence[Event], known: Mapping[str, Sides]) -> list[Event]:
    """Give each event of an article its ACLED sub-event type; ``known`` holds the sides of events by id."""
    first = [replace(e, acled=alone(e, known.get(e.id, NOBODY))) for e in events]
    second = [replace(e, acled=beside(e, _near(e, first), known.get(e.id, NOBODY))) for e in first]
    second = [replace(e, acled=None) if _describes(e, second, known) else e for e in second]
    second = [replace(e, acled=of_answer(e, _near(e, second))) for e in second]
    third = [replace(e, acled=_of_cause(e, [o for o in second if o.incident == e.incident])) for e in second]
    fourth = [replace(e, acled=_told_with(e, _near(e, third))) for e in third]
    fifth = [replace(e, acled=answered(e, _behind(e, fourth))) for e in fourth]
    return [replace(e, acled=INTERVENTION) if answers_protest(e, fifth) else e for e in fifth]


def _describes(event: Event, events: Sequence[Event], known: Mapping[str, Sides]) -> bool:
    """Whether an event only describes somebody of another event of its sentence, or its time: "the *jailed* leader's men"."""
    who, told = known.get(event.id, NOBODY), [o for o in _near(event, events) if o.acled]
    acts = (o for o in told if o.action not in HARMS and o.trigger.start > event.trigger.end)
    if who.earlier and event.acled not in MEANS and any(not known.get(o.id, NOBODY).earlier for o in acts):
        return True
    return who.attributive and any(not known.get(o.id, NOBODY).earlier for o in told)


def _told_with(event: Event, near: Sequence[Event]) -> str | None:
    """Give harm without doers of its own the type of the means of its sentence: "were killed when a bomb exploded"."""
    if event.action not in HARMS or event.acled not in (ATTACK, CLASH):
        return event.acled
    own = {actor.head.text for actor in event.agents}
    crowds = {VIOLENT, MOB} if not event.agents else set()
    acts = [o for o in near if (o.acled in MEANS | crowds | {EXCESSIVE} or _is_mishap(o)) and o.action not in HARMS]
    with_them = (o for o in acts if own <= {actor.head.text for actor in o.agents} or _is_manner(event, o))
    return next((o.acled for o in with_them), event.acled)


def _is_manner(event: Event, other: Event) -> bool:
    """Whether an act that nobody else is told to do tells how harm was done: "**killed** three with an *air strike*"."""
    start = event.sentence.start
    between = event.sentence.text[event.trigger.end - start : other.trigger.start - start]
    return not other.agents and other.trigger.start > event.trigger.end and bool(patterns.BY_MEANS.fullmatch(between))


def _is_mishap(event: Event) -> bool:
    """Whether a bomb goes off in the hands of those who make it."""
    return event.acled == DISRUPTED and event.action.endswith("Bombing")


def _near(event: Event, events: Sequence[Event]) -> list[Event]:
    """The other events of its sentence."""
    return [other for other in events if other.sentence.start == event.sentence.start and other is not event]


def _behind(event: Event, events: Sequence[Event]) -> list[Event]:
    """The events of the sentence behind its own, with nothing but a blank between."""
    return [other for other in events if 0 <= other.sentence.start - event.sentence.end <= BLANK]


def _of_cause(event: Event, incident: Sequence[Event]) -> str | None:
    """Give an effect the type of what caused it: "killed" by an air strike."""
    labels = {other.acled for other in incident}
    if event.acled == EXPLOSIVE:
        return next((label for label in (SUICIDE, CHEMICAL) if label in labels), EXPLOSIVE)
    if event.acled in (AIR, SHELLING) and CHEMICAL in labels:
        return CHEMICAL
    if event.acled == INTERVENTION and EXCESSIVE in labels:
        return EXCESSIVE
    if event.acled != ATTACK and not (event.acled == DAMAGE and event.rule == "caused"):
        return event.acled
    return next((other.acled for other in incident if other.acled in CAUSES), event.acled)
