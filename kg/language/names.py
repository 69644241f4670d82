"""Names of the ontology's actors in a text, found before anything the statistical model says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import ahocorasick_rs

from kg.ontology import Entry

Form = Literal["name", "adjective", "demonym", "seat", "ambiguous"]
UNPRONOUNCEABLE = re.compile(r"[A-Z][^\W\daeiouyAEIOUY]{3,}")
BEFORE = re.compile(r"([^\W\d_][\w.'-]*)[ ]$")
AFTER = re.compile(r"[ ]([^\W\d_]\w*)")
#: what makes of Americans those of another land or of several
REGION = re.compile(r"\b(?:Latin|South|Central|North|Native)[ -]$")
#: words that stand in capitals only because they begin a sentence
OPENERS = frozenset(
    (
        "when while as but and if after before since on in the that for from with by to at of under both although though "
        "because until once what how why then now today yesterday meanwhile however like unlike even only not said says"
    ).split()
)
ATLANTIC = {
    "ization": "isation", "isation": "ization", "defense": "defence", "defence": "defense", "Defense": "Defence",
    "Defence": "Defense", "labor": "labour", "labour": "labor", "Labor": "Labour", "Labour": "Labor",
}  # fmt: skip
SPELLINGS = re.compile(r"i[sz]ation\b|\b(?:[Dd]efen[sc]e|[Ll]abou?r)\b")
BRACKET = re.compile(r",? ?[\[(] ?['\"]?([^\W\d_][\w-]{2,9})['\"]? ?[\])]")
ORDER: tuple[Form, ...] = ("name", "demonym", "adjective", "seat", "ambiguous")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: characters, the form it was found in, and the ids it may stand for.

    ``others`` bear the name of a better-known one: "PLA" is China's army, and another one in a text on Manipur.
    """

    start: int
    end: int
    form: Form
    ids: tuple[str, ...]
    others: tuple[str, ...] = ()


class Names:
    """Finds all labels of all entries in one pass (Aho and Corasick 1975)."""

    def __init__(self, entries: Iterable[Entry], titles: Set[str] = frozenset()) -> None:
        """Prepare the search; ``titles`` are lower-case words that may stand before a surname ("president")."""
        self._titles = titles
        self._people: set[str] = set()
        self._forms: dict[str, list[tuple[str, Form, str]]] = {}
        for entry in entries:
            self._people.update([entry.id] if entry.kind == "Person" else [])
            for label, form in _labels(entry):
                self._forms.setdefault(lower(label), []).append((label, form, entry.id))
        for key, bearers in [item for item in self._forms.items() if other_spelling(item[0]) not in self._forms]:
            self._forms[other_spelling(key)] = [(other_spelling(label), form, entry) for label, form, entry in bearers]
        self._keys = sorted(self._forms)
        self._automaton = ahocorasick_rs.AhoCorasick(self._keys)
        self.words = frozenset(
            word
            for key in self._forms
            for label, _, _ in self._forms[key]
            for word in label.split()
            if word[:1].isupper()
        )

    def find(self, text: str) -> tuple[Name, ...]:
        """All names in text order; of two that overlap the longer one is kept, but "East German" of "East German police"."""
        found = list(self._candidates(text))
        of_states = [n for n in found if n.form in {"adjective", "demonym"}]
        found = [n for n in found if not any(s.start < n.start < s.end < n.end for s in of_states)]
        people = [n for n in found if self._people.issuperset(n.ids)]
        cut = {
            p for p in people if any(p.start < n.start < p.end < n.end for n in people)
        }  # "President Xi" of "Xi Jinping"
        found = [n for n in found if n not in cut]
        kept = _longest(found, len(text))
        short = [name for full in kept for name in self._introduced(text, full)]
        return _longest([*found, *short], len(text)) if short else kept

    def _introduced(self, text: str, full: Name) -> Iterator[Name]:
        """All mentions by the short form that brackets introduce behind a full name: "Red Wind Army (*Rwa*)"."""
        words = BRACKET.match(text, full.end)
        known = self._forms.get(lower(words[1]), ()) if words is not None and full.form != "adjective" else ()
        ids = tuple(i for i in full.ids if any(i == entry and label.isupper() for label, _, entry in known))
        if words is not None and ids and not words[1].isupper():
            for found in re.finditer(rf"(?<!\w){re.escape(words[1])}(?!\w)", text):
                yield Name(found.start(), found.end(), full.form, ids)

    def _candidates(self, text: str) -> Iterator[Name]:
        for number, start, end in self._automaton.find_matches_as_indexes(lower(text), overlapping=True):
            if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
                continue
            words = text[start:end]
            fitting = [
                (form, entry)
                for label, form, entry in self._forms[self._keys[number]]
                if _case_fits(label, words, form)
            ]
            if (
                fitting
                and " " not in words
                and all(e in self._people for _, e in fitting)
                and self._part_of_name(text, start, end)
            ):
                continue
            if fitting and words.startswith("American") and REGION.search(text[max(0, start - 10) : start]):
                continue  # "Latin Americans"
            if fitting and words[:4].lower() == "the " and _goes_on(text, end):
                continue  # "the South" of "the South China Sea"
            if fitting:
                form = min((f for f, _ in fitting), key=ORDER.index)
                ids = tuple(sorted({entry for f, entry in fitting if f == form}))
                if form == "ambiguous" and len(ids) == 1 and _is_acronym(text, start, end):
                    form = "name"  # "the SDF" is one body's acronym; "Goal" may be a word
                others = {entry for f, entry in fitting if form in {"name", "seat"} and f == "ambiguous"} - set(ids)
                yield Name(start, end, form, ids, tuple(sorted(others)))

    def _part_of_name(self, text: str, start: int, end: int) -> bool:
        """Whether a surname stands in somebody else's name: after a capitalised word that is no title, or before one."""
        before, after = BEFORE.search(text[max(0, start - 40) : start]), AFTER.match(text[end : end + 40])
        if after is not None and after.group(1)[0].isupper() and not text[start:end].isupper():
            return True
        if before is None or not before.group(1)[0].isupper():
            return False
        word = before.group(1).lower()
        return word.rstrip(".") not in self._titles and word not in self._titles and word not in OPENERS


