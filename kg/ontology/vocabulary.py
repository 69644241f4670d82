"""Common nouns of ``nouns.toml``, peoples of ``peoples.toml`` and triggers of ``triggers.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.ontology.checking import check_keys, check_nouns, check_refinements
from kg.ontology.turtle import line_of
from kg.ontology.values import Action, Nouns, PartOfSpeech, Role, Trigger

SLOTS = frozenset(
    (
        "subject object indirect infinitive doing doer named clause question "
        "possessor bearer adjective compound of by on against at with between "
        "to from for in into over near about toward towards upon under among through after before during out off as across "
        "around inside outside aboard onto amid because along alongside within without than up down beyond behind above below"
    ).split()
)
LISTS: Mapping[str, PartOfSpeech] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
FRAME_KEYS = ("agent", "target", "instrument", "place")
DEFAULT_FRAME: Mapping[PartOfSpeech, str] = {"verb": "act", "noun": "noun", "adjective": "state"}
#: classes of nouns.toml whose words stand for people
PEOPLE = frozenset({"kin", "captive", "leader", "spokesperson"})
#: codes of roles of those who act for a state or a body of states
RULING = ("GOV", "LEG", "JUD", "SPY", "IGO")
ARMED = ("Military", "ArmedGroup", "Militia", "Police", "Coalition")


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; a syntax error names file and line."""
    try:
        with path.open("rb") as handle:
            return tomllib.load(handle)
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{path.name}: {error}; mend the TOML") from error


def read_nouns(path: Path) -> Nouns:
    """Roles, instruments, classes and titles."""
    data = read_toml(path)
    check_nouns(path, data)
    roles: dict[str, Role] = {}
    for code, table in data.get("role", {}).items():
        for key, person in (("person", True), ("body", False)):
            for word in table.get(key, []):
                _refuse_twice(path, roles, word, f"role.{code}")
                kind = table.get("person_kind", table["kind"]) if person else table["kind"]
                roles[word] = Role(code, kind, table["sector"], person)
    instruments = {word: kind for kind, table in data.get("instrument", {}).items() for word in table["words"]}
    operators = {kind: table["operator"] for kind, table in data.get("instrument", {}).items() if "operator" in table}
    titles = {word.lower(): code for code, table in data.get("title", {}).items() for word in table["words"]}
    classes: dict[str, set[str]] = {}
    for name, table in data.get("class", {}).items():
        for word in table["words"]:
            classes.setdefault(word, set()).add(name)
    for word, role in roles.items():
        classes.setdefault(word, set()).update(_role_classes(role))
    for word, kind in instruments.items():
        classes.setdefault(word, set()).update({"weapon", kind})
    for names in classes.values():
        if names & PEOPLE:
            names.add("person")
    every = [*roles, *instruments, *classes]
    return Nouns(
        roles=roles,
        instruments=instruments,
        operators=operators,
        classes={word: frozenset(names) for word, names in classes.items()},
        titles=titles,
        longest=max((len(word.split()) for word in every), default=1),
    )


def read_peoples(path: Path, countries: Set[str]) -> dict[str, frozenset[str]]:
    """Words for peoples in lower case -> the countries in which they are at home; none where there is no file."""
    found: dict[str, frozenset[str]] = {}
    for words, homes in read_toml(path)["peoples"].items() if path.is_file() else ():
        unknown = sorted(set(homes) - countries)
        quoted = f'"{words}"'
        twice = sorted(set(words.split()) & found.keys())
        if unknown or twice:
            what = f"{unknown[0]} is no country of actors/" if unknown else f"{twice[0]} is there twice; keep one"
            raise OntologyError(f"{path.name}:{line_of(path, quoted)}: {what}")
        found |= dict.fromkeys(words.split(), frozenset(homes))
    return found


def _role_classes(role: Role) -> set[str]:
    out = {"actor"}
    if role.person:
        out.add("person")
    if role.kind in ARMED:
        out.add("armed")
    if role.kind == "Civilians":
        out.add("civilian")
    if role.kind == "Government":
        out.add("state")
    if role.code in RULING:
        out.add("authority")
    if role.person and role.code in {*RULING, "PTY", "OPP"} - {"JUD"}:
        out.add("statesman")
    return out


def _refuse_twice(path: Path, roles: Mapping[str, Role], word: str, where: str) -> None:
    if word in roles:
        line = line_of(path, f'"{word}"')
        raise OntologyError(
            f'{path.name}:{line}: "{word}" is a word of role.{roles[word].code} and of {where}; keep one'
        )


