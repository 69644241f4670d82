"""One document: its record against its gold, as counts that may be added up, and as mistakes to study."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from kg.evaluation.alignment import align, overlap, same_actor, same_toll, same_trigger, same_words
from kg.evaluation.counts import Scores
from kg.evaluation.gold import GoldDocument, GoldEvent, Mention, Mentions
from kg.model import FACTUAL, Actor, Event, Record, Span

P = TypeVar("P")
Pair = tuple[GoldEvent, Event]


def score(gold: GoldDocument, record: Record, types: Mapping[str, str]) -> Scores:
    """Compare one record with its gold; ``types`` gives the PLOVER type of each action."""
    out = Scores(gold.id)
    found = _found(gold, record, types)
    firm = [(g, p) for g, p in found if not g.optional]
    _triggers(out, gold, record, found, types)
    for g, p in firm:
        _event(out, g, p, record)
    _casualties(out, gold, record)
    _incidents(out, firm)
    _false_facts(out, gold, record, found)
    return out


def _found(gold: GoldDocument, record: Record, types: Mapping[str, str]) -> list[Pair]:
    pairs = align(gold.events, record.events, lambda g, p: same_trigger(g, p, types))
    return [(gold.events[i], record.events[j]) for i, j in pairs]


def verdicts(gold: GoldDocument, record: Record, types: Mapping[str, str]) -> list[tuple[Event, bool]]:
    """Return each read event with whether its type and status are right; those that gold leaves open are left out."""
    return _verdicts(record, _found(gold, record, types), types)


def _verdicts(record: Record, found: Sequence[Pair], types: Mapping[str, str]) -> list[tuple[Event, bool]]:
    known = {id(p): g for g, p in found}
    judged = [(p, known.get(id(p))) for p in record.events]
    return [
        (p, g is not None and _same_type(g, p, types) and p.status in g.statuses)
        for p, g in judged
        if g is None or not g.optional
    ]


def _triggers(out: Scores, gold: GoldDocument, record: Record, found: Sequence[Pair], types: Mapping[str, str]) -> None:
    """Triggers, PLOVER types, actions, whole events, and what confidence has to do with it."""
    answered = {id(p) for _, p in found}
    matched = {id(g) for g, _ in found}
    wanted = [g for g in gold.events if not g.optional]
    judged = _verdicts(record, found, types)
    firm = [(g, p) for g, p in found if not g.optional]
    right = {
        "trigger": len(firm),
        "type": sum(_same_type(g, p, types) for g, p in firm),
        "action": sum(p.action in g.actions for g, p in firm),
    }
    for figure, count in right.items():
        out.lists(figure, count, len(judged), len(wanted))
    for missed in wanted:
        if id(missed) not in matched:
            out.note("miss", "event", expected=missed.actions[0], words=_shown(gold.text, missed.trigger))
            out.share("whole", False)
    for event, good in judged:
        out.judged.append((event.confidence, good))
        out.add(brier__c=(event.confidence - good) ** 2, brier__n=1)
        if id(event) not in answered:
            out.note(
                "false alarm", "event", found=event.action, status=event.status, words=_shown(gold.text, event.trigger)
            )
    for g, p in firm:
        if p.action not in g.actions:
            out.note("wrong", "action", expected=g.actions, found=p.action, words=_shown(gold.text, g.trigger))
        out.share("whole", _whole(g, p, types))


def _same_type(gold: GoldEvent, read: Event, types: Mapping[str, str]) -> bool:
    return types.get(read.action, read.plover) in {types.get(action) for action in gold.actions}


def _whole(gold: GoldEvent, read: Event, types: Mapping[str, str]) -> bool:
    """Whether type, status and both sides are right."""
    sides = [*_sides(gold, read).values()]
    good = all(_hits(g, p, same_actor) == (len(p), sum(not m.optional for m in g)) for g, p in sides)
    return good and _same_type(gold, read, types) and read.status in gold.statuses


def _hits(gold: Mentions, read: Sequence[P], match: Callable[[Mention, P], float]) -> tuple[int, int]:
    """(read ones that are right, firm gold ones that were found)."""
    pairs = align(gold, read, match)
    return len(pairs), sum(not gold[i].optional for i, _ in pairs)


def _sides(gold: GoldEvent, read: Event) -> dict[str, tuple[Mentions, tuple[Actor, ...]]]:
    """What is compared for agents and targets; the two sides of a reciprocal event are one set."""
    if gold.agents is None or gold.targets is None:
        return {}
    if read.reciprocal:
        return {"agent": (gold.agents + gold.targets, read.agents + read.targets)}
    return {"agent": (gold.agents, read.agents), "target": (gold.targets, read.targets)}


def _event(out: Scores, gold: GoldEvent, read: Event, record: Record) -> None:
    """What a found event says."""
    words = read.trigger.text
    out.share("status", read.status in gold.statuses)
    if read.status not in gold.statuses:
        out.note("wrong", "status", expected=gold.statuses, found=read.status, words=words)
    for role, (wanted, actors) in _sides(gold, read).items():
        _words(out, role, wanted, actors, same_actor, words)
        _links(out, wanted, actors)
    if gold.places is not None:
        _words(out, "place", gold.places, read.places, same_words, words)
        _relations(out, gold.places, read)
    if gold.instruments is not None:
        _words(out, "instrument", gold.instruments, read.instruments, same_words, words)
    if gold.sources is not None:
        sources = [record.attributions[i].source for i in read.attribution if i < len(record.attributions)]
        known = tuple(dict.fromkeys(s for s in sources if s is not None))
        _words(out, "attribution", gold.sources, known, same_words, words)
    if gold.time is not None:
        when = (read.time.start, read.time.end)
        out.share("time", when == gold.time)
        if when != gold.time:
            out.note("wrong", "time", expected=gold.time, found=when, words=words)


def _words(
    out: Scores, role: str, gold: Mentions, read: Sequence[P], match: Callable[[Mention, P], float], trigger: str
) -> None:
    """Compare the mentions of one role; optional gold that was read leaves the count."""
    pairs = align(gold, read, match)
    optional = sum(gold[i].optional for i, _ in pairs)
    out.lists(role, len(pairs) - optional, len(read) - optional, sum(not m.optional for m in gold))
    for i, mention in enumerate(gold):
        if not mention.optional and i not in {a for a, _ in pairs}:
            out.note("miss", role, expected=mention.span.text, words=trigger)
    for j, item in enumerate(read):
        if j not in {b for _, b in pairs}:
            out.note("false alarm", role, found=getattr(item, "text", ""), words=trigger)


def _links(out: Scores, gold: Mentions, read: Sequence[Actor]) -> None:
    """Compare identifiers, countries and antecedents of the actors that were found."""
    for i, j in align(gold, read, same_actor):
        wanted, actor = gold[i], read[j]
        for figure, expected, found in (
            ("link.id", wanted.id, actor.id),
            ("link.country", wanted.country, actor.country),
        ):
            if expected is not None:
                out.share(figure, found == expected)
                if found != expected:
                    out.note("wrong", figure, expected=expected, found=found, words=actor.text)
        if wanted.antecedent is not None:
            good = overlap(wanted.antecedent, actor.antecedent) > 0
            out.share("antecedent", good)
            if not good:
                stands_for = actor.antecedent.text if actor.antecedent else None
                out.note("wrong", "antecedent", expected=wanted.antecedent.text, found=stands_for, words=actor.text)


def _relations(out: Scores, gold: Mentions, read: Event) -> None:
    for i, j in align(gold, read.places, same_words):
        wanted, found = gold[i].relation, read.places[j].relation
        if wanted is not None:
            good = (found or "").casefold() == wanted.casefold()
            out.share("place.relation", good)
            if not good:
                out.note("wrong", "place.relation", expected=wanted, found=found, words=read.places[j].text)


def _casualties(out: Scores, gold: GoldDocument, record: Record) -> None:
    """Compare the figures of a document, whichever event carries them, if its gold gives any."""
    wanted = [toll for event in gold.events for toll in event.casualties or ()]
    if not wanted:
        return
    found = {(c.kind, c.low, c.high, c.start): c for event in record.events for c in event.casualties}
    read = [found[key] for key in sorted(found, key=str)]
    pairs = align(wanted, read, same_toll)
    out.lists("casualties", len(pairs), len(read), len(wanted))
    for i, toll in enumerate(wanted):
        if i not in {a for a, _ in pairs}:
            out.note("miss", "casualties", expected=[toll.kind, toll.low, toll.high])
    for j, casualty in enumerate(read):
        if j not in {b for _, b in pairs}:
            out.note("false alarm", "casualties", found=[casualty.kind, casualty.low, casualty.high, casualty.text])


def _incidents(out: Scores, firm: Sequence[Pair]) -> None:
    """Compare pairs of found events: one happening or two."""
    labelled = [(g.incident, p) for g, p in firm if g.incident is not None]
    for (one, p), (other, q) in combinations(labelled, 2):
        gold, read = one == other, p.incident == q.incident
        out.lists("incident", gold and read, read, gold)
        if gold != read:
            out.note("wrong", "incident", expected=gold, found=read, words=[p.trigger.text, q.trigger.text])


def _false_facts(out: Scores, gold: GoldDocument, record: Record, found: Sequence[Pair]) -> None:
    """Count traps, and those read as a fact: words that are no event, and events that did not take place."""
    facts = [event for event in record.events if event.status in FACTUAL]
    unreal = [event.trigger for event in gold.events if not FACTUAL & set(event.statuses) and not event.optional]
    traps = [*gold.not_events, *(t for t in unreal if not any(overlap(t, n) for n in gold.not_events))]
    by_read = {id(p): g for g, p in found}
    for trap in traps:
        wrong = [event for event in facts if overlap(trap, event.trigger) and not _rightly(by_read.get(id(event)))]
        out.share("false_facts", bool(wrong))
        if wrong:
            out.note("false fact", "event", found=wrong[0].action, words=_shown(gold.text, trap))


def _rightly(gold: GoldEvent | None) -> bool:
    return gold is not None and bool(FACTUAL & set(gold.statuses))


def _shown(text: str, span: Span) -> str:
    """Words in their surroundings."""
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 30]
    return f"{before}[{text[span.start : span.end]}]{after}"
