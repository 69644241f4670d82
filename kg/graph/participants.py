"""Who and where: the statements about actors and places and the words that name them.

What holds of an actor or place whatever the article (``actor``, ``place``) is apart from what an article's words say of
them (``mention``, ``place_mention``): the first is stated once for all articles, the second in the article's graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode
from rdflib import RDF, RDFS, SKOS

from kg.graph import iris
from kg.graph.facts import Fact, decimal, quoted, words
from kg.graph.labels import label_of
from kg.graph.vocabulary import AS_WKT, KG, WGS84, WITHIN, WKT, action
from kg.model import Actor, Place, Time

_STANCES: Mapping[str, str] = {
    "led_by": KG.ledBy,
    "backed_by": KG.backedBy,
    "allied_with": KG.alliedWith,
    "supports": KG.supports,
    "opposes": KG.opposes,
    "member_of": KG.memberOf,
}


def mention(document: str, node: str, role: str, actor: Actor) -> Iterator[Fact]:
    """Yield that an event rests on the words for an actor, and who that is."""
    yield from words(document, node, role, actor)
    named, who = iris.evidence(document, actor.start, actor.end), iris.actor(document, actor)
    yield named, KG.refersTo, who
    yield from words(document, named, KG.antecedent, actor.antecedent)
    if actor.number:
        yield named, KG.numberLow, Literal(actor.number.low)
        if actor.number.high is not None:
            yield named, KG.numberHigh, Literal(actor.number.high)
    for stance in actor.stances:
        if iris.expand(stance.id) != who:
            yield who, _STANCES[stance.relation], iris.expand(stance.id)
    for candidate in actor.candidates:
        yield who, KG.candidate, iris.expand(candidate)


def actor(document: str, found: Actor) -> Iterator[Fact]:
    """Yield what holds of an actor."""
    who = iris.actor(document, found)
    yield who, RDF.type, action(found.kind or "Participant")
    yield who, RDFS.label, Literal(label_of(found), language="en")
    if found.country:
        yield who, KG.country, Literal(found.country)
    if found.sector:
        yield who, KG.sector, Literal(found.sector)


def place(document: str, found: Place) -> Iterator[Fact]:
    """Yield what holds of a place."""
    node = iris.place(document, found)
    yield node, RDF.type, KG.Place
    yield node, RDFS.label, Literal(" ".join((found.name or found.text).split()), language="en")
    if found.own_name:
        yield node, SKOS.altLabel, Literal(found.own_name)
    if found.country:
        yield node, KG.country, Literal(found.country)
    if found.admin1:
        yield node, KG.admin1, Literal(found.admin1)
    if found.precision and not _offset(found):
        yield node, KG.precision, Literal(found.precision)
    if found.geonames is not None:
        yield node, KG.geonames, Literal(found.geonames)
        yield node, SKOS.exactMatch, f"https://sws.geonames.org/{found.geonames}/"
    if found.latitude is not None and found.longitude is not None:
        lat, long = decimal(found.latitude), decimal(found.longitude)
        yield node, WGS84.lat, lat
        yield node, WGS84.long, long
        yield node, AS_WKT, Literal(f"POINT({long.value} {lat.value})", datatype=NamedNode(WKT))


def containment(document: str, found: Place) -> Iterator[Fact]:
    """Yield in which first-order area and in which country a place lies (GeoSPARQL; a place lies within itself)."""
    if not found.country:
        return
    around, nation = within(found), iris.country(found.country)
    yield iris.place(document, found), WITHIN, around or nation
    if around and found.admin1:
        yield around, RDF.type, KG.AdministrativeArea
        yield around, RDFS.label, Literal(" ".join(found.admin1.split()), language="en")
        yield around, KG.country, Literal(found.country)
        yield around, WITHIN, nation


def within(found: Place) -> str | None:
    """Return the IRI of the first-order area that a place lies in, or None."""
    return iris.area(found.country, found.admin1) if found.country and found.admin1 else None


def place_mention(document: str, found: Place) -> Iterator[Fact]:
    """Yield the words that name a place."""
    named = iris.evidence(document, found.start, found.end)
    yield from quoted(document, found)
    yield named, KG.refersTo, iris.place(document, found)
    if found.relation:
        yield named, KG.placeRelation, Literal(found.relation)
    if found.precision:
        yield named, KG.precision, Literal(found.precision)


def _offset(place: Place) -> bool:
    """Whether the mention means an area beside the place: *north of* Lesk."""
    return place.precision == "region" and bool(place.relation) and place.relation != "in"


def sides(agents: Iterable[str], targets: Iterable[str], *, mutual: bool) -> str:
    """Return ``agents > targets``, with ``<>`` where they act on one another; only the one side that is known."""
    doing, done_to = " and ".join(dict.fromkeys(agents)), " and ".join(dict.fromkeys(targets))
    if doing and done_to:
        return f"{doing} {'<>' if mutual else '>'} {done_to}"
    return doing or (f"> {done_to}" if done_to else "")


def headline(
    name: str, agents: Iterable[str], targets: Iterable[str], places: Iterable[str], time: Time, *, mutual: bool
) -> str:
    """Return a line for people; a place that is a side already is not named again."""
    agents, targets = tuple(agents), tuple(targets)
    where = dict.fromkeys(place for place in places if place not in (*agents, *targets))
    rest = ", ".join(part for part in (sides(agents, targets, mutual=mutual), *where, when(time)) if part)
    return f"{name}: {rest}" if rest else name


def when(time: Time) -> str:
    """Return the first day, or the month or year where no day is known: 2017-05-18, 2017-04, 2016."""
    return (time.start or "")[: {"month": 7, "year": 4}.get(time.precision, 10)]
