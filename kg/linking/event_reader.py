"""From what the grammar drafts to an event: who and what its words stand for, where and when it was, how many it harmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.casualties import Toll
from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.language.grammar import OBJECT_PRONOUNS
from kg.linking.actors import ActorReader
from kg.linking.counted_before import counted_before
from kg.linking.enclosing import Enclosing
from kg.linking.event_places import EventPlaces
from kg.linking.identifiers import event_id
from kg.linking.named_actors import citizens
from kg.linking.same_sides import stands_for
from kg.linking.standing_places import standing_place
from kg.linking.time import event_time
from kg.linking.tolls import HURT
from kg.linking.wording import Wording
from kg.model import Actor, Casualty, Document, Event, Instrument, Place, Time, Timex
from kg.ontology.groupings import HARMS

#: acts that are done to things and places; what is not known to be anybody is a thing there
DESTRUCTION = frozenset({"PropertyDestruction", "Arson", "Bombing", "Looting", "Airstrike", "Shelling", "Robbery"})
#: acts that are done to places, of which the index may know nothing
TAKEN = frozenset({"TerritoryCapture", "TerritoryRecapture", "Withdrawal"})
#: acts that only people can suffer
BODILY = HARMS | {"Shooting", "Beating", "Torture", "Arrest", "Abduction", "HostageTaking", "SexualViolence"}
#: whom a state sends to another, which is another's
ENVOYS = frozenset({"ambassador", "envoy", "diplomat", "diplomats", "consul", "charge", "attache"})
#: statuses of harm that nobody came to
UNDONE = frozenset({"failed", "attempted", "threatened"})
#: the rule of a deed that somebody claims
CLAIMED = "claimed"
#: words for things that are not told, and never for people
THINGS = frozenset("something anything everything nothing whatever".split())


class EventReader:
    """Reads the events of one document."""

    def __init__(
        self,
        document: Document,
        words: Words,
        actors: ActorReader,
        places: EventPlaces,
        enclosing: Enclosing,
        timexes: Sequence[Timex],
    ) -> None:
        self.document, self.words, self.doc = document, words, words.doc
        self.ontology = words.ontology
        self.actors, self.event_places, self.enclosing, self.timexes = actors, places, enclosing, timexes
        self.wording = Wording(document, words.doc)

    def event(self, draft: Draft, tolls: Iterable[Toll]) -> Event:
        """Read the event of a draft; ``tolls`` are the figures that belong to it."""
        head = self.doc[draft.head]
        action = self.ontology.actions[draft.action]
        trigger = self.wording.quote(draft.start, draft.end)
        agents, targets = self._sides(draft)
        tolls = tuple(toll for toll in tolls if _befell(draft, toll))
        if not targets and draft.action in HARMS:
            targets = self._actors(_counted(draft, tolls), acting=False)
        event = Event(
            id=event_id(self.document.id, trigger, draft.action),
            incident="",
            action=draft.action,
            plover=draft.intent or action.plover,
            cameo=action.cameo,
            acled=action.acled_sub_event,
            trigger=trigger,
            sentence=self.wording.sentence(head),
            agents=agents,
            targets=targets,
            instruments=tuple(self._instrument(i) for i in draft.instruments if self.words.instrument(self.doc[i])),
            places=self._places(draft),
            time=self._time(draft),
            casualties=tuple(self._casualty(toll) for toll in tolls),
            status=draft.status,
            status_cue=self.wording.quote(*draft.cue) if draft.cue else None,
            reciprocal=draft.reciprocal,
            rule=draft.rule,
        )
        more = counted_before(event, self.doc, self.document.text)
        return replace(event, casualties=(*event.casualties, *more)) if more else event

    def _sides(self, draft: Draft) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """(who acts, whom or what it is done to)."""
        protest = self.ontology.is_a(draft.action, "Protest")  # "in protest of **the state**", which is no protester
        acting = [i for i in draft.agents if not (protest and i in draft.targets)]
        agents = tuple(a for a in self._actors(acting, acting=True) if a.id or a.country or not _is_nobody(a))
        verbal = self.ontology.actions[draft.action].plover not in {"ASSAULT", "COERCE"}
        others = [i for i in draft.targets if i not in acting]  # "a truce *brokered* by **Egypt**"
        targets = tuple(not_oneself(target, agents) for target in self._actors(others, acting=verbal))
        if not verbal:  # "by killing *their foes*, **they** hoped to win"
            agents = tuple(a for a in agents if not any(stands_for(a, target) for target in targets))
        agents = tuple(_not_the_envoys(agent, targets) for agent in agents)
        if draft.action in TAKEN:
            sites = [p for i in draft.targets if (p := self.event_places.heads.get(i)) is not None]
            targets = tuple(replace(a, kind="Place") if not a.id and _is_at(a, sites) else a for a in targets)
        if draft.action in BODILY or self.ontology.is_a(draft.action, "Killing"):
            targets = tuple(replace(a, kind="Person") if _is_persons_name(a) else self._as_people(a) for a in targets)
        if draft.action in DESTRUCTION:
            targets = tuple(replace(a, kind="Object") if _is_thing(a) else a for a in targets)
        return agents, targets

    def _as_people(self, actor: Actor) -> Actor:
        """Take a nation for some of its people, as acts befall them that only people suffer: "*the Italians* were kidnapped"."""
        entry = self.ontology.entries.get(actor.id or "") if actor.kind == "Government" else None
        named = entry is not None and actor.head.text.endswith("s") and actor.text.lower().startswith("the ")
        return citizens(actor, entry) if entry is not None and named and entry.kind == "Country" else actor

    def _time(self, draft: Draft) -> Time:
        """When it was; of what is claimed, only what is told of the deed: "*today* claimed the attack" tells of the claim."""
        trigger = self.doc[draft.verb] if draft.verb is not None else self.doc[draft.head]
        if draft.rule != CLAIMED:
            return event_time(trigger, self.doc, self.document, self.timexes)
        deed = self.doc[draft.head]
        first, last = deed.left_edge.idx, deed.right_edge.idx
        if deed.dep_ == "nsubjpass" and deed.head == trigger:  # "the **raid**, *on Monday*, was claimed"
            last = next((c.idx for c in trigger.children if c.dep_ == "auxpass"), last)
        here = [t for t in self.timexes if first <= t.start <= last]
        return event_time(deed, self.doc, self.document, here)

    def _places(self, draft: Draft) -> tuple[Place, ...]:
        if draft.rule == CLAIMED:
            deed = self.doc[draft.head]
            found = (p for p in self.event_places.of(draft) if deed.left_edge.idx <= p.start <= deed.right_edge.idx)
            return tuple(map(self.enclosing.complete, found))
        told = self.event_places.of(draft) or standing_place(
            draft, self.actors.antecedents, self.event_places.heads, self.document.text
        )
        return tuple(map(self.enclosing.complete, told))

    def _actors(self, heads: Iterable[int], *, acting: bool) -> tuple[Actor, ...]:
        out: list[Actor] = []
        for i in heads:
            for actor in self.actors.actors(self.doc[i], acting=acting):
                if not any(_same(actor, other) or _again(self.doc[i], actor, other) for other in out):
                    out.append(actor)
        return tuple(out)

    def _instrument(self, index: int) -> Instrument:
        token = self.words.explosive(self.doc[index]) or self.doc[index]
        first = self.words.first_of_instrument(token)
        wound = token.lemma_.lower() == "wound" and first < token.i  # "*bullet* wounds"
        span = self.wording.quote(first, token.i if wound else token.i + 1)
        return Instrument(span.start, span.end, span.text, self.words.instrument(token) or "other")

    def _casualty(self, toll: Toll) -> Casualty:
        group = self.actors.actor(self.actors.bearer(toll.group), acting=False) if toll.group is not None else None
        span = self.wording.quote(toll.span.start, toll.span.end)
        return Casualty(toll.kind, toll.low, toll.high, toll.approximate, group, span.start, span.end, span.text)


def _befell(draft: Draft, toll: Toll) -> bool:
    """Whether those of a figure came to harm: not by what failed or was only tried: "was nearly **lynched**"."""
    own = toll.kind in HURT and toll.trigger.i in {draft.head, draft.verb}
    return not (own and draft.status in UNDONE)


def _counted(draft: Draft, tolls: Iterable[Toll]) -> list[int]:
    """Those whom the word of a harm counts, where its frame takes nobody: "*A protester* **died** in hospital"."""
    return [toll.group.i for toll in tolls if toll.group is not None and toll.trigger.i == draft.head]


def not_oneself(target: Actor, agents: Iterable[Actor]) -> Actor:
    """Leave open whom a word stands for that cannot be who acts: "*Moreno* defended the decision to free *him*".

    So it is where a noun is taken for who acts: "*Spain* suspended aid to *the government*".
    """
    same = target.id is not None and any(a.id == target.id for a in agents)
    if target.antecedent is None or not (same or target.text.lower() in OBJECT_PRONOUNS):
        return target
    meant = (target.antecedent.start, target.antecedent.end)
    spans = {(span.start, span.end) for a in agents for span in (a, a.antecedent) if span is not None}
    if meant not in spans and not any(a.id and a.id == target.id for a in agents):
        return target
    return Actor(target.start, target.end, target.text, target.head, kind=target.kind, number=target.number)


def _not_the_envoys(agent: Actor, targets: Iterable[Actor]) -> Actor:
    """Leave open whose a body is that is taken for that of the envoy: "*the ministry* summoned the Norland ambassador"."""
    envoys = {t.id for t in targets if t.antecedent is None and t.head.text.lower() in ENVOYS}
    if agent.antecedent is None or agent.id is None or agent.id not in envoys:
        return agent
    return Actor(agent.start, agent.end, agent.text, agent.head, kind=agent.kind, number=agent.number)


def _is_nobody(actor: Actor) -> bool:
    """Whether it is nobody who acts: "*something* burst, killing two"."""
    return actor.kind == "Object" or actor.text.lower() in THINGS


def _is_at(actor: Actor, sites: Iterable[Place]) -> bool:
    """Whether a mention is one of some places."""
    return any(place.start <= actor.head.start < place.end for place in sites)


def _is_thing(actor: Actor) -> bool:
    """Whether a common noun is of no known kind: "they destroyed the *kiosks*"."""
    return actor.kind is None and actor.name is None and actor.head.text[:1].islower() and actor.antecedent is None


def _is_persons_name(actor: Actor) -> bool:
    """Whether what passes for an unknown body is somebody's name, as it is killed: first name and surname."""
    words = actor.head.text.split()
    whole = len(words) == 1 and actor.name is not None and len(actor.name.split()) in {2, 3, 4}
    plain = all(w.isalpha() and w.istitle() for w in (actor.name or "").split())
    return actor.kind in {"Organisation", None} and actor.id is None and whole and plain and actor.number is None


def _again(head: Token, actor: Actor, other: Actor) -> bool:
    """Whether a name is another one of somebody just named: "the National Front, or *NF*"."""
    alternative = head.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == "or" for c in head.head.children)
    return alternative and actor.id is not None and actor.id == other.id


def _same(one: Actor, other: Actor) -> bool:
    mention = one.start == other.start and one.end == other.end
    return mention and one.id == other.id and (one.id is not None or one.name == other.name)
