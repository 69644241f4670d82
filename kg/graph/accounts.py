"""Where reports of an incident differ, in who did it or how many suffered, each account with who gives it.

An account is stated as it was told: its figure is not derived.  It names the mentions and articles that give it and, where
they attribute it, the source; without one it is the article that says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal
from rdflib import RDF

from kg.graph import iris
from kg.graph.facts import Fact
from kg.graph.statements import claimant_name
from kg.graph.tellings import Telling
from kg.graph.vocabulary import KG
from kg.model import Casualty, Event

#: what an account is about, what it says in a form that orders and compares, and the facts that say it
Said = tuple[str, str, tuple[tuple[str, str | Literal], ...]]
Given = dict[Said, list[tuple[Telling, Event]]]


def accounts(node: str, group: Sequence[Telling]) -> Iterator[Fact]:
    """Yield the accounts of what reports differ about; nothing where all who tell it tell the same."""
    given: Given = {}
    for telling in group:
        for event in telling.events:
            for said in _said(telling, event):
                given.setdefault(said, []).append((telling, event))
    for topic in sorted({said[0] for said in given}):
        told = {said: events for said, events in given.items() if said[0] == topic}
        if len(told) > 1 and len({telling.document for events in told.values() for telling, _ in events}) > 1:
            yield from _side_by_side(node, told)


def _said(telling: Telling, event: Event) -> Iterator[Said]:
    known = sorted({actor.id for actor in event.agents if actor.id})
    if known:
        yield "agent", " ".join(known), tuple((KG.agent, iris.expand(actor)) for actor in known)
    for kind in sorted({casualty.kind for casualty in event.casualties}):
        yield _figure(kind, [casualty for casualty in event.casualties if casualty.kind == kind])


def _figure(kind: str, told: Iterable[Casualty]) -> Said:
    """The sum of what one mention says of a kind of casualty; no upper end where it sets none."""
    low, high = 0, 0
    for casualty in told:
        low, high = low + casualty.low, high + (casualty.low if casualty.high is None else casualty.high)
    return kind, f"{low:09d} {high:09d}", ((KG.low, Literal(low)), (KG.high, Literal(high)))


def _side_by_side(node: str, told: Mapping[Said, list[tuple[Telling, Event]]]) -> Iterator[Fact]:
    for topic, value, stated in sorted(told, key=lambda said: said[:2]):
        account = f"{node}/account/{iris.slug(topic)}-{iris.digest(value)}"
        yield node, KG.account, account
        yield account, RDF.type, KG.Account
        yield account, KG.about, Literal(topic)
        for predicate, what in stated:
            yield account, predicate, what
        for telling, event in told[topic, value, stated]:
            yield account, KG.article, iris.article(telling.document)
            yield account, KG.supportedBy, iris.event(event.id)
            yield from _claimants(account, telling, event)


def _claimants(account: str, telling: Telling, event: Event) -> Iterator[Fact]:
    for index in event.attribution:
        said = telling.record.attributions[index]
        if name := claimant_name(said):
            yield account, KG.claimantName, Literal(name, language="en")
        if said.source_actor:
            yield account, KG.claimant, iris.actor(telling.document, said.source_actor)
