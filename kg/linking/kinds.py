"""Which kind of attack a general word names: the "**attack**" of an incident that is told as a bombing is that bombing.

What a bomb destroyed was bombed, where no other words tell of an attack: "a bomb **destroyed** *a bank*".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.echoes import RULE
from kg.linking.same_sides import sides_clash
from kg.model import Event
from kg.ontology import Ontology

GENERAL, DAMAGE, BOMBING = "Attack", "PropertyDestruction", "Bombing"
#: kinds of what is put somewhere to go off
EXPLOSIVES = frozenset({"bomb", "explosive", "vehicle-bomb", "roadside-bomb", "landmine"})
#: actions whose nouns name others too, and which: any for "the attack", for "the raids" of planes air strikes
WIDE = {GENERAL: frozenset[str](), "Raid": frozenset({"Airstrike"})}
#: constructions whose trigger is a noun, which can stand for what other words tell
NOMINAL = frozenset({"nominal", "anaphor", "support-verb", "circumstance", "claimed", "suffered"})


def with_kinds(events: Sequence[Event], ontology: Ontology) -> list[Event]:
    """Give nouns for an attack the action of the nearest mention of their incident, if the incident tells of one kind."""
    incidents: dict[str, list[Event]] = {}
    for event in events:
        incidents.setdefault(event.incident, []).append(event)
    damage = {e.id: _as_bombing(e, incidents[e.incident], ontology) for e in events}
    told = {name: [damage[e.id] for e in incident] for name, incident in incidents.items()}
    return [_with_kind(damage[event.id], told[event.incident], ontology) for event in events]


def _with_kind(event: Event, incident: Sequence[Event], ontology: Ontology) -> Event:
    if event.action not in WIDE or event.rule not in NOMINAL or event.instruments:
        return event
    others = [o for o in incident if o.action not in {GENERAL, event.action} and o.rule != RULE]
    kinds = [o for o in others if ontology.is_a(o.action, GENERAL)]
    kinds = [o for o in kinds if o.action not in WIDE] or kinds
    names = {other.action for other in kinds}
    one = all(ontology.is_a(a, b) or ontology.is_a(b, a) for a in names for b in names)
    fitting = WIDE[event.action] or frozenset(ontology.refinements[GENERAL].values())
    if not names or not one or not names <= fitting:
        return event
    if any(sides_clash(event.agents, other.agents) for other in kinds):
        return event
    name = min(kinds, key=lambda other: abs(other.trigger.start - event.trigger.start)).action
    return _of_kind(event, name, ontology)


def _as_bombing(event: Event, incident: Sequence[Event], ontology: Ontology) -> Event:
    """The bombing that damage by a bomb was, if no mention of its incident tells of an attack of some kind."""
    kinds = [tool.kind for tool in event.instruments if tool.kind in EXPLOSIVES]
    if event.action != DAMAGE or not kinds or any(_is_told(other, ontology) for other in incident):
        return event
    return _of_kind(event, ontology.refinements[BOMBING].get(kinds[0], BOMBING), ontology)


def _is_told(event: Event, ontology: Ontology) -> bool:
    """Whether a mention tells of an attack of some kind."""
    return event.action != GENERAL and ontology.is_a(event.action, GENERAL)


def _of_kind(event: Event, name: str, ontology: Ontology) -> Event:
    action = ontology.actions[name]
    return replace(event, action=name, plover=action.plover, cameo=action.cameo, acled=action.acled_sub_event)
