"""A store of any size for benchmarks: invented articles with events, put in as fast as Oxigraph loads.

The same size gives the same store.  Actors are those of the ontology and some that only their article knows; one incident in
eight is told by three articles, which differ in figures.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pyoxigraph as ox

from kg.graph.facts import as_quads
from kg.graph.hierarchy import hierarchy
from kg.graph.incident_facts import facts
from kg.graph.statements import quads
from kg.graph.store import open_store
from kg.graph.tellings import tellings
from kg.graph.vocabulary import INCIDENTS
from kg.model import Actor, Attribution, Casualty, Event, Place, Record, Span, Time

ARTICLES_AT_ONCE = 60
EVENTS = 24  # an article
ACTIONS = (
    "Airstrike",
    "Attack",
    "Shelling",
    "ArmedClash",
    "Shooting",
    "Meeting",
    "MilitaryAid",
    "Condemnation",
    "Arrest",
)
STATUS = ("asserted",) * 8 + ("denied", "alleged")


def make(path: Path, size: int) -> int:
    """Make a store of about so many quads beside the ontology's; return how many it holds."""
    with open_store(str(path)) as store:
        relations, known = store.relations, hierarchy(store)
        found = store.query(
            "SELECT DISTINCT ?a ?n ?s ?c { ?a kg:sector ?s ; skos:prefLabel ?n ; kg:country ?c } ORDER BY ?a"
        )
        actors = [(str(r["a"]), str(r["n"]), str(r["s"]), str(r["c"])) for r in found][::4]
    inner, luck = ox.Store(str(path)), random.Random(1)
    places = [_place(number, luck, sorted({actor[3] for actor in actors})) for number in range(3000)]
    wanted = len(inner) + size
    for start in count(0, ARTICLES_AT_ONCE):
        records = [_record(start + number, actors, places) for number in range(ARTICLES_AT_ONCE)]
        inner.bulk_extend(quad for record in records for quad in quads(record, relations))
        inner.bulk_extend(_incidents(records, known))
        if len(inner) >= wanted:
            break
    inner.flush()
    return len(inner)


def _incidents(records: list[Record], known: object) -> Iterator[ox.Quad]:
    groups: dict[str, list[object]] = {}
    for telling in tellings(records):
        groups.setdefault(telling.incident, []).append(telling)
    for group in groups.values():
        yield from as_quads(facts(tuple(group), known), INCIDENTS)  # type: ignore[arg-type]


def _place(number: int, luck: random.Random, countries: list[str]) -> dict[str, object]:
    return {
        "geonames": 10_000_000 + number,
        "name": f"Town {number}",
        "latitude": round(luck.uniform(-35, 60), 4),
        "longitude": round(luck.uniform(-20, 120), 4),
        "country": countries[number % len(countries)],
        "admin1": f"Province {number % 7}",
        "precision": "settlement",
    }


def _record(number: int, actors: list[tuple[str, str, str, str]], places: list[dict[str, object]]) -> Record:
    luck = random.Random(number)
    events, said = [], []
    for order in range(EVENTS):
        shared = order < 3  # told by three articles in a row
        happening = f"{number // 3}-{order}" if shared else f"{number}-{order}"
        fate = random.Random(happening)
        events.append(_event(number, order, happening, fate, luck, actors, places))
        said.append(Attribution(Span(5, 14, "officials"), None, Span(15, 19, "said"), Span(20, 60, "x" * 40)))
    day = (dt.date(2015, 1, 1) + dt.timedelta(days=number % 2000)).isoformat()
    return Record(
        f"invented-{number}",
        f"Title {number}",
        day,
        f"Outlet {number % 40}",
        events=tuple(events),
        attributions=tuple(said),
    )


def _event(
    number: int,
    order: int,
    happening: str,
    fate: random.Random,
    luck: random.Random,
    actors: list[tuple[str, str, str, str]],
    places: list[dict[str, object]],
) -> Event:
    at = 1000 * order
    # a few actors do most: a square law
    who, whom = (actors[int(len(actors) * fate.random() ** 2)] for _ in range(2))
    day = (dt.date(2015, 1, 1) + dt.timedelta(days=fate.randrange(2000))).isoformat()
    action = fate.choice(ACTIONS)
    target = _actor(at + 60, *whom) if fate.random() < 0.7 else _civilians(at + 60)
    deaths = luck.randrange(1, 30)
    dead = (
        (Casualty("killed", deaths, deaths, False, None, at + 90, at + 99, "x killed "),) if fate.random() < 0.4 else ()
    )
    return Event(
        id=f"event:{number}-{order}",
        incident=f"incident:{happening}",
        action=action,
        plover="ASSAULT",
        cameo="190",
        acled=None,
        trigger=Span(at + 40, at + 48, "attacked"),
        sentence=Span(at, at + 120, "s" * 120),
        agents=(_actor(at + 20, *who),),
        targets=(target,),
        places=(Place(at + 100, at + 108, "in Town ", **fate.choice(places)),),  # type: ignore[arg-type]
        time=Time(day, day, "day", "text", "Friday") if fate.random() < 0.8 else Time(),
        casualties=dead,
        status=fate.choice(STATUS),  # type: ignore[arg-type]
        attribution=(order,) if luck.random() < 0.4 else (),
        reciprocal=action == "ArmedClash",
        rule="active",
    )


def _actor(at: int, identity: str, name: str, sector: str, country: str) -> Actor:
    words = Span(at, at + 10, "the forces")
    return Actor(at, at + 10, "the forces", words, id=identity, name=name, kind="Actor", country=country, sector=sector)


def _civilians(at: int) -> Actor:
    words = Span(at, at + 9, "villagers")
    return Actor(at, at + 9, "villagers", words, kind="Civilians", sector="CVL")
