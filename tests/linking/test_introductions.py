"""How a mention brings its happening in, by written parses of invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extraction.drafts import Draft
from kg.linking.introductions import Introduction, introductions

Parsed = Callable[[str], Doc]


def told(doc: Doc, *words: str, **more: object) -> list[Introduction]:
    """How events at these words are brought in, none of them tied to another."""
    heads = [next(t.i for t in doc if t.text == word) for word in words]
    drafts = [Draft(i, i, i + 1, "Attack", "nominal", **more) for i in heads]  # type: ignore[arg-type]
    return list(introductions(doc, drafts, {}))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The attack lasted an hour.", "attack", Introduction(definite=True)),
        ("Attacks followed in Lesk.", "Attacks", Introduction(several=True)),
        ("Twin blasts killed two guards.", "blasts", Introduction()),
        ("A separate attack killed two guards.", "attack", Introduction(another=True)),
        ("Those attacks lasted an hour.", "attacks", Introduction(definite=True, pointing=True)),
        ("Earlier, rebels shelled the town of Lesk.", "shelled", Introduction(another=True)),
        ("Meanwhile, the attack lasted an hour.", "attack", Introduction(definite=True)),
        ("Another raid followed in Lesk.", "raid", Introduction(another=True)),
        ("Three guards were wounded in a separate incident in Lesk.", "wounded", Introduction(another=True)),
        ("Elsewhere, rebels shelled the town of Lesk.", "shelled", Introduction(another=True)),
        ("It was the second attack in a week.", "attack", Introduction(definite=True)),
        ("The second attack killed two guards.", "attack", Introduction(definite=True)),
        ("An attack killed two other guards.", "attack", Introduction()),
        ("Rebels killed a judge in Lesk. In Gora, raiders burned a chapel.", "burned", Introduction(another=True)),
        ("Rebels killed a judge in Lesk. In Lesk, raiders burned a chapel.", "burned", Introduction()),
        (
            "Rebels killed a judge in Lesk. In Gora, the mayor said raiders burned a chapel.",
            "burned",
            Introduction(),
        ),
        ("The gang has killed 20 nuns in the past two years.", "killed", Introduction(several=True)),
        ("The gang has killed 20 nuns in Lesk.", "killed", Introduction()),
    ],
)
def test_what_the_words_say(parsed: Parsed, text: str, word: str, expected: Introduction) -> None:
    assert told(parsed(text), word) == [expected]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A guard was also killed.", "killed"),
        ("Also injured was a student.", "injured"),
        ("The wounded nuns are Ana Ruiz and Eva Berg.", "wounded"),
    ],
)
def test_further_harm_is_of_what_was_told_before(parsed: Parsed, text: str, word: str) -> None:
    doc = parsed(text)
    head = next(t.i for t in doc if t.text == word)
    draft = Draft(head, head, head + 1, "Wounding", "passive")
    assert introductions(doc, [draft], {}) == (Introduction(definite=True),)


def test_a_second_bomb_is_another_explosion(parsed: Parsed) -> None:
    doc = parsed("Soon after a second bomb exploded in Lesk.")
    bomb = next(t.i for t in doc if t.text == "bomb")
    assert told(doc, "exploded", instruments=(bomb,)) == [Introduction(another=True)]
    assert told(doc, "exploded") == [Introduction()]


def test_another_group_does_another_thing(parsed: Parsed) -> None:
    doc = parsed("Another group of raiders burned a chapel.")
    assert told(doc, "burned", agents=(1,)) == [Introduction(another=True)]
    assert told(doc, "burned") == [Introduction()]


def test_what_is_tied_to_another_happening_is_part_of_it(parsed: Parsed) -> None:
    doc = parsed("Three guards were killed in a separate attack.")
    heads = [next(t.i for t in doc if t.text == word) for word in ("killed", "attack")]
    drafts = [Draft(i, i, i + 1, "Attack", "nominal") for i in heads]
    assert [one.another for one in introductions(doc, drafts, {0: {1}, 1: {0}})] == [True, True]
