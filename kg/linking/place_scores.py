"""How well the parse ties a toponym to an event: the way through the tree from one to the other.

A locative phrase of the trigger counts most, then the thing hit, the clause around, the people described.  Weights are set by
hand and checked on annotated sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.participants import is_violence
from kg.extraction.words import Words
from kg.linking.place_objections import DESTINATION, LOCATIVE, Objections
from kg.model import Place

#: loss for each step through the tree; weight of a place that is itself what is hit; score from which a finer place wins
STEP, HIT, FINER, REACH = 0.1, 5.3, 2.0, 2.5
FINENESS = {"point": 0.5, "settlement": 0.4, "region": 0.3, "admin2": 0.3, "admin1": 0.2, "country": 0.0}
LOCAL_NAME = 0.6
#: weight of the step below the trigger, and of the step that the trigger hangs on, by dependency label
BELOW = {
    "prep": 5.0,
    "agent": 0.8,
    "dobj": 3.4,
    "nsubjpass": 3.0,
    "nsubj": 2.8,
    "advcl": 3.0,
    "npadvmod": 3.0,
    "advmod": 4.0,
    "pobj": 3.5,
    "acl": 3.0,
    "relcl": 2.0,
    "conj": 3.0,
    "ccomp": 1.0,
    "xcomp": 3.0,
    "compound": 3.0,
    "nmod": 3.0,
    "poss": 1.6,
    "amod": 2.0,
    "appos": 2.5,
    "attr": 3.0,
}
ABOVE = {
    "conj": 4.0,
    "advcl": 3.4,
    "acl": 3.2,
    "relcl": 3.0,
    "xcomp": 3.6,
    "pcomp": 3.2,
    "ccomp": 1.8,
    "dobj": 4.2,
    "pobj": 3.4,
    "nsubj": 3.2,
    "nsubjpass": 3.4,
    "attr": 3.0,
    "prep": 3.4,
    "parataxis": 1.6,
    "dep": 2.0,
    "agent": 3.4,
    "appos": 3.0,
    "oprd": 3.0,
    "acomp": 3.0,
}


class PlaceScores:
    """Scores of the toponyms of one document; ``heads`` are their places by the index of their head."""

    def __init__(self, words: Words, heads: Mapping[int, Place]) -> None:
        self.words, self._heads = words, heads
        self.objections = Objections(words, heads)

    def score(self, token: Token, trigger: Token, draft: Draft) -> float:
        """How well a toponym is tied to the event of a trigger; 0 if it is no place there."""
        place = self._heads[token.i]
        if self.objections.rules_out(token, draft):
            return 0.0
        if token.i in draft.places:
            return 6.0
        up = list(_way(token, trigger))
        common = up[-1].head if up else token
        down = list(_way(trigger, common))
        score = self._weight(token, draft, common, up, down)
        score += FINENESS.get(place.precision or "", LOCAL_NAME) - STEP * (len(up) + len(down))
        return score - self.objections.against(token, up) - self.objections.beside(up, draft)

    def _weight(self, token: Token, draft: Draft, common: Token, up: list[Token], down: list[Token]) -> float:
        trigger = token.doc[draft.head]
        if common == trigger or (draft.verb is not None and common.i == draft.verb):
            step = up[-1] if up else token
            weight = BELOW.get(step.dep_, 1.0)
            if step.dep_ in {"dobj", "nsubjpass"} and self._is_itself(token, up):
                return HIT
            if step.dep_ == "agent" and self._located(up):
                weight = 2.8
            if step.dep_ == "prep" and step.lower_ not in LOCATIVE:
                local = step.lower_ == "after" and any(is_violence(c, self.words) for c in step.children)
                weight = 3.0 if local or step.lower_ in {"of", "from", "during", "by"} | DESTINATION else 1.5
            if step.dep_ in {"nsubj", "nsubjpass", "dobj"} and step != token and not self._located(up):
                weight -= 0.8
            return weight
        if common == token:
            return 2.5
        weight = ABOVE.get(down[-1].dep_, 1.5) if down else 1.5
        if (
            draft.rule in {"nominal", "anaphor"}
            and trigger.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj"}
            and self._tells(common)
        ):
            weight -= 3.0
        step = up[-1]
        if step.dep_ == "prep" and step.lower_ in LOCATIVE:
            return weight
        return weight - (0.6 if step.dep_ in {"nsubj", "dobj", "nsubjpass", "advcl", "npadvmod", "conj"} else 1.0)

    def _tells(self, verb: Token) -> bool:
        """Whether a verb tells an act of its own, whose place need not be that of its object ("praised the strike")."""
        if verb.pos_ != "VERB":
            return False
        found = self.words.ontology.triggers.get(("verb", verb.lemma_.lower()), ())
        return any(self.words.ontology.actions[t.action].plover not in {"ASSAULT", "COERCE"} for t in found)

    def _is_itself(self, token: Token, up: list[Token]) -> bool:
        """Whether the thing hit is the place: "captured Bihac", "the village of Bihac", "a third of the country"."""
        for step in up[:-1] if up and up[-1] != token else []:
            if step.dep_ == "prep" and step.lower_ != "of":
                return False
        return all(
            t == token or t.dep_ == "prep" or {"area", "facility", "any"} & self._kinds(t) for t in up
        ) and not self._people(up)

    def _kinds(self, token: Token) -> frozenset[str]:
        return self.words.classes(token)

    def _people(self, up: list[Token]) -> bool:
        return any(
            {"person", "actor", "armed", "vehicle"} & self.words.common(t)
            and not {"area", "facility"} & self.words.common(t)
            for t in up[1:]
        )

    def _located(self, up: list[Token]) -> bool:
        return any(t.dep_ == "prep" and t.lower_ in LOCATIVE for t in up)


def _way(start: Token, end: Token) -> Iterator[Token]:
    """Tokens from ``start`` up to just below the first that is ``end`` or above ``end``."""
    node = start
    while node != end and not node.is_ancestor(end):
        yield node
        if node.head == node:
            return
        node = node.head
