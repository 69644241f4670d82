"""Codes that tables need, as the ontology in the store has them: of countries and of actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.graph.hierarchy import Parents, above, hierarchy
from kg.graph.store import Store
from kg.graph.vocabulary import ONTOLOGY

_COUNTRIES = f"""
SELECT ?id ?iso3 ?name ?numeric ?gw ?cow ?region {{ GRAPH <{ONTOLOGY}> {{
  ?id a kg:Country ; kg:iso3 ?iso3 ; skos:prefLabel ?name .
  OPTIONAL {{ ?id kg:isoNumeric ?numeric }} OPTIONAL {{ ?id kg:gw ?gw }} OPTIONAL {{ ?id kg:cow ?cow }}
  OPTIONAL {{ ?id kg:region ?region }}
}} }} ORDER BY ?iso3 ?id ?name ?numeric ?gw ?cow ?region
"""
_GROUPS = f"""
SELECT ?id ?name {{ GRAPH <{ONTOLOGY}> {{ ?id kg:affiliation ?group . ?group skos:prefLabel ?name }} }} ORDER BY ?id ?name
"""
_ACTIONS = f"""
SELECT ?id ?label ?quad ?plover ?mode ?cameo ?event ?sub {{ GRAPH <{ONTOLOGY}> {{
  ?id rdfs:subClassOf ?parent ; rdfs:label ?label . OPTIONAL {{ ?id kg:plover ?plover }}
  OPTIONAL {{ ?id kg:ploverMode ?mode }} OPTIONAL {{ ?id kg:cameo ?cameo }} OPTIONAL {{ ?id kg:quad ?quad }}
  OPTIONAL {{ ?id kg:acledEventType ?event }} OPTIONAL {{ ?id kg:acledSubEventType ?sub }}
}} }} ORDER BY ?id ?label ?quad ?plover ?mode ?cameo ?event ?sub
"""


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166 alpha-3 and numeric, Gleditsch-Ward number, Correlates of War abbreviation, region of ACLED."""

    iso3: str
    name: str
    numeric: str | None = None
    gw: str | None = None
    cow: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """An action's codes: PLOVER type, mode and quad class (1 to 4), CAMEO, ACLED event and sub-event type."""

    name: str
    label: str
    plover: str | None = None
    mode: str | None = None
    quad: int | None = None
    cameo: str | None = None
    event: str | None = None
    sub: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Countries by alpha-3, actions by name, what stands above an actor, and the name of a person's body."""

    countries: Mapping[str, Country]
    actions: Mapping[str, Action]
    parents: Parents
    groups: Mapping[str, str]

    def country(self, iso3: str | None) -> Country | None:
        """Return a country, None where it is not known."""
        return self.countries.get(iso3 or "")

    def action(self, name: str) -> Action:
        """Return an action's codes; one that the ontology lacks has none."""
        return self.actions.get(name) or Action(name, name)


def reference(store: Store) -> Reference:
    """Read the codes from the ontology's graph."""
    known = hierarchy(store)
    countries: dict[str, Country] = {}
    for row in store.query(_COUNTRIES):
        codes = {name: _text(row[name]) for name in ("iso3", "name", "numeric", "gw", "cow", "region")}
        if codes["iso3"] not in countries or row["id"] == f"actor:{codes['iso3']}":
            countries[str(codes["iso3"])] = Country(**codes)  # type: ignore[arg-type]
    groups = {str(row["id"]): str(row["name"]) for row in store.query(_GROUPS)}
    return Reference(countries, dict(_actions(store, known.actions)), known.actors, groups)


def _actions(store: Store, parents: Parents) -> Iterator[tuple[str, Action]]:
    rows = list(store.query(_ACTIONS))
    quads = {str(row["id"]): int(str(row["quad"])) for row in rows if row["quad"] is not None}
    for row in rows:
        identity = str(row["id"])
        quad = next((quads[up] for up in sorted({identity, *above(identity, parents)}) if up in quads), None)
        if quad is not None:
            name = identity.removeprefix("kg:")
            codes = {key: _text(row[key]) for key in ("plover", "mode", "cameo", "event", "sub")}
            yield name, Action(name, str(row["label"]), quad=quad, **codes)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
