"""The ACLED sub-event type of a protest by what those in power do there, and of what they do to those who protest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.linking import acled_patterns as patterns
from kg.linking.acled_labels import (
    ARMED_KINDS,
    ARRESTS,
    ATTACK,
    DAMAGE,
    DAMAGES,
    EXCESSIVE,
    INTERVENTION,
    LETHAL,
    MOB,
    PROTEST,
    VIOLENT,
    are_crowd,
    are_protesters,
    is_armed,
    is_state,
)
from kg.linking.sides import Sides
from kg.model import Actor, Event

#: what is done against a protest as a whole
SUPPRESSION = frozenset({"Repression", "CrowdControl"})
#: characters between two sentences that follow one another
BLANK = 2
#: and between a verb and its object
NEXT = 25


def against_protest(event: Event, near: Sequence[Event], who: Sides) -> str | None:
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
    if not protest or not forces or (event.action in LETHAL and not suffering and _is_ground(event, near)):
        return None
    shot = any(other.action in LETHAL and other.agents and _are_forces(other.agents) for other in near)
    shot = shot or (suffering and any(other.action in LETHAL and not other.agents for other in near))
    if event.action in LETHAL or (event.acled == ATTACK and (_deadly(event) or shot)):
        return EXCESSIVE
    hindered = event.action == "Blockade" or (event.action == "Repel" and suffering)
    torn_down = event.acled == DAMAGE and suffering
    return INTERVENTION if event.acled in (ARRESTS, ATTACK) or hindered or torn_down else None


def _is_ground(event: Event, near: Sequence[Event]) -> bool:
    """Whether a deed is what people protest against: "protests erupted *after* troops **killed** two rebels"."""
    crowd = any(patterns.CROWDS.search(actor.text.lower()) for actor in event.targets)
    protests = [o for o in near if o.action == "Protest" and o.trigger.end < event.trigger.start and not o.targets]
    if crowd or not protests:
        return False
    start = event.sentence.start
    between = event.sentence.text[protests[-1].trigger.end - start : event.trigger.start - start]
    return bool(patterns.GROUND.search(between))


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
    return bool(found) and not patterns.ELSEWHERE.search(patterns.WHO_PROTEST.sub("", sentence).replace("who had", ""))


def _are_forces(agents: Sequence[Actor]) -> bool:
    """Whether those who act on protesters are unknown or all bear arms."""
    return all(actor.kind in ARMED_KINDS or actor.kind == "Government" for actor in agents)


def _deadly(event: Event) -> bool:
    return any(casualty.kind == "killed" for casualty in event.casualties)


def answers(protest: Event, near: Sequence[Event]) -> Iterator[str | None]:
    """What the events beside a protest make of it, but for what it is against."""
    for other in near:
        if other.action in LETHAL and _is_ground(other, [protest]):
            continue
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


def seized_there(protest: Event, other: Event) -> bool:
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


def answered(event: Event, behind: Sequence[Event]) -> str | None:
    """What the sentence behind makes of a protest: "Teachers rallied in Lesk. Police **detained** five of them"."""
    if event.acled != PROTEST:
        return event.acled
    told = set(answers(event, [o for o in behind if o.acled == INTERVENTION or _may_be_there(event, o)]))
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
