"""The ontology's own graph: its Turtle files as triples, and what statements need of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.errors import OntologyError
from kg.graph.vocabulary import BASE, KG, ONTOLOGY
from kg.ontology import folder as ontology_folder

_RELATION = NamedNode(BASE + "ontology#relation")


def files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the Turtle files that belong into the graph, sorted (the SHACL shapes stay outside)."""
    root = folder or ontology_folder()
    return tuple(path for path in sorted(root.rglob("*.ttl")) if path.name != "shapes.ttl")


def fingerprint(folder: Path | None = None) -> str:
    """Return 16 hex digits of SHA-256 over the files."""
    digest = hashlib.sha256()
    for path in files(folder):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def quads(folder: Path | None = None) -> Iterator[Quad]:
    """Yield the ontology's triples in a graph of their own; raise OntologyError where a file is no Turtle."""
    graph = NamedNode(ONTOLOGY)
    for path in files(folder):
        try:
            for found in parse(path=path, format=RdfFormat.TURTLE):
                yield Quad(found.subject, found.predicate, found.object, graph)
        except (SyntaxError, ValueError) as error:
            raise OntologyError(f"{path.name}: {error}") from error


def relations(folder: Path | None = None) -> Mapping[str, str]:
    """Return action -> direct relation by local names, as ``kg:relation`` in the files says."""
    prefix = str(KG._NS)
    return {
        str(quad.subject.value).removeprefix(prefix): quad.object.value.removeprefix(prefix)
        for quad in quads(folder)
        if quad.predicate == _RELATION and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
