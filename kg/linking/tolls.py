"""Which event a figure of casualties belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from kg.extraction.casualties import Toll
from kg.extraction.drafts import Draft
from kg.extraction.harm import load
from kg.ontology import Ontology
from kg.ontology.groupings import DONE

#: casualties that no one has by being driven away: "put the toll at 32 and said 200 families had *fled*"
HURT = frozenset({"killed", "wounded"})
MOVING = frozenset({"Displacement", "Expulsion"})
FINDING = frozenset({"find", "discover", "recover", "uncover", "unearth", "exhume"})
#: types of acts that can have harmed anybody
HARMFUL = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def assign(doc: Doc, drafts: Sequence[Draft], tolls: Iterable[Toll], ontology: Ontology) -> dict[int, list[Toll]]:
    """Figures by the number of their event: told by its trigger, else the nearest harm of the sentence.

    A running total ("the death toll rose to 25") may belong to the last harm told before it.  Plurals without a number
    are no figures.
    """
    harms = [n for n, d in enumerate(drafts) if ontology.actions[d.action].plover in HARMFUL]
    out: dict[int, list[Toll]] = {}
    tolls = list(tolls)
    for toll in tolls:
        if _is_found(toll) and any(other.trigger.sent == toll.trigger.sent and not _is_found(other) for other in tolls):
            continue  # "found *the bodies* of six after a raid in which two soldiers **died**"
        if any(d.head == toll.trigger.i and n not in harms and d.status not in DONE for n, d in enumerate(drafts)):
            continue  # "attacked a town, from which 500 children are *to be evacuated*"
        alone = toll.kind == "displaced" and toll.high == 1  # "shot him as *he* was leaving home"
        number = _event_of(doc, drafts, harms, toll) if toll.stated and not alone else None
        if number is not None:
            out.setdefault(number, []).append(toll)
    return out


def _is_found(toll: Toll) -> bool:
    """Whether a figure is of bodies that somebody comes upon, of whatever happening: "found *the bodies* of six men"."""
    noun = toll.trigger
    body = toll.kind == "killed" and noun.pos_ == "NOUN" and noun.lemma_.lower() in load().kinds["killed"].remains
    return body and noun.dep_ == "dobj" and noun.head.lemma_.lower() in FINDING


def _event_of(doc: Doc, drafts: Sequence[Draft], harms: Sequence[int], toll: Toll) -> int | None:
    at, sentence = toll.trigger.i, toll.trigger.sent
    told = [n for n in harms if drafts[n].start <= at < drafts[n].end or at in {drafts[n].head, drafts[n].verb}]
    if told:
        own = next((n for n in told if drafts[n].head == at), told[0])
        return own if drafts[own].action != "TerritoryCapture" else None
    if toll.kind in HURT:
        harms = [n for n in harms if drafts[n].action not in MOVING]
    of_thing = [n for n in harms if drafts[n].start <= toll.trigger.head.i < drafts[n].end]
    if of_thing and toll.trigger.dep_ == "relcl":
        return of_thing[0]  # "*threw a grenade*, which **hurt** nobody, and fired"
    near = [(abs(drafts[n].head - at), n) for n in harms if sentence.start <= drafts[n].head < sentence.end]
    if near:
        return min(_deadly(near, drafts, toll))[1]
    before = [n for n in harms if drafts[n].head < at and drafts[n].status in DONE and drafts[n].action != "ShootDown"]
    later = toll.cumulative or (toll.trigger.lemma_.lower() in load().kinds["killed"].remains and toll.kind == "killed")
    return _deadly([(-n, n) for n in before], drafts, toll)[-1][1] if later and before else None


def _deadly(near: list[tuple[int, int]], drafts: Sequence[Draft], toll: Toll) -> list[tuple[int, int]]:
    """Of events in question those that can have killed, for figures of the dead: not "one of the **wounded**"."""
    killing = [(far, n) for far, n in near if drafts[n].action != "Wounding"]
    return killing or near if toll.kind == "killed" else near
