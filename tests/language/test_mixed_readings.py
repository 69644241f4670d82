"""Words that three parsers leave where none would; the parses are those of the vote, as it gives them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.language.attachment import reattach

Parsed = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "word", "label", "head", "tag"),
    [
        ("The guard resorted to firing in which a schoolboy was killed.", "killed", "relcl", "firing", "VBN"),
        (
            "At least 93 persons have died in police firing since February 28, the home secretary told reporters.",
            "police",
            "compound",
            "firing",
            "NNS",
        ),
        ("They have turned Norland into a killing field.", "killing", "amod", "field", "NN"),
        (
            "Norish warplanes bombed the outpost, reportedly just one day after British troops had pulled out.",
            "reportedly",
            "advmod",
            "pulled",
            "RB",
        ),
        (
            "Armenia accused Azerbaijani forces of shelling Stepanakert, killing six nuns.",
            "killing",
            "advcl",
            "shelling",
            "VBG",
        ),
        (
            "Ister, Bree, Zelna and Sorva agreed to withdraw their troops, an agency said.",
            "Bree",
            "conj",
            "Ister",
            "NNP",
        ),
        ("In Lesk 43 students went missing on Friday.", "43", "nummod", "students", "CD"),
        ("Clashes between herders and farmers left at least eight people dead.", "people", "dobj", "left", "NNS"),
        ("Norland envoy shot dead weeks after arriving", "dead", "oprd", "shot", "JJ"),
    ],
)
def test_a_word_hung_where_it_belongs(parsed: Parsed, text: str, word: str, label: str, head: str, tag: str) -> None:
    before, after = (next(t for t in doc if t.text == word) for doc in (parsed(text), reattach(parsed(text))))
    assert (before.dep_, before.head.text, before.tag_) != (label, head, tag)
    assert (after.dep_, after.head.text, after.tag_) == (label, head, tag)
