"""Actions, PLOVER types, statuses, kinds of actors and precisions of places that rules of several modules take together."""

from __future__ import annotations

from collections.abc import Mapping

#: what an act does to people, told as an event of its own beside the act
HARMS = frozenset({"Killing", "Wounding"})
#: the same with the kinds of killing, each a deed by its name
DEATHS = HARMS | {"Assassination", "Execution", "Massacre"}
#: what it does to things
DAMAGE = frozenset({"PropertyDestruction", "Arson"})
#: acts that take people along
KIDNAPPINGS = frozenset({"Abduction", "HostageTaking"})
CAPTURES = frozenset({"TerritoryCapture", "TerritoryRecapture"})
#: PLOVER types of acts of force, and those of all that is done and not only said or agreed
FORCE = frozenset({"ASSAULT", "COERCE"})
DEEDS = FORCE | {"MOBILIZE"}
#: statuses of what was done, though some deny it
DONE = frozenset({"asserted", "alleged", "denied"})
#: classes of nouns for those who use force
FORCEFUL = frozenset({"armed", "rebel", "police", "rioter"})
#: kinds of groups that bear arms and serve no state
IRREGULAR = frozenset({"ArmedGroup", "Militia"})
#: kinds of those who fight no war of a state, of all who bear arms, and of bodies that texts introduce by their full name
ARMED_GROUPS = frozenset({"ArmedGroup", "Militia", "CriminalGroup"})
ARMED = frozenset({"Military", "Police", "ArmedGroup", "Militia"})
ORGANISED = ARMED_GROUPS | {"PoliticalParty", "Organisation"}
#: kinds of what is nobody
THINGS = frozenset({"Object", "Place"})
#: precisions of what lies in one town
SETTLED = frozenset({"point", "settlement"})
#: instruments of nouns.toml that nobody uses in peace
WEAPONS = frozenset(
    "small-arms artillery mortar rocket missile cruise-missile explosive bomb roadside-bomb landmine vehicle-bomb "
    "suicide-vest grenade chemical drone".split()
)
#: classes of nouns.toml that somebody of a kind is of
KIND_CLASSES: Mapping[str, frozenset[str]] = {
    "Country": frozenset({"actor", "state", "place", "authority"}),
    "Government": frozenset({"actor", "state", "authority"}),
    "Intelligence": frozenset({"actor", "state", "authority"}),
    "Legislature": frozenset({"actor", "state", "authority"}),
    "Military": frozenset({"actor", "armed"}),
    "Police": frozenset({"actor", "armed"}),
    "ArmedGroup": frozenset({"actor", "armed", "organisation", "rebel"}),
    "Militia": frozenset({"actor", "armed", "organisation"}),
    "Coalition": frozenset({"actor", "armed", "organisation"}),
    "Person": frozenset({"actor", "person", "authority", "statesman"}),
    "Civilians": frozenset({"actor", "person", "civilian"}),
}
#: what is fought out in a clash that comes of it: "rebels attacked a base; *the fighting* lasted an hour"
ASSAULTS = frozenset({"Attack", "Ambush", "Raid", "Shooting", "Offensive"})
#: acts of which one is how the other is done
FOUGHT = (
    *({whole, part} for whole in ("Ambush", "Raid") for part in ("Shooting", "GrenadeAttack")),
    {"Ambush", "RoadsideBombing"},
    {"Raid", "Airstrike"},
    {"Airstrike", "MissileStrike"},
    *({assault, "ArmedClash"} for assault in sorted(ASSAULTS)),
)
#: what those who assault do besides: whom and what they take along
TAKING_ALONG = frozenset({"Abduction", "HostageTaking", "Looting", "Robbery"})
HOLDING = frozenset({"Arrest", "Abduction", "HostageTaking"})
#: PLOVER types of what is for or against a thing, and so not for or against those whom that thing is against
APPROVAL = frozenset({"SUPPORT", "AGREE", "AID", "COOPERATE", "REJECT", "ACCUSE"})
#: PLOVER types of acts against somebody
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})
