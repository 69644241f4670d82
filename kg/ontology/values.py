"""What the ontology folder holds, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PartOfSpeech = Literal["verb", "noun", "adjective"]


@dataclass(frozen=True, slots=True)
class Action:
    """A class of happenings with its codes; ``relation`` is the local name of the direct property actor → actor."""

    name: str
    label: str
    parent: str | None
    plover: str
    cameo: str
    mode: str | None = None
    acled_sub_event: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor of the ontology; ``labels`` are unambiguous names, ``ambiguous`` those that context must decide."""

    id: str
    name: str
    kind: str
    labels: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    since: str | None = None
    until: str | None = None
    part_of: tuple[str, ...] = ()
    operates_in: tuple[str, ...] = ()
    office: str | None = None
    led_by: tuple[str, ...] = ()

    def current(self, day: str | None) -> bool:
        """Whether the entry's years hold on an ISO day; without a day every entry does."""
        if day is None:
            return True
        return not (self.since and day[: len(self.since)] < self.since) and not (
            self.until and day[: len(self.until)] > self.until
        )


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of people or bodies: *soldier*, *police*; ``person`` is true of words for one human being."""

    code: str
    kind: str
    sector: str
    person: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that signal an action, with the frame that says which argument is whose.

    ``words`` are lemmas, the head first for verbs and last for nouns; ``conditions`` and ``exclusions`` map a slot to the
    classes or lemmas of which one must (must not) be found there.
    """

    action: str
    pos: PartOfSpeech
    words: tuple[str, ...]
    agent: tuple[str, ...]
    target: tuple[str, ...]
    instrument: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    conditions: tuple[tuple[str, frozenset[str]], ...] = ()
    exclusions: tuple[tuple[str, frozenset[str]], ...] = ()
    reciprocal: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Nouns:
    """Common nouns by what they stand for; all keys are lemmas in lower case."""

    roles: dict[str, Role] = field(default_factory=dict)
    instruments: dict[str, str] = field(default_factory=dict)
    operators: dict[str, str] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    longest: int = 1
