"""From names that people give to the actors and places that are meant, asked of a store in quick steps."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.queries.patterns import ID, LABELS, iri, quoted
from kg.graph.store import Store

_PLACE = "?found a kg:Place"


def actors(store: Store, value: str) -> tuple[str, ...]:
    """Return the IRIs of an actor by id or name, with its parts and its people, sorted."""
    roots = [iri(value)] if ID.fullmatch(value) else _named(store, value)
    return _ask(store, f"VALUES ?root {{ {' '.join(roots)} }} ?found (kg:partOf|kg:affiliation)* ?root")


def places(store: Store, value: str) -> tuple[str, ...]:
    """Return the IRIs of a place by id or name, with those in the country or first-order area of that name, sorted."""
    if ID.fullmatch(value):
        return (iri(value),)
    roots = {*_named(store, value), *_quoted(store, value)}
    codes = _ask(store, f"VALUES ?root {{ {' '.join(sorted(roots))} }} ?root kg:iso3 ?found")
    country = _ask(store, f"VALUES ?code {{ {' '.join(codes)} }} ?found kg:country ?code FILTER EXISTS {{ {_PLACE} }}")
    area = _ask(store, f"VALUES ?area {{ {' '.join(_spellings(value))} }} ?found kg:admin1 ?area")
    return tuple(sorted({*roots, *country, *area}))


def _named(store: Store, value: str) -> list[str]:
    """Return whose label it is as it is spelt or in usual capitals, else whatever the case (which reads all labels)."""
    exact = _ask(store, f"VALUES ?label {{ {' '.join(_spellings(value))} }} ?found {LABELS} ?label")
    return list(exact or _ask(store, f"?found {LABELS} ?label FILTER(LCASE(STR(?label)) = {quoted(value.lower())})"))


def _quoted(store: Store, value: str) -> Iterable[str]:
    """Return the places that articles call so, whatever their canonical name."""
    words = " ".join(form for form in _spellings(value) if not form.endswith("@en"))
    return _ask(store, f"VALUES ?words {{ {words} }} ?at kg:quote ?words ; kg:refersTo ?found . {_PLACE}")


def _spellings(value: str) -> list[str]:
    forms = dict.fromkeys((value, value.title(), value.upper(), value.lower(), value[:1].upper() + value[1:]))
    return [form for text in forms for form in (quoted(text), f"{quoted(text)}@en")]


def _ask(store: Store, where: str) -> tuple[str, ...]:
    rows = store.query(f"SELECT DISTINCT ?found {{ {where} }}").rows
    return tuple(sorted(str(row[0]) for row in rows))
