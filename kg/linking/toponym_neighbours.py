"""What stands beside a gazetteer match: words before and after it, lists it stands in, places named to hold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.language.grammar import ARABIC_ARTICLES
from kg.linking.toponym_mentions import Mention, may_hold
from kg.linking.toponym_words import (
    AREAS,
    ARMS,
    ASSAULTS,
    BODIES,
    FEATURES,
    HINTS,
    HOLDING,
    JOINED,
    LOCATIVE,
    MONTHS,
    OPENING_ONLY,
    PARTIES,
    PERSONAL,
    PLURALS,
    POINTS,
    SHIPS,
    STANCES,
    TAILS,
    TAKEN,
    TAKING,
    TAKINGS,
    TITLES,
)

#: size (log10 of the population) from which a place is meant though a country beside it does not hold it
KNOWN = 5.0
#: size from which a town is rather captured than somebody of its name
LARGE = 4.5


class Neighbours:
    """The words and matches beside the matches of one document."""

    def __init__(self, doc: Doc, matches: Sequence[Mention]) -> None:
        self.doc = doc
        self.low = tuple(token.lower_ for token in doc)
        self.at = {m.first: m for m in matches}
        self.ends = {m.last: m for m in matches}

    def hint(self, m: Mention) -> str | None:
        """The kind that a word beside a name tells: "Kandahar province", "the city of Kandahar"."""
        doc = self.doc
        after = doc[m.last].lower_ if m.last < len(doc) else ""
        if m.first > 1 and doc[m.first - 1].lower_ == "of" and (kind := HINTS.get(doc[m.first - 2].lower_)):
            return kind
        before = doc[m.first - 1].lower_ if m.first and not doc[m.first - 1].is_sent_start else ""
        return HINTS.get(after) or ({"city": "city"}.get(HINTS.get(before, "")))

    def before(self, m: Mention) -> Iterator[str]:
        """Signs of the words before a match: "*near* Lesk", "*attack on* Lesk", "*President* Lesk"."""
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
        if token.lower_ == "of" and token.i and doc[token.i - 1].lower_ in TAKINGS and self._is_no_person(m):
            yield "taken"
        if (
            token.text in {"and", ","}
            and (other := self.ends.get(token.i)) is not None
            and "taken" in self.before(other)
        ):
            yield "taken"  # "captured Lesk and *Oru*"
        if token.lower_ == "of" and token.i and doc[token.i - 1].lower_ in AREAS:
            yield "area of"
        if adjacent.lemma_.lower() in SHIPS and adjacent.i == first - 1:
            yield "ship"
        if adjacent.lower_ in TITLES or (adjacent.text == "." and first > 1 and f"{doc[first - 2].lower_}." in TITLES):
            yield "title"
        elif adjacent.lower_ in OPENING_ONLY and adjacent.text[:1].isupper():
            yield "longer"
        elif adjacent.text[:1].isupper() and adjacent.pos_ == "PROPN" and not adjacent.is_sent_start:
            tail = m.last - m.first == 1 and doc[first].lower_ in TAILS and adjacent.dep_ in {"compound", "nmod"}
            article = tail or (doc[first].lower_ in ARABIC_ARTICLES and not doc[first].text[:1].isupper())
            yield "initial" if len(adjacent.text.rstrip(".")) == 1 else "longer" if article else "name before"
        if adjacent.text == "-" and first > 1 and first - 1 not in self.ends:
            yield "party" if doc[first - 2].text in PARTIES else "longer" if self._is_part(first) else "hyphen"

    def _is_no_person(self, m: Mention) -> bool:
        """Whether what was captured can be a town: a large one, or what the model takes for nobody's name."""
        return m.candidates[0][0].size >= LARGE or self.doc[m.first].ent_type_ != "PERSON"

    def _is_part(self, first: int) -> bool:
        """Whether a match is the end of a longer name: "Maarat al-*Numan*"."""
        before = self.doc[max(0, first - 3) : first]
        return (
            len(before) == 3
            and before[1].lower_ in ARABIC_ARTICLES
            and before[0].pos_ == "PROPN"
            and before[0].is_title
        )

    def after(self, m: Mention) -> Iterator[str]:
        """Signs of the words after a match: "Lesk *University*", "Lesk-*backed*"."""
        doc, last = self.doc, m.last
        token = doc[last] if last < len(doc) else None
        if token is None:
            return
        if token.text == "-" and last + 1 < len(doc) and doc[last + 1].lower_ in STANCES:
            yield "stance"
        if token.lemma_.lower() in ARMS and m.candidates[0][0].kind != "country" and m.last - m.first == 1:
            yield "weapon"
        if token.lower_ in BODIES and m.candidates[0][0].kind != "country":
            yield "body after"
        elif token.lower_ in TAILS and token.text.istitle() and token.pos_ == "PROPN" and last not in self.at:
            yield "longer"
        elif token.text[:1].isupper() and token.pos_ == "PROPN" and doc[last - 1].whitespace_ and last not in self.at:
            yield "name after"
        head = doc[last - 1]
        if head.dep_ == "nsubjpass" and head.head.lemma_.lower() in TAKEN:
            yield from ("taken", "locative")
        if self._is_persons(last):
            yield "personal"
        if self._goes_on(last) or any(self._is_one_name(*pair) for pair in self._adjacent(m)):
            yield "longer"
        if self._counties(last):
            yield "counties"

    def _is_persons(self, last: int) -> bool:
        """Whether what a name has is a person's: "*Lesk's* widow", not "Lesk's murder rate"."""
        owned = self.doc[last + 1 : last + 3]
        after = owned[-1].pos_ in {"NOUN", "PROPN"} and owned[-1] != owned[0] if len(owned) else False
        return (
            self.doc[last].lower_ in {"'s", "\u2019s"}
            and bool(len(owned))
            and owned[0].lower_ in PERSONAL
            and not after
        )

    def _goes_on(self, last: int) -> bool:
        """Whether a name goes on behind the match: "Bir *al-Abed*", "Pont-*Sonde*", "Intan *Jaya*" as one entity."""
        doc = self.doc
        at = last + (doc[last].lower_ in ARABIC_ARTICLES and last + 1 < len(doc) and doc[last + 1].text == "-")
        if doc[at].text == "-" and at + 1 < len(doc):
            joined = at > last or not doc[at].whitespace_
            return joined and at + 1 not in self.at and doc[at + 1].text[:1].isupper()
        entity = doc[last].ent_iob_ == "I" and doc[last].ent_type_ in ("GPE", "LOC")
        return (
            entity and last not in self.at and doc[last].pos_ == "PROPN" and doc[last].lower_ not in FEATURES | BODIES
        )

    def _adjacent(self, m: Mention) -> Iterator[tuple[Mention, Mention]]:
        """A match with the one right before it and the one right after it."""
        before, after = self.ends.get(m.first), self.at.get(m.last)
        if before is not None:
            yield before, m
        if after is not None:
            yield m, after

    def _is_one_name(self, m: Mention, other: Mention) -> bool:
        """Whether two small places side by side are the words of one name that the index lacks: "Khair Khana"."""
        one = self.doc[other.first].ent_iob_ == "I" and self.doc[other.first].ent_type_ in ("GPE", "LOC")
        small = all(c.size < KNOWN and c.kind in ("city", "admin2") for x in (m, other) for c, _ in x.candidates[:1])
        return one and small and not may_hold(other, m)

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

    def is_listed(self, m: Mention) -> bool:
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
            if self.low[m.last : m.last + size] == joint and (other := self.at.get(m.last + size)):
                yield other
            before = max(0, m.first - size)
            if self.low[before : m.first] == joint and (other := self.ends.get(before)):
                yield other

    def container(self, m: Mention) -> Mention | None:
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

    def inner(self, m: Mention) -> Mention | None:
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
