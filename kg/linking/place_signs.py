"""Signs of whether a toponym of an event's sentence is the place of the event.

They say how the toponym hangs on its own phrase ("own"), on the trigger ("below") or on what the trigger hangs on
("above", "beside"), which words and clauses stand between them ("through", "cross"), how far it is, what part it plays
in the event, and which other toponyms the sentence offers.  ``place_model`` weighs them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.language.tree import first_conjunct
from kg.linking.dates.anchors import OBJECTED
from kg.linking.place_objections import Objections
from kg.model import Place
from kg.ontology.groupings import DEEDS

COARSENESS = {"country": 3, "admin1": 2, "admin2": 2, "region": 2, "settlement": 1}
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "xcomp", "acl", "parataxis", "pcomp", "csubj"})
#: what words on the way stand for → the classes of nouns that do
KINDS = {
    "facility": {"facility"},
    "area": {"area"},
    "people": {"armed", "state", "person"},
    "organisation": {"organisation"},
    "vehicle": {"vehicle"},
}
PARTS_OF_NAME = frozenset({"compound", "nmod", "amod", "poss", "appos"})
NEAR, STEPS = (2, 4, 8, 14, 22), (4, 8, 16)


class PlaceSigns:
    """Signs of the toponyms of one document; ``heads`` are their places by the index of their head."""

    def __init__(self, words: Words, heads: Mapping[int, Place], objections: Objections) -> None:
        self.words, self._heads, self._objections = words, heads, objections

    def of_event(self, draft: Draft) -> frozenset[str]:
        """Signs of the event alone: they speak for or against its having a place at all."""
        trigger = self.words.doc[draft.head]
        kind = self.words.ontology.actions[draft.action].plover
        return frozenset({f"type {kind}", f"tag {trigger.tag_}", f"rule {draft.rule}", f"status {draft.status}"})

    def of(self, token: Token, draft: Draft, rivals: Collection[int]) -> frozenset[str]:
        """Signs of one toponym; ``rivals`` are all toponyms of the sentence."""
        trigger = self.words.doc[draft.head]
        up = list(_way(token, trigger))
        common = up[-1].head if up else token
        return frozenset(
            {
                *self._own(token, draft),
                *self._tie(token, draft, up, common),
                *self._between(up, draft),
                *self._distance(token, trigger),
                *self._part(token, draft),
                *self._rivals(token, draft, rivals),
            }
        )

    def _kind(self, token: Token) -> str:
        """What a word on the way stands for, as far as places are concerned."""
        classes = self.words.classes(token)
        if self.words.is_toponym(token) and "facility" not in classes:
            return "toponym"
        found = next((kind for kind, any_of in KINDS.items() if any_of & classes), None)
        return found or ("act" if ("noun", token.lemma_.lower()) in self.words.ontology.triggers else token.pos_)

    def _deed(self, draft: Draft) -> str:
        kind = self.words.ontology.actions[draft.action].plover
        return "deed" if kind in DEEDS else "protest" if kind == "PROTEST" else "word"

    def _own(self, token: Token, draft: Draft) -> Iterator[str]:
        """How it hangs on its phrase: "*in* Lesk", "a base in Lesk", "Lesk's mayor"."""
        first = first_conjunct(token)
        if first.dep_ == "pobj":
            holder = first.head.head
            kind = "the event" if holder.i in {draft.head, draft.verb} else self._kind(holder)
            yield f"own prep {first.head.lower_}"
            yield f"own {first.head.lower_} {kind}"
            return
        yield f"own {first.dep_}"
        if first.dep_ in PARTS_OF_NAME:
            yield f"own {first.dep_} {self._kind(first.head)}"

    def _tie(self, token: Token, draft: Draft, up: list[Token], common: Token) -> Iterator[str]:
        """By which step it is tied to the trigger, or to what both hang on."""
        trigger, step = token.doc[draft.head], up[-1] if up else token
        if common == trigger or (draft.verb is not None and common.i == draft.verb):
            yield "at the trigger" if common == trigger else "at the verb"
            yield f"below {_step(step)}"
            yield f"below {_step(step)} {self._deed(draft)}"
            yield f"below {step.dep_} {trigger.pos_}"
            if len(up) == 1 or (len(up) == 2 and step.dep_ == "prep"):
                yield "below directly"
            if step.dep_ in {"dobj", "nsubjpass", "nsubj"}:
                yield f"below {step.dep_} {self._kind(step)}"
            if self.is_hit(token, draft):
                yield "is what is hit"
        elif common == token:
            yield "above it"
        else:
            down = list(_way(trigger, common))
            yield "beside"
            yield f"beside {_step(step)}"
            yield f"above {down[-1].dep_}"
            yield f"above {down[-1].dep_} beside {step.dep_}"

    def is_hit(self, token: Token, draft: Draft) -> bool:
        """Whether the thing hit is the place: "captured Bihac", "the village of Bihac", "a third of the country"."""
        trigger = token.doc[draft.head]
        up = list(_way(token, trigger))
        if not up or up[-1].head != trigger or up[-1].dep_ not in {"dobj", "nsubjpass"}:
            return False
        if any(step.dep_ == "prep" and step.lower_ != "of" for step in up):
            return False
        fitting = {"area", "facility", "any"}
        return all(t == token or t.dep_ == "prep" or fitting & self.words.classes(t) for t in up) and not any(
            {"person", "actor", "armed", "vehicle"} & self.words.common(t)
            and not {"area", "facility"} & self.words.common(t)
            for t in up[1:]
        )

    def _between(self, up: list[Token], draft: Draft) -> Iterator[str]:
        """The words and clauses between the toponym and what it shares with the trigger."""
        spoken = self._deed(draft) != "deed"
        for n, step in enumerate(up):
            if step.dep_ == "prep":
                yield f"through {step.lower_}"
                if spoken and step.lower_ in OBJECTED:
                    yield "through what it is about"
            elif n:
                yield f"through {self._kind(step)}"
            if step.dep_ in CLAUSES or (step.dep_ == "conj" and step.pos_ in {"VERB", "AUX"}):
                yield "cross"
                yield (
                    f"cross {step.dep_} {step.tag_}" if step.dep_ in {"advcl", "acl", "conj"} else f"cross {step.dep_}"
                )

    def _distance(self, token: Token, trigger: Token) -> Iterator[str]:
        side, words = "before" if token.i < trigger.i else "after", abs(token.i - trigger.i)
        yield side
        yield f"far {_bucket(words, NEAR)}"
        yield f"{side} {_bucket(words, STEPS)}"

    def _part(self, token: Token, draft: Draft) -> Iterator[str]:
        """What the place is, and its part in the event."""
        place = self._heads[token.i]
        yield f"is {place.precision or 'unknown'}"
        if place.relation:
            yield f"relation {_relation(place.relation)}"
        if token.i in draft.targets:
            yield "target"
        if token.i in draft.places:
            yield "read as place"
        if self._objections.marks_people(token):
            yield "marks people"
        if self._objections.is_of_name(token):
            yield "word of a name"
        if self.words.name(token) is not None:
            yield "name of an actor"

    def _rivals(self, token: Token, draft: Draft, rivals: Collection[int]) -> Iterator[str]:
        """Which other toponyms stand in the sentence: above or below it, finer, coarser, nearer."""
        doc, place, trigger = token.doc, self._heads[token.i], token.doc[draft.head]
        others = [i for i in rivals if i != token.i and first_conjunct(doc[i]) != first_conjunct(token)]
        if not others:
            yield "only one"
        if any(doc[i].is_ancestor(token) for i in others):
            yield "under another"
        if any(token.is_ancestor(doc[i]) for i in others):
            yield "over another"
        level = coarseness(place)
        of_land = [self._heads[i] for i in others if len({self._heads[i].country, place.country} - {None}) < 2]
        if any(coarseness(other) < level for other in of_land):
            yield "finer one beside"
        if any(coarseness(other) > level for other in of_land):
            yield "coarser one beside"
        if all(abs(token.i - trigger.i) < abs(i - trigger.i) for i in others):
            yield "nearest"
        if any(min(trigger.i, token.i) < i < max(trigger.i, token.i) for i in others):
            yield "another between"


def _way(start: Token, end: Token) -> Iterator[Token]:
    """Tokens from ``start`` up to just below the first that is ``end`` or above ``end``."""
    node = start
    while node != end and not node.is_ancestor(end):
        yield node
        if node.head == node:
            return
        node = node.head


def _step(token: Token) -> str:
    return f"prep {token.lower_}" if token.dep_ in {"prep", "agent"} else token.dep_


def _relation(words: str) -> str:
    """The kind of a relation: a distance ("10 km from"), a direction ("north of"), else its own words."""
    return "distance" if any(c.isdigit() for c in words) else "direction" if words.endswith(" of") else words


def _bucket(number: int, bounds: tuple[int, ...]) -> str:
    return next((f"within {bound}" for bound in bounds if number <= bound), "beyond")


def coarseness(place: Place) -> int:
    """How wide a place is: 0 a point or unknown, 3 a country."""
    return COARSENESS.get(place.precision or "", 0)
