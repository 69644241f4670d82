"""Places that follow from what an event is done to, where its own words name none.

*The outpost* was bombed: at the place that the outpost stands for.  An attack on *a Syrian airbase* is in Syria.  Troops
that *had pulled out* when a place was bombed had been there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.language.tree import phrase
from kg.linking.clashes import times_clash
from kg.linking.gazetteer import Gazetteer
from kg.linking.parted import DYING
from kg.linking.place_objections import LOCAL
from kg.model import Actor, Event, Place
from kg.ontology import Ontology
from kg.ontology.groupings import HARMS, SETTLED

STANDING = frozenset({"Place"})
LEAVING = ("Withdrawal", "Displacement")
#: what a state has in other lands and at sea
ABROAD = frozenset("embassy consulate mission residence legation base ship vessel tanker warship company bank".split())
#: what it may have there, where the text is of another land
OUTPOSTS = frozenset(
    "barrack barracks headquarters garrison outpost post compound camp position school restaurant centre center".split()
)
#: words that begin a clause of time
WHEN = frozenset({"when", "after", "as", "before", "once", "while", "until"})


class PlaceInference:
    """Inferred places of the events of one document."""

    def __init__(self, words: Words, places: Sequence[Place], gazetteer: Gazetteer) -> None:
        self.words, self.gazetteer = words, gazetteer
        self._by_id: dict[str, Place] = {}
        for place in places:
            held = self._by_id.get(place.id or "")
            if place.id and (held is None or (held.precision == "region" and place.precision != "region")):
                self._by_id[place.id] = place

    def of(self, event: Event, draft: Draft) -> tuple[Place, ...]:
        """The event's places, else those of what it is done to."""
        if event.places or event.plover not in LOCAL:
            return event.places
        found = [self._by_id[t.id] for t in event.targets if t.kind in STANDING and t.id in self._by_id]
        if found:
            return tuple(dict.fromkeys(found))
        heads = [self.words.doc[i] for i in draft.targets]
        lands = [p for t, head in zip(event.targets, heads, strict=False) if (p := self._land(t, head)) is not None]
        return tuple(lands[:1])

    def _land(self, target: Actor, head: Token) -> Place | None:
        """The country of a building or town that an adjective tells: "a Syrian airbase"."""
        if target.kind not in STANDING or target.country is None or target.antecedent is not None:
            return None
        nation = self.gazetteer.nation(target.country)
        if head.lemma_.lower() in OUTPOSTS and self._is_set_abroad(target.country):
            return None
        if head.lemma_.lower() in ABROAD:
            return None
        for token in head.doc[phrase(head).start : head.i]:
            name, entry = self.words.name(token), self.words.entry(token)
            if name is not None and entry is not None and entry.kind == "Country" and entry.country == target.country:
                place = Place(
                    token.idx,
                    token.idx + len(token),
                    token.text,
                    entry.name,
                    country=entry.country,
                    precision="country",
                    relation="in",
                )
                if nation is None:
                    return place
                return replace(
                    place, geonames=nation.geonames, latitude=nation.latitude, longitude=nation.longitude, id=nation.id
                )
        return None

    def _is_set_abroad(self, country: str) -> bool:
        """Whether a text names towns, and none in a country."""
        lands = {p.country for p in self._by_id.values() if p.country and p.precision in SETTLED}
        return bool(lands) and country not in lands


def left_behind(
    doc: Doc, drafts: Sequence[Draft], events: Sequence[Event], ontology: Ontology
) -> dict[int, tuple[Place, ...]]:
    """Places of those who left and are told no place, by index: where it happened that they left at, before or after.

    "The troops *had pulled out* when Lesk was bombed"; "thousands *fled* after rebels shelled Lesk".
    """
    heads = {draft.head: n for n, draft in enumerate(drafts)}
    out: dict[int, tuple[Place, ...]] = {}
    for n, (draft, event) in enumerate(zip(drafts, events, strict=True)):
        leaving = any(ontology.is_a(event.action, kind) for kind in LEAVING)
        if not leaving or event.places or any(t.kind in STANDING for t in event.targets):
            continue
        places = [events[heads[i]].places for i in _beside(doc[draft.head]) if i in heads]
        found = next((p for p in places if p), ())
        if found:
            out[n] = found
    return out


def led_to(
    doc: Doc, drafts: Sequence[Draft], events: Sequence[Event], tied: Mapping[int, Collection[int]]
) -> dict[int, tuple[Place, ...]]:
    """Places of harm, by index: where the act told before it was that led to it, if the harm is told no place of its own.

    "They met in Lesk after **an attack** on a bank *in Goma* that led to the **deaths** of two guards".
    """
    out: dict[int, tuple[Place, ...]] = {}
    for n, harm in enumerate(drafts):
        acts = [m for m in sorted(tied.get(n, ())) if events[m].sentence == events[n].sentence and events[m].places]
        acts = [m for m in acts if not times_clash(events[n], events[m])]
        if harm.action not in HARMS or not acts:
            continue
        act, own = doc[drafts[acts[0]].head], events[n].places
        around = range(act.left_edge.idx, act.right_edge.idx)
        inside = act.is_ancestor(doc[harm.head]) and all(p.start in around for p in events[acts[0]].places)
        if not own or (inside and not any(p.start in around for p in own)):
            out[n] = events[acts[0]].places
    return out


def where_it_killed(
    doc: Doc, drafts: Sequence[Draft], events: Sequence[Event], tied: Mapping[int, Collection[int]]
) -> dict[int, tuple[Place, ...]]:
    """Places of acts without one, by index: of the harm told of them, "*an air strike* **killed** six in *Lesk*".

    Where somebody died of it later tells nothing: "was *shot* and **died** in a *Lesk* hospital".
    """
    out: dict[int, tuple[Place, ...]] = {}
    for n, act in enumerate(events):
        harms = [m for m in sorted(tied.get(n, ())) if events[m].sentence == act.sentence and drafts[m].action in HARMS]
        harms = [m for m in harms if doc[drafts[m].head].lemma_.lower() not in DYING]
        places = next((events[m].places for m in harms if events[m].places), ())
        if not act.places and drafts[n].action not in HARMS and places:
            out[n] = places
    return out


def _beside(verb: Token) -> list[int]:
    """The verbs of the time clause of a verb, and the verb whose time clause it is."""
    clauses = [c for c in verb.children if c.dep_ == "advcl" and any(t.lower_ in WHEN for t in c.children)]
    above = [verb.head] if verb.dep_ == "advcl" else []
    return [t.i for t in (*above, *clauses)]
