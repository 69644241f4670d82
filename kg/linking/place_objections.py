"""What speaks against a toponym as the place of an event: it acts, owns, is a direction, a topic, a source."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.language.tree import first_conjunct
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
#: PLOVER types of acts that are where they are done
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
#: prepositions of what a protest or a saying is about
ABOUT = frozenset({"against", "over", "about"})
#: loss for a clause that tells no event ("was shot and later pronounced dead at X", "when he left for X")
IDLE = 0.8
#: verbs whose subject is where something happens
UNDERGOING = frozenset("suffer see witness face experience endure undergo become remain sustain brace".split())
#: parts of a land that are no areas by themselves
PARTS = frozenset(
    "sky airspace water waters coast coastline shore soil end side edge heart bank outskirts north south east west".split()
)
SIDES = frozenset(
    "northern southern eastern western northeastern northwestern southeastern southwestern central".split()
)


class Objections:
    """What speaks against the toponyms of one document; ``heads`` are their places by the index of their head."""

    def __init__(self, words: Words, heads: Mapping[int, Place]) -> None:
        self.words, self._heads = words, heads

    def rules_out(self, token: Token, draft: Draft) -> bool:
        """Whether a toponym is somebody who acts, or a word of another name ("Islamic State of Iraq")."""
        if token.i in draft.agents or self._marks_people(token):
            return True
        name = self.words.name(token)
        if name is not None and _does_something(token):
            return True
        if name is None or name.form == "seat" or (token.dep_ == "pobj" and token.head.lower_ in LOCATIVE):
            return False
        return any(self.words.ontology.entries[i].kind != "Country" for i in name.ids)

    def _marks_people(self, token: Token) -> bool:
        """Whether a country's name says whose people or what policy: "U.S. commandos", "U.S. involvement", "U.S.-led"."""
        name, first = self.words.name(token), first_conjunct(token)
        if name is None or first.dep_ not in {"compound", "amod", "nmod", "poss", "npadvmod"}:
            return False
        if first.head.ent_type_ in {"DATE", "TIME"} or (self._is_town(token) and self._are_police(first.head)):
            return False
        if first.dep_ == "poss" and self._is_part_of_land(first.head):
            return False
        return not {"area", "facility", "infrastructure"} & self.words.classes(first.head)

    def _is_part_of_land(self, head: Token) -> bool:
        """Whether what a place has may be a part of it: "Iraq's northern skies", "Freetown's west end"."""
        return head.lemma_.lower() in PARTS or any(c.lower_ in SIDES for c in head.children if c.dep_ == "amod")

    def _is_town(self, token: Token) -> bool:
        return self._heads[token.i].precision == "settlement"

    def _are_police(self, token: Token) -> bool:
        """Whether a town before a noun tells where it is at work: "New Delhi police"."""
        role = self.words.role(token)
        return role is not None and role.code == "COP"

    def beside(self, up: list[Token], draft: Draft) -> float:
        """What a place loses that is not where an act was: what a protest is about, a clause that tells no event."""
        loss = 0.0
        spoken = self.words.ontology.actions[draft.action].plover not in DEEDS
        for step in up:
            if spoken and step.dep_ == "prep" and step.lower_ in ABOUT:
                loss += 3.0
            clause = step.dep_ == "advcl" and step.tag_ != "VBG" or step.dep_ == "conj" and step.pos_ == "VERB"
            if clause and not self._is_event(step):
                loss += IDLE
        return loss

    def _is_event(self, verb: Token) -> bool:
        return ("verb", verb.lemma_.lower()) in self.words.ontology.triggers

    def against(self, token: Token, up: list[Token]) -> float:
        """What speaks against a toponym: owner, part of a description, source, direction, destination, origin."""
        loss = 0.0
        if (token.dep_ == "poss" and not self._is_part(token.head)) or (
            token.dep_ in {"compound", "nmod", "amod"}
            and self._describes_people(token.head)
            and not (self._is_town(token) and self._are_police(token.head))
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

    def _is_part(self, head: Token) -> bool:
        """Whether what a place has is a part of it: "Iraq's northern skies", not "Iraq's minister"."""
        return bool({"area", "facility"} & self.words.common(head)) or self._is_part_of_land(head)

    def _describes_people(self, head: Token) -> bool:
        return bool(
            self.words.classes(head) & {"actor", "person", "organisation", "armed", "state"}
        ) and not self.words.is_toponym(head)


def _does_something(token: Token) -> bool:
    """Whether a state is told as somebody who acts: "after *New Delhi* rejected the offer", "accused by *Israel*"."""
    first = first_conjunct(token)
    if first.dep_ == "pobj" and first.head.dep_ == "agent":
        return True
    return first.dep_ == "nsubj" and first.head.pos_ == "VERB" and first.head.lemma_ not in UNDERGOING
