"""From the head of a noun phrase to an Actor: an entry of the ontology, a composition, a name of the text, or a thing.

Composition gives an actor without an entry: a country and a role are that country's role ("Syrian rebels" is
``actor:SYR-REB``); a group and a role are the group ("IS fighters").  Nothing is matched fuzzily.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.numbers import number_of
from kg.extraction.sufferers import is_people, side_of
from kg.language.grammar import AMOUNTS
from kg.language.names import Name
from kg.language.tree import first_conjunct, partitive, phrase, with_conjuncts
from kg.linking import belonging
from kg.linking.antecedent_signs import is_elliptic
from kg.linking.coreference import THEY
from kg.linking.descriptions import owner_phrases, stance_at, titled, told_of
from kg.linking.full_names import group_name, named, named_behind, title_of
from kg.linking.named_actors import NamedActors
from kg.linking.naming import first_word, hyphenated, is_body, is_plural
from kg.model import Actor, Number, Span, Stance
from kg.ontology import Role
from kg.ontology.groupings import ARMED
from kg.ontology.word_classes import word_class

GROUPS = word_class("groups")


class ActorReader(NamedActors):
    """Reads the actors of one document; every mention is read once."""

    def actors(self, head: Token, *, acting: bool) -> tuple[Actor, ...]:
        """All actors of a noun phrase: "British and U.S. commandos" are two."""
        head = self.bearer(head)
        several = self.antecedents.named(head)
        if not several and head.lower_ in THEY and (earlier := self.antecedents.of(head)) is not None:
            several = self.antecedents.named(earlier) or with_conjuncts([first_conjunct(earlier)])
        if several:
            blank = self._blank(head)
            one = blank if len(several) == 1 else replace(blank, number=None)
            return tuple(self._standing_for(one, head, self.actor(t, acting=acting)) for t in several)
        first = self.actor(head, acting=acting)
        role = self.words.role(head) or self._operator(head)
        if first.antecedent is not None or role is None or self.words.name(head) is not None:
            return (first,)
        owners = self._owners(head)[0]
        if not owners:
            return self._of_several(first, head, role) or (first,)
        if len(owners) < 2:
            return (first,)
        base = replace(first, id=None, name=None, country=None)
        return tuple(self._of(base, self._entry(base, owner), role, head) for owner in owners)

    def _of_several(self, first: Actor, head: Token, role: Role) -> tuple[Actor, ...]:
        """ "the ambassadors of France and Spain" are two."""
        whose = [t for owner in owner_phrases(head) for t in with_conjuncts([owner]) if self.words.name(t)]
        if len(whose) < 2:
            return ()
        base = replace(first, id=None, name=None, country=None)
        return tuple(self._of(base, self.actor(t, acting=True), role, head) for t in whose)

    def bearer(self, head: Token) -> Token:
        """The head of the name that tells whom a noun means."""
        if is_plural(head) and len(self.antecedents.named(head)) > 1:
            return head  # "the journalists *Ana Ruiz* and *Ivo Sand*"
        name = named(head)
        return name if name != head else named_behind(head, self.words)

    def actor(self, head: Token, *, acting: bool) -> Actor:
        """The actor a noun phrase stands for; ``acting`` tells a government from its capital as a place."""
        key = (head.i, acting)
        if key not in self._read:
            self._read[key] = self._blank(head)  # what a description that comes back to itself finds
            self._read[key] = self._of_people(self._actor(head, acting), head)
        return self._read[key]

    def _actor(self, head: Token, acting: bool) -> Actor:
        blank = self._blank(head)
        if (name_of_group := group_name(head, self.words)) is not None:
            return self._called(name_of_group, head, acting)
        earlier = self.antecedents.of(head)
        if earlier is not None and (earlier.i < head.i or head.pos_ == "PROPN" or self.antecedents.named(head)):
            same = self._standing_for(blank, head, self.actor(self.bearer(earlier), acting=acting))
            return (
                replace(same, antecedent=self.tokens(earlier.i, earlier.i + 1)) if self._counts(head, earlier) else same
            )
        whole = partitive(head)
        if whole is not None and whole.pos_ == "NUM" and belonging.holder(head, self.words) is not None:
            whole = None  # "a police *column* of 2,500"
        if whole is not None and whole.i > head.i and not is_people(whole):  # "11 of the injured" are the 11
            return self._part(blank, head, self.actor(whole, acting=acting))
        if not acting and (side := side_of(head)) is not None:  # "26 dead among *the soldiers*"
            return self._part(blank, head, self.actor(side, acting=acting))
        name = self.words.name(head)
        stance = stance_at(name, head) if name is not None else None
        if name is not None and stance in {"opposes", "supports"}:
            return self._siding(blank, name, head, stance)
        role = self.words.role(head)
        if name is not None and role is not None and self._is_anothers(name, head):
            return self._described(blank, head, role)
        if name is not None:
            return self._named(blank, name, head, acting)
        kind = self.words.instrument(head)
        if role is not None and not (not acting and "facility" in self.words.classes(head)):
            return self._described(blank, head, role)
        if kind is not None:
            return self._equipment(blank, head, kind, acting)
        return self._other(blank, head, acting)

    def _called(self, name: Token, head: Token, acting: bool) -> Actor:
        """The group whose name a noun has behind it, also one that nobody knows: "a group calling itself *Red Wind*"."""
        group = self.actor(name, acting=acting)
        if group.id is not None:
            return group
        role = self.words.role(head)
        body = role.kind if role is not None and not role.person else "Organisation"
        own = group.text.removeprefix("the ")
        return replace(group, kind=body, sector=role.sector if role else None, name=own, number=None)

    def _is_anothers(self, name: Name, head: Token) -> bool:
        """Whether a word that can be a name is told to be another country's: "Chile's *Senate*" is not that of the USA."""
        owner = self._owner(head)[0] if name.form == "ambiguous" else None
        return (
            owner is not None
            and owner.kind == "Country"
            and all(self.ontology.entries[i].country != owner.country for i in name.ids)
        )

    def _counts(self, number: Token, earlier: Token) -> bool:
        """Whether a number has only its noun from people told before: "two *rebels* died and **three** were hurt"."""
        role = self.words.role(earlier)
        people = "person" in self.words.classes(earlier) if role is None else role.person
        return is_elliptic(number) and people

    def _part(self, blank: Actor, head: Token, whole: Actor) -> Actor:
        """ "two of *her guards*" are told by what they are, in that number; "*a group of policemen*" keeps its words."""
        number = blank.number or whole.number
        if head.pos_ == "NUM" or head.lemma_.lower() in AMOUNTS:
            return replace(whole, number=number)
        return replace(whole, start=blank.start, end=blank.end, text=blank.text, number=number)

    def _standing_for(self, blank: Actor, head: Token, earlier: Actor) -> Actor:
        """A pronoun or bare noun with what its antecedent is."""
        antecedent = earlier.antecedent or Span(earlier.start, earlier.end, earlier.text)
        same = replace(
            earlier, start=blank.start, end=blank.end, text=blank.text, head=blank.head, antecedent=antecedent
        )
        own = self.words.role(head)
        kind = own.kind if same.kind is None and own else same.kind
        told = own.sector if own and self.antecedents.named(head) else None
        return replace(same, kind=kind, sector=same.sector or told, number=blank.number)

    def _blank(self, head: Token) -> Actor:
        words = phrase(head)
        titled = title_of(head, self.words)
        role = self.words.role(titled)
        span = self.tokens(first_word(phrase(titled), people=role is not None and role.person), words.end)
        name = self.words.name(head)
        own = (hyphenated(head).idx, head.idx + len(head))
        whole = (name.start, name.end) if name is not None else self.words.toponyms.get(head.i, own)
        first, last = min(whole[0], head.idx), max(whole[1], head.idx + len(head), self._end_of_seat(head, words))
        span = self.span(min(span.start, first), max(span.end, last))
        number = number_of(head)
        return Actor(
            span.start,
            span.end,
            span.text,
            head=self.span(first, last),
            number=Number(number.low, number.high) if number is not None else None,
        )

    # ------------------------------------------------------------ everything else

    def _told(self, blank: Actor, head: Token) -> Actor | None:
        """A name with what is told of it: "Colonel X, spokesman for the army"; "X, a Somali militant group,"."""
        for word in sorted(told_of(head), key=self._is_body):
            role = titled(word, self.ontology.nouns) or self.words.role(word)
            if role is None and "person" not in self.words.classes(word):
                continue
            seen = self.actor(word, acting=True)
            person = role is None or role.person
            stances = seen.stances
            body = role is None or role.kind != "Civilians"  # "a Ghanaian *poet*" is a member of nothing
            if person and body and seen.id and not any(s.relation == "member_of" for s in stances):
                stances = (*stances, Stance("member_of", seen.id))
            kind = "Person" if person else seen.kind
            return replace(
                self._person(blank, head) if person else replace(blank, name=self._proper_name(head)),
                kind=kind,
                country=seen.country,
                sector=seen.sector,
                stances=stances,
            )
        return None

    def _is_body(self, word: Token) -> bool:
        """Whether a word tells of a body and not of one person: "*Supreme Court* President X" is no court."""
        role = self.words.role(word)
        return role is not None and not role.person

    def _country_inside(self, head: Token) -> str | None:
        """The country of whom or where a thing is told to be: "positions of Iraqi forces", "a jail in northern Peru"."""
        place = self.places.get(head.i)
        if place is not None:
            return place.country
        for inner in owner_phrases(head):
            found = self.places.get(inner.i)
            country = found.country if found is not None else self.actor(inner, acting=True).country
            if country:
                return country
        return None

    def _other(self, blank: Actor, head: Token, acting: bool) -> Actor:
        """Whom or what a phrase without name and role stands for, by its owner, its label and its classes."""
        owner, stances = self._owner(head)
        classes = self.words.classes(head)
        country = owner.country if owner is not None else self._country_inside(head)
        if head.lower_ in GROUPS and owner is not None and owner.kind != "Country":
            return self._entry(blank, owner)
        if head.lower_ in {"men", "women"} and owner is not None and owner.kind in ARMED:  # "BSF men"
            return self._entry(blank, owner)
        if head.lemma_.lower() in GROUPS:
            return replace(blank, kind="Organisation", country=country, stances=stances)
        armed = self._armed(blank, head, owner)
        if armed is not None:
            return armed
        if self.words.is_toponym(head):
            return replace(self._place(blank, head), country=country)
        told = self._told(blank, head) if head.pos_ == "PROPN" and not self.words.is_toponym(head) else None
        if told is not None:
            return told
        if head.ent_type_ == "PERSON" or ("person" in classes and head.pos_ != "PRON"):
            return replace(self._somebody(blank, head), country=country, stances=stances)
        if head.ent_type_ == "ORG" or (head.pos_ == "PROPN" and head.ent_type_ not in {"GPE", "LOC", "FAC"}):
            kind = "Organisation" if head.ent_type_ == "ORG" or (acting and is_body(head)) else None
            return replace(blank, kind=kind, name=self._proper_name(head), country=country, stances=stances)
        if classes & {"facility", "infrastructure", "area", "place"}:
            return replace(blank, kind="Place", country=country, stances=stances)
        crew = belonging.crew(head, self.words) if acting and "vehicle" in classes else None
        own = owner is None or owner.kind == "Country"
        if acting and own and head.lemma_.lower() in {"aircraft", "plane"}:
            return self._equipment(blank, head, "aircraft", acting)  # "Russian aircraft dropped bombs"
        if crew is not None:
            return self._described(replace(blank, number=None), head, crew)
        kind = "Object" if classes & {"vehicle", "goods", "document", "weapon"} else None
        return replace(blank, kind=kind, country=country, stances=stances)

    def _somebody(self, blank: Actor, head: Token) -> Actor:
        """A person by name, or people who are nobody's: "*Ana Ruiz*", "a *man*", "*villagers*"."""
        if head.pos_ == "PROPN":
            return replace(self._person(blank, head), kind="Person", sector=None)
        return replace(blank, kind="Civilians" if is_plural(head) else "Person", sector="CVL")
