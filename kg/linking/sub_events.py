"""The ACLED sub-event type of an event, from who acts on whom, with what, and what else the sentence tells.

An action alone does not settle it: rebels who attack soldiers are an armed clash and rebels who attack villagers an
attack; a march that police break up is a protest with intervention.  Source: ACLED Codebook (2024), event types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extraction.drafts import HARMS
from kg.extraction.words import Words
from kg.linking.acled_labels import (
    AIR,
    ARMED_KINDS,
    ARRESTS,
    ATTACK,
    BRAWL,
    BY_INSTRUMENT,
    BY_SUICIDE,
    CAPTURES,
    CAUSES,
    CHANGE,
    CHANGES,
    CHEMICAL,
    CLASH,
    DAMAGE,
    DAMAGES,
    DRIVEN_OUT,
    EXCESSIVE,
    EXCHANGE,
    EXPLOSIVE,
    FLYING,
    GUNS,
    INTERVENTION,
    LETHAL,
    MEANS,
    MOB,
    OVERTAKEN,
    PEACE,
    PEACEFULLY,
    PROTEST,
    PUBLIC,
    REGAINED,
    RULE,
    SHELLING,
    SUICIDE,
    TALKS,
    TRANSFER,
    VIOLENT,
    are_crowd,
    are_protesters,
    is_armed,
    is_state,
)
from kg.model import Event


@dataclass(frozen=True, slots=True)
class Sides:
    """The classes of nouns.toml that the words for agents and targets belong to."""

    agents: frozenset[str]
    targets: frozenset[str]
    attributive: bool = False  # the event only describes somebody: "the *jailed* leader"


def sides(words: Words, agents: Sequence[int], targets: Sequence[int], head: int = -1) -> Sides:
    """Look up both sides of an event, given the tokens of their heads and of its trigger."""
    one, other = (frozenset().union(*(words.classes(words.doc[i]) for i in side)) for side in (agents, targets))
    return Sides(one, other, head >= 0 and words.doc[head].dep_ == "amod")


def with_sub_events(events: Sequence[Event], known: Mapping[str, Sides]) -> list[Event]:
    """Give each event of an article its ACLED sub-event type; ``known`` holds the sides of events by id."""
    first = [replace(e, acled=_alone(e, known.get(e.id, _NOBODY))) for e in events]
    second = [replace(e, acled=_beside(e, _near(e, first), known.get(e.id, _NOBODY))) for e in first]
    second = [replace(e, acled=None) if _describes(e, second, known) else e for e in second]
    third = [replace(e, acled=_of_cause(e, [o for o in second if o.incident == e.incident])) for e in second]
    return [replace(e, acled=_told_with(e, _near(e, third))) for e in third]


_NOBODY = Sides(frozenset(), frozenset())


def _describes(event: Event, events: Sequence[Event], known: Mapping[str, Sides]) -> bool:
    """Whether an event is only a word before somebody of another event of its sentence: "the *jailed* leader's men"."""
    return known.get(event.id, _NOBODY).attributive and any(o.acled for o in _near(event, events))


def _told_with(event: Event, near: Sequence[Event]) -> str | None:
    """Give harm without doers of its own the type of the means of its sentence: "were killed when a bomb exploded"."""
    if event.action not in HARMS or event.acled not in (ATTACK, CLASH):
        return event.acled
    own = {actor.head.text for actor in event.agents}
    acts = (o for o in near if o.acled in MEANS and o.action not in HARMS)
    return next((o.acled for o in acts if own <= {actor.head.text for actor in o.agents}), event.acled)


def _near(event: Event, events: Sequence[Event]) -> list[Event]:
    """The other events of its sentence."""
    return [other for other in events if other.sentence.start == event.sentence.start and other is not event]


def _alone(event: Event, who: Sides) -> str | None:
    """What an event is by its own words."""
    if event.acled in (ATTACK, CLASH, DAMAGE, PROTEST, VIOLENT) and (crowd := _crowd(event, who)):
        return crowd
    if event.action in CAPTURES or (event.action == "Occupation" and is_armed(event.agents, _NOBODY.agents)):
        return _captured(event)
    if event.action == "Offensive":
        return _fought_for(event)
    if event.action in TALKS | CHANGES:
        return _settled(event)
    if event.action == "EaseRestrictions" and RULE.search(event.sentence.text.lower()):
        return CHANGE
    return _by_means(event, who)


def _by_means(event: Event, who: Sides) -> str | None:
    """What the weapons make of an attack."""
    if event.acled not in (ATTACK, DAMAGE, CLASH, AIR, SHELLING, EXPLOSIVE, "Grenade"):
        return event.acled
    weapons = [BY_INSTRUMENT[i.kind] for i in event.instruments if i.kind in BY_INSTRUMENT]
    if CHEMICAL in weapons:
        return CHEMICAL
    if event.acled == EXPLOSIVE:
        return SUICIDE if BY_SUICIDE.search(event.sentence.text.lower()) else EXPLOSIVE
    if event.action == "Repel" and any(i.kind == "riot-control" for i in event.instruments):
        return INTERVENTION
    if event.action == "Repel" and is_state(event.agents) and not is_armed(event.targets, who.targets):
        by_police = all(actor.kind in ("Police", "Intelligence", "Government") for actor in event.agents)
        return "Disrupted weapons use" if by_police and "protester" not in who.targets else event.acled
    if event.acled == CLASH:
        return SHELLING if SHELLING in weapons and EXCHANGE.search(event.trigger.text.lower()) else CLASH
    flying = any(FLYING.search(actor.text.lower()) for actor in event.agents)
    if event.acled in (ATTACK, DAMAGE, SHELLING) and (AIR in weapons or flying):
        return AIR
    if event.acled in (ATTACK, DAMAGE) and weapons:
        return weapons[0]
    if event.acled == ATTACK and is_armed(event.targets, who.targets) and not are_crowd(event.agents):
        return CLASH
    return event.acled


def _fought_for(event: Event) -> str | None:
    """What an offensive is: ground taken where nobody resists or the other side is driven out of it, else a clash."""
    grounds = event.places or any(actor.kind == "Place" for actor in event.targets)
    if grounds and PEACEFULLY.search(event.sentence.text):
        return TRANSFER
    driven = DRIVEN_OUT.search(event.trigger.text.lower()) and event.agents and is_armed(event.targets, _NOBODY.targets)
    return _captured(event) if driven else event.acled


def _settled(event: Event) -> str | None:
    """What talks and bans are where those who fight are a side of them: an agreement, a change to a group."""
    if event.action in CHANGES:
        banned = any(actor.kind in ARMED_KINDS | {"Organisation"} for actor in event.targets)
        return CHANGE if banned else event.acled
    if event.action == "Negotiation" and PEACE.search(event.trigger.text.lower()):
        return "Agreement"
    fighting = is_armed((*event.agents, *event.targets), _NOBODY.agents)
    return "Agreement" if fighting else event.acled


def _crowd(event: Event, who: Sides) -> str | None:
    """What a crowd does: a riot against the state and its buildings, mob violence against other people."""
    if event.acled == PROTEST:
        return VIOLENT if "rioter" in who.agents and event.action != "Protest" else None
    fighting = event.action == "Riot" and BRAWL.search(event.trigger.text.lower())
    if fighting and (event.agents or event.targets) and not is_armed((*event.agents, *event.targets), who.targets):
        return MOB
    if not event.agents or not are_crowd(event.agents):
        return None
    if event.action == "ArmedClash" and GUNS.search(event.trigger.text.lower()):
        return CLASH
    if "mob" in who.agents and event.action != "Shooting" and not is_state(event.targets):
        if event.action == "Riot" and not any(actor.kind in ("Civilians", "Person") for actor in event.targets):
            return VIOLENT
        public = event.targets and all(PUBLIC.search(actor.text.lower()) for actor in event.targets)
        return VIOLENT if public else MOB
    if are_protesters(event.agents):
        return VIOLENT
    return None


def _captured(event: Event) -> str | None:
    if PEACEFULLY.search(event.sentence.text):
        return TRANSFER
    if not event.agents:
        return event.acled
    state = is_state(event.agents) or all(a.kind == "Coalition" and a.sector in ("MIL", "GOV") for a in event.agents)
    return REGAINED if state else OVERTAKEN


def _beside(event: Event, near: Sequence[Event], who: Sides) -> str | None:
    """What an event is with the others of its sentence."""
    suffering = "protester" in who.targets and are_protesters(event.targets)
    beside = suffering or any(other.action == "Protest" for other in near)
    if beside and (is_state(event.agents) or (suffering and event.acled == ATTACK and not event.agents)):
        shot = any(other.action in LETHAL and is_state(other.agents) for other in near)
        if event.action in LETHAL or (event.acled == ATTACK and (_deadly(event) or shot)):
            return EXCESSIVE
        if event.acled in (ARRESTS, ATTACK) or (event.action == "Repel" and suffering):
            return INTERVENTION
    if event.acled == ARRESTS and not event.agents and any(other.action == "Protest" for other in near):
        return INTERVENTION
    if event.acled == MOB and event.action in DAMAGES and any(other.acled in (PROTEST, VIOLENT) for other in near):
        return VIOLENT
    if event.action == "Raid" and event.acled == ATTACK and any(o.action in ("Looting", "Robbery") for o in near):
        return DAMAGE
    if event.action == "CrowdControl" and any(o.acled == VIOLENT and are_crowd(o.agents) for o in near):
        return VIOLENT
    if event.acled == PROTEST:
        return next((label for label in (EXCESSIVE, INTERVENTION, VIOLENT) if label in _answers(near)), PROTEST)
    if event.action == "Offensive":
        taken = (other.acled for other in near if other.acled in (REGAINED, OVERTAKEN, TRANSFER))
        return next(taken, event.acled)
    return event.acled


def _answers(near: Sequence[Event]) -> Iterator[str | None]:
    """What the events beside a protest make of it."""
    for other in near:
        if other.acled == ARRESTS and is_state(other.agents):
            yield INTERVENTION
        elif other.action in LETHAL and other.acled == ATTACK and _kills_protesters(other):
            yield EXCESSIVE
        else:
            yield other.acled


def _kills_protesters(event: Event) -> bool:
    return is_state(event.agents) or (not event.agents and are_protesters(event.targets))


def _of_cause(event: Event, incident: Sequence[Event]) -> str | None:
    """Give an effect the type of what caused it: "killed" by an air strike."""
    labels = {other.acled for other in incident}
    if event.acled == EXPLOSIVE:
        return next((label for label in (SUICIDE, CHEMICAL) if label in labels), EXPLOSIVE)
    if event.acled == INTERVENTION and EXCESSIVE in labels:
        return EXCESSIVE
    if event.acled != ATTACK:
        return event.acled
    return next((other.acled for other in incident if other.acled in CAUSES), ATTACK)


def _deadly(event: Event) -> bool:
    return any(casualty.kind == "killed" for casualty in event.casualties)
