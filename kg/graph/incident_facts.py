"""What is stated of one incident, derived from its tellings.

What is derived says so: an incident's figures carry ``kg:derived true``; its mentions keep what each article says, and
where they differ each account stands by itself (``kg.graph.accounts``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from statistics import median_low

from pyoxigraph import Literal
from rdflib import RDF, RDFS

from kg.graph import iris
from kg.graph.accounts import accounts
from kg.graph.facts import Fact, period
from kg.graph.hierarchy import Hierarchy, above, action_id, most_specific
from kg.graph.labels import label_of
from kg.graph.merging import identity
from kg.graph.participants import headline
from kg.graph.reports import reports
from kg.graph.sides import head_word
from kg.graph.tellings import Telling
from kg.graph.vocabulary import KG, SEM, action, status
from kg.linking.dates.calendar import iso_day
from kg.model import Actor, Casualty, Event, Place, Status, Time

#: how long after the first report a toll is still counted
NEWS = timedelta(days=31)
#: how many of a side, and places, a label names
SHOWN = 3
_COARSE = ("country", "region")
#: of what sort people are, and their own id; empty where they have none
Whom = tuple[str, str]
#: casualties of no group
_PEOPLE: Whom = ("people", "")
_AT_LARGE = frozenset("people persons person others dead dozens scores hundreds thousands victims some many".split())
#: an incident has the first of these that one of its mentions has
_ORDER: tuple[Status, ...] = (
    "asserted",
    "failed",
    "attempted",
    "alleged",
    "denied",
    "negated",
    "threatened",
    "planned",
    "demanded",
    "hypothetical",
)


def facts(group: tuple[Telling, ...], known: Hierarchy) -> Iterator[Fact]:
    """Yield what is stated of one incident."""
    node = iris.incident(identity(group))
    events = [(telling, event) for telling in group for event in telling.events]
    stand = next(s for s in _ORDER if any(event.status == s for _, event in events))
    telling_it = [(telling, event) for telling, event in events if event.status == stand]
    name = _action([event for _, event in telling_it], known)
    yield node, RDF.type, KG.Incident
    yield node, RDF.type, SEM.Event
    yield node, RDF.type, action(name)
    yield node, KG.action, action(name)
    yield node, KG.status, status(stand)
    yield from reports(node, group)
    yield from accounts(node, group)
    for telling, event in events:
        yield iris.event(event.id), KG.incident, node
        yield node, KG.article, iris.article(telling.document)
    yield from _participants(node, telling_it, known)
    when = _time(event.time for _, event in telling_it)
    yield node, KG.timePrecision, Literal(when.precision)
    yield from period(node, when.start, when.end)
    yield from _figures(node, telling_it)
    yield node, RDFS.label, Literal(_label(name, telling_it, known, when), language="en")


def _action(events: list[Event], known: Hierarchy) -> str:
    """The most special action; of equals the one that most events tell, in general words too: no arson beside a bombing."""
    counts = Counter(event.action for event in events)
    over = {name: above(action_id(name), known.actions) for name in counts}
    told = {
        name: counts[name] + sum(counts[other] for other in counts if action_id(other) in over[name]) for name in counts
    }
    return min(counts, key=lambda name: (-len(over[name]), -told[name], -counts[name], name))


def _participants(node: str, events: list[tuple[Telling, Event]], known: Hierarchy) -> Iterator[Fact]:
    for role, side in ((KG.agent, _agents(events, known)), (KG.target, _targets(events, known))):
        for who in side:
            yield node, role, iris.expand(who)
    for place in _places(events):
        yield node, KG.place, place
    if any(event.reciprocal for _, event in events):
        yield node, KG.reciprocal, Literal(True)


def _agents(events: list[tuple[Telling, Event]], known: Hierarchy) -> dict[str, str]:
    return _side(((t, actor) for t, event in events for actor in event.agents), known)


def _targets(events: list[tuple[Telling, Event]], known: Hierarchy) -> dict[str, str]:
    return _side(((t, actor) for t, event in events for actor in event.targets), known)


def _side(actors: Iterable[tuple[Telling, Actor]], known: Hierarchy) -> dict[str, str]:
    """Return id -> name of one side: no country where its army is named, one of those that share a mere noun.

    The longest words name it, those of the body before those of the headline.
    """
    best: dict[str, tuple[bool, int, str, str]] = {}
    for telling, actor in actors:
        name, who = label_of(actor), iris.compact(iris.actor(telling.document, actor))
        candidate = (actor.id is None and name in (telling.record.title or ""), -len(name), name, who)
        key = actor.id or "~" + head_word(actor)
        best[key] = min(candidate, best.get(key, candidate))
    names = {who: name for _, _, name, who in sorted(best.values(), key=lambda found: found[3])}
    return {who: names[who] for who in most_specific(names, known.actors)}


def _places(events: Iterable[tuple[Telling, Event]]) -> dict[str, Place]:
    every = {iris.place(t.document, place): place for t, event in events for place in event.places}
    fine = {iri: place for iri, place in every.items() if place.precision not in _COARSE}
    return fine or every


def _time(times: Iterable[Time]) -> Time:
    """The shortest stated time; of equals the earliest."""
    stated = [time for time in times if time.start or time.end]
    return min(stated, key=_width, default=Time())


def _width(time: Time) -> tuple[bool, int, str, str]:
    order = ("day", "week", "month", "season", "year")
    length = order.index(time.precision) if time.precision in order else len(order)
    return time.start is None or time.end is None, length, time.start or "", time.end or ""


def _figures(node: str, events: list[tuple[Telling, Event]]) -> Iterator[Fact]:
    """Yield low, best and high of the totals that the articles give for each kind of casualty."""
    for kind in sorted({casualty.kind for _, event in events for casualty in event.casualties}):
        told = list(_totals(kind, events))
        totals = [total for _, total in told]
        figure = f"{node}/casualties/{iris.slug(kind)}"
        yield node, KG.casualties, figure
        yield figure, RDF.type, KG.CasualtyFigure
        yield figure, KG.casualtyKind, Literal(kind)
        yield figure, KG.low, Literal(min(low for low, _ in totals))
        yield figure, KG.best, Literal(_best(told))
        yield figure, KG.high, Literal(max(high for _, high in totals))
        yield figure, KG.derived, Literal(True)


def _best(told: list[tuple[date | None, tuple[int, int]]]) -> int:
    """The middle figure of all articles, or that of the last day of the month after the first report if it is higher.

    Tolls rise while they are news; what is told years later is rounded, or tells of some of the victims.
    """
    days = [day for day, _ in told if day is not None]
    news = max((day for day in days if day <= min(days) + NEWS), default=None)
    last = [low for day, (low, _) in told if day == news]
    return max(median_low(last), median_low([low for _, (low, _) in told]))


def _totals(kind: str, events: list[tuple[Telling, Event]]) -> Iterator[tuple[date | None, tuple[int, int]]]:
    """Yield (day of each article, its low and high): of people at large, or the sum over soldiers, attackers ... if more."""
    days: dict[str, date | None] = {}
    told: dict[str, dict[Whom, tuple[int, int]]] = {}
    for telling, event in events:
        days[telling.document] = iso_day(telling.record.published)
        whom = told.setdefault(telling.document, {})
        for name, figure in _mentioned(kind, event).items():
            whom[name] = max(figure, whom.get(name, figure))
    for document, whom in sorted((document, whom) for document, whom in told.items() if whom):
        low, high = whom.pop(_PEOPLE, (0, 0))
        apart = [sum(figures) for figures in zip(*_by_sort(whom), strict=True)] or [0, 0]
        yield days[document], (max(low, apart[0]), max(high, apart[1]))


def _by_sort(told: Mapping[Whom, tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Low and high of each sort of people: of all that are so called, or the sum over those with names of their own if more.

    "Two *soldiers* died" and "two *British soldiers* were shot" of one happening are two dead, and not four.
    """
    for sort in sorted({name for name, _ in told}):
        low, high = told.get((sort, ""), (0, 0))
        named = [figures for (name, known), figures in told.items() if name == sort and known]
        yield max(low, sum(low for low, _ in named)), max(high, sum(high for _, high in named))


