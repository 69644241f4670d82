"""The vocabulary files hold together: classes, codes, words, frames.  Read with tomllib and rdflib alone."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"
KG = rdflib.Namespace("https://w3id.org/conflict-event-kg/ontology#")

QUADS = {
    "VerbalCooperation": {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    "MaterialCooperation": {"COOPERATE", "AID", "RETREAT"},
    "VerbalConflict": {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    "MaterialConflict": {"SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"},
}
ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protestors"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}
FORMATS = (
    "Attack ArmedClash Airstrike DroneStrike Shelling MissileStrike Bombing SuicideBombing CarBombing "
    "RoadsideBombing GrenadeAttack ChemicalAttack Shooting Ambush Raid Offensive Siege Killing Assassination "
    "Execution Massacre Wounding Abduction HostageTaking SexualViolence Torture Arson PropertyDestruction Looting "
    "Robbery Hijacking TerritoryCapture Repel Arrest Expulsion Sanction Blockade CyberAttack Deployment ShowOfForce "
    "Protest Riot LabourStrike Threat Accusation Condemnation Rejection Demand Appeal Meeting Call Negotiation "
    "Agreement Ceasefire Endorsement MilitaryCooperation Training MilitaryAid HumanitarianAid Withdrawal Surrender "
    "PrisonerRelease ClaimOfResponsibility Displacement"
).split()
#: classes that the program gives to names, beside those of nouns.toml
NAMED_CLASSES = {
    "any",
    "person",
    "armed",
    "civilian",
    "state",
    "actor",
    "place",
    "weapon",
    "organisation",
    "authority",
    "statesman",
}
#: actions that only group others: no word signals them
GROUPS = {"Retreat", "Request", "Disapproval"}
NOT_CONDITIONS = {"word", "frame", "reciprocal", "strength", "agent", "target", "instrument", "place"}
LISTS = ("verbs", "nouns", "adjectives")


@cache
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "conflict.ttl", format="turtle")


@cache
def actions() -> dict[str, rdflib.URIRef]:
    return {str(s).removeprefix(str(KG)): s for s in graph().subjects(KG.plover, None) if isinstance(s, rdflib.URIRef)}


@cache
def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ONTOLOGY / name).read_text(encoding="utf-8"))


def entries() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(action, part of speech, entry with a list of words) of all triggers."""
    for action, table in toml("triggers.toml").items():
        if action in {"frames", "refine"}:
            continue
        for part in LISTS:
            for item in table.get(part, []):
                entry = {"word": item} if isinstance(item, str) else dict(item)
                entry["word"] = [entry["word"]] if isinstance(entry["word"], str) else entry["word"]
                yield action, part, entry


def one(subject: rdflib.URIRef, predicate: rdflib.URIRef) -> str | None:
    values = [str(o) for o in graph().objects(subject, predicate)]
    assert len(values) <= 1, (subject, predicate, values)
    return values[0] if values else None


def ancestors(subject: rdflib.URIRef, predicate: rdflib.URIRef) -> set[str]:
    return {str(o).removeprefix(str(KG)) for o in graph().transitive_objects(subject, predicate)}


@pytest.mark.parametrize("name", ["conflict.ttl", "alignments.ttl"])
def test_turtle_parses_without_blank_nodes(name: str) -> None:
    read = rdflib.Graph().parse(ONTOLOGY / name, format="turtle")
    assert len(read) > 50
    assert not [t for t in read if isinstance(t[0], rdflib.BNode) or isinstance(t[2], rdflib.BNode)]


def test_aligned_terms_are_defined() -> None:
    defined = set(graph().subjects(RDF.type, None))
    read = rdflib.Graph().parse(ONTOLOGY / "alignments.ttl", format="turtle")
    aligned = {s for s in read.subjects() if s.startswith(str(KG))}
    assert aligned - defined == set()


def test_actions_of_the_record_format_exist() -> None:
    assert [name for name in FORMATS if name not in actions()] == []


def test_every_plover_type_has_an_action() -> None:
    types = {one(a, KG.plover) for a in actions().values()}
    assert types == set().union(*QUADS.values())


def test_every_action_is_complete() -> None:
    for name, action in actions().items():
        assert one(action, RDFS.label) and one(action, SKOS.definition), name
        assert (action, RDF.type, OWL.Class) in graph(), name
        assert re.fullmatch(r"(0[1-9]|1[0-9]|20)\d{1,2}", one(action, KG.cameo) or ""), name
        quads = ancestors(action, RDFS.subClassOf) & set(QUADS)
        assert len(quads) == 1 and one(action, KG.plover) in QUADS[quads.pop()], name


