from __future__ import annotations

import random
from collections.abc import Iterable
from types import ModuleType
from typing import Any

import pytest

from kg.graph.blocking import candidates, keys
from kg.graph.comparable import Nearby, pairs
from kg.graph.happenings import Happenings
from kg.graph.hierarchy import Hierarchy
from kg.graph.merging import NOBODY, Comparison, identity, incidents
from kg.graph.profiles import profile
from kg.graph.tellings import Telling, tellings
from kg.model import Record

KNOWN = Hierarchy(actions={"kg:Shelling": frozenset({"kg:Attack"})}, actors={})


def market(of: ModuleType, **says: Any) -> dict[str, Any]:
    return {
        "agents": (of.who("Velandic army"),),
        "targets": (of.who("traders"),),
        "places": (of.LESK,),
        "time": of.day("2031-05-03"),
        "sentence": "Velandic shells killed traders in Lesk.",
        **says,
    }


def grouped(records: Iterable[Record], people: Happenings = NOBODY) -> list[list[str]]:
    found = tellings(records, None, people)
    return [[telling.incident for telling in group] for group in incidents(found, KNOWN, people)]


def test_three_articles_tell_of_one(invent: ModuleType) -> None:
    records = [invent.report(name, market(invent)) for name in "abc"]
    assert grouped(records) == [["incident:a-0", "incident:b-0", "incident:c-0"]]


def test_what_one_article_keeps_apart_stays_apart(invent: ModuleType) -> None:
    records = [invent.report("a", market(invent), market(invent)), invent.report("b", market(invent))]
    assert grouped(records) == [["incident:a-0", "incident:b-0"], ["incident:a-1"]]


def test_a_named_victim_dies_once_however_the_articles_cut_it(invent: ModuleType) -> None:
    crowd = {
        "action": "Shooting",
        "targets": (invent.who("twelve traders", 12),),
        "casualties": (invent.toll("wounded", 12),),
    }
    death = {
        "action": "Killing",
        "targets": (invent.who("Mirel Hasko"),),
        "agents": (),
        "places": (),
        "time": invent.day(None),
    }
    alone = {**death, "agents": (invent.who("Veland"),), "sentence": "A kite seller fell dead, a cousin said."}
    apart = invent.report("a", market(invent, **crowd), market(invent, **alone))
    told = [market(invent, **said, incident="incident:b") for said in (crowd, death)]
    assert grouped([apart, invent.report("b", *told)]) == [["incident:a-0"], ["incident:a-1", "incident:b"]]


def test_what_two_articles_share_does_not_say_which_of_their_happenings_is_which(invent: ModuleType) -> None:
    named = {"targets": (invent.who("Mirel Hasko"),), "time": invent.day(None), "sentence": "Shells fell."}
    since = invent.Time("2031-01-01", "2031-05-03", "day", "text", "since January")
    vague = {"action": "Attack", "time": since, "sentence": "Guns were heard."}
    records = [
        invent.report("a", vague, named, text="Mirel Hasko was hurt."),
        invent.report("b", {**named, "sentence": "A yard was hit."}, text="Mirel Hasko was hurt."),
    ]
    assert grouped(records) == [["incident:a-0"], ["incident:a-1", "incident:b-0"]]


def test_a_vague_article_does_not_join_two_happenings(invent: ModuleType) -> None:
    vague = invent.report("a", market(invent, places=(), time=invent.day(None)), published="2031-05-05")
    there = invent.report("b", market(invent))
    elsewhere = invent.report("c", market(invent, places=(invent.TARN,)))
    assert ["incident:b-0", "incident:c-0"] not in [
        sorted(set(g) - {"incident:a-0"}) for g in grouped([vague, there, elsewhere])
    ]
    assert len(grouped([vague, there, elsewhere])) == 2


def test_an_incident_keeps_the_name_that_its_oldest_article_gives(invent: ModuleType) -> None:
    first = invent.report("z", market(invent), published="2031-05-03")
    later = invent.report("a", market(invent), published="2031-05-04")
    (group,) = incidents(tellings([later, first]), KNOWN)
    assert identity(group) == "incident:z-0"


def world(of: ModuleType, seed: int, last: str = "2031-05-20", number: int = 40) -> list[Record]:
    """Articles with two tellings each, of few happenings that differ in little."""
    chance = random.Random(seed)
    out = []
    for document in range(number):
        told = [
            market(
                of,
                action=chance.choice(["Shelling", "Attack"]),
                places=chance.choice([(of.LESK,), (of.TARN,), (of.LESK_PORT,), (of.TARNOVIA,), ()]),
                time=of.day(chance.choice([None, "2031-05-01", "2031-05-03", "2031-05-04"])),
                targets=(of.who(chance.choice(["Mirel Hasko", "Dunja Perrow", "traders", "soldiers"])),),
                sentence=chance.choice(["Velandic shells killed traders in Lesk.", "Guns were heard near Tarn."]),
            )
            for _ in range(2)
        ]
        published = chance.choice([None, "2031-05-03", "2031-05-05", last])
        out.append(of.report(f"{document:02d}", *told, published=published))
    return out


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_arrival_plays_no_part(seed: int, invent: ModuleType) -> None:
    records = world(invent, seed)
    expected = grouped(records)
    assert 4 < len(expected) < 75
    random.Random(seed).shuffle(records)
    assert grouped(records) == expected


