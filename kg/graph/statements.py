"""Record -> statements: what an article says, as quads.

No node is blank.  What the article's words say is in the article's own graph.  What many articles may say alike is
stated once, in a graph that they share, as a query over all graphs together would else meet it many times: actors and
places, and ``actor relation actor``.  Such a triple is stated for asserted events alone; its ``kg:Statement`` node
names the event mentions behind it, so that "why is this in the graph" is a query.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, Quad
from rdflib import DCTERMS, PROV, RDF, RDFS

from kg.graph import iris
from kg.graph.facts import Fact, as_quads, decimal, period, words
from kg.graph.grounding import grounded
from kg.graph.labels import label_of, mention_name
from kg.graph.participants import actor, containment, headline, mention, place, place_mention, within
from kg.graph.provenance import Build, describe_article, describe_build
from kg.graph.vocabulary import KG, SEM, SHARED, action, status
from kg.model import FACTUAL, Attribution, Casualty, Event, Instrument, Place, Record, Time
from kg.ontology.groupings import CAPTURES, THINGS


def quads(record: Record, relations: Mapping[str, str], build: Build | None = None) -> Iterator[Quad]:
    """Yield what a record states, sorted and each once: in the graph of its article, and in the graph that all share.

    ``relations`` maps the name of an action to that of its direct relation; actions without one give event nodes only.
    """
    record, article = grounded(record), iris.article(record.document)
    descriptions = _one_label(list(_descriptions(record)))
    own = [fact for fact in descriptions if fact[0].startswith(article + "/")]
    common = [fact for fact in descriptions if not fact[0].startswith(article + "/")]
    common += [fact for event in record.events for fact in _direct(record, event, relations)]
    made_by = [(article, PROV.wasGeneratedBy, build.iri)] if build else []
    yield from as_quads([*_told(record), *_supports(record, relations), *own, *made_by], article)
    yield from as_quads([*common, *(describe_build(build) if build else ())], SHARED)


def facts(record: Record, relations: Mapping[str, str]) -> Iterator[Fact]:
    """Yield the statements of a record as one graph; some may repeat."""
    record = grounded(record)
    yield from _told(record)
    yield from _descriptions(record)
    yield from _supports(record, relations)
    for event in record.events:
        yield from _direct(record, event, relations)


def _one_label(stated: list[Fact]) -> list[Fact]:
    """Leave each node its longest label: "a convoy", "the convoy" and "a pro-regime convoy" name one actor."""
    chosen: dict[str, str] = {}
    for subject, predicate, value in stated:
        if predicate == RDFS.label:
            chosen[str(subject)] = min(str(value), chosen.get(str(subject), ""), key=lambda words: (-len(words), words))
    return [fact for fact in stated if fact[1] != RDFS.label or chosen[str(fact[0])] == str(fact[2])]


def _told(record: Record) -> Iterator[Fact]:
    """Yield what the article's words say."""
    yield from describe_article(record)
    for found in record.places:
        yield from place_mention(record.document, found)
    yield from ((iris.article(record.document), DCTERMS.spatial, area) for area in map(within, _places(record)) if area)
    for index in sorted({index for event in record.events for index in event.attribution}):
        yield from _claim(record, record.attributions[index])
    for event in record.events:
        yield from _event(record, event)


def _descriptions(record: Record) -> Iterator[Fact]:
    """Yield what holds of the actors and places, wherever they are named."""
    for found in _places(record):
        yield from place(record.document, found)
        yield from containment(record.document, found)
    for event in record.events:
        groups = (casualty.group for casualty in event.casualties if casualty.group)
        sources = (record.attributions[index].source_actor for index in event.attribution)
        for who in (*event.agents, *event.targets, *groups, *sources):
            if who:
                yield from actor(record.document, who)


def _places(record: Record) -> tuple[Place, ...]:
    return (*record.places, *(found for event in record.events for found in event.places))


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
    yield from words(record.document, node, KG.trigger, event.trigger)
    yield from words(record.document, node, KG.sentence, event.sentence)
    yield from words(record.document, node, KG.statusCue, event.status_cue)
    for index in event.attribution:
        yield node, KG.attribution, _claim_iri(record, record.attributions[index])
    yield from _roles(record, event)
    yield from _time(record, node, event.time)


def _roles(record: Record, event: Event) -> Iterator[Fact]:
    node = iris.event(event.id)
    for who in event.agents:
        yield node, KG.agent, iris.actor(record.document, who)
        yield from mention(record.document, node, KG.agentMention, who)
    for who in event.targets:
        yield node, KG.target, iris.actor(record.document, who)
        yield from mention(record.document, node, KG.targetMention, who)
    for number, instrument in enumerate(event.instruments, 1):
        yield from _instrument(record, event, instrument, number)
    for found in event.places:
        yield node, KG.place, iris.place(record.document, found)
        yield from place_mention(record.document, found)
        yield node, KG.placeMention, iris.evidence(record.document, found.start, found.end)
    for number, casualty in enumerate(event.casualties, 1):
        yield from _casualties(record, event, casualty, number)


