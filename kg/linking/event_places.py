"""Where an event took place: of the toponyms of its sentence the one that the parse ties to it best, or none.

An owner ("Iraq's minister"), a source ("according to"), a direction ("north of Baghdad") or a destination counts against
a toponym (``place_objections``), a short way through the tree for it (``place_scores``).
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.language.tree import first_conjunct, with_conjuncts
from kg.linking.borders import border_places
from kg.linking.local_names import local_places
from kg.linking.place_scores import FINER, HIT, REACH, PlaceScores
from kg.model import Place

THRESHOLD = 1.5
COARSENESS = {"country": 3, "admin1": 2, "admin2": 2, "region": 2, "settlement": 1}


class EventPlaces:
    """Places of events of one document."""

    def __init__(self, words: Words, places: tuple[Place, ...], text: str) -> None:
        self.words = words
        at = {p.start: p for p in places}
        heads: dict[int, Token] = {}
        for i, span in sorted(words.toponyms.items()):
            token = words.doc[i]
            if span[0] in at and (span[0] not in heads or heads[span[0]].is_ancestor(token) is False):
                heads[span[0]] = _outermost(heads.get(span[0]), token)
        self._heads: dict[int, Place] = {token.i: at[start] for start, token in heads.items()}
        self._heads |= {i: place for i, place in local_places(words, text) if i not in self._heads}
        self.scores = PlaceScores(words, self._heads)
        self._borders = dict(border_places(words, text))

    def of(self, draft: Draft, heads: Set[int] = frozenset()) -> tuple[Place, ...]:
        """The place of an event with those coordinated to it, or the border that it is at; empty if none is tied to it.

        ``heads`` are the triggers of all events: a place in the clause of another is no finer place of this one.
        """
        found = self._named(draft, heads)
        border = self._border(draft)
        if border is None or not all(border.start <= place.start and place.end <= border.end for place in found):
            return found
        return (border,)

    def _border(self, draft: Draft) -> Place | None:
        """The border that a phrase of place of the event's verb names."""
        verbs = {draft.head, draft.verb}
        for i, place in self._borders.items():
            above = [token.i for token in self.words.doc[i].ancestors][:3]
            if verbs & set(above):
                return place
        return None

    def _named(self, draft: Draft, heads: Set[int]) -> tuple[Place, ...]:
        doc = self.words.doc
        trigger = doc[draft.head]
        sentence = trigger.sent
        scored = [
            (self.scores.score(doc[i], trigger, draft), -abs(i - draft.head), i)
            for i in self._heads
            if sentence.start <= i < sentence.end
        ]
        best = max(scored, default=(0.0, 0, -1))
        if best[0] < THRESHOLD:
            return ()
        beyond = _is_of_another(doc[best[2]], draft, heads)
        finer = [c for c in scored if beyond or not _is_of_another(doc[c[2]], draft, heads)]
        finer = [best, *(c for c in finer if self._is_finer(c, best))]
        best = max(finer, key=lambda c: (-self._coarseness(c[2]), c))
        chosen = [t.i for t in with_conjuncts([doc[best[2]]]) if t.i in self._heads]
        return tuple(self._as_told(self._heads[i], doc[i], trigger) for i in chosen)

    def _as_told(self, place: Place, token: Token, trigger: Token) -> Place:
        """A place with its relation; a clause with "where" is at the place, whatever leads to it ("north of X, where ...")."""
        clause = first_conjunct(trigger)
        if clause.dep_ != "relcl" or not any(t.lower_ == "where" for t in token.doc[clause.head.i : clause.i]):
            return place
        if (
            clause.head != token
            and not clause.head.is_ancestor(token)
            and self.words.toponyms.get(clause.head.i) is None
        ):
            return place
        return replace(place, relation="at", precision="point" if place.precision == "region" else place.precision)

    def _is_finer(self, one: tuple[float, int, int], best: tuple[float, int, int]) -> bool:
        """Whether another place of the sentence says more exactly where: "in Lesk ... a shop in the Old Port area"."""
        if (
            best[0] >= HIT
            or one[0] < max(FINER, best[0] - REACH)
            or self._coarseness(one[2]) >= self._coarseness(best[2])
        ):
            return False
        countries = {self._heads[one[2]].country, self._heads[best[2]].country} - {None}
        return len(countries) < 2

    def _coarseness(self, index: int) -> int:
        return COARSENESS.get(self._heads[index].precision or "", 0)


def _is_of_another(token: Token, draft: Draft, heads: Set[int]) -> bool:
    """Whether a place stands in a clause that tells another event: "launched an attack in Hama, *targeting* Kawkab"."""
    own = {draft.head, draft.verb}
    for above in token.ancestors:
        if above.i in own:
            return False
        if above.i in heads and above.dep_ == "advcl" and above.tag_ == "VBG":
            return True
    return False


def _outermost(one: Token | None, other: Token) -> Token:
    """Of two tokens of a name the one nearer to the root."""
    return (
        other
        if one is None or other.is_ancestor(one) or (not one.is_ancestor(other) and one.dep_ == "compound")
        else one
    )
