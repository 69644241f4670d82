"""The vocabulary of attribution, ``ontology/reporting.toml``, as look-ups."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.ontology import folder

FILE = "reporting.toml"
CLAUSAL = frozenset({"clause", "infinitive", "gerund", "object", "naming", "measure"})
PREPOSITIONS = frozenset(
    "about against among as at between by for from in into of on over regarding to toward towards upon with "
    "without".split()
)
TYPES = frozenset(
    "statement finding belief denial promise threat demand question intention accusation criticism support "
    "agreement silence".split()
)

#: complement ("clause", "of", ...) -> type of the cue when it is found with that complement
Frame = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reporting:
    """Lemmas (of several words: verb and particle) and what they take; phrases like "according to" by their first word."""

    verbs: Mapping[str, Frame]
    nouns: Mapping[str, Frame]
    adjectives: Mapping[str, Frame]
    adverbs: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    containers: frozenset[str]


@cache
def load(path: Path | None = None) -> Reporting:
    """Read the vocabulary of a file (default: that of the ontology folder); OntologyError if it contradicts itself."""
    return read(path or folder() / FILE)


def read(path: Path) -> Reporting:
    """Read the vocabulary of one file."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"{path}: {error}") from error
    frames = {name: _frames(path, text, name, data.get(name, [])) for name in ("verbs", "nouns", "adjectives")}
    return Reporting(
        verbs=frames["verbs"],
        nouns=frames["nouns"],
        adjectives=frames["adjectives"],
        adverbs=frozenset(data.get("adverbs", [])),
        phrases=_by_first_word(tuple(p.split()) for p in data.get("phrases", [])),
        containers=frozenset(data.get("containers", [])),
    )


def _by_first_word(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        out[phrase[0]] = (*out.get(phrase[0], ()), phrase)
    return out


def _frames(path: Path, text: str, name: str, groups: list[dict[str, Any]]) -> dict[str, Frame]:
    """Join the groups of one part of speech; one complement of a word with two types is an error."""
    out: dict[str, dict[str, str]] = {}
    lines = list(_group_lines(text, name))
    for number, group in enumerate(groups):
        kind, takes = group.get("type"), group.get("takes", [])
        where = f"{path}:{lines[number]}"
        if kind not in TYPES:
            raise OntologyError(f"{where}: unknown type {kind!r}; one of {', '.join(sorted(TYPES))}")
        for complement in takes:
            if complement not in CLAUSAL | PREPOSITIONS:
                raise OntologyError(f"{where}: unknown complement {complement!r}")
        for word in group.get("words", []):
            frame = out.setdefault(word, {})
            for complement in takes:
                if frame.setdefault(complement, kind) != kind:
                    raise OntologyError(
                        f"{where}: {word!r} with {complement!r} is {frame[complement]} and {kind}; leave one out"
                    )
    return dict(out)


def _group_lines(text: str, name: str) -> Iterator[int]:
    """Line numbers at which the groups of a part of speech begin."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() == f"[[{name}]]":
            yield number
