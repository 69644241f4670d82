"""SPARQL updates that put an article in and take it out, each in one request and so in one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Quad

from kg.graph import iris
from kg.graph.vocabulary import KG, PREFIXES, SHARED

#: links from an article's graph to the nodes that all articles share
LINKS = (str(KG.refersTo), PREFIXES["prov"] + "wasGeneratedBy", PREFIXES["dcterms"] + "spatial")
#: what an article's record says last of all: it is whole
SEALS = (str(KG.sourceHash), str(KG.contentHash))
_DECLARED = re.compile(r"\bPREFIX\s+([\w-]*):", re.IGNORECASE)
_USED = re.compile(r"\b(\w+):")
_INVOLVED = re.compile(
    r"\b(OPTIONAL|UNION|MINUS|EXISTS|VALUES|BIND|GROUP|HAVING|FILTER|ORDER|LIMIT|OFFSET|SERVICE|DESCRIBE|AS|FROM)\b"
    r"|SELECT[^}]*SELECT|[|^/(]|[*+?]\s*[?$<\w]*:|\w[*+]",
    re.IGNORECASE,
)
_SUPPORT = f"<{KG.supportedBy}>"


def insert(quads: Iterable[Quad]) -> str:
    """Return an INSERT DATA request for quads."""
    return f"INSERT DATA {{\n{_data(quads)}\n}}"


def delete(quads: Iterable[Quad]) -> str:
    """Return a DELETE DATA request for quads."""
    return f"DELETE DATA {{\n{_data(quads)}\n}}"


def _data(quads: Iterable[Quad]) -> str:
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        graphs.setdefault(str(quad.graph_name), []).append(f"{quad.subject} {quad.predicate} {quad.object} .")
    return "\n".join(f"GRAPH {graph} {{\n" + "\n".join(lines) + "\n}" for graph, lines in graphs.items())


def unstated(document: str) -> str:
    """Return a request that takes out what an article states, and leaves its record."""
    article = f"<{iris.article(document)}>"
    return " ;\n".join([*_forgotten(article), f"DROP SILENT GRAPH {article}"])


def unsealed(document: str) -> str:
    """Return a request after which an article is not counted as there; its record stays."""
    graph = f"<{iris.record_graph(document)}>"
    return " ;\n".join(f"DELETE WHERE {{ GRAPH {graph} {{ ?article <{seal}> ?hash }} }}" for seal in reversed(SEALS))


def prologue(text: str) -> str:
    """Return the declarations of the project's prefixes that a request uses and does not declare."""
    declared = {match[1] for match in _DECLARED.finditer(text)}
    used = {name for name in _USED.findall(text) if name in PREFIXES} - declared
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in sorted(used))


def is_plain(text: str) -> bool:
    """Whether a query is of triple patterns alone, without paths, and without anything that Virtuoso 7 gets wrong."""
    bare = re.sub(r"<[^<>\s]*>|\"[^\"\n]*\"", "", text)
    return not _INVOLVED.search(bare)


def _forgotten(article: str) -> Iterable[str]:
    """Yield requests for what no other article says: direct triples with their nodes, actors, places and builds."""
    rdf = PREFIXES["rdf"]
    parts = f"?n <{rdf}subject> ?s ; <{rdf}predicate> ?p ; <{rdf}object> ?o"
    alone = _only(article, f"?n {_SUPPORT} ?any", f"?n {_SUPPORT} ?other")
    yield f"DELETE {{ GRAPH <{SHARED}> {{ ?s ?p ?o }} }} WHERE {{ {alone} GRAPH <{SHARED}> {{ {parts} }} }}"
    yield f"DELETE {{ GRAPH <{SHARED}> {{ ?n ?p ?o }} }} WHERE {{ {alone} GRAPH <{SHARED}> {{ ?n ?p ?o }} }}"
    for link in LINKS:
        alone = _only(article, f"?any <{link}> ?n", f"?other <{link}> ?n")
        yield f"DELETE {{ GRAPH <{SHARED}> {{ ?n ?p ?o }} }} WHERE {{ {alone} GRAPH <{SHARED}> {{ ?n ?p ?o }} }}"


def _only(article: str, here: str, elsewhere: str) -> str:
    """A pattern for nodes that the article's graph links to and no other does."""
    others = f"GRAPH ?g {{ {elsewhere} }} FILTER(?g != {article})"
    return f"{{ SELECT DISTINCT ?n {{ GRAPH {article} {{ {here} }} FILTER NOT EXISTS {{ {others} }} }} }}"
