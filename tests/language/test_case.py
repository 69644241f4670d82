"""Headlines and capitals as running text, of the same length."""

from __future__ import annotations

import random

import pytest

from kg.language.case import restore
from kg.language.normal import normalise

KNOWN = frozenset({"Syria", "Syrian", "Turkey", "NATO", "U.S.", "Ankara", "May"})
BODY = "\n\nThe town fell on Monday, residents of Lesk said."
HEADLINES = [
    ("Rebels Seize Border Town From Army" + BODY, "Rebels seize border town from army"),
    ("Rebels Seize Border Town in Syria" + BODY, "Rebels seize border town in Syria"),
    ("Rebels Shell Houses Near Lesk Airport" + BODY, "Rebels shell houses near Lesk airport"),
    ("NATO Jets Strike Rebel Convoy" + BODY, "NATO jets strike rebel convoy"),
    ("Rebels seize border town from army" + BODY, "Rebels seize border town from army"),
    ("Rebels Seize Town" + BODY, "Rebels Seize Town"),
    ("Rebels Seize Border Town From Army." + BODY, "Rebels Seize Border Town From Army."),
]
CAPITALS = [
    ("THE ARMY SHELLED THE TOWN.", "The army shelled the town."),
    ("THE SYRIAN ARMY SHELLED THE TOWN.", "The Syrian army shelled the town."),
    ("NATO JETS STRUCK A SYRIAN CONVOY.", "NATO jets struck a Syrian convoy."),
    ("NATO JETS STRUCK A CONVOY IN SYRIA.", "NATO jets struck a convoy in Syria."),
    ("A U.S. SOLDIER WAS KILLED IN THE TOWN.", "A U.S. soldier was killed in the town."),
    ("GO NOW.", "GO NOW."),
    ("THE PLO.", "THE PLO."),
]


@pytest.mark.parametrize(("text", "first"), HEADLINES)
def test_headlines(text: str, first: str) -> None:
    assert restore(text, KNOWN) == first + BODY


@pytest.mark.parametrize(("text", "expected"), CAPITALS)
def test_capitals(text: str, expected: str) -> None:
    assert restore(text, KNOWN) == expected


def test_every_sentence_of_a_line_begins_with_a_capital() -> None:
    text = "THE ARMY SHELLED THE TOWN. REBELS FLED TO THE HILLS."
    assert restore(text, KNOWN) == "The army shelled the town. Rebels fled to the hills."


def test_names_of_the_body_stay_names_in_capitals() -> None:
    text = "REBELS LEAVE LESK AFTER TALKS\n\nTalks were held in Lesk on Monday."
    assert restore(text, KNOWN) == "Rebels leave Lesk after talks\n\nTalks were held in Lesk on Monday."


def test_only_the_first_lines_are_headlines() -> None:
    body = "Rebels left.\nThe army came.\nThe town is quiet.\nRebels Seize Border Town From Army"
    assert restore(body, KNOWN) == body


def test_running_text_is_left_alone() -> None:
    text = "The Syrian army shelled Lesk on Monday."
    assert restore(text, KNOWN) is text


@pytest.mark.parametrize("seed", range(40))
def test_the_length_never_changes(seed: int) -> None:
    """Random lines of capitals, title case, letters whose lower case is longer, quotes and blanks."""
    draw = random.Random(seed)
    words = [
        *"REBELS Seize STRAẞE İzmir ΑΣ U.S. NATO “quoted” l’arme\u00a0\u2028 IS (AFP) 1,200".split(" "),
        "\n",
        "\n\n",
    ]
    for _ in range(25):
        text = " ".join(draw.choice(words) for _ in range(draw.randint(0, 30)))
        for version in (text, text.upper(), text.title()):
            plain = normalise(version)
            assert len(plain) == len(version)
            assert len(restore(plain, KNOWN)) == len(version)


@pytest.mark.parametrize("text", ["ŉ REBELS FLED THE TOWN", "ﬁRE FROM REBELS KILLED TWO"])
def test_the_length_never_changes_with_letters_whose_upper_case_is_longer(text: str) -> None:
    assert len(restore(text, KNOWN)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“They fled,” he said.", '"They fled," he said.'),
        ("the army’s post", "the army's post"),
        ("north\u2011east", "north-east"),
        ("five\u00a0men", "five men"),
        ("Fighters of IS left.", "Fighters of EU left."),
        ("IS fighters left.", "EU fighters left."),
        ("This IS.", "This EU."),
        ("ARMY IS LEAVING TOWN", "ARMY IS LEAVING TOWN"),
        pytest.param(
            "A word. REBEL ARMY IS LEAVING TOWN. He left.",
            "A word. REBEL ARMY IS LEAVING TOWN. He left.",
            marks=pytest.mark.xfail(reason="ordinary words near a capital line hide that it is one"),
        ),
        ("ISIS left.", "ISIS left."),
        ("", ""),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    assert normalise(text) == expected
