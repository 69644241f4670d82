"""The ACLED sub-event type of an event with what else its sentence and the one behind tell."""

from __future__ import annotations

from collections.abc import Sequence

from kg.linking import acled_patterns as patterns
from kg.linking.acled_labels import (
    ABDUCTION,
    AIR,
    ARMED_KINDS,
    ARRESTS,
    ATTACK,
    BASE,
    DAMAGE,
    DAMAGES,
    DISRUPTED,
    EXCESSIVE,
    EXPLOSIVE,
    GRENADE,
    INTERVENTION,
    LETHAL,
    MOB,
    OVERTAKEN,
    PROTEST,
    REGAINED,
    SEXUAL,
    SHELLING,
    STATE_KINDS,
    TRANSFER,
    VIOLENT,
    are_crowd,
    is_armed,
    is_state,
)
from kg.linking.acled_protests import against_protest, answers, seized_there
from kg.linking.sides import NOBODY, Sides
from kg.model import Event
from kg.ontology.groupings import HARMS


def beside(event: Event, near: Sequence[Event], who: Sides) -> str | None:
    """What an event is with the others of its sentence."""
    if against := against_protest(event, near, who):
        return against
    if event.action in ("Occupation", "Offensive", "Deployment", "TerritoryCapture") and _settled_in(event, near):
        return BASE
    if event.acled in (ABDUCTION, ARRESTS, ATTACK) and _violated(event, near):
        return SEXUAL
    if event.action == "Arrest" or event.acled == ABDUCTION:
        return _seized(event, near)
    if event.acled in (SHELLING, AIR) and not event.targets and patterns.INTERCEPTED.search(event.sentence.text):
        return DISRUPTED
    if event.acled in (EXPLOSIVE, DISRUPTED):
        return _explosives(event, near)
    if event.acled == PROTEST:
        told = set(answers(event, near))
        told |= {INTERVENTION for other in near if seized_there(event, other)}
        return next((label for label in (EXCESSIVE, INTERVENTION, VIOLENT) if label in told), PROTEST)
    return _violence(event, near)


def _settled_in(event: Event, near: Sequence[Event]) -> bool:
    """Whether those who come to a building stay in it: "**occupied** the clinic and *made it their base*"."""
    own = {actor.head.start for actor in event.agents} | {
        actor.antecedent.start for actor in event.agents if actor.antecedent
    }
    bases = [o for o in near if o.action == "BaseEstablishment" and o.trigger.start > event.trigger.end]
    return any(own & {(a.antecedent or a.head).start for a in o.agents} for o in bases)


def _seized(event: Event, near: Sequence[Event]) -> str | None:
    """What seizing somebody is with what follows: he is killed, or lynched, or it ends a protest."""
    if event.action == "Arrest" and are_crowd(event.agents) and any(other.acled == MOB for other in near):
        return MOB
    lethal = [other for other in near if other.action in LETHAL]
    if event.acled == ABDUCTION and any(
        _same_people(event, other) or event.incident == other.incident for other in lethal
    ):
        return ATTACK
    if event.acled == ARRESTS and any(_same_people(event, other) for other in lethal):
        return ATTACK
    held = event.action == "Abduction" and event.trigger.text.lower().startswith("held")
    if held and any(other.action == "PrisonerRelease" and _same_people(event, other) for other in near):
        return "Agreement"  # "six men **held** by rebels were freed"
    if event.acled == ARRESTS and patterns.VANISHED.search(event.sentence.text):
        return ABDUCTION
    there = any(other.action == "Protest" for other in near) or patterns.AT_PROTEST.search(event.sentence.text)
    soft = event.acled == ARRESTS or (event.acled == ABDUCTION and patterns.TAKEN.match(event.trigger.text.lower()))
    if soft and not event.agents and there:
        return INTERVENTION
    return event.acled


