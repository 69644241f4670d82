"""Reports of an incident: what an agency sends to many outlets is one report, however many print it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal
from rdflib import RDF

from kg.graph import iris
from kg.graph.facts import Fact
from kg.graph.sketch import copies
from kg.graph.tellings import Telling
from kg.graph.vocabulary import KG


def reports(node: str, group: Sequence[Telling]) -> Iterator[Fact]:
    """Yield how many reports tell of an incident, all outlets, and which articles are copies of one report."""
    found = copied(group)
    yield node, KG.reports, Literal(len(found))
    for telling in group:
        if telling.record.source:
            yield node, KG.outlet, Literal(telling.record.source)
    for told in found:
        if len(told) > 1:
            yield from _report(node, told)


def _report(node: str, told: Sequence[Telling]) -> Iterator[Fact]:
    report = f"{node}/report/{iris.digest(told[0].document)}"
    yield node, KG.report, report
    yield report, RDF.type, KG.Report
    for telling in told:
        yield report, KG.article, iris.article(telling.document)
        if telling.record.source:
            yield report, KG.outlet, Literal(telling.record.source)


def copied(group: Sequence[Telling]) -> list[list[Telling]]:
    """Return one telling an article, those of near-identical articles together; in the order of the group."""
    out: list[list[Telling]] = []
    seen: set[str] = set()
    for telling in group:
        if telling.document in seen:
            continue
        seen.add(telling.document)
        same = [told for told in out if any(copies(telling.sketch, other.sketch) for other in told)]
        for told in same[1:]:
            same[0].extend(told)
            out.remove(told)
        if same:
            same[0].append(telling)
        else:
            out.append([telling])
    return [sorted(told, key=lambda telling: telling.anchor) for told in out]
