"""Ways to break counts down: ``by=month,country`` gives one row for each month and country.

A dimension has columns and a pattern that binds them for an incident, or leaves them unbound where it is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_PLACE = "{v} kg:place|kg:target ?{n}Place . ?{n}Place geo:sfWithin+ ?{n}Node"
_DATED = "{v} kg:start ?{n}Start ; kg:timePrecision ?{n}Precision"


def _dated(length: int, *precisions: str) -> str:
    known = ", ".join(f'"{precision}"' for precision in precisions)
    return f"{_DATED} FILTER(?{{n}}Precision IN ({known})) BIND(SUBSTR(STR(?{{n}}Start), 1, {length}) AS ?{{n}})"


def _week() -> str:
    """Bind the Monday of the week: the day is counted from the start of the Julian calendar, which was a Monday."""
    start, year = "?{n}Start", "?{n}Year"
    month = f"(MONTH({start}) + 12 * ?{{n}}Shift - 3)"
    leaps = f"FLOOR({year} / 4) - FLOOR({year} / 100) + FLOOR({year} / 400)"
    return (
        f'{_DATED} FILTER(?{{n}}Precision IN ("day", "week")) BIND(FLOOR((14 - MONTH({start})) / 12) AS ?{{n}}Shift) '
        f"BIND(YEAR({start}) + 4800 - ?{{n}}Shift AS {year}) "
        f"BIND(DAY({start}) + FLOOR((153 * {month} + 2) / 5) + 365 * {year} + {leaps} - 32045 AS ?{{n}}Day) "
        "BIND(xsd:integer(?{n}Day - 7 * FLOOR(?{n}Day / 7)) AS ?{n}Gone) "
        f'BIND(SUBSTR(STR({start} - xsd:dayTimeDuration(CONCAT("P", STR(?{{n}}Gone), "D"))), 1, 10) AS ?{{n}})'
    )


def _side(role: str) -> str:
    return f"{{v}} {role} ?{{n}}Node . ?{{n}}Node rdfs:label ?{{n}}"


#: dimension -> columns, patterns; in them {v} is the incident's variable and {n} the dimension's name
DIMENSIONS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "day": (("day",), (_dated(10, "day"),)),
    "week": (("week",), (_week(),)),
    "month": (("month",), (_dated(7, "day", "week", "month"),)),
    "year": (("year",), (_dated(4, "day", "week", "month", "season", "year"),)),
    "country": (("country",), (f"{_PLACE} . ?{{n}}Node a kg:CountryTerritory ; rdfs:label ?{{n}}",)),
    "admin1": (
        ("country", "admin1"),
        (f"{_PLACE} . ?{{n}}Node a kg:AdministrativeArea ; rdfs:label ?{{n}} ; geo:sfWithin/rdfs:label ?country",),
    ),
    "place": (("place",), (_side("kg:place"),)),
    "actor": (("actor",), (f"{_side('kg:agent|kg:target')} FILTER NOT EXISTS {{{{ ?{{n}}Node a kg:Place }}}}",)),
    "agent": (("agent",), (_side("kg:agent"),)),
    "target": (("target",), (_side("kg:target"),)),
    "dyad": (
        ("agent", "target"),
        (_side("kg:agent").replace("{n}", "agent"), _side("kg:target").replace("{n}", "target")),
    ),
    "action": (("action",), ('{v} kg:action ?{n}Node BIND(STRAFTER(STR(?{n}Node), "#") AS ?{n})',)),
    "outlet": (("outlet",), ("{v} kg:article/kg:source ?{n}",)),
}


def by(value: str, variable: str) -> str:
    """Break down by one or several dimensions, separated by commas."""
    chosen = _chosen(value)
    return " ".join(
        f"OPTIONAL {{ {pattern.format(v=variable, n=name)} }}" for name in chosen for pattern in DIMENSIONS[name][1]
    )


def columns(value: str) -> str:
    """Return the columns of dimensions as variables."""
    return " ".join(dict.fromkeys(f"?{column}" for name in _chosen(value) for column in DIMENSIONS[name][0]))


def _chosen(value: str) -> tuple[str, ...]:
    """Read the dimensions; one that another one includes (country in admin1, agent in dyad) is left out."""
    names = tuple(dict.fromkeys(name.strip().lower() for name in value.split(",")))
    for name in names:
        if name not in DIMENSIONS:
            raise ValueError(f"cannot count by {name!r}; there are {', '.join(DIMENSIONS)}")
    return tuple(name for name in names if not any(_includes(other, name) for other in names))


def _includes(one: str, other: str) -> bool:
    return one != other and set(DIMENSIONS[other][0]) < set(DIMENSIONS[one][0])
