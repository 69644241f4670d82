from __future__ import annotations

import pytest

from kg.graph.sketch import Sketch, copies, rarity, sketch, weights
from kg.model import Record

STORY = (
    "Shells fell on the market of Lesk on Tuesday and killed twelve people, the mayor Orlan Dreff said. "
    "Rescuers dug in the rubble of a bakery for hours. The Velandic army did not comment. "
    "It was the third time this month that the market was hit, and traders said that they would not go back."
)
OTHER = "The parliament of Ormia debated a tax on imported timber for nine hours and put off the vote until the autumn."


def portrait(text: str, title: str | None = None) -> Sketch:
    return sketch(Record("a", title=title, text=text))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (STORY, True),
        (STORY.replace("Tuesday", "Tues."), True),
        ("LESK (Ormia Press) - " + STORY, True),
        (STORY.rpartition("It was the third")[0], True),
        (STORY + " Reporting by our staff in Lesk.", True),
        (STORY.partition("Rescuers")[0], False),
        (OTHER, False),
        ("", False),
    ],
    ids=["equal", "word", "dateline", "cut", "longer", "a third", "other", "empty"],
)
def test_copies_of_a_report_are_known(text: str, same: bool) -> None:
    assert copies(portrait(STORY), portrait(text)) is same


def test_a_portrait_survives_the_store() -> None:
    found = portrait(STORY, "Market hit")
    assert Sketch.decode(found.encode()) == found
    assert found.encode() == portrait(STORY, "Market hit").encode()


def test_a_portrait_keeps_what_few_texts_have() -> None:
    words = portrait(STORY).words
    assert {"lesk", "orlan", "dreff", "velandic"} <= set(words)
    assert not {"the", "of", "people", "said"} & set(words)
    assert words["dreff"] > words["rubble"] > 0


def test_names_weigh_more_than_words_and_years_nothing() -> None:
    found = weights(["In 2031 the 47 drummers met Drummer Harrow, 312 of them"], 20)
    assert "2031" not in found
    assert found["312"] > found["47"] > 0
    assert found["harrow"] > found["drummers"]


def test_rarity_grows_with_rareness() -> None:
    assert rarity("the") == 0 < rarity("hospital") < rarity("rubble") < rarity("velandic") == 5.0


def test_without_its_text_an_article_is_known_by_its_title() -> None:
    bare = sketch(Record("a", title="Dreff mourns Lesk"))
    assert set(bare.words) >= {"dreff", "lesk"}
    assert not copies(bare, bare)
