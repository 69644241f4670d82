"""Same or not the same: two articles tell of a shelling of a market in Lesk, and one thing differs."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from kg.graph.evidence import THRESHOLD, Scale
from kg.graph.grounds import Grounds
from kg.graph.hierarchy import Hierarchy
from kg.graph.own_names import own_name
from kg.graph.profiles import profile

KNOWN = Hierarchy(
    actions={
        "kg:Shelling": frozenset({"kg:Attack"}),
        "kg:Airstrike": frozenset({"kg:Attack"}),
        "kg:Attack": frozenset({"kg:Violence"}),
        "kg:Killing": frozenset({"kg:Violence"}),
    },
    actors={"actor:VEL-MIL": frozenset({"actor:VEL"})},
)
Says = Callable[[ModuleType], dict[str, Any]]


def market(of: ModuleType) -> dict[str, Any]:
    """What the first article says."""
    return {
        "agents": (of.who("Velandic army"),),
        "targets": (of.who("twelve traders", 12),),
        "places": (of.LESK,),
        "time": of.day("2031-05-03"),
        "casualties": (of.toll("killed", 12),),
        "sentence": "Velandic shells killed twelve traders in Lesk on Saturday.",
    }


SAME: dict[str, Says] = {
    "nothing": lambda of: {},
    "general action": lambda of: {"action": "Attack"},
    "the harm alone": lambda of: {"action": "Killing"},
    "whose army": lambda of: {"agents": (of.who("Veland"),)},
    "no agent": lambda of: {"agents": ()},
    "another culprit": lambda of: {"agents": (of.who("Harrow Brigade", kind="ArmedGroup"),)},
    "no place": lambda of: {"places": ()},
    "the province": lambda of: {"places": (of.TARNOVIA,)},
    "a part of the town": lambda of: {"places": (of.LESK_PORT,)},
    "no day, printed the next": lambda of: {"time": of.day(None)},
    "the month": lambda of: {"time": of.Time("2031-05-01", "2031-05-31", "month", "text", "in May")},
    "more dead": lambda of: {"casualties": (of.toll("killed", 15),), "targets": (of.who("traders"),)},
    "no figure": lambda of: {"casualties": (), "targets": (of.who("traders"),)},
    "alleged": lambda of: {"status": "alleged"},
    "denied": lambda of: {"status": "denied"},
}
NOT_THE_SAME: dict[str, Says] = {
    "two days before": lambda of: {"time": of.day("2031-05-01")},
    "a week later": lambda of: {"time": of.day("2031-05-10"), "published": "2031-05-11"},
    "printed before it": lambda of: {"time": of.day(None), "published": "2031-05-01"},
    "another town": lambda of: {"places": (of.TARN,)},
    "another kind of attack": lambda of: {"action": "Airstrike"},
    "planned": lambda of: {"status": "planned"},
    "did not take place": lambda of: {"status": "negated"},
    "a clash": lambda of: {"reciprocal": True},
    "nothing but the day": lambda of: {
        "agents": (),
        "targets": (),
        "places": (),
        "casualties": (),
        "sentence": "Guns were heard.",
    },
    "another year, no day": lambda of: {
        "time": of.day(None),
        "published": "2033-05-04",
        "sentence": "Lesk was shelled again.",
        "targets": (),
        "casualties": (),
    },
    "other words of praise": lambda of: {"plover": "SUPPORT", "action": "Shelling", "agents": (), "targets": ()},
}


def weight(of: ModuleType, change: Says) -> float | None:
    says = change(of)
    one = profile(of.telling("a", **market(of)))
    other = profile(of.telling("b", says.pop("published", "2031-05-05"), **{**market(of), **says}))
    assert Scale(KNOWN).weigh(one, other) == Scale(KNOWN).weigh(other, one)
    return Scale(KNOWN).weigh(one, other)


@pytest.mark.parametrize("name", SAME)
def test_it_is_the_same_but_for(name: str, invent: ModuleType) -> None:
    found = weight(invent, SAME[name])
    assert found is not None and found >= THRESHOLD


@pytest.mark.parametrize("name", NOT_THE_SAME)
def test_it_is_not_the_same_with(name: str, invent: ModuleType) -> None:
    found = weight(invent, NOT_THE_SAME[name])
    assert found is None or found < THRESHOLD


PORTRAIT = "{} was stabbed in a cellar in {} and died in the Saint Orlan clinic, a constable said. {} sold kites."


def undated(of: ModuleType, document: str, victim: str, town: str, said: str, day: str = "") -> Any:
    text = PORTRAIT.format(victim, town, victim.split()[-1])
    return profile(
        of.telling(
            document, None, text, action="Killing", targets=(of.who(victim),), sentence=f"{victim} was {said}{day}."
        )
    )


@pytest.mark.parametrize(
    ("victim", "town", "day", "same"),
    [
        ("Mirel Hasko", "Lesk", "", True),
        ("Mirel Hasko", "Lesk", " on Monday", True),
        ("Mirel Hasko", "Lesk", " on Tuesday", True),
        ("Dunja Perrow", "Tarnby", "", False),
        ("Dunja Perrow", "Lesk", " on Tuesday", False),
    ],
)
def test_without_a_date_names_and_words_decide(
    victim: str, town: str, day: str, same: bool, invent: ModuleType
) -> None:
    one = undated(invent, "a", "Mirel Hasko", "Lesk", "killed", " on Monday" if day else "")
    other = undated(invent, "b", victim, town, "slain", day)
    found = Scale(KNOWN).weigh(one, other)
    assert (found is not None and found >= THRESHOLD) is same


def pirates(of: ModuleType, document: str, sentence: str, day: str | None) -> Any:
    """Smugglers are caught; ``day`` are the words that say when, the sentence may name another."""
    says = {"action": "Arrest", "plover": "COERCE", "targets": (of.who("smugglers"),)}
    return profile(of.telling(document, None, sentence, sentence=sentence, time=of.Time(text=day), **says))


def test_the_weekday_of_something_else_keeps_nothing_apart(invent: ModuleType) -> None:
    one = pirates(invent, "a", "The coastguard caught smugglers on Friday.", "Friday")
    later = pirates(invent, "b", "The judge saw on Saturday the smugglers whom the coastguard caught.", None)
    other = pirates(invent, "b", "The coastguard caught smugglers on Saturday.", "Saturday")
    apart, unsaid = Scale(KNOWN).weigh(one, other), Scale(KNOWN).weigh(one, later)
    assert apart is not None and unsaid is not None and unsaid > apart + 2


def test_numbers_told_anywhere_in_an_article_without_a_date(invent: ModuleType) -> None:
    def attacked(document: str, number: int) -> Any:
        caught = {"action": "Arrest", "plover": "COERCE", "targets": (invent.who("smugglers", number),)}
        record = invent.report(document, {"action": "Attack"}, caught, published=None, text="A boat was attacked.")
        return next(map(profile, invent.tellings([record])))

    def weigh(one: int, other: int) -> float:
        return Scale(KNOWN).weigh(attacked("a", one), attacked("b", other)) or 0.0

    assert weigh(23, 23) > weigh(23, 2) > weigh(23, 26)


def test_common_surnames_keep_apart_and_parties_do_not(invent: ModuleType) -> None:
    def arrested(document: str, who: str, kind: str | None) -> Any:
        target = invent.replace(invent.who(who), kind=kind, name=who if kind == "Person" else None)
        says = {"action": "Arrest", "plover": "COERCE", "targets": (target,)}
        return profile(invent.telling(document, None, f"{who} was held in a cellar.", sentence="Held.", **says))

    def weigh(one: str, other: str, kind: str | None) -> float:
        return Scale(KNOWN).weigh(arrested("a", one, kind), arrested("b", other, kind)) or 0.0

    assert weigh("Vincent Jackson", "Jamal Williams", "Person") <= weigh("Harvest Ball", "Tarn Mills", None) - 3


def test_other_exact_numbers_speak_against_it(invent: ModuleType) -> None:
    def caught(document: str, number: int) -> Any:
        says = {"plover": "COERCE", "action": "Arrest", "targets": (invent.who("smugglers", number),)}
        return profile(invent.telling(document, None, sentence="The coastguard caught smugglers.", **says))

    same, other = (
        Scale(KNOWN).weigh(caught("a", 23), caught("b", 23)),
        Scale(KNOWN).weigh(caught("a", 23), caught("b", 26)),
    )
    assert same is not None and other is not None and same - other >= 2


def test_a_namesake_far_away_is_no_site_but_no_contradiction(invent: ModuleType) -> None:
    far = invent.replace(invent.LESK, geonames=9, latitude=10.0, longitude=10.0)
    assert (weight(invent, lambda of: {"places": (far,)}) or 0) < (weight(invent, lambda of: {}) or 0)


def test_several_happenings_are_hardly_one(invent: ModuleType) -> None:
    def shelling(words: str) -> float:
        nouns = {"trigger": invent.Span(0, len(words), words), "rule": "nominal"}
        one = profile(invent.telling("a", **market(invent), **nouns))
        other = profile(invent.telling("b", **market(invent), **nouns))
        return Scale(KNOWN).weigh(one, other) or 0.0

    assert shelling("shellings") == shelling("shelling") - 1


@pytest.mark.parametrize(
    ("words", "name", "sentence", "found"),
    [
        ("a Norwegian diver", None, "A Norwegian diver drowned off Lesk.", None),
        ("the NORWEGIAN diver", None, "The NORWEGIAN diver drowned off Lesk.", None),
        ("Cave Diver", None, "Cave Diver Drowns off Lesk Pier", None),
        ("a Harvest Ball delegate", None, "A Harvest Ball delegate drowned off Lesk.", "Harvest Ball"),
        ("Mirel Hasko", "Mirel Hasko", "Mirel Hasko Drowns off Lesk Pier", "Mirel Hasko"),
    ],
)
def test_neither_a_nationality_nor_a_headline_names_anybody(
    words: str, name: str | None, sentence: str, found: str | None, invent: ModuleType
) -> None:
    assert own_name(invent.replace(invent.who("diver"), text=words, name=name), sentence) == found


def test_what_was_near_a_town_was_not_far_from_it(invent: ModuleType) -> None:
    def near(of: ModuleType, latitude: float) -> dict[str, Any]:
        there = {"geonames": 5, "name": "Sorn", "text": "Sorn", "precision": "region", "relation": "near"}
        return {"places": (of.replace(of.LESK, latitude=latitude, **there),)}

    assert (weight(invent, lambda of: near(of, 40.4)) or 0) >= THRESHOLD
    assert weight(invent, lambda of: near(of, 43.0)) is None


def test_days_and_numbers_that_both_differ_are_two_happenings(invent: ModuleType) -> None:
    def caught(document: str, number: int, day: str) -> Any:
        says = {"plover": "COERCE", "action": "Arrest", "targets": (invent.who("smugglers", number),)}
        sentence = "The coastguard caught smugglers in the strait."
        return profile(invent.telling(document, None, sentence, sentence=sentence, time=invent.Time(text=day), **says))

    first = caught("a", 23, "Friday")
    assert Scale(KNOWN).weigh(first, caught("b", 26, "Saturday")) is None
    assert Scale(KNOWN).weigh(first, caught("b", 26, "Friday")) is not None
    assert Scale(KNOWN).weigh(first, caught("b", 23, "Saturday")) is not None


def test_what_stands_in_the_news_of_one_day_is_hardly_of_another(invent: ModuleType) -> None:
    told = profile(invent.telling("a", **market(invent)))

    def weigh(day: str) -> float:
        beside = {"time": invent.day(day), "places": (invent.TARN,)}
        shelled = {"places": (invent.LESK,), "sentence": "Shells fell on a yard."}
        record = invent.report("b", shelled, beside, published="2031-05-05")
        return Scale(KNOWN).weigh(told, next(map(profile, invent.tellings([record])))) or 0.0

    assert weigh("2031-05-03") - weigh("2031-05-04") == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("one", "other", "action", "apart"),
    [
        (20, 22, "Killing", False),  # later reports count more
        (2, 4, "Killing", True),
        (8, 12, "Killing", False),
        (8, 13, "Killing", True),
        (20, 22, "Arrest", True),
        (20, 20, "Arrest", False),
    ],
)
def test_numbers_of_those_harmed_grow(one: int, other: int, action: str, apart: bool, invent: ModuleType) -> None:
    def side(number: int) -> Any:
        told = {"action": action, "targets": (invent.who("miners", number),)}
        return profile(invent.telling("a", **told)).targets

    assert (Scale(KNOWN)._side(side(one), side(other)) < 0) is apart


def test_those_hurt_are_not_counted_with_the_dead(invent: ModuleType) -> None:
    dead, hurt = (
        profile(invent.telling("a", action=action, targets=(invent.who("miners", number),))).targets
        for action, number in (("Killing", 9), ("Wounding", 27))
    )
    assert Scale(KNOWN)._side(dead, hurt) >= 0


def test_names_that_no_index_has_tell_places_apart(invent: ModuleType) -> None:
    def raid(document: str, *names: str) -> Any:
        says = [
            {**market(invent), "places": (invent.Place(0, 9, name, country="ORM"),), "time": invent.day(None)}
            for name in names
        ]
        text = " ".join(f"Shells killed traders in {name}." for name in names)
        return [profile(told) for told in invent.tellings([invent.report(document, *says, text=text)])]

    def weigh(one: Any, other: Any) -> float:
        return Scale(KNOWN).weigh(one, other) or 0.0

    (one,), (same,), (other,) = raid("a", "Velm Karo"), raid("b", "Velm Karo"), raid("c", "Ossin Dray")
    assert weigh(one, same) - weigh(one, other) >= 3
    both = raid("d", "Velm Karo", "Ossin Dray")
    assert weigh(one, both[0]) > weigh(one, both[1])


def test_a_night_is_of_two_days(invent: ModuleType) -> None:
    def at(words: str) -> dict[str, Any]:
        return {"time": invent.Time("2031-05-02", "2031-05-02", "day", "text", words)}

    night, day = (weight(invent, lambda of, words=words: at(words)) or 0.0 for words in ("Friday night", "Friday"))
    assert night - day == pytest.approx(1.3)


FIGHT = Hierarchy(
    actions={name: frozenset({"kg:Attack"}) for name in ("kg:ArmedClash", "kg:Raid", "kg:Ambush", "kg:Shooting")}
    | {"kg:TerritoryCapture": frozenset({"kg:Coercion"}), "kg:Arrest": frozenset({"kg:Coercion"})},
    actors={"actor:VEL-MIL": frozenset({"actor:VEL"}), "actor:VEL-COP": frozenset({"actor:VEL"})},
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Raid", "ArmedClash", True),  # "bandits raided Lesk", "vigilantes fought with bandits in Lesk"
        ("Killing", "ArmedClash", True),
        ("Arrest", "ArmedClash", False),
        ("Raid", "TerritoryCapture", True),
        ("Raid", "Looting", True),
        ("Arrest", "Abduction", True),
        ("Arrest", "TerritoryCapture", False),
        ("Raid", "Protest", False),
    ],
)
def test_what_one_outlet_calls_a_fight_another_calls_an_attack(
    one: str, other: str, same: bool, invent: ModuleType
) -> None:
    def told(document: str, action: str) -> Any:
        return profile(invent.telling(document, **market(invent), action=action, reciprocal=action == "ArmedClash"))

    found = Scale(FIGHT).weigh(told("a", one), told("b", other))
    assert (found is not None and found >= THRESHOLD) is same


def test_in_a_fight_either_side_may_be_the_one_that_acts(invent: ModuleType) -> None:
    army, brigade = invent.who("Velandic army"), invent.who("Harrow Brigade", kind="ArmedGroup")

    def told(document: str, action: str, *sides: Any) -> Any:
        says = {"action": action, "reciprocal": action == "ArmedClash", "agents": sides[:1], "targets": sides[1:]}
        return profile(invent.telling(document, **says, places=(invent.LESK,), time=invent.day("2031-05-03")))

    attack = told("a", "Raid", brigade, army)
    scale = Scale(FIGHT)
    assert scale.weigh(attack, told("b", "ArmedClash", army, brigade)) == scale.weigh(
        attack, told("b", "ArmedClash", brigade, army)
    )


def test_soldiers_and_police_of_one_government_are_told_for_one_another(invent: ModuleType) -> None:
    def side(*ids: str) -> Any:
        agents = tuple(invent.replace(invent.who("gunmen"), id=found) for found in ids)
        return profile(invent.telling("a", agents=agents)).agents

    scale = Scale(FIGHT)
    assert scale._known(side("actor:VEL-MIL"), side("actor:VEL-COP")) == 0
    assert scale._known(side("actor:VEL-MIL"), side("actor:ORM-MIL")) < 0
    assert scale._known(side("place:gn-1"), side("place:gn-2")) == 0  # a town and its province


def test_a_length_of_time_holds_much_news(invent: ModuleType) -> None:
    told = profile(invent.telling("a", **{**market(invent), "time": invent.day(None)}))

    def weigh(start: str) -> float:
        when = invent.Time(start, "2031-05-03", "day", "text", "since")
        return Scale(KNOWN).weigh(told, profile(invent.telling("b", **{**market(invent), "time": when}))) or 0.0

    assert weigh("2031-05-03") > weigh("2031-04-10") > weigh("2031-01-03")


def test_a_telling_without_names_is_of_those_whom_its_article_names(invent: ModuleType) -> None:
    def arrests(document: str, who: str) -> list[Any]:
        named, unnamed = (
            {"action": "Arrest", "plover": "COERCE", "targets": targets, "sentence": "Held after a game."}
            for targets in ((invent.who(who),), ())
        )
        text = f"{who} was held after a game. The arrest came at dawn."
        record = invent.report(document, named, unnamed, published=None, text=text)
        return list(map(profile, invent.tellings([record])))

    def weigh(one: Any, other: Any) -> float:
        return Scale(KNOWN).weigh(one, other) or 0.0

    (one, _), (_, same), (_, other) = (
        arrests("a", "Mirel Hasko"),
        arrests("b", "Mirel Hasko"),
        arrests("c", "Dunja Perrow"),
    )
    assert weigh(one, same) - weigh(one, other) >= 4


def test_the_death_of_one_person_may_be_told_as_of_two_days(invent: ModuleType) -> None:
    def died(who: str, day: str) -> Any:
        says = {"action": "Killing", "targets": (invent.who(who),), "time": invent.day(day), "places": (invent.LESK,)}
        return profile(invent.telling(f"{who} {day}", "2031-05-12", f"{who} sold kites in Lesk.", **says))

    first = died("Mirel Hasko", "2031-05-03")
    assert (Scale(KNOWN).weigh(first, died("Mirel Hasko", "2031-05-10")) or 0) >= THRESHOLD
    assert Scale(KNOWN).weigh(first, died("Dunja Perrow", "2031-05-10")) is None


@pytest.mark.parametrize(
    ("north", "name", "worth"),
    [
        (40.0, "Lesk", 2.35),  # a town of which hardly any text tells
        (40.0, "Baghdad", 2.0),
        (40.05, "Lesk Port", 1.5),
        (40.18, "Tarnby", 0.8),  # a neighbour, or a part of a large town
        (40.4, "Tarnby", 0.0),
        (41.0, "Tarnby", None),
    ],
)
def test_towns_near_one_another(north: float, name: str, worth: float | None, invent: ModuleType) -> None:
    near = invent.replace(invent.LESK, name=name, geonames=4711 if north == 40 else 9, latitude=north)
    here = invent.replace(invent.LESK, name=name) if north == 40 else invent.LESK
    one, other = (profile(invent.telling("a", places=(place,))).sites[0] for place in (here, near))
    assert Grounds()._site(one, other) == worth


def test_twin_blasts_are_one_happening(invent: ModuleType) -> None:
    def several(words: str) -> bool:
        return profile(invent.telling("a", trigger=invent.Span(0, len(words), words), rule="nominal")).several

    assert several("blasts") and not several("Twin blasts") and not several("blast")
