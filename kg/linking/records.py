"""One parsed document → its Record: everything the stages before say, linked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from kg.extraction.casualties import Toll, casualties
from kg.extraction.drafts import Draft, Refusal
from kg.extraction.events import events
from kg.extraction.reporting import load as load_reporting
from kg.extraction.words import Words
from kg.language.names import Names
from kg.linking.actors import ActorReader
from kg.linking.bridging import bridge
from kg.linking.capitals import capital_places
from kg.linking.confidence import with_confidence
from kg.linking.context import Context
from kg.linking.coreference import Antecedents
from kg.linking.described_doers import named_in_full
from kg.linking.enclosing import Enclosing
from kg.linking.event_objects import resolve
from kg.linking.event_places import EventPlaces
from kg.linking.full_names import named
from kg.linking.generality import in_general
from kg.linking.home_country import HomeCountry
from kg.linking.incidents import group
from kg.linking.introductions import introductions, is_definite
from kg.linking.kinds import with_kinds
from kg.linking.left_out import empty_events, listed, without
from kg.linking.manners import with_manners
from kg.linking.nationality import with_countries
from kg.linking.place_inference import PlaceInference, left_behind
from kg.linking.places import PlaceLinker
from kg.linking.sayings import Sayings
from kg.linking.sides import Sides, sides
from kg.linking.speakers import resolve_speakers
from kg.linking.standing_places import standing_place
from kg.linking.sub_events import with_sub_events
from kg.linking.ties import ties, with_causers, with_times
from kg.linking.time import event_time
from kg.linking.timex import timexes
from kg.linking.tolls import assign
from kg.model import Actor, Casualty, Document, Event, Instrument, Place, Record, Rejection, Span, Timex
from kg.ontology import Ontology

#: acts that are done to things and places; what is not known to be anybody is a thing there
DESTRUCTION = frozenset({"PropertyDestruction", "Arson", "Bombing", "Looting", "Airstrike", "Shelling", "Robbery"})
#: pronouns that never stand for the subject of their own clause
OTHERS = frozenset({"him", "her", "it", "them"})
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
        """Read one parsed document."""
        return self.reading(document, doc).record(all_quotes=all_quotes)

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
        self.home = HomeCountry(self.places, document.text, self.gazetteer)
        capitals = dict(capital_places(self.words, document.text, self.gazetteer))
        around = (*self.places, *capitals.values())
        self.enclosing = Enclosing(self.words, around, self.home.country, self.gazetteer)
        self.event_places = EventPlaces(self.words, self.places, document.text, capitals)

    def record(self, *, all_quotes: bool) -> Record:
        drafts, found, refused = self.mentions()
        heads = self.sides(drafts, found)
        unfit = in_general([self.doc[d.head] for d in drafts], found, heads, self.document.published)
        manners = {
            e.id: (d.manner, self._quote(d.head, d.head + 1)) for e, d in zip(found, drafts, strict=True) if d.manner
        }
        unfit |= listed(found, self.document.text)
        heads |= {self._named(verb, action): heads[event] for event, (action, verb) in manners.items()}
        found, empty = without(found, empty_events(found, self._definite_events(drafts, found)) | unfit)
        found = list(with_manners(with_kinds(found, self.ontology), manners, self._named, self.ontology))
        sayings, links = Sayings(self.doc, self.actors, self.reporting).of(found, all_quotes=all_quotes)
        found = resolve_speakers([replace(e, attribution=links.get(n, ())) for n, e in enumerate(found)], sayings)
        found = with_confidence(with_sub_events(with_countries(found, self.context.main_country), heads))
        found = self.home.complete(found, sum(1 for _ in self.doc.sents))
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
            rejected=tuple(
                Rejection(*self._bounds(r.head, r.head + 1), self._quote(r.head, r.head + 1).text, r.action, r.reason)
                for r in refused
            )
            + empty,
        )

    def mentions(self) -> tuple[tuple[Draft, ...], list[Event], tuple[Refusal, ...]]:
        """(drafts, their events with incidents, refusals) before anything is left out as empty or told in general."""
        drafts, refused = events(self.words)
        tolls = assign(self.doc, drafts, casualties(self.doc), self.ontology)
        tied = ties(self.doc, drafts, self.ontology)
        read = [self._event(draft, tolls.get(n, ())) for n, draft in enumerate(drafts)]
        read = with_times(with_causers(read, tied), tied)
        found = self._with_places(drafts, bridge(self.doc, drafts, read, self.actors))
        return drafts, named_in_full(resolve(self._with_incidents(drafts, found, tied))), refused

    def sides(self, drafts: Iterable[Draft], found: Iterable[Event]) -> dict[str, Sides]:
        """Return the classes of the nouns on both sides of each event, by its id."""
        return {e.id: sides(self.words, d.agents, d.targets, d.head) for e, d in zip(found, drafts, strict=True)}

    # ------------------------------------------------------------ quoting

    def _bounds(self, first: int, end: int) -> tuple[int, int]:
        last = self.doc[end - 1]
        return self.doc[first].idx, last.idx + len(last)

    def _quote(self, first: int, end: int) -> Span:
        start, stop = self._bounds(first, end)
        return Span(start, stop, self.document.text[start:stop])

    def _sentence(self, token: Token) -> Span:
        sentence = token.sent
        first, end = sentence.start, sentence.end
        while end - 1 > first and self.doc[end - 1].is_space:
            end -= 1
        while first < end - 1 and self.doc[first].is_space:
            first += 1
        return self._quote(first, end)

    # ------------------------------------------------------------ events

    def _event(self, draft: Draft, tolls: Iterable[Toll]) -> Event:
        head = self.doc[draft.head]
        action = self.ontology.actions[draft.action]
        agents = self._actors(draft.agents, acting=True)
        verbal = action.plover not in {"ASSAULT", "COERCE"}
        targets = tuple(not_oneself(target, agents) for target in self._actors(draft.targets, acting=verbal))
        if draft.action in DESTRUCTION:
            targets = tuple(replace(a, kind="Object") if self._is_thing(a) else a for a in targets)
        trigger = self._quote(draft.start, draft.end)
        told = self.event_places.of(draft) or standing_place(
            draft, self.actors.antecedents, self.event_places.heads, self.document.text
        )
        places = tuple(map(self.enclosing.complete, told))
        return Event(
            id=self._named(trigger, draft.action),
            incident="",
            action=draft.action,
            plover=draft.intent or action.plover,
            cameo=action.cameo,
            acled=action.acled_sub_event,
            trigger=trigger,
            sentence=self._sentence(head),
            agents=agents,
            targets=targets,
            instruments=tuple(self._instrument(i) for i in draft.instruments if self.words.instrument(self.doc[i])),
            places=places,
            time=event_time(
                self.doc[draft.verb] if draft.verb is not None else head, self.doc, self.document, self.timexes
            ),
            casualties=tuple(self._casualty(toll) for toll in tolls),
            status=draft.status,
            status_cue=self._quote(*draft.cue) if draft.cue else None,
            reciprocal=draft.reciprocal,
            rule=draft.rule,
        )

    def _named(self, trigger: Span, action: str) -> str:
        return f"event:{_digest(self.document.id, str(trigger.start), str(trigger.end), action)}"

    def _with_places(self, drafts: tuple[Draft, ...], found: list[Event]) -> list[Event]:
        """Give events without a place the one that follows from what they are done to."""
        placed = [replace(e, places=self.inference.of(e, d)) for e, d in zip(found, drafts, strict=True)]
        behind = left_behind(self.doc, drafts, placed, self.ontology)
        return [replace(e, places=behind[n]) if n in behind else e for n, e in enumerate(placed)]

    def _actors(self, heads: Iterable[int], *, acting: bool) -> tuple[Actor, ...]:
        out: list[Actor] = []
        for i in heads:
            for actor in self.actors.actors(self.doc[i], acting=acting):
                if not any(_same(actor, other) or _again(self.doc[i], actor, other) for other in out):
                    out.append(actor)
        return tuple(out)

    @staticmethod
    def _is_thing(actor: Actor) -> bool:
        """Whether a common noun is of no known kind: "they destroyed the *kiosks*"."""
        return actor.kind is None and actor.name is None and actor.head.text[:1].islower() and actor.antecedent is None

    def _instrument(self, index: int) -> Instrument:
        token = self.words.explosive(self.doc[index]) or self.doc[index]
        first = self.words.first_of_instrument(token)
        wound = token.lemma_.lower() == "wound" and first < token.i  # "*bullet* wounds"
        span = self._quote(first, token.i if wound else token.i + 1)
        return Instrument(span.start, span.end, span.text, self.words.instrument(token) or "other")

    # ------------------------------------------------------------ casualties

    def _casualty(self, toll: Toll) -> Casualty:
        group_ = self.actors.actor(named(toll.group), acting=False) if toll.group is not None else None
        span = self._quote(toll.span.start, toll.span.end)
        return Casualty(toll.kind, toll.low, toll.high, toll.approximate, group_, span.start, span.end, span.text)

    # ------------------------------------------------------------ incidents

    def _with_incidents(self, drafts: tuple[Draft, ...], found: list[Event], tied: dict[int, set[int]]) -> list[Event]:
        numbers = group(found, introductions(self.doc, drafts, tied), tied, self.ontology)
        names: dict[int, str] = {}
        for event, number in zip(found, numbers, strict=True):
            names.setdefault(number, f"incident:{_digest(self.document.id, event.id)}")
        return [replace(event, incident=names[number]) for event, number in zip(found, numbers, strict=True)]

    def _definite_events(self, drafts: tuple[Draft, ...], found: list[Event]) -> set[str]:
        """Ids of events told as one that the reader knows: "the raid"."""
        heads = (self.doc[draft.head] for draft in drafts)
        return {e.id for e, t in zip(found, heads, strict=True) if t.tag_ == "NN" and is_definite(t)}

    # ------------------------------------------------------------ names

    def _unresolved(self, found: Iterable[Event]) -> tuple[Span, ...]:
        spans = {
            (a.head.start, a.head.end, a.head.text)
            for event in found
            for a in (*event.agents, *event.targets)
            if a.id is None and a.antecedent is None and a.name and a.kind in NAMELESS
        }
        return tuple(Span(*span) for span in sorted(spans))


def not_oneself(target: Actor, agents: Iterable[Actor]) -> Actor:
    """Leave open whom a pronoun stands for that cannot be who acts: "*Moreno* defended the decision to free *him*"."""
    if target.antecedent is None or target.text.lower() not in OTHERS:
        return target
    same = (
        a
        for a in agents
        if (a.id and a.id == target.id) or (a.start, a.end) == (target.antecedent.start, target.antecedent.end)
    )
    if next(same, None) is None:
        return target
    return Actor(target.start, target.end, target.text, target.head, kind=target.kind, number=target.number)


def _again(head: Token, actor: Actor, other: Actor) -> bool:
    """Whether a name is another one of somebody just named: "the National Front, or *NF*"."""
    alternative = head.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == "or" for c in head.head.children)
    return alternative and actor.id is not None and actor.id == other.id


def _same(one: Actor, other: Actor) -> bool:
    mention = one.start == other.start and one.end == other.end
    return mention and one.id == other.id and (one.id is not None or one.name == other.name)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
