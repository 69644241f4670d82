"""The ACLED sub-event type of an event with what else its sentence and the one behind tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.linking import acled_patterns as patterns
from kg.linking.acled_labels import (
    ABDUCTION,
    AIR,
    ARMED_KINDS,
    ARRESTS,
    ATTACK,
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
    are_protesters,
    is_armed,
    is_state,
)
from kg.linking.sides import NOBODY, Sides
from kg.model import Actor, Event
from kg.ontology.groupings import HARMS

#: what is done against a protest as a whole
SUPPRESSION = frozenset({"Repression", "CrowdControl"})
#: characters between two sentences that follow one another
BLANK = 2
#: and between a verb and its object
NEXT = 25


def beside(event: Event, near: Sequence[Event], who: Sides) -> str | None:
    """What an event is with the others of its sentence."""
    if against := _against_protest(event, near, who):
        return against
    if event.acled in (ABDUCTION, ARRESTS, ATTACK) and _violated(event, near):
        return SEXUAL
    if event.action == "Arrest" or event.acled == ABDUCTION:
        return _seized(event, near)
    if event.acled in (SHELLING, AIR) and not event.targets and patterns.INTERCEPTED.search(event.sentence.text):
        return DISRUPTED
    if event.acled in (EXPLOSIVE, DISRUPTED):
        return _explosives(event, near)
    if event.acled == PROTEST:
        told = set(_answers(near))
        told |= {INTERVENTION for other in near if _seized_there(event, other)}
        return next((label for label in (EXCESSIVE, INTERVENTION, VIOLENT) if label in told), PROTEST)
    return _violence(event, near)


def _against_protest(event: Event, near: Sequence[Event], who: Sides) -> str | None:
    """What those who bear arms do to protesters; None where nobody protests."""
    suffering = "protester" in who.targets and are_protesters(event.targets)
    suffering = suffering or any(patterns.PROTEST_SITE.search(actor.text.lower()) for actor in event.targets)
    suffering = suffering or (event.acled == ATTACK and _is_at(event, near))
    fired_at = event.action in LETHAL and any(patterns.CROWDS.search(actor.text.lower()) for actor in event.targets)
    suffering = suffering or (fired_at and is_state(event.agents))
    seized = event.action in ("Arrest", "Beating") and bool(patterns.AT_PROTEST.search(event.sentence.text))
    seized = seized or (event.acled == ARRESTS and _stand_up(event))
    shot_at = event.action in LETHAL and not is_armed(event.targets, who.targets) and _stand_up(event)
    protest = suffering or seized or shot_at or any(o.action == "Protest" or o.acled == PROTEST for o in near)
    forces = is_state(event.agents) or (event.action == "Arrest" and not event.agents and are_protesters(event.targets))
    forces = forces or (suffering and event.acled == ATTACK and _are_forces(event.agents))
    if not protest or not forces:
        return None
    shot = any(other.action in LETHAL and other.agents and _are_forces(other.agents) for other in near)
    shot = shot or (suffering and any(other.action in LETHAL and not other.agents for other in near))
    if event.action in LETHAL or (event.acled == ATTACK and (_deadly(event) or shot)):
        return EXCESSIVE
    hindered = event.action == "Blockade" or (event.action == "Repel" and suffering)
    torn_down = event.acled == DAMAGE and suffering
    return INTERVENTION if event.acled in (ARRESTS, ATTACK) or hindered or torn_down else None


def _is_at(event: Event, near: Sequence[Event]) -> bool:
    """Whether what is attacked is a protest: "gunmen **attacked** *a sit-in*"."""
    if event.action not in ("Attack", "Raid", "Shooting", "Beating") or event.targets:
        return False
    starts = (
        other.trigger.start - event.trigger.end for other in near if other.action == "Protest" and not other.agents
    )
    return any(0 < start < NEXT for start in starts)


def _stand_up(event: Event) -> bool:
    """Whether people stand up for something in the sentence, not elsewhere: "seized *marchers*", "fired at men *chanting*"."""
    sentence = event.sentence.text.lower()
    found = patterns.STANDING_UP.search(sentence)
    return bool(found) and not patterns.ELSEWHERE.search(sentence.replace("who had", ""))


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
    if event.acled == ARRESTS and patterns.VANISHED.search(event.sentence.text):
        return ABDUCTION
    there = any(other.action == "Protest" for other in near) or patterns.AT_PROTEST.search(event.sentence.text)
    soft = event.acled == ARRESTS or (event.acled == ABDUCTION and patterns.TAKEN.match(event.trigger.text.lower()))
    if soft and not event.agents and there:
        return INTERVENTION
    return event.acled


def _seized_there(protest: Event, other: Event) -> bool:
    """Whether people are arrested at a protest told before, by whom is not told: "held a rally; six were **arrested**"."""
    if (
        other.acled not in (ARRESTS, INTERVENTION)
        or other.action != "Arrest"
        or other.rule != "passive"
        or other.agents
    ):
        return False
    between = protest.sentence.text[
        protest.trigger.end - protest.sentence.start : other.trigger.start - protest.sentence.start
    ]
    return protest.trigger.end < other.trigger.start and not patterns.ELSEWHERE.search(between)


def _violence(event: Event, near: Sequence[Event]) -> str | None:
    """What violence is beside looting, a riot, the taking of ground."""
    if event.acled in (DAMAGE, ATTACK) and event.action not in LETHAL and _raped_by_them(event, near):
        return SEXUAL
    if event.acled == GRENADE and are_crowd(event.agents) and patterns.WHILE.search(event.sentence.text):
        return VIOLENT
    at_protest = any(o.action == "Protest" and o.trigger.start > event.trigger.start for o in near)
    if event.acled == DAMAGE and at_protest and patterns.WHILE.search(event.sentence.text) and not _bears_arms(event):
        return VIOLENT
    rioted = event.action in DAMAGES and not event.agents and event.acled == DAMAGE
    if rioted and any(o.acled == VIOLENT and o.action in DAMAGES for o in near):
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


def _are_forces(agents: Sequence[Actor]) -> bool:
    """Whether those who act on protesters are unknown or all bear arms."""
    return all(actor.kind in ARMED_KINDS or actor.kind == "Government" for actor in agents)


def _same_people(one: Event, other: Event) -> bool:
    """Whether two acts are done to the same people: "abducted and killed *a trader*", "seized *six men* and shot *them*"."""
    suffering = {start for actor in one.targets for start in (actor.head.start, actor.start)}
    return any((actor.antecedent or actor.head).start in suffering for actor in other.targets)


def _answers(near: Sequence[Event]) -> Iterator[str | None]:
    """What the events beside a protest make of it."""
    for other in near:
        if (other.acled == ARRESTS or other.action == "Expulsion") and is_state(other.agents):
            yield INTERVENTION
        elif other.acled == MOB and other.action in DAMAGES:
            yield VIOLENT
        elif other.action in LETHAL and other.acled == ATTACK and _kills_protesters(other):
            yield EXCESSIVE
        else:
            yield other.acled


def _kills_protesters(event: Event) -> bool:
    return is_state(event.agents) or (not event.agents and are_protesters(event.targets))


def of_answer(event: Event, near: Sequence[Event]) -> str | None:
    """What a protest and its end are with what those in power do there: "the sit-in was **ended** by guards who beat them"."""
    if event.action == "Killing" and not event.agents and event.acled == ATTACK:
        return EXCESSIVE if any(o.acled == INTERVENTION and o.action in SUPPRESSION for o in near) else ATTACK
    if event.acled == INTERVENTION and event.action in SUPPRESSION:
        killed = any(o.action in LETHAL and o.acled in (ATTACK, EXCESSIVE) and not are_crowd(o.agents) for o in near)
        return EXCESSIVE if killed else INTERVENTION
    if event.acled == PROTEST and event.action == "Protest":
        return next((label for label in (EXCESSIVE, INTERVENTION) if any(o.acled == label for o in near)), PROTEST)
    return event.acled


def _deadly(event: Event) -> bool:
    return any(casualty.kind == "killed" for casualty in event.casualties)


def answered(event: Event, behind: Sequence[Event]) -> str | None:
    """What the sentence behind makes of a protest: "Teachers rallied in Lesk. Police **detained** five of them"."""
    if event.acled != PROTEST:
        return event.acled
    told = set(_answers([o for o in behind if o.acled == INTERVENTION or _may_be_there(event, o)]))
    return next((label for label in (EXCESSIVE, INTERVENTION, VIOLENT) if label in told), PROTEST)


def answers_protest(event: Event, events: Sequence[Event]) -> bool:
    """Whether protesters of the sentence before are arrested: "Monks tried to rally. Police **detained** three of them".

    So are people whom those seize who act on a crowd in the same sentence: "police *beat demonstrators* and **detained** 140".
    """
    hurt = event.action == "Wounding" and event.acled == ATTACK
    if not (hurt or event.acled == ARRESTS) or not is_state(event.agents):
        return False
    own = {actor.head.start for actor in event.agents}
    here = [o for o in events if o.sentence == event.sentence and o.acled in (INTERVENTION, EXCESSIVE)]
    if any(own & {actor.head.start for actor in o.agents} for o in here):
        return True
    if hurt or not any(a.antecedent for a in event.targets):
        return False
    return any(o.action == "Protest" and 0 <= event.sentence.start - o.sentence.end <= BLANK for o in events)


def _may_be_there(protest: Event, other: Event) -> bool:
    """Whether what is told behind a protest may befall those who protest, or be done by them: "five of them", "12 people"."""
    here, there = ({place.name for place in event.places} for event in (protest, other))
    if here and there and not here & there:
        return False
    people = (*other.targets, *(other.agents if other.acled == VIOLENT else ()))
    return any(a.antecedent or (a.name is None and a.kind in ("Civilians", "Person", None)) for a in people)
