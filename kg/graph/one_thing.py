"""What an article has no name for is one thing where its events are one: "a convoy" hit twice in one incident.

Only mentions with the same noun, in the same role of the same incident, are joined, where one says no more than the other;
nothing that is counted, told to be another one, or a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import Actor, Event, Span

SINGLE = frozenset({"Object", "Place", "Organisation", "ArmedGroup", "Militia", "Military", "Coalition"})
OTHER = frozenset("another other second third fourth new similar separate different".split())
SMALL = frozenset("a an the this that its their his her one".split())
Spot = tuple[int, int]


def one_thing(events: Sequence[Event], body: int = 0) -> list[Event]:
    """Give the mentions of a nameless thing the first one as their antecedent; that of the body before a headline's.

    ``body`` is the character at which the headline ends.
    """
    first = dict(_first_mentions(events, body))
    return [
        replace(
            event,
            agents=tuple(_joined(actor, first) for actor in event.agents),
            targets=tuple(_joined(actor, first) for actor in event.targets),
        )
        for event in events
    ]


def _first_mentions(events: Sequence[Event], body: int) -> Iterator[tuple[Spot, Span]]:
    """Yield where a thing is met, by its words or those that it stands for, with the words that bring it in."""
    met: dict[tuple[str, str, str], list[Span]] = {}
    for role in ("agents", "targets"):
        for actor, incident in ((actor, event.incident) for event in events for actor in getattr(event, role)):
            if _nameless(actor):
                met.setdefault((role, incident, _noun(actor)), []).append(_words(actor))
    for spans in met.values():
        known = min(spans, key=lambda span: (span.start < body, span.start))
        same = (span for span in spans if span != known and _same_words(span, known))
        yield from (((span.start, span.end), known) for span in same)


def _same_words(one: Span, other: Span) -> bool:
    """Whether one of two mentions says nothing that the other does not say: not "the house of Venn", "Orlan's house"."""
    mine, others = (set(span.text.lower().replace("-", " ").split()) - SMALL for span in (one, other))
    return mine <= others or others <= mine


def _joined(actor: Actor, first: dict[Spot, Span]) -> Actor:
    words = _words(actor)
    known = first.get((words.start, words.end)) if _nameless(actor) else None
    own = known is not None and known.start <= actor.start < known.end
    return replace(actor, antecedent=known) if known is not None and not own else actor


def _nameless(actor: Actor) -> bool:
    if (
        actor.id
        or actor.name
        or actor.candidates
        or actor.kind not in SINGLE
        or (actor.number and actor.number.low > 1)
    ):
        return False
    return not OTHER & set(_words(actor).text.lower().split())


def _words(actor: Actor) -> Span:
    return actor.antecedent or Span(actor.start, actor.end, actor.text)


def _noun(actor: Actor) -> str:
    """The noun of a mention: of its antecedent the last word before a preposition."""
    if actor.antecedent is None:
        return actor.head.text.lower()
    words = actor.antecedent.text.lower().split()
    cut = next(
        (n for n, word in enumerate(words) if n and word in {"of", "in", "at", "on", "near", "with", "from"}), None
    )
    return words[: cut or len(words)][-1]
