"""The ACLED sub-event type of an event by its own words: who acts on whom, with what.

Source: ACLED Codebook (2024), event types.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.linking import acled_patterns as patterns
from kg.linking.acled_crowds import is_lynching, of_crowd
from kg.linking.acled_labels import (
    ABDUCTION,
    AIR,
    ARMED_KINDS,
    ARRESTS,
    ATTACK,
    BY_INSTRUMENT,
    CHANGE,
    CHANGES,
    CHEMICAL,
    CLASH,
    CROWD_SECTORS,
    DAMAGE,
    DEMANDS,
    DISRUPTED,
    EXPLOSIVE,
    GRENADE,
    INTERVENTION,
    MOB,
    OTHER,
    OVERTAKEN,
    POSTS,
    PROTEST,
    REGAINED,
    SHELLING,
    SUICIDE,
    TALKS,
    TRANSFER,
    VIOLENT,
    are_crowd,
    are_unarmed,
    is_armed,
    is_state,
)
from kg.linking.sides import NOBODY, Sides
from kg.model import Actor, Event
from kg.ontology.groupings import ARMED_GROUPS, CAPTURES, HARMS


def alone(event: Event, who: Sides) -> str | None:
    """What an event is by its own words."""
    if event.acled == ARRESTS and "mob" in who.agents and any(patterns.CULPRIT.search(a.text) for a in event.targets):
        return MOB
    if event.acled == ARRESTS and event.agents and not _may_arrest(event.agents):
        return event.acled if patterns.FORMAL.search(event.trigger.text.lower()) else ABDUCTION
    if event.action == "Killing" and not event.agents and _is_find(event):
        return OTHER
    if taken := _taken(event):
        return taken
    if is_lynching(event, who):
        return MOB
    if event.action in DEMANDS and are_crowd(event.agents) and patterns.PUBLICLY.search(event.sentence.text):
        return PROTEST
    if event.acled in (ATTACK, CLASH, DAMAGE, PROTEST, VIOLENT) and (crowd := of_crowd(event, who)):
        return crowd
    if event.action in CAPTURES or (event.action == "Occupation" and is_armed(event.agents, NOBODY.agents)):
        return _captured(event)
    if event.action == "Offensive" or (
        event.action in ("Expulsion", "Coup") and is_armed(event.targets, NOBODY.targets)
    ):
        return _fought_for(event)
    if event.action == "Invasion" and any(a.kind in ARMED_GROUPS for a in event.agents) and not _meets_arms(event, who):
        return ATTACK
    if event.action in CHANGES | {"MartialLaw"} and patterns.DISSOLVING.search(event.sentence.text.lower()):
        return OTHER if not event.agents or is_state(event.agents) else event.acled
    if event.action == "Repression" and any(a.kind in ARMED_GROUPS | {"CriminalGroup"} for a in event.targets):
        return CLASH
    if event.action in TALKS | CHANGES:
        return _settled(event)
    if event.action in POSTS and any(a.kind in ARMED_GROUPS for a in (*event.agents, *event.targets)):
        return CHANGE
    if event.action == "EaseRestrictions" and patterns.RULE.search(event.sentence.text.lower()):
        return CHANGE
    return _by_means(event, who)


def _taken(event: Event) -> str | None:
    """What taking somebody along is by those who may arrest: "*intelligence agents* **picked up** a writer"."""
    by_right = event.agents and all(actor.kind in ("Police", "Intelligence", "Government") for actor in event.agents)
    soft = event.action == "Abduction" and patterns.TAKEN.match(event.trigger.text.lower())
    return ARRESTS if by_right and soft else None


def _is_find(event: Event) -> bool:
    """Whether the dead of another time come to light: "a *mass grave* was **found**"."""
    found = patterns.FINDING.search(event.trigger.text.lower())
    return bool(found and patterns.GRAVES.search(event.sentence.text.lower()))


def _may_arrest(agents: Sequence[Actor]) -> bool:
    """Whether any of those who seize somebody can be of the state; of named people and bodies it is not known."""
    return any(a.kind not in ARMED_GROUPS and (a.kind != "Civilians" or a.sector not in CROWD_SECTORS) for a in agents)


def _by_means(event: Event, who: Sides) -> str | None:
    """What the weapons make of an attack."""
    if event.acled not in (ATTACK, DAMAGE, CLASH, AIR, SHELLING, EXPLOSIVE, GRENADE):
        return event.acled
    weapons = _weapons(event)
    armed = weapons or any(patterns.ARMS.search(actor.text.lower()) for actor in event.targets)
    if event.action == "Seizure" and (armed or patterns.LADEN.search(event.sentence.text)):
        return DISRUPTED
    if CHEMICAL in weapons:
        return CHEMICAL
    if event.acled == EXPLOSIVE:
        return _exploded(event)
    if event.action == "Repel" and (answer := _repelled(event, who)):
        return answer
    if event.acled == CLASH:
        if event.action == "Ambush" and are_unarmed(event.targets) and not is_armed(event.targets, who.targets):
            return ATTACK
        trigger = event.trigger.text.lower()
        heavy = SHELLING in weapons or patterns.HEAVY.search(trigger)
        return SHELLING if heavy and patterns.EXCHANGE.search(trigger) else CLASH
    if event.acled in (ATTACK, DAMAGE, SHELLING) and (AIR in weapons or _from_air(event)):
        return AIR
    if event.acled in (ATTACK, DAMAGE) and weapons:
        return weapons[0]
    if event.acled in (ATTACK, AIR, SHELLING) and _of_gas(event.sentence.text.lower()):
        return CHEMICAL
    return _attacked(event, who) if event.acled == ATTACK else event.acled


def _of_gas(sentence: str) -> bool:
    """Whether gas is fired or breathed: "*shells with sarin*", "12 *suffocated* after a *chlorine* attack"."""
    breathed = patterns.GAS.search(sentence) and patterns.BREATHED.search(sentence)
    return bool(breathed or patterns.GAS_SHELL.search(sentence))


def _exploded(event: Event) -> str:
    """What an explosion is: of a bomber's own bomb, of one made harmless, thrown by hand, else of a planted one."""
    if patterns.PREMATURE.search(event.sentence.text.lower()):
        return DISRUPTED
    if _by_suicide(event):
        return SUICIDE
    controlled = is_state(event.agents) and patterns.CONTROLLED.search(event.sentence.text)
    if controlled or (not event.agents and "controlled" in event.sentence.text):
        return DISRUPTED
    return GRENADE if patterns.THROWN.search(event.trigger.text.lower()) else EXPLOSIVE


