"""How somebody was killed, where one phrase tells both: "**shot** dead" is a shooting and a killing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.model import Event, Span
from kg.ontology import Ontology


def with_manners(
    events: Sequence[Event],
    manners: Mapping[str, tuple[str, Span]],
    named: Callable[[Span, str], str],
    ontology: Ontology,
) -> Iterator[Event]:
    """Yield the events, before a harm the act that its verb tells by itself.

    ``manners`` gives action and verb by event id, ``named`` the id of an event with a trigger and an action.  The figures of
    casualties stay with the harm.
    """
    for event in events:
        if event.id in manners:
            name, verb = manners[event.id]
            action = ontology.actions[name]
            yield replace(
                event,
                id=named(verb, name),
                action=name,
                plover=action.plover,
                cameo=action.cameo,
                acled=action.acled_sub_event,
                trigger=verb,
                casualties=(),
            )
        yield event
