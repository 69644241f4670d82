"""Where an event took place: of the toponyms of its sentence the one that is most likely its place, or none.

The signs of each toponym (``place_signs``) are weighed against one another and against none (``place_model``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.extraction.scenes import is_scene
from kg.extraction.words import Words
from kg.language.tree import children, first_conjunct, with_conjuncts
from kg.language.voice import is_passive
from kg.linking.borders import border_places
from kg.linking.local_names import is_street, local_places, names_street
from kg.linking.own_places import clause_of, without_next_deeds
from kg.linking.parted import told_beside
from kg.linking.place_model import best
from kg.linking.place_objections import Objections, is_driven_from
from kg.linking.place_signs import PlaceSigns, coarseness
from kg.linking.places_of_others import is_of_ground, is_of_next_deed, is_of_teller
from kg.model import Place
from kg.ontology.groupings import CAPTURES

#: prepositions of where a thing is; verbs that say that a thing took place
SCENE = frozenset({"at", "in", "near", "outside", "on", "of"})
#: acts of those who go to a place
GOING = ("Visit", "Peacekeeping", "Return", "Repatriation", "HumanitarianAid")
OCCURRING = frozenset({"occur", "happen", "take"})


class EventPlaces:
    """Places of events of one document."""

    def __init__(
        self, words: Words, places: tuple[Place, ...], text: str, capitals: Mapping[int, Place] | None = None
    ) -> None:
        self.words = words
        at = {p.start: p for p in places}
        heads: dict[int, Token] = {}
        for i, span in sorted(words.toponyms.items()):
            token = words.doc[i]
            if span[0] in at and (span[0] not in heads or heads[span[0]].is_ancestor(token) is False):
                heads[span[0]] = _outermost(heads.get(span[0]), token)
        self.heads: dict[int, Place] = {t.i: at[start] for start, t in heads.items() if not names_street(t)}
        self.heads |= {i: place for i, place in local_places(words, text) if i not in self.heads}
        self._capitals = {i: place for i, place in (capitals or {}).items() if i not in self.heads}
        self.heads |= self._capitals
        self._objections = Objections(words, self.heads)
        self._signs = PlaceSigns(words, self.heads, self._objections)
        self._borders = dict(border_places(words, text))
        self._beside = told_beside(words.doc)

    def candidates(self, draft: Draft) -> list[int]:
        """The heads of the toponyms of its sentence that are in question as the place of an event, in text order.

        Those that are themselves what is hit or taken leave no question.
        """
        doc = self.words.doc
        heads = [t.i for t in doc[draft.head].sent if t.i in self.heads and not self._objections.rules_out(t, draft)]
        heads = [i for i in heads if not is_of_ground(doc[i], doc[draft.head])] or heads
        heads = self._told_with(draft.head, heads)
        heads = [i for i in heads if not is_of_next_deed(doc[i], doc[draft.head])]
        heads = without_next_deeds(heads, doc[draft.head], self.heads)
        if draft.action in CAPTURES:  # who lost the ground
            heads = [i for i in heads if not (i in draft.targets and _is_lost(doc[i], doc[draft.head]))]
        heads = [i for i in heads if not is_of_teller(doc[i], doc[draft.head])] or heads
        heads = [
            i for i in heads if not (doc[i].dep_ == "poss" or self._is_owner(doc[i])) or not _is_finer(doc[i], heads)
        ]
        if draft.cause is not None:  # "bombed Gao a day after a raid in *Lesk* killed six"
            heads = next(filter(None, (_below(doc[i], heads) for i in (draft.head, draft.cause))), heads)
        hit = [
            i for i in heads if i in draft.targets and (self._signs.is_hit(doc[i], draft) or _is_left(doc[i], draft))
        ]
        named = [i for i in heads if not {i, doc[i].head.i} & self._capitals.keys()]
        return hit or [i for i in named if not is_street(doc[i])] or named or heads

    def _is_owner(self, land: Token) -> bool:
        """Whether a land stands before what may be its own elsewhere: "the *U.S.* airbase at Lesk"."""
        return land.dep_ in {"compound", "amod", "nmod"} and self.heads[land.i].precision == "country"

    def _told_with(self, trigger: int, heads: list[int]) -> list[int]:
        """Those of the toponyms that are not of another happening: "shelled Lesk a day after two died *in Goma*"."""
        for words, elsewhere in self._beside:
            with_it = [i for i in heads if (i in words) == (trigger in words)]
            heads = with_it if elsewhere else with_it or heads
        return heads

    def signs(self, draft: Draft, heads: list[int]) -> list[frozenset[str]]:
        """Signs of the candidates of an event, given their heads."""
        return [self._signs.of(self.words.doc[i], draft, heads) for i in heads]

    def signs_of_event(self, draft: Draft) -> frozenset[str]:
        """Signs of an event that has a place in its sentence, or has none there."""
        return self._signs.of_event(draft)

    def of(self, draft: Draft) -> tuple[Place, ...]:
        """The place of an event with those coordinated to it, or the border that it is at; empty if it has none there."""
        found = self._named(self._with_fellow(draft))
        border = self._border(draft)
        if border is None or not all(border.start <= place.start and place.end <= border.end for place in found):
            return found
        return (border,)

    def _with_fellow(self, draft: Draft) -> Draft:
        """A verb that shares all that follows with the next one, as the parse hangs it: "**shot** and *killed* two in Lesk"."""
        verb = self.words.doc[draft.head]
        fellow = next((c for c in children(verb, "conj") if c.i == verb.i + 2 and c.pos_ == verb.pos_ == "VERB"), None)
        shared = fellow is not None and not is_passive(verb) and not children(fellow, "nsubj", "nsubjpass")
        return replace(draft, head=fellow.i, verb=fellow.i) if shared and fellow is not None else draft

    def _border(self, draft: Draft) -> Place | None:
        """The border that a phrase of place of the event's verb names."""
        verbs = {draft.head, draft.verb}
        for i, place in self._borders.items():
            above = [token.i for token in self.words.doc[i].ancestors][:3]
            if verbs & set(above):
                return place
        return None

    def _named(self, draft: Draft) -> tuple[Place, ...]:
        doc, heads = self.words.doc, self.candidates(draft)
        told = self._where(doc[draft.head], heads)
        if told is not None:
            place = self.heads[told]
            precision = "point" if place.precision == "region" else place.precision
            return (replace(place, relation="at", precision=precision),)
        owner = next((i for i in heads if i in draft.places and doc[i].dep_ == "poss"), None)
        sure = (i for i in heads if self._is_scene(doc[i], doc[draft.head]) or self._is_beat(doc[i], draft))
        if driven := [i for i in heads if is_driven_from(doc[i], draft)]:
            return tuple(self.heads[t.i] for t in with_conjuncts([doc[driven[0]]]) if t.i in self.heads)
        scene = next(sure, owner)
        if scene is not None:  # "Kenya's riots", "the Halabja attack"
            return (replace(self.heads[scene], relation="in"),)
        if (told := _told_to_happen(draft, doc, heads)) is not None:
            return (self.heads[told],)
        if goals := self._goals(draft) or self._ends(draft):
            return goals
        found = best(self.signs(draft, heads), self.signs_of_event(draft))
        if found is None:
            above = draft.cause if draft.cause is not None else _act_above(doc[draft.head])
            return self._named(replace(draft, head=above, verb=above, cause=None)) if above is not None else ()
        chosen = self._inside(heads[found], heads)
        return tuple(self.heads[t.i] for t in with_conjuncts([doc[chosen]]) if t.i in self.heads)

    def _inside(self, land: int, heads: list[int]) -> int:
        """The town right before the land it is told to lie in: "near *Nablus* in the West Bank"; else the land itself."""
        way = self.words.doc[land].head
        before = max((i for i in heads if i < way.i), default=None)
        if before is None or way.lower_ != "in" or way.i != before + 1 or not _is_land(self.heads[land], "region"):
            return land
        town, around = self.heads[before], self.heads[land]
        told = self.words.doc[before].head.lower_ in SCENE
        return before if told and not _is_land(town) and town.country in {around.country, None} else land

    def _goals(self, draft: Draft) -> tuple[Place, ...]:
        """Where somebody goes to or is sent, who is there from then on: "flew to *Lesk*", "sends troops to *Norland*"."""
        kinds = self.words.ontology
        if any(kinds.is_a(draft.action, kind) for kind in GOING):
            ends = draft.targets
        elif kinds.is_a(draft.action, "Deployment"):
            ends = draft.places
        else:
            return ()
        goals = (t for t in with_conjuncts(self.words.doc[i] for i in ends) if t.i in self.heads)
        return tuple(dict.fromkeys(self.heads[t.i] for t in goals))

    def _ends(self, draft: Draft) -> tuple[Place, ...]:
        """The two towns between which a deed was done: "a bomb hit a convoy between *Lesk* and *Oru*"."""
        doc, clause = self.words.doc, clause_of(self.words.doc[draft.head])
        for way in (t for t in doc[draft.head].sent if t.lower_ == "between" and t.dep_ == "prep"):
            first = next((t for t in way.children if t.dep_ == "pobj" and t.i in self.heads), None)
            towns = with_conjuncts([first]) if first is not None and clause_of(way) == clause else []
            if len(towns) > 1 and not draft.reciprocal and all(self._is_settled(t) for t in towns):
                return tuple(self.heads[t.i] for t in towns)
        return ()

    def _is_settled(self, token: Token) -> bool:
        """Whether a toponym is a town or the like, and nobody who acts."""
        place = self.heads.get(token.i)
        return place is not None and self.words.name(token) is None and place.precision not in {"country", "admin1"}

    def _is_scene(self, town: Token, trigger: Token) -> bool:
        return town.head == trigger and town.dep_ == "compound" and is_scene(town, trigger, self.words)

    def _is_beat(self, town: Token, draft: Draft) -> bool:
        """Whether those who act are the police of a town, who are at work there: "*Lesk* police shot a man"."""
        role = self.words.role(town.head)
        police = town.dep_ == "compound" and town.head.i in draft.agents and role is not None and role.code == "COP"
        return police and self.heads[town.i].precision == "settlement"

    def _where(self, trigger: Token, heads: list[int]) -> int | None:
        """The place that a clause with "where" is at, whatever leads to it ("north of *X*, where ...")."""
        doc, clause = trigger.doc, first_conjunct(trigger)
        above = clause.head
        if clause.dep_ != "relcl" or not any(t.lower_ == "where" for t in doc[above.i : clause.i]):
            return None
        inside = [i for i in heads if i < clause.i and (i == above.i or above.is_ancestor(doc[i]))]
        return above.i if above.i in inside else min(inside, key=lambda i: (coarseness(self.heads[i]), i), default=None)


