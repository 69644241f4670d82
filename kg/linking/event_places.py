"""Where an event took place: of the toponyms of its sentence the one that the parse ties to it best, or none.

Each toponym is scored by the way through the tree from it to the trigger: a locative phrase of the trigger counts most, then the
thing hit, the clause around, the people described; an owner ("Iraq's minister"), a source ("according to"), a direction
("north of Baghdad") or a destination counts against it.  Weights are set by hand and checked on annotated sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.language.tree import first_conjunct, with_conjuncts
from kg.model import Place

LOCATIVE = frozenset(
    (
        "in at near on inside outside around across throughout within along off above over into onto through between "
        "under beneath beside against close next northwest northeast southwest southeast north south east west upon"
    ).split()
)
DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest kilometers kilometres km miles".split()
)
DESTINATION = frozenset({"to", "toward", "towards", "for"})
NOT_LOCAL = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "LANGUAGE", "EVENT", "LAW", "NORP"})
THRESHOLD = 1.5
#: loss for each step through the tree; weight of a place that is itself what is hit; score from which a finer place wins
STEP, HIT, FINER, REACH = 0.1, 5.3, 2.0, 2.5
COARSENESS = {"country": 3, "admin1": 2, "admin2": 2, "region": 2, "settlement": 1}
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


class EventPlaces:
    """Places of events of one document."""

    def __init__(self, words: Words, places: tuple[Place, ...], text: str) -> None:
        self.words, self.text = words, text
        at = {p.start: p for p in places}
        heads: dict[int, Token] = {}
        for i, span in sorted(words.toponyms.items()):
            token = words.doc[i]
            if span[0] in at and (span[0] not in heads or heads[span[0]].is_ancestor(token) is False):
                heads[span[0]] = _outermost(heads.get(span[0]), token)
        self._heads: dict[int, Place] = {token.i: at[start] for start, token in heads.items()}
        for token in words.doc:
            if token.pos_ == "PROPN" and token.i not in self._heads and self._is_local_name(token):
                self._heads[token.i] = self._local(token)

    def _is_local_name(self, token: Token) -> bool:
        """Whether a name that the index lacks stands where places stand: "at X", "the village of X", "the X district"."""
        words = self.words
        if words.name(token) or words.is_toponym(token) or words.common(token) or token.ent_type_ in NOT_LOCAL:
            return False
        head = token.head
        if token.dep_ in {"compound", "nmod"} and head.i > token.i and head.pos_ in {"NOUN", "PROPN"}:
            return (
                bool({"area", "facility"} & words.common(head))
                and not words.is_toponym(head)
                and words.name(head) is None
            )
        if token.dep_ != "pobj":
            return False
        return head.lower_ in {"in", "at", "near", "outside"} or (
            head.lower_ == "of" and "area" in words.common(head.head)
        )

    def _local(self, token: Token) -> Place:
        first = token.i
        doc = self.words.doc
        while (
            first
            and doc[first - 1].dep_ in {"compound", "nmod", "punct"}
            and doc[first - 1].head.i in {token.i, first}
            and not doc[first - 1].is_space
        ):
            first -= 1
        start, end = doc[first].idx, token.idx + len(token)
        relation = token.head.lower_ if token.dep_ == "pobj" else None
        return Place(start, end, self.text[start:end], relation=relation if relation != "of" else "in")

    def of(self, draft: Draft) -> tuple[Place, ...]:
        """The place of an event with those coordinated to it; empty if none is tied to it."""
        doc = self.words.doc
        trigger = doc[draft.head]
        scored = [
            (self._score(token, trigger, draft), -abs(i - draft.head), i)
            for i, token in ((i, doc[i]) for i in self._heads if trigger.sent.start <= i < trigger.sent.end)
        ]
        best = max(scored, default=(0.0, 0, -1))
        if best[0] < THRESHOLD:
            return ()
        best = max(
            [best, *(other for other in scored if self._is_finer(other, best))],
            key=lambda c: (-self._coarseness(c[2]), c),
        )
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
        """Whether another place of the sentence says more exactly where: "in Mosul ... a shop in the Nabi Yunis area"."""
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

    def _score(self, token: Token, trigger: Token, draft: Draft) -> float:
        place = self._heads[token.i]
        if self._is_no_place_here(token, draft):
            return 0.0
        if token.i in draft.places:
            return 6.0
        up = list(_way(token, trigger))
        common = up[-1].head if up else token
        down = list(_way(trigger, common))
        score = self._weight(token, draft, common, up, down)
        score += FINENESS.get(place.precision or "", LOCAL_NAME) - STEP * (len(up) + len(down))
        return score - self._against(token, up)

    def _is_no_place_here(self, token: Token, draft: Draft) -> bool:
        """Whether a toponym is somebody who acts, or a word of another name ("Islamic State of Iraq")."""
        if token.i in draft.agents or self._marks_people(token):
            return True
        name = self.words.name(token)
        if name is None or name.form == "seat" or (token.dep_ == "pobj" and token.head.lower_ in LOCATIVE):
            return False
        return any(self.words.ontology.entries[i].kind != "Country" for i in name.ids)

    def _marks_people(self, token: Token) -> bool:
        """Whether a country's name says whose people or what policy: "U.S. commandos", "U.S. involvement", "U.S.-led"."""
        name, first = self.words.name(token), first_conjunct(token)
        if name is None or first.dep_ not in {"compound", "amod", "nmod", "poss", "npadvmod"}:
            return False
        return not {"area", "facility", "infrastructure"} & self.words.classes(first.head)

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
                weight = 3.0 if step.lower_ in {"of", "from", "during", "by"} | DESTINATION else 1.5
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

    def _against(self, token: Token, up: list[Token]) -> float:
        """What speaks against a toponym: owner, part of a description, source, direction, destination, origin."""
        loss = 0.0
        if (token.dep_ == "poss" and not {"area", "facility"} & self.words.common(token.head)) or (
            token.dep_ in {"compound", "nmod", "amod"} and self._describes_people(token.head)
        ):
            loss += 1.8
        for step in up:
            if step.lower_ == "according" or (step.dep_ == "prep" and step.lower_ in DESTINATION):
                loss += 3.0 if step.lower_ == "according" else 1.0
            if step.dep_ == "prep" and step.lower_ == "of" and step.head.lower_ in DIRECTIONS:
                loss += 1.2
            if step.dep_ == "prep" and step.lower_ in {"of", "from"} and self._describes_people(step.head):
                loss += 1.2
        return loss

    def _describes_people(self, head: Token) -> bool:
        return bool(
            self.words.classes(head) & {"actor", "person", "organisation", "armed", "state"}
        ) and not self.words.is_toponym(head)


def _outermost(one: Token | None, other: Token) -> Token:
    """Of two tokens of a name the one nearer to the root."""
    return (
        other
        if one is None or other.is_ancestor(one) or (not one.is_ancestor(other) and one.dep_ == "compound")
        else one
    )


def _way(start: Token, end: Token) -> Iterator[Token]:
    """Tokens from ``start`` up to just below the first that is ``end`` or above ``end``."""
    node = start
    while node != end and not node.is_ancestor(end):
        yield node
        if node.head == node:
            return
        node = node.head
