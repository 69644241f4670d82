"""What a store keeps of an article beside what it states: its record, its portrait, and the hashes that seal it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.dicts import from_dict, to_dict
from kg.graph import iris
from kg.graph.sketch import Sketch
from kg.graph.vocabulary import KG, PREFIXES
from kg.model import Record

_JSON = NamedNode(PREFIXES["rdf"] + "JSON")


def body(record: Record) -> str:
    """Return a record as one line of JSON."""
    return json.dumps(to_dict(record), ensure_ascii=False, separators=(",", ":"))


def record(body: str) -> Record:
    """Read a record from that line."""
    return from_dict(Record, json.loads(body))


def sealed(document: str, body: str, portrait: Sketch, content: str, source: str | None) -> Iterator[Quad]:
    """Yield the graph that keeps an article; the hash of its content comes last, as it says that all is there."""
    article, graph = NamedNode(iris.article(document)), NamedNode(iris.record_graph(document))
    yield Quad(article, NamedNode(KG.sketch), Literal(portrait.encode()), graph)
    yield Quad(article, NamedNode(KG.record), Literal(body, datatype=_JSON), graph)
    if source:
        yield Quad(article, NamedNode(KG.sourceHash), Literal(source), graph)
    yield Quad(article, NamedNode(KG.contentHash), Literal(content), graph)
