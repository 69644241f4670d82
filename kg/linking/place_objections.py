"""Toponyms that are no place of an event, whatever the rest of the sentence says: somebody who acts, whom words are about."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.language.grammar import AFTER, BORDERS, DEFINITE
from kg.language.tree import first_conjunct
from kg.linking.places_of_others import (
    is_of_wish,
    is_where_brought,
    is_where_cared_for,
    is_where_others_go,
    is_where_told,
    life_told_in,
)
from kg.linking.topics import is_agreed_to, is_subject_matter, is_topic
from kg.model import Place
from kg.ontology.groupings import DEEDS, KIDNAPPINGS, SETTLED
from kg.ontology.word_classes import word_class

LOCATIVE = frozenset(
    (
        "in at near on inside outside around across throughout within along off above over into onto through between "
        "under beneath beside against close next northwest northeast southwest southeast north south east west upon"
    ).split()
)
#: verbs whose subject is where something happens
UNDERGOING = frozenset("suffer see witness face experience endure undergo become remain sustain brace".split())
#: types of acts of words
TOLD = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
SANCTIONS = frozenset({"Sanction", "ReducedRelations", "BreakRelations", "CutAid", "HaltNegotiations"})
INQUIRIES = frozenset({"Investigation", "Lawsuit", "Complaint"})
#: what a state has in another land
MISSIONS = frozenset({"embassy", "consulate", "legation", "diplomat", "ambassador"})
#: parts of a land that are no areas by themselves
PARTS = frozenset(
    "sky airspace water waters coast coastline shore soil end side edge heart bank outskirts north south east west".split()
)
SIDES = frozenset(
    "northern southern eastern western northeastern northwestern southeastern southwestern central".split()
)
#: prepositions of a time or an occasion
OCCASIONS = frozenset("after before since until following about over".split())
#: when something is told to be
MOMENTS = frozenset("night day morning evening hour wake aftermath anniversary eve run-up".split())
#: last words of the names of armed groups
GROUPS = frozenset("front brigade brigades battalion battalions army movement division corps regiment legion".split())
#: PLOVER types of acts that are where they are done; all others are words and dealings
LOCAL = DEEDS | {"PROTEST", "RETREAT"}
#: acts of those types that are done by words alone
WORDS_ALONE = frozenset({"EaseSanctions"})
#: dealings and help that are where people come together, and prepositions of where that is
FACE_TO_FACE = frozenset(
    "Meeting Negotiation Mediation Visit Hosting SignedAgreement Training HumanitarianAid Peacekeeping Rescue "
    "EaseRestrictions LiftBlockade GrantAccess Return Repatriation".split()
)
WITHIN = frozenset("in at near outside inside off around to into".split())
#: acts that are where people are driven out
DRIVEN_FROM = frozenset({"Expulsion", "Displacement", "Evacuation"})
#: verbs of harm, whose object is from where "from" says: "killed *a couple* from Lesk"
HARMING = word_class("harm")
JUDGING = word_class("judging")


class Objections:
    """Tells which toponyms of one document are out of the question; ``heads`` are their places by the index of their head."""

    def __init__(self, words: Words, heads: Mapping[int, Place]) -> None:
        self.words, self._heads = words, heads

    def rules_out(self, token: Token, draft: Draft) -> bool:
        """Whether a toponym acts itself, is where people come from, or is beside the words or dealings that the event is."""
        acts = self.words.name(token) is not None and (_does_something(token) or self._is_blamed(token))
        told = (
            self._is_inside_name(token)
            or _is_senders(token)
            or _is_of_group(token)
            or is_where_cared_for(token, draft)
            or self._is_of_life(token, draft)
            or is_where_brought(token, token.doc[draft.head])
            or is_where_others_go(token, token.doc[draft.head])
            or is_where_told(token, token.doc[draft.head])
            or is_of_wish(token)
            or self._is_addressed(token, draft)
        )
        origin = self._is_origin(token) and not self._is_left(token, draft)
        if token.i in draft.agents or acts or told or origin or self._is_partner(token):
            return True
        return self._is_of_words(token, draft) or self._is_only_a_time(token, draft)

    def _is_only_a_time(self, token: Token, draft: Draft) -> bool:
        """Whether known violence only says when or why something else is done there: "met him in Lesk after *the attack*"."""
        trigger = token.doc[draft.head]
        violent = self.words.ontology.actions[draft.action].plover == "ASSAULT" and _is_known(trigger)
        if not violent or trigger.dep_ != "pobj" or trigger.is_ancestor(token):
            return False
        way = _way_to(trigger)
        if way is None:
            return False
        found = self.words.ontology.triggers.get(("verb", _clause(way).lemma_.lower()), ())
        kinds = [self.words.ontology.actions[t.action].plover for t in found if len(t.words) == 1]
        if kinds and 2 * kinds.count("ASSAULT") >= len(kinds):  # "were killed in Lesk during *the attack*"
            return False
        return bool(kinds) or way.lower_ not in AFTER

    def _is_of_life(self, token: Token, draft: Draft) -> bool:
        """Whether a toponym only tells who people are: "a man who *grew up in Lesk* stabbed a guard"."""
        whose = life_told_in(token, token.doc[draft.head])
        return whose is not None and bool({"person", "armed", "state", "organisation"} & self.words.classes(whose))

    def _is_partner(self, token: Token) -> bool:
        """Whether a state is somebody with whom something is done: "freed them under a deal with *Lesk*"."""
        way = first_conjunct(token).head
        named = self.words.name(token) is not None and way.lower_ == "with" and way.dep_ == "prep"
        return named and not BORDERS.intersection(t.lower_ for t in (way.head, *way.head.children))

    def _is_origin(self, token: Token) -> bool:
        """Whether people are told to be from there: "soldiers from *Lesk*"."""
        way = first_conjunct(token).head
        if way.dep_ != "prep" or way.lower_ != "from":
            return False
        people = (
            way.nbor(-1) if way.i and way.head.lemma_.lower() in HARMING else way.head
        )  # "killed *a couple* from Lesk"
        return bool({"person", "armed"} & self.words.classes(people))

    def _is_addressed(self, token: Token, draft: Draft) -> bool:
        """Whether a state is whom words are for that something else is told beside: "two died; the king accused *Lesk* of it"."""
        first = first_conjunct(token)
        verb = first.head
        named = self.words.name(token) is not None and first.dep_ == "dobj" and token.i not in draft.targets
        return named and verb.i not in {draft.head, draft.verb} and verb.lemma_.lower() in JUDGING

    def _is_left(self, token: Token, draft: Draft) -> bool:
        """Whether people are driven or, if it is a town, taken from a place they are from: "abducted *pupils* from Lesk"."""
        taken = draft.action in KIDNAPPINGS and self._heads[token.i].precision in {*SETTLED, None}
        return token.i in draft.targets or draft.action in DRIVEN_FROM or taken

    def _is_of_words(self, token: Token, draft: Draft) -> bool:
        """Whether a toponym belongs to whom words are for, or stands by words about the act ("in Geneva *condemned* it")."""
        trigger = token.doc[draft.head]
        if self.words.ontology.actions[draft.action].plover not in LOCAL or draft.action in WORDS_ALONE:
            targets = [token.doc[i] for i in draft.targets if i != draft.head]
            of_target = any(t == token or t.is_ancestor(token) for t in targets if not self._is_act(t))
            of_target = of_target and not _is_done_there(token, draft)
            told = (self._is_told(draft.action) and is_topic(token, trigger)) or is_subject_matter(token)
            agreed = self.words.ontology.actions[draft.action].plover == "AGREE" and is_agreed_to(token, trigger)
            told = told or self._is_of_other_words(token, trigger)
            return of_target or told or agreed or self.marks_people(token) or self.is_of_name(token)
        told_of = draft.rule in {"nominal", "anaphor"} and trigger.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj"}
        above = _above(trigger)
        return told_of and above.i != draft.verb and not trigger.is_ancestor(token) and self._is_said(above)

    def _is_of_other_words(self, token: Token, trigger: Token) -> bool:
        """Whether a toponym stands in what words before are about: "condemned *the raid in Lesk* and **urged** them to stop"."""
        verb = trigger.head
        joined = trigger.dep_ == "conj" and trigger.pos_ == "VERB" and verb.pos_ == "VERB" and verb.i < trigger.i
        return joined and self._is_said(verb) and is_topic(token, verb) and token.i < trigger.i

    def _is_told(self, action: str) -> bool:
        """Whether an act is words about something, which may be anywhere."""
        said = self.words.ontology.actions[action].plover in TOLD and action not in INQUIRIES
        return said or action in SANCTIONS

    def _is_act(self, noun: Token) -> bool:
        return ("noun", noun.lemma_.lower()) in self.words.ontology.triggers

    def _is_blamed(self, token: Token) -> bool:
        """Whether a deed is laid at somebody's door: "blamed the raids on *Israel*"."""
        way = first_conjunct(token).head
        laid = way.head.lemma_.lower() if way.lower_ in {"on", "to"} else ""
        return laid in self.words.ontology.qualifiers["blame"]["laid"]

    def _is_inside_name(self, token: Token) -> bool:
        """Whether a toponym ends the name of a body that is told of by it: "Islamic State in *Khorasan*"."""
        name = self.words.name(token)
        behind = name is not None and token.dep_ == "pobj" and name.start < token.head.idx
        return behind and self.is_of_name(token)

    def is_of_name(self, token: Token) -> bool:
        """Whether a toponym is a word of another name: "Islamic State of *Iraq*"."""
        name = self.words.name(token)
        if name is None or name.form == "seat":
            return False
        located = token.dep_ == "pobj" and token.head.lower_ in LOCATIVE
        if located and not name.start < token.head.idx:  # "Islamic State *in* Khorasan" is all of it a name
            return False
        return any(self.words.ontology.entries[i].kind != "Country" for i in name.ids)

    def _is_said(self, verb: Token) -> bool:
        """Whether a verb tells words or dealings and no deed."""
        found = self.words.ontology.triggers.get(("verb", verb.lemma_.lower()), ()) if verb.pos_ == "VERB" else ()
        return any(self.words.ontology.actions[t.action].plover not in LOCAL for t in found)

    def marks_people(self, token: Token) -> bool:
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


