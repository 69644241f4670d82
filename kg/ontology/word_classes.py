"""Classes of words that rules of the grammar ask for, ``ontology/word_classes.toml``: verbs of harm, nouns for an attack."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.ontology import folder
from kg.ontology.turtle import line_of
from kg.ontology.vocabulary import read_toml

FILE = "word_classes.toml"
KEYS = frozenset({"words", "with"})


def word_class(name: str) -> frozenset[str]:
    """The words of a class, those of the classes that it takes in among them."""
    return read_word_classes(folder() / FILE)[name]


@cache
def read_word_classes(path: Path) -> Mapping[str, frozenset[str]]:
    """All classes of a file; a key or class that is unknown, or two classes alike, is an error with its line."""
    tables = read_toml(path)
    for name, table in tables.items():
        for key in sorted(table.keys() - KEYS):
            raise _error(path, name, f'"{key}" is neither "words" nor "with"')
    found = {name: _words(path, tables, name, ()) for name in tables}
    same: dict[frozenset[str], str] = {}
    for name, words in found.items():
        if words in same:
            raise _error(path, name, f"it has the words of [{same[words]}]; keep one")
        same[words] = name
    return found


def _words(path: Path, tables: Mapping[str, Any], name: str, inside: tuple[str, ...]) -> frozenset[str]:
    out = set(tables[name].get("words", "").split())
    for other in tables[name].get("with", ()):
        if other not in tables or other in (name, *inside):
            raise _error(path, name, f"it cannot take in [{other}]")
        out |= _words(path, tables, other, (name, *inside))
    return frozenset(out)


def _error(path: Path, name: str, what: str) -> OntologyError:
    return OntologyError(f"{path.name}:{line_of(path, f'[{name}]')}: [{name}]: {what}")
