"""The ACLED sub-event type of what crowds do: riots against those in power, mob violence against other people."""

from __future__ import annotations

from kg.linking import acled_patterns as patterns
from kg.linking.acled_labels import (
    CLASH,
    DAMAGES,
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
from kg.model import Event


def of_crowd(event: Event, who: Sides) -> str | None:
    """What a crowd does: a riot against the state and its buildings, mob violence against other people."""
    if event.acled == PROTEST:
        barricade = event.action == "Obstruction" and patterns.RIOTING.search(event.sentence.text.lower())
        return VIOLENT if barricade or ("rioter" in who.agents and event.action != "Protest") else None
    if brawl := _brawl(event, who):
        return brawl
    parties = event.agents and all(a.kind == "PoliticalParty" for a in (*event.agents, *event.targets))
    if event.action == "ArmedClash" and parties and not patterns.GUNS.search(event.trigger.text.lower()):
        return MOB
    if not event.agents or not are_crowd(event.agents):
        return None
    if event.action == "ArmedClash" and patterns.GUNS.search(event.trigger.text.lower()):
        return CLASH
    lynching = event.action in LETHAL and all(patterns.LYNCHERS.search(actor.text.lower()) for actor in event.agents)
    if event.action in DAMAGES - {"Attack"} and patterns.DEMANDING.search(event.sentence.text.lower()):
        return VIOLENT
    if "mob" in who.agents and event.action != "Shooting" and (lynching or not is_state(event.targets)):
        if _against_neighbours(event):
            return MOB
        if event.action == "Riot" and not any(actor.kind in ("Civilians", "Person") for actor in event.targets):
            return VIOLENT
        public = event.targets and all(patterns.PUBLIC.search(actor.text.lower()) for actor in event.targets)
        return VIOLENT if public or "military-post" in who.targets else MOB
    fights = event.action == "ArmedClash" and is_state(event.targets)
    if fights and who.agents & {"mob", "protester"}:
        return VIOLENT
    if are_protesters(event.agents) or (_against_state(event) and "mob" in who.agents):
        return VIOLENT
    return None


def _brawl(event: Event, who: Sides) -> str | None:
    """What a fight without guns of people who bear no arms is: mob violence, or a riot where they demonstrate."""
    people, trigger = (*event.agents, *event.targets), event.trigger.text.lower()
    mutual = any(patterns.EACH_OTHER.search(actor.text.lower()) for actor in event.targets)
    riot = event.action == "Riot" and (mutual or patterns.BRAWL.search(trigger))
    blows = event.action == "ArmedClash" and (patterns.BLOWS.search(trigger) or patterns.COMMUNAL.search(trigger))
    if event.action in ("ArmedClash", "Riot") and patterns.HOOLIGANS.search(event.sentence.text):
        return None if is_state(people) or patterns.GUNS.search(trigger) else MOB
    riot = riot or (event.action == "Riot" and patterns.CLASHING.match(trigger) and _rivals(event))
    if event.action == "Riot" and not people and patterns.BETWEEN.search(event.sentence.text):
        return MOB
    if not people or not (riot or blows) or is_armed(people, who.targets):
        return None
    return VIOLENT if any(patterns.MARCHERS.search(actor.text.lower()) for actor in people) else MOB


def _against_neighbours(event: Event) -> bool:
    """Whether a crowd that demands nothing goes for houses and shrines of other people: "**burning** *40 houses*"."""
    private = event.targets and all(patterns.PRIVATE.search(actor.text.lower()) for actor in event.targets)
    return bool(private) and not patterns.DEMANDING.search(event.sentence.text.lower())


def _rivals(event: Event) -> bool:
    """Whether people of two groups clash, and no crowd with the police: "between *supporters* of the two parties"."""
    people = (*event.agents, *event.targets)
    told = all(patterns.RIVALS.search(actor.text.lower()) for actor in people)
    return bool(people) and told and " police" not in event.sentence.text


def _against_state(event: Event) -> bool:
    """Whether a crowd goes for those in power or what is theirs, without guns."""
    shot = event.action in ("Shooting", "ArmedClash") or any(i.kind == "small-arms" for i in event.instruments)
    return not shot and is_state(event.targets) and event.action not in LETHAL


def is_lynching(event: Event, who: Sides) -> bool:
    """Whether people turn on one of them: "*neighbours* **beat** a thief", "was **lynched**"."""
    if patterns.LYNCHING.search(event.trigger.text.lower()):
        return True
    lethal = event.action in LETHAL - {"Shooting"} and "mob" in who.agents
    if lethal and all(patterns.LYNCHERS.search(actor.head.text.lower()) for actor in event.agents):
        return True
    if event.action != "Beating" or "mob" not in who.agents:
        return False
    alone = not is_armed(event.targets, who.targets) or not patterns.DEMANDING.search(event.sentence.text.lower())
    return alone and not are_protesters(event.agents)