def _pairs(record: Record, event: Event, relations: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the direct triples of an event: none unless it is asserted, both ways where it is reciprocal."""
    relation = relations.get(event.action)
    if event.status not in FACTUAL or relation is None:
        return
    who, whom = ([iris.actor(record.document, found) for found in side] for side in (event.agents, event.targets))
    losers = _losers(record, event)
    pairs = [(agent, target) for agent in who for target in whom if agent != target]
    for agent, target in pairs:
        predicate = action(relations.get("Coercion", relation) if target in losers else relation)
        yield agent, predicate, target
        if event.reciprocal:
            yield target, predicate, agent


def _losers(record: Record, event: Event) -> set[str]:
    """Who lost ground that was taken, and was not taken himself: "recaptured Bama from *Boko Haram*"."""
    others = [found for found in event.targets if found.kind not in {*THINGS, None}]
    ground = event.action in CAPTURES and len(others) < len(event.targets)
    return {iris.actor(record.document, found) for found in others if ground}


def _direct(record: Record, event: Event, relations: Mapping[str, str]) -> Iterator[Fact]:
    for subject, predicate, target in _pairs(record, event, relations):
        node = iris.statement(subject, predicate, target)
        yield subject, predicate, target
        yield node, RDF.type, KG.Statement
        yield node, RDF.subject, subject
        yield node, RDF.predicate, predicate
        yield node, RDF.object, target


def _supports(record: Record, relations: Mapping[str, str]) -> Iterator[Fact]:
    for event in record.events:
        for triple in _pairs(record, event, relations):
            yield iris.statement(*triple), KG.supportedBy, iris.event(event.id)


def _instrument(record: Record, event: Event, instrument: Instrument, number: int) -> Iterator[Fact]:
    node = iris.event_part(event, "instrument", number)
    yield iris.event(event.id), KG.instrument, node
    yield node, RDF.type, KG.Instrument
    yield node, RDFS.label, Literal(instrument.text, language="en")
    yield node, KG.instrumentKind, Literal(instrument.kind)
    yield from words(record.document, node, KG.evidence, instrument)


def _casualties(record: Record, event: Event, casualty: Casualty, number: int) -> Iterator[Fact]:
    node = iris.event_part(event, "casualties", number)
    yield iris.event(event.id), KG.casualties, node
    yield node, RDF.type, KG.CasualtyFigure
    yield node, KG.casualtyKind, Literal(casualty.kind)
    yield node, KG.low, Literal(casualty.low)
    if casualty.high is not None:
        yield node, KG.high, Literal(casualty.high)
    yield node, KG.approximate, Literal(casualty.approximate)
    yield from words(record.document, node, KG.evidence, casualty)
    if casualty.group:
        yield node, KG.group, iris.actor(record.document, casualty.group)
        yield from mention(record.document, node, KG.groupMention, casualty.group)


def _claim_iri(record: Record, said: Attribution) -> str:
    return iris.claim(record.document, said.content, said.cue)


def _claim(record: Record, said: Attribution) -> Iterator[Fact]:
    node = _claim_iri(record, said)
    yield node, RDF.type, KG.Claim
    yield node, KG.article, iris.article(record.document)
    yield from words(record.document, node, KG.content, said.content)
    yield from words(record.document, node, KG.cue, said.cue)
    yield from words(record.document, node, KG.claimantMention, said.source)
    if name := claimant_name(said):
        yield node, KG.claimantName, Literal(name, language="en")
    if said.source_actor:
        yield node, KG.claimant, iris.actor(record.document, said.source_actor)
        role = KG.evidence if said.source else KG.claimantMention
        yield from mention(record.document, node, role, said.source_actor)


def claimant_name(said: Attribution) -> str | None:
    """Return what to call a source: *Mr Orlan* for "he", and "two army officers" as it stands."""
    who = said.source_actor
    if who and ((who.kind == "Person" and who.id) or who.antecedent):
        return mention_name(who)
    words = said.source or who
    return " ".join(words.text.split()) if words else None


def _time(record: Record, node: str, time: Time) -> Iterator[Fact]:
    yield node, KG.timePrecision, Literal(time.precision)
    yield node, KG.timeBasis, Literal(time.basis)
    if time.text:
        yield node, KG.timeText, Literal(time.text, language="en")
    yield from period(node, time.start, time.end)


def label(event: Event) -> str:
    """Return a line that names an event for people: ``Airstrike: coalition > convoy, At-Tanf, 2017-05-18``."""
    agents, targets = tuple(map(label_of, event.agents)), tuple(map(label_of, event.targets))
    where = (place.name or place.text for place in event.places)
    return headline(event.action, agents, targets, where, event.time, mutual=event.reciprocal)
