"""Toponyms in a text: what the gazetteer and the statistical model hold for a place name, minus people and organisations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg.linking.gazetteer import Gazetteer, Location

LONGEST = 7
#: lower-case words that may stand inside a name
INNER = frozenset("of the de la le les los las del da do dos das du des di al el ul ad as ar az ez es ed en et and upon on sur y e van der den im am bei in".split())
ARTICLES = frozenset("al el ad as ar az ez es ash at an deir".split())
#: feature words that may close a name in lower case: "Helmand province"
FEATURES = frozenset(
    "province provinces governorate state region oblast district county prefecture city town village island islands peninsula river valley desert "
    "mountains airport airbase base camp refugee port crossing strait".split()
)
LOCATIVE = frozenset("in at near from to outside around across toward towards into through inside throughout via between within".split())
POINTS = frozenset("north south east west northeast northwest southeast southwest northern southern eastern western central".split())
AREAS = frozenset("city town village province state region district county governorate port capital island suburb neighborhood neighbourhood".split())
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof. professor gen. general col. colonel capt. captain lt. lieutenant maj. major sgt. sergeant president "
    "minister gov. governor sen. senator rep. congressman judge justice chief sheriff coach sir lord lady king queen prince princess pope rev. father sister".split()
)
#: what speaks for and against a gazetteer match; fitted on LGL and GeoVirus by hand and rounded
WEIGHTS = {
    "GPE": 3.0, "GPE part": 1.5, "LOC": 2.5, "LOC part": 1.0, "FAC": 1.0, "FAC part": -1.5, "ORG": 0.0, "ORG part": -3.0, "PERSON": -1.5, "PERSON part": -3.0,
    "NORP": -4.0, "NORP part": -4.0, "other": -1.5, "other part": -2.5, "none": 0.0,
    "country": 2.5, "admin1": 2.0, "admin2": 0.5, "region": 2.0, "base": 1.5, "airport": 1.5, "point": 1.5, "size": 0.7, "alternate": -0.7, "words": 0.7,
    "county": 2.5, "locative": 1.5, "container": 3.0, "contained": 3.0, "dateline": 3.0, "capital after": -2.0, "capital before": -2.0, "title": -4.0,
    "surname": -2.5, "not a name": -2.0, "first": -0.5, "abbreviation": -4.0, "hyphen": -1.0,
}  # fmt: skip
THRESHOLD = 1.5


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym: tokens, characters, the name as looked up, its bearers; ``container`` is the first token of the name right after."""

    first: int
    last: int
    start: int
    end: int
    name: str
    candidates: tuple[tuple[Location, bool], ...]
    container: int | None = None
    features: tuple[str, ...] = ()
    score: float = 0.0


class Toponyms:
    """Finds toponyms in parsed documents."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def find(self, doc: Doc) -> list[Mention]:
        """All toponyms of a document in text order."""
        matches = list(self._matches(doc))
        at = {m.first: m for m in matches}
        people = _people(doc)
        scored = [self._scored(doc, m, at, people) for m in matches]
        kept = [m for m in _agreed(scored) if m.score >= THRESHOLD]
        taken = {i for m in kept for i in range(m.first, m.last)}
        rest = [m for ent in doc.ents if ent.label_ in ("GPE", "LOC") and (m := _unknown(ent, taken)) is not None]
        found = sorted([*kept, *rest], key=lambda m: m.first)
        starts = {m.first for m in found}
        return [m if m.container in starts else replace(m, container=None) for m in found]

    def _matches(self, doc: Doc) -> Iterator[Mention]:
        """Longest names of the gazetteer, left to right."""
        i, count = 0, len(doc)
        while i < count:
            if not _may_start(doc, i):
                i += 1
                continue
            found = next((m for j in _ends(doc, i) if (m := self._match(doc, i, j)) is not None), None)
            if found is not None:
                yield found
                i = found.last
            else:
                i += 1

    def _match(self, doc: Doc, first: int, last: int) -> Mention | None:
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        name = doc.text[start:end]
        candidates = self.gazetteer.find(name)
        return Mention(first, last, start, end, name, candidates) if candidates else None

    def _scored(self, doc: Doc, m: Mention, at: dict[int, Mention], people: frozenset[str]) -> Mention:
        features = [_entity(doc, m), *_neighbours(doc, m)]
        container = _container(doc, m, at)
        if container is not None:
            features.append("container")
        inner = _inner(doc, m, at)
        if inner is not None:
            features.append("contained")
        if m.last - m.first == 1 and m.name in people:
            features.append("surname")
        best, alternate = m.candidates[0]
        if _abbreviation(m) and inner is None:
            features.append("abbreviation")
        features.append(best.kind)
        score = sum(WEIGHTS.get(f, 0.0) for f in features)
        if best.kind == "city":
            score += WEIGHTS["size"] * (best.size - 3.5)
        if alternate:
            score += WEIGHTS["alternate"]
        score += WEIGHTS["words"] * min(2, len(m.name.split()) - 1)
        return replace(m, container=container.first if container else None, features=tuple(features), score=score)


def _capitalised(token: Token) -> bool:
    return token.text[:1].isupper()


def _may_start(doc: Doc, i: int) -> bool:
    token = doc[i]
    if _capitalised(token):
        return True
    return token.lower_ in ARTICLES and i + 2 < len(doc) and doc[i + 1].text == "-" and _capitalised(doc[i + 2])


def _ends(doc: Doc, first: int) -> list[int]:
    """Ends (exclusive) of the names that may start at a token, the longest first."""
    ends = []
    for last in range(first + 1, min(first + LONGEST, len(doc)) + 1):
        token = doc[last - 1]
        if last - 1 > first and token.is_sent_start and doc[last - 2].text.endswith((".", "!", "?", "\n")):
            break
        if _capitalised(token) or (last - 1 > first and token.lower_ in FEATURES) or (token.text[:1].isdigit() and last - 1 > first):
            ends.append(last)
        elif token.text not in ("-", "'", "'s", ".") and token.lower_ not in INNER:
            break
    return ends[::-1]


def _people(doc: Doc) -> frozenset[str]:
    """Single words of people's names that the document gives in full."""
    return frozenset(t.text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for t in ent if _capitalised(t))


