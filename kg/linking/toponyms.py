"""Toponyms in a text: what gazetteer and model hold for a place name, minus people and organisations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kg.language.grammar import ARABIC_ARTICLES, PLACE_LABELS
from kg.linking.gazetteer import Gazetteer
from kg.linking.named_areas import named_areas
from kg.linking.toponym_evidence import Evidence, score
from kg.linking.toponym_mentions import Mention
from kg.linking.toponym_words import BUILT, FEATURES, INNER, LOCATIVE, NEVER, OPENING, OPENING_ONLY, WEIGHTS

LONGEST = 7
#: what is called after a saint, and not after a town
SAINT = re.compile(r"(?:St\.?|Saint) ")
DEDICATED = frozenset(
    "school church cathedral hospital college university parish convent seminary chapel hotel barracks stadium prison "
    "fort clinic street road avenue square".split()
)
#: "d'Ivoire"
ELIDED = re.compile(r"^[dl]['\u2019][A-Z]")
#: words that the index may have after the name of a subdivision
SUFFIXES = {
    "admin1": ("oblast", "province", "region", "governorate", "state", "department", "prefecture"),
    "admin2": ("district", "county", "rayon"),
    "city": ("city",),
}
JOINTS = frozenset({"-", "'", "'s", ".", "\u2019", "\u2019s"})
#: how far the mentions of one name share their evidence
SHARED = 0.4
#: log-odds from which a match tells the country of the others
SURE = 1.0
#: the sign of a match that can lie in one of those countries
COUNTRY_TOLD = "country told"


class Toponyms:
    """Finds toponyms in parsed documents."""

    def __init__(
        self, gazetteer: Gazetteer, adjectives: frozenset[str] = frozenset(), peoples: frozenset[str] = frozenset()
    ) -> None:
        self.gazetteer, self.adjectives, self.peoples = gazetteer, adjectives, peoples

    def find(self, doc: Doc, text: str) -> list[Mention]:
        """All toponyms in text order; ``text`` is the document's, of which the parse may have mended the case."""
        matches = list(self.matches(doc, text))
        evidence = Evidence(doc, matches, self.gazetteer.acronyms, self.adjectives, self.peoples)
        scored = [_scored(evidence, m) for m in matches]
        told = frozenset(c for m in scored if m.score >= SURE and (c := m.candidates[0][0].country))
        strange = {m.name.lower() for m in matches if evidence.elsewhere(m)}
        agreed = _agreed([replace(m, score=m.score + WEIGHTS[COUNTRY_TOLD] * _is_of(m, told)) for m in scored])
        kept = [m for m in agreed if m.score >= 0 and m.name.lower() not in strange]
        taken = {i for m in kept for i in range(m.first, m.last)}
        other = self.peoples | {word.lower() for word in self.adjectives}  # "in the *Angolan* capital"
        names = (ent for ent in doc.ents if ent.label_ in PLACE_LABELS and ent.text.lower() not in other)
        unknown = (_unknown(ent, taken, evidence.people) for ent in names)
        rest = [self._looked_up(m, strange) for m in unknown if m is not None]
        taken.update(i for m in rest for i in range(m.first, m.last))
        areas = [
            self._area(doc, text, *span, strange=strange)
            for span in named_areas(doc, frozenset(taken), self.adjectives, self.peoples)
        ]
        found = sorted([*map(self._hinted, kept), *rest, *areas], key=lambda m: m.first)
        starts = {m.first for m in found}
        return [m if m.container in starts else replace(m, container=None) for m in found]

    def matches(self, doc: Doc, text: str) -> Iterator[Mention]:
        """Longest names of the gazetteer, left to right."""
        tokens, i = list(doc), 0
        while i < len(tokens):
            found = None
            if _may_start(tokens, i, text):
                ends = _ends(tokens, i, text)
                found = next((m for j in ends if (m := self._match(text, tokens, i, j)) is not None), None)
            if found is not None:
                yield found
            i = found.last if found is not None else i + 1

    def _match(self, text: str, tokens: list[Token], first: int, last: int) -> Mention | None:
        start, end = tokens[first].idx, tokens[last - 1].idx + len(tokens[last - 1])
        name = text[start:end]
        if name.lower() in OPENING_ONLY and _goes_on(tokens, last, text):
            return None  # "*Wadi* Gaza" is no town of the name Wadi, nor "*Tal* al-Hawa" one of the name Tal
        if first and tokens[first - 1].lower_ in OPENING and _is_part(tokens, first, last, text):
            return None  # "Ain *Zara*" is not the Zara of the index
        if name.lower() in BUILT and _is_part(tokens, first, last, text):
            return None
        if SAINT.match(name) and any(t.lower_ in DEDICATED for t in tokens[last : last + 4]):
            return None  # "*St Mary's* Catholic school"
        if [t.lower_ for t in tokens[last : last + 2]] == ["news", "agency"]:
            return None
        candidates = self.gazetteer.find(name)
        if not candidates or (len(name) <= 3 and not name.isupper() and name.upper() in self.gazetteer.acronyms):
            return None
        return Mention(first, last, start, end, name, candidates)

    def _area(self, doc: Doc, text: str, first: int, last: int, strange: set[str]) -> Mention:
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        return self._looked_up(Mention(first, last, start, end, text[start:end], ()), strange)

    def _looked_up(self, m: Mention, strange: set[str]) -> Mention:
        """A name that the text tells is a place, with its bearers, but for one that is told to be elsewhere."""
        return m if m.name.lower() in strange else replace(m, candidates=self.gazetteer.find(m.name))

    def _hinted(self, m: Mention) -> Mention:
        """Add the bearers of "Saratov Oblast" to a "Saratov" that the text calls a region."""
        if m.hint not in SUFFIXES or any(place.kind == m.hint and not other for place, other in m.candidates):
            return m
        more = [
            c for suffix in SUFFIXES[m.hint] for c in self.gazetteer.find(f"{m.name} {suffix}") if c[0].kind == m.hint
        ]
        return replace(m, candidates=(*m.candidates, *dict.fromkeys(more)))


