"""The description of a SPARQL endpoint (W3C SPARQL 1.1 Service Description), without blank nodes."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.export.answers import TRIPLES
from kg.graph.vocabulary import PREFIXES

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip


def describe(endpoint: str, form: str) -> Iterator[str]:
    """Write what the endpoint at an IRI is and can do, in a format of ``TRIPLES``."""
    service, dataset, graph = (NamedNode(f"{endpoint}#{part}") for part in ("service", "dataset", "union"))
    kind, label = NamedNode(PREFIXES["rdf"] + "type"), NamedNode(PREFIXES["rdfs"] + "label")
    facts: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (service, kind, _sd("Service")),
        (service, label, Literal("Conflict events, who did what to whom, read from news")),
        (service, _sd("endpoint"), NamedNode(endpoint)),
        (service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        (service, _sd("feature"), _sd("UnionDefaultGraph")),
        (service, _sd("defaultDataset"), dataset),
        (dataset, kind, _sd("Dataset")),
        (dataset, _sd("defaultGraph"), graph),
        (graph, kind, _sd("Graph")),
        *((service, _sd("resultFormat"), NamedNode(f"http://www.w3.org/ns/formats/{name}")) for name in _FORMATS),
    ]
    return TRIPLES[form](Triple(*fact) for fact in facts)


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
