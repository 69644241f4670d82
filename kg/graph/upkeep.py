"""What a store needs when it is opened for writing: the ontology of this kg, and whole articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph import iris, schema
from kg.graph.database import mark_of
from kg.graph.opening import SCHEMA, marks
from kg.graph.provenance import Build
from kg.graph.vocabulary import KG, ONTOLOGY, STORE

if TYPE_CHECKING:
    from kg.graph.store import Store


def prepare(store: Store) -> None:
    """Mark a new store as ours, bring its ontology up to date, and mend what a stopped writer left."""
    said, wanted = list(store.quads(STORE)), schema.fingerprint(store.ontology)
    if marks(said).get(str(KG.ontologyHash)) != wanted:
        store.change(add=[mark_of(KG.storeSchema, SCHEMA)])
        store.replace_graph(ONTOLOGY, schema.quads(store.ontology))
        store.forget()
        for document in store.documents():
            _restate(store, document)
        old = [quad for quad in said if quad.predicate.value == str(KG.ontologyHash)]
        store.change(remove=old, add=[mark_of(KG.ontologyHash, wanted)])
    store.database.check()
    for document in store.database.unfinished():
        _mend(store, document)


def _restate(store: Store, document: str) -> None:
    record = store.kept_record(document)
    if record is not None:
        store.put(record, build_of(store, document), None)


def _mend(store: Store, document: str) -> None:
    """State an article anew from its record, to be read again by the next build; take it out where there is none."""
    record = store.kept_record(document)
    if record is None:
        store.database.remove(document)
    else:
        store.add(record, with_text=True)


def build_of(store: Store, document: str) -> Build | None:
    """Return what made an article's statements."""
    says = f"<{iris.article(document)}> prov:wasGeneratedBy ?b . ?b kg:version ?v ; kg:model ?m ; kg:ontologyHash ?o"
    found = store.query(f"SELECT ?v ?m ?o {{ {says} }}")
    return next((Build(str(r["v"]), str(r["m"]), str(r["o"])) for r in found), None)
