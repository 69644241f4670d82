"""What the store keeps beside the incidents, so that a new article concerns only those it is like.

The graph INDEX holds for every article the hash of its record, its keys (``kg.graph.blocking``) and its tellings, and
for every telling those it is linked to; and for the whole by which rules, ontology and decisions that was found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from kg import __version__
from kg.graph import iris
from kg.graph.blocking import keys, partners
from kg.graph.facts import Fact, as_quads
from kg.graph.profiles import Profile
from kg.graph.sketch import Sketch
from kg.graph.store import Store
from kg.graph.vocabulary import INCIDENTS, INDEX, KG, STORE
from kg.model import Record

#: values in one query
_MANY = 400


def fingerprint(store: Store) -> str:
    """Return what changes when every incident must be derived anew: version, ontology, decisions."""
    marks = store.query(f"SELECT ?hash {{ GRAPH <{STORE}> {{ <{STORE}> kg:ontologyHash ?hash }} }}")
    return iris.digest(__version__, *(str(row["hash"]) for row in marks), store.decisions.fingerprint)


def indexed_by(store: Store) -> str | None:
    """Return the fingerprint by which the index was made."""
    found = store.query(f"SELECT ?by {{ GRAPH <{INDEX}> {{ <{INDEX}> kg:indexedBy ?by }} }}")
    return next((str(row["by"]) for row in found), None)


def changed(store: Store) -> dict[str, str | None]:
    """Return the articles that changed since the incidents were derived, with their document ids; None for those gone."""
    now = {
        str(row["a"]): (str(row["d"]), str(row["h"]))
        for row in store.query("SELECT ?a ?d ?h { ?a kg:document ?d ; kg:contentHash ?h }")
    }
    then = {
        str(row["a"]): str(row["h"])
        for row in store.query(f"SELECT ?a ?h {{ GRAPH <{INDEX}> {{ ?a kg:indexedHash ?h }} }}")
    }
    out: dict[str, str | None] = {article: None for article in then if article not in now}
    out.update((article, document) for article, (document, hash_) in now.items() if then.get(article) != hash_)
    return out


def hashes(store: Store) -> dict[str, str]:
    """Return the hash of each article's record, by document id."""
    found = store.query("SELECT ?d ?h { ?a kg:document ?d ; kg:contentHash ?h }")
    return {str(row["d"]): str(row["h"]) for row in found}


def sketches(store: Store, documents: Iterable[str] | None = None) -> dict[str, Sketch]:
    """Return the portraits that the store keeps, of all articles or of some, by document id."""
    if documents is None:
        found = list(store.query("SELECT ?d ?s { ?a kg:document ?d ; kg:sketch ?s }"))
    else:
        found = [
            row
            for values in _values(f"<{iris.article(document)}>" for document in sorted(documents))
            for row in store.query(f"SELECT ?d ?s {{ VALUES ?a {{ {values} }} ?a kg:document ?d ; kg:sketch ?s }}")
        ]
    return {str(row["d"]): Sketch.decode(str(row["s"])) for row in found}


def index_facts(
    document: str, hash_: str, told: Sequence[Profile], linked: Mapping[str, Iterable[str]]
) -> Iterator[Fact]:
    """Yield what the index says of an article."""
    article = iris.article(document)
    yield article, KG.indexedHash, Literal(hash_)
    for key in keys(told):
        yield article, KG.indexKey, Literal(key)
    for profile in told:
        node = iris.incident(profile.telling.incident)
        yield article, KG.telling, node
        for other in linked.get(profile.telling.incident, ()):
            yield node, KG.linked, iris.incident(other)


def index_quads(stated: Iterable[Fact], by: str) -> Iterator[Quad]:
    """Yield the whole index."""
    return as_quads([*stated, (INDEX, KG.indexedBy, Literal(by))], INDEX)


def sharing(store: Store, found: Iterable[str]) -> set[str]:
    """Return the document ids of the articles that are compared with an article of these keys."""
    wanted = sorted({partner for key in found for partner in partners(key)})
    out = set()
    for values in _values(str(Literal(key)) for key in wanted):
        asked = f"VALUES ?key {{ {values} }} GRAPH <{INDEX}> {{ ?a kg:indexKey ?key }} ?a kg:document ?d"
        out |= {str(row["d"]) for row in store.query(f"SELECT DISTINCT ?d {{ {asked} }}")}
    return out


