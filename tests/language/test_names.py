"""Names of actors in a text: spelling, overlap, forms."""

from __future__ import annotations

import pytest

from kg.language.names import Names, by_token, lower
from kg.ontology import Entry

NAMES = Names(
    [
        Entry(
            "actor:VAR",
            "Varia",
            "Country",
            ("Varia", "Republic of Varia"),
            adjectives=("Varian",),
            demonyms=("Varians",),
            seats=("Lesk",),
            country="VAR",
        ),
        Entry("actor:VAR-MIL", "Varian Armed Forces", "Military", ("Varian Armed Forces", "Varian army")),
        Entry("actor:northern-front", "Northern Front", "ArmedGroup", ("Northern Front", "NF"), ("Front",)),
        Entry("actor:al-dor", "Al-Dor Brigade", "ArmedGroup", ("Al-Dor Brigade", "ADB"), ("Front",)),
    ]
)
FOUND = [
    ("Varia attacked.", [("Varia", "name", "VAR")]),
    ("The Varian army attacked.", [("Varian army", "name", "VAR-MIL")]),
    ("Varian jets attacked.", [("Varian", "adjective", "VAR")]),
    ("Two Varians fled.", [("Varians", "demonym", "VAR")]),
    ("Lesk said it would talk.", [("Lesk", "seat", "VAR")]),
    ("The Front attacked.", [("Front", "ambiguous", "al-dor northern-front")]),
    ("The front was quiet.", []),
    ("NF fighters left.", [("NF", "name", "northern-front")]),
    ("The nf left.", []),
    (
        "The Al-Dor Brigade (Adb) left. The Adb fought.",
        [("Al-Dor Brigade", "name", "al-dor")] + 2 * [("Adb", "name", "al-dor")],
    ),
    ("The Northern Front (Nfv) left.", [("Northern Front", "name", "northern-front")]),
    ("The northern Front Army left.", [("northern Front", "name", "northern-front")]),
    ("Nf left.", []),
    ("The varian armed forces left.", [("varian armed forces", "name", "VAR-MIL")]),
    ("THE NORTHERN FRONT LEFT.", [("NORTHERN FRONT", "name", "northern-front")]),
    ("The northern front was quiet.", [("northern front", "name", "northern-front")]),
    ("varia.", []),
    ("Variant readings.", []),
    ("Invaria left.", []),
    ("Varia's army", [("Varia", "name", "VAR")]),
    ("Varia-led forces", [("Varia", "name", "VAR")]),
    ("the Republic of Varia", [("Republic of Varia", "name", "VAR")]),
    ("The Al-Dor Brigade of Varia", [("Al-Dor Brigade", "name", "al-dor"), ("Varia", "name", "VAR")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names_in_a_text(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [
        (text[n.start : n.end], n.form, " ".join(i.removeprefix("actor:") for i in n.ids)) for n in NAMES.find(text)
    ]
    assert found == expected


@pytest.mark.parametrize("text", ["The Varian Defense League left.", "The Varian Defence League left."])
def test_a_name_is_found_in_the_spelling_of_either_side_of_the_atlantic(text: str) -> None:
    league = Names([Entry("actor:league", "League", "Militia", ("Varian Defense League",))])
    assert [name.ids for name in league.find(text)] == [("actor:league",)]


def test_the_name_of_a_state_goes_before_one_that_begins_inside_it() -> None:
    names = Names(
        [
            Entry("actor:east-varia", "East Varia", "Country", (), (), ("East Varian",)),
            Entry("actor:VAR-COP", "Varian police", "Police", ("Varian police",)),
        ]
    )
    assert [name.ids for name in names.find("East Varian police left. Varian police came.")] == [
        ("actor:east-varia",),
        ("actor:VAR-COP",),
    ]


def test_lower_case_keeps_its_length() -> None:
    text = "İZMİR STRASSE"
    assert len(lower(text)) == len(text)
    assert lower("ABC") == "abc"


def test_offsets_stay_behind_letters_that_grow_in_lower_case() -> None:
    text = "İİİ Varia left."
    (name,) = NAMES.find(text)
    assert text[name.start : name.end] == "Varia"


def test_words_of_names_are_the_capitalised_ones() -> None:
    assert {"Republic", "Varia", "Lesk", "Front"} <= NAMES.words
    assert "of" not in NAMES.words
    assert "army" not in NAMES.words


def test_every_token_of_a_name_leads_to_it() -> None:
    text = "The Varian army left."
    (name,) = NAMES.find(text)
    assert by_token([name], {0: 0, 4: 1, 11: 2, 16: 3}) == {1: name, 2: name}