def test_acled_types_are_paired() -> None:
    for name, action in actions().items():
        event, sub = one(action, KG.acledEventType), one(action, KG.acledSubEventType)
        assert (event is None) == (sub is None), name
        assert event is None or sub in ACLED[event], name


def test_relations_are_unique_and_hang_together() -> None:
    used: dict[str, str] = {}
    for name, action in actions().items():
        relation = one(action, KG.relation)
        assert relation is not None and relation not in used, (name, used.get(relation or ""))
        used[relation] = name
        assert "actedOn" in ancestors(rdflib.URIRef(relation), RDFS.subPropertyOf), name
    relations = {n: rdflib.URIRef(one(a, KG.relation) or "") for n, a in actions().items()}
    hostile = {n for n, r in relations.items() if "actedAgainst" in ancestors(r, RDFS.subPropertyOf)}
    assert {"Airstrike", "Demand", "Sanction", "Protest"} <= hostile
    assert not {"Appeal", "Meeting", "Endorsement", "Withdrawal"} & hostile


def test_relations_follow_the_classes() -> None:
    for name, action in actions().items():
        parent = next(str(o).removeprefix(str(KG)) for o in graph().objects(action, RDFS.subClassOf))
        if parent in actions():
            above = one(actions()[parent], KG.relation)
            own = rdflib.URIRef(one(action, KG.relation) or "")
            assert rdflib.URIRef(above or "") in set(graph().transitive_objects(own, RDFS.subPropertyOf)), name


def test_roles_are_actor_classes_with_sectors() -> None:
    kinds = {str(s).removeprefix(str(KG)) for s in graph().transitive_subjects(RDFS.subClassOf, KG.Actor)}
    for code, role in toml("nouns.toml")["role"].items():
        assert role["kind"] in kinds and role.get("person_kind", "Person") in kinds, code
        assert re.fullmatch(r"[A-Z]{3}", role["sector"]), code


def test_nouns_are_lower_case_and_stand_once() -> None:
    nouns = toml("nouns.toml")
    lists = {f"role.{c}": t["person"] + t["body"] for c, t in nouns["role"].items()}
    lists |= {f"{kind}.{n}": t["words"] for kind in ("instrument", "class", "title") for n, t in nouns[kind].items()}
    for name, words in lists.items():
        assert len(words) == len(set(words)), name
        assert name.startswith("title.") or all(w == w.lower() == w.strip() for w in words), name
    for kind in ("role.", "instrument.", "title."):
        where = defaultdict(list)
        for name, words in lists.items():
            for word in words if name.startswith(kind) else ():
                where[word.lower()].append(name)
        assert {w: n for w, n in where.items() if len(n) > 1} == {}


def test_operators_are_roles() -> None:
    nouns = toml("nouns.toml")
    assert {t["operator"] for t in nouns["instrument"].values() if "operator" in t} <= set(nouns["role"])


def test_triggers_name_actions_frames_and_classes_that_exist() -> None:
    nouns, frames = toml("nouns.toml"), toml("triggers.toml")["frames"]
    classes = NAMED_CLASSES | set(nouns["class"]) | set(nouns["instrument"])
    for action, _, entry in entries():
        assert action in actions(), action
        assert entry.get("frame", "act") in frames, entry
        assert entry.get("strength", "weak") == "weak", entry
        assert all(w and w == w.lower() == " ".join(w.split()) for w in entry["word"]), entry
        named = [v for k, values in entry.items() if k not in NOT_CONDITIONS for v in values if v.startswith("@")]
        assert all(v[1:] in classes for v in named), entry


def test_no_word_signals_two_actions_under_the_same_conditions() -> None:
    found: dict[Any, set[str]] = defaultdict(set)
    for action, part, entry in entries():
        conditions = frozenset((k, frozenset(v)) for k, v in entry.items() if k not in NOT_CONDITIONS)
        for word in entry["word"]:
            found[part, word, conditions].add(action)
    assert {k[:2]: sorted(v) for k, v in found.items() if len(v) > 1} == {}


def test_every_action_has_words() -> None:
    assert set(actions()) - {action for action, _, _ in entries()} == GROUPS


def test_refinements_name_actions_instruments_and_nouns() -> None:
    nouns, known = toml("nouns.toml"), actions()
    words = set(nouns["instrument"]) | {w for t in nouns["instrument"].values() for w in t["words"]}
    words |= {w for t in nouns["role"].values() for w in t["person"] + t["body"]} | {"joint", "suspected", "kamikaze"}
    for general, table in toml("triggers.toml")["refine"].items():
        assert general in known
        assert all(target in known for target in table.values()), general
        assert set(table) <= words, (general, set(table) - words)
