from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.graph.vocabulary import BASE, KG, PREFIXES, status

NAMESPACE = PREFIXES["kg"]
UP = ("#subClassOf", "#subPropertyOf")


def declared(root: Path) -> tuple[set[str], set[str]]:
    """The terms of the ontology: its frame, and the actions and relations below it."""
    parents: dict[str, set[str]] = defaultdict(set)
    terms = set()
    for quad in parse(path=root / "ontology" / "conflict.ttl", format=RdfFormat.TURTLE):
        assert isinstance(quad.subject, NamedNode)
        name = quad.subject.value.removeprefix(NAMESPACE)
        if quad.subject.value.startswith(NAMESPACE):
            terms.add(name)
            if quad.predicate.value.endswith(UP) and isinstance(quad.object, NamedNode):
                parents[name].add(quad.object.value.removeprefix(NAMESPACE))
    data = {name for name in terms if above(name, parents) & {"Action", "actedOn"}}
    return terms - data, data


def above(name: str, parents: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = parents[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def test_the_closed_namespace_is_the_frame_of_the_ontology(root: Path) -> None:
    frame, data = declared(root)
    listed = {*KG.__annotations__, *KG._extras} - {"_extras"}
    assert frame - listed == set()
    assert listed - frame - data == set()


def test_a_misspelt_term_raises() -> None:
    with pytest.raises(AttributeError):
        _ = KG.agnet


def test_every_status_of_the_records_is_a_term() -> None:
    assert status("hypothetical") == KG.Hypothetical


def test_data_prefixes_are_below_one_base() -> None:
    assert all(PREFIXES[p].startswith(BASE) for p in ("actor", "place", "event", "incident", "article", "claim"))
