"""``ontology/`` as look-ups: actions, actors, triggers, common nouns.  Contradictions are refused with file and line."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.actions import read_actions
from kg.ontology.actors import SHOWN_AS, read_entries
from kg.ontology.checking import check_triggers
from kg.ontology.values import Action, Entry, Nouns, PartOfSpeech, Role, Trigger
from kg.ontology.vocabulary import SLOTS, read_echoes, read_nouns, read_peoples, read_toml, read_triggers

__all__ = ["Action", "Entry", "Nouns", "Ontology", "Role", "Trigger", "entries", "folder", "load"]

#: what governments of certain years are called; ministries and councils beside them are not
REGIME_WORDS = frozenset({"government", "regime", "junta", "administration", "dictatorship"})


@dataclass(frozen=True, eq=False)
class Ontology:
    """Everything that ``ontology/`` says, ready to look up."""

    folder: Path
    actions: Mapping[str, Action]
    entries: Mapping[str, Entry]
    nouns: Nouns
    triggers: Mapping[tuple[PartOfSpeech, str], tuple[Trigger, ...]]
    refinements: Mapping[str, Mapping[str, str]]
    qualifiers: Mapping[str, Mapping[str, list[str]]]
    peoples: Mapping[str, frozenset[str]]
    echoes: Mapping[str, Mapping[str, list[str]]]

    @cached_property
    def by_country(self) -> Mapping[str, Entry]:
        """The country entry of each ISO alpha-3 code."""
        out: dict[str, Entry] = {}
        for entry in self.entries.values():
            if (
                entry.kind == "Country"
                and entry.country
                and (entry.country not in out or entry.id == f"actor:{entry.country}")
            ):
                out[entry.country] = entry
        return out

    def regime(self, government: str, day: str | None) -> Entry | None:
        """The one government of certain years that a country had on a day; None without a day or if two claim it."""
        claims = [entry for entry in self._regimes.get(government, ()) if day and entry.current(day)]
        return claims[0] if len(claims) == 1 else None

    @cached_property
    def _regimes(self) -> Mapping[str, list[Entry]]:
        out: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            dated = entry.kind == "Government" and bool(entry.since or entry.until)
            if dated and any(word in REGIME_WORDS for label in entry.labels for word in label.lower().split()):
                for government in entry.part_of:
                    out.setdefault(government, []).append(entry)
        return out

    def ancestors(self, action: str) -> tuple[str, ...]:
        """The action and all it is a kind of, the nearest first."""
        return self._ancestors.get(action, ())

    @cached_property
    def _ancestors(self) -> Mapping[str, tuple[str, ...]]:
        return {action: self._line(action) for action in self.actions}

    def _line(self, action: str) -> tuple[str, ...]:
        out: list[str] = []
        name: str | None = action
        while name and name in self.actions and name not in out:
            out.append(name)
            name = self.actions[name].parent
        return tuple(out)

    def is_a(self, action: str, kind: str) -> bool:
        """Whether an action is of a kind."""
        return kind in self.ancestors(action)

    def shown_kind(self, entry: Entry) -> str:
        """The kind that records show for an entry."""
        return SHOWN_AS.get(entry.kind, entry.kind)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over all files of the folder, first 16 hex digits."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.rglob("*.t*l")):
            digest.update(path.relative_to(self.folder).as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:16]


def folder() -> Path:
    """The ontology folder: beside the package in a checkout, inside it when installed."""
    inside = Path(__file__).resolve().parent.parent / "_ontology"
    beside = Path(__file__).resolve().parent.parent.parent / "ontology"
    for path in (inside, beside):
        if (path / "conflict.ttl").is_file():
            return path
    raise OntologyError(f"no ontology folder at {inside} or {beside}; install the package again")


@cache
def entries(root: Path | None = None) -> Mapping[str, Entry]:
    """Read the actors of the folder alone (once for each path)."""
    return read_entries(((root or folder()) / "actors").glob("*.ttl"))


@cache
def load(path: Path | None = None) -> Ontology:
    """Read the folder (once for each path)."""
    root = path or folder()
    actions = read_actions(root / "conflict.ttl")
    triggers, refinements = read_triggers(root / "triggers.toml", actions)
    nouns = read_nouns(root / "nouns.toml")
    check_triggers(root / "triggers.toml", triggers, nouns, SLOTS)
    return Ontology(
        folder=root,
        actions=actions,
        entries=entries(root),
        nouns=nouns,
        triggers=triggers,
        refinements=refinements,
        qualifiers=read_toml(root / "qualifiers.toml"),
        peoples=read_peoples(root / "peoples.toml", {e.country for e in entries(root).values() if e.country}),
        echoes=read_echoes(root / "echoes.toml", actions),
    )
