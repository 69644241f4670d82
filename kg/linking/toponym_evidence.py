"""What speaks for and against a gazetteer match being a place name: signs by name, with their weights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.linking.toponym_mentions import Mention, is_abbreviation, may_hold
from kg.linking.toponym_words import (
    AREAS,
    ARTICLES,
    ASSAULTS,
    BIAS,
    BODIES,
    COUNTY,
    DEMONYM,
    ENDS,
    FEATURES,
    GENERIC,
    HINTS,
    HOLDING,
    JOINED,
    LOCATIVE,
    MONTHS,
    NEVER,
    PARTIES,
    PLURALS,
    POINTS,
    STANCES,
    TAKING,
    TITLES,
    WEIGHTS,
)

#: size (log10 of the population) from which a place is meant though a country beside it does not hold it
KNOWN = 5.0


class Evidence:
    """Signs for the matches of one document."""

    def __init__(self, doc: Doc, matches: list[Mention], acronyms: frozenset[str], adjectives: frozenset[str]) -> None:
        self.doc, self.acronyms, self.adjectives = doc, acronyms, adjectives
        self.at = {m.first: m for m in matches}
        self.ends = {m.last: m for m in matches}
        self.countries: frozenset[str] = frozenset()
        full = [ent for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1]
        self.people = frozenset(t.text for ent in full for t in ent if t.text[:1].isupper())

    def signs(self, m: Mention) -> tuple[dict[str, float], Mention | None]:
        """(sign → strength, the name right after that can hold this one)."""
        best, alternate = m.candidates[0]
        container, inner = self._container(m), self._inner(m)
        signs = dict.fromkeys(
            [self._entity(m), best.kind, *self._before(m), *self._after(m), *self._shape(m, inner)], 1.0
        )
        if self.countries and any(c.country in self.countries for c, other in m.candidates[:8] if not other):
            signs["country told"] = 1.0
        signs |= {"container": 1.0} if container else {}
        signs |= {"contained": 1.0} if inner else {}
        signs |= {"alternate": 1.0} if alternate else {}
        signs |= {"elsewhere": 1.0} if self.elsewhere(m) else {}
        if best.kind in ("city", "admin2"):
            signs["size"] = max(best.size - 3.5, -1.5)
        signs["words"] = float(min(2, len(m.name.split()) - 1))
        return signs, container

    def _entity(self, m: Mention) -> str:
        doc = self.doc
        labels = Counter(doc[i].ent_type_ for i in range(m.first, m.last) if doc[i].ent_type_)
        if not labels:
            return "none"
        label = labels.most_common(1)[0][0]
        known = label if label in ("GPE", "LOC", "FAC", "ORG", "PERSON", "NORP", "PRODUCT") else "other"
        before = doc[m.first].ent_iob_ == "I" and doc[m.first - 1].lower_ not in ("the", "and", ",")
        after = m.last < len(doc) and doc[m.last].ent_iob_ == "I" and doc[m.last].lower_ not in ("'s", "'", "and", ",")
        return f"{known} part" if before or after else known

    def hint(self, m: Mention) -> str | None:
        """The kind that a word beside a name tells: "Kandahar province", "the city of Kandahar"."""
        doc = self.doc
        after = doc[m.last].lower_ if m.last < len(doc) else ""
        if m.first > 1 and doc[m.first - 1].lower_ == "of" and (kind := HINTS.get(doc[m.first - 2].lower_)):
            return kind
        before = doc[m.first - 1].lower_ if m.first and not doc[m.first - 1].is_sent_start else ""
        return HINTS.get(after) or ({"city": "city"}.get(HINTS.get(before, "")))

    def _before(self, m: Mention) -> Iterator[str]:
        doc, first = self.doc, m.first
        token = doc[first - 1] if first else None
        if token is None:
            return
        adjacent = token
        if token.lower_ == "the" and first > 1:
            token = doc[first - 2]
        if token.lower_ in POINTS and not token.text[:1].isupper():
            yield "direction"
        elif _locative(doc, token):
            yield "locative"
            if adjacent.lower_ in ("in", "near", "outside") and m.name.lower() not in MONTHS:
                yield "in"
        if (token.pos_ == "VERB" and token.lemma_ in TAKING) or (
            token.lower_ == "on" and token.i and {doc[token.i - 1].lower_, doc[token.i - 1].lemma_} & ASSAULTS
        ):
            yield "taken"
        if token.lower_ == "of" and token.i and doc[token.i - 1].lower_ in AREAS:
            yield "area of"
        if adjacent.lower_ in TITLES or (adjacent.text == "." and first > 1 and f"{doc[first - 2].lower_}." in TITLES):
            yield "title"
        elif adjacent.text[:1].isupper() and adjacent.pos_ == "PROPN" and not adjacent.is_sent_start:
            yield "initial" if len(adjacent.text.rstrip(".")) == 1 else "name before"
        if adjacent.text == "-" and first > 1 and first - 1 not in self.ends:
            yield "party" if doc[first - 2].text in PARTIES else "longer" if self._is_part(first) else "hyphen"

    def _is_part(self, first: int) -> bool:
        """Whether a match is the end of a longer name: "Maarat al-*Numan*"."""
        before = self.doc[max(0, first - 3) : first]
        return len(before) == 3 and before[1].lower_ in ARTICLES and before[0].pos_ == "PROPN" and before[0].is_title

    def _after(self, m: Mention) -> Iterator[str]:
        doc, last = self.doc, m.last
        token = doc[last] if last < len(doc) else None
        if token is None:
            return
        if token.text == "-" and last + 1 < len(doc) and doc[last + 1].lower_ in STANCES:
            yield "stance"
        if token.lower_ in BODIES and m.candidates[0][0].kind != "country":
            yield "body after"
        elif token.text[:1].isupper() and token.pos_ == "PROPN" and doc[last - 1].whitespace_ and last not in self.at:
            yield "name after"
        if self._goes_on(last):
            yield "longer"
        if self._counties(last):
            yield "counties"

    def _goes_on(self, last: int) -> bool:
        """Whether a name goes on behind the match: "Bir *al-Abed*", "Pont-*Sonde*", "Intan *Jaya*" as one entity."""
        doc = self.doc
        at = last + (doc[last].lower_ in ARTICLES and last + 1 < len(doc) and doc[last + 1].text == "-")
        if doc[at].text == "-" and at + 1 < len(doc):
            joined = at > last or not doc[at].whitespace_
            return joined and at + 1 not in self.at and doc[at + 1].text[:1].isupper()
        entity = doc[last].ent_iob_ == "I" and doc[last].ent_type_ in ("GPE", "LOC")
        return (
            entity and last not in self.at and doc[last].pos_ == "PROPN" and doc[last].lower_ not in FEATURES | BODIES
        )

    def _counties(self, last: int) -> bool:
        """Whether names joined by commas and "and" end in "counties": "Avel, Brin and Corda districts"."""
        i = last
        while i < min(last + 16, len(self.doc)):
            token = self.doc[i]
            if token.lower_ in PLURALS:
                return True
            if i in self.at:
                i = self.at[i].last
            elif token.text == "," or token.lower_ in ("and", "or"):
                i += 1
            else:
                return False
        return False

    def _shape(self, m: Mention, inner: Mention | None) -> Iterator[str]:
        doc = self.doc
        if not doc[m.first].text[:1].isupper() and doc[m.last - 1].is_lower:
            yield "restored" if m.name[:1].isupper() else "lower"
        elif all(doc[i].pos_ not in ("PROPN", "ADJ", "X") for i in range(m.first, m.last)):
            yield "not a name"
        dateline = bool(doc[m.first].is_sent_start) and self._dateline(m)
        if doc[m.first].is_sent_start:
            yield "dateline" if dateline else "first"
        if self._listed(m):
            yield "listed"
        if m.name.split()[-1] in COUNTY or self._is_named_unit(m):
            yield "county"
        if m.name in self.adjectives or (
            doc[m.first].ent_type_ == "NORP" and m.candidates[0][0].size < 4.5 and DEMONYM.search(m.name)
        ):
            yield "demonym"
        if m.last - m.first == 1 and m.name in self.people:
            yield "surname"
        if is_abbreviation(m, self.acronyms) and inner is None:
            yield "abbreviation"
        if self._ends_name(m) or m.name.lower() in NEVER or self._is_direction(m):
            yield "never"
        elif m.name.lower() in GENERIC or (m.last - m.first == 1 and doc[m.first].is_stop):
            yield "generic"
        if (
            m.name.isupper()
            and 1 < len(m.name) < 6
            and m.name not in self.acronyms
            and not dateline
            and inner is None
            and not self._shouting(m)
        ):
            yield "capitals"

    def _ends_name(self, m: Mention) -> bool:
        """Whether it is only the last word of the name of a street or bridge: "Downing *Street*"."""
        before = self.doc[m.first - 1 : m.first]
        named = any(t.text[:1].isupper() and t.pos_ == "PROPN" and t.whitespace_ for t in before)
        return named and m.name.lower() in ENDS

    def _is_direction(self, m: Mention) -> bool:
        """Whether words of direction stand before another name: "*South West* England"."""
        return POINTS.issuperset(re.split(r"[ -]", m.name.lower())) and m.last in self.at

    def _listed(self, m: Mention) -> bool:
        """Whether a name that the model holds for a place stands in a list with this one, joined by commas or "and"."""
        seen, open_ = {m.first}, [m]
        while open_ and len(seen) < 8:
            for other in self._joined(open_.pop()):
                if self.doc[other.first].ent_type_ in ("GPE", "LOC"):
                    return True
                if other.first not in seen:
                    seen.add(other.first)
                    open_.append(other)
        return False

    def _joined(self, m: Mention) -> Iterator[Mention]:
        """Names right before and after this one, a comma, "and" or "or" between."""
        for joint in JOINED:
            size = len(joint)
            if self._words(m.last, m.last + size) == joint and (other := self.at.get(m.last + size)):
                yield other
            if self._words(m.first - size, m.first) == joint and (other := self.ends.get(m.first - size)):
                yield other

    def _words(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(t.lower_ for t in self.doc[first:last]) if first >= 0 else ()

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

    def _container(self, m: Mention) -> Mention | None:
        """The name right after that can hold this one: "Goma, in North Kivu", "Victoria, the capital of Seychelles"."""
        doc, i = self.doc, m.last
        for words in HOLDING:
            if i < len(doc) and doc[i].lower_ in words:
                i += 1
        other = self.at.get(i)
        return other if other is not None and i > m.last and may_hold(other, m) else None

    def elsewhere(self, m: Mention) -> bool:
        """Whether a small place would lie in another country than the text says: "Konna *in Mali*" is none in Ireland."""
        if any(c.size >= KNOWN or c.kind in ("country", "admin1", "region") for c, _ in m.candidates):
            return False
        i = m.last
        if i >= len(self.doc) or self.doc[i].lower_ != "in":
            return False
        i += 1
        while i < len(self.doc) and (self.doc[i].lower_ in ("the", "central") or self.doc[i].lower_ in POINTS):
            i += 1
        other = self.at.get(i)
        return other is not None and other.candidates[0][0].kind == "country" and not may_hold(other, m)

    def _inner(self, m: Mention) -> Mention | None:
        """The name right before a comma that this one can hold."""
        if m.first < 2 or self.doc[m.first - 1].text not in (",", "("):
            return None
        other = self.ends.get(m.first - 1)
        return other if other is not None and may_hold(m, other) else None


def _locative(doc: Doc, token: Token) -> bool:
    if token.lower_ in LOCATIVE:
        return True
    if token.lower_ == "of":
        return token.i > 0 and doc[token.i - 1].lower_ in POINTS | AREAS | {"outskirts", "streets", "coast", "outside"}
    return False


def score(signs: dict[str, float]) -> float:
    """Log-odds that a match with these signs is a place name."""
    return BIAS + sum(WEIGHTS.get(sign, 0.0) * strength for sign, strength in signs.items())
