"""Event types of ACLED: what an incident is once it is known who was on each side.

The ontology gives the type of an action; the codebook (2023) lets the sides decide in these cases: an attack on those
who bear arms is an armed clash, harm to those who protest is excessive force, territory is taken by a government or by
somebody else, and what was hit without anybody being harmed is property.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.export.reference import Reference
from kg.export.rows import Party, Row
from kg.export.sides import Member, civilian, member, ranked, unidentified, victims

#: sub-event type -> event type, all 25
EVENTS: Mapping[str, str] = {
    sub: event
    for event, subs in {
        "Battles": "Armed clash|Government regains territory|Non-state actor overtakes territory",
        "Explosions/Remote violence": "Chemical weapon|Air/drone strike|Suicide bomb|Shelling/artillery/missile attack|"
        "Remote explosive/landmine/IED|Grenade",
        "Violence against civilians": "Sexual violence|Attack|Abduction/forced disappearance",
        "Protests": "Peaceful protest|Protest with intervention|Excessive force against protestors",
        "Riots": "Violent demonstration|Mob violence",
        "Strategic developments": "Agreement|Arrests|Change to group/activity|Disrupted weapons use|Headquarters or base "
        "established|Looting/property destruction|Non-violent transfer of territory|Other",
    }.items()
    for sub in subs.split("|")
}
_CLASH = ("Battles", "Armed clash")
CAPTURES = frozenset({"Non-state actor overtakes territory", "Government regains territory"})
_DEMONSTRATIONS = frozenset({"Protests", "Riots"})
#: harm done to people, whoever they are: what its target is called may say nothing of that
_ON_PEOPLE = frozenset(
    {"Killing", "Assassination", "Execution", "Massacre", "Wounding", "Beating", "Torture", "SexualViolence", "Abduction",
     "HostageTaking", "HumanShield", "EthnicCleansing"}
)  # fmt: skip
_REPRESSIONS = frozenset({"Repression", "CrowdControl", "ExcessiveForce"})
#: done to people in the hands of those who do it: they are civilians of ACLED even if they were fighters
_CAPTIVES = frozenset(
    {"Execution", "Torture", "SexualViolence", "Abduction", "HostageTaking", "HumanShield", "Massacre"}
)
_MILITARY = re.compile(
    r"\b(bases?|barracks|outposts?|checkpoints?|positions?|garrisons?|patrols?|military|army|troops?|police|rebels?|"
    r"militants?|fighters?|tanks?|armou?red|depots?|arsenals?|headquarters|posts?|airfields?|airbases?|bunkers?)\b",
    re.IGNORECASE,
)
#: what a general attack is when it was done with these
_MEANS: Mapping[str, str] = {
    "aircraft": "Air/drone strike", "drone": "Air/drone strike", "helicopter": "Air/drone strike",
    "mortar": "Shelling/artillery/missile attack", "artillery": "Shelling/artillery/missile attack",
    "missile": "Shelling/artillery/missile attack", "grenade": "Grenade",
    "bomb": "Remote explosive/landmine/IED", "landmine": "Remote explosive/landmine/IED",
    "roadside-bomb": "Remote explosive/landmine/IED", "vehicle-bomb": "Remote explosive/landmine/IED",
}  # fmt: skip
_DAMAGE = frozenset({"PropertyDestruction", "Arson", "Looting", "Robbery"})


@dataclass(frozen=True, slots=True)
class Coded:
    """An incident in the terms of ACLED; the sides imply no direction."""

    event: str
    sub: str
    first: tuple[Member, ...]
    second: tuple[Member, ...]
    civilians: bool = False
    tags: str = ""

    @property
    def disorder(self) -> str:
        """The disorder type."""
        if self.event == "Strategic developments":
            return self.event
        return (
            "Demonstrations"
            if self.event == "Protests" or self.sub == "Violent demonstration"
            else "Political violence"
        )


def event_type(row: Row, known: Reference) -> str | None:
    """Return the event type: of the sub-event type that the mentions have, else of the action."""
    action = known.action(row.action)
    return EVENTS.get(row.acled or "") or (action.event if action.sub else None)


def event_types(row: Row, known: Reference) -> tuple[str | None, str | None]:
    """Return event and sub-event type as the table of ACLED has them, whatever the status."""
    event = event_type(row, known)
    if event is None:
        return None, None
    code = coded(row, known)
    return (code.event, code.sub) if isinstance(code, Coded) else (event, row.acled or known.action(row.action).sub)


def coded(row: Row, known: Reference) -> Coded | str:
    """Return how an asserted incident is coded whose action has an event type of ACLED, or why it is not."""
    event, sub = str(event_type(row, known)), str(row.acled or known.action(row.action).sub)
    fighting = event in ("Battles", "Explosions/Remote violence")
    first = ranked(member(party, row, known, acting=True, fighting=fighting) for party in row.agents)
    second = ranked(_victim(party, row, known, fighting=fighting) for party in victims(row))
    attacked = sub in ("Attack", "Armed clash") and any(each.inter == "Protesters" for each in second)
    if event in _DEMONSTRATIONS or attacked:
        return _demonstration(row, event, sub, first, second, known)
    if not second and len(first) > 1 and row.reciprocal:
        first, second = first[:1], first[1:]
    if not first and sub == "Armed clash":
        first, second = _opponents(second)
    if sub == "Attack" or (event == "Strategic developments" and _deadly(row, known)):
        event, sub = _attack(row, first, second)
    if sub in CAPTURES:
        sub = _capture(sub, first)
    if sub in ("Attack", "Armed clash") and first and not any(each.armed for each in first):
        if not any(each.armed for each in second):
            return "violence among civilians"
        first = ranked(_demonstrator(party, row, known, "Rioters") for party in row.agents if party.human)
        return Coded("Riots", "Mob violence", first, second)
    code = _development if event == "Strategic developments" else _violence
    return code(row, event, sub, first, second, known)


def _opponents(hurt: tuple[Member, ...]) -> tuple[tuple[Member, ...], tuple[Member, ...]]:
    """Tell the sides of a clash of which only the losses are told: state forces against the others who bear arms."""
    rebels = tuple(each for each in hurt if each.armed and each.inter != "State forces")
    rest = tuple(each for each in hurt if each not in rebels)
    return (rebels, rest) if any(each.armed for each in rest) else ((), hurt)


def _violent(row: Row, known: Reference) -> bool:
    """Whether an act is violence; PLOVER counts that against property as coercion."""
    return known.action(row.action).plover == "ASSAULT" or row.action in _DAMAGE


def _deadly(row: Row, known: Reference) -> bool:
    """Whether people died by an act of violence that is otherwise one against things or places."""
    toll = row.toll("killed")
    return _violent(row, known) and toll is not None and toll.best > 0


def _victim(party: Party, row: Row, known: Reference, *, fighting: bool) -> Member | None:
    """Code one to whom it was done; whoever is killed, hurt or taken is somebody."""
    if party.human and party.kind is None and party.sector is None:
        harmed = row.action in _ON_PEOPLE or row.action == "Arrest" or party in row.hurt
        return civilian(party, row, known) if harmed else None
    return member(party, row, known, acting=False, fighting=fighting)


def _attack(row: Row, first: tuple[Member, ...], second: tuple[Member, ...]) -> tuple[str, str]:
    """Say what a general attack, shooting or killing is."""
    means = sorted({_MEANS[kind] for kind in row.instruments if kind in _MEANS})
    if means and row.action not in _CAPTIVES:
        return "Explosions/Remote violence", means[0]
    if row.action in _CAPTIVES:
        return "Violence against civilians", "Attack"
    if any(each.armed for each in second):
        return _CLASH
    if row.action == "Raid" and not second and any(each.name.startswith("Police Forces") for each in first):
        return "Strategic developments", "Other"
    if second or row.action in _ON_PEOPLE or not row.targets:
        return "Violence against civilians", "Attack"
    if any(party.kind == "Place" and party.known or _MILITARY.search(party.words) for party in row.targets):
        return _CLASH
    if any(party.id.startswith("place:") for party in row.targets):
        return _CLASH
    things = not row.toll("killed") and all(party.kind in ("Object", "Place") for party in row.targets)
    return (
        ("Strategic developments", "Looting/property destruction")
        if things
        else ("Violence against civilians", "Attack")
    )


def _capture(sub: str, first: tuple[Member, ...]) -> str:
    """Say who took territory; without an agent, or with a coalition, what was said before stands."""
    if not first:
        return sub
    if not any(each.state for each in first) and first[0].inter == "External/Other forces":
        return sub
    own = any(each.inter == "State forces" for each in first)
    return "Government regains territory" if own else "Non-state actor overtakes territory"


def _violence(
    row: Row, event: str, sub: str, first: tuple[Member, ...], second: tuple[Member, ...], known: Reference
) -> Coded:
    first = tuple(each for each in first if each.armed)
    if not first:
        first = (unidentified(row, known, flying=sub == "Air/drone strike"),)
    one_sided = event == "Violence against civilians"
    if one_sided and not second and row.action in _ON_PEOPLE:
        second = (civilian(Party("", ""), row, known),)
    second = tuple(sorted(second, key=lambda each: each.armed == one_sided))
    return Coded(event, sub, first, second, civilians=bool(second) and not any(each.armed for each in second))


def _development(
    row: Row, event: str, sub: str, first: tuple[Member, ...], second: tuple[Member, ...], known: Reference
) -> Coded | str:
    """Code what is no violence against people; as the first actor anybody who is named."""
    if first or second:
        return Coded(event, sub, first or second, second if first else ())
    if _violent(row, known):
        return Coded(event, sub, (unidentified(row, known),), ())
    return "nobody is named"


def _demonstration(
    row: Row, event: str, sub: str, first: tuple[Member, ...], second: tuple[Member, ...], known: Reference
) -> Coded:
    """Code demonstrators as the first actor, and as the second those who step in or are attacked by them."""
    demonstrating = known.action(row.action).event in _DEMONSTRATIONS and row.action not in _REPRESSIONS
    demonstrating |= sub == "Mob violence" and any(party.human for party in row.agents)
    crowd, others = (row.agents, second) if demonstrating else (victims(row), first)
    if not demonstrating and row.reciprocal and event == "Battles":
        event, sub = "Riots", "Violent demonstration"
    elif not demonstrating and event not in _DEMONSTRATIONS:
        event, sub = "Protests", "Excessive force against protestors"
    name = "Rioters" if event == "Riots" else "Protesters"
    people = tuple(_demonstrator(party, row, known, name) for party in crowd if party.human)
    against = tuple(each for each in others if each.inter not in ("Protesters", "Rioters"))
    if demonstrating:
        mob = sub == "Mob violence"
        against = tuple(each for each in against if event == "Riots" and (each.armed or mob) and not _office(each))
    harmed = not demonstrating and sub == "Excessive force against protestors"
    sizes = [(party.number, party.amount) for party in crowd if (party.number or 0) > 1 and not harmed]
    size = f"crowd size={max(sizes)[1]}" if sizes else "crowd size=no report"
    civilians = sub == "Excessive force against protestors" or (bool(against) and not any(s.armed for s in against))
    return Coded(
        event, sub, ranked(people) or ranked([_demonstrator(Party("", ""), row, known, name)]), against, civilians, size
    )


def _office(each: Member) -> bool:
    """Whether it is a government and no force of it."""
    return each.name.startswith("Government of ")


def _demonstrator(party: Party, row: Row, known: Reference, name: str) -> Member:
    """Code somebody as one of the Protesters or Rioters of a country."""
    plain = civilian(party, row, known)
    where = plain.name.partition(" (")[2]
    return Member(
        f"{name} ({where}" if where else name, "Rioters" if name == "Rioters" else "Protesters", party, plain.also
    )
