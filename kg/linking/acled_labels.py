"""The ACLED sub-event types by name, and the kinds of actors and the words that tell one from another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Actor

ATTACK, CLASH = "Attack", "Armed clash"
PROTEST, INTERVENTION = "Peaceful protest", "Protest with intervention"
EXCESSIVE, VIOLENT, MOB = "Excessive force against protestors", "Violent demonstration", "Mob violence"
DAMAGE, ARRESTS = "Looting/property destruction", "Arrests"
REGAINED, OVERTAKEN = "Government regains territory", "Non-state actor overtakes territory"
TRANSFER = "Non-violent transfer of territory"
CHANGE = "Change to group/activity"
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
CAUSES = frozenset(
    {*BY_INSTRUMENT.values(), CLASH, EXCESSIVE, VIOLENT, MOB, "Sexual violence", "Abduction/forced disappearance"}
)
CAPTURES = frozenset({"TerritoryCapture", "TerritoryRecapture"})
DAMAGES = frozenset({"PropertyDestruction", "Arson", "Looting", "Attack"})
MEANS = frozenset(BY_INSTRUMENT.values())
CHANGES = frozenset({"Ban"})
TALKS = frozenset({"Negotiation", "Mediation"})
LETHAL = frozenset({"Killing", "Shooting", "ExcessiveForce", "Massacre", "Execution", "Assassination"})
ARMED_KINDS = frozenset({"Military", "Police", "ArmedGroup", "Militia", "Coalition", "Intelligence"})
STATE_KINDS = frozenset({"Military", "Police", "Government", "Intelligence"})
CROWD_SECTORS = frozenset({"PRO", "CVL", "EDU", "LAB", "OPP", None})
PEACEFULLY = re.compile(
    r"\b(?:without (?:a |any |firing a |offering )?(?:fight|fighting|resistance|shot|combat|clash)|unopposed|peacefully)\b"
)
#: a fight that ends with the ground in other hands: "drove the rebels out of the town"
DRIVEN_OUT = re.compile(
    r"\b(?:dr[io]ve|push|flush|force|root|kick|chase)\w*\b.*\b(?:out|from)\b|\b(?:dislodg|oust|evict|expel)"
)
GUNS = re.compile(r"\b(?:gun|fire|shoot)")
BRAWL = re.compile(r"\b(?:brawl|scuffl|tussl|fought|fight)")
#: what a crowd storms against those in power, and not against neighbours
PUBLIC = re.compile(
    r"\b(?:office|station|polling|ministry|embassy|consulate|parliament|hall|headquarters|court|barrack|statue)"
)
BY_SUICIDE = re.compile(
    r"\bsuicide\b|\bkamikaze (?!drone)|\b(?:explosive|bomb) (?:belt|vest)|strapped (?:to|with)|\bblew (?:him|her|them)sel"
)
RULE = re.compile(r"\b(?:state of emergency|curfew|martial law)\b")
FLYING = re.compile(r"\b(?:planes?|jets?|aircraft|warplanes?|helicopters?|air force|drones?)\b")
EXCHANGE = re.compile(r"\b(?:exchange|duel)")
PEACE = re.compile(r"\b(?:peace|ceasefire|cease-fire|truce)\b")


def is_armed(actors: Sequence[Actor], classes: frozenset[str]) -> bool:
    """Whether those who suffer carry arms: soldiers, fighters, a checkpoint."""
    return any(actor.kind in ARMED_KINDS for actor in actors) or "military-post" in classes


def is_state(actors: Sequence[Actor]) -> bool:
    return any(actor.kind in STATE_KINDS for actor in actors)


def are_protesters(actors: Sequence[Actor]) -> bool:
    return any(actor.sector == "PRO" for actor in actors)


def are_crowd(actors: Sequence[Actor]) -> bool:
    """Whether all are unarmed people."""
    return bool(actors) and all(a.kind == "Civilians" and a.sector in CROWD_SECTORS for a in actors)
