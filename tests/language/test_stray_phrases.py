"""Phrases behind a noun that tell of the deed: who did it, with what, in what firing; the parses are those of the vote."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.language.attachment import reattach

Parsed = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "word", "head", "label"),
    [
        ("The two brothers were shot in the back by soldiers of the border force.", "by", "shot", "agent"),
        (
            "Ten thousand policemen and guards moved in from three sides with rubber bullets and tear gas.",
            "with",
            "moved",
            "prep",
        ),
        ("Six people died on Friday, two of them in police firing at Lesk.", "firing", "in", "pobj"),
        (
            "Burmese soldiers have in the past ten days raised bunkers and a helipad near Lesk.",
            "soldiers",
            "raised",
            "nsubj",
        ),
    ],
)
def test_what_stands_behind_a_noun_hangs_on_the_deed(
    parsed: Parsed, text: str, word: str, head: str, label: str
) -> None:
    doc = reattach(parsed(text))
    token = next(t for t in doc if t.text == word)
    assert (token.head.text, token.dep_) == (head, label)


def test_firing_is_a_noun_behind_who_fires(parsed: Parsed) -> None:
    doc = reattach(parsed("Six people died on Friday, two of them in police firing at Lesk."))
    firing = next(t for t in doc if t.text == "firing")
    assert firing.pos_ == "NOUN"
    assert [t.text for t in firing.children if t.dep_ == "compound"] == ["police"]