def _mentioned(kind: str, event: Event) -> dict[Whom, tuple[int, int]]:
    """The sums of one mention by whose figure it is."""
    out: dict[Whom, tuple[int, int]] = {}
    for casualty in event.casualties:
        if casualty.kind == kind:
            low, high = out.get(_whom(casualty), (0, 0))
            out[_whom(casualty)] = low + casualty.low, high + (casualty.low if casualty.high is None else casualty.high)
    return out


def _whom(casualty: Casualty) -> Whom:
    """Whose figure it is: of people at large, or of one group of them by its sort and its own id, if it has one."""
    group = casualty.group
    if group is None or group.head.text.lower() in _AT_LARGE or group.head.text.isdigit():
        return _PEOPLE
    return group.sector or group.id or group.head.text.lower(), group.id or ""


def _label(name: str, events: list[tuple[Telling, Event]], known: Hierarchy, when: Time) -> str:
    mutual = any(event.reciprocal for _, event in events)
    places = sorted({place.name or place.text for place in _places(events).values()})
    agents = _foremost(_agents(events, known), [(t, a) for t, event in events for a in event.agents])
    targets = _foremost(_targets(events, known), [(t, a) for t, event in events for a in event.targets])
    return headline(name, agents, targets, places[:SHOWN], when, mutual=mutual)


def _foremost(names: Mapping[str, str], told: Iterable[tuple[Telling, Actor]]) -> list[str]:
    """Return the names of those of a side who are told of most, in the order of the side."""
    counts = Counter(iris.compact(iris.actor(telling.document, actor)) for telling, actor in told)
    chosen = sorted(names, key=lambda who: (-counts[who], who))[:SHOWN]
    return [name for who, name in names.items() if who in chosen]
