"""The nouns of the project: frozen values that the stages hand to one another (standard library only).

All offsets are half-open character offsets into ``Document.text`` as it was given (Unicode code points), and
``text[start:end]`` equals the quoted words.  Unknown is ``None`` or an empty tuple, never a made-up value.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

SCHEMA = 1

Status = Literal[
    "asserted",
    "negated",
    "denied",
    "alleged",
    "attempted",
    "failed",
    "threatened",
    "planned",
    "demanded",
    "hypothetical",
]
StanceRelation = Literal["led_by", "backed_by", "allied_with", "supports", "opposes", "member_of"]

#: statuses under which a text states that something happened; only these give direct actor-relation-actor triples
FACTUAL: frozenset[str] = frozenset({"asserted"})


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """How many: ``high`` is None where the text sets no upper bound."""

    low: int
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """How a described actor stands to another: *U.S.-led* coalition, *pro-regime* militia."""

    relation: StanceRelation
    id: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One mention of somebody or something that plays a role in an event.

    ``kind`` is one of Government, Military, Police, ArmedGroup, Militia, Coalition, Civilians, Person, Organisation,
    Place, Object and the further actor classes of the ontology; ``country`` is ISO 3166 alpha-3; ``sector`` is a PLOVER
    actor sector.  ``candidates`` are the ids among which an ambiguous name could not be decided.
    """

    start: int
    end: int
    text: str
    head: Span
    antecedent: Span | None = None
    id: str | None = None
    name: str | None = None
    kind: str | None = None
    country: str | None = None
    sector: str | None = None
    number: Number | None = None
    stances: tuple[Stance, ...] = ()
    candidates: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """What it is called: its name, the words that it stands for, else its own; a number with its noun: "three people"."""
        if self.name is not None:
            return self.name
        if self.antecedent is None:
            return self.text
        counts = self.number is not None and self.text == self.head.text and " " not in self.antecedent.text
        return f"{self.text} {self.antecedent.text}" if counts else self.antecedent.text


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym; ``precision`` is point, settlement, admin2, admin1, country or region; degrees are WGS 84.

    ``name`` is the usual English one, ``own_name`` that of GeoNames where it is another.  A place that the index lacks has no
    ``name``; point, precision and country are then those of ``within``, the name of the known place that it lies in or near.
    """

    start: int
    end: int
    text: str
    name: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    precision: str | None = None
    relation: str | None = None
    id: str | None = None
    within: str | None = None
    own_name: str | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its TIMEX3 type (DATE, TIME, DURATION, SET) and value."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Time:
    """When an event took place: ISO days, both ends included."""

    start: str | None = None
    end: str | None = None
    precision: str = "unknown"
    basis: str = "none"
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """What an act was done with."""

    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Casualty:
    """A figure of people killed, wounded, captured, missing or displaced."""

    kind: str
    low: int
    high: int | None
    approximate: bool
    group: Actor | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the source, the cue ("said", "according to") and the content."""

    source: Span | None
    source_actor: Actor | None
    cue: Span | None
    content: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of a happening.  ``status_cue`` are the words that make it other than asserted.

    ``acled_by``: the words that gave its ACLED type, where those of the whole note did and no rule; else empty.
    """

    id: str
    incident: str
    action: str
    plover: str
    cameo: str
    acled: str | None
    trigger: Span
    sentence: Span
    agents: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    places: tuple[Place, ...] = ()
    time: Time = Time()
    casualties: tuple[Casualty, ...] = ()
    status: Status = "asserted"
    status_cue: Span | None = None
    attribution: tuple[int, ...] = ()
    reciprocal: bool = False
    confidence: float = 1.0
    rule: str = ""
    acled_by: str = ""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Words that look like an event and gave none, with the reason in plain words."""

    start: int
    end: int
    text: str
    action: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything known about one document; a pure function of the document, the ontology and the model."""

    document: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    text: str | None = None
    events: tuple[Event, ...] = ()
    timexes: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    unresolved: tuple[Span, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    licence: str | None = None
    text_sha256: str | None = None
    schema: int = SCHEMA


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read.

    ``published`` is an ISO day, ``licence`` a note for those who pass the article on; ``origin`` names the file (and line)
    for messages.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    licence: str | None = None
    origin: str = field(default="", compare=False)

    @property
    def text_sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, as ``sha256sum`` prints it."""
        return hashlib.sha256(self.text.encode()).hexdigest()
