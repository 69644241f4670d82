from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pyoxigraph import Literal

from kg.graph import incidents, iris
from kg.graph.facts import Fact
from kg.graph.hierarchy import Hierarchy, above, hierarchy, most_specific, related
from kg.graph.incident_facts import facts
from kg.graph.store import Store, open_store
from kg.graph.tellings import Telling, tellings
from kg.graph.vocabulary import INCIDENTS, INDEX, KG
from kg.model import Attribution, Span

KNOWN = Hierarchy(
    actions={"kg:Airstrike": frozenset({"kg:Attack"}), "kg:Attack": frozenset({"kg:Violence"})},
    actors={"actor:VEL-MIL": frozenset({"actor:VEL"})},
)


def one(store: Store, query: str) -> Any:
    (row,) = store.query(query)
    (value,) = row.values()
    return value


def test_mentions_of_two_articles_are_one_incident(filled: Store) -> None:
    found = {str(row["e"]) for row in filled.query("SELECT ?e { ?e kg:incident incident:e1 }")}
    assert found == {"event:e0", "event:e1", "event:f1"}
    assert one(filled, "SELECT ?n { incident:e1 kg:reports ?n }") == 2


def test_an_incident_names_each_side_once(filled: Store) -> None:
    (row,) = filled.query("SELECT ?a ?t { incident:e1 kg:agent ?a ; kg:target ?t }")
    assert row == {"a": "actor:lake-coalition", "t": "article:tarn-2017-05-18/actor/pro-government-convoy"}


def test_figures_of_an_incident_are_marked_as_derived(filled: Store) -> None:
    (row,) = filled.query(
        "SELECT ?kind ?low ?best ?high ?derived { incident:e4 kg:casualties [ kg:casualtyKind ?kind ; kg:low ?low ; "
        "kg:best ?best ; kg:high ?high ; kg:derived ?derived ] }"
    )
    assert row == {"kind": "killed", "low": 10, "best": 10, "high": 12, "derived": True}


@pytest.mark.parametrize(
    ("incident", "status"), [("e1", "Asserted"), ("e5", "Denied"), ("e8", "Failed"), ("e6", "Alleged")]
)
def test_an_incident_has_the_status_of_its_mentions(filled: Store, incident: str, status: str) -> None:
    assert one(filled, f"SELECT ?s {{ incident:{incident} kg:status ?s }}") == f"kg:{status}"


def test_rebuilding_changes_nothing(own: Store) -> None:
    before = {str(quad) for quad in own.quads()}
    assert not incidents.refresh(own)
    assert incidents.rebuild(own) == 9
    assert {str(quad) for quad in own.quads()} == before


def test_a_removed_article_takes_its_share_of_an_incident(own: Store) -> None:
    own.remove("convoy hit/2")
    assert own.stale
    assert incidents.refresh(own)
    assert one(own, "SELECT ?n { incident:e1 kg:reports ?n }") == 1


def story(of: ModuleType, **says: Any) -> dict[str, Any]:
    return {
        "agents": (of.who("Velandic army"),),
        "targets": (of.who("traders"),),
        "places": (of.LESK,),
        "time": of.day("2031-05-03"),
        "sentence": "Velandic shells killed traders in Lesk.",
        **says,
    }


def stated(group: Iterable[Telling]) -> list[Fact]:
    return list(facts(tuple(group), KNOWN))


def figures(group: Iterable[Telling], kind: str) -> list[str]:
    found = {(s.rpartition("/")[2], p.rpartition("#")[2]): o for s, p, o in stated(group) if "/casualties/" in s}
    return [found[kind, name].value for name in ("low", "best", "high")]  # type: ignore[union-attr]


def test_a_part_told_beside_the_total_does_not_lower_it(invent: ModuleType) -> None:
    attackers, people = (invent.group(words, sector) for words, sector in (("attackers", "UAF"), ("people", "CVL")))
    parts = invent.telling(
        "a", casualties=(invent.toll("killed", 26, group=people), invent.toll("killed", 2, group=attackers))
    )
    assert figures([parts], "killed") == ["26", "26", "26"]


def test_groups_told_apart_are_added_up(invent: ModuleType) -> None:
    soldiers, attackers = (invent.group(words, sector) for words, sector in (("soldiers", "MIL"), ("attackers", "UAF")))
    both = invent.telling(
        "a", casualties=(invent.toll("killed", 3, group=soldiers), invent.toll("killed", 5, group=attackers))
    )
    assert figures([both], "killed") == ["8", "8", "8"]


