"""Why a text gave what it gave: the parts marked, the construction that read it, the triples, and what gave none."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pyoxigraph import Literal

from kg.extraction.drafts import CONDITIONAL
from kg.graph import iris, statements
from kg.graph.grounding import grounded
from kg.graph.vocabulary import KG, PREFIXES
from kg.model import FACTUAL, Actor, Attribution, Casualty, Event, Place, Record, Span

Mark = tuple[int, int, str]
_SHOWN = tuple(
    map(str, (KG.action, KG.agent, KG.target, KG.instrument, KG.place, KG.start, KG.end, KG.status, KG.attribution))
)


def explain(record: Record, relations: Mapping[str, str], *, every: bool = False) -> str:
    """Explain a record to a person, event by event; ``relations`` maps actions to their direct relations.

    Of the words that gave no event those are listed that signal one by themselves; the others ("said", "turned") where
    there is no event at all, or with ``every``.
    """
    record = grounded(record)
    lines: list[str] = []
    for event in record.events:
        lines += ["", marked(record, event), *_indent(_event(record, event, relations))]
    if not record.events:
        lines += ["", "No event."]
    lines += _rejected(record, every=every or not record.events)
    return "\n".join(lines[1:]) + "\n"


def _rejected(record: Record, *, every: bool) -> list[str]:
    """The words that look like an event and gave none, each once with its reason."""
    listed = [r for r in record.rejected if every or not r.reason.startswith(CONDITIONAL)]
    times = Counter(f'  "{r.text}" ({r.action}): {r.reason}' for r in listed)
    lines = [text + (f" ({n} times)" if n > 1 else "") for text, n in times.items()]
    if lines:
        lines = ["", "Looks like an event and gave none:", *lines]
    hidden = len({r.text.lower() for r in record.rejected} - {r.text.lower() for r in listed})
    if hidden:
        told = "1 word signals" if hidden == 1 else f"{hidden} words signal"
        lines += ["", f"{told} an event only beside certain others, which are not there: --all lists them"]
    return lines


def marked(record: Record, event: Event) -> str:
    """Return the sentence of an event with its parts in brackets, each named; a part inside another is left plain."""
    sentence = event.sentence
    free: list[Mark] = []
    for mark in _marks(record, event):
        inside = sentence.start <= mark[0] < mark[1] <= sentence.end
        if inside and all(mark[1] <= other[0] or other[1] <= mark[0] for other in free):
            free.append(mark)
    words, at = [], sentence.start
    for start, end, name in sorted(free):
        words += [_between(sentence, at, start), f"[{name}: {_between(sentence, start, end)}]"]
        at = end
    return " ".join("".join([*words, _between(sentence, at, sentence.end)]).split())


def _marks(record: Record, event: Event) -> Iterator[Mark]:
    """Yield the parts of an event, those first that must be seen."""
    yield event.trigger.start, event.trigger.end, event.action
    if event.status_cue:
        yield event.status_cue.start, event.status_cue.end, event.status
    for index in event.attribution:
        cue = record.attributions[index].cue
        if cue:
            yield cue.start, cue.end, "says"
    for name, actors in (("agent", event.agents), ("target", event.targets)):
        yield from ((actor.start, actor.end, name) for actor in actors)
        yield from ((actor.head.start, actor.head.end, name) for actor in actors)
    yield from ((thing.start, thing.end, "with") for thing in event.instruments)
    yield from ((place.start, place.end, place.relation or "place") for place in event.places)
    if event.time.text and event.time.text in event.sentence.text:
        start = event.sentence.start + event.sentence.text.index(event.time.text)
        yield start, start + len(event.time.text), "time"


def _between(sentence: Span, start: int, end: int) -> str:
    return sentence.text[start - sentence.start : end - sentence.start]


def _indent(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Set names and values in two columns; a name stands once for the values under it."""
    before = ""
    for name, value in pairs:
        yield f"  {'' if name == before else name:<11} {value}"
        before = name


