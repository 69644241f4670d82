"""An event as the words put it, before anything is linked: token indices only."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Status

#: how the reason begins why a word gave nothing that signals something beside certain others alone
CONDITIONAL = "the word signals "


@dataclass(frozen=True, slots=True)
class Draft:
    """A happening as one construction read it.  ``head`` is the trigger's head token; ``start`` to ``end`` are its tokens.

    ``agents`` … ``places`` are head tokens of noun phrases; ``cue`` is the token range that gives the status; ``verb`` is the
    verb that carries a nominal event; ``cause`` is the head of the event that stands as subject ("the blast killed 12");
    ``intent`` is the PLOVER type of an act that is only announced ("will send aid" is AGREE), else empty;
    ``manner`` is the action that the verb of an idiom tells by itself ("*shot* dead" is Shooting), else empty;
    ``suspicion`` is the word by which the agents are only said to have done it ("*arrested* for the murder").
    """

    head: int
    start: int
    end: int
    action: str
    rule: str
    agents: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    instruments: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    reciprocal: bool = False
    status: Status = "asserted"
    cue: tuple[int, int] | None = None
    weak: bool = False
    verb: int | None = None
    cause: int | None = None
    intent: str = ""
    manner: str = ""
    suspicion: int | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A trigger that gave no event, with the reason."""

    head: int
    action: str
    reason: str
