"""The ACLED sub-event type of an event, from who acts on whom, with what, and what else the sentence tells.

An action alone does not settle it: rebels who attack soldiers are an armed clash and rebels who attack villagers an
attack; a march that police break up is a protest with intervention.  Source: ACLED Codebook (2024), event types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extraction.words import Words
from kg.model import Actor, Event

ATTACK, CLASH = "Attack", "Armed clash"
PROTEST, INTERVENTION = "Peaceful protest", "Protest with intervention"
EXCESSIVE, VIOLENT, MOB = "Excessive force against protestors", "Violent demonstration", "Mob violence"
DAMAGE, ARRESTS = "Looting/property destruction", "Arrests"
REGAINED, OVERTAKEN = "Government regains territory", "Non-state actor overtakes territory"
TRANSFER = "Non-violent transfer of territory"
SUICIDE, CHEMICAL = "Suicide bomb", "Chemical weapon"
AIR, SHELLING, EXPLOSIVE = "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"
#: what a weapon makes of an attack, the first that is named
BY_INSTRUMENT = {
    "chemical": CHEMICAL,
    "suicide-vest": SUICIDE,
    "aircraft": AIR,
    "helicopter": AIR,
    "drone": AIR,
    "grenade": "Grenade",
    "artillery": SHELLING,
    "mortar": SHELLING,
    "rocket": SHELLING,
    "missile": SHELLING,
    "cruise-missile": SHELLING,
    "bomb": EXPLOSIVE,
    "explosive": EXPLOSIVE,
    "roadside-bomb": EXPLOSIVE,
    "vehicle-bomb": EXPLOSIVE,
    "landmine": EXPLOSIVE,
}
#: what an effect ("killed", "wounded") takes over from its cause
_CAUSES = frozenset(
    {*BY_INSTRUMENT.values(), CLASH, EXCESSIVE, VIOLENT, MOB, "Sexual violence", "Abduction/forced disappearance"}
)
_CAPTURES = frozenset({"TerritoryCapture", "TerritoryRecapture"})
_LETHAL = frozenset({"Killing", "Shooting", "ExcessiveForce", "Massacre", "Execution", "Assassination"})
_ARMED_KINDS = frozenset({"Military", "Police", "ArmedGroup", "Militia", "Coalition", "Intelligence"})
_STATE_KINDS = frozenset({"Military", "Police", "Government", "Intelligence"})
_CROWD_SECTORS = frozenset({"PRO", "CVL", "EDU", "LAB", "OPP", None})
_PEACEFULLY = re.compile(r"\bwithout (?:a |any |firing a |offering )?(?:fight|fighting|resistance|shot|combat)\b")

_PEACE = re.compile(r"\b(?:peace|ceasefire|cease-fire|truce)\b")


@dataclass(frozen=True, slots=True)
class Sides:
    """The classes of nouns.toml that the words for agents and targets belong to."""

    agents: frozenset[str]
    targets: frozenset[str]


def sides(words: Words, agents: Sequence[int], targets: Sequence[int]) -> Sides:
    """Look up both sides of an event, given the tokens of their heads."""
    one, other = (frozenset().union(*(words.classes(words.doc[i]) for i in side)) for side in (agents, targets))
    return Sides(one, other)


def with_sub_events(events: Sequence[Event], known: Mapping[str, Sides]) -> list[Event]:
    """Give each event of an article its ACLED sub-event type; ``known`` holds the sides of events by id."""
    first = [replace(e, acled=_alone(e, known.get(e.id, _NOBODY))) for e in events]
    second = [replace(e, acled=_beside(e, _near(e, first), known.get(e.id, _NOBODY))) for e in first]
    return [replace(e, acled=_of_cause(e, [o for o in second if o.incident == e.incident])) for e in second]


_NOBODY = Sides(frozenset(), frozenset())


def _near(event: Event, events: Sequence[Event]) -> list[Event]:
    """The other events of its sentence."""
    return [other for other in events if other.sentence.start == event.sentence.start and other is not event]


def _alone(event: Event, who: Sides) -> str | None:
    """What an event is by its own words."""
    if event.acled in (ATTACK, CLASH, DAMAGE, PROTEST, VIOLENT) and (crowd := _crowd(event, who)):
        return crowd
    if event.action in _CAPTURES:
        return _captured(event)
    if "suicide" in " ".join([event.trigger.text, *(i.text for i in event.instruments)]).lower() and (
        event.acled == EXPLOSIVE
    ):
        return SUICIDE
    if event.action == "Negotiation" and _PEACE.search(event.trigger.text.lower()):
        return "Agreement"
    if event.acled == ATTACK:
        weapon = next((BY_INSTRUMENT[i.kind] for i in event.instruments if i.kind in BY_INSTRUMENT), None)
        if weapon:
            return weapon
        if _armed(event.targets, who.targets) and not _crowd_only(event.agents):
            return CLASH
    return event.acled


def _crowd(event: Event, who: Sides) -> str | None:
    """What a crowd does: a riot against the state and its buildings, mob violence against other people."""
    if event.acled == PROTEST:
        return VIOLENT if "rioter" in who.agents and event.action != "Protest" else None
    if not event.agents or not _crowd_only(event.agents):
        return None
    if "mob" in who.agents and event.action != "Shooting" and not _state(event.targets):
        if event.action == "Riot" and not any(actor.kind in ("Civilians", "Person") for actor in event.targets):
            return VIOLENT
        return MOB
    if _protesters(event.agents):
        return VIOLENT
    return None


def _captured(event: Event) -> str | None:
    if _PEACEFULLY.search(event.sentence.text):
        return TRANSFER
    if not event.agents:
        return event.acled
    state = _state(event.agents) or all(a.kind == "Coalition" and a.sector in ("MIL", "GOV") for a in event.agents)
    return REGAINED if state else OVERTAKEN


def _beside(event: Event, near: Sequence[Event], who: Sides) -> str | None:
    """What an event is with the others of its sentence."""
    suffering = "protester" in who.targets and _protesters(event.targets)
    beside = suffering or any(other.action == "Protest" for other in near)
    if beside and (_state(event.agents) or (suffering and event.acled == ATTACK and not event.agents)):
        if event.action in _LETHAL or (event.acled == ATTACK and _deadly(event)):
            return EXCESSIVE
        if event.acled in (ARRESTS, ATTACK):
            return INTERVENTION
    if event.acled == PROTEST:
        return next((label for label in (EXCESSIVE, INTERVENTION, VIOLENT) if label in _answers(near)), PROTEST)
    if event.action == "Offensive":
        taken = (other.acled for other in near if other.acled in (REGAINED, OVERTAKEN, TRANSFER))
        return next(taken, event.acled)
    return event.acled


def _answers(near: Sequence[Event]) -> Iterator[str | None]:
    """What the events beside a protest make of it."""
    for other in near:
        if other.acled == ARRESTS and _state(other.agents):
            yield INTERVENTION
        elif other.action in _LETHAL and other.acled == ATTACK and _kills_protesters(other):
            yield EXCESSIVE
        else:
            yield other.acled


def _kills_protesters(event: Event) -> bool:
    return _state(event.agents) or (not event.agents and _protesters(event.targets))


def _of_cause(event: Event, incident: Sequence[Event]) -> str | None:
    """Give an effect the type of what caused it: "killed" by an air strike."""
    if event.acled != ATTACK:
        return event.acled
    return next((other.acled for other in incident if other.acled in _CAUSES), ATTACK)


def _deadly(event: Event) -> bool:
    return any(casualty.kind == "killed" for casualty in event.casualties)


def _armed(actors: Sequence[Actor], classes: frozenset[str]) -> bool:
    """Whether those who suffer carry arms: soldiers, fighters, a checkpoint."""
    return any(actor.kind in _ARMED_KINDS for actor in actors) or "military-post" in classes


def _state(actors: Sequence[Actor]) -> bool:
    return any(actor.kind in _STATE_KINDS for actor in actors)


def _protesters(actors: Sequence[Actor]) -> bool:
    return any(actor.sector == "PRO" for actor in actors)


def _crowd_only(actors: Sequence[Actor]) -> bool:
    """Whether all are unarmed people."""
    return bool(actors) and all(a.kind == "Civilians" and a.sector in _CROWD_SECTORS for a in actors)