def _repelled(event: Event, who: Sides) -> str | None:
    """What keeping somebody off is where nobody armed is kept off: a crowd by riot police, an attack that police prevent."""
    if any(i.kind == "riot-control" for i in event.instruments):
        return INTERVENTION
    if not is_state(event.agents) or is_armed(event.targets, who.targets):
        return None
    by_police = all(actor.kind in ("Police", "Intelligence", "Government") for actor in event.agents)
    return DISRUPTED if by_police and "protester" not in who.targets else event.acled


def _attacked(event: Event, who: Sides) -> str:
    """What an attack with no weapon told is: a suicide bomber's, a fight of armed people, else an attack."""
    if _dies_in_it(event):
        return SUICIDE
    if is_armed(event.targets, who.targets) and not are_crowd(event.agents):
        return CLASH
    return CLASH if patterns.ANSWER.search(event.trigger.text.lower()) else ATTACK


def _by_suicide(event: Event) -> bool:
    """Whether who sets off a bomb dies with it: words of suicide, a vehicle driven at somebody, a bomber's own car."""
    sentence = event.sentence.text.lower()
    told = patterns.BY_SUICIDE.search(sentence) or patterns.ON_BODY.search(sentence)
    told = told or patterns.DRIVEN.match(event.trigger.text.lower())
    own = any(patterns.OWN_BOMB.search(actor.text.lower()) for actor in event.targets)
    own = own or bool(patterns.OWN_EXPLOSIVES.search(sentence))
    singles = bool(event.agents) and all(patterns.SINGLE.search(actor.head.text.lower()) for actor in event.agents)
    carried = patterns.OWN_EXPLOSIVES.search(sentence) or patterns.WORN.search(sentence)
    planted = patterns.PLANTED.search(sentence)
    return bool(told) or (own and _bombers(event)) or (singles and bool(carried) and not planted)


