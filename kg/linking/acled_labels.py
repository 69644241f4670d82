"""The ACLED sub-event types by name, and the kinds of actors that tell one from another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Actor

#: words for who bears no arms now, whatever he was or will be
UNARMED = re.compile(r"\b(?:off-duty|off duty|former|retired|demobili[sz]ed|ex-\w+)\b")
#: what only those who fight hold
POSITION = re.compile(r"\bpositions?\b")
ATTACK, CLASH = "Attack", "Armed clash"
PROTEST, INTERVENTION = "Peaceful protest", "Protest with intervention"
EXCESSIVE, VIOLENT, MOB = "Excessive force against protestors", "Violent demonstration", "Mob violence"
DAMAGE, ARRESTS = "Looting/property destruction", "Arrests"
REGAINED, OVERTAKEN = "Government regains territory", "Non-state actor overtakes territory"
ABDUCTION = "Abduction/forced disappearance"
GRENADE, DISRUPTED, SEXUAL = "Grenade", "Disrupted weapons use", "Sexual violence"
BASE = "Headquarters or base established"
TRANSFER = "Non-violent transfer of territory"
CHANGE, OTHER, AGREEMENT = "Change to group/activity", "Other", "Agreement"
SUICIDE, CHEMICAL = "Suicide bomb", "Chemical weapon"
AIR, SHELLING, EXPLOSIVE = "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"
#: what a weapon makes of an attack, the first that is named
BY_INSTRUMENT = {
    "chemical": CHEMICAL,
    "suicide-vest": SUICIDE,
    "aircraft": AIR,
    "helicopter": AIR,
    "drone": AIR,
    "grenade": GRENADE,
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
CAUSES = frozenset({*BY_INSTRUMENT.values(), CLASH, EXCESSIVE, VIOLENT, MOB, SEXUAL, ABDUCTION})
DAMAGES = frozenset({"PropertyDestruction", "Arson", "Looting", "Attack"})
MEANS = frozenset(BY_INSTRUMENT.values())
CHANGES = frozenset({"Ban"})
#: what a crowd says
DEMANDS = frozenset({"Demand", "Appeal", "AppealToYield", "Condemnation", "Complaint", "RallyOpposition"})
TALKS = frozenset({"Negotiation", "Mediation", "AgreementToYield", "AgreementToSettle"})
#: somebody gives up a post or loses it
POSTS = frozenset({"Resignation", "Dismissal"})
LETHAL = frozenset({"Killing", "Shooting", "ExcessiveForce", "Massacre", "Execution", "Assassination"})
ARMED_KINDS = frozenset({"Military", "Police", "ArmedGroup", "Militia", "Coalition", "Intelligence"})
STATE_KINDS = frozenset({"Military", "Police", "Government", "Intelligence"})
CROWD_SECTORS = frozenset({"PRO", "CVL", "EDU", "LAB", "OPP", None})


def is_armed(actors: Sequence[Actor], classes: frozenset[str]) -> bool:
    """Whether those who suffer carry arms: soldiers, fighters, a checkpoint, "army positions"."""
    bearing = [actor for actor in actors if not UNARMED.search(actor.text.lower())]
    if actors and not bearing:
        return False
    armed = any(actor.kind in ARMED_KINDS or POSITION.search(actor.text.lower()) for actor in bearing)
    return armed or "military-post" in classes


def is_state(actors: Sequence[Actor]) -> bool:
    return any(actor.kind in STATE_KINDS for actor in actors)


def are_protesters(actors: Sequence[Actor]) -> bool:
    return any(actor.sector == "PRO" for actor in actors)


def are_unarmed(actors: Sequence[Actor]) -> bool:
    """Whether there are people and all are told as civilians: "*traders*"."""
    return bool(actors) and all(actor.kind == "Civilians" for actor in actors)


def are_crowd(actors: Sequence[Actor]) -> bool:
    """Whether all are unarmed people."""
    return bool(actors) and all(a.kind == "Civilians" and a.sector in CROWD_SECTORS for a in actors)