def _violence(event: Event, near: Sequence[Event]) -> str | None:
    """What violence is beside looting, a riot, the taking of ground."""
    if event.acled in (DAMAGE, ATTACK) and event.action not in LETHAL and _raped_by_them(event, near):
        return SEXUAL
    if event.acled == GRENADE and are_crowd(event.agents) and patterns.WHILE.search(event.sentence.text):
        return VIOLENT
    if event.acled == DAMAGE and _at_protest(event, near) and not _bears_arms(event):
        return VIOLENT
    rioted = event.action in DAMAGES and not event.agents and event.acled == DAMAGE
    if rioted and any(o.acled == VIOLENT and o.action in DAMAGES | {"Riot"} for o in near):
        return VIOLENT  # "flared into *arson* when the crowd set coaches on fire"
    if event.acled == MOB and event.action in DAMAGES and any(other.acled in (PROTEST, VIOLENT) for other in near):
        return VIOLENT
    if event.acled == ATTACK and _robs(event) and any(o.action in ("Looting", "Robbery") for o in near):
        return DAMAGE
    if event.action == "Raid" and event.acled == ATTACK and is_state(event.agents):
        return next((o.acled for o in near if o.acled in (ARRESTS, DISRUPTED)), ATTACK)
    if event.action == "CrowdControl" and any(o.acled == VIOLENT and are_crowd(o.agents) for o in near):
        return VIOLENT
    return _gone_in(event, near) if event.action == "Offensive" else event.acled


def _at_protest(event: Event, near: Sequence[Event]) -> bool:
    """Whether something is destroyed in the course of a protest: "**torched** the court *during a march*"."""
    sentence = event.sentence.text
    behind = any(o.action == "Protest" and o.trigger.start > event.trigger.start for o in near)
    return bool((behind and patterns.WHILE.search(sentence)) or patterns.MEANWHILE.search(sentence.lower()))


def _robs(event: Event) -> bool:
    """Whether what is attacked is only things that somebody may want: "attacked *a lorry*"."""
    people = any(actor.kind in ("Civilians", "Person") for actor in event.targets)
    return event.action == "Raid" or (event.action == "Attack" and bool(event.targets) and not people)


def _gone_in(event: Event, near: Sequence[Event]) -> str | None:
    """What an offensive comes to: ground that is taken; what is done to people where nobody armed is met."""
    taken = next((o.acled for o in near if o.acled in (REGAINED, OVERTAKEN, TRANSFER)), None)
    if taken or not patterns.ENTERED.search(event.trigger.text.lower()) or is_armed(event.targets, NOBODY.targets):
        return taken or event.acled
    return next((o.acled for o in near if o.acled in (SEXUAL, ABDUCTION, ATTACK, DAMAGE)), event.acled)


def _violated(event: Event, near: Sequence[Event]) -> bool:
    """Whether those who are seized or attacked are raped as well."""
    return any(other.acled == SEXUAL and _same_people(event, other) for other in near)


def _explosives(event: Event, near: Sequence[Event]) -> str:
    """What a bomb that is found comes to: made harmless, or the death of those who work on it."""
    if event.acled == EXPLOSIVE:
        found = patterns.PLANTED.search(event.trigger.text.lower())
        return DISRUPTED if found and any(other.action == "WeaponsDisruption" for other in near) else EXPLOSIVE
    own = {actor.head.start for actor in event.agents}
    hurt = (a for other in near if other.action in HARMS for a in other.targets)
    return EXPLOSIVE if any(a.head.start in own for a in hurt) else DISRUPTED


def _raped_by_them(event: Event, near: Sequence[Event]) -> bool:
    """Whether those who attack or loot rape as well: "broke into a house, robbed the family and **raped** two girls"."""
    own = {actor.head.start for actor in event.agents}
    return any(other.acled == SEXUAL and own & {a.head.start for a in other.agents} for other in near)


def _bears_arms(event: Event) -> bool:
    return any(actor.kind in ARMED_KINDS | STATE_KINDS for actor in event.agents)


def _same_people(one: Event, other: Event) -> bool:
    """Whether two acts are done to the same people: "abducted and killed *a trader*", "seized *six men* and shot *them*"."""
    suffering = {start for actor in one.targets for start in (actor.head.start, actor.start)}
    return any((actor.antecedent or actor.head).start in suffering for actor in other.targets)