def _dies_in_it(event: Event) -> bool:
    """Whether who attacks drives a bomb at somebody, or is a bomber or not told beside words of suicide."""
    sentence, driven = event.sentence.text.lower(), patterns.DRIVEN.match(event.trigger.text.lower())
    if patterns.ON_BODY.search(sentence) and not is_state(event.agents):
        return True
    if not patterns.BY_SUICIDE.search(sentence):
        return bool(driven and patterns.LADEN.search(sentence))
    suffering = any(patterns.BOMBER.search(actor.text.lower()) for actor in event.targets)
    unknown = event.action in HARMS and not event.agents and not suffering
    return _bombers(event) or unknown or bool(driven)


def _bombers(event: Event) -> bool:
    return any(actor.head.text.lower() in ("bomber", "bombers") for actor in event.agents)


def _from_air(event: Event) -> bool:
    flying = any(patterns.FLYING.search(actor.text.lower()) for actor in event.agents)
    return flying or bool(patterns.FROM_AIR.search(event.sentence.text))


def _weapons(event: Event) -> list[str]:
    """What the weapons named make of an attack; rocket launchers beside rifles make no shelling of a fight."""
    kinds = [i.kind for i in event.instruments]
    found = [BY_INSTRUMENT[kind] for kind in kinds if kind in BY_INSTRUMENT]
    return [label for label in found if label != SHELLING] if "small-arms" in kinds else found


def _fought_for(event: Event) -> str | None:
    """What an offensive is: ground taken where nobody resists or the other side is driven out of it, else a clash."""
    grounds = event.places or any(actor.kind not in ARMED_KINDS for actor in event.targets)
    if grounds and _was_free(event.sentence.text.lower()):
        return TRANSFER
    if not event.agents:
        return event.acled
    trigger = event.trigger.text.lower()
    driven = patterns.DRIVEN_OUT.search(trigger) and is_armed(event.targets, NOBODY.targets)
    return _captured(event) if driven or event.action in ("Expulsion", "Coup") else event.acled


def _meets_arms(event: Event, who: Sides) -> bool:
    """Whether anybody armed is met where a group comes in: "an incursion into a hamlet" meets nobody."""
    return not event.targets or is_armed(event.targets, who.targets)


def _settled(event: Event) -> str | None:
    """What talks and bans are where those who fight are a side of them: an agreement, a change to a group."""
    if event.action in CHANGES:
        bodies = ARMED_KINDS | {"Organisation", "PoliticalParty"}
        banned = any(actor.kind in bodies or actor.text.lower().endswith("parties") for actor in event.targets)
        return CHANGE if banned else event.acled
    if event.action == "Negotiation" and patterns.PEACE.search(event.trigger.text.lower()):
        return "Agreement"
    if event.action == "Mediation" and event.trigger.text.lower().startswith("reconcil"):
        return "Agreement"
    fighting = is_armed((*event.agents, *event.targets), NOBODY.agents)
    return "Agreement" if fighting else event.acled


def _was_free(sentence: str) -> bool:
    """Whether nobody fights for a place: "*without resistance*", "an *abandoned* post", "*after the army had left*"."""
    if patterns.PEACEFULLY.search(sentence):
        return True
    return bool(patterns.VACATED.search(sentence)) and not patterns.FOUGHT.search(sentence)


def _captured(event: Event) -> str | None:
    if _was_free(event.sentence.text.lower()):
        return TRANSFER
    if not event.agents:
        return event.acled
    if any(patterns.LOYAL.search(actor.head.text.lower()) for actor in event.agents):
        return REGAINED
    if event.agents[0].kind in ARMED_GROUPS - {"Militia"} and event.agents[0].sector == "REB":
        return OVERTAKEN
    state = is_state(event.agents) or all(a.kind == "Coalition" and a.sector in ("MIL", "GOV") for a in event.agents)
    return REGAINED if state else OVERTAKEN
