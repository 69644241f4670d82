"""The row that every table starts from: one incident, with all that its articles say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Status
from kg.ontology.groupings import THINGS

#: relations of a record that put an incident close to a place; the others put it some way off
_CLOSE = frozenset(
    {"near", "outside", "just outside", "outskirts of", "opposite", "on the road to", "on the road between"}
)
_CROWDS = frozenset({"dozens", "scores", "hundreds", "thousands"})


def once(names: Iterable[str]) -> tuple[str, ...]:
    """Return names sorted, once those that differ by their capitals alone: *Residents* at the head of a sentence."""
    return tuple(sorted({name.casefold(): name for name in sorted(names)}.values()))


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on one side of an incident.

    ``id`` is compact; ``known`` tells whether it is of the ontology; ``words`` are those of the clearest mention and
    ``noun`` the head of them; ``stances`` are pairs such as ``("backed_by", "actor:RUS")``.
    """

    id: str
    name: str
    known: bool = False
    kind: str | None = None
    country: str | None = None
    sector: str | None = None
    words: str = ""
    noun: str = ""
    number: int | None = None
    stances: tuple[tuple[str, str], ...] = ()
    ambiguous: bool = False

    @property
    def human(self) -> bool:
        """Whether it is somebody, and not a place or a thing."""
        return self.kind not in THINGS

    @property
    def amount(self) -> str:
        """How many they are, in the words of the text where these are before the noun: *several hundred*."""
        before = self.words[: self.words.find(self.noun)].strip() if self.noun in self.words else ""
        if not before and self.name.endswith(f" or more {self.words}"):
            return f"at least {self.name.removesuffix(f' or more {self.words}')}"
        if not before and self.noun.lower() in _CROWDS:
            return self.words
        return before.removesuffix(" of") if before and self.number != 1 else str(self.number or "")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where: degrees of WGS 84; ``precision`` as in a record; ``relation`` as *near*, None where it is the place itself.

    ``within`` is the known place that gives a place of no point of its own its point and precision.
    """

    id: str
    name: str
    words: str = ""
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    country: str | None = None
    admin1: str | None = None
    geonames: int | None = None
    relation: str | None = None
    within: str | None = None

    @property
    def located(self) -> bool:
        """Whether it has coordinates."""
        return self.latitude is not None and self.longitude is not None

    @property
    def itself(self) -> bool:
        """Whether the incident was in the place, and not near it or some way from it."""
        return self.relation in (None, "in", "at", "inside", "within")

    @property
    def near(self) -> bool:
        """Whether it was close by."""
        return self.relation in _CLOSE

    @property
    def first_order(self) -> str:
        """The first-order administrative area."""
        return self.admin1 or (self.name if self.precision == "admin1" else "")

    @property
    def second_order(self) -> str:
        """The second-order administrative area, where the place is one or is known to lie in one."""
        return (self.within or self.name) if self.precision == "admin2" else ""

    @property
    def town(self) -> str | None:
        """The town that the place is or lies in."""
        return (self.within or self.name) if self.precision == "settlement" else None

    @property
    def title(self) -> str:
        """The name, with the relation where the incident was some way off: *600 kilometres east of Tripoli*."""
        return self.name if self.itself or self.near else f"{self.relation} {self.name}"


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed, wounded, ...: derived from the figures of all sources, low <= best <= high."""

    kind: str
    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class Shares:
    """The best figure of the killed by side; what no source ascribes to a side is ``unknown``."""

    agents: int = 0
    targets: int = 0
    civilians: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """An article that tells of an incident, who in it says so, the sentences, and whom and what the article names."""

    document: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    claimants: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One incident.  ``place`` is the finest of ``places`` that has coordinates, else the finest of them.

    ``start`` and ``end`` are ISO days, both included; only ``end`` is known where the text gives no time and the
    article was published on that day.  ``confidence`` is that of the surest mention, 0 to 1.  ``acled`` is the sub-event
    type that its mentions have, None where that is the one of the action or none.  ``reports`` counts articles, copies of
    one report once; ``accounts`` are, where sources differ, what each says: ``killed 12 (the army)``.  In tables of ACLED,
    ``beside`` are incidents that are one event with it, and ``row_of`` is the incident in whose row it is itself.
    """

    id: str
    label: str
    action: str
    status: Status
    confidence: float
    agents: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    hurt: tuple[Party, ...] = ()
    acled: str | None = None
    reciprocal: bool = False
    place: Spot | None = None
    places: tuple[Spot, ...] = ()
    start: str | None = None
    end: str | None = None
    precision: str = "unknown"
    tolls: tuple[Toll, ...] = ()
    shares: Shares = Shares()
    instruments: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    reports: int = 0
    accounts: tuple[str, ...] = ()
    beside: tuple[Row, ...] = ()
    row_of: str | None = None

    def toll(self, kind: str) -> Toll | None:
        """Return the figures of one kind."""
        return next((toll for toll in self.tolls if toll.kind == kind), None)

    @property
    def published(self) -> tuple[str, ...]:
        """The days on which articles told of it, sorted."""
        return tuple(sorted({source.published for source in self.sources if source.published}))

    @property
    def country(self) -> str | None:
        """The country in which it was, as ISO 3166 alpha-3."""
        return self.place.country if self.place else next((s.country for s in self.places if s.country), None)

    @property
    def notes(self) -> str:
        """The sentences of all sources, each once."""
        return " | ".join(dict.fromkeys(sentence for source in self.sources for sentence in source.sentences))

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who published it, sorted."""
        return tuple(sorted({source.outlet for source in self.sources if source.outlet}))

    @property
    def origins(self) -> tuple[str, ...]:
        """Who published it, sorted; a document's id where its outlet is not known."""
        return tuple(sorted({source.outlet or source.document for source in self.sources}))

    @property
    def claimants(self) -> tuple[str, ...]:
        """Who says so in the articles, sorted."""
        return once(name for source in self.sources for name in source.claimants)

    @property
    def order(self) -> tuple[str, str]:
        """By day, then id."""
        return self.start or self.end or "", self.id
