"""Whose people are who are told by where they live, what they were, or by the name of an unknown group."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.linking.actors import ActorReader
from kg.model import Actor

Read = Callable[..., ActorReader]


def read(read_actors: Read, sentence: str, word: str, *, acting: bool = True) -> Actor:
    reader = read_actors(sentence)
    return reader.actor([t for t in reader.words.doc if t.text == word][-1], acting=acting)


@pytest.mark.parametrize(
    ("sentence", "word", "identifier", "country"),
    [
        ("Mosul residents protested against the curfew.", "residents", "actor:IRQ-CVL", "IRQ"),
        ("Baghdad officials met the envoys.", "officials", "actor:IRQ-GOV", "IRQ"),
        ("Students throughout Peru demonstrated on Friday.", "Students", "actor:PER-EDU", "PER"),
        ("An armed group based in Peru attacked the village.", "group", "actor:PER-REB", "PER"),
        ("Civilians fleeing the war in Syria were killed.", "Civilians", "actor:SYR-CVL", "SYR"),
        ("Villagers near Mosul were attacked.", "Villagers", "actor:IRQ-CVL", "IRQ"),
        ("Soldiers near Goma were attacked.", "Soldiers", None, None),
        ("Soldiers based in Peru were killed.", "Soldiers", None, None),
        ("Foreign troops in Syria were attacked.", "troops", None, None),
        ("The Chechen leader rejected the offer.", "leader", "actor:chechnya-GOV", "RUS"),
        ("Scottish police arrested two men.", "police", "actor:scotland-COP", "GBR"),
        ("Paramilitary forces killed two protesters in Nepal.", "forces", "actor:NPL-COP", "NPL"),
        ("Soviet soldiers entered the town.", "soldiers", "actor:soviet-union-MIL", "RUS"),
    ],
)
def test_a_place_or_a_part_of_a_country_tells_whose_people_are(
    read_actors: Read, sentence: str, word: str, identifier: str | None, country: str | None
) -> None:
    found = read(read_actors, sentence, word)
    assert (found.id, found.country) == (identifier, country)


@pytest.mark.parametrize(
    ("sentence", "word", "name", "country"),
    [
        ("Bosnian Serbs shelled the town.", "Serbs", "Bosnian Serbs", "BIH"),
        ("Ethnic Albanians protested in Kosovo.", "Albanians", None, None),
        ("Ethnic Albanian rebels attacked the town.", "rebels", None, None),
    ],
)
def test_a_people_is_not_the_country_of_its_name(
    read_actors: Read, sentence: str, word: str, name: str | None, country: str | None
) -> None:
    found = read(read_actors, sentence, word)
    assert (found.id, found.name, found.country) == (None, name, country)


@pytest.mark.parametrize(
    ("sentence", "word", "sector"),
    [
        ("Former president Carlos Menem was arrested.", "Menem", "ELI"),
        ("A former Colombian minister was kidnapped.", "minister", "ELI"),
        ("Former Ukrainian soldiers were arrested.", "soldiers", "MIL"),
    ],
)
def test_who_held_an_office_before_is_no_government(read_actors: Read, sentence: str, word: str, sector: str) -> None:
    assert read(read_actors, sentence, word).sector == sector


def test_a_quarter_of_a_capital_is_a_place(read_actors: Read) -> None:
    found = read(read_actors, "Israel closed East Jerusalem to visitors.", "Jerusalem")
    assert found.kind == "Place"
    assert found.id in {"place:jerusalem", "place:east jerusalem"}


@pytest.mark.parametrize(
    ("sentence", "day", "word", "identifier"),
    [
        ("The Syrian regime bombed the town.", "2017-05-18", "regime", "actor:SYR-GOV-assad"),
        ("The Syrian regime bombed the town.", "2025-03-18", "regime", "actor:SYR-GOV-transitional"),
        ("The Syrian regime bombed the town.", None, "regime", "actor:SYR-GOV"),
        ("Rhodesian troops attacked the camp.", "1978-05-18", "troops", "actor:rhodesia-MIL"),
        ("East German police arrested a student.", "1980-05-18", "police", "actor:east-germany-COP"),
        ("South Yemeni separatists attacked the post.", "2019-05-18", "separatists", "actor:YEM-REB"),
    ],
)
def test_a_government_and_a_state_are_those_of_the_day(
    read_actors: Read, sentence: str, day: str | None, word: str, identifier: str
) -> None:
    reader = read_actors(sentence, day)
    token = next(token for token in reader.words.doc if token.text == word)
    assert reader.actor(token, acting=True).id == identifier


@pytest.mark.parametrize(
    ("sentence", "word", "identifier", "name", "country"),
    [
        ("Chinese troops fought the Korean army.", "army", None, None, None),
        ("The Islamic Army killed a hostage in Iraq.", "Army", None, "Islamic Army", None),
        ("The National Army killed a rebel in Iraq.", "Army", "actor:IRQ-MIL", "Iraqi Armed Forces", "IRQ"),
        ("Georgia police arrested three men in Atlanta.", "police", "actor:USA-COP", None, "USA"),
        ("Jordan Smith was arrested in Lima.", "Smith", None, "Jordan Smith", None),
        ("Paris Hilton was arrested in Lima.", "Hilton", None, "Paris Hilton", None),
        ("Serb forces shelled Sarajevo.", "forces", None, None, "BIH"),
    ],
)
def test_somebody_with_a_name_like_a_countrys_is_not_that_country(
    read_actors: Read, sentence: str, word: str, identifier: str | None, name: str | None, country: str | None
) -> None:
    found = read(read_actors, sentence, word)
    assert (found.id, found.country) == (identifier, country)
    assert name is None or found.name == name


@pytest.mark.parametrize(
    ("sentence", "relation", "other"),
    [
        ("Forces loyal to Gaddafi attacked the port.", "supports", "actor:muammar-gaddafi"),
        ("Militias backed by Iran attacked the port.", "backed_by", "actor:IRN"),
        ("Rebels allied with al-Qaeda attacked the port.", "allied_with", "actor:al-qaeda"),
    ],
)
def test_a_stance_told_behind_people_is_a_relation(read_actors: Read, sentence: str, relation: str, other: str) -> None:
    reader = read_actors(sentence, "2011-05-18")
    found = reader.actor(reader.words.doc[0], acting=True)
    assert found.id is None
    assert [(stance.relation, stance.id) for stance in found.stances] == [(relation, other)]


def test_who_moves_a_vehicle_acts_and_the_vehicle_is_hit(read_actors: Read) -> None:
    assert read(read_actors, "Israeli army bulldozers demolished homes.", "bulldozers").id == "actor:ISR-MIL"
    burned = read(read_actors, "Students burned Israeli police cars.", "cars", acting=False)
    assert (burned.id, burned.kind) == (None, "Object")


@pytest.mark.parametrize(
    ("sentence", "word", "name"),
    [
        ("Red Wind fighters attacked the base.", "fighters", "Red Wind"),
        ("Militants of Red Wind attacked the base.", "Militants", "Red Wind"),
        ("A Red Wind fighter was killed.", "fighter", None),
        ("Kashmiri militants attacked the base.", "militants", None),
    ],
)
def test_people_of_an_unknown_group_are_that_group(
    read_actors: Read, sentence: str, word: str, name: str | None
) -> None:
    found = read(read_actors, sentence, word)
    assert (found.id, found.name, found.kind) == (None, name, "ArmedGroup")


def test_a_full_name_is_that_of_the_same_person_before_the_office(read_actors: Read) -> None:
    reader = read_actors("Former president Carlos Menem was arrested.", "1980-01-01")
    assert reader.actor(next(t for t in reader.words.doc if t.text == "Menem"), acting=True).id == "actor:carlos-menem"


@pytest.mark.parametrize(
    ("sentence", "word", "country", "sector"),
    [
        ("Hutu rebels attacked the camp in Burundi.", "rebels", "BDI", "REB"),
        ("Hutu rebels attacked the camp.", "rebels", None, "REB"),
        ("Dogon hunters attacked the village.", "hunters", "MLI", "CVL"),
        ("Tamils protested in Sri Lanka.", "Tamils", "LKA", "CVL"),
        ("Zulu leaders rejected the plan.", "leaders", "ZAF", "ELI"),
    ],
)
def test_a_people_is_at_home_in_the_one_country_that_a_text_names(
    read_actors: Read, sentence: str, word: str, country: str | None, sector: str
) -> None:
    found = read(read_actors, sentence, word)
    assert (found.id, found.country, found.sector) == (None, country, sector)


def test_somebody_called_like_a_people_is_none_of_them(read_actors: Read) -> None:
    found = read(read_actors, "Karen was shot in Thailand.", "Karen")
    assert (found.kind, found.country) == ("Person", None)


def test_an_ambiguous_name_has_what_all_its_bearers_share(read_actors: Read) -> None:
    reader = read_actors("President Bush accused Iraq of breaking the truce.", "2011-01-01")
    found = reader.actor(next(t for t in reader.words.doc if t.text == "Bush"), acting=True)
    assert (found.id, found.kind, found.country, found.sector) == (None, "Person", "USA", "GOV")
    assert found.candidates == ("actor:george-h-w-bush", "actor:george-w-bush")