def _goes_on(text: str, end: int) -> bool:
    """Whether a capitalised word follows."""
    after = AFTER.match(text[end : end + 40])
    return after is not None and after.group(1)[0].isupper()


def other_spelling(label: str) -> str:
    """A label as the other side of the Atlantic spells it, the same where both spell it alike: "Organisation"."""
    return SPELLINGS.sub(lambda word: ATLANTIC[word[0]], label)


def _longest(found: Iterable[Name], length: int) -> tuple[Name, ...]:
    """Names in text order, of two that overlap the longer one."""
    taken = bytearray(length)
    kept = []
    for name in sorted(found, key=lambda n: (n.start - n.end, n.start)):
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
            kept.append(name)
    return tuple(sorted(kept, key=lambda n: n.start))


def _is_acronym(text: str, start: int, end: int) -> bool:
    """Whether a word is in capitals in a text that is not."""
    around = text[max(0, start - 30) : start] + text[end : end + 30]
    return text[start:end].isupper() and end - start >= 3 and any(c.islower() for c in around)


def _labels(entry: Entry) -> Iterator[tuple[str, Form]]:
    yield from ((label, "name") for label in entry.labels)
    yield from ((label, "adjective") for label in entry.adjectives)
    yield from ((label, "demonym") for label in entry.demonyms)
    yield from ((label, "seat") for label in entry.seats)
    yield from ((label, "ambiguous") for label in entry.ambiguous)


def _case_fits(label: str, words: str, form: Form) -> bool:
    """Whether the text may spell the label so: acronyms in capitals, names with a capital, long names in any case."""
    letters = [c for c in label if c.isalpha()]
    if words == label:
        return True
    if len(letters) <= 3 and label.upper() == label:
        return False
    if label.isupper() and " " not in label:  # an acronym in title case only where it is no word: "Fmln"
        return bool(UNPRONOUNCEABLE.fullmatch(words))
    if words[:1].isupper():
        return words[1:2].islower() or words.isupper() or " " in words or "-" in words or label.upper() != label
    sure = form in {"name", "demonym"} or (form == "ambiguous" and not words.islower())
    return " " in label and len(letters) >= 8 and sure and label[:1].isupper() and _distinct(label)


@lru_cache(maxsize=4096)
def _distinct(label: str) -> bool:
    """Whether a label in lower case is still a name: at least one of its words is long."""
    return any(len(word) >= 6 for word in label.split())


def lower(text: str) -> str:
    """Lower case of the same length."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def by_token(names: Iterable[Name], starts: Mapping[int, int]) -> dict[int, Name]:
    """Names by the index of each token that starts inside them (``starts``: character → token index)."""
    return {starts[at]: name for name in names for at in range(name.start, name.end) if at in starts}
