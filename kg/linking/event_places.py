"""Where an event took place: the toponyms that the parse ties to it, not every place of the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.language.tree import clause_verb
from kg.model import Place

LOCATIVE = frozenset(
    (
        "in at near on inside outside around across throughout within along off above over into onto toward "
        "towards through between under beneath beside by from northwest northeast southwest southeast north "
        "south east west of upon against close next"
    ).split()
)
MOTION_FROM = frozenset({"from"})
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


class EventPlaces:
    """Places of events of one document."""

    def __init__(self, words: Words, places: tuple[Place, ...]) -> None:
        self.words = words
        self._at: Mapping[int, Place] = {p.start: p for p in places}

    def of(self, draft: Draft) -> tuple[Place, ...]:
        """The places of an event; the nearest attachment that names one decides."""
        doc = self.words.doc
        head = doc[draft.head]
        carrier = doc[draft.verb] if draft.verb is not None else None
        for tokens in self._ways(draft, head, carrier):
            found = list(dict.fromkeys(p for t in tokens for p in self._inside(t)))
            if found:
                return tuple(found)
        return ()

    def _ways(self, draft: Draft, head: Token, carrier: Token | None) -> Iterator[list[Token]]:
        """Groups of noun heads that may hold the place, best first."""
        doc = self.words.doc
        yield [doc[i] for i in draft.places]
        yield [
            *self._locatives(head),
            *(self._locatives(carrier) if carrier is not None and carrier != head else []),
        ]
        targets = [doc[i] for i in draft.targets]
        yield [t for t in targets if self._place(t)]
        yield [
            c for c in head.children if c.dep_ in {"compound", "nmod"} and self._place(c) and c.i not in draft.agents
        ]
        yield [p for t in targets for p in self._locatives(t)]
        yield [p for t in (doc[i] for i in draft.agents) for p in self._locatives(t)]
        verb = clause_verb(carrier or head)
        seen = 0
        while verb is not None and seen < 3:
            yield self._locatives(verb)
            verb, seen = (clause_verb(verb) if verb.head != verb else None), seen + 1

    def _locatives(self, token: Token) -> list[Token]:
        """Objects of locative prepositions that hang on a token."""
        out = []
        for preposition in token.children:
            if (
                preposition.dep_ in {"prep", "advmod", "agent", "prt"}
                and preposition.lower_ in LOCATIVE
                and preposition.lower_ not in MOTION_FROM
            ):
                out += [c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}]
                out += [
                    c
                    for inner in preposition.children
                    if inner.dep_ == "prep"
                    for c in inner.children
                    if c.dep_ == "pobj"
                ]
        return out

    def _place(self, token: Token) -> Place | None:
        span = self.words.toponyms.get(token.i)
        return self._at.get(span[0]) if span else None

    def _inside(self, token: Token) -> Iterator[Place]:
        """Toponyms of a noun phrase: its head, else those before the head or below "of"/"in"; coordination opened."""
        own = self._place(token)
        if own is not None:
            yield own
        for item in token.children:
            if item.dep_ in {"compound", "nmod", "poss", "appos", "conj", "amod"} or (
                item.dep_ == "prep" and item.lower_ in {"of", "in", "near", "on", "at"}
            ):
                if item.dep_ == "prep":
                    for inner in item.children:
                        if inner.dep_ == "pobj":
                            yield from self._inside(inner)
                else:
                    yield from self._inside(item)