def test_those_named_and_those_only_called_soldiers_are_counted_once(invent: ModuleType) -> None:
    soldiers = invent.group("soldiers", "MIL")
    named = replace(soldiers, id="actor:VEL-MIL")
    headline = invent.telling("a", casualties=(invent.toll("killed", 2, group=soldiers),))
    lead = invent.telling("a", casualties=(invent.toll("killed", 2, group=named),))
    assert figures([headline, lead], "killed") == ["2", "2", "2"]


def test_figures_of_mentions_are_summed_within_and_ranged_across(invent: ModuleType) -> None:
    group = (
        invent.telling("a", casualties=(invent.toll("killed", 5), invent.toll("killed", 3))),
        invent.telling("b", casualties=(invent.toll("killed", 12, 15),)),
        invent.telling("c", casualties=(invent.toll("killed", 10),)),
    )
    found = {(s.rpartition("/")[2], p.rpartition("#")[2]): o for s, p, o in stated(group) if "/casualties/" in s}
    assert [found["killed", name].value for name in ("low", "best", "high")] == ["8", "10", "15"]  # type: ignore[union-attr]
    assert found["killed", "derived"].value == "true"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("told", "best"),
    [
        ([("2031-05-04", 18), ("2031-05-05", 18), ("2031-05-06", 21)], "21"),  # "risen to 21"
        ([("2031-05-04", 18), ("2031-05-05", 20), ("2031-05-06", 2)], "18"),  # some of the victims
        ([("2031-05-04", 18), ("2031-05-05", 18), ("2034-05-05", 40)], "18"),  # told years later
        ([(None, 5), (None, 8), (None, 9)], "8"),
    ],
)
def test_the_best_figure_rises_with_the_news(invent: ModuleType, told: list[tuple[str | None, int]], best: str) -> None:
    group = [
        invent.telling(f"{n}", published=day, casualties=(invent.toll("killed", figure),))
        for n, (day, figure) in enumerate(told)
    ]
    assert figures(group, "killed")[1] == best


def test_a_label_names_those_who_are_told_of_most(invent: ModuleType) -> None:
    names = ["Mirel Hasko", "Dunja Perrow", "Orlan Dreff", "Sava Tink", "Mirel Hasko"]
    group = [invent.telling(f"{n}", targets=(invent.who(name),)) for n, name in enumerate(names)]
    (label,) = [o.value for _, p, o in stated(group) if p.endswith("#label") and isinstance(o, Literal)]
    assert "Mirel Hasko" in label
    assert sum(name in label for name in set(names)) == 3


def accounts(group: Iterable[Telling]) -> dict[str, dict[str, set[str]]]:
    """About and value -> articles and claimants of each account."""
    said: dict[str, dict[str, set[str]]] = {}
    for subject, predicate, value in stated(group):
        if "/account/" in subject:
            text = value.value if isinstance(value, Literal) else value.rpartition("/")[2]
            said.setdefault(subject, {}).setdefault(predicate.rpartition("#")[2], set()).add(text)
    out = {}
    for account in said.values():
        (about,) = account["about"]
        out[f"{about} {' '.join(sorted(account.get('agent', set()) | account.get('low', set())))}"] = account
    return out


def test_what_reports_differ_about_stands_side_by_side_with_who_says_so(invent: ModuleType) -> None:
    denied = Attribution(None, invent.who("Mirel Hasko"), None, Span(0, 1, "S"))
    front = invent.replace(invent.who("Northern Front"), id="actor:northern-front", kind="ArmedGroup")
    first = invent.report("a", story(invent, casualties=(invent.toll("killed", 12),)))
    second = invent.report(
        "b", story(invent, agents=(front,), casualties=(invent.toll("killed", 15),), attribution=(0,))
    )
    group = [*tellings([first, invent.replace(second, attributions=(denied,))])]
    found = accounts(group)
    assert set(found) == {"agent VEL-MIL", "agent northern-front", "killed 12", "killed 15"}
    assert found["killed 12"]["article"] == found["agent VEL-MIL"]["article"] == {"a"}
    assert found["killed 15"]["claimantName"] == found["agent northern-front"]["claimantName"] == {"Mirel Hasko"}
    assert "claimantName" not in found["killed 12"]
    assert not any("derived" in account for account in found.values())


def test_reports_that_agree_give_no_accounts(invent: ModuleType) -> None:
    group = [invent.telling(name, **story(invent, casualties=(invent.toll("killed", 12),))) for name in "ab"]
    assert accounts(group) == {}


def test_one_article_that_counts_twice_is_no_contradiction(invent: ModuleType) -> None:
    first = story(invent, casualties=(invent.toll("killed", 12),))
    second = story(invent, casualties=(invent.toll("killed", 15),), incident="incident:a-0")
    assert accounts(tellings([invent.report("a", first, second)])) == {}


