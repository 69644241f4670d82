"""What people are called in labels."""

from __future__ import annotations

import pytest

from kg.graph.labels import label_of
from kg.model import Actor, Number, Span


@pytest.mark.parametrize(
    ("words", "head", "number", "label"),
    [
        ("At least 12 civilians", "civilians", (12, None), "at least 12 civilians"),
        ("Between 20 and 30 people", "people", (20, 30), "between 20 and 30 people"),
        ("The killers", "killers", None, "the killers"),
        ("Seven soldiers", "soldiers", (7, 7), "seven soldiers"),
        ("The Northern Front", "Front", None, "The Northern Front"),
        ("Protesters", "Protesters", None, "Protesters"),
        ("Three", "Three", (3, 3), "three people"),
        ("At least 140", "140", (140, None), "at least 140 people"),
        ("Hundreds", "Hundreds", (200, None), "hundreds of people"),
        ("people", "people", (2000, None), "2,000 or more people"),
        ("villagers", "villagers", (30, 40), "30 to 40 villagers"),
        ("gunman", "gunman", (1, 1), "gunman"),
    ],
)
def test_a_label_can_be_read_away_from_its_sentence(
    words: str, head: str, number: tuple[int, int | None] | None, label: str
) -> None:
    at = words.index(head)
    counted = Number(*number) if number else None
    noun = Span(at, at + len(head), head)
    assert label_of(Actor(0, len(words), words, noun, kind="Civilians", number=counted)) == label


def test_names_and_things_stay_as_they_are() -> None:
    head = Span(0, 5, "Three")
    assert label_of(Actor(0, 5, "Three", head, number=Number(3, 3), kind="Object")) == "three"
    assert label_of(Actor(0, 5, "Three", head, name="The Three", kind="ArmedGroup")) == "The Three"