def _is_done_there(place: Token, draft: Draft) -> bool:
    """Whether it is told where people come together: "**met** *rebels in Lesk*", "**treated** the hurt in Oru"."""
    way = first_conjunct(place).head
    return draft.action in FACE_TO_FACE and way.dep_ == "prep" and way.lower_ in WITHIN


def is_driven_from(place: Token, draft: Draft) -> bool:
    """Whether people are told to be driven out of a place: "expelled thousands *from Lesk*"."""
    below = place.doc[draft.head].is_ancestor(place)
    return draft.action in DRIVEN_FROM and below and first_conjunct(place).head.lower_ == "from"


def _is_senders(token: Token) -> bool:
    """Whether a land is that of a mission, which lies in another: "the *Norland* embassy"."""
    first = first_conjunct(token)
    before = first.dep_ in {"compound", "amod", "nmod", "poss"} and first.i < first.head.i
    return before and first.head.lemma_.lower() in MISSIONS


def _is_of_group(token: Token) -> bool:
    """Whether a toponym is a word of the name of an armed group: "the *Lesk* Front"."""
    whole = token.head
    named = token.dep_ in {"compound", "nmod"} and whole.i > token.i and whole.pos_ == "PROPN" and whole.text.istitle()
    return named and whole.lower_ in GROUPS


