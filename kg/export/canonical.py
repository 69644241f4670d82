"""From the store to rows: what the graph of incidents derives, with the words and sources of the records beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from kg.export.reference import Reference
from kg.export.rows import Party, Row, Shares, Source, Spot, Toll
from kg.export.tolls import shares
from kg.graph import iris
from kg.graph.grounding import grounded
from kg.graph.incidents import identities
from kg.graph.participants import mention_name
from kg.graph.statements import claimant_name
from kg.graph.store import Store
from kg.graph.vocabulary import INCIDENTS
from kg.model import Actor, Event, Place, Record, Status

#: ids that name no actor of the ontology but a role in a country: Malian rebels, Greek protesters
_ROLE = re.compile(r"actor:[A-Z]{3}-(?!GOV|MIL|COP)[A-Z]{3,7}")
_BODIES = frozenset(
    {"ArmedGroup", "Militia", "Coalition", "Organisation", "PoliticalParty", "InternationalOrganisation", "NGO", "Media",
     "Company", "CriminalGroup", "Military", "Police", "Intelligence", "Legislature", "Court"}
)  # fmt: skip
_FINE = ("point", "settlement", "admin2", "admin1", "region", "country")
_SCALARS = f"""
SELECT ?incident ?label ?action ?status ?start ?end ?precision ?reciprocal {{ GRAPH <{INCIDENTS}> {{
  ?incident a kg:Incident ; rdfs:label ?label ; kg:action ?action ; kg:status ?status .
  OPTIONAL {{ ?incident kg:timePrecision ?precision }} OPTIONAL {{ ?incident kg:reciprocal ?reciprocal }}
  OPTIONAL {{ ?incident kg:start ?start }} OPTIONAL {{ ?incident kg:end ?end }}
}} }} ORDER BY ?incident ?label ?action ?status ?precision
"""
_LINKS = f"SELECT ?incident ?link {{{{ GRAPH <{INCIDENTS}> {{{{ ?incident a kg:Incident ; {{}} ?link }}}} }}}} ORDER BY ?link"
_TOLLS = f"""
SELECT ?incident ?kind ?low ?best ?high {{ GRAPH <{INCIDENTS}> {{
  ?incident a kg:Incident ; kg:casualties ?figure .
  ?figure kg:casualtyKind ?kind ; kg:low ?low ; kg:best ?best ; kg:high ?high
}} }} ORDER BY ?incident ?kind ?low ?best ?high
"""
_LABELS = f"SELECT ?who ?label {{ GRAPH <{INCIDENTS}> {{ ?i kg:agent|kg:target ?who }} ?who rdfs:label ?label }} ORDER BY ?label"


@dataclass(slots=True)
class _Mentions:
    """What the records say of one incident."""

    events: list[tuple[Record, Event]] = field(default_factory=list)
    actors: dict[str, list[tuple[Record, Actor]]] = field(default_factory=lambda: defaultdict(list))
    places: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))


def rows(store: Store, known: Reference) -> Iterator[Row]:
    """Yield every incident as a row, by day and id."""
    mentions = _mentions(store)
    agents, targets, places = (_links(store, role) for role in ("kg:agent", "kg:target", "kg:place"))
    labels = {str(row["who"]): str(row["label"]) for row in store.query(_LABELS)}
    tolls: dict[str, dict[str, Toll]] = defaultdict(dict)
    for figure in store.query(_TOLLS):
        low, best, high = (int(str(figure[name])) for name in ("low", "best", "high"))
        tolls[str(figure["incident"])].setdefault(str(figure["kind"]), Toll(str(figure["kind"]), low, best, high))
    found: dict[str, Row] = {}
    for said in store.query(_SCALARS):
        incident = str(said["incident"])
        told = mentions.get(incident, _Mentions())
        status = cast(Status, str(said["status"]).removeprefix("kg:").lower())
        leading = [(record, event) for record, event in told.events if event.status == status]
        spots = tuple(_spot(iri, told.places[iri]) for iri in places[incident]) or _hit(targets[incident], told)
        found[incident] = Row(
            id=incident,
            label=str(said["label"]),
            action=str(said["action"]).removeprefix("kg:"),
            status=status,
            confidence=max((event.confidence for _, event in leading), default=0.0),
            agents=tuple(_party(who, told, labels) for who in agents[incident]),
            targets=tuple(_party(who, told, labels) for who in targets[incident]),
            hurt=_hurt(leading),
            reciprocal=bool(said["reciprocal"]),
            place=min((spot for spot in spots if spot.located), key=_fineness, default=None)
            or min(spots, key=_fineness, default=None),
            places=spots,
            start=_day(said["start"]),
            end=_day(said["end"]),
            precision=str(said["precision"] or "unknown"),
            tolls=tuple(tolls[incident].values()),
            shares=_shares(leading, tolls[incident].get("killed"), known),
            instruments=tuple(sorted({found.kind for _, event in leading for found in event.instruments})),
            sources=tuple(_sources(leading or told.events)),
        )
    yield from sorted(found.values(), key=lambda row: row.order)


def _mentions(store: Store) -> Mapping[str, _Mentions]:
    shared = identities(store)
    found: dict[str, _Mentions] = defaultdict(_Mentions)
    for record in map(grounded, store.records()):
        for event in record.events:
            told = found[shared.get(iris.compact(iris.event(event.id)), event.incident)]
            told.events.append((record, event))
            for actor in (*event.agents, *event.targets):
                told.actors[iris.compact(iris.actor(record.document, actor))].append((record, actor))
            for place in (*event.places, *_toponyms(record, event)):
                told.places[iris.compact(iris.place(record.document, place))].append(place)
    return found


def _toponyms(record: Record, event: Event) -> Iterator[Place]:
    """Yield the places of the text that the targets are."""
    ids = {actor.id for actor in event.targets if actor.kind == "Place" and actor.id}
    yield from (place for place in record.places if ids and iris.compact(iris.place(record.document, place)) in ids)


def _links(store: Store, role: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in store.query(_LINKS.format(role)):
        found[str(row["incident"])].append(str(row["link"]))
    return found


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _party(who: str, told: _Mentions, labels: Mapping[str, str]) -> Party:
    """Describe an actor by its clearest mention: in the body rather than the headline, the longest name."""
    mentions = told.actors.get(who)
    if not mentions:
        return Party(who, labels.get(who, who), known=who.startswith("actor:"))
    record, actor = min(mentions, key=_clarity)
    kind = actor.kind or next((other.kind for _, other in mentions if other.kind), None)
    return replace(_as_party(who, actor), kind=kind)


def _clarity(mention: tuple[Record, Actor]) -> tuple[object, ...]:
    record, actor = mention
    name = mention_name(actor)
    return actor.id is None and name in (record.title or ""), -len(name), name, record.document, actor.start


def _as_party(who: str, actor: Actor) -> Party:
    return Party(
        id=who,
        name=mention_name(actor),
        known=actor.id is not None and actor.kind != "Place" and not _ROLE.fullmatch(actor.id),
        kind=actor.kind,
        country=actor.country,
        sector=actor.sector,
        words=" ".join((actor.antecedent or actor).text.split()),
        noun=(actor.antecedent or actor.head).text,
        number=actor.number.low if actor.number else None,
        stances=tuple(sorted({(stance.relation, stance.id) for stance in actor.stances})),
        ambiguous=bool(actor.candidates),
    )


def _hurt(mentions: Iterable[tuple[Record, Event]]) -> tuple[Party, ...]:
    """Return those of whom a figure says how many were harmed, each once."""
    groups = (
        _as_party(iris.compact(iris.actor(record.document, casualty.group)), casualty.group)
        for record, event in mentions
        for casualty in event.casualties
        if casualty.group
    )
    return tuple(sorted({party.id: party for party in groups}.values(), key=lambda party: party.id))


def _spot(iri: str, mentions: list[Place]) -> Spot:
    if not mentions:
        return Spot(iri, iri)
    place = min(mentions, key=lambda p: (p.relation not in (None, "in", "at"), p.start, p.text))
    return Spot(
        id=iri,
        name=" ".join((place.name or place.text).split()),
        words=" ".join(place.text.split()),
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.precision,
        country=place.country,
        admin1=place.admin1,
        geonames=place.geonames,
        relation=place.relation,
    )


def _hit(targets: Iterable[str], told: _Mentions) -> tuple[Spot, ...]:
    """Return the places that are themselves the target, where no other is said."""
    return tuple(_spot(iri, told.places[iri]) for iri in targets if iri in told.places)


def _fineness(spot: Spot) -> tuple[object, ...]:
    rank = _FINE.index(spot.precision) if spot.precision in _FINE else len(_FINE)
    return not spot.itself, rank, spot.id


def _shares(mentions: list[tuple[Record, Event]], killed: Toll | None, known: Reference) -> Shares:
    if killed is None:
        return Shares()
    return shares(((record.document, event) for record, event in mentions), killed.best, known.parents)


def _sources(mentions: list[tuple[Record, Event]]) -> Iterator[Source]:
    """Yield the articles, by document, with their sentences in the order of the text."""
    records = {record.document: record for record, _ in mentions}
    for document, record in sorted(records.items()):
        events = [event for other, event in mentions if other.document == document]
        sentences = {event.sentence.start: " ".join(event.sentence.text.split()) for event in events}
        said = (claimant_name(record.attributions[index]) for event in events for index in event.attribution)
        yield Source(
            document=document,
            title=record.title,
            published=record.published,
            outlet=record.source,
            url=record.url,
            claimants=tuple(sorted({name for name in said if name})),
            sentences=tuple(dict.fromkeys(sentences[start] for start in sorted(sentences))),
            people=_names(record, {"Person"}),
            organisations=_names(record, _BODIES),
            locations=tuple(sorted({place.name or place.text for place in record.places})),
        )


def _names(record: Record, kinds: Collection[str]) -> tuple[str, ...]:
    """Return who of some kinds is named in an article, as far as the ontology knows them."""
    actors = (actor for event in record.events for actor in (*event.agents, *event.targets))
    return tuple(sorted({mention_name(actor) for actor in actors if actor.id and actor.kind in kinds}))
