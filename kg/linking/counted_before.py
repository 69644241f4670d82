"""How many come to harm where a pronoun stands for a number told before: "dragged *11 men* from a bus and **shot them dead**"."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.extraction.numbers import number_of
from kg.model import Actor, Casualty, Event
from kg.ontology.groupings import DEATHS, DONE, KIDNAPPINGS

#: pronouns for several
SEVERAL = frozenset({"they", "them"})
#: characters back to the number: the sentence and the one before
REACH = 400


def counted_before(event: Event, doc: Doc, text: str) -> tuple[Casualty, ...]:
    """The figure of those the one pronoun stands for that an act is done to, if it tells none; ``text`` is the document's."""
    kind = _kind(event.action)
    if kind is None or event.status not in DONE or len(event.targets) != 1:
        return ()
    people = event.targets[0]
    if people.text.lower() not in SEVERAL or any(c.kind == kind for c in event.casualties):
        return ()
    return _figure(kind, people, event, doc, text)


def _kind(action: str) -> str | None:
    if action in DEATHS:
        return "wounded" if action == "Wounding" else "killed"
    return "captured" if action in KIDNAPPINGS else None


def _figure(kind: str, people: Actor, event: Event, doc: Doc, text: str) -> tuple[Casualty, ...]:
    meant = people.antecedent
    span = doc.char_span(meant.start, meant.end, alignment_mode="expand") if meant is not None else None
    if span is None or meant is None or not 0 <= people.start - meant.end <= REACH:
        return ()
    count = number_of(span.root)
    if count is None or count.low < 2:
        return ()
    start, end = min(people.start, event.trigger.start), max(people.end, event.trigger.end)
    words = text[start:end]
    return (Casualty(kind, count.low, count.high, count.approximate, people, start, end, words),)
