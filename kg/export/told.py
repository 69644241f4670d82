"""What the records say of each incident: who, where and in which words, as the parts of a row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kg.export.rows import Party, Source, Spot, once
from kg.graph import iris
from kg.graph.grounding import grounded
from kg.graph.incidents import identities
from kg.graph.labels import label_of, mention_name
from kg.graph.statements import claimant_name
from kg.graph.store import Store
from kg.model import Actor, Event, Place, Record

#: ids that name no actor of the ontology but a role in a country: Malian rebels, Greek protesters
_ROLE = re.compile(r"actor:[A-Z]{3}-(?!GOV|MIL|COP)[A-Z]{3,7}")
_BODIES = frozenset(
    {"ArmedGroup", "Militia", "Coalition", "Organisation", "PoliticalParty", "InternationalOrganisation", "NGO", "Media",
     "Company", "CriminalGroup", "Military", "Police", "Intelligence", "Legislature", "Court"}
)  # fmt: skip


@dataclass(slots=True)
class Mentions:
    """What the records say of one incident."""

    events: list[tuple[Record, Event]] = field(default_factory=list)
    actors: dict[str, list[tuple[Record, Actor]]] = field(default_factory=lambda: defaultdict(list))
    places: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))


def mentions(store: Store) -> Mapping[str, Mentions]:
    """Return what all records say, by incident."""
    shared = identities(store)
    found: dict[str, Mentions] = defaultdict(Mentions)
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


def party(who: str, told: Mentions, labels: Mapping[str, str]) -> Party:
    """Describe an actor by its clearest mention: in the body rather than the headline, the longest name."""
    named = told.actors.get(who)
    if not named:
        return Party(who, labels.get(who, who), known=who.startswith("actor:"))
    _, actor = min(named, key=_clarity)
    kind = actor.kind or next((other.kind for _, other in named if other.kind), None)
    return replace(_as_party(who, actor), kind=kind)


def _clarity(mention: tuple[Record, Actor]) -> tuple[object, ...]:
    record, actor = mention
    name = label_of(actor)
    return actor.id is None and name in (record.title or ""), -len(name), name, record.document, actor.start


def _as_party(who: str, actor: Actor) -> Party:
    return Party(
        id=who,
        name=label_of(actor),
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


def hurt(mentions: Iterable[tuple[Record, Event]]) -> tuple[Party, ...]:
    """Return those of whom a figure says how many were harmed, each once."""
    groups = (
        _as_party(iris.compact(iris.actor(record.document, casualty.group)), casualty.group)
        for record, event in mentions
        for casualty in event.casualties
        if casualty.group
    )
    return tuple(sorted({party.id: party for party in groups}.values(), key=lambda party: party.id))


def spot(iri: str, mentions: list[Place]) -> Spot:
    """Describe a place by the mention that means the place itself, and no point near it."""
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
        within=place.within,
    )


def hit(targets: Iterable[str], told: Mentions) -> tuple[Spot, ...]:
    """Return the places that are themselves the target, where no other is said."""
    return tuple(spot(iri, told.places[iri]) for iri in targets if iri in told.places)


def sources(mentions: list[tuple[Record, Event]]) -> Iterator[Source]:
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
            claimants=once(name for name in said if name),
            sentences=tuple(dict.fromkeys(sentences[start] for start in sorted(sentences))),
            people=_names(record, {"Person"}),
            organisations=_names(record, _BODIES),
            locations=tuple(sorted({place.name or place.text for place in record.places})),
        )


def _names(record: Record, kinds: Collection[str]) -> tuple[str, ...]:
    """Return who of some kinds is named in an article, as far as the ontology knows them."""
    actors = (actor for event in record.events for actor in (*event.agents, *event.targets))
    known = (actor for actor in actors if actor.id and not _ROLE.fullmatch(actor.id) and actor.kind in kinds)
    return tuple(sorted({mention_name(actor) for actor in known}))
