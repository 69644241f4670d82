"""What event data sets call those on a side: what they are (state forces, rebels, civilians ...) and under which name.

The classes are those of ACLED (codebook 2023, "Actors" and "Inter codes"), and UCDP's states, organised groups and
civilians follow from them.  Police, officials and *the army* without a country are taken for those of the country in
which the incident was, *soldiers* and *marines* are not; a force of another country is an external one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kg.export.reference import Reference
from kg.export.rows import Party, Row
from kg.export.tolls import ARMED, FORCES
from kg.ontology.groupings import IRREGULAR

Inter = Literal[
    "State forces",
    "Rebel group",
    "Political militia",
    "Identity militia",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other forces",
]
#: in the order of ACLED's codes 1 to 8
INTERS: tuple[Inter, ...] = (
    "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
    "External/Other forces",
)  # fmt: skip
#: those that bear arms
FIGHTERS: frozenset[Inter] = frozenset(
    {"State forces", "Rebel group", "Political militia", "Identity militia", "External/Other forces"}
)
_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_OFFICES = frozenset({"Government", "Country", "Legislature", "Court", "State"})
_IDENTITY = re.compile(r"\b(tribal|tribes?men|communal|clans?men|herders?|herdsmen|vigilantes?)\b", re.I)
_OWN = re.compile(
    r"\b(army|military|government|regime|security|national guard|air force|air defen[cs]es?|navy|state)\b", re.I
)
#: who bears arms no more, or not now
_OFF_DUTY = re.compile(r"\b(retired|former|ex-\w+|off-duty|demobili[sz]ed)\b", re.I)
_ATTACKERS = re.compile(r"attackers?|assailants?|(suicide )?bombers?|perpetrators?", re.I)
_PUPILS = re.compile(r"student|pupil|school(girl|boy|child)", re.I)
_FORCES = {"Military": "Military Forces", "Police": "Police Forces", "MIL": "Military Forces", "COP": "Police Forces"}
_TRADES = {"MED": "Journalists", "LAB": "Labor Group", "REF": "Refugees/IDPs"}


@dataclass(frozen=True, slots=True)
class Member:
    """One on a side: its name and class, what it is associated with, and the country whose force it is, if any."""

    name: str
    inter: Inter
    party: Party | None = None
    also: str = ""
    state: str | None = None

    @property
    def armed(self) -> bool:
        """Whether it bears arms."""
        return self.inter in FIGHTERS


def member(party: Party, row: Row, known: Reference, *, acting: bool, fighting: bool = False) -> Member | None:
    """Code somebody; None for places, things, and words that do not tell what they stand for.

    Who holds an office or is off duty is a civilian unless ``acting`` as the agent; in ``fighting`` a state acts by its military.
    """
    if (partisan := _partisan(party, known)) is not None or not party.human:
        return partisan
    if not acting and _OFF_DUTY.search(party.words):
        return civilian(party, row, known)
    if (state := _state(party, row, acting=acting)) is not None:
        return _force(party, state, row, known, fighting=fighting)
    if party.sector in ARMED | {"IGO"} or party.kind in FORCES:
        return _group(party, row, known)
    unclear = party.sector is None and (party.kind is None or (party.kind == "Organisation" and not party.known))
    return None if unclear else civilian(party, row, known)


def _partisan(party: Party, known: Reference) -> Member | None:
    """Code those who are named by the government that they stand for alone: *a pro-regime convoy*."""
    if party.known or not (party.kind in IRREGULAR or not party.human):
        return None
    for relation, who in party.stances:
        state = re.fullmatch(r"actor:([A-Z]{3})(?:-GOV.*)?", who)
        if relation == "supports" and state and known.country(state[1]):
            return Member("Pro-Government Militia" + _in(state[1], known), "Political militia", party)
    return None


def _state(party: Party, row: Row, *, acting: bool) -> str | None:
    """Return the country whose force or government somebody is; empty where it is one but not known whose."""
    armed = party.kind in ("Military", "Police", "Intelligence") or party.sector in ("MIL", "COP", "SPY")
    if party.kind == "Coalition" or not (armed or party.sector in _STATE or party.kind in _OFFICES):
        return None
    if not armed and not acting and (party.kind in ("Person", "Court", "Civilians") or party.number):
        return None
    local = not party.ambiguous and (party.kind != "Military" or bool(_OWN.search(party.words)))
    return party.country or (row.country if local else "") or ""


def _force(party: Party, state: str, row: Row, known: Reference, *, fighting: bool) -> Member:
    what = _FORCES.get(party.kind or "") or _FORCES.get(party.sector or "")
    what = what or ("Military Forces" if fighting else "Government")
    abroad = row.country is not None and state not in ("", row.country)
    usual = party.id in {f"actor:{state}{body}" for body in ("", "-GOV", "-MIL", "-COP")}
    country = known.country(state)
    name = f"{what} of {country.name}" if country else f"Unidentified {what}"
    also = party.name if party.known and not usual else ""
    return Member(name, "External/Other forces" if abroad else "State forces", party, also, state or None)


def _group(party: Party, row: Row, known: Reference) -> Member:
    if party.kind == "Coalition" or party.sector == "IGO":
        return Member(party.name, "External/Other forces", party)
    inter: Inter = "Rebel group"
    if _IDENTITY.search(party.name):
        inter = "Identity militia"
    elif party.kind in ("Militia", "CriminalGroup") or party.sector in ("UAF", "CRM"):
        inter = "Political militia"
    unnamed = "Unidentified Gang" if party.sector == "CRM" else "Unidentified Armed Group"
    if party.kind == "Person" and party.id in known.groups:
        return Member(known.groups[party.id], inter, party, also=party.name)
    return Member(party.name if _named(party) else unnamed + _in(row.country, known), inter, party)


def _named(party: Party) -> bool:
    """Whether the words are a name and no description: *the Northern Front*, not *rebels* or *Islamist fighters*."""
    return party.known or (
        party.noun[:1].isupper() and not party.words.isupper() and not party.words.startswith(party.noun)
    )


def _in(country: str | None, known: Reference) -> str:
    found = known.country(country)
    return f" ({found.name})" if found else ""


def civilian(party: Party, row: Row, known: Reference) -> Member:
    """Code somebody as unarmed: *Civilians (Mali)*, beside it the name or trade; those who protest as protesters."""
    where = _in(party.country, known) or _in(row.country, known)
    if party.sector == "PRO":
        return Member("Protesters" + where, "Protesters", party)
    return Member("Civilians" + where, "Civilians", party, also=party.name if party.known else _trade(party, where))


def _trade(party: Party, where: str) -> str:
    """Return the group of people in which somebody is counted: *Students (Mali)*, *Government of Mali*."""
    if party.sector == "EDU":
        return ("Students" if _PUPILS.search(party.words) else "Teachers") + where
    if party.sector in ("GOV", "LEG"):
        return f"Government of {where.strip(' ()')}" if where else "Government"
    return _TRADES[party.sector] + where if party.sector in _TRADES else ""


def unidentified(row: Row, known: Reference, *, flying: bool = False) -> Member:
    """Return whom ACLED names where nobody says who did it; who flies is a military."""
    if flying:
        return Member("Unidentified Military Forces", "External/Other forces")
    return Member("Unidentified Armed Group" + _in(row.country, known), "Political militia")


def victims(row: Row) -> tuple[Party, ...]:
    """Return those to whom it was done: the targets, and of whom figures tell that they were harmed, each once."""
    ids = {party.id for party in (*row.agents, *row.targets)}
    words = {party.words for party in row.targets}
    return (
        *(target for target in row.targets if not (row.agents and _ATTACKERS.fullmatch(target.noun))),
        *(hurt for hurt in row.hurt if hurt.id not in ids and hurt.words not in words and _other(hurt)),
    )


def _other(hurt: Party) -> bool:
    """Whether those harmed cannot be the attackers themselves, whom a text calls *the attackers* or *the gunmen*."""
    return hurt.known or hurt.kind not in IRREGULAR


def ranked(members: Iterable[Member | None]) -> tuple[Member, ...]:
    """Return those there are, each name once; those first whom the ontology knows."""
    found: dict[str, Member] = {}
    for each in members:
        if each and not (each.name in found and found[each.name].also):
            found[each.name] = each
    return tuple(sorted(found.values(), key=lambda each: (not (each.party and each.party.known), each.name)))