@pytest.mark.parametrize("seed", range(3))
def test_nothing_that_blocking_leaves_out_would_be_linked(seed: int, invent: ModuleType) -> None:
    from kg.graph.evidence import THRESHOLD, Scale

    told: dict[str, list[Any]] = {}
    for telling in tellings(world(invent, seed, last="2031-05-14")):
        told.setdefault(telling.document, []).append(profile(telling))
    compared = set(candidates({document: keys(profiles) for document, profiles in told.items()}))
    missed = [
        (one, other)
        for one in told
        for other in told
        if one < other and (one, other) not in compared
        for a in told[one]
        for b in told[other]
        if (Scale(KNOWN).weigh(a, b) or 0) >= THRESHOLD + 2
    ]
    assert missed == []


def test_articles_without_a_date_meet_by_plain_words(invent: ModuleType) -> None:
    def told(document: str, sentence: str, published: str | None = None) -> frozenset[str]:
        return keys([profile(invent.telling(document, published, sentence, sentence=sentence))])

    one, other = (
        "The baker was stabbed in a cellar by a tenant.",
        "A tenant stabbed his landlord, a baker, police said.",
    )
    assert ("a", "b") in set(candidates({"a": told("a", one), "b": told("b", other)}))
    assert not list(candidates({"a": told("a", one), "b": told("b", other, "2031-05-04")}))
    assert not list(candidates({"a": told("a", one), "b": told("b", "Police said people came home.")}))


def decide(same: Iterable[tuple[str, str]] = (), different: Iterable[tuple[str, str]] = ()) -> Happenings:
    group_of = {name: min(pair) for pair in same for name in pair}
    return Happenings(group_of, frozenset(frozenset(group_of.get(n, n) for n in pair) for pair in different))


def test_people_join_what_nothing_else_would(invent: ModuleType) -> None:
    one = invent.report("a", market(invent))
    other = invent.report("b", market(invent, places=(invent.TARN,), time=invent.day("2031-08-01")))
    assert len(grouped([one, other])) == 2
    assert len(grouped([one, other], decide(same=[("event:a-0", "event:b-0")]))) == 1
    assert len(grouped([one, other], decide(same=[("incident:a-0", "incident:b-0")]))) == 1


def test_people_part_what_looks_alike(invent: ModuleType) -> None:
    records = [invent.report(name, market(invent)) for name in "abc"]
    found = grouped(records, decide(different=[("event:a-0", "event:b-0")]))
    assert len(found) == 2
    assert not any({"incident:a-0", "incident:b-0"} <= set(group) for group in found)


def test_people_join_and_part_the_mentions_of_one_article(invent: ModuleType) -> None:
    apart = invent.report("a", market(invent), market(invent))
    together = invent.report("a", market(invent), market(invent, incident="incident:a-0"))
    assert len(grouped([apart], decide(same=[("event:a-0", "event:a-1")]))) == 1
    assert len(grouped([together])) == 1
    assert len(grouped([together], decide(different=[("event:a-0", "event:a-1")]))) == 2


def test_all_of_a_decision_holds_together(invent: ModuleType) -> None:
    towns = [invent.LESK, invent.TARN, invent.replace(invent.TARN, geonames=7, latitude=50.0, name="Osk")]
    records = [invent.report(name, market(invent, places=(town,))) for name, town in zip("abc", towns, strict=True)]
    people = Happenings({"event:a-0": "event:a-0", "event:b-0": "event:a-0", "event:c-0": "event:a-0"})
    assert grouped(records, people) == [["incident:a-0", "incident:b-0", "incident:c-0"]]


def test_a_telling_holds_the_mentions_of_one_happening(invent: ModuleType) -> None:
    record = invent.report("a", market(invent), market(invent, incident="incident:a-0"), market(invent))
    found: list[Telling] = list(tellings([record]))
    assert [[event.id for event in telling.events] for telling in found] == [["event:a-0", "event:a-1"], ["event:a-2"]]


def test_only_what_is_kept_apart_anyway_is_not_weighed(invent: ModuleType) -> None:
    chance = random.Random(1)
    kinds = [
        ("Shelling", "ASSAULT"),
        ("Attack", "ASSAULT"),
        ("Killing", "ASSAULT"),
        ("Arrest", "COERCE"),
        ("Aid", "AID"),
    ]
    profiles = []
    for number in range(60):
        action, plover = chance.choice(kinds)
        says = {
            "action": action,
            "plover": plover,
            "status": chance.choice(["asserted", "failed", "planned"]),
            "reciprocal": chance.random() < 0.2,
            "places": chance.choice([(invent.LESK,), (invent.TARN, invent.LESK_PORT), (invent.TARNOVIA,), ()]),
        }
        profiles.append(profile(invent.telling(f"{number}", **market(invent, **says))))
    comparison = Comparison(KNOWN)
    told = [comparison.told([found]) for found in profiles]
    every = [(a, b) for a in range(60) for b in range(60) if a != b]
    left_out = [(a, b) for a, b in every if not list(pairs(told[a], told[b]))]
    assert len(left_out) > len(every) / 2
    assert all(comparison.weight(profiles[a], profiles[b]) is None for a, b in left_out)


def test_towns_bound_which_articles_are_looked_through(invent: ModuleType) -> None:
    places = {"a": (invent.LESK,), "b": (invent.LESK_PORT,), "c": (invent.TARN,), "d": ()}
    found = {name: profile(invent.telling(name, None, "Shells fell.", places=where)) for name, where in places.items()}
    told = {name: Comparison(KNOWN).told([one]) for name, one in found.items()}
    nearby = Nearby(told)
    assert nearby("a") == {"a", "b", "d"}
    assert nearby("d") is None
    shared = {name: frozenset({"~shells fell"}) for name in told}
    assert set(candidates(shared, nearby)) == {("a", "b"), ("a", "d"), ("b", "d"), ("c", "d")}
