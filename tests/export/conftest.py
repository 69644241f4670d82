"""Incidents of an invented war as rows, and codes of invented countries."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from kg.export.reference import Country, Reference, reference
from kg.export.rows import Party, Row, Shares, Source, Spot, Toll
from kg.graph.store import Store

LESK = Spot("place:gn-4711", "Lesk", "Lesk", 34.25, 39.0, "settlement", "ORM", "North Ormia", 4711)
SOURCE = Source(
    "lake-1",
    "Clash in Lesk",
    "2017-05-19",
    "Lake Wire",
    None,
    ("the army",),
    ("Rebels clashed with the army in Lesk.",),
)


def party(name: str, kind: str | None, sector: str | None, country: str | None = None, **more: Any) -> Party:
    """Somebody; known to the ontology if an id is given."""
    known = "id" in more
    more.setdefault("id", f"article:lake-1/actor/{name.lower().replace(' ', '-')}")
    return Party(name=name, kind=kind, sector=sector, country=country, known=known, **({"words": name} | more))


WHO = SimpleNamespace(
    front=party("Northern Front", "ArmedGroup", "REB", id="actor:northern-front"),
    league=party("River League", "Militia", "UAF", id="actor:river-league"),
    rebels=party("rebels", "ArmedGroup", "REB", noun="rebels"),
    gunmen=party("two gunmen", "ArmedGroup", "UAF", noun="gunmen", number=2),
    army=party("Ormian Armed Forces", "Military", "MIL", "ORM", id="actor:ORM-MIL"),
    guard=party("Presidential Guard", "Military", "MIL", "ORM", id="actor:ORM-MIL-presidential-guard"),
    veland=party("Velandic Army", "Military", "MIL", "VEL", id="actor:VEL-MIL"),
    vel=party("Veland", "Government", "GOV", "VEL", id="actor:VEL"),
    soldiers=party("soldiers", "Military", "MIL", noun="soldiers"),
    regime=party("regime forces", "Military", "MIL", noun="forces"),
    colonel=party("a retired colonel", "Military", "MIL", noun="colonel"),
    police=party("police", "Police", "COP", noun="police"),
    lake=party("Lake Coalition", "Coalition", "MIL", id="actor:lake-coalition"),
    villagers=party("12 villagers", "Civilians", "CVL", number=12),
    teacher=party("a teacher", "Person", "EDU"),
    minister=party("the minister", "Person", "GOV", "ORM"),
    venn=party("Dara Venn", "Person", "OPP", "ORM", id="actor:dara-venn"),
    crowd=party("several hundred demonstrators", "Civilians", "PRO", noun="demonstrators", number=200),
    convoy=party("a convoy", "Object", None),
    mill=party("the sugar mill", "Place", None),
    base=party("the army base", "Place", None),
    lesk=party("Lesk", "Place", None, "ORM", id="place:gn-4711"),
    unclear=party("seven parishioners", None, None, number=7),
)


def incident(action: str, agents: str = "", targets: str = "", **more: Any) -> Row:
    """An asserted incident in Lesk on 18 May 2017; the sides are names of WHO."""
    given: dict[str, Any] = {
        "id": "incident:1", "label": action, "status": "asserted", "confidence": 0.9, "place": LESK, "places": (LESK,),
        "start": "2017-05-18", "end": "2017-05-18", "precision": "day", "sources": (SOURCE,), "reports": 1,
        "agents": tuple(getattr(WHO, name) for name in agents.split()),
        "targets": tuple(getattr(WHO, name) for name in targets.split()),
    }  # fmt: skip
    killed = more.pop("killed", None)
    if killed:
        low, best, high = killed if isinstance(killed, tuple) else (killed,) * 3
        given["tolls"] = (Toll("killed", low, best, high),)
        given["shares"] = more.pop("shares", Shares(unknown=best))
    return Row(action=action, **(given | more))


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """How to make rows."""
    return SimpleNamespace(incident=incident, who=WHO, lesk=LESK, source=SOURCE)


@pytest.fixture(scope="session")
def known(filled: Store) -> Reference:
    """The codes of the real actions and of two invented countries."""
    countries = {
        "ORM": Country("ORM", "Ormia", "901", "699", "ORM", "Middle East"),
        "VEL": Country("VEL", "Veland", "902", "399", "VEL", "Europe"),
    }
    return replace(reference(filled), countries=countries, groups={"actor:commander": "Northern Front"})