def linked_to(store: Store, tellings: Iterable[str]) -> dict[str, set[str]]:
    """Return the ids of the tellings that the index links to each of some; none for those it does not know."""
    out: dict[str, set[str]] = defaultdict(set)
    for values in _values(f"<{iris.incident(telling)}>" for telling in sorted(tellings)):
        asked = f"VALUES ?one {{ {values} }} GRAPH <{INDEX}> {{ ?one kg:linked ?other }}"
        for row in store.query(f"SELECT ?one ?other {{ {asked} }}"):
            out[str(row["one"])].add(str(row["other"]))
    return out


def tellings_of(store: Store, articles: Iterable[str]) -> dict[str, set[str]]:
    """Return the ids of the tellings that the index knows of some articles, given by compact IRI."""
    out: dict[str, set[str]] = defaultdict(set)
    for values in _values(f"<{iris.expand(article)}>" for article in sorted(articles)):
        for row in store.query(f"SELECT ?a ?t {{ VALUES ?a {{ {values} }} GRAPH <{INDEX}> {{ ?a kg:telling ?t }} }}"):
            out[str(row["a"])].add(str(row["t"]))
    return out


def documents_of(store: Store, tellings: Iterable[str]) -> dict[str, str]:
    """Return the document id of each of some tellings that the index knows."""
    out = {}
    for values in _values(f"<{iris.incident(telling)}>" for telling in sorted(tellings)):
        asked = f"VALUES ?t {{ {values} }} GRAPH <{INDEX}> {{ ?a kg:telling ?t }} ?a kg:document ?d"
        out.update({str(row["t"]): str(row["d"]) for row in store.query(f"SELECT ?t ?d {{ {asked} }}")})
    return out


def stated_incidents(store: Store, nodes: Iterable[str]) -> set[Quad]:
    """Return all quads of some incidents, given by compact id: what is said of them, their parts, their mentions."""
    graph = NamedNode(INCIDENTS)
    out: set[Quad] = set()
    parts = "(kg:casualties|kg:account|kg:report|kg:time|time:hasBeginning|time:hasEnd)*"
    for values in _values(f"<{iris.incident(node)}>" for node in sorted(nodes)):
        for where in (f"?n {parts} ?s . ?s ?p ?o", "?s kg:incident ?n . ?s ?p ?o"):
            found = store.query(f"SELECT ?s ?p ?o {{ VALUES ?n {{ {values} }} GRAPH <{INCIDENTS}> {{ {where} }} }}")
            out |= {Quad(s, p, o, graph) for s, p, o in found.rows}  # type: ignore[arg-type]
    return out


def stated_index(store: Store, articles: Iterable[str], tellings: Iterable[str]) -> set[Quad]:
    """Return all quads of the index about some articles (compact IRIs) and tellings (ids)."""
    graph = NamedNode(INDEX)
    out: set[Quad] = set()
    nodes = [f"<{iris.expand(article)}>" for article in sorted(articles)]
    nodes += [f"<{iris.incident(telling)}>" for telling in sorted(tellings)]
    for values in _values(nodes):
        found = store.query(f"SELECT ?s ?p ?o {{ VALUES ?s {{ {values} }} GRAPH <{INDEX}> {{ ?s ?p ?o }} }}")
        out |= {Quad(s, p, o, graph) for s, p, o in found.rows}  # type: ignore[arg-type]
    return out


def incidents_of(store: Store, events: Iterable[str], articles: Iterable[str]) -> set[str]:
    """Return the ids of the stored incidents of some mentions, and of those that some articles tell of."""
    out: set[str] = set()
    for values in _values(f"<{iris.event(event)}>" for event in sorted(events)):
        asked = f"VALUES ?e {{ {values} }} GRAPH <{INCIDENTS}> {{ ?e kg:incident ?i }}"
        out |= {str(row["i"]) for row in store.query(f"SELECT DISTINCT ?i {{ {asked} }}")}
    for values in _values(f"<{iris.expand(article)}>" for article in sorted(articles)):
        asked = f"VALUES ?a {{ {values} }} GRAPH <{INCIDENTS}> {{ ?i kg:article ?a . ?i a kg:Incident }}"
        out |= {str(row["i"]) for row in store.query(f"SELECT DISTINCT ?i {{ {asked} }}")}
    return out


def kept(store: Store, documents: Iterable[str]) -> list[Record]:
    """Return the records of some documents, those that are there."""
    return [record for document in sorted(documents) if (record := store.record(document)) is not None]


def _values(items: Iterable[str]) -> Iterator[str]:
    every = list(items)
    for start in range(0, len(every), _MANY):
        yield " ".join(every[start : start + _MANY])
