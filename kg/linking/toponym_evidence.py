"""What speaks for and against a gazetteer match being a place name: signs by name, with their weights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.linking.toponym_mentions import Mention, is_abbreviation
from kg.linking.toponym_neighbours import Neighbours
from kg.linking.toponym_words import BIAS, COUNTY, DEMONYM, ENDS, GENERIC, HINTS, NEVER, POINTS, WEIGHTS
from kg.ontology.word_classes import word_class

#: where people of one kind live; size below which a town is hardly known beyond it
SETTLEMENTS = word_class("settlements")
SMALL = 4.5


class Evidence(Neighbours):
    """Signs for the matches of one document."""

    def __init__(
        self,
        doc: Doc,
        matches: list[Mention],
        acronyms: frozenset[str],
        adjectives: frozenset[str],
        peoples: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(doc, matches)
        self.acronyms, self.adjectives, self.peoples = acronyms, adjectives, peoples
        full = [ent for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1]
        self.people = frozenset(t.text for ent in full for t in ent if t.text[:1].isupper())

    def signs(self, m: Mention) -> tuple[dict[str, float], Mention | None]:
        """(sign → strength, the name right after that can hold this one)."""
        best, alternate = m.candidates[0]
        container, inner = self.container(m), self.inner(m)
        signs = dict.fromkeys(
            [self._entity(m), best.kind, *self.before(m), *self.after(m), *self._shape(m, inner)], 1.0
        )
        signs |= {"container": 1.0} if container else {}
        signs |= {"contained": 1.0} if inner else {}
        signs |= {"alternate": 1.0} if alternate else {}
        signs |= {"elsewhere": 1.0} if self.elsewhere(m) else {}
        if best.kind in ("city", "admin2"):
            signs["size"] = max(best.size - 3.5, -1.5)
        signs["words"] = float(min(2, len(m.name.split()) - 1))
        return signs, container

    def _entity(self, m: Mention) -> str:
        """What the model takes a match for, or for a part of: "GPE", "ORG part"."""
        doc = self.doc
        labels = Counter(doc[i].ent_type_ for i in range(m.first, m.last) if doc[i].ent_type_)
        if not labels:
            return "none"
        label = labels.most_common(1)[0][0]
        known = label if label in ("GPE", "LOC", "FAC", "ORG", "PERSON", "NORP", "PRODUCT") else "other"
        before = doc[m.first].ent_iob_ == "I" and doc[m.first - 1].lower_ not in ("the", "and", ",")
        after = m.last < len(doc) and doc[m.last].ent_iob_ == "I" and doc[m.last].lower_ not in ("'s", "'", "and", ",")
        return f"{known} part" if before or after else known

    def _shape(self, m: Mention, inner: Mention | None) -> Iterator[str]:
        """Signs of the match's own words and of where it stands; ``inner`` is the name before it that it can hold."""
        doc = self.doc
        if not doc[m.first].text[:1].isupper() and doc[m.last - 1].is_lower:
            yield "restored" if m.name[:1].isupper() else "lower"
        elif all(doc[i].pos_ not in ("PROPN", "ADJ", "X") for i in range(m.first, m.last)):
            yield "not a name"
        dateline = bool(doc[m.first].is_sent_start) and self._dateline(m)
        if doc[m.first].is_sent_start:
            yield "dateline" if dateline else "first"
        if self.is_listed(m):
            yield "listed"
        if m.name.split()[-1] in COUNTY or self._is_named_unit(m):
            yield "county"
        if m.name in self.adjectives or self._is_people(m):
            yield "demonym"
        if m.last - m.first == 1 and m.name in self.people:
            yield "surname"
        if is_abbreviation(m, self.acronyms) and inner is None:
            yield "abbreviation"
        if self._ends_name(m) or m.name.lower() in NEVER or self._is_direction(m):
            yield "never"
        elif m.name.lower() in GENERIC or (m.last - m.first == 1 and doc[m.first].is_stop):
            yield "generic"
        if not dateline and inner is None and self._is_acronym(m):
            yield "capitals"

    def _is_people(self, m: Mention) -> bool:
        """Whether the model takes a match for a people, and its ending or its place tells one: "the *Masalit* town of Lesk"."""
        first = self.doc[m.first]
        before_noun = m.last - m.first == 1 and first.dep_ == "amod" and first.head.is_lower and first.head.i > first.i
        demonym = m.candidates[0][0].size < 4.5 and DEMONYM.search(m.name) is not None
        return (first.ent_type_ == "NORP" and (demonym or before_noun)) or self._is_whose(m)

    def _is_whose(self, m: Mention) -> bool:
        """Whether a word only tells whose a village is: "a *Druze* village", "the *Kikuyu* settlement"; towns have no "a"."""
        after, before = self.doc[m.last : m.last + 1], self.doc[m.first - 1 : m.first]
        if m.last - m.first > 1 or not any(t.is_lower and t.lemma_.lower() in SETTLEMENTS for t in after):
            return False
        small = m.candidates[0][0].kind == "city" and m.candidates[0][0].size < SMALL
        return m.name.lower() in self.peoples or (small and any(t.lower_ in {"a", "an", "another"} for t in before))

    def _is_acronym(self, m: Mention) -> bool:
        """Whether a match is in capitals amid other words and no acronym of a place: "*SAN* news agency"."""
        short = m.name.isupper() and 1 < len(m.name) < 6
        return short and m.name not in self.acronyms and not self._shouting(m)

    def _ends_name(self, m: Mention) -> bool:
        """Whether it is only the last word of the name of a street or bridge: "Downing *Street*"."""
        before = self.doc[m.first - 1 : m.first]
        named = any(t.text[:1].isupper() and t.pos_ == "PROPN" and t.whitespace_ for t in before)
        return named and m.name.lower() in ENDS

    def _is_direction(self, m: Mention) -> bool:
        """Whether words of direction stand before another name: "*South West* England"."""
        return POINTS.issuperset(re.split(r"[ -]", m.name.lower())) and m.last in self.at

    def _shouting(self, m: Mention) -> bool:
        near = [t for t in self.doc[max(0, m.first - 2) : m.last + 2] if t.is_alpha and not m.first <= t.i < m.last]
        return bool(near) and all(t.text.isupper() for t in near)

    def _is_named_unit(self, m: Mention) -> bool:
        """Whether a capitalised word after it says which unit it is: "Usulutan *Department*", not "Georgia Department of"."""
        after = self.doc[m.last : m.last + 2]
        if not len(after) or not after[0].text[:1].isupper() or after[-1].lower_ == "of":
            return False
        return any(place.kind == HINTS.get(after[0].lower_) for place, _ in m.candidates)

    def _dateline(self, m: Mention) -> bool:
        """Whether a sentence opens "GOMA, June 3 (Agency) -" or "Goma (Agency)"."""
        words = [t.text for t in self.doc[m.last : m.last + 12]]
        dashes = ("--", "\u2014", "\u2013", "-", "_")
        return bool(words) and (
            words[0] in ("(", *dashes)
            or (words[0] == "," and any(w in ("(", "--", "\u2014", "\u2013") for w in words[1:]))
        )


def score(signs: dict[str, float]) -> float:
    """Log-odds that a match with these signs is a place name."""
    return BIAS + sum(WEIGHTS.get(sign, 0.0) * strength for sign, strength in signs.items())
