"""Actors that a name tells: entries of the ontology, peoples, places of that name, one of several."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.language.names import Name
from kg.linking import belonging
from kg.linking.bodies import Bodies
from kg.linking.descriptions import named_parts
from kg.linking.naming import definite_plural, is_plural
from kg.model import Actor, Stance, StanceRelation
from kg.ontology import Entry


class NamedActors(Bodies):
    """Tells whom a name stands for where it stands; who reads the other phrases is ``ActorReader``."""

    def _siding(self, blank: Actor, name: Name, head: Token, stance: StanceRelation) -> Actor:
        """ "anti-Taliban fighters" are no Taliban, though "Taliban fighters" is a name of theirs."""
        entry, _ = self.context.choose(name)
        stances = (Stance(stance, entry.id),) if entry is not None else ()
        lemma = head.lemma_.lower()
        role = self.ontology.nouns.roles.get(lemma)
        return replace(blank, kind=role.kind if role else None, sector=role.sector if role else None, stances=stances)

    def _named(self, blank: Actor, name: Name, head: Token, acting: bool) -> Actor:
        """Whom a name stands for: an entry, one of several, citizens, or only the place of that name."""
        entry, candidates = self.context.choose(name)
        if entry is None:
            return self._undecided(blank, candidates)
        if belonging.is_firm(name, head):
            return replace(blank, name=self._proper_name(head), kind="Organisation")
        if self._here(head, name, entry) != entry:
            return self._place(blank, head)
        town = name.form == "seat" and self.words.is_toponym(head)
        if town and (belonging.quarter(name, head) or (not acting and head.i in self.places)):
            return self._place(blank, head)
        if name.form == "seat" and not acting:
            return replace(blank, name=self.span(name.start, name.end).text, kind="Place", country=entry.country)
        whose = head.dep_ in {"amod", "compound", "nmod", "npadvmod"}  # "an Indian proposal" is India's
        if name.form == "demonym" and not whose and (people := self._people(blank, head)) is not None:
            return people
        if self.context.abroad(name, entry):
            return replace(blank, name=blank.head.text, kind="Civilians", sector="CVL")
        if name.form == "demonym" and not whose and not definite_plural(head) and (head.text != entry.name):
            return citizens(blank, entry)
        if not acting and _is_land(name, entry, head) and self.words.is_toponym(head):
            return replace(self._place(blank, head), name=entry.name, country=entry.country)
        if entry.kind == "Person" and belonging.is_former(head) and entry.sector in belonging.OFFICES:
            return replace(self._entry(blank, entry), sector="ELI")
        if entry.kind == "Person":
            blank = self._untitled(blank, name)
        return self._in_full(self._entry(blank, entry), name, entry)

    def _place(self, blank: Actor, head: Token) -> Actor:
        place = self.places.get(head.i)
        identifier, country = (place.id, place.country) if place is not None else (None, None)
        return replace(blank, name=blank.head.text, id=identifier, kind="Place", country=country)

    def _people(self, blank: Actor, head: Token) -> Actor | None:
        """ "ethnic Albanians" are no citizens of Albania, "Bosnian Serbs" are Bosnia's and not Serbia's."""
        if belonging.ethnic(head):
            return replace(blank, kind="Civilians", sector="CVL")
        nearest = next(named_parts(head, self.words), None)
        if nearest is None or nearest.relation is not None or not belonging.minority(nearest.token, head):
            return None
        entry, _ = self.context.choose(nearest.name)
        if entry is None or entry.kind != "Country" or nearest.name.form not in {"adjective", "demonym"}:
            return None
        name = self.tokens(nearest.token.i, head.i + 1).text
        return replace(blank, name=name, kind="Civilians", country=entry.country, sector="CVL")

    def _of_people(self, found: Actor, head: Token) -> Actor:
        """ "Tamil refugees" in a text on Sri Lanka are Sri Lanka's; a people of one country is of that one."""
        if found.id or found.country or found.antecedent or found.kind in {"Place", "Object"}:
            return found
        homes = belonging.homelands(head, self.ontology.peoples)
        here = homes if len(homes) == 1 else homes & self.context.countries.keys()
        if not homes or (found.kind is None and not is_plural(head)):
            return found
        country = next(iter(here)) if len(here) == 1 else None
        kind, sector = (found.kind, found.sector) if found.kind else ("Civilians", "CVL")
        sector = "ELI" if sector == "GOV" else sector  # leaders of a people are no government
        return replace(found, country=country, kind=kind, sector=sector)

    def _undecided(self, blank: Actor, candidates: tuple[str, ...]) -> Actor:
        """Somebody of several, with the kind, country and sector that all of them share."""
        entries = [self.ontology.entries[candidate] for candidate in candidates]
        kinds, countries, sectors = (
            {self.ontology.shown_kind(entry) for entry in entries},
            {entry.country for entry in entries},
            {entry.sector for entry in entries},
        )
        return replace(
            blank,
            candidates=candidates,
            kind=kinds.pop() if len(kinds) == 1 else None,
            country=countries.pop() if len(countries) == 1 else None,
            sector=sectors.pop() if len(sectors) == 1 else None,
        )


def _is_land(name: Name, entry: Entry, head: Token) -> bool:
    """Whether the name of a country is where something is: "near *Iraq*"."""
    inside = head.dep_ == "pobj" and head.head.lower_ in {"in", "at", "near", "into", "across", "inside"}
    return entry.kind == "Country" and name.form == "name" and inside


def citizens(actor: Actor, entry: Entry) -> Actor:
    """ "two *Iraqis*" are civilians of Iraq, "the Iraqis" their country."""
    people = f"{entry.adjectives[0] if entry.adjectives else entry.name} civilians"
    country = entry.country
    return replace(actor, id=f"actor:{country}-CVL", name=people, kind="Civilians", country=country, sector="CVL")