def _event(record: Record, event: Event, relations: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    codes = ", ".join(filter(None, (event.plover, f"CAMEO {event.cameo}" if event.cameo else "", event.acled)))
    yield "event", f"{event.action} ({codes})"
    yield "read by", f'the construction "{event.rule}", confidence {event.confidence:.2f}'
    if event.acled_by:
        yield "ACLED type", f"by the words of the whole note: {event.acled_by}"
    yield "status", event.status + (f', because of "{event.status_cue.text}"' if event.status_cue else "")
    for name, actors in (("agent", event.agents), ("target", event.targets)):
        yield from ((name, _actor(actor)) for actor in actors)
    if event.reciprocal:
        yield "sides", "act on one another"
    yield from (("with", f'"{thing.text}" ({thing.kind})') for thing in event.instruments)
    yield from (("place", _place(place)) for place in event.places)
    yield "time", _time(event)
    yield from ((toll.kind, f'{_figure(toll)} ("{toll.text}")') for toll in event.casualties)
    for index in event.attribution:
        saying = record.attributions[index]
        yield "said by", _source(saying)
    yield from _triples(record, event, relations)


def _actor(actor: Actor) -> str:
    stands_for = f' = "{actor.antecedent.text}"' if actor.antecedent else ""
    known = actor.id or (f"one of {', '.join(actor.candidates)}" if actor.candidates else "not in the ontology")
    return f'"{actor.text}"{stands_for} -> {actor.name or actor.kind or "unnamed"} ({known})'


def _source(saying: Attribution) -> str:
    if saying.source_actor:
        return _actor(saying.source_actor)
    return "nobody named" + (f' ("{saying.cue.text}")' if saying.cue else "")


def _figure(toll: Casualty) -> str:
    if toll.high is None:
        return f"{toll.low} or more"
    return str(toll.low) if toll.high == toll.low else f"{toll.low} to {toll.high}"


def _place(place: Place) -> str:
    known = place.latitude is not None and place.longitude is not None
    where = f"{place.latitude:.3f}, {place.longitude:.3f}" if known else "no coordinates"
    details = ", ".join(filter(None, (place.precision, place.country, where)))
    found = place.name or (f"not found, lies in or near {place.within}" if place.within else "not found")
    return f'"{place.text}" -> {found} ({details})'


def _time(event: Event) -> str:
    time = event.time
    if time.start is None and time.end is None:
        return f'unknown ("{time.text}" of which week or year is not said)' if time.text else "unknown"
    days = time.start if time.start == time.end else f"{time.start or '..'} to {time.end or '..'}"
    basis = f'"{time.text}"' if time.text else {"published": "the day of publication"}.get(time.basis, time.basis)
    return f"{days} ({time.precision}, from {basis})"


def _triples(record: Record, event: Event, relations: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Name the direct triples first, then those of the event."""
    alone = replace(record, events=(event,))
    node, relation = iris.event(event.id), relations.get(event.action)
    facts = sorted({(str(s), str(p), _value(o)) for s, p, o in statements.facts(alone, relations)})
    named = {PREFIXES["kg"] + name for name in (relation, relations.get("Coercion")) if relation and name}
    direct = [fact for fact in facts if fact[1] in named]
    if not direct:
        yield "triples", f"no direct one: {_why_none(event, relation)}"
    own = [fact for name in _SHOWN for fact in facts if fact[0] == node and fact[1] == name]
    for fact in (*direct, *own):
        yield "triples", " ".join(map(iris.compact, fact))


def _value(term: str | Literal) -> str:
    return json.dumps(term.value, ensure_ascii=False) if isinstance(term, Literal) else str(term)


def _why_none(event: Event, relation: str | None) -> str:
    if event.status not in FACTUAL:
        return f"the event is {event.status}, and only asserted ones state a fact"
    if relation is None:
        return f"{event.action} has no relation between actors"
    missing = " and no ".join(
        name for name, actors in (("agent", event.agents), ("target", event.targets)) if not actors
    )
    return f"no {missing} is named" if missing else "agent and target are the same"
