"""The graph of incidents: one node a happening, derived from its mentions, kept up to date article by article.

``refresh`` derives anew only what the changed articles concern, and gives the same graph as ``rebuild`` from nothing: an
incident depends on its component alone (``kg.graph.merging``), and the components of changed articles are found through
the index (``kg.graph.incident_index``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Quad

from kg.graph import incident_index as index
from kg.graph import iris
from kg.graph.blocking import keys, partners
from kg.graph.database import STALE
from kg.graph.facts import as_quads
from kg.graph.happenings import Happenings
from kg.graph.hierarchy import hierarchy
from kg.graph.incident_facts import facts
from kg.graph.merging import Comparison, components, decided, divided, link, link_decided, links
from kg.graph.profiles import Profile, profile
from kg.graph.sketch import Sketch
from kg.graph.store import Store
from kg.graph.tellings import Telling, tellings
from kg.graph.vocabulary import INCIDENTS, INDEX
from kg.model import Record

#: share of the articles from which deriving all anew is the shorter way
_MOST = 0.3

Linked = dict[str, dict[str, float]]


def refresh(store: Store) -> bool:
    """Bring the incidents up to date if articles, decisions or the ontology changed since; return whether that was so."""
    if not store.stale:
        return False
    if index.indexed_by(store) != index.fingerprint(store):
        rebuild(store)
        return True
    changed = index.changed(store)
    if len(changed) > 1 and len(changed) > _MOST * len(store.documents()):
        rebuild(store)
    else:
        _Update(store, changed).write()
    return True


def rebuild(store: Store) -> int:
    """Derive the incidents from all records anew; return how many there are."""
    people = store.decisions.happenings
    profiles = list(map(profile, tellings(store.records(), index.sketches(store), people)))
    comparison = Comparison(hierarchy(store), people)
    linked = links(profiles, comparison)
    groups = _groups(profiles, linked, comparison)
    by_document: dict[str, list[Profile]] = {document: [] for document in store.documents()}
    for found in profiles:
        by_document[found.telling.document].append(found)
    hashes = index.hashes(store)
    stated = [
        fact
        for document, told in by_document.items()
        for fact in index.index_facts(document, hashes[document], told, linked)
    ]
    store.replace_graph(INDEX, index.index_quads(stated, index.fingerprint(store)))
    store.replace_incidents(_quads(groups, comparison))
    return len(groups)


def identities(store: Store) -> Mapping[str, str]:
    """Return event -> incident as compact ids, across articles."""
    found = store.query("SELECT ?event ?incident { ?event kg:incident ?incident }")
    return {str(row["event"]): str(row["incident"]) for row in found}


def _groups(profiles: Iterable[Profile], linked: Linked, comparison: Comparison) -> list[tuple[Telling, ...]]:
    by_id = {found.telling.incident: found for found in profiles}
    return [
        group
        for members in components(by_id, linked)
        for group in divided([by_id[member] for member in members], linked, comparison)
    ]


def _quads(groups: Iterable[tuple[Telling, ...]], comparison: Comparison) -> list[Quad]:
    return [quad for group in groups for quad in as_quads(facts(group, comparison.known), INCIDENTS)]


@dataclass(slots=True)
class _Update:
    """Deriving anew what some changed articles concern."""

    store: Store
    changed: Mapping[str, str | None]
    comparison: Comparison = field(init=False)
    by_document: dict[str, list[Profile]] = field(init=False, default_factory=dict)
    linked: Linked = field(init=False, default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        self.comparison = Comparison(hierarchy(self.store), self.store.decisions.happenings)

    def write(self) -> None:
        """Put the new incidents and the new index in, in place of the older ones."""
        fresh = sorted(document for document in self.changed.values() if document is not None)
        old = {telling for told in index.tellings_of(self.store, self.changed).values() for telling in told}
        neighbours = {t for told in index.linked_to(self.store, old).values() for t in told} - old
        self._compare(fresh)
        members = self._members(fresh, old, neighbours)
        profiles = [found for found in self._every() if found.telling.incident in members]
        groups = _groups(profiles, self.linked, self.comparison)
        self._write_incidents(groups, profiles)
        self._write_index(fresh, old, members)

    def _compare(self, fresh: Sequence[str]) -> None:
        """Link the tellings of changed articles to those of all that they are compared with."""
        self._load(fresh)
        near = index.sharing(self.store, (key for document in fresh for key in keys(self.by_document[document])))
        self._load(near)
        compared, done = sorted({*near, *fresh}), set[str]()
        held = {document: keys(self.by_document[document]) for document in compared}
        told = {document: self.comparison.told(self.by_document[document]) for document in compared}
        for one in fresh:
            done.add(one)
            wanted = {partner for key in held[one] for partner in partners(key)}
            for other in compared:
                if other not in done and not wanted.isdisjoint(held[other]):
                    link(told[one], told[other], self.comparison, self.linked)
        self._compare_decided(fresh)

    def _compare_decided(self, fresh: Sequence[str]) -> None:
        people = self.comparison.people
        if not people.group_of:
            return
        named = set(people.group_of)
        self._load(self._deciding(named))
        told = [found.telling for found in self._every()]
        for group in decided(told, people):
            if any(telling.document in fresh for telling in group):
                link_decided(group, self.linked)

    def _deciding(self, named: Iterable[str]) -> set[str]:
        """The documents of the mentions and incidents that people decided on."""
        events = sorted(name for name in named if name.startswith("event:"))
        out = set(index.documents_of(self.store, (name for name in named if name.startswith("incident:"))).values())
        for event in events:
            asked = f"SELECT ?d {{ <{iris.event(event)}> kg:article ?a . ?a kg:document ?d }}"
            out |= {str(row["d"]) for row in self.store.query(asked)}
        return out

    def _members(self, fresh: Sequence[str], old: set[str], neighbours: set[str]) -> set[str]:
        """The ids of all tellings whose components the changed articles concern; their records are loaded."""
        members = {found.telling.incident for document in fresh for found in self.by_document[document]}
        waiting = members | neighbours | {other for one in members for other in self.linked.get(one, ())}
        seen: set[str] = set()
        while waiting:
            seen |= waiting
            kept = index.linked_to(self.store, waiting - members)
            found = {other for one in waiting for other in (*kept.get(one, ()), *self.linked.get(one, ()))}
            for one, others in kept.items():
                self._relink(one, others - old)
            waiting = found - seen - (old - members)
        self._load(index.documents_of(self.store, seen - members).values())
        self._weigh(seen)
        return seen

    def _relink(self, one: str, others: Iterable[str]) -> None:
        for other in others:
            self.linked[one].setdefault(other, 0.0)
            self.linked[other].setdefault(one, 0.0)

    def _weigh(self, members: set[str]) -> None:
        """Weigh again the links that the index only names."""
        by_id = {found.telling.incident: found for found in self._every()}
        for one in sorted(members):
            for other, weight in list(self.linked[one].items()):
                if not weight:
                    self.linked[one][other] = self.comparison.weight(by_id[one], by_id[other]) or 0.0

    def _write_incidents(self, groups: Iterable[tuple[Telling, ...]], profiles: Iterable[Profile]) -> None:
        events = {event.id for found in profiles for event in found.telling.events}
        before = index.stated_incidents(self.store, index.incidents_of(self.store, events, self.changed))
        after = set(_quads(groups, self.comparison))
        self.store.change(remove=_sorted(before - after), add=_sorted(after - before))

    def _write_index(self, fresh: Sequence[str], old: set[str], members: set[str]) -> None:
        """Put the index of the changed articles and the links of all that were concerned in; then nothing is stale."""
        hashes = index.hashes(self.store)
        concerned = {found.telling.document for found in self._every() if found.telling.incident in members} | set(
            fresh
        )
        articles = {iris.compact(iris.article(document)) for document in concerned} | set(self.changed)
        before = index.stated_index(self.store, articles, self._told(concerned) | old)
        every = self._with_links(concerned)
        after = {
            quad
            for document in sorted(concerned)
            for quad in as_quads(
                index.index_facts(document, hashes[document], self.by_document[document], every), INDEX
            )
        }
        self.store.change(remove=[*_sorted(before - after), STALE], add=_sorted(after - before))

    def _told(self, documents: Iterable[str]) -> set[str]:
        return {found.telling.incident for document in documents for found in self.by_document[document]}

    def _with_links(self, documents: Iterable[str]) -> Mapping[str, set[str]]:
        """The links of all tellings of some articles: those found now, and those of tellings that nothing concerned."""
        told = self._told(documents)
        kept = index.linked_to(self.store, {one for one in told if one not in self.linked})
        return {one: set(self.linked[one]) if one in self.linked else kept.get(one, set()) for one in told}

    def _every(self) -> list[Profile]:
        return [found for document in sorted(self.by_document) for found in self.by_document[document]]

    def _load(self, documents: Iterable[str]) -> None:
        """Read the records of documents that are not loaded yet."""
        new = sorted(set(documents) - set(self.by_document))
        portraits = index.sketches(self.store, new)
        for record in index.kept(self.store, new):
            self.by_document[record.document] = _profiles(record, portraits, self.comparison.people)


def _profiles(record: Record, portraits: Mapping[str, Sketch], people: Happenings) -> list[Profile]:
    return list(map(profile, tellings([record], portraits, people)))


def _sorted(quads: Iterable[Quad]) -> list[Quad]:
    return sorted(quads, key=str)
