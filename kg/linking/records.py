"""One parsed document → its Record: everything the stages before say, linked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from spacy.tokens import Doc

from kg.documents.english import is_foreign
from kg.extraction.casualties import casualties
from kg.extraction.drafts import Draft, Refusal
from kg.extraction.events import events
from kg.extraction.reporting import load as load_reporting
from kg.extraction.words import Words
from kg.language.names import Name, Names
from kg.language.tree import is_definite
from kg.linking.acled_by_sense import with_senses
from kg.linking.actors import ActorReader
from kg.linking.answers import with_scenes
from kg.linking.bridging import bridge
from kg.linking.capitals import capital_places
from kg.linking.confidence import with_confidence
from kg.linking.context import Context
from kg.linking.coreference import Antecedents
from kg.linking.described_doers import named_in_full
from kg.linking.described_victims import named_victims
from kg.linking.enclosing import Enclosing
from kg.linking.event_objects import resolve
from kg.linking.event_places import EventPlaces
from kg.linking.event_reader import EventReader
from kg.linking.generality import in_general
from kg.linking.headings import under_headings
from kg.linking.home_country import HomeCountry, tells_whose
from kg.linking.identifiers import event_id, incident_id
from kg.linking.incidents import group
from kg.linking.introductions import Introduction, introductions
from kg.linking.kinds import with_kinds
from kg.linking.left_out import empty_events, listed, without
from kg.linking.manners import with_manners
from kg.linking.nationality import with_countries
from kg.linking.parted import answered, aside, parted
from kg.linking.place_inference import PlaceInference, led_to, left_behind, where_it_killed
from kg.linking.places import PlaceLinker
from kg.linking.sayings import Sayings
from kg.linking.sides import Sides, sides
from kg.linking.speakers import resolve_speakers
from kg.linking.sub_events import with_sub_events
from kg.linking.ties import ties, with_causers, with_times
from kg.linking.timex import timexes
from kg.linking.told_once import with_days_told_once, with_scene_of_note
from kg.linking.tolls import assign
from kg.linking.wording import Wording
from kg.model import Attribution, Document, Event, Place, Record, Rejection, Span, Timex
from kg.ontology import Ontology

NAMELESS = frozenset({None, "Organisation", "Person"})


class Reader:
    """The resources that reading needs, loaded once; ``record`` is a pure function of document and parse."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        titles = frozenset({*ontology.nouns.titles, *ontology.nouns.roles, "mr", "mrs", "ms", "dr"})
        self.names = Names(ontology.entries.values(), titles)
        self.places = PlaceLinker(ontology)
        self.reporting = load_reporting(ontology.folder / "reporting.toml")

    def record(self, document: Document, doc: Doc, *, all_quotes: bool = False) -> Record:
        """Read one parsed document; one in another language, whose words English rules misread, tells no event."""
        found = self.reading(document, doc).record(all_quotes=all_quotes)
        foreign = is_foreign(document.text)
        return replace(found, events=(), attributions=(), unresolved=(), rejected=()) if foreign else found

    def reading(self, document: Document, doc: Doc) -> Reading:
        """Return the state of reading one document, to look at its parts."""
        return Reading(self, document, doc)


@cache
def reader(ontology: Ontology) -> Reader:
    """Return the resources for an ontology, loaded once."""
    return Reader(ontology)


def record(document: Document, doc: Doc, ontology: Ontology, *, all_quotes: bool = False) -> Record:
    """Read one parsed document."""
    return reader(ontology).record(document, doc, all_quotes=all_quotes)


def _holds(name: Name, timex: Timex) -> bool:
    """Whether a date is part of somebody's name: "the *19 April* Movement"."""
    return name.start < timex.end < name.end