WIRE = (
    "Shells fell on the market of Lesk on Saturday and killed twelve traders, the mayor Orlan Dreff said. "
    "Rescuers dug in the rubble of a bakery for hours, and the Velandic army did not comment."
)


def test_copies_are_one_report_of_several_outlets(invent: ModuleType) -> None:
    sources = {"a": "Ormia Press", "b": "Lesk Courier", "c": "Tarn Times"}
    texts = {"a": WIRE, "b": WIRE + " The Lesk Courier.", "c": "The mayor of Lesk wept when the traders were buried."}
    group = [
        *tellings(
            invent.report(name, story(invent), text=texts[name], source=source) for name, source in sources.items()
        )
    ]
    found = stated(group)
    assert [o.value for _, p, o in found if p == KG.reports and isinstance(o, Literal)] == ["2"]
    outlets = {(("/report/" in s), o.value) for s, p, o in found if p == KG.outlet and isinstance(o, Literal)}
    assert outlets == {(False, source) for source in sources.values()} | {(True, "Ormia Press"), (True, "Lesk Courier")}
    printed = {o for s, p, o in found if p == KG.article and "/report/" in s}
    assert printed == {iris.article("a"), iris.article("b")}


def everything(store: Store) -> set[str]:
    return {str(quad) for graph in (INCIDENTS, INDEX) for quad in store.quads(graph)}


def arrive(store: Store, of: ModuleType, seed: int) -> None:
    """Let articles come, change and go, with the incidents brought up to date in between."""
    chance = random.Random(seed)
    places = [(of.LESK,), (of.TARN,), (of.LESK_PORT,), ()]
    names = [f"{number:02d}" for number in range(24)]
    for step in range(30):
        for document in chance.sample(names, 2):
            told = [
                story(
                    of,
                    places=chance.choice(places),
                    time=of.day(chance.choice([None, "2031-05-01", "2031-05-03"])),
                    targets=(of.who(chance.choice(["Mirel Hasko", "Dunja Perrow", "traders"])),),
                )
                for _ in range(chance.choice([0, 1, 1, 2]))
            ]
            store.add(of.report(document, *told, published=chance.choice([None, "2031-05-03", "2031-05-05"])))
        if step % 5 == 4:
            store.remove(chance.choice(names))
        incidents.refresh(store)


@pytest.mark.parametrize("seed", range(3))
def test_article_by_article_gives_what_all_at_once_gives(
    seed: int, invent: ModuleType, invented: Path, tmp_path: Path
) -> None:
    with open_store(str(tmp_path / "store"), ontology=invented) as store:
        arrive(store, invent, seed)
        found = everything(store)
        assert not store.stale
        assert sum("#reports>" in quad for quad in found) > 2
        incidents.rebuild(store)
        assert everything(store) == found


def test_a_new_article_leaves_other_incidents_alone(
    invent: ModuleType, invented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(str(tmp_path / "store"), ontology=invented) as store:
        for number in range(12):
            when = invent.day(f"2031-{number + 1:02d}-03")
            store.add(invent.report(f"{number}", story(invent, time=when), published=f"2031-{number + 1:02d}-04"))
        incidents.refresh(store)
        read: list[str] = []
        record = store.record
        monkeypatch.setattr(store, "record", lambda document: read.append(document) or record(document))
        store.add(invent.report("new", story(invent, time=invent.day("2031-05-03")), published="2031-05-05"))
        incidents.refresh(store)
        assert sorted(read) == ["4", "new"]
        assert one(store, "SELECT ?n { ?i kg:reports ?n FILTER(?n > 1) }") == 2


def test_another_ontology_derives_everything_anew(own: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    own.remove("convoy hit/2")
    monkeypatch.setattr("kg.graph.incident_index.fingerprint", lambda store: "another")
    seen: list[Store] = []
    monkeypatch.setattr(incidents, "rebuild", lambda store: seen.append(store) or 0)
    assert incidents.refresh(own)
    assert seen == [own]


def test_the_hierarchies_come_from_the_ontology(filled: Store) -> None:
    known = hierarchy(filled)
    assert "kg:Attack" in above("kg:Airstrike", known.actions)
    assert "actor:VEL" in above("actor:VEL-MIL", known.actors)
    assert related("kg:Airstrike", "kg:Attack", known.actions)
    assert not related("kg:Airstrike", "kg:Killing", known.actions)


def test_the_most_specific_covers_what_is_above_it() -> None:
    assert most_specific(["actor:VEL", "actor:VEL-MIL", "actor:x"], KNOWN.actors) == ("actor:VEL-MIL", "actor:x")