def _scored(evidence: Evidence, m: Mention) -> Mention:
    signs, container = evidence.signs(m)
    return replace(m, score=score(signs), container=container.first if container else None, hint=evidence.hint(m))


def _is_of(m: Mention, countries: frozenset[str]) -> bool:
    """Whether one of the first bearers of a name lies in one of the countries."""
    return any(place.country in countries for place, other in m.candidates[:8] if not other)


def _capital(token: Token, text: str) -> bool:
    return text[token.idx].isupper()


def _goes_on(tokens: list[Token], last: int, text: str) -> bool:
    """Whether a word of a name, or an article with one, follows."""
    article = tokens[last : last + 1] and tokens[last].lower_ in ARABIC_ARTICLES and tokens[last + 1 : last + 2]
    return bool(article and tokens[last + 1].text == "-") or any(_capital(t, text) for t in tokens[last : last + 1])


def _is_part(tokens: list[Token], first: int, last: int, text: str) -> bool:
    """Whether a name is only a word of a longer one: "the Golden *Temple*", "the *Palace* of Justice"."""
    before = (
        first
        and not tokens[first].is_sent_start
        and _capital(tokens[first - 1], text)
        and not tokens[first - 1].is_punct
    )
    of = len(tokens) > last + 1 and tokens[last].lower_ == "of" and _capital(tokens[last + 1], text)
    return bool(of or (before and not tokens[first - 1].is_sent_start))


def _may_start(tokens: list[Token], i: int, text: str) -> bool:
    token = tokens[i]
    if _capital(token, text) or (token.pos_ == "PROPN" and token.is_alpha and len(token) > 3):
        return True
    return (
        i + 2 < len(tokens)
        and token.lower_ in ARABIC_ARTICLES
        and tokens[i + 1].text == "-"
        and _capital(tokens[i + 2], text)
    )


def _ends(tokens: list[Token], first: int, text: str) -> list[int]:
    """Ends (exclusive) of the names that may start at a token, the longest first."""
    ends = [first + 1] if _capital(tokens[first], text) or tokens[first].pos_ == "PROPN" else []
    for i in range(first + 1, min(first + LONGEST, len(tokens))):
        token = tokens[i]
        if token.is_sent_start and tokens[i - 1].text.endswith((".", "!", "?", "\n")):
            break
        if (
            _capital(token, text)
            or token.lower_ in FEATURES
            or token.text[:1].isdigit()
            or ELIDED.match(token.text)
            or token.pos_ == "PROPN"
            and token.is_alpha
        ):
            ends.append(i + 1)
        elif token.text not in JOINTS and token.lower_ not in INNER and tokens[i - 1].text != "-":
            break
    return ends[::-1]


def _agreed(mentions: list[Mention]) -> list[Mention]:
    """Let all mentions of a name share the evidence of one another."""
    by_name: dict[str, list[float]] = defaultdict(list)
    for m in mentions:
        by_name[m.name].append(m.score)
    return [
        replace(m, score=(1 - SHARED) * m.score + SHARED * sum(by_name[m.name]) / len(by_name[m.name]))
        for m in mentions
    ]


def _unknown(ent: Span, taken: set[int], people: frozenset[str]) -> Mention | None:
    """An entity that the gazetteer lacks, after a preposition of place."""
    tokens = [t for t in ent if not (t.i == ent.start and t.lower_ == "the")]
    if (
        not tokens
        or tokens[0].lower_ in NEVER
        or any(t.i in taken or t.text in people for t in tokens)
        or not any(t.text[:1].isupper() for t in tokens)
    ):
        return None
    before = tokens[0].i - (2 if tokens[0].i and ent.doc[tokens[0].i - 1].lower_ == "the" else 1)
    if before < 0 or ent.doc[before].lower_ not in LOCATIVE | {"of", ",", "and"}:
        return None
    first, last = tokens[0], tokens[-1]
    start, end = first.idx, last.idx + len(last)
    return Mention(first.i, last.i + 1, start, end, ent.doc[first.i : last.i + 1].text, ())