def _entity(doc: Doc, m: Mention) -> str:
    labels = Counter(doc[i].ent_type_ for i in range(m.first, m.last) if doc[i].ent_type_)
    if not labels:
        return "none"
    label = labels.most_common(1)[0][0]
    known = label if label in ("GPE", "LOC", "FAC", "ORG", "PERSON", "NORP") else "other"
    outside = (m.first > 0 and doc[m.first].ent_iob_ == "I" and doc[m.first - 1].lower_ != "the") or (m.last < len(doc) and doc[m.last].ent_iob_ == "I" and doc[m.last].text != "'s")
    return f"{known} part" if outside else known


def _neighbours(doc: Doc, m: Mention) -> Iterator[str]:
    before = doc[m.first - 1] if m.first else None
    after = doc[m.last] if m.last < len(doc) else None
    if before is not None and before.lower_ == "the":
        before = doc[m.first - 2] if m.first > 1 else None
    if before is not None:
        if _locative(doc, before):
            yield "locative"
        if before.lower_ in TITLES:
            yield "title"
        elif _capitalised(before) and before.pos_ == "PROPN" and not before.is_sent_start and before.i == m.first - 1:
            yield "capital before"
        if before.text == "-" and before.i == m.first - 1:
            yield "hyphen"
    if after is not None and _capitalised(after) and after.pos_ == "PROPN" and doc[m.last - 1].whitespace_:
        yield "capital after"
    if all(doc[i].pos_ not in ("PROPN", "ADJ", "X") for i in range(m.first, m.last)):
        yield "not a name"
    if doc[m.first].is_sent_start:
        yield "dateline" if _dateline(doc, m) else "first"
    if m.name.split()[-1] in ("County", "Parish", "Borough", "Township", "Province", "Governorate", "Oblast", "District"):
        yield "county"


def _locative(doc: Doc, token: Token) -> bool:
    if token.lower_ in LOCATIVE:
        return True
    if token.lower_ == "of":
        return token.i > 0 and doc[token.i - 1].lower_ in POINTS | AREAS | {"outskirts", "streets", "coast", "outside"}
    return token.lower_ in POINTS and not _capitalised(token)


def _dateline(doc: Doc, m: Mention) -> bool:
    """Whether a sentence opens "GOMA, June 3 (Agency) -" or "Goma (Agency)"."""
    words = [doc[i].text for i in range(m.last, min(m.last + 12, len(doc)))]
    return bool(words) and (words[0] in ("(", "--", "\u2014", "\u2013") or (words[0] == "," and any(w in ("--", "\u2014", "\u2013", "(") for w in words[1:])))


def _container(doc: Doc, m: Mention, at: dict[int, Mention]) -> Mention | None:
    """The name right after ("Goma, North Kivu"; "Goma (Congo)"; "Goma in North Kivu") if it can hold this one."""
    i = m.last
    if i < len(doc) and doc[i].text in (",", "("):
        i += 1
    if i < len(doc) and doc[i].lower_ in ("in", "of") and i + 1 < len(doc):
        i += 1
    if i < len(doc) and doc[i].lower_ in ("the", "eastern", "western", "northern", "southern", "central"):
        i += 1
    other = at.get(i)
    return other if other is not None and i > m.last and may_hold(other, m) else None


def _inner(doc: Doc, m: Mention, at: dict[int, Mention]) -> Mention | None:
    """The name right before a comma that this one can hold."""
    if m.first < 2 or doc[m.first - 1].text not in (",", "("):
        return None
    return next((o for o in at.values() if o.last == m.first - 1 and may_hold(m, o)), None)


def may_hold(outer: Mention, inner: Mention) -> bool:
    """Whether one bearer of a name lies in a bearer of the other."""
    areas = {c.row for c, _ in outer.candidates if c.kind in ("admin1", "admin2")}
    nations = {c.countries for c, _ in outer.candidates if c.kind == "country"}
    return any(c.admin1 in areas or c.admin2 in areas or (c.countries in nations and c.kind != "country") for c, _ in inner.candidates)


def _abbreviation(m: Mention) -> bool:
    """Whether a name is a postal or press short form that needs a town before it: "Va.", "TX"."""
    letters = m.name.replace(".", "")
    return len(letters) == 2 and letters.isupper() and letters not in ("US", "UK", "DC", "UN", "EU") or (m.name.endswith(".") and len(letters) <= 5 and "." not in m.name[:-1])


def _agreed(mentions: list[Mention]) -> list[Mention]:
    """Let all mentions of a name share the evidence of one another."""
    by_name: dict[str, list[float]] = defaultdict(list)
    for m in mentions:
        by_name[m.name].append(m.score)
    return [replace(m, score=0.6 * m.score + 0.4 * sum(by_name[m.name]) / len(by_name[m.name])) for m in mentions]


def _unknown(ent: Span, taken: set[int]) -> Mention | None:
    """An entity that the gazetteer lacks."""
    tokens = [t for t in ent if not (t.i == ent.start and t.lower_ == "the")]
    if not tokens or any(t.i in taken for t in tokens) or not any(_capitalised(t) for t in tokens):
        return None
    first, last = tokens[0], tokens[-1]
    start, end = first.idx, last.idx + len(last)
    return Mention(first.i, last.i + 1, start, end, ent.doc.text[start:end], ())
