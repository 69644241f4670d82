"""The ACLED sub-event type that a whole note tells, against that of its first event by rules.

Rules see who does what to whom with which weapon; the model of what notes tell (``kg.language.senses``) sees all words.  Each has
its say: the type of the rules is given up where the model is far surer of another that an event of this kind can have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

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
    """Give the first event of each note the type that its words tell, and all that are told as the same."""
    changed: dict[str, Event] = {}
    for tokens, told in _notes(events, doc):
        shares = probabilities(tokens)
        label, chosen = _told(told, shares, whole=len(told) == len(events))
        for event in chosen:
            own = event.rule == RULE  # told by nothing but the note: as sure as its type
            confidence = round(shares[label], 2) if own else event.confidence
            reason = _reason(tokens, label, shares[label])
            changed[event.id] = replace(event, acled=label, acled_by=reason, confidence=confidence)
    return [changed.get(event.id, event) for event in events]


def _told(told: Sequence[Event], shares: Mapping[str, float], *, whole: bool) -> tuple[str, list[Event]]:
    """(the type of a note, the events that get it); ``whole``: the note is all that the article tells."""
    label = max((name for name in shares if name != NOTHING), key=lambda name: shares[name])
    typed = [event for event in told if event.acled and event.status not in UNREAL]
    facts = [event for event in typed if event.status == "asserted"] or typed
    if not facts:
        bare = [event for event in told if event.status == "asserted"]
        return label, bare[:1] if whole and shares[label] >= SURE else []
    first = facts[0]
    if first.rule == RULE:
        return label, [first]
    alike = OTHER in (label, first.acled) or any(label in group and first.acled in group for group in GROUPS)
    surer = shares[label] >= shares.get(first.acled or "", 0.0) + MARGIN
    told_too = any(event.acled == label for event in facts)
    return label, [e for e in facts if e.acled == first.acled] if alike and surer and not told_too else []


def _reason(tokens: Sequence[Token], label: str, share: float) -> str:
    """The words that speak most for a type, and its probability: '"burst", "bullets", "life" (0.71)'."""
    spoken = evidence(tokens, label)
    best = sorted(spoken, key=lambda i: -spoken[i])[:SHOWN]
    words = {token.i: f'"{token.text}"' for token in tokens}
    return f"{', '.join(words[i] for i in sorted(best))} ({share:.2f})"


def _notes(events: Sequence[Event], doc: Doc) -> Iterator[tuple[Sequence[Token], list[Event]]]:
    """Yield the words of each sentence that tells events, and these; a short text is one note."""
    sentences = list(doc.sents)
    if len(sentences) <= NOTE:
        yield from [(list(doc), list(events))] if events else []
        return
    for sentence in sentences:
        told = [e for e in events if sentence.start_char <= e.trigger.start < sentence.end_char]
        if told:
            yield list(sentence), told
