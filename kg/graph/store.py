"""The embedded store: Oxigraph on disk, behind rdflib's Dataset; one named graph an article.

One process writes at a time.  Every article is one transaction: killed at any moment, the store holds whole articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Literal as Choice
from typing import Self

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset

from kg.errors import StoreError
from kg.graph import iris, schema, statements
from kg.graph.opening import SCHEMA, mark, open_to_read, write_error
from kg.graph.requests import insert, unstated, without
from kg.graph.results import Graphs, Result, not_sparql, read
from kg.graph.vocabulary import INCIDENTS, KG, ONTOLOGY, PREFIXES, SHARED, STORE
from kg.model import Record, from_dict, to_dict

Change = Choice["added", "unchanged", "replaced"]
_JSON = ox.NamedNode(PREFIXES["rdf"] + "JSON")
_PREFIXES = dict(PREFIXES)


class Store:
    """A graph that is kept; use ``open_store``.  Remote servers can follow with the same methods."""

    def __init__(self, path: str, inner: ox.Store, *, read_only: bool, ontology: Path | None = None) -> None:
        self.path = path
        self.read_only = read_only
        self._inner = inner
        self._ontology = ontology
        self._relations: Mapping[str, str] | None = None
        #: the same store for rdflib: query it with strings (a prepared query is slow)
        self.dataset = Dataset(store=OxigraphStore(store=inner), default_union=True)
        for prefix, namespace in PREFIXES.items():
            self.dataset.bind(prefix, namespace, override=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Write what is pending and give the lock back."""
        if not self.read_only:
            self._inner.flush()
        self.dataset.close()
        del self._inner

    def add(
        self,
        record: Record,
        *,
        build: statements.Build | None = None,
        source_hash: str | None = None,
        with_text: bool = False,
    ) -> Change:
        """Put a record in, in place of an older one of the same document; one transaction.

        ``source_hash`` is any text that changes when the document or the way of reading it does.
        """
        kept = record if with_text else _without_text(record)
        body = json.dumps(to_dict(kept), ensure_ascii=False, separators=(",", ":"))
        content = iris.digest(body, build.iri if build else "", source_hash or "")
        before = self._kept(record.document, KG.contentHash)
        if before == content:
            return "unchanged"
        article, graph = ox.NamedNode(iris.article(record.document)), ox.NamedNode(iris.record_graph(record.document))
        own = [(KG.record, ox.Literal(body, datatype=_JSON)), (KG.contentHash, ox.Literal(content))]
        if source_hash:
            own.append((KG.sourceHash, ox.Literal(source_hash)))
        quads = self._new(statements.quads(record, self.relations, build))
        quads += [ox.Quad(article, ox.NamedNode(name), value, graph) for name, value in own]
        drop = "" if before is None else without(record.document) + ";\n"
        self.update(f"{drop}{insert(quads)} ;\n{_STALE}")
        return "added" if before is None else "replaced"

    def _new(self, quads: Iterable[ox.Quad]) -> list[ox.Quad]:
        """Leave out what the ontology says already, as its graph and the shared one are read together."""
        known, shared = ox.NamedNode(ONTOLOGY), ox.NamedNode(SHARED)
        return [
            q
            for q in quads
            if q.graph_name != shared or ox.Quad(q.subject, q.predicate, q.object, known) not in self._inner
        ]

    def remove(self, document: str) -> bool:
        """Take a document out; return whether it was there."""
        there = self._kept(document, KG.contentHash) is not None
        if there:
            self.update(f"{without(document)} ;\n{_STALE}")
        return there

    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents, sorted."""
        found = self.query("SELECT DISTINCT ?id { ?article a kg:Article ; kg:document ?id }")
        return tuple(sorted(row[0].value for row in found.rows if isinstance(row[0], ox.Literal)))

    def record(self, document: str) -> Record | None:
        """Return the record of a document, or None."""
        body = self._kept(document, KG.record)
        return from_dict(Record, json.loads(body)) if body is not None else None

    def records(self) -> Iterator[Record]:
        """Yield all records, by document id."""
        for document in self.documents():
            record = self.record(document)
            if record is not None:
                yield record

    def source_hash_of(self, document: str) -> str | None:
        """Return the ``source_hash`` that a document was added with, or None."""
        return self._kept(document, KG.sourceHash)

    def query(self, text: str, *, most: int | None = None, graphs: Graphs | None = None) -> Result:
        """Answer a SPARQL query over all graphs together; prefixes of the project are known.

        ``most`` ends an answer after so many rows or triples; ``graphs`` says which graphs are asked instead.
        """
        asked = graphs.options() if graphs else {"use_default_graph_as_union": True}
        try:
            return read(self._inner.query(text, prefixes=_PREFIXES, **asked), most)
        except SyntaxError as error:
            raise not_sparql(text, error) from error
        except OSError as error:
            raise StoreError(f"{self.path}: the query could not be answered: {error}") from error

    def update(self, text: str) -> None:
        """Run one SPARQL update request as one transaction."""
        if self.read_only:
            raise StoreError(f"{self.path} is open for reading only")
        try:
            self._inner.update(text, prefixes=_PREFIXES)
        except OSError as error:
            raise StoreError(f"{self.path} cannot be written: {error}") from error

    def replace_incidents(self, quads: list[ox.Quad]) -> None:
        """Put the derived graph of incidents in, in place of the older one; one transaction."""
        fresh = f"DELETE WHERE {{ GRAPH <{STORE}> {{ <{STORE}> <{KG.needsIncidents}> ?any }} }}"
        self.update(f"DROP SILENT GRAPH <{INCIDENTS}> ;\n{insert(quads)} ;\n{fresh}")

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """Yield the quads of one graph, or of all."""
        yield from self._inner.quads_for_pattern(None, None, None, ox.NamedNode(graph) if graph else None)

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the named graphs, sorted."""
        return tuple(sorted(graph.value for graph in self._inner.named_graphs() if isinstance(graph, ox.NamedNode)))

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

    def _kept(self, document: str, name: str) -> str | None:
        graph = iris.record_graph(document)
        for quad in self._inner.quads_for_pattern(None, ox.NamedNode(name), None, ox.NamedNode(graph)):
            return quad.object.value if isinstance(quad.object, ox.Literal) else None
        return None

    def _prepare(self) -> None:
        """Mark a new store as ours and bring its ontology up to date, restating the articles where it changed."""
        found, wanted = mark(self._inner).get(str(KG.ontologyHash)), schema.fingerprint(self._ontology)
        if found == wanted:
            return
        self.update(f"INSERT DATA {{ GRAPH <{STORE}> {{ <{STORE}> kg:storeSchema {SCHEMA} }} }}")
        self.update(f"DROP SILENT GRAPH <{ONTOLOGY}> ;\n{insert(list(schema.quads(self._ontology)))}")
        self._relations = None
        for record in self.records():
            self._restate(record)
        self.update(
            f"DELETE WHERE {{ GRAPH <{STORE}> {{ <{STORE}> kg:ontologyHash ?old }} }} ;\n"
            f'INSERT DATA {{ GRAPH <{STORE}> {{ <{STORE}> kg:ontologyHash "{wanted}" }} }}'
        )

    def _restate(self, record: Record) -> None:
        article = iris.article(record.document)
        says = "?b kg:version ?v ; kg:model ?m ; kg:ontologyHash ?o"
        made_by = self.query(f"SELECT ?v ?m ?o {{ <{article}> prov:wasGeneratedBy ?b . {says} }}")
        build = next((statements.Build(str(r["v"]), str(r["m"]), str(r["o"])) for r in made_by), None)
        again = self._new(statements.quads(record, self.relations, build))
        self.update(f"{unstated(record.document)} ;\n{insert(again)} ;\n{_STALE}")


_STALE = f"INSERT DATA {{ GRAPH <{STORE}> {{ <{STORE}> <{KG.needsIncidents}> true }} }}"


def open_store(path: str, *, read_only: bool = False, ontology: Path | None = None) -> Store:
    """Open the store at a path; writing makes it where there is none.

    Raises StoreInUse where another process writes to it, StoreError where there is none to read or is another.
    """
    if read_only:
        return Store(path, open_to_read(path), read_only=True, ontology=ontology)
    folder = Path(path)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        open_to_read(path)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        inner = ox.Store(path)
    except OSError as error:
        raise write_error(path, error) from error
    store = Store(path, inner, read_only=False, ontology=ontology)
    store._prepare()
    return store


def _without_text(record: Record) -> Record:
    return from_dict(Record, {**to_dict(record), "text": None})
