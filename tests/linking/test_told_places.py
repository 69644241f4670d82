"""Places that are told without a name of the index: capitals by their country, names where only places stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Record

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Two bombs exploded in the Somali capital on Monday.", "exploded", [("Somali capital", "Mogadishu")]),
        ("Two bombs exploded in Mali's capital.", "exploded", [("Mali's capital", "Bamako")]),
        # its name stands beside it, or it is a capital of another kind
        ("Two bombs exploded in the Somali capital, Mogadishu.", "exploded", [("Mogadishu", "Mogadishu")]),
        ("Two bombs exploded in Pakistan's capital Islamabad.", "exploded", [("Islamabad", "Islamabad")]),
        ("Two bombs exploded in the Afghan provincial capital.", "exploded", []),
        # a place that is named is preferred
        ("Rebels from the Somali capital attacked a convoy in Kismayo.", "attacked", [("Kismayo", "Kismayo")]),
    ],
)
def test_capitals(read: Callable[[str], Record], text: str, trigger: str, expected: list[tuple[str, str]]) -> None:
    event = next(e for e in read(text).events if e.trigger.text == trigger)
    assert [(p.text, p.name) for p in event.places] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rebels entered Orubayn on Monday.", "entered", ["Orubayn"]),
        ("The army captured Kafr Orub from the rebels.", "captured", ["Kafr Orub"]),
        ("A soldier was killed in the siege of Nam Orub.", "killed", ["Nam Orub"]),
        ("A bomb exploded near Oruba Bridge.", "exploded", ["Oruba Bridge"]),
        # people may be taken as well
        ("Troops captured Abu Zubaydah in March.", "captured", []),
    ],
)
def test_names_that_only_places_bear(
    read: Callable[[str], Record], text: str, trigger: str, expected: list[str]
) -> None:
    event = next(e for e in read(text).events if e.trigger.text == trigger)
    assert [p.text for p in event.places] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # a people before a town, a ship with the name of one, the make of a rocket
        ("RSF fighters attacked the Masalit town of Orubaya on Sunday.", "attacked", ["Orubaya"]),
        ("The destroyer Sheffield was hit by a missile off the Falkland Islands.", "hit", ["Falkland Islands"]),
        ("Troops shelled Chernihiv with Grad rockets.", "shelled", ["Chernihiv"]),
        ("Rebels had overrun Gao and Timbuktu a week earlier.", "overrun", ["Gao", "Timbuktu"]),
        # who somebody is, or was before, tells no place of what he does
        ("A man who grew up in Leeds stabbed a guard.", "stabbed", []),
        ("The envoy, a Dane who had served in Beirut, blamed the rebels.", "blamed", []),
        ("The rebels, who hold the town of Idlib, shelled a village.", "shelled", []),
        ("Police arrested a man suspected of killing a priest in Lyon.", "arrested", []),
        ("Rebels shot a driver who had arrived in Lyon on Monday.", "shot", ["Lyon"]),
        ("Soldiers who were patrolling in Gao shot a boy.", "shot", ["Gao"]),
        ("Tehran agreed to answer questions about a plant found at Natanz.", "agreed", []),
        # from where people are driven, what is taken, which ground is left
        ("Troops are expelling thousands of women from Srebrenica.", "expelling", ["Srebrenica"]),
        ("Troops left Srebrenica, which they captured on Tuesday, aides in Tuzla said.", "captured", ["Srebrenica"]),
        ("Militants in Moscow demanded that Russia withdraw its troops from Chechnya.", "withdraw", ["Chechnya"]),
        # whom words are for, what had been done elsewhere, where a crowd marched
        ("Seven guards suffered injuries; Maduro accused Bogota of the attack.", "suffered injuries", []),
        ("He was gunned down on Monday by a man who had killed three nuns in Toulouse in March.", "gunned down", []),
        # an act and its harm are in one place
        ("An air strike by the army killed 22 people in Omdurman.", "air strike", ["Omdurman"]),
        ("Rebels killed 38 villagers in a raid on a hamlet near Blida.", "killed", ["Blida"]),
        ("He was shot on Monday and died in a Paris hospital.", "shot", []),
    ],
)
def test_the_place_of_this_deed(read: Callable[[str], Record], text: str, trigger: str, expected: list[str]) -> None:
    event = next(e for e in read(text).events if e.trigger.text == trigger)
    assert [p.text for p in event.places] == expected
