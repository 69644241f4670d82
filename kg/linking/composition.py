"""Actors put together from descriptions: a country and a role, a group and a role, an unknown group, a weapon's owner.

"Syrian rebels" is ``actor:SYR-REB``, "IS fighters" is the group; "Red Wind fighters" keep the name of a group unknown.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from spacy.tokens import Token

from kg.linking import belonging
from kg.linking.descriptions import owner_phrases
from kg.linking.naming import is_plural
from kg.linking.quoting import Quoting
from kg.linking.told_forces import land_of_force
from kg.model import Actor, Stance
from kg.ontology import Entry, Role
from kg.ontology.actors import ROLE_NAMES
from kg.ontology.groupings import ARMED_GROUPS

STATES = frozenset({"country", "state", "nation", "government", "regime", "power"})
COUNTRY_ROLES = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})


class Composition(Quoting):
    """Puts actors together from descriptions; who reads names and other phrases is ``ActorReader``."""

    def _described(self, blank: Actor, head: Token, role: Role) -> Actor:
        role = self._of_the_state(head, role)
        owner, stances = self._owner(head)
        base = replace(blank, kind=role.kind, sector=role.sector, stances=stances)
        if belonging.is_former(head) and role.person and role.code in belonging.OFFICES:
            base, role = (
                replace(base, kind="Person", sector="ELI"),
                replace(role, kind="Person", sector="ELI", code="ELI"),
            )
        if owner is not None:
            group = self._only_group(head, role, owner)
            return self._of(base, self._entry(base, group or owner), role, head)
        leader = self._leading(role, stances)
        if leader is not None:
            return self._of(base, self._entry(base, leader), role, head)
        if belonging.is_foreign(head):
            return base
        holder = self._own_speaker(head)
        if holder is not None:
            return self._of(base, holder, role, head)
        if role.kind in ARMED_GROUPS and (body := self._own_body(head)) is not None:
            return self._of(base, self._entry(base, body), role, head)
        region = head.tag_ == "NNS" and head.lemma_.lower() in STATES  # "the Baltic states" are no one land's
        inner = None if region else self._inner(head) or self._at_home(base, head, role)
        if inner is not None:
            return self._of(base, inner, role, head)
        found = self._unknown_group(base, head, role) or self._from_context(base, role, head)
        if found == base and not stances and (group := self._only_group(head, role, None)) is not None:
            return self._of(base, self._entry(base, group), role, head)
        if found.id is None and found.name is None and not role.person and belonging.is_name(head):
            return replace(found, name=self._proper_name(head))
        return found

    def _own_body(self, head: Token) -> Entry | None:
        """The armed body of whoever speaks of his own people: "*a Taliban commander* said **his men** had left"."""
        speaker = belonging.own_subject(head)
        if speaker is None or not self.words.can_act(speaker):
            return None
        actor = self.actor(speaker, acting=True)
        member = next((s.id for s in actor.stances if s.relation == "member_of"), None)
        return self.ontology.entries.get(member or actor.id or "")

    def _of_the_state(self, head: Token, role: Role) -> Role:
        """ "Paramilitary forces" and "home guards" are police in a text on India or Pakistan, and militias elsewhere.

        An army's "officers" are soldiers: "*the army* said one of **its officers** was killed".
        """
        holder = belonging.own_subject(head) if head.lemma_.lower() == "officer" else None
        body = self.words.role(holder) if holder is not None else None
        if body is not None and body.code == "MIL":
            return next((r for r in self.ontology.nouns.roles.values() if r.code == "MIL" and r.person), role)
        here = self.context.main_country in belonging.STATE_PARAMILITARIES
        own = [r for c in head.children if c.dep_ == "compound" and (r := self.words.role(c)) is not None]
        code = next((r.code for r in own if r.code in {"MIL", "COP"} and not r.person), "")
        if (role.code, code) in {
            ("UAF", "MIL"),
            ("UAF", "COP"),
            ("MIL", "COP"),
        }:  # "*army* snipers", "a *police* column"
            alike = (r for r in self.ontology.nouns.roles.values() if r.code == code and r.person == role.person)
            return next(alike, role)
        around = (head, *head.children)
        told = any(t.lower_.startswith("paramilitar") for t in around) or any(t.lower_ == "home" for t in around)
        if role.kind != "Militia" or not here or not told:
            return role
        return next(
            (r for r in self.ontology.nouns.roles.values() if r.code == "COP" and r.person == role.person), role
        )

    def _at_home(self, base: Actor, head: Token, role: Role) -> Actor | None:
        """The country of the place where people live or which they flee, as their owner."""
        for token in belonging.whereabouts(head, self.words, role):
            place = self.places.get(token.i)
            country = place.country if place is not None else self.actor(token, acting=True).country
            state = self.ontology.by_country.get(country or "")
            if state is not None:
                return self._entry(base, state)
        return None

    def _unknown_group(self, base: Actor, head: Token, role: Role) -> Actor | None:
        """ "Red Wind fighters", "militants of Red Wind" are Red Wind, though the ontology does not know it."""
        if role.kind not in ARMED_GROUPS or (role.person and not is_plural(head)):
            return None
        before = belonging.group_name(head, self.words)
        if before is not None:
            return replace(base, name=self.tokens(before[0], before[1] + 1).text)
        for owner in owner_phrases(head):
            if owner.head.lower_ in {"in", "within"}:  # "insurgents in Fotokol": a place that nobody knows
                continue
            of = self.actor(owner, acting=True) if owner.pos_ == "PROPN" and role.person else None
            if of is not None and of.name and of.kind in {None, "Organisation"} and of.id is None:
                return replace(base, name=of.name)
        return None

    def _of(self, base: Actor, owner: Actor, role: Role, head: Token) -> Actor:
        """A role that belongs to an owner: a country's soldiers, a group's fighters, a party's member."""
        individual = role.person and not is_plural(head) and (base.number is None or base.number.low == 1)
        if owner.id and owner.kind not in {"Government", "Civilians", "Place", "Person"} and role.kind != "Civilians":
            if individual:
                return replace(
                    base,
                    kind="Person",
                    country=owner.country,
                    sector=owner.sector or base.sector,
                    stances=(*base.stances, Stance("member_of", owner.id)),
                )
            return replace(
                base, id=owner.id, name=owner.name, kind=owner.kind, country=owner.country, sector=owner.sector
            )
        if owner.country:
            return self._national(base, role, owner, head, individual=individual)
        return replace(base, country=owner.country)

    def _national(self, base: Actor, role: Role, owner: Actor, head: Token, *, individual: bool) -> Actor:
        country = owner.country
        state = self._land(owner, role)
        identifier = f"{state.id if state else f'actor:{country}'}-{role.code}"
        identifier = self._government(identifier, head)
        entry = self.ontology.entries.get(identifier)
        adjective = state.adjectives[0] if state and state.adjectives else (state.name if state else country)
        name = entry.name if entry else f"{adjective} {self._role_name(role)}"
        if individual and role.code not in COUNTRY_ROLES:
            return replace(
                base,
                kind="Person" if role.kind == "Civilians" else role.kind,
                country=country,
                id=identifier,
                name=name,
            )
        return replace(base, id=identifier, name=name, country=country)

    def _land(self, owner: Actor, role: Role) -> Entry | None:
        """The country whose role it is, or a part or predecessor with a name of its own ("Chechen", "Soviet").

        Separatists who are called South Yemeni long after that state are those of Yemen.
        """
        entry = self.ontology.entries.get(owner.id or "")
        if entry is None or entry.kind != "Country":
            return self.ontology.by_country.get(owner.country or "")
        if entry.current(self.context.day) or f"{entry.id}-{role.code}" in self.ontology.entries:
            return entry
        return self.ontology.by_country.get(owner.country or "")

    def _role_name(self, role: Role) -> str:
        others = "peacekeepers" if role.kind == "Coalition" and role.person else role.kind.lower()
        return ROLE_NAMES.get(role.code, others)

    def _inner(self, head: Token, but: Set[str] = frozenset()) -> Actor | None:
        """The owner told after the head: "members of the Afghan security forces", "Iran and its militias" aside.

        ``but`` are prepositions that tell no owner: "a drone *from* Sudan".
        """
        for owner in owner_phrases(head):
            if owner.dep_ == "pobj" and owner.head.lower_ in but:
                continue
            if (
                self.words.classes(owner) & {"actor", "state", "armed", "organisation", "place"}
                and owner.pos_ != "PRON"
            ):
                actor = self.actor(owner, acting=True)
                if actor.id or actor.country:
                    return actor
        return None

    def _from_context(self, base: Actor, role: Role, head: Token) -> Actor:
        """ "the army", "police": those of the one country that the document is about."""
        country = (role.code == "COP" and self._country_beside(head)) or self.context.main_country
        if belonging.is_body_of_its_own(head) or self._is_undecided(head):
            return base
        definite = any(c.dep_ == "det" and c.lower_ == "the" for c in head.children)
        several = (
            head.tag_ == "NNS" and head.lemma_.lower() in STATES
        )  # "the two countries" are not the one of the text
        whole = not role.person and (definite or role.code == "COP") and not several
        if whole and role.code in COUNTRY_ROLES and country is not None and "facility" not in self.words.classes(head):
            owner = land_of_force(head, role.code, self.words) or self.ontology.by_country.get(country)
            if owner is not None:
                return self._national(base, role, self._entry(base, owner), head, individual=False)
        return base

    def _country_beside(self, head: Token) -> str | None:
        """The one country that the towns of a sentence lie in, whose police act there: "in *London* crowds fought **police**"."""
        here = (self.places[i] for i in range(head.sent.start, head.sent.end) if i in self.places)
        lands = {place.country for place in here if place.precision == "settlement"}
        return lands.pop() if len(lands) == 1 else None

    def _only_group(self, head: Token, role: Role, owner: Entry | None) -> Entry | None:
        """ "the guerrillas" are those of the one armed group that the text names."""
        if role.code != "REB" or not is_plural(head) or head.lemma_.lower() not in belonging.INSURGENTS:
            return None
        if (owner is not None and owner.kind != "Country") or belonging.may_be_named(head, self.words):
            return None
        return self.context.only_group(owner.country if owner is not None else self.context.main_country)

    def _operator(self, head: Token) -> Role | None:
        """Whose role it is to use a weapon: warplanes are the armed forces'."""
        code = self.ontology.nouns.operators.get(self.words.instrument(head) or "")
        return (
            next((r for r in self.ontology.nouns.roles.values() if r.code == code and not r.person), None)
            if code
            else None
        )

    def _equipment(self, blank: Actor, head: Token, kind: str, acting: bool) -> Actor:
        """ "Russian warplanes" are Russia's armed forces, acting "army bulldozers" an army; "a car bomb" is a thing."""
        crew = belonging.crew(head, self.words) if acting else None
        if crew is not None:
            return self._described(replace(blank, number=None), head, crew)
        code = self.ontology.nouns.operators.get(kind)
        owner, stances = self._owner(head)
        inner = None if owner is not None else self._inner(head, frozenset({"from", "in", "within"}))
        inner = inner or (self._own_speaker(head, named=False) if acting and owner is None else None)
        if code is None or (owner is None and inner is None):
            return replace(blank, kind="Object", stances=stances)
        role = next((r for r in self.ontology.nouns.roles.values() if r.code == code and not r.person), None)
        actor = self._entry(blank, owner) if owner is not None else inner
        if role is None or actor is None:
            return replace(blank, kind="Object", stances=stances)
        return self._of(
            replace(blank, kind=role.kind, sector=role.sector, stances=stances, number=None), actor, role, head
        )
