"""Bodies by their people, their lines, their seats and their short names: "FMLN members", "army positions"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from kg.language.names import Name
from kg.linking import belonging
from kg.linking.composition import Composition
from kg.linking.naming import is_plural
from kg.model import Actor, Stance
from kg.ontology import Entry
from kg.ontology.groupings import ORGANISED

#: kinds of bodies that have members and posts
ARMED = frozenset({"Military", "Police", "ArmedGroup", "Militia", "Coalition"})


class Bodies(Composition):
    """Tells bodies from their members and what they hold; who reads the other phrases is ``ActorReader``."""

    def _in_full(self, found: Actor, name: Name, entry: Entry) -> Actor:
        """A body told by its short name stands for the full name that introduced it; what describes it is no part of it.

        A person told by a surname stands for the name that the text gives in full.
        """
        if entry.kind == "Person":
            whole = self.context.whole_name(name, entry)
            return found if whole is None else replace(found, antecedent=self.span(whole.start, whole.end))
        if entry.kind not in ORGANISED:
            return found
        before = found.text[: name.start - found.start].split()
        if found.head.start <= name.start and len(before) > 1:
            words = self.span(name.start, found.end)
            found = replace(found, start=words.start, text=words.text)
        full = self.context.in_full(name, entry)
        return found if full is None else replace(found, antecedent=self.span(full.start, full.end))

    def _armed(self, blank: Actor, head: Token, owner: Entry | None) -> Actor | None:
        """Those of an armed body who have no role of their own: "FMLN members", "its men", "army positions"."""
        lines = head.lemma_.lower() in belonging.LINES
        leading = head.lemma_.lower() in belonging.LEADING
        members = head.lemma_.lower() in belonging.MEMBERS or leading
        if owner is None and members:
            owner = self._own_body(head)
        if owner is not None and self.ontology.shown_kind(owner) in ARMED and (members or lines):
            single = (
                members and not is_plural(head) and (leading or (blank.number is not None and blank.number.low == 1))
            )
            whole = self._entry(blank, owner)
            member = Stance("member_of", owner.id)
            return replace(whole, id=None, name=None, kind="Person", stances=(member,)) if single else whole
        if is_plural(head) and (head.lemma_.lower() in belonging.MEMBERS | belonging.FELLOWS):
            fellows = self._fellows(blank, head)
            if fellows is not None:
                return fellows
        holder = belonging.holder(head, self.words)
        if holder is not None:
            return self._described(blank, head, holder)
        inner = self._inner(head) if lines else None
        if inner is None or inner.kind not in ARMED:
            return None
        return replace(inner, start=blank.start, end=blank.end, text=blank.text, head=blank.head)

    def _fellows(self, blank: Actor, head: Token) -> Actor | None:
        """Those who serve beside or under somebody are what he is: "*a constable* was hit and **his colleagues** fired"."""
        speaker = belonging.own_subject(head)
        if speaker is None or self.words.role(speaker) is None:
            return None
        actor = self.actor(speaker, acting=True)
        if actor.kind not in ARMED:
            return None
        return replace(blank, id=actor.id, name=actor.name, kind=actor.kind, sector=actor.sector, country=actor.country)

    def _end_of_seat(self, head: Token, words: Span) -> int:
        """Where the name of a place ends that is told by whose it is: "the *offices of the party*"."""
        after = head.i + 1 < words.end and self.words.doc[head.i + 1].lower_ == "of"
        if not after or "seat" not in self.words.common(head):
            return 0
        last = words[-1]
        return last.idx + len(last)