def read_triggers(
    path: Path, actions: Mapping[str, Action]
) -> tuple[dict[tuple[PartOfSpeech, str], tuple[Trigger, ...]], dict[str, dict[str, str]]]:
    """(triggers by part of speech and head lemma, most conditions first; refinements action → sign → action)."""
    data = read_toml(path)
    frames = data.pop("frames", {})
    refine = data.pop("refine", {})
    check_refinements(path, refine, actions)
    for name, frame in frames.items():
        check_keys(path, f"the frame {name}", frame, (*FRAME_KEYS, "reciprocal"))
    found: dict[tuple[PartOfSpeech, str], list[Trigger]] = {}
    plain: dict[tuple[PartOfSpeech, tuple[str, ...]], str] = {}
    for action, table in data.items():
        if action not in actions:
            raise OntologyError(f"{path.name}:{line_of(path, f'[{action}]')}: {action} is no action of conflict.ttl")
        check_keys(path, f"[{action}]", table, LISTS)
        for trigger in _triggers(path, action, table, frames):
            if not trigger.conditions and not trigger.exclusions:
                other = plain.setdefault((trigger.pos, trigger.words), action)
                if other != action:
                    line = line_of(path, f'"{" ".join(trigger.words)}"')
                    raise OntologyError(
                        f'{path.name}:{line}: "{" ".join(trigger.words)}" signals {other} and {action}; add a condition'
                    )
            head = (
                trigger.words[0]
                if trigger.pos == "verb" or " of " in f" {' '.join(trigger.words)} "
                else trigger.words[-1]
            )
            found.setdefault((trigger.pos, head), []).append(trigger)
    ordered = {key: tuple(sorted(items, key=_specificity, reverse=True)) for key, items in found.items()}
    return ordered, refine


def read_echoes(path: Path, actions: Mapping[str, Action]) -> dict[str, dict[str, list[str]]]:
    """Read the words that name again what an article tells: kind -> action -> lemmas; none where the file is missing."""
    data: dict[str, dict[str, list[str]]] = read_toml(path) if path.is_file() else {}
    for action in (action for table in data.values() for action in table):
        if action not in actions:
            raise OntologyError(f"{path.name}:{line_of(path, action)}: {action} is no action of conflict.ttl")
    return data


def _specificity(trigger: Trigger) -> tuple[int, int, int, int]:
    """How much a trigger asks for: words, slots, slots that must not hold some words, slots that want certain words.

    What asks for more is tried first: "a plea *for talks*" before "a plea *for* anything".
    """
    choosy = sum("@any" not in values for _, values in trigger.conditions)
    return len(trigger.words), len(trigger.conditions), len(trigger.exclusions), choosy


def _triggers(path: Path, action: str, table: Mapping[str, Any], frames: Mapping[str, Any]) -> Iterator[Trigger]:
    for key, pos in LISTS.items():
        for item in table.get(key, []):
            entry = {"word": item} if isinstance(item, str) else dict(item)
            for word in [entry["word"]] if isinstance(entry["word"], str) else entry["word"]:
                yield _trigger(path, action, pos, word, entry, frames)


def _trigger(
    path: Path, action: str, pos: PartOfSpeech, word: str, entry: Mapping[str, Any], frames: Mapping[str, Any]
) -> Trigger:
    name = entry.get("frame", DEFAULT_FRAME[pos])
    if name not in frames and "frame" in entry:
        raise OntologyError(
            f'{path.name}:{line_of(path, f"{name}", word)}: "{word}" uses the frame {name}, which [frames] lacks'
        )
    frame = dict(frames.get(name, {})) | {key: entry[key] for key in FRAME_KEYS if key in entry}
    conditions: list[tuple[str, frozenset[str]]] = []
    exclusions: list[tuple[str, frozenset[str]]] = []
    for key, values in entry.items():
        if key in {"word", "frame", "reciprocal", "strength", "adjective_form", *FRAME_KEYS}:
            continue
        slot, into = (key[4:], exclusions) if key.startswith("not_") else (key, conditions)
        if slot not in SLOTS | {"modifier", "carrier"}:
            raise OntologyError(f'{path.name}:{line_of(path, word, key)}: "{word}" has the unknown key {key}')
        into.append((slot, frozenset([values] if isinstance(values, str) else values)))
    return Trigger(
        action=action,
        pos=pos,
        words=tuple(word.split()),
        agent=tuple(frame.get("agent", ())),
        target=tuple(frame.get("target", ())),
        instrument=tuple(frame.get("instrument", ())),
        place=tuple(frame.get("place", ())),
        conditions=tuple(conditions),
        exclusions=tuple(exclusions),
        reciprocal=bool(entry.get("reciprocal", frame.get("reciprocal", False))),
        weak=entry.get("strength") == "weak",
    )
