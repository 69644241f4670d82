"""The store: records of articles and what they state, one named graph an article, in a ``Database``.

Killed at any moment, a store holds whole articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self
from typing import Literal as Choice

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph import decisions, iris, keeping, schema, statements
from kg.graph.affected import Affected
from kg.graph.database import STALE, Article, Database, mark_of
from kg.graph.decisions import Decisions
from kg.graph.embedded import Embedded
from kg.graph.endpoints import is_url, shown
from kg.graph.opening import marks
from kg.graph.provenance import Build, Run, describe_run
from kg.graph.results import Graphs, Result
from kg.graph.sketch import sketch
from kg.graph.upkeep import build_of, prepare
from kg.graph.vocabulary import INCIDENTS, KG, ONTOLOGY, PREFIXES, SHARED, STORE
from kg.model import Record

if TYPE_CHECKING:
    from rdflib import Dataset

Change = Choice["added", "unchanged", "replaced"]
_SHARED, _ONTOLOGY = ox.NamedNode(SHARED), ox.NamedNode(ONTOLOGY)


class Store:
    """A graph that is kept; use ``open_store``."""

    def __init__(self, database: Database, *, read_only: bool, ontology: Path | None = None) -> None:
        self.path = database.name
        self.read_only = read_only
        self.database = database
        self.ontology = ontology
        self._relations: Mapping[str, str] | None = None
        self._decisions: Decisions | None = None

    def forget(self) -> None:
        """Read anew what was remembered of the ontology and of the decisions."""
        self._relations = self._decisions = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Write what is pending and give the lock back."""
        if "dataset" in self.__dict__:
            self.__dict__.pop("dataset").close()
        self.database.close()

    @cached_property
    def dataset(self) -> Dataset:
        """The same store for rdflib, where it is embedded: query it with strings (a prepared query is slow)."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        if not isinstance(self.database, Embedded):
            raise StoreError(f"{self.path} is a server; rdflib reads one with its SPARQLStore")
        dataset = Dataset(store=OxigraphStore(store=self.database.inner), default_union=True)
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace, override=True)
        return dataset

    def add(
        self,
        record: Record,
        *,
        build: Build | None = None,
        source_hash: str | None = None,
        with_text: bool = False,
        run: Run | None = None,
    ) -> Change:
        """Put a record in, in place of an older one of the same document; whole, or not counted as there.

        ``source_hash`` is any text that changes when the document or the way of reading it does; ``run`` is told of.
        """
        kept = record if with_text else replace(record, text=None)
        body = keeping.body(kept)
        content = iris.digest(body, build.iri if build else "", source_hash or "")
        before = self.database.kept(record.document, KG.contentHash)
        if before == content:
            return "unchanged"
        about = list(describe_run(run, record.document)) if run else []
        about += keeping.sealed(record.document, body, sketch(record), content, source_hash)
        self.put(kept, build, about)
        return "added" if before is None else "replaced"

    def put(self, record: Record, build: Build | None, about: list[ox.Quad] | None) -> None:
        """State a record, as people decided; ``about`` is its graph of records, None to leave that as it is."""
        self._writing().put(self._article(self.decisions.record(record), build, about))

    def _article(self, record: Record, build: Build | None, about: list[ox.Quad] | None) -> Article:
        """State a record; leave out what the ontology says already, as all graphs are read together."""
        quads = list(statements.quads(record, self.relations, build))
        shared = (quad for quad in quads if quad.graph_name == _SHARED)
        new = [q for q in shared if not self.database.holds(ox.Quad(q.subject, q.predicate, q.object, _ONTOLOGY))]
        return Article(record.document, [quad for quad in quads if quad.graph_name != _SHARED], new, about)

    def remove(self, document: str) -> bool:
        """Take a document out; return whether it was there."""
        there = self.database.kept(document, KG.contentHash) is not None
        if there:
            self._writing().remove(document)
        return there

    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents, sorted."""
        found = self.query("SELECT DISTINCT ?id { ?article kg:contentHash ?whole ; kg:document ?id }")
        return tuple(sorted(row[0].value for row in found.rows if isinstance(row[0], ox.Literal)))

    def record(self, document: str) -> Record | None:
        """Return the record of a document, with its actors as people decided, or None."""
        record = self.kept_record(document)
        return self.decisions.record(record) if record is not None and self.decisions.text else record

    def kept_record(self, document: str) -> Record | None:
        """Return the record of a document as it was read, or None."""
        body = self.database.kept(document, KG.record)
        return keeping.record(body) if body is not None else None

    def records(self, made: Decisions | None = None) -> Iterator[Record]:
        """Yield all records, by document id; by other decisions than the store's, as the graph would have them."""
        follow = made or (self.decisions if self.decisions.text else None)
        for record in filter(None, map(self.kept_record, self.documents())):
            yield follow.record(record) if follow is not None else record

    @property
    def decisions(self) -> Decisions:
        """What people decided, as far as the graph follows it."""
        if self._decisions is None:
            text = marks(self.quads(STORE)).get(str(KG.decisions))
            self._decisions = decisions.kept(text, schema.entries(self.ontology)) if text else decisions.NOTHING
        return self._decisions

    def decide(self, made: Decisions) -> tuple[str, ...]:
        """Let the graph follow what people decided, in place of what it followed before; read no article again.

        Returns the documents that state something else now.  Killed in between, the same call completes it.
        """
        before = self.decisions
        if made.text == before.text:
            return ()
        restated = []
        affected = Affected(before.identities, made.identities)
        for document in self.documents():
            body = self.database.kept(document, KG.record) or ""
            record = keeping.record(body) if affected.may_hold(document, body) else None
            if record is not None and (now := made.record(record)) != before.record(record):
                self._writing().put(self._article(now, build_of(self, document), None))
                restated.append(document)
        old = [quad for quad in self.quads(STORE) if quad.predicate.value == str(KG.decisions)]
        self.change(remove=old, add=[mark_of(KG.decisions, made.text), STALE] if made.text else [STALE])
        self._decisions = made
        return tuple(restated)

    def source_hash_of(self, document: str) -> str | None:
        """Return the ``source_hash`` that a document was added with, or None."""
        return self.database.kept(document, KG.sourceHash)

    def query(self, text: str, *, most: int | None = None, graphs: Graphs | None = None) -> Result:
        """Answer a SPARQL query over all graphs together; prefixes of the project are known.

        ``most`` ends an answer after so many rows or triples; ``graphs`` says which graphs are asked instead.
        """
        return self.database.query(text, most, graphs)

    def update(self, text: str) -> None:
        """Run one SPARQL update request; embedded, it is one transaction."""
        self._writing().update(text)

    def change(self, remove: Iterable[ox.Quad] = (), add: Iterable[ox.Quad] = ()) -> None:
        """Take quads out and put others in; embedded, it is one transaction."""
        self._writing().change(list(remove), list(add))

    def replace_graph(self, graph: str, quads: Iterable[ox.Quad]) -> None:
        """Put a graph in, in place of the older one; embedded, it is one transaction."""
        self._writing().put_graph(graph, list(quads))

    def replace_incidents(self, quads: Iterable[ox.Quad]) -> None:
        """Put the derived graph of incidents in, in place of the older one."""
        self.replace_graph(INCIDENTS, quads)
        self.change(remove=[STALE])

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """Yield the quads of one graph, or of all."""
        yield from self.database.quads(graph)

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the named graphs, sorted."""
        return self.database.graphs()

    def backup(self, folder: Path) -> None:
        """Copy the whole store, as it is now, into a folder that is not there yet."""
        self.database.backup(folder)

    @property
    def stale(self) -> bool:
        """Whether articles changed since the incidents were last rebuilt."""
        return bool(self.query(f"ASK {{ GRAPH <{STORE}> {{ <{STORE}> kg:needsIncidents true }} }}").answer)

    @property
    def relations(self) -> Mapping[str, str]:
        """Action -> direct relation, by local names, as the ontology in the store says."""
        if self._relations is None:
            found = self.query(f"SELECT ?action ?relation {{ GRAPH <{ONTOLOGY}> {{ ?action kg:relation ?relation }} }}")
            pairs = ((str(row["action"]), str(row["relation"])) for row in found)
            self._relations = {action.removeprefix("kg:"): relation.removeprefix("kg:") for action, relation in pairs}
        return self._relations

    def _writing(self) -> Database:
        if self.read_only:
            raise StoreError(f"{self.path} is open for reading only")
        return self.database


def open_store(path: str, *, read_only: bool = False, ontology: Path | None = None) -> Store:
    """Open the store at a path or URL; writing makes it where there is none.

    Raises StoreInUse where another process writes to it, StoreError where there is none to read or is another.
    """
    if is_url(path):
        from kg.graph.remote import Remote

        database: Database = Remote.at(path, read_only=read_only)
    elif "://" in path or not path.strip():
        raise StoreError(f"{shown(path)!r} is no store; name a folder, or the URL of a server: http:// or https://")
    else:
        database = Embedded.on_disk(path, read_only=read_only)
    store = Store(database, read_only=read_only, ontology=ontology)
    if not read_only:
        try:
            prepare(store)
        except BaseException:
            store.close()
            raise
    return store
