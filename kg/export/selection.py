"""What a graph export holds: the articles, the incidents, and of the ontology only what they use.

With filters it holds the incidents that pass and their mentions, the articles that tell of them, and what these lead
to: actors, places, figures, claims and quoted words; and the direct triples that a chosen mention supports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.export.chosen import Chosen
from kg.graph import iris
from kg.graph.incidents import identities
from kg.graph.results import Term
from kg.graph.store import Store
from kg.graph.vocabulary import KG, ONTOLOGY, PREFIXES, STORE

_RDF, _RDFS, _SKOS = PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["skos"]
_RIGHTS = NamedNode(PREFIXES["dcterms"] + "rights")
#: links of the ontology that are followed upwards
_UP = frozenset({_RDFS + "subClassOf", _RDFS + "subPropertyOf", str(KG.partOf), str(KG.affiliation), str(KG.relation)})
_SAID = _UP | {
    PREFIXES["rdf"] + "type", _RDFS + "label", _SKOS + "prefLabel", str(KG.country), str(KG.sector), str(KG.iso3),
    str(KG.plover), str(KG.cameo), str(KG.acledEventType), str(KG.acledSubEventType),
}  # fmt: skip
_AT_ONCE = 1000
#: where the ontology's terms are
_NAMESPACES = (PREFIXES["kg"], PREFIXES["actor"], PREFIXES["place"])
_ARTICLES = PREFIXES["article"]
_SUPPORT = str(KG.supportedBy)


def quads(chosen: Chosen) -> Iterator[Quad]:
    """Yield what is exported, each quad in its graph."""
    store = chosen.store
    stated = [quad for graph in graphs(store) for quad in store.quads(graph)]
    if chosen.incidents is not None:
        stated = list(_part(stated, chosen.incidents, store))
    yield from stated
    yield from used_ontology(stated, store)
    yield from rights(store)


def rights(store: Store) -> Iterator[Quad]:
    """Yield whose data the store holds beside its own, as the ontology says; nothing where it holds none."""
    if store.query("ASK { ?place kg:geonames ?number }").answer:
        for row in store.query(f"SELECT ?words {{ GRAPH <{ONTOLOGY}> {{ <{ONTOLOGY}> dcterms:rights ?words }} }}").rows:
            if isinstance(row[0], Literal):
                yield Quad(NamedNode(ONTOLOGY), _RIGHTS, row[0], NamedNode(ONTOLOGY))


def acknowledgement(store: Store) -> str:
    """Return the same for people, in one line."""
    return " ".join(sorted(quad.object.value for quad in rights(store) if isinstance(quad.object, Literal)))


def graphs(store: Store) -> tuple[str, ...]:
    """Return the graphs of articles and that of the incidents."""
    return tuple(g for g in store.graphs() if g not in (ONTOLOGY, STORE) and not g.endswith("/record"))


def records(chosen: Chosen) -> Iterator[Quad]:
    """Yield what the store keeps of each article, from which ``kg merge`` restores it; nothing of a part of the store."""
    store = chosen.store
    if chosen.incidents is None:
        kept = (graph for graph in store.graphs() if graph.startswith(_ARTICLES) and graph.endswith("/record"))
        yield from (quad for graph in kept for quad in store.quads(graph))


def triples(chosen: Chosen) -> Iterator[Triple]:
    """Yield the union of all exported graphs; a triple may repeat."""
    for quad in quads(chosen):
        yield quad.triple


def _part(stated: Iterable[Quad], incidents: Collection[str], store: Store) -> Iterator[Quad]:
    """Yield the quads of some incidents: of their nodes, and of all nodes that these lead to."""
    told = {iris.expand(event): iris.expand(incident) for event, incident in identities(store).items()}
    wanted = {iris.expand(incident) for incident in incidents}
    events = {event for event, incident in told.items() if incident in wanted}
    closed = (told.keys() | set(told.values())) - events - wanted
    about: dict[str, list[Quad]] = defaultdict(list)
    statements = set()
    for quad in stated:
        if isinstance(quad.subject, NamedNode):
            about[quad.subject.value].append(quad)
            if quad.predicate.value == _SUPPORT and isinstance(quad.object, NamedNode) and quad.object.value in events:
                statements.add(quad.subject.value)
    relations = {PREFIXES["kg"] + name for name in store.relations.values()}
    kept = {tuple(_parts(about[statement])) for statement in statements}
    for node in sorted(_reached(events | wanted | statements, about, closed, relations)):
        for quad in about[node]:
            supported = quad.predicate.value not in relations or _spo(quad) in kept
            if supported and not (isinstance(quad.object, NamedNode) and quad.object.value in closed):
                yield quad


def _reached(
    start: Iterable[str], about: dict[str, list[Quad]], closed: Collection[str], relations: Collection[str]
) -> set[str]:
    """Return all nodes that links lead to, but through closed nodes and the relations between actors."""
    seen: set[str] = set()
    waiting = list(start)
    while waiting:
        node = waiting.pop()
        if node in seen or node in closed or node not in about:
            continue
        seen.add(node)
        waiting += [
            quad.object.value
            for quad in about[node]
            if isinstance(quad.object, NamedNode) and quad.predicate.value not in relations
        ]
    return seen


def _parts(statement: Iterable[Quad]) -> Iterator[str]:
    """Yield subject, predicate and object of the triple that a statement node stands for."""
    said = {quad.predicate.value: str(quad.object) for quad in statement}
    yield from (said.get(_RDF + part, "") for part in ("subject", "predicate", "object"))


def _spo(quad: Quad) -> tuple[str, str, str]:
    return str(quad.subject), str(quad.predicate), str(quad.object)


def used_ontology(stated: Iterable[Quad], store: Store) -> Iterator[Quad]:
    """Yield what the ontology says of the actors, actions and relations used, and of all above them."""
    inside = store.query(f"SELECT ?r {{ GRAPH <{ONTOLOGY}> {{ ?r rdfs:subPropertyOf ?above }} }}").rows
    relations = {row[0].value for row in inside if isinstance(row[0], NamedNode)}
    waiting, seen = _mentioned(stated, relations), set[str]()
    while waiting:
        seen |= waiting
        found = list(_entries(store, waiting))
        yield from found
        waiting = {
            quad.object.value for quad in found if quad.predicate.value in _UP and isinstance(quad.object, NamedNode)
        } - seen


def _entries(store: Store, nodes: Iterable[str]) -> Iterator[Quad]:
    """Yield what the ontology says of some nodes."""
    listed, graph = sorted(nodes), NamedNode(ONTOLOGY)
    for some in (listed[start : start + _AT_ONCE] for start in range(0, len(listed), _AT_ONCE)):
        values = f"VALUES ?s {{ {' '.join(f'<{iri}>' for iri in some)} }}"
        found = store.query(f"SELECT ?s ?p ?o {{ GRAPH <{ONTOLOGY}> {{ {values} ?s ?p ?o }} }}").rows
        for subject, predicate, value in found:
            if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and predicate.value in _SAID:
                yield Quad(subject, predicate, cast(Term, value), graph)


def _mentioned(stated: Iterable[Quad], relations: Collection[str]) -> set[str]:
    found = set()
    for quad in stated:
        if quad.predicate.value in relations:
            found.add(quad.predicate.value)
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(_NAMESPACES):
            found.add(quad.object.value)
    return found
