"""Whose people are: owners named before a noun or behind it, stances towards others, the government of the day."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.language.names import Name
from kg.language.tree import first_conjunct
from kg.linking import belonging
from kg.linking.context import REGIMES, Context
from kg.linking.coreference import Antecedents
from kg.linking.descriptions import Mention, coordinated, named_parts, owner_phrases, stance_word, stances_behind
from kg.model import Actor, Document, Place, Stance
from kg.ontology import Entry, Role
from kg.ontology.groupings import ARMED_GROUPS

#: kinds of those who have people of their own
BODIES = frozenset({"Government", "Military", "Police", "ArmedGroup", "Militia", "Coalition", "Country"})
#: organisations of states that have forces
ALLIANCES = frozenset({"actor:nato", "actor:african-union", "actor:united-nations", "actor:ecowas"})


class Owners:
    """Tells to whom the people of a noun phrase belong and on whose side they stand."""

    def __init__(
        self, document: Document, words: Words, context: Context, antecedents: Antecedents, places: Iterable[Place] = ()
    ) -> None:
        at = {place.start: place for place in places}
        self.places = {i: at[span[0]] for i, span in words.toponyms.items() if span[0] in at}
        self.document = document
        self.antecedents = antecedents
        self.words = words
        self.context = context
        self.ontology = words.ontology
        self._read: dict[tuple[int, bool], Actor] = {}

    def actor(self, head: Token, *, acting: bool) -> Actor:
        """The actor a noun phrase stands for."""
        raise NotImplementedError

    def _owner(self, head: Token) -> tuple[Entry | None, tuple[Stance, ...]]:
        """(the named owner nearest before the head, the stances told)."""
        owners, stances = self._owners(head)
        return (owners[-1] if owners else None), stances

    def _owners(self, head: Token) -> tuple[list[Entry], tuple[Stance, ...]]:
        """(the owners named before the head and coordinated with one another, the stances told)."""
        owners: list[Entry] = []
        stances: list[Stance] = []
        nearest: Token | None = None
        parts = list(named_parts(head, self.words))
        if not parts and head.dep_ == "conj" and not any(c.dep_ in {"det", "poss", "amod"} for c in head.children):
            first = first_conjunct(head)  # "clashes between *Dozo* hunters and **jihadists**" tells two sides
            parts = [] if first.head.lower_ == "between" else list(named_parts(first, self.words))
        for part in parts:
            entry, _ = self.context.choose(part.name)
            if entry is None or (entry.kind == "Person" and part.relation is None) or belonging.ethnic(part.token):
                continue
            if self._in_own_name(part, head) or self.context.abroad(part.name, entry):
                continue
            entry = self._here(part.token, part.name, entry)
            if part.relation is not None:
                stances.append(Stance(part.relation, entry.id))
            elif nearest is None or coordinated(part.token, nearest):
                owners.insert(0, entry)
                nearest = part.token
            elif entry.kind == owners[0].kind == "Country" and belonging.minority(part.token, nearest):
                owners[0] = entry
        told = stance_word(head)
        if told is not None and (side := self._side(told[1])) is not None:
            stances.append(Stance(told[0], side))
        behind = [(relation, self.actor(token, acting=True).id) for relation, token in stances_behind(head)]
        stances += [Stance(relation, other) for relation, other in behind if other]
        return owners, tuple(stances)

    def _leading(self, role: Role, stances: tuple[Stance, ...]) -> Entry | None:
        """The armed group that leads fighters: "*Hamas*-led gunmen"."""
        if role.code not in {"REB", "MILITIA", "UAF", "CRM"}:
            return None
        leaders = (self.ontology.entries.get(s.id) for s in stances if s.relation == "led_by")
        return next((e for e in leaders if e is not None and e.kind in ARMED_GROUPS), None)

    def _own_speaker(self, head: Token, *, named: bool = True) -> Actor | None:
        """The body or state that speaks or acts of its own: "*Hezbollah* said **its** fighters", "*Iran* moved **its** men".

        ``named`` asks for one that the ontology knows.
        """
        owner = belonging.own_subject(head)
        owner = self.antecedents.of(owner) if owner is not None and owner.pos_ == "PRON" else owner
        if owner is None or not self.words.can_act(owner):
            return None
        actor = self.actor(owner, acting=True)
        armed = actor.kind in BODIES or actor.id in ALLIANCES
        return actor if armed and (actor.id or not named) else None

    def _in_own_name(self, part: Mention, head: Token) -> bool:
        """Whether a country or capital is only a part of somebody's own name: "Jordan Smith", "Paris Hilton"."""
        unknown = head.pos_ == "PROPN" and not self.words.name(head) and not self.words.role(head)
        return unknown and (belonging.given_name(part.token) or (part.name.form == "seat" and part.relation is None))

    def _here(self, token: Token, name: Name, entry: Entry) -> Entry:
        """The country named, or the one in which a place of its name lies: "Georgia police" in a text on Atlanta."""
        place = self.places.get(token.i)
        if entry.kind != "Country" or name.form != "name" or place is None or place.precision == "country":
            return entry
        if entry.until is not None and entry.current(self.context.day):
            return entry  # "East Germany" of 1989 was a state
        return self.ontology.by_country.get(place.country or "", entry)

    def _side(self, noun: Token) -> str | None:
        """Whom "regime" or "government" in "pro-regime" means: the one that the text names, else that of its country."""
        for token in self.words.doc:
            if token.lemma_.lower() == noun.lemma_.lower() and token.i != noun.i and token.pos_ == "NOUN":
                owner = next((p for p in named_parts(token, self.words) if p.relation is None), None)
                if owner is not None:
                    return self.actor(token, acting=True).id
        role = self.words.role(noun)
        if role is None or role.code != "GOV":
            return None
        country = self.context.main_country
        if not country or f"actor:{country}-GOV" not in self.ontology.entries:
            return None
        return self._government(f"actor:{country}-GOV", noun)

    def _government(self, identifier: str, noun: Token) -> str:
        """The government of the day where a country's is called a regime: Syria had another one in 2025 than in 2017."""
        regime = self.ontology.regime(identifier, self.context.day) if noun.lemma_.lower() in REGIMES else None
        return regime.id if regime is not None else identifier

    def _is_undecided(self, head: Token) -> bool:
        """Whether people are told to be of a country that stays open: "the Korean army", "the army of Congo"."""
        named = [part.name for part in named_parts(head, self.words) if part.relation is None]
        named += [name for owner in owner_phrases(head) if (name := self.words.name(owner)) is not None]
        return any(self.context.choose(name)[0] is None for name in named)
