"""What a name lies in or near by the words around it: "Karrada *in Baghdad*", "*Baghdad's* Karrada district".

A name that the index lacks has no point and no country of its own, but the text mostly says where it is: in a place that
the index holds, behind it ("the Oru Hotel at a busy junction in Lesk", "Oru, near Lesk"), before it ("Lesk's Oru
quarter", "the Lesk suburb of Oru") or beside it ("in Lesk, a bomb went off at the Oru Hotel").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

from spacy.tokens import Token

from kg.linking.place_objections import MISSIONS

#: words before what a name lies in, and before what it is beside
INSIDE = frozenset("in of at within inside on".split())
BESIDE = frozenset("near nearby outside around off towards toward beside bordering".split())
POINTS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split()
)
UNITS = frozenset("km kms kilometer kilometers kilometre kilometres mile miles".split())
#: prepositions that lead away from the name, and those that may stand before another one of place
AWAY = frozenset("by against after before during into via despite since until upon".split())
#: verbs that say where something lies
LYING = frozenset("locate situate call name know lie".split())
#: what stands between two places and tells that the second is no place of the first
APART = frozenset({"border", "borders", "frontier", "boundary"})
STOPS = frozenset({";", ":", "--", "\u2014", "\u2013", '"', "\u201c", "\u201d", "."})
WHEN = frozenset({"DATE", "TIME", "CARDINAL"})
AREAS = frozenset({"PROPN", "ADJ", "NOUN"})
LONGEST = 16


class Located(Protocol):
    """A place of the index, or one that a record shows."""

    @property
    def precision(self) -> str | None:
        """How exactly it is known."""
        ...


P = TypeVar("P", bound=Located)


class Surroundings(Generic[P]):
    """Tells for the names of one document in and near which located places they lie.

    ``at`` are located places by the index of their first word, with the index after their last; ``local`` tells nouns of
    areas, buildings and people, which may stand between a name and what it lies in.
    """

    def __init__(self, at: Mapping[int, tuple[int, P]], local: Callable[[Token], bool]) -> None:
        self._at, self._local = at, local
        self._ends = {end: (first, place) for first, (end, place) in at.items()}

    def of(self, first: Token, last: Token) -> Iterator[tuple[P, str]]:
        """(place, "in" or "near") of those around a name from its first to its last word, the closest signs first."""
        yield from self.beside(first, last)
        yield from self._by_verb(first, last)

    def beside(self, first: Token, last: Token) -> Iterator[tuple[P, str]]:
        """Those right behind and before the name."""
        yield from self._behind(last)
        yield from self._before(first)

    def _behind(self, last: Token) -> Iterator[tuple[P, str]]:
        """Places behind the name: "the Oru Hotel at a junction *in Lesk*", "Oru, 20 km north of *Lesk* in *Varna*"."""
        doc, i, relation = last.doc, last.i + 1, ""
        end = min(last.sent.end, i + LONGEST)
        while i < end:
            if i in self._at:
                after, place = self._at[i]
                if not relation or (
                    relation == "," and (place.precision == "settlement" or self._owns(doc[after - 1]))
                ):
                    return
                yield place, "near" if relation == "near" else "in"
                owner = after < end and doc[after].tag_ == "POS"
                i, relation = (after + 1, relation) if owner else (after, "")
                continue
            step = self._step(doc[i], relation)
            if step is None:
                return
            i, relation = i + 1, step

    def _owns(self, last: Token) -> bool:
        """Whether a land only tells whose somebody is: "near Oru, the *Norland* army said"."""
        owned = last.dep_ in {"compound", "amod", "nmod", "poss"} and last.head.i > last.i
        far = last.head.lemma_.lower() in MISSIONS or not self._local(last.head)
        return owned and last.head.pos_ in {"NOUN", "PROPN"} and far

    def _step(self, token: Token, relation: str) -> str | None:
        """How what follows stands to the name after one more word; None where it is no longer about its place."""
        word = token.lower_
        if word in STOPS or word in AWAY or word in APART or token.dep_ == "relcl":
            return None
        if word in BESIDE or word in UNITS or (word in POINTS and _leads_on(token)):
            return "near"
        if word in POINTS:  # "*west* Belfast"
            return relation
        if word in INSIDE:
            return relation if relation == "near" else "in"
        if word in {",", "("}:
            return ","
        if word in {"from", "to", "between"}:
            return relation if relation == "near" else None
        if token.pos_ in {"VERB", "AUX"} and token.dep_ != "amod":
            return "" if token.lemma_ in LYING else None
        if token.pos_ in {"CCONJ", "SCONJ", "PRON"}:
            return None
        if token.pos_ == "NOUN" and not (self._local(token) or token.ent_type_ in WHEN):
            return None
        return relation

    def _before(self, first: Token) -> Iterator[tuple[P, str]]:
        """The place before the name: "*Lesk's* old Oru quarter", "the *Lesk* suburb of Oru"."""
        doc, i = first.doc, first.i - 1
        if i > first.sent.start and doc[i].lower_ == "of":
            i -= 1
            while i >= first.sent.start and i + 1 not in self._ends and self._local(doc[i]):
                i -= 1
        else:
            while i > max(first.sent.start, first.i - 6) and doc[i].tag_ != "POS" and doc[i].pos_ in AREAS:
                i -= 1
            if doc[i].tag_ != "POS":
                return
            i -= 1
        if i + 1 in self._ends:
            yield self._ends[i + 1][1], "in"

    def _by_verb(self, first: Token, last: Token) -> Iterator[tuple[P, str]]:
        """Places at the verb that the name's own phrase hangs on: "*in Lesk*, a bomb went off at the Oru Hotel"."""
        own = {t.i for t in first.doc[first.i : last.i + 1]}
        for verb in (a for a in last.ancestors if a.pos_ == "VERB"):
            for preposition in verb.children:
                if preposition.dep_ == "prep" and preposition.lower_ in {"in", "inside"}:
                    yield from ((place, "in") for place in self._objects(preposition, own))
            if verb.dep_ in {"relcl", "ccomp", "advcl", "ROOT"}:
                return

    def _objects(self, preposition: Token, own: set[int]) -> Iterator[P]:
        for noun in preposition.children:
            span = next((s for s in (self._span(t) for t in (noun, *noun.lefts)) if s is not None), None)
            if noun.dep_ == "pobj" and span is not None and not own & set(range(*span[:2])):
                yield span[2]

    def _span(self, token: Token) -> tuple[int, int, P] | None:
        """The located place of which a token is a word."""
        for first in range(token.i, max(-1, token.i - 6), -1):
            if first in self._at:
                end, place = self._at[first]
                return (first, end, place) if token.i < end else None
        return None


def _leads_on(point: Token) -> bool:
    """Whether a word of direction is one away from a place: "north *of* Lesk"."""
    return any(t.lower_ == "of" for t in point.doc[point.i + 1 : point.i + 2])
