"""The library of named queries: one ``.rq`` file each, with its description, parameters and an example in comments.

A parameter is a typed pattern, never text pasted into a query: ``#{actor}`` in a file stands where the pattern for a
given value goes, ``#{by:columns}`` where the columns that it adds go, and both are comments where none is given, so that
each file is a query as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.graph.queries.patterns import among
from kg.graph.queries.types import COLUMNS, PATTERNS

if TYPE_CHECKING:
    from kg.graph.results import Result
    from kg.graph.store import Store

_HEADER = re.compile(r"^# ?(.*)$")
_PARAMETER = re.compile(r"@param (\w+) (\w+)(?:\(([^)]*)\))?(?:=(\S+))?(!?) (.*)")
_SLOT = re.compile(r"^[ \t]*#\{(\w+(?::columns)?)\}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be given to a query; ``type`` is a key of ``PATTERNS``."""

    name: str
    type: str
    variables: tuple[str, ...]
    default: str | None
    required: bool
    help: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the library."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str
    text: str


@cache
def library() -> tuple[NamedQuery, ...]:
    """Return all named queries, by name."""
    files = (entry for entry in resources.files(__package__).iterdir() if entry.name.endswith(".rq"))
    return tuple(sorted((read(f.name.removesuffix(".rq"), f.read_text("utf-8")) for f in files), key=_name))


def _name(query: NamedQuery) -> str:
    return query.name


def named(name: str, listed: str = "kg query --list") -> NamedQuery:
    """Return a query by its name; raise QueryError where there is none, with a near name or where all are ``listed``."""
    known = {query.name: query for query in library()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    raise QueryError(f"no query {name!r}; " + (f"did you mean {near[0]}?" if near else f"see {listed}"))


def read(name: str, text: str) -> NamedQuery:
    """Read the comments at the head of a query; raise QueryError where a parameter's line is malformed."""
    description, parameters, example = [], [], ""
    for line in text.splitlines():
        header = _HEADER.match(line)
        if not header:
            break
        if header[1].startswith("@param"):
            parameters.append(_parameter(name, header[1]))
        elif header[1].startswith("@example"):
            example = header[1].removeprefix("@example").strip()
        elif header[1]:
            description.append(header[1])
    return NamedQuery(name, " ".join(description), tuple(parameters), example, text)


def _parameter(query: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if not match or match[2] not in PATTERNS:
        raise QueryError(f"{query}: cannot read {line!r}; a parameter is: @param NAME TYPE(?variable)=DEFAULT HELP")
    variables = tuple((match[3] or "").split())
    return Parameter(match[1], match[2], variables, match[4], match[5] == "!", match[6])


def render(query: NamedQuery, given: Mapping[str, str]) -> str:
    """Return the query's text with the patterns for the given values.

    Raises QueryError for a parameter that it does not have, one that it needs and a value that does not fit its type.
    """
    return _filled(query, _checked(query, given))


def _checked(query: NamedQuery, given: Mapping[str, str]) -> dict[str, str]:
    known = [parameter.name for parameter in query.parameters]
    unknown = sorted(set(given) - set(known))
    if unknown:
        names = ", ".join(known) or "none"
        raise QueryError(f"query {query.name} has no parameter {unknown[0]!r}; it has {names}")
    slots = {p.name: _pattern(query, p, given.get(p.name) or p.default) for p in query.parameters}
    since, until = (given.get(name, "").strip() for name in ("since", "until"))
    if since and until and since[: len(until)] > until[: len(since)]:
        raise QueryError(f"query {query.name}: since {since} is after until {until}; nothing can lie between")
    for p in query.parameters:
        value = (given.get(p.name) or p.default or "").strip()
        if p.type in COLUMNS:
            slots[f"{p.name}:columns"] = COLUMNS[p.type](value) if value else ""
    return slots


def _filled(query: NamedQuery, patterns: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda slot: patterns[slot[1]], query.text)


def ask(store: Store, query: NamedQuery, given: Mapping[str, str], *, most: int | None = None) -> Result:
    """Answer a named query, with at most so many rows; ``cut`` tells where its own limit leaves rows out, too.

    The same as querying what ``render`` gives, but actors and places are looked up first, as a big store needs.
    """
    from kg.graph import names

    patterns = _checked(query, given)
    if limited := re.fullmatch(r"LIMIT (\d+)", patterns.get("limit", "")):
        most = min(int(limited[1]), int(limited[1]) if most is None else most)
        patterns["limit"] = f"LIMIT {most + 1}"  # whether there are more
    looks = {"actor": names.actors, "either": names.actors, "place": names.places}
    for parameter in query.parameters:
        value = (given.get(parameter.name) or "").strip()
        if value and parameter.type in looks:
            patterns[parameter.name] = among(looks[parameter.type](store, value), *parameter.variables)
        elif value and parameter.type in _TERMS:
            _refuse_unknown(store, query, parameter, value.removeprefix("kg:"))
    return store.query(_filled(query, patterns), most=most)


#: types whose values are terms of the ontology -> what those have, one of them
_TERMS = {
    "action": ("[] rdfs:subClassOf* ?term ; kg:plover ?code", "Airstrike"),
    "relation": ("?term a owl:ObjectProperty", "attacked"),
}


def _refuse_unknown(store: Store, query: NamedQuery, parameter: Parameter, value: str) -> None:
    """Raise QueryError for a term that the ontology of the store lacks, with one that is spelt much alike."""
    from kg.graph.vocabulary import ONTOLOGY

    marked, example = _TERMS[parameter.type]
    rows = store.query(f"SELECT DISTINCT ?term {{ GRAPH <{ONTOLOGY}> {{ {marked} }} }}")
    known = {str(row["term"]).removeprefix("kg:") for row in rows}
    if known and value not in known:
        alike = {name.lower(): name for name in sorted(known)}
        near = get_close_matches(value.lower(), alike, n=1)
        hint = f"; did you mean {alike[near[0]]}?" if near else f", such as {example}"
        raise QueryError(
            f"query {query.name}, parameter {parameter.name}: the ontology has no {parameter.type} {value!r}{hint}"
        )


def _pattern(query: NamedQuery, parameter: Parameter, value: str | None) -> str:
    if value is None or not value.strip():
        if parameter.required:
            raise QueryError(f"query {query.name} needs -p {parameter.name}=...: {parameter.help}")
        return ""
    try:
        return PATTERNS[parameter.type](value.strip(), *parameter.variables)
    except ValueError as error:
        raise QueryError(f"query {query.name}, parameter {parameter.name}: {error}") from error