class Reading:
    """The state of reading one document."""

    def __init__(self, resources: Reader, document: Document, doc: Doc) -> None:
        self.ontology = resources.ontology
        self.reporting = resources.reporting
        self.document, self.doc = document, doc
        names = resources.names.find(document.text)
        self.places: tuple[Place, ...] = resources.places.toponyms(document, doc, names)
        self.timexes: tuple[Timex, ...] = timexes(document, doc)
        self.words = Words(doc, resources.ontology, names, [(p.start, p.end) for p in self.places])
        self.context = Context(self.words, self.places, document.published)
        self.actors = ActorReader(document, self.words, self.context, Antecedents(self.words), self.places)
        self.inference = PlaceInference(self.words, self.places, resources.places.gazetteer)
        self.gazetteer = resources.places.gazetteer
        standing = [p for p in self.places if not tells_whose(p, self.words)]
        self.home = HomeCountry(standing, document.text, self.gazetteer)
        capitals = dict(capital_places(self.words, document.text, self.gazetteer))
        around = (*self.places, *capitals.values())
        self.enclosing = Enclosing(self.words, around, self.home.country, self.gazetteer)
        self.event_places = EventPlaces(self.words, self.places, document.text, capitals)
        self.wording = Wording(document, doc)
        told = [t for t in self.timexes if not any(_holds(name, t) for name in names)]
        self.events = EventReader(document, self.words, self.actors, self.event_places, self.enclosing, told)

    def record(self, *, all_quotes: bool) -> Record:
        """Read everything; ``all_quotes`` keeps attributions without an event too."""
        drafts, mentions, refused = self.mentions()
        heads = self.sides(drafts, mentions)
        manners = self._manners(drafts, mentions)
        triggers = [self.doc[draft.head] for draft in drafts]
        unfit = in_general(triggers, mentions, heads, self.document.published, answered(self.doc, drafts))
        unfit |= listed(mentions, self.document.text)
        told, empty = without(mentions, empty_events(mentions, self._definite_events(drafts, mentions)) | unfit)
        told = with_scene_of_note(with_days_told_once(told, self.document.published), sum(1 for _ in self.doc.sents))
        named = partial(event_id, self.document.id)
        heads |= {named(verb, action): heads[event] for event, (action, verb) in manners.items()}
        told = list(with_manners(with_kinds(told, self.ontology), manners, named, self.ontology))
        found, sayings = self._attributed(told, heads, all_quotes=all_quotes)
        document = self.document
        return Record(
            document=document.id,
            title=document.title,
            published=document.published,
            source=document.source,
            url=document.url,
            text=document.text,
            licence=document.licence,
            text_sha256=document.text_sha256,
            events=tuple(found),
            timexes=self.timexes,
            places=tuple(map(self.enclosing.complete, self.places)),
            attributions=tuple(sayings),
            unresolved=self._unresolved(found),
            rejected=(*map(self._rejection, refused), *empty),
        )

    def mentions(self) -> tuple[tuple[Draft, ...], list[Event], tuple[Refusal, ...]]:
        """(drafts, their events with incidents, refusals) before anything is left out as empty or told in general."""
        drafts, refused = events(self.words)
        tolls = assign(self.doc, drafts, casualties(self.doc), self.ontology)
        apart = parted(self.doc, drafts)
        tied = ties(self.doc, drafts, self.ontology, apart)
        read = [self.events.event(draft, tolls.get(n, ())) for n, draft in enumerate(drafts)]
        read = with_times(with_causers(read, tied), tied)
        found = self._with_places(drafts, bridge(self.doc, drafts, read, self.actors), tied)
        told = introductions(self.doc, drafts, tied, apart, aside(self.doc, drafts))
        found = named_in_full(resolve(self._with_incidents(found, told, tied)))
        return drafts, named_victims(found, self.doc, self.ontology, self.actors.antecedents.tells), refused

    def sides(self, drafts: Iterable[Draft], found: Iterable[Event]) -> dict[str, Sides]:
        """Return the classes of the nouns on both sides of each event, by its id."""
        return {e.id: sides(self.words, d.agents, d.targets, d.head) for e, d in zip(found, drafts, strict=True)}

    # ------------------------------------------------------------ events

    def _attributed(
        self, told: list[Event], heads: Mapping[str, Sides], *, all_quotes: bool
    ) -> tuple[list[Event], Sequence[Attribution]]:
        """(the events with who tells them and what follows from the whole text, the attributions)."""
        sayings, links = Sayings(self.doc, self.actors, self.reporting).of(told, all_quotes=all_quotes)
        found = resolve_speakers([replace(e, attribution=links.get(n, ())) for n, e in enumerate(told)], sayings)
        found = [
            replace(e, places=tuple(map(self.enclosing.complete, e.places)))
            for e in under_headings(found, self.doc, self.event_places.heads)
        ]
        found = with_scenes(
            with_sub_events(with_countries(found, self.context.main_country, self.context.only_country), heads)
        )
        found = with_senses(with_confidence(found), self.doc)
        return list(self.home.complete(found, sum(1 for _ in self.doc.sents))), sayings

    def _manners(self, drafts: Iterable[Draft], found: Iterable[Event]) -> dict[str, tuple[str, Span]]:
        """The act and the verb that tells it by itself, by the id of the harm that it did: "**shot** dead"."""
        told = zip(found, drafts, strict=True)
        return {e.id: (d.manner, self.wording.quote(d.head, d.head + 1)) for e, d in told if d.manner}

    def _rejection(self, refusal: Refusal) -> Rejection:
        word = self.wording.quote(refusal.head, refusal.head + 1)
        return Rejection(word.start, word.end, word.text, refusal.action, refusal.reason)

    def _with_places(self, drafts: tuple[Draft, ...], found: list[Event], tied: Mapping[int, set[int]]) -> list[Event]:
        """Give events without a place the one that follows from what they are done to, harm that of its act."""
        placed = [replace(e, places=self.inference.of(e, d)) for e, d in zip(found, drafts, strict=True)]
        behind = left_behind(self.doc, drafts, placed, self.ontology) | led_to(self.doc, drafts, placed, tied)
        behind |= where_it_killed(self.doc, drafts, placed, tied)
        return [replace(e, places=behind[n]) if n in behind else e for n, e in enumerate(placed)]

    # ------------------------------------------------------------ incidents

    def _with_incidents(
        self, found: list[Event], told: Sequence[Introduction], tied: dict[int, set[int]]
    ) -> list[Event]:
        numbers = group(found, told, tied, self.ontology, self.document.published)
        names: dict[int, str] = {}
        for event, number in zip(found, numbers, strict=True):
            names.setdefault(number, incident_id(self.document.id, event.id))
        return [replace(event, incident=names[number]) for event, number in zip(found, numbers, strict=True)]

    def _definite_events(self, drafts: tuple[Draft, ...], found: list[Event]) -> set[str]:
        """Ids of events told as one that the reader knows: "the raid"."""
        heads = (self.doc[draft.head] for draft in drafts)
        return {e.id for e, t in zip(found, heads, strict=True) if t.tag_ == "NN" and is_definite(t)}

    # ------------------------------------------------------------ names

    def _unresolved(self, found: Iterable[Event]) -> tuple[Span, ...]:
        """Names of those whom no entry is found for, in text order."""
        spans = {
            (a.head.start, a.head.end, a.head.text)
            for event in found
            for a in (*event.agents, *event.targets)
            if a.id is None and a.antecedent is None and a.name and a.kind in NAMELESS
        }
        return tuple(Span(*span) for span in sorted(spans))
