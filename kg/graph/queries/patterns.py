"""Typed parameters as SPARQL patterns: every value is checked and quoted here and nowhere else."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import get_args

from kg.graph import iris
from kg.graph.vocabulary import status as status_term
from kg.model import Status

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
LABELS = "rdfs:label|skos:prefLabel|skos:altLabel|kg:ambiguousLabel|kg:adjective|kg:iso3"
ID = re.compile(r"https?://\S+|[a-z]+:\S+")


def quoted(text: str) -> str:
    """Return text as a SPARQL string."""
    return f'"{text.translate(_ESCAPES)}"'


def iri(value: str) -> str:
    """Return an id or IRI in angle brackets; raise ValueError for an unknown prefix."""
    return f"<{iris.expand(value)}>"


def actor(value: str, *where: str) -> str:
    """Match an actor by id or by any of its names, with its parts and its people.

    ``where`` is a variable, or subject, predicate and variable of a triple that must hold.
    """
    variable = where[-1]
    return _triple(where) + _actor(value, variable)


def either(value: str, one: str, other: str) -> str:
    """Match an actor, as ``actor`` does, as one of two variables or the other."""
    return f"{{ {_actor(value, one)} }} UNION {{ {_actor(value, other)} }}"


def _triple(where: tuple[str, ...]) -> str:
    return f"{' '.join(where)} . " if len(where) == 3 else ""


def _actor(value: str, variable: str) -> str:
    inside = "kg:partOf|kg:affiliation"
    if ID.fullmatch(value):
        return f"{{ SELECT DISTINCT {variable} {{ {variable} ({inside})* {iri(value)} }} }}"
    known = labelled(value, variable)
    return f"{{ SELECT DISTINCT {variable} {{ {known} {variable} ({inside})* {variable}_named }} }}"


def place(value: str, *where: str) -> str:
    """Match a place by id or name, with the places of the country or first-order area of that name.

    ``where`` is as for an actor.
    """
    variable = where[-1]
    return _triple(where) + _place(value, variable)


def _place(value: str, variable: str) -> str:
    if ID.fullmatch(value):
        return f"VALUES {variable} {{ {iri(value)} }}"
    within = f"{{ {variable}_named kg:iso3 {variable}_code . {variable} a kg:Place ; kg:country {variable}_code }}"
    area = f"{{ {variable} kg:admin1 {variable}_area FILTER(LCASE(STR({variable}_area)) = {quoted(value.lower())}) }}"
    known = labelled(value, variable)
    named = f"{{ SELECT ({variable}_named AS {variable}) {{ {known} }} }}"
    return f"{{ SELECT DISTINCT {variable} {{ {named} UNION {{ {known} {within} }} UNION {area} }} }}"


def named(value: str, variable: str) -> str:
    """Match one node by id, or all of a name, and nothing that belongs to them."""
    if ID.fullmatch(value):
        return f"VALUES {variable} {{ {iri(value)} }}"
    return f"{{ SELECT ({variable}_named AS {variable}) {{ {labelled(value, variable)} }} }}"


def labelled(value: str, variable: str) -> str:
    """Match whose label it is, whatever the case, as a variable with ``_named`` after it."""
    label = f"{variable}_label"
    test = f"FILTER(LCASE(STR({label})) = {quoted(value.lower())})"
    return f"{{ SELECT DISTINCT {variable}_named {{ {variable}_named {LABELS} {label} {test} }} }}"


def action(value: str, variable: str) -> str:
    """Match an action by name, with its kinds."""
    return f"{variable} rdfs:subClassOf* {_local(value)} ."


def relation(value: str, variable: str) -> str:
    """Match a relation by name, with its kinds."""
    return f"{variable} rdfs:subPropertyOf* {_local(value)} ."


def _local(value: str) -> str:
    name = value.removeprefix("kg:")
    if not re.fullmatch(r"[A-Za-z]\w*", name, re.ASCII):
        raise ValueError(f"{value!r} is no name of the ontology, such as Airstrike or attacked")
    return f"kg:{name}"


def status(value: str, variable: str) -> str:
    """Match one or several statuses, separated by commas."""
    names = [name.strip().lower() for name in value.split(",")]
    wrong = [name for name in names if name not in get_args(Status)]
    if wrong:
        raise ValueError(f"no status {wrong[0]!r}; there are {', '.join(get_args(Status))}")
    return f"VALUES {variable} {{ {' '.join(f'<{status_term(name)}>' for name in names)} }}"


def identifier(value: str, variable: str) -> str:
    """Match one node by id."""
    return f"VALUES {variable} {{ {iri(value)} }}"


def text(value: str, variable: str) -> str:
    """Match words that contain the value, whatever the case."""
    return f"FILTER(CONTAINS(LCASE(STR({variable})), {quoted(value.lower())}))"


def days(value: str) -> tuple[str, str]:
    """Return the first and last day of 2017, 2017-05 or 2017-05-18; raise ValueError for anything else."""
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", value)
    try:
        if not match:
            raise ValueError
        year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        if day:
            return (dt.date(year, month, day).isoformat(),) * 2
        first, last = (month, month) if match[2] else (1, 12)
        return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{calendar.monthrange(year, last)[1]:02}"
    except (ValueError, calendar.IllegalMonthError):
        raise ValueError(f"{value!r} is no day, month or year, such as 2017-05-18, 2017-05 or 2017") from None


def on(value: str, incident: str) -> str:
    """Match what may have happened in a day, month or year; what has no stated time, on the day of its first report."""
    first, last = days(value)
    return f"{_span(incident)} FILTER({_first(incident)} <= {_date(last)} && {_last(incident)} >= {_date(first)})"


def since(value: str, incident: str) -> str:
    """Match what may have happened on a day or later, as ``on`` does."""
    return f"{_span(incident)} FILTER({_last(incident)} >= {_date(days(value)[0])})"


def until(value: str, incident: str) -> str:
    """Match what may have happened on a day or before, as ``on`` does."""
    return f"{_span(incident)} FILTER({_first(incident)} <= {_date(days(value)[1])})"


def _span(incident: str) -> str:
    """Bind the days of an incident; only the last one is known of what has no stated time."""
    begins, ends = f"{incident} kg:start {incident}_first", f"{incident} kg:end {incident}_last"
    return f"OPTIONAL {{ {begins} }} OPTIONAL {{ {ends} }}"


def _first(incident: str) -> str:
    return f"COALESCE({incident}_first, {incident}_last)"


def _last(incident: str) -> str:
    return f"COALESCE({incident}_last, {incident}_first)"


def _date(day: str) -> str:
    return f'"{day}"^^xsd:date'


def latest(value: str, variable: str) -> str:
    """Bind a day; ``latest`` is that of the last article, or of the last incident where no article has a day."""
    if value != "latest":
        return f'VALUES {variable} {{ "{days(value)[1]}"^^xsd:date }}'
    told = f"SELECT (MAX({variable}_day) AS {variable}_told) {{ ?article a kg:Article ; kg:published {variable}_day }}"
    done = f"SELECT (MAX({variable}_day) AS {variable}_done) {{ ?any kg:status kg:Asserted ; kg:start {variable}_day }}"
    return f"{{ {told} }} {{ {done} }} BIND(COALESCE({variable}_told, {variable}_done) AS {variable})"


def weeks(value: str, variable: str, span: str) -> str:
    """Bind a number of weeks, and as a duration."""
    if not re.fullmatch(r"[1-9][0-9]{0,2}", value):
        raise ValueError(f"{value!r} is no number of weeks, such as 4")
    return f'VALUES ({variable} {span}) {{ ({value} "P{7 * int(value)}D"^^xsd:dayTimeDuration) }}'


def least(value: str, variable: str) -> str:
    """Match numbers that are not below the value."""
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", value):
        raise ValueError(f"{value!r} is no number")
    return f"FILTER({variable} >= {value})"


def limit(value: str) -> str:
    """Return at most so many rows."""
    if not re.fullmatch(r"0*[1-9][0-9]{0,8}", value):
        raise ValueError(f"{value!r} is no whole number from 1 to 999999999")
    return f"LIMIT {int(value)}"


def among(nodes: tuple[str, ...], *where: str) -> str:
    """Match one of some nodes, given in angle brackets; with two variables, as either of them."""
    if len(where) == 2:
        return " UNION ".join(f"{{ {among(nodes, variable)} }}" for variable in where)
    return f"{_triple(where)}VALUES {where[-1]} {{ {' '.join(nodes)} }}"
