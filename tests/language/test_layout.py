"""Lines of a text that end its sentences."""

from __future__ import annotations

import pytest

from kg.language.pipeline import load, parse
from kg.model import Document

pytestmark = pytest.mark.model
WRAPPED = (
    "Rebels shelled the town of Lesk for the third day on Monday, the\n"
    "Norland army said. Two nuns and a priest were killed when a shell hit\n"
    "Saint Anne's church. Nobody else was hurt."
)


def sentences(text: str) -> list[str]:
    return [" ".join(s.text.split()) for _, doc in parse([Document("d", text)], load()) for s in doc.sents]


@pytest.mark.parametrize("more", ["", "\n\nhttps://news.example.org/2024/05/18/" + "a-very-long-address-" * 8])
def test_wrapped_lines_go_on_whatever_address_stands_below(more: str) -> None:
    assert sentences(WRAPPED + more)[:2] == [
        "Rebels shelled the town of Lesk for the third day on Monday, the Norland army said.",
        "Two nuns and a priest were killed when a shell hit Saint Anne's church.",
    ]


def test_a_short_line_ends_a_sentence() -> None:
    assert (
        sentences("Two held after raid\nPolice in Lesk said on Monday that two men were held.")[0]
        == "Two held after raid"
    )