def _is_lost(place: Token, trigger: Token) -> bool:
    """Whether a verb of capture tells whom ground is taken from: "**captured** Oru *from Lesk*"."""
    return place.head.lower_ == "from" and trigger.is_ancestor(place)


def _is_left(place: Token, draft: Draft) -> bool:
    """Whether forces took or left a place: "Lesk, *which* they **captured**", "demanded in Oru that they **leave** *Lesk*"."""
    left = draft.action == "Withdrawal" and first_conjunct(place).head.lower_ == "from"
    return draft.action in CAPTURES or left


def _act_above(verb: Token) -> int | None:
    """The act that a participle goes on with, in the place of that: "raided *Lesk*, killing two and **looting** shops"."""
    behind = verb.tag_ == "VBG" and verb.dep_ in {"advcl", "conj"} and verb.head.i < verb.i
    return verb.head.i if behind and verb.head.pos_ == "VERB" and not children(verb, "nsubj", "mark") else None


def _below(token: Token, heads: list[int]) -> list[int]:
    """Those of the toponyms that a word governs."""
    return [i for i in heads if token.is_ancestor(token.doc[i])]


def _told_to_happen(draft: Draft, doc: Doc, heads: list[int]) -> int | None:
    """The place at which a verb says that a thing happened: "the strike *occurred* inside a zone north of **Lesk**"."""
    verb = doc[draft.verb] if draft.verb is not None else doc[draft.head]
    if verb.lemma_.lower() not in OCCURRING:
        return None
    after = (i for i in heads if i > verb.i and verb.is_ancestor(doc[i]))
    return next((i for i in after if next(t for t in doc[i].ancestors if t.pos_ in {"VERB", "AUX"}) == verb), None)


def _is_finer(owner: Token, heads: list[int]) -> bool:
    """Whether a place is told that lies in its owner: "in Lesk's *Oru* district"."""
    behind = owner.doc[owner.head.i + 1 : owner.head.i + 2]
    inside = (
        *owner.head.children,
        *(t for way in behind if way.lower_ in SCENE for t in children(way, "pobj")),
    )  # "the Norland base *at Oru*"
    return owner.head.i in heads or any(c.i in heads and c.i > owner.i for c in inside)


def _outermost(one: Token | None, other: Token) -> Token:
    """Of two tokens of a name the one nearer to the root."""
    return (
        other
        if one is None or other.is_ancestor(one) or (not one.is_ancestor(other) and one.dep_ == "compound")
        else one
    )


def _is_land(place: Place, *more: str) -> bool:
    """Whether a place is an area that towns lie in; what is "near" a town has the precision of a region."""
    return place.precision in {"country", "admin1", "admin2", *more}
