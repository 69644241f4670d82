"""What the files of the ontology folder say of one another: a name that the other file lacks is refused, with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kg.errors import OntologyError
from kg.ontology.turtle import line_of
from kg.ontology.values import Action, Nouns, PartOfSpeech, Trigger

#: what may fill a role beside the slots that conditions know
IN_FRAMES: Final = frozenset("second_object alongside beneath beside home next past".split())
#: classes that the grammar itself knows: any noun, and a toponym
OF_GRAMMAR: Final = frozenset({"any", "place"})
TABLES: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = {
    "role": (frozenset({"kind", "sector"}), frozenset({"person_kind", "person", "body"})),
    "instrument": (frozenset({"words"}), frozenset({"operator"})),
    "class": (frozenset({"words"}), frozenset()),
    "title": (frozenset({"words"}), frozenset()),
}
Triggers = Mapping[tuple[PartOfSpeech, str], tuple[Trigger, ...]]


def check_triggers(path: Path, triggers: Triggers, nouns: Nouns, slots: frozenset[str]) -> None:
    """Refuse a slot that no role can be filled from, and a class that no word of nouns.toml has."""
    classes = frozenset(name for names in nouns.classes.values() for name in names) | OF_GRAMMAR
    for found in triggers.values():
        for trigger in found:
            words = " ".join(trigger.words)
            for slot in (*trigger.agent, *trigger.target, *trigger.instrument, *trigger.place):
                if slot not in slots | IN_FRAMES:
                    _refuse(path, f'"{words}" takes a role from "{slot}", which is no slot', f'"{slot}"', words)
            for value in sorted(_values(trigger)):
                if value.startswith("@") and value[1:] not in classes:
                    _refuse(path, f'"{words}" asks for {value}, which no word of nouns.toml is', f'"{value}"', words)


def _values(trigger: Trigger) -> Iterator[str]:
    for _, values in (*trigger.conditions, *trigger.exclusions):
        yield from values


def check_refinements(path: Path, refinements: Mapping[str, Mapping[str, str]], actions: Mapping[str, Action]) -> None:
    """Refuse a refinement of or to an unknown action."""
    for action, table in refinements.items():
        if action not in actions:
            _refuse(path, f"{action} is no action of conflict.ttl", f"[refine.{action}]")
        for sign, name in table.items():
            if name not in actions:
                _refuse(
                    path, f'"{sign}" makes {action} a {name}, which is no action of conflict.ttl', f'"{name}"', sign
                )


def check_nouns(path: Path, data: Mapping[str, Any]) -> None:
    """Refuse tables and keys that nothing reads, keys that lack, and codes of roles that there are not."""
    for section, tables in data.items():
        if section not in TABLES:
            _refuse(path, f"there is no section {section}; there are {', '.join(TABLES)}", f"[{section}")
        needed, more = TABLES[section]
        for name, table in tables.items():
            header = f"[{section}.{name}]"
            for key in sorted(needed - set(table)):
                _refuse(path, f"{header} lacks {key}", header)
            for key in sorted(set(table) - needed - more):
                _refuse_key(path, header, key, needed | more)
            if section == "title":
                _known_role(path, data, name, header)
            elif "operator" in table:
                _known_role(path, data, table["operator"], header)


def _known_role(path: Path, data: Mapping[str, Any], code: str, header: str) -> None:
    if code not in data.get("role", {}):
        _refuse(path, f"{header} is of the role {code}, which no [role.{code}] describes", header)


def check_keys(path: Path, header: str, table: Mapping[str, Any], known: Iterable[str]) -> None:
    """Refuse a table with a key that nothing reads."""
    unknown = sorted(set(table) - set(known))
    if unknown:
        _refuse_key(path, header, unknown[0], known)


def _refuse_key(path: Path, header: str, key: str, known: Iterable[str]) -> None:
    """Raise OntologyError with the line of a key, from that of its table on."""
    lines = path.read_text(encoding="utf-8").splitlines()
    start = next((n for n, line in enumerate(lines) if line.startswith(header)), 0)
    sign = re.compile(rf"(?:^|[{{,\s]){re.escape(key)}\s*=")
    line = next((n + 1 for n in range(start, len(lines)) if sign.search(lines[n])), start + 1)
    raise OntologyError(f"{path.name}:{line}: {header} has the unknown key {key}; there are {', '.join(sorted(known))}")


def _refuse(path: Path, told: str, *words: str) -> None:
    """Raise OntologyError with the line that has all the words, else the first of them."""
    line = line_of(path, *words)
    if line == 1 and len(words) > 1:
        line = line_of(path, words[0])
    raise OntologyError(f"{path.name}:{line}: {told}; mend one of the two")
