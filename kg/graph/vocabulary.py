"""The namespaces of the graph, closed: a misspelt term raises.

``KG`` lists the frame of ``ontology/conflict.ttl`` (its classes and properties).  The actions and their relations are
data: ``action("Airstrike")`` names one, and which exist is what the ontology says.
"""

from __future__ import annotations

from typing import ClassVar, Final

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, TIME, XSD, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

BASE: Final = "https://w3id.org/conflict-event-kg/"
GEO: Final = Namespace("http://www.opengis.net/ont/geosparql#")


class KG(DefinedNamespace):
    """Classes and properties of the ontology, without the actions and the relations between actors."""

    _NS = Namespace(BASE + "ontology#")
    _fail = True
    _extras: ClassVar[list[str]] = ["from"]  # a word of Python's own

    Participant: URIRef
    Actor: URIRef
    State: URIRef
    Country: URIRef
    Government: URIRef
    Legislature: URIRef
    Court: URIRef
    ArmedForce: URIRef
    Military: URIRef
    Police: URIRef
    Intelligence: URIRef
    ArmedGroup: URIRef
    Militia: URIRef
    Coalition: URIRef
    Organisation: URIRef
    PoliticalParty: URIRef
    InternationalOrganisation: URIRef
    NGO: URIRef
    Media: URIRef
    Company: URIRef
    CriminalGroup: URIRef
    Person: URIRef
    Civilians: URIRef
    Object: URIRef
    Location: URIRef
    Place: URIRef
    Region: URIRef
    CountryTerritory: URIRef
    AdministrativeArea: URIRef
    Settlement: URIRef
    Neighbourhood: URIRef
    Front: URIRef
    NaturalFeature: URIRef
    Facility: URIRef
    MilitaryBase: URIRef
    Airbase: URIRef
    Airport: URIRef
    Port: URIRef
    BorderCrossing: URIRef
    Checkpoint: URIRef
    Camp: URIRef
    Prison: URIRef
    Infrastructure: URIRef
    Action: URIRef
    VerbalCooperation: URIRef
    MaterialCooperation: URIRef
    VerbalConflict: URIRef
    MaterialConflict: URIRef
    actedOn: URIRef
    actedAgainst: URIRef
    cooperatedWith: URIRef
    quad: URIRef
    plover: URIRef
    ploverMode: URIRef
    cameo: URIRef
    acledEventType: URIRef
    acledSubEventType: URIRef
    relation: URIRef
    iso2: URIRef
    iso3: URIRef
    adjective: URIRef
    demonym: URIRef
    capital: URIRef
    sector: URIRef
    country: URIRef
    region: URIRef
    partOf: URIRef
    affiliation: URIRef
    office: URIRef
    operatesIn: URIRef
    until: URIRef
    splinterOf: URIRef
    successorOf: URIRef
    ambiguousLabel: URIRef
    ledBy: URIRef
    backedBy: URIRef
    alliedWith: URIRef
    supports: URIRef
    opposes: URIRef
    memberOf: URIRef
    geonames: URIRef
    latitude: URIRef
    longitude: URIRef
    notLabel: URIRef
    admin1: URIRef
    precision: URIRef
    Event: URIRef
    Incident: URIRef
    Article: URIRef
    Claim: URIRef
    Statement: URIRef
    Evidence: URIRef
    Instrument: URIRef
    CasualtyFigure: URIRef
    Report: URIRef
    Account: URIRef
    Build: URIRef
    Run: URIRef
    Status: URIRef
    Asserted: URIRef
    Negated: URIRef
    Denied: URIRef
    Alleged: URIRef
    Attempted: URIRef
    Failed: URIRef
    Threatened: URIRef
    Planned: URIRef
    Demanded: URIRef
    Hypothetical: URIRef
    action: URIRef
    agent: URIRef
    target: URIRef
    instrument: URIRef
    instrumentKind: URIRef
    place: URIRef
    time: URIRef
    start: URIRef
    end: URIRef
    timePrecision: URIRef
    timeBasis: URIRef
    timeText: URIRef
    status: URIRef
    reciprocal: URIRef
    confidence: URIRef
    rule: URIRef
    article: URIRef
    attribution: URIRef
    incident: URIRef
    reports: URIRef
    report: URIRef
    outlet: URIRef
    account: URIRef
    about: URIRef
    evidence: URIRef
    trigger: URIRef
    sentence: URIRef
    statusCue: URIRef
    agentMention: URIRef
    targetMention: URIRef
    placeMention: URIRef
    groupMention: URIRef
    quote: URIRef
    beginIndex: URIRef
    endIndex: URIRef
    refersTo: URIRef
    antecedent: URIRef
    numberLow: URIRef
    numberHigh: URIRef
    placeRelation: URIRef
    claimant: URIRef
    claimantMention: URIRef
    claimantName: URIRef
    cue: URIRef
    content: URIRef
    casualties: URIRef
    casualtyKind: URIRef
    low: URIRef
    best: URIRef
    high: URIRef
    approximate: URIRef
    derived: URIRef
    group: URIRef
    supportedBy: URIRef
    title: URIRef
    published: URIRef
    source: URIRef
    url: URIRef
    document: URIRef
    candidate: URIRef
    version: URIRef
    model: URIRef
    ontologyHash: URIRef
    build: URIRef
    library: URIRef
    setting: URIRef
    licence: URIRef
    textHash: URIRef
    text: URIRef
    record: URIRef
    contentHash: URIRef
    sourceHash: URIRef
    storeSchema: URIRef
    needsIncidents: URIRef
    decisions: URIRef
    sketch: URIRef
    indexedBy: URIRef
    indexedHash: URIRef
    indexKey: URIRef
    telling: URIRef
    linked: URIRef


