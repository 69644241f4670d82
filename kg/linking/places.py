"""Toponyms of a document, each with the place that is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from kg.language.names import Name as ActorName
from kg.linking.disambiguation import Name, resolve
from kg.linking.gazetteer import Gazetteer, Location, load
from kg.linking.located import located
from kg.linking.place_relations import is_offset, relation
from kg.linking.placenames import key
from kg.linking.strays import Strays
from kg.linking.toponym_mentions import Mention
from kg.linking.toponyms import Toponyms
from kg.model import Document, Place
from kg.ontology import Ontology

__all__ = ["PlaceLinker", "toponyms"]
#: what one adjective or demonym adds to the places of its country, and at most all together
ADJECTIVE, ADJECTIVES = 0.5, 1.5
#: kinds of actors that are met in their country
LOCAL = frozenset({"area", "facility", "infrastructure", "person"})
#: kinds of bodies that a name of a town may be theirs alone
BODIES = frozenset({"Organisation", "InternationalOrganisation", "NGO", "ArmedGroup"})
PEOPLES = frozenset({"adjective", "demonym"})
AT_HOME = frozenset("Government Military Police ArmedGroup Militia PoliticalParty Legislature Person".split())


class PlaceLinker:
    """Finds and resolves the toponyms of documents; holds the place index."""

    def __init__(self, ontology: Ontology | None = None, gazetteer: Gazetteer | None = None) -> None:
        self.gazetteer = gazetteer or load()
        self._adjectives = _adjectives(ontology) if ontology else {}
        self._bodies = _bodies(ontology) if ontology else {}
        entries = ontology.entries.values() if ontology else ()
        self._organisations = frozenset(e.id for e in entries if e.kind in BODIES)
        self._local = _local(ontology) if ontology else frozenset()
        adjectives = _all_adjectives(ontology) if ontology else frozenset[str]()
        self._peoples = ontology.peoples if ontology else {}
        self._toponyms = Toponyms(self.gazetteer, adjectives, frozenset(self._peoples))

    def toponyms(self, document: Document, doc: Doc, actors: Collection[ActorName] = ()) -> tuple[Place, ...]:
        """All toponyms in text order; one sense of a name in a document unless a container tells senses apart.

        ``actors`` are the names of actors in the text, whose countries speak for places there.
        """
        bodies = {(name.start, name.end) for name in actors if self._is_body(name)}
        mentions = [m for m in self._toponyms.find(doc, document.text) if (m.start, m.end) not in bodies]
        names, number = _names(mentions)
        nations = self._nations(doc, actors)
        places = resolve(names, nations)
        found = [(m, place[0] if (place := places[n]) else None) for m, n in zip(mentions, number, strict=True)]
        meant = Strays(doc, found, nations, self.gazetteer, self._local).meant()
        return tuple(self._place(document.text, m, place) for m, place in meant)

    def _is_body(self, name: ActorName) -> bool:
        """Whether a name is that of a body alone, though a town may bear it too: "the *Red Cross*"."""
        return len(name.ids) == 1 and name.form == "name" and name.ids[0] in self._organisations

    def _nations(self, doc: Doc, actors: Iterable[ActorName]) -> Mapping[str, float]:
        counts: dict[str, float] = dict(Counter(code for token in doc if (code := self._adjectives.get(token.text))))
        for name in actors:
            if len(name.ids) == 1 and (code := self._bodies.get((name.ids[0], name.form in PEOPLES))):
                counts[code] = counts.get(code, 0) + 1
        for word in {token.lower_ for token in doc if token.text[:1].isupper()} & self._peoples.keys():
            homes = self._peoples[word]  # "Turkana herders", of Kenya alone; "Kurdish fighters", of four
            counts |= {code: counts.get(code, 0) + 1 / len(homes) for code in homes}
        return {code: min(ADJECTIVES, ADJECTIVE * count) for code, count in counts.items()}

    def _place(self, text: str, m: Mention, place: Location | None) -> Place:
        if place is None:
            words = relation(text, m.start)
            precision = "region" if is_offset(words) else None
            return Place(m.start, m.end, text[m.start : m.end], relation=words, precision=precision)
        return located(text, m.start, m.end, place, self.gazetteer)


def _names(mentions: Sequence[Mention]) -> tuple[list[Name], list[int]]:
    """(distinct names, number of each mention's name); other containers or hints make other names of the same words."""
    at = {m.first: m for m in mentions}
    keys = [(key(m.name), key(at[m.container].name) if m.container is not None else None, m.hint) for m in mentions]
    order = {k: n for n, k in enumerate(dict.fromkeys(keys))}
    counts = Counter(keys)
    first = dict(zip(reversed(keys), reversed(mentions), strict=True))
    plain: dict[str, int] = {}
    told: dict[str, int] = {}
    for (name, container, _), n in order.items():
        (plain if container is None else told).setdefault(name, n)
    names = []
    for name, container, hint in order:
        candidates = first[name, container, hint].candidates
        holder = None if container is None else plain.get(container, told.get(container))
        twin = told.get(name) if container is None and hint is None else None
        names.append(Name(candidates, counts[name, container, hint], holder, twin, hint))
    return names, [order[k] for k in keys]


def _adjectives(ontology: Ontology) -> dict[str, str]:
    """Adjectives and demonyms that point to one country."""
    out: dict[str, set[str]] = {}
    for entry in ontology.entries.values():
        if entry.kind == "Country" and entry.country:
            for word in (*entry.adjectives, *entry.demonyms):
                out.setdefault(word, set()).add(entry.country)
    return {word: next(iter(codes)) for word, codes in out.items() if len(codes) == 1}


def _bodies(ontology: Ontology) -> dict[tuple[str, bool], str]:
    """The country of each body, group and person that is one's, and of peoples of several words ("South Sudanese")."""
    entries = [entry for entry in ontology.entries.values() if entry.country]
    out = {(entry.id, False): entry.country for entry in entries if entry.kind in AT_HOME and entry.country}
    of_words = [entry for entry in entries if any(" " in word for word in (*entry.adjectives, *entry.demonyms))]
    return out | {(entry.id, True): entry.country for entry in of_words if entry.country}


def _local(ontology: Ontology) -> frozenset[str]:
    """Lemmas of areas, buildings and people."""
    return frozenset(lemma for lemma, classes in ontology.nouns.classes.items() if classes & LOCAL)


def _all_adjectives(ontology: Ontology) -> frozenset[str]:
    """Adjectives and demonyms of countries that are not also names of them ("US")."""
    states = [entry for entry in ontology.entries.values() if entry.kind == "Country"]
    words = {word for entry in states for word in (*entry.adjectives, *entry.demonyms)}
    return frozenset(words - {label for entry in states for label in (*entry.labels, *entry.ambiguous)})


@cache
def _linker() -> PlaceLinker:
    from kg.ontology import load as load_ontology

    return PlaceLinker(load_ontology())


def toponyms(document: Document, doc: Doc) -> tuple[Place, ...]:
    """All toponyms of a document, with the shipped index and ontology."""
    return _linker().toponyms(document, doc)
