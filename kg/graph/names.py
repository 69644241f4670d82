"""From names that people give to the actors and places that are meant, asked of a store in quick steps."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.queries.patterns import ID, LABELS, iri, quoted
from kg.graph.store import Store


def actors(store: Store, value: str) -> tuple[str, ...]:
    """Return the IRIs of an actor by id or name, with its parts and its people, sorted."""
    roots = [iri(value)] if ID.fullmatch(value) else _named(store, value)
    return (
        _ask(store, f"VALUES ?root {{ {' '.join(roots)} }} ?found (kg:partOf|kg:affiliation)* ?root") if roots else ()
    )


def places(store: Store, value: str) -> tuple[str, ...]:
    """Return the IRIs of a place by id or name, with those in the country or first-order area of that name, sorted."""
    if ID.fullmatch(value):
        return (iri(value),)
    roots = {*_named(store, value), *_quoted(store, value)}
    inside: set[str] = set()
    if roots:
        codes = store.query(
            f"SELECT DISTINCT ?code {{ VALUES ?root {{ {' '.join(sorted(roots))} }} ?root kg:iso3 ?code }}"
        )
        known = " ".join(quoted(str(row["code"])) for row in codes)
        inside |= set(
            _ask(store, f"VALUES ?code {{ {known} }} ?found kg:country ?code FILTER EXISTS {{ ?found a kg:Place }}")
        )
    areas = " ".join(_spellings(value))
    inside |= set(_ask(store, f"VALUES ?area {{ {areas} }} ?found kg:admin1 ?area"))
    return tuple(sorted(roots | inside))


def _named(store: Store, value: str) -> list[str]:
    """Return whose label it is as it is spelt or in usual capitals, else whatever the case (which reads all labels)."""
    exact = _ask(store, f"VALUES ?label {{ {' '.join(_spellings(value))} }} ?found {LABELS} ?label")
    return list(exact or _ask(store, f"?found {LABELS} ?label FILTER(LCASE(STR(?label)) = {quoted(value.lower())})"))


def _quoted(store: Store, value: str) -> Iterable[str]:
    """Return the places that articles call so, whatever their canonical name."""
    words = " ".join(f for f in _spellings(value) if not f.endswith("@en"))
    return _ask(
        store, f"VALUES ?words {{ {words} }} ?words_at kg:quote ?words ; kg:refersTo ?found . ?found a kg:Place"
    )


def _spellings(value: str) -> list[str]:
    forms = dict.fromkeys((value, value.title(), value.upper(), value.lower(), value[:1].upper() + value[1:]))
    return [form for text in forms for form in (quoted(text), f"{quoted(text)}@en")]


def _ask(store: Store, where: str) -> tuple[str, ...]:
    rows = store.query(f"SELECT DISTINCT ?found {{ {where} }}").rows
    return tuple(sorted(str(row[0]) for row in rows))
