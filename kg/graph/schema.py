"""The ontology's own graph: its Turtle files as triples, and what statements need of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import RDF, RDFS, SKOS

from kg.errors import OntologyError
from kg.graph import iris
from kg.graph.facts import Fact, as_quads
from kg.graph.results import Term
from kg.graph.vocabulary import KG, ONTOLOGY
from kg.ontology import Entry
from kg.ontology import entries as shipped
from kg.ontology import folder as ontology_folder
from kg.ontology.actions import read_actions
from kg.ontology.actors import read_entries

_NAME, _CODE = NamedNode(SKOS.prefLabel), NamedNode(KG.iso3)
_READING = b"2"  # changes when this module states something else of the same files


def files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the Turtle files that belong into the graph, sorted (the SHACL shapes stay outside)."""
    root = folder or ontology_folder()
    return tuple(path for path in sorted(root.rglob("*.ttl")) if path.name != "shapes.ttl")


def fingerprint(folder: Path | None = None) -> str:
    """Return 16 hex digits of SHA-256 over the files and over how they are read."""
    digest = hashlib.sha256(_READING)
    for path in files(folder):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def quads(folder: Path | None = None) -> Iterator[Quad]:
    """Yield the ontology's triples in a graph of their own; raise OntologyError where a file is no Turtle.

    Each country is also a territory, in which places lie.
    """
    graph = NamedNode(ONTOLOGY)
    labels: dict[Term, Term] = {}
    codes: dict[str, Term] = {}
    for path in files(folder):
        try:
            for found in parse(path=path, format=RdfFormat.TURTLE):
                yield Quad(found.subject, found.predicate, found.object, graph)
                if found.predicate == _NAME:
                    labels[found.subject] = found.object
                elif found.predicate == _CODE and isinstance(found.object, Literal):
                    codes[found.object.value] = found.subject
        except (SyntaxError, ValueError) as error:
            raise OntologyError(f"{path.name}: {error}") from error
    yield from as_quads(_territories({code: labels[who] for code, who in codes.items() if who in labels}), ONTOLOGY)


def _territories(named: Mapping[str, Term]) -> Iterator[Fact]:
    for code, label in named.items():
        if isinstance(label, Literal):
            yield iris.country(code), RDF.type, KG.CountryTerritory
            yield iris.country(code), RDFS.label, label
            yield iris.country(code), KG.country, Literal(code)


def entries(folder: Path | None = None) -> Mapping[str, Entry]:
    """Return the actors of the ontology by id."""
    return shipped() if folder is None else read_entries(files(folder))


def relations(folder: Path | None = None) -> Mapping[str, str]:
    """Return action -> direct relation by local names, as ``kg:relation`` in the ontology says."""
    actions = read_actions((folder or ontology_folder()) / "conflict.ttl")
    return {name: action.relation for name, action in actions.items() if action.relation}