for _name in KG.__annotations__:  # looked up once, as statements ask for terms by the hundred thousand
    if _name != "_extras":
        setattr(KG, _name, KG[_name])


class SEM(DefinedNamespace):
    """The Simple Event Model: the terms used."""

    _NS = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
    _fail = True
    Event: URIRef


class WGS84(DefinedNamespace):
    """W3C Basic Geo: the terms used."""

    _NS = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
    _fail = True
    lat: URIRef
    long: URIRef


WKT: Final = GEO.wktLiteral
AS_WKT: Final = GEO.asWKT
WITHIN: Final = GEO.sfWithin

#: prefix -> namespace, in the order in which files declare them
PREFIXES: Final[dict[str, str]] = {
    "kg": str(KG._NS),
    "actor": BASE + "actor/",
    "place": BASE + "place/",
    "event": BASE + "event/",
    "incident": BASE + "incident/",
    "article": BASE + "article/",
    "claim": BASE + "claim/",
    "statement": BASE + "statement/",
    "build": BASE + "build/",
    "sem": str(SEM._NS),
    "wgs84": str(WGS84._NS),
    "geo": str(GEO),
    "time": str(TIME._NS),
    "prov": str(PROV._NS),
    "dcterms": str(DCTERMS._NS),
    "skos": str(SKOS._NS),
    "owl": str(OWL._NS),
    "rdf": str(RDF._NS),
    "rdfs": str(RDFS._NS),
    "xsd": str(XSD._NS),
}

#: graphs that are no article's
ONTOLOGY: Final = BASE + "ontology"
INCIDENTS: Final = BASE + "incidents"
#: what the incidents are derived by; like an article's record it is no statement
INDEX: Final = INCIDENTS + "/record"
SHARED: Final = BASE + "shared"
STORE: Final = BASE + "store"


def action(name: str) -> str:
    """Return the IRI of an action or relation by its local name, e.g. ``Airstrike``."""
    return PREFIXES["kg"] + name


def status(name: str) -> URIRef:
    """Return the term of a record's status: ``denied`` -> kg:Denied."""
    return KG[name.capitalize()]
