"""The ACLED sub-event type that a whole note tells, against that of its first event by rules.

Rules see who does what to whom with which weapon; the model of what notes tell (``kg.language.senses``) sees all words.  Each has
its say: the type of the rules is given up where the model is far surer of another that an event of this kind can have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extraction.from_senses import NOTE, RULE
from kg.language.senses import NOTHING, evidence, probabilities
from kg.linking.acled_labels import (
    ABDUCTION,
    AGREEMENT,
    AIR,
    ARRESTS,
    ATTACK,
    BASE,
    CHANGE,
    CHEMICAL,
    CLASH,
    DAMAGE,
    DISRUPTED,
    EXCESSIVE,
    EXPLOSIVE,
    GRENADE,
    INTERVENTION,
    MOB,
    OTHER,
    OVERTAKEN,
    PROTEST,
    REGAINED,
    SEXUAL,
    SHELLING,
    SUICIDE,
    TRANSFER,
    VIOLENT,
)
from kg.model import Event

#: what the model must be surer by to be believed rather than the rules
MARGIN = 0.5
#: probability from which events without a type are given that of their note
SURE = 0.5
#: types of which one can be taken for another of the same group; ``OTHER`` is what is left and can be any
GROUPS = (
    frozenset({ATTACK, CLASH, SUICIDE, EXPLOSIVE, GRENADE, CHEMICAL, AIR, SHELLING, MOB, SEXUAL, ABDUCTION, EXCESSIVE}),
    frozenset({PROTEST, INTERVENTION, EXCESSIVE, VIOLENT, MOB}),
    frozenset({CLASH, REGAINED, OVERTAKEN, TRANSFER, BASE, CHANGE}),
    frozenset({ARRESTS, INTERVENTION, ABDUCTION}),
    frozenset({DAMAGE, VIOLENT, MOB, ATTACK, CLASH}),
    frozenset({DISRUPTED, EXPLOSIVE, GRENADE, SUICIDE, CHEMICAL, AIR, SHELLING}),
    frozenset({AGREEMENT, CHANGE, TRANSFER, BASE}),
    frozenset({DAMAGE, DISRUPTED}),
)
UNREAL = frozenset({"negated", "hypothetical", "demanded"})
#: words that are given as the reason
SHOWN = 3


def with_senses(events: Sequence[Event], doc: Doc) -> list[Event]:
    """Give the first event of a short note the type that its words tell, and all that are told as the same.

    A sentence of a longer article tells too little of what it is about: "the *dead* included the owner".
    """
    if not events or sum(1 for _ in doc.sents) > NOTE:
        return list(events)
    shares = probabilities(doc)
    label, chosen = _told(events, shares)
    reason = _reason(doc, label, shares[label]) if chosen else ""
    changed = {event.id: _typed(event, label, shares[label], reason) for event in chosen}
    return [changed.get(event.id, event) for event in events]


def _typed(event: Event, label: str, share: float, reason: str) -> Event:
    """An event with the type of its note; one that nothing but the note tells is as sure as that."""
    confidence = round(share, 2) if event.rule == RULE else event.confidence
    return replace(event, acled=label, acled_by=reason, confidence=confidence)


def _told(told: Sequence[Event], shares: Mapping[str, float]) -> tuple[str, list[Event]]:
    """(the type of a note, the events that get it)."""
    label = max((name for name in shares if name != NOTHING), key=lambda name: shares[name])
    typed = [event for event in told if event.acled and event.status not in UNREAL]
    facts = [event for event in typed if event.status == "asserted"] or typed
    if not facts:
        bare = [event for event in told if event.status == "asserted"]
        return label, bare[:1] if shares[label] >= SURE else []
    first = facts[0]
    if first.rule == RULE:
        return label, [first]
    alike = OTHER in (label, first.acled) or any(label in group and first.acled in group for group in GROUPS)
    surer = shares[label] >= shares.get(first.acled or "", 0.0) + MARGIN
    told_too = any(event.acled == label for event in facts)
    return label, [e for e in facts if e.acled == first.acled] if alike and surer and not told_too else []


def _reason(note: Doc, label: str, share: float) -> str:
    """The words that speak most for a type, and its probability: '"burst", "bullets", "life" (0.71)'."""
    spoken = evidence(note, label)
    best = sorted(spoken, key=lambda i: -spoken[i])[:SHOWN]
    words = ", ".join(f'"{note[i].text}"' for i in sorted(best))
    return f"{words} ({share:.2f})"
