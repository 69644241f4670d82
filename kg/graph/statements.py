"""Record -> statements: what an article says, as quads of its own named graph.

No node is blank.  ``actor relation actor`` is stated for asserted events alone; each such triple has a ``kg:Statement``
node that names the event mentions behind it, so that "why is this in the graph" is a query.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import PROV, RDF, RDFS, SKOS, TIME, XSD

from kg.graph import iris
from kg.graph.vocabulary import AS_WKT, KG, PREFIXES, SEM, WGS84, WKT, action, status
from kg.model import FACTUAL, Actor, Attribution, Casualty, Event, Instrument, Place, Record, Span, Time

#: subject, predicate, object; a str is an IRI
Fact = tuple[str, str, str | Literal]

_STANCES: Mapping[str, str] = {
    "led_by": KG.ledBy,
    "backed_by": KG.backedBy,
    "allied_with": KG.alliedWith,
    "supports": KG.supports,
    "opposes": KG.opposes,
    "member_of": KG.memberOf,
}


@dataclass(frozen=True, slots=True)
class Build:
    """What made the statements: versions and settings, for provenance (PROV-O)."""

    version: str
    model: str
    ontology: str

    @property
    def iri(self) -> str:
        """The IRI of this way of building; the same settings give the same one."""
        return PREFIXES["build"] + iris.digest(self.version, self.model, self.ontology)


def quads(record: Record, relations: Mapping[str, str], build: Build | None = None) -> Iterator[Quad]:
    """Yield what a record states, sorted and each once.

    ``relations`` maps the name of an action to that of its direct relation; actions without one give event nodes only.
    """
    graph = NamedNode(iris.article(record.document))
    unique = {(NamedNode(s), NamedNode(p), o if isinstance(o, Literal) else NamedNode(o)) for s, p, o in facts(record, relations)}
    if build:
        unique |= {(NamedNode(s), NamedNode(p), o if isinstance(o, Literal) else NamedNode(o)) for s, p, o in _made_by(record, build)}
    for subject, predicate, value in sorted(unique, key=lambda fact: tuple(map(str, fact))):
        yield Quad(subject, predicate, value, graph)


def facts(record: Record, relations: Mapping[str, str]) -> Iterator[Fact]:
    """Yield the statements of a record; some may repeat."""
    yield from _article(record)
    for place in record.places:
        yield from _place(record, place)
    used = {index for event in record.events for index in event.attribution}
    for index in sorted(used):
        yield from _claim(record, record.attributions[index])
    for event in record.events:
        yield from _event(record, event)
        yield from _direct(record, event, relations)


def _made_by(record: Record, build: Build) -> Iterator[Fact]:
    yield iris.article(record.document), PROV.wasGeneratedBy, build.iri
    yield build.iri, RDF.type, KG.Build
    yield build.iri, RDF.type, PROV.Activity
    yield build.iri, KG.version, Literal(build.version)
    yield build.iri, KG.model, Literal(build.model)
    yield build.iri, KG.ontologyHash, Literal(build.ontology)


def _article(record: Record) -> Iterator[Fact]:
    node = iris.article(record.document)
    yield node, RDF.type, KG.Article
    yield node, KG.document, Literal(record.document)
    if record.title:
        yield node, KG.title, Literal(record.title, language="en")
    if record.published:
        yield node, KG.published, day(record.published)
    if record.source:
        yield node, KG.source, Literal(record.source)
    if record.url:
        yield node, KG.url, Literal(record.url, datatype=NamedNode(XSD.anyURI))


def _event(record: Record, event: Event) -> Iterator[Fact]:
    node = iris.event(event.id)
    yield node, RDF.type, KG.Event
    yield node, RDF.type, SEM.Event
    yield node, RDF.type, action(event.action)
    yield node, RDFS.label, Literal(label(event), language="en")
    yield node, KG.action, action(event.action)
    yield node, KG.status, status(event.status)
    yield node, KG.confidence, decimal(event.confidence)
    yield node, KG.article, iris.article(record.document)
    if event.rule:
        yield node, KG.rule, Literal(event.rule)
    if event.reciprocal:
        yield node, KG.reciprocal, Literal(True)
    yield from _words(record, node, KG.trigger, event.trigger)
    yield from _words(record, node, KG.sentence, event.sentence)
    yield from _words(record, node, KG.statusCue, event.status_cue)
    for index in event.attribution:
        yield node, KG.attribution, _claim_iri(record, record.attributions[index])
    yield from _roles(record, event)
    yield from _time(record, node, event.time)


def _roles(record: Record, event: Event) -> Iterator[Fact]:
    node = iris.event(event.id)
    for actor in event.agents:
        yield node, KG.agent, iris.actor(record.document, actor)
        yield from _mention(record, node, KG.agentMention, actor)
    for actor in event.targets:
        yield node, KG.target, iris.actor(record.document, actor)
        yield from _mention(record, node, KG.targetMention, actor)
    for number, instrument in enumerate(event.instruments, 1):
        yield from _instrument(record, event, instrument, number)
    for place in event.places:
        yield node, KG.place, iris.place(record.document, place)
        yield from _place(record, place)
        yield from _words(record, node, KG.placeMention, place)
    for number, casualty in enumerate(event.casualties, 1):
        yield from _casualties(record, event, casualty, number)


def _direct(record: Record, event: Event, relations: Mapping[str, str]) -> Iterator[Fact]:
    relation = relations.get(event.action)
    if event.status not in FACTUAL or relation is None:
        return
    pairs = [(iris.actor(record.document, a), iris.actor(record.document, t)) for a in event.agents for t in event.targets]
    if event.reciprocal:
        pairs += [(target, agent) for agent, target in pairs]
    for subject, target in pairs:
        if subject == target:
            continue
        node, predicate = iris.statement(subject, action(relation), target), action(relation)
        yield subject, predicate, target
        yield node, RDF.type, KG.Statement
        yield node, RDF.subject, subject
        yield node, RDF.predicate, predicate
        yield node, RDF.object, target
        yield node, KG.supportedBy, iris.event(event.id)


def _mention(record: Record, node: str, role: str, actor: Actor) -> Iterator[Fact]:
    yield from _words(record, node, role, actor)
    words, who = iris.evidence(record.document, actor.start, actor.end), iris.actor(record.document, actor)
    yield words, KG.refersTo, who
    yield from _words(record, words, KG.antecedent, actor.antecedent)
    if actor.number:
        yield words, KG.numberLow, Literal(actor.number.low)
        if actor.number.high is not None:
            yield words, KG.numberHigh, Literal(actor.number.high)
    yield from _actor(record, who, actor)


def _actor(record: Record, who: str, actor: Actor) -> Iterator[Fact]:
    words = actor.name or (actor.antecedent.text if actor.antecedent else actor.text)
    yield who, RDF.type, action(actor.kind or "Participant")
    if actor.id is None or actor.name:
        yield who, RDFS.label, Literal(" ".join(words.split()), language="en")
    if actor.country:
        yield who, KG.country, Literal(actor.country)
    if actor.sector:
        yield who, KG.sector, Literal(actor.sector)
    for stance in actor.stances:
        yield who, _STANCES[stance.relation], iris.expand(stance.id)
    for candidate in actor.candidates:
        yield who, KG.candidate, iris.expand(candidate)


def _instrument(record: Record, event: Event, instrument: Instrument, number: int) -> Iterator[Fact]:
    node = iris.event_part(event, "instrument", number)
    yield iris.event(event.id), KG.instrument, node
    yield node, RDF.type, KG.Instrument
    yield node, RDFS.label, Literal(instrument.text, language="en")
    yield node, KG.instrumentKind, Literal(instrument.kind)
    yield from _words(record, node, KG.evidence, instrument)


def _casualties(record: Record, event: Event, casualty: Casualty, number: int) -> Iterator[Fact]:
    node = iris.event_part(event, "casualties", number)
    yield iris.event(event.id), KG.casualties, node
    yield node, RDF.type, KG.CasualtyFigure
    yield node, KG.casualtyKind, Literal(casualty.kind)
    yield node, KG.low, Literal(casualty.low)
    if casualty.high is not None:
        yield node, KG.high, Literal(casualty.high)
    yield node, KG.approximate, Literal(casualty.approximate)
    yield from _words(record, node, KG.evidence, casualty)
    if casualty.group:
        yield node, KG.group, iris.actor(record.document, casualty.group)
        yield from _mention(record, node, KG.groupMention, casualty.group)


def _claim_iri(record: Record, said: Attribution) -> str:
    return iris.claim(record.document, said.content, said.cue)


def _claim(record: Record, said: Attribution) -> Iterator[Fact]:
    node = _claim_iri(record, said)
    yield node, RDF.type, KG.Claim
    yield node, KG.article, iris.article(record.document)
    yield from _words(record, node, KG.content, said.content)
    yield from _words(record, node, KG.cue, said.cue)
    yield from _words(record, node, KG.claimantMention, said.source)
    if said.source_actor:
        yield node, KG.claimant, iris.actor(record.document, said.source_actor)
        yield from _mention(record, node, KG.claimantMention, said.source_actor)


def _place(record: Record, place: Place) -> Iterator[Fact]:
    node = iris.place(record.document, place)
    yield node, RDF.type, KG.Place
    if place.id is None or place.name:
        yield node, RDFS.label, Literal(place.name or place.text, language="en")
    if place.country:
        yield node, KG.country, Literal(place.country)
    if place.admin1:
        yield node, KG.admin1, Literal(place.admin1)
    if place.precision:
        yield node, KG.precision, Literal(place.precision)
    if place.geonames is not None:
        yield node, KG.geonames, Literal(place.geonames)
        yield node, SKOS.exactMatch, f"https://sws.geonames.org/{place.geonames}/"
    if place.latitude is not None and place.longitude is not None:
        lat, long = decimal(place.latitude), decimal(place.longitude)
        yield node, WGS84.lat, lat
        yield node, WGS84.long, long
        yield node, AS_WKT, Literal(f"POINT({long.value} {lat.value})", datatype=NamedNode(WKT))
    words = iris.evidence(record.document, place.start, place.end)
    yield from _quoted(record, place)
    yield words, KG.refersTo, node
    if place.relation:
        yield words, KG.placeRelation, Literal(place.relation)


def _time(record: Record, node: str, time: Time) -> Iterator[Fact]:
    yield node, KG.timePrecision, Literal(time.precision)
    yield node, KG.timeBasis, Literal(time.basis)
    if time.text:
        yield node, KG.timeText, Literal(time.text, language="en")
    yield from period(node, time.start, time.end)


def period(node: str, start: str | None, end: str | None) -> Iterator[Fact]:
    """Yield the days of an event or incident, on the node itself and as an OWL-Time interval."""
    if start is None and end is None:
        return
    interval = iris.period(start, end)
    yield node, KG.time, interval
    yield interval, RDF.type, TIME.ProperInterval
    for own, owl, value in ((KG.start, TIME.hasBeginning, start), (KG.end, TIME.hasEnd, end)):
        if value is not None:
            yield node, own, day(value)
            yield interval, owl, PREFIXES["period"] + value
            yield PREFIXES["period"] + value, RDF.type, TIME.Instant
            yield PREFIXES["period"] + value, TIME.inXSDDate, day(value)


def _words(record: Record, node: str, role: str, span: Span | Actor | Place | Instrument | Casualty | None) -> Iterator[Fact]:
    if span is not None:
        yield node, role, iris.evidence(record.document, span.start, span.end)
        yield from _quoted(record, span)


def _quoted(record: Record, span: Span | Actor | Place | Instrument | Casualty) -> Iterator[Fact]:
    words = iris.evidence(record.document, span.start, span.end)
    yield words, RDF.type, KG.Evidence
    yield words, KG.article, iris.article(record.document)
    yield words, KG.quote, Literal(span.text)
    yield words, KG.beginIndex, Literal(span.start)
    yield words, KG.endIndex, Literal(span.end)


def label(event: Event) -> str:
    """Return a line that names an event for people: ``Airstrike: coalition > convoy, At-Tanf, 2017-05-18``."""
    agents, targets = _names(event.agents), _names(event.targets)
    arrow = "<>" if event.reciprocal else ">"
    who = f"{agents} {arrow} {targets}" if agents and targets else agents or (f"> {targets}" if targets else "")
    where = ", ".join(dict.fromkeys(place.name or place.text for place in event.places))
    return f"{event.action}: " + ", ".join(part for part in (who, where, event.time.start or "") if part) if who or where else event.action


def _names(actors: Iterable[Actor]) -> str:
    names = (a.name or (a.antecedent.text if a.antecedent else a.text) for a in actors)
    return " and ".join(dict.fromkeys(" ".join(name.split()) for name in names))


def day(value: str) -> Literal:
    """Return an ISO day as xsd:date."""
    return Literal(value, datatype=NamedNode(XSD.date))


def decimal(value: float) -> Literal:
    """Return a number as canonical xsd:decimal with at most 6 places."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=NamedNode(XSD.decimal))
