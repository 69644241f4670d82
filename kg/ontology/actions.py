"""Actions of ``conflict.ttl``."""

from __future__ import annotations

from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.turtle import line_of, table
from kg.ontology.values import Action


def read_actions(path: Path) -> dict[str, Action]:
    """All classes that carry a PLOVER type, by local name."""
    found = table(path)
    actions = {}
    for subject, properties in found.items():
        if "kg:plover" in properties and "owl:Class" in properties.get("rdf:type", []):
            action = _action(subject, properties)
            actions[action.name] = action
    relations: dict[str, str] = {}
    for action in actions.values():
        other = relations.setdefault(action.relation or action.name, action.name)
        if other != action.name:
            line = line_of(path, f"kg:{action.name} ")
            raise OntologyError(
                f"{path.name}:{line}: {action.name} and {other} share the relation {action.relation}; give each its own"
            )
    return actions


def _action(subject: str, properties: dict[str, list[str]]) -> Action:
    def one(name: str) -> str | None:
        return next(iter(properties.get(name, ())), None)

    parents = [p.removeprefix("kg:") for p in properties.get("rdfs:subClassOf", []) if p.startswith("kg:")]
    relation = one("kg:relation")
    return Action(
        name=subject.removeprefix("kg:"),
        label=one("rdfs:label") or subject.removeprefix("kg:"),
        parent=parents[0] if parents else None,
        plover=one("kg:plover") or "",
        cameo=one("kg:cameo") or "",
        mode=one("kg:ploverMode"),
        acled_sub_event=one("kg:acledSubEventType"),
        relation=relation.removeprefix("kg:") if relation else None,
    )