def _does_something(token: Token) -> bool:
    """Whether a state is told as somebody who acts: "after *New Delhi* rejected the offer", "accused by *Israel*"."""
    first = first_conjunct(token)
    if first.dep_ == "pobj" and first.head.dep_ == "agent":
        return True
    return first.dep_ == "nsubj" and first.head.pos_ == "VERB" and first.head.lemma_ not in UNDERGOING


def _is_known(noun: Token) -> bool:
    """Whether a noun is told as known: "the attack", "Saturday's attack"."""
    return noun.pos_ == "NOUN" and any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE) for c in noun.children
    )


def _way_to(noun: Token) -> Token | None:
    """The preposition by which a noun is a time or an occasion: "*after* the attack", "*on* the night of the attack"."""
    way = noun.head
    if way.lower_ in OCCASIONS:
        return way
    whole = way.head
    moment = way.lower_ == "of" and (whole.ent_type_ in {"DATE", "TIME"} or whole.lemma_.lower() in MOMENTS)
    over = way.lower_ == "with" and whole.lemma_.lower() == "connection"
    return whole.head if (moment or over) and whole.dep_ == "pobj" else None


def _clause(way: Token) -> Token:
    """The verb of the clause that a preposition stands in."""
    return next((t for t in way.ancestors if t.pos_ in {"VERB", "AUX"}), way)


def _above(noun: Token) -> Token:
    """What a noun is subject or object of, prepositions left out."""
    return noun.head.head if noun.head.dep_ in {"prep", "agent"} else noun.head
