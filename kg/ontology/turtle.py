"""Turtle files as tables: subject → predicate → values, with the line a subject starts on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph

from kg.errors import OntologyError

BASE = "https://w3id.org/conflict-event-kg/"
ONTOLOGY = BASE + "ontology#"
PREFIXES: Mapping[str, str] = {
    "kg": ONTOLOGY,
    **{name: f"{BASE}{name}/" for name in ("actor", "place", "event", "incident", "article", "claim")},
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
Table = dict[str, dict[str, list[str]]]


def compact(iri: str) -> str:
    """Shorten an IRI to ``prefix:local`` where a prefix fits."""
    for prefix, start in PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri[len(start) :]}"
    return iri


def expand(name: str) -> str:
    """Turn ``prefix:local`` back into an IRI."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name


def table(path: Path) -> Table:
    """Read a Turtle file; IRIs are compacted, literals are their text.  A syntax error names file and line."""
    out: Table = {}
    try:
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            subject = compact(str(getattr(quad.subject, "value", quad.subject)))
            predicate = compact(str(quad.predicate.value))
            value = quad.object
            text = (
                compact(value.value) if isinstance(value, pyoxigraph.NamedNode) else str(getattr(value, "value", value))
            )
            out.setdefault(subject, {}).setdefault(predicate, []).append(text)
    except SyntaxError as error:
        raise OntologyError(f"{path.name}:{error.lineno or '?'}: {error.msg}; mend the Turtle") from error
    return out


def line_of(path: Path, *words: str) -> int:
    """The first line of a file that holds all the words; 1 if none does."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if all(word in line for word in words)), 1)


def line_of_label(path: Path, subject: str, label: str) -> int:
    """The line on which an entry (from its own line on) gives a label."""
    lines = path.read_text(encoding="utf-8").splitlines()
    start = next((n for n, line in enumerate(lines) if re.match(re.escape(subject) + r"\s", line)), 0)
    return next((n + 1 for n in range(start, len(lines)) if f'"{label}"' in lines[n]), start + 1)


def tables(paths: Iterable[Path]) -> Iterator[tuple[Path, str, dict[str, list[str]]]]:
    """All subjects of several files, in file and name order."""
    for path in sorted(paths):
        for subject, properties in table(path).items():
            yield path, subject, properties
