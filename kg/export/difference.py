"""What two graphs say that the other does not: by triple, or event by event."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from kg.export import selection
from kg.export.chosen import Chosen
from kg.graph import iris
from kg.graph.store import Store
from kg.graph.vocabulary import KG, PREFIXES

_TYPE = PREFIXES["rdf"] + "type"
_LABEL = PREFIXES["rdfs"] + "label"
#: what of an event is compared, and how it is called
_FIELDS: Mapping[str, str] = {
    str(KG.action): "action",
    str(KG.status): "status",
    str(KG.agent): "agents",
    str(KG.target): "targets",
    str(KG.place): "places",
    str(KG.start): "start",
    str(KG.end): "end",
    str(KG.attribution): "attribution",
    str(KG.casualties): "casualties",
    str(KG.instrument): "instruments",
}
Said = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Event:
    """An event mention in a form that can be compared; ``trigger`` is the range of characters that names it."""

    id: str
    article: str
    trigger: str
    label: str
    said: Said

    def to_dict(self) -> dict[str, Any]:
        """Return plain values."""
        said = {name: list(values) for name, values in self.said.items()}
        return {"event": self.id, "article": self.article, "trigger": self.trigger, "label": self.label, **said}


@dataclass(frozen=True, slots=True)
class Difference:
    """What is on one side alone, and what is on both and changed; lines or events, sorted."""

    first: tuple[str, ...] | tuple[Event, ...] = ()
    second: tuple[str, ...] | tuple[Event, ...] = ()
    changed: tuple[tuple[Event, Event], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.first or self.second or self.changed)

    def render(self) -> Iterator[str]:
        """Yield lines for people: ``-`` is in the first alone, ``+`` in the second, ``~`` in both and changed."""
        for sign, items in (("-", self.first), ("+", self.second)):
            for item in items:
                yield f"{sign} {_line(item)}\n"
        for one, other in self.changed:
            yield f"~ {_line(one)}\n"
            for name in _changes(one, other):
                yield f"    {name}: {_values(one.said.get(name))} -> {_values(other.said.get(name))}\n"

    def to_json(self) -> str:
        """Return the same as JSON."""
        sides = {"first": self.first, "second": self.second}
        plain: dict[str, Any] = {
            name: [item if isinstance(item, str) else item.to_dict() for item in items] for name, items in sides.items()
        }
        if any(isinstance(item, Event) for items in sides.values() for item in items) or self.changed:
            plain["changed"] = [
                {"first": one.to_dict(), "second": other.to_dict(), "fields": list(_changes(one, other))}
                for one, other in self.changed
            ]
        return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


def by_triple(first: Store, second: Store) -> Difference:
    """Compare what the exports of two graphs hold, as lines of N-Triples."""
    one, other = ({f"{triple} ." for triple in selection.triples(Chosen(store))} for store in (first, second))
    return Difference(tuple(sorted(one - other)), tuple(sorted(other - one)))


def by_event(first: Store, second: Store) -> Difference:
    """Compare event mentions; those with the same id, else the only ones with the same trigger, are the same.

    So are those that say the same elsewhere in their article, in the order of the text: a word more before them moves them.
    """
    one, other = events(selection.triples(Chosen(first))), events(selection.triples(Chosen(second)))
    pairs = [(one.pop(name), other.pop(name)) for name in sorted(one.keys() & other.keys())]
    here, there = _by_trigger(one), _by_trigger(other)
    alone = (name for name in sorted(here.keys() & there.keys()) if len(here[name]) == len(there[name]) == 1)
    pairs += [(one.pop(here[trigger][0]), other.pop(there[trigger][0])) for trigger in alone]
    moved, now = _by_content(one), _by_content(other)
    same = [pair for what in sorted(moved.keys() & now.keys()) for pair in zip(moved[what], now[what], strict=False)]
    pairs += [(one.pop(before), other.pop(after)) for before, after in same]
    changed = sorted((pair for pair in pairs if pair[0].said != pair[1].said), key=lambda pair: _order(pair[0]))
    return Difference(_sorted(one.values()), _sorted(other.values()), tuple(changed))


def events(triples: Iterable[Triple]) -> dict[str, Event]:
    """Return the event mentions of a graph by IRI."""
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    mentions = set()
    for triple in triples:
        if isinstance(triple.subject, NamedNode):
            said[triple.subject.value][triple.predicate.value].add(_term(triple.object))
            if triple.predicate.value == _TYPE and _term(triple.object) == "kg:Event":
                mentions.add(triple.subject.value)
    return {iri: _event(iri, said) for iri in sorted(mentions)}


def _event(iri: str, said: Mapping[str, Mapping[str, set[str]]]) -> Event:
    own = said[iri]
    fields = {name: tuple(sorted(_told(own.get(prop, ()), name, said))) for prop, name in _FIELDS.items()}
    return Event(
        id=iris.compact(iri),
        article=_first(own.get(str(KG.article))),
        trigger=_first(own.get(str(KG.trigger))),
        label=_first(own.get(_LABEL)),
        said={name: values for name, values in fields.items() if values},
    )


def _told(values: Iterable[str], name: str, said: Mapping[str, Mapping[str, set[str]]]) -> Iterator[str]:
    """Yield values; those of parts of an event, whose IRIs say nothing, as what is said of them."""
    parts = {
        "casualties": (KG.casualtyKind, KG.low, KG.high),
        "instruments": (_LABEL,),
        "attribution": (KG.claimantName,),
    }
    for value in values:
        if name in parts:
            about = said.get(_iri(value), {})
            yield " ".join(_first(about.get(str(prop))) for prop in parts[name]).strip() or value
        else:
            yield value


def _iri(compact: str) -> str:
    return compact if compact.startswith("http") else iris.expand(compact)


def _term(term: object) -> str:
    if isinstance(term, NamedNode):
        return iris.compact(term.value)
    return term.value if isinstance(term, Literal) else str(term)


def _first(values: Iterable[str] | None) -> str:
    return min(values or ("",))


def _by_trigger(found: Mapping[str, Event]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = defaultdict(list)
    for iri, event in found.items():
        out[event.trigger].append(iri)
    return out


def _by_content(found: Mapping[str, Event]) -> dict[tuple[object, ...], list[str]]:
    """Return the events of each article by what they say, in the order of the text."""
    out: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for iri, event in sorted(found.items(), key=lambda item: _order(item[1])):
        said = sorted((name, values) for name, values in event.said.items() if name != "attribution")
        out[event.article, event.label, tuple(said)].append(iri)
    return out


def _changes(one: Event, other: Event) -> Iterator[str]:
    yield from (name for name in _FIELDS.values() if one.said.get(name) != other.said.get(name))


def _values(values: tuple[str, ...] | None) -> str:
    return ", ".join(values) if values else "nothing"


def _line(item: str | Event) -> str:
    return item if isinstance(item, str) else f"{item.label}  [{item.trigger or item.id}]"


def _order(event: Event) -> tuple[object, ...]:
    from kg.export.turtle import numbered

    return numbered(event.trigger), event.id


def _sorted(found: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(found, key=_order))
