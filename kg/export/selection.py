"""What an export holds: the articles, the incidents, and of the ontology only what they use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.graph.store import Store
from kg.graph.vocabulary import KG, ONTOLOGY, PREFIXES, STORE

_RDFS, _SKOS = PREFIXES["rdfs"], PREFIXES["skos"]
_RIGHTS = NamedNode(PREFIXES["dcterms"] + "rights")
_RELATION = frozenset({_RDFS + "subPropertyOf"})
#: links of the ontology that are followed upwards
_UP = frozenset({_RDFS + "subClassOf", _RDFS + "subPropertyOf", str(KG.partOf), str(KG.affiliation), str(KG.relation)})
_SAID = _UP | {
    PREFIXES["rdf"] + "type", _RDFS + "label", _SKOS + "prefLabel", str(KG.country), str(KG.sector), str(KG.iso3),
    str(KG.plover), str(KG.cameo), str(KG.acledEventType), str(KG.acledSubEventType),
}  # fmt: skip


def quads(store: Store) -> Iterator[Quad]:
    """Yield what is exported, each quad in its graph."""
    stated = [quad for graph in graphs(store) for quad in store.quads(graph)]
    yield from stated
    yield from used_ontology(stated, store.quads(ONTOLOGY))
    yield from rights(store)


def rights(store: Store) -> Iterator[Quad]:
    """Yield whose data the store holds beside its own, as the ontology says; nothing where it holds none."""
    if store.query("ASK { ?place kg:geonames ?number }").answer:
        yield from (q for q in store.quads(ONTOLOGY) if q.subject == NamedNode(ONTOLOGY) and q.predicate == _RIGHTS)


def acknowledgement(store: Store) -> str:
    """Return the same for people, in one line."""
    return " ".join(sorted(quad.object.value for quad in rights(store) if isinstance(quad.object, Literal)))


def graphs(store: Store) -> tuple[str, ...]:
    """Return the graphs of articles and that of the incidents."""
    return tuple(g for g in store.graphs() if g not in (ONTOLOGY, STORE) and not g.endswith("/record"))


def triples(store: Store) -> Iterator[Triple]:
    """Yield the union of all exported graphs; a triple may repeat."""
    for quad in quads(store):
        yield Triple(quad.subject, quad.predicate, quad.object)


def used_ontology(stated: Iterable[Quad], ontology: Iterable[Quad]) -> Iterator[Quad]:
    """Yield what the ontology says of the actors, actions and relations used, and of all above them."""
    entries: dict[str, list[Quad]] = defaultdict(list)
    for quad in ontology:
        if isinstance(quad.subject, NamedNode) and quad.predicate.value in _SAID:
            entries[quad.subject.value].append(quad)
    relations = {iri for iri, said in entries.items() if any(q.predicate.value in _RELATION for q in said)}
    waiting = sorted(_mentioned(stated, relations))
    seen: set[str] = set()
    while waiting:
        iri = waiting.pop()
        if iri in seen:
            continue
        seen.add(iri)
        for quad in entries.get(iri, ()):
            yield quad
            if quad.predicate.value in _UP and isinstance(quad.object, NamedNode):
                waiting.append(quad.object.value)


def _mentioned(stated: Iterable[Quad], relations: set[str]) -> set[str]:
    found = set()
    for quad in stated:
        if quad.predicate.value in relations:
            found.add(quad.predicate.value)
        if isinstance(quad.object, NamedNode) and (isinstance(quad.subject, NamedNode)):
            found.add(quad.object.value)
    return found
