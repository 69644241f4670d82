from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from kg.errors import OntologyError
from kg.extraction.casualties import Toll, casualties
from kg.extraction.harm import load
from kg.ontology import folder

#: sentence -> (kind, low, high, group, words)
TABLE: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("Gunmen killed a soldier.", [("killed", 1, 1, "soldier", "killed a soldier")]),
    ("The bomb killed at least 12 people and wounded more than 30 others.",
     [("killed", 12, None, "people", "killed at least 12 people"),
      ("wounded", 30, None, "others", "wounded more than 30 others")]),
    ("12 people were killed and 30 wounded in the blast.",
     [("killed", 12, 12, "people", "12 people were killed"), ("wounded", 30, 30, None, "30 wounded")]),
    ("Gunmen attacked the town, killing five and wounding dozens.",
     [("killed", 5, 5, None, "killing five"), ("wounded", 24, None, None, "wounding dozens")]),
    ("The blast left 12 dead and 30 injured.",
     [("killed", 12, 12, None, "12 dead"), ("wounded", 30, 30, None, "30 injured")]),
    ("12 killed, 30 injured in market blast",
     [("killed", 12, 12, None, "12 killed"), ("wounded", 30, 30, None, "30 injured")]),
    ("Two soldiers and a civilian died.",
     [("killed", 2, 2, "soldiers", "Two soldiers and a civilian died"),
      ("killed", 1, 1, "civilian", "a civilian died")]),
    ("The attack killed the governor, his wife and three bodyguards.",
     [("killed", 1, 1, "governor", "killed the governor"),
      ("killed", 1, 1, "wife", "killed the governor, his wife"),
      ("killed", 3, 3, "bodyguards", "killed the governor, his wife and three bodyguards")]),
    ("Dozens of people, including 2 women, were killed.",
     [("killed", 24, None, "people", "Dozens of people, including 2 women, were killed")]),
    ("Five were killed, among them two children.", [("killed", 5, 5, None, "Five were killed")]),
    ("Eleven people, including four in police firing, have died.",
     [("killed", 11, 11, "people", "Eleven people, including four in police firing, have died"),
      ("killed", 4, 4, None, "four in police firing")]),
    ("Riots left eight dead, five of them in police firing.",
     [("killed", 8, 8, None, "eight dead"), ("killed", 5, 5, None, "five of them in police firing")]),
    ("Eleven people, including four in Lesk, have died.",
     [("killed", 11, 11, "people", "Eleven people, including four in Lesk, have died")]),
    ("No one was killed.", [("killed", 0, 0, None, "No one was killed")]),
    ("There were no casualties.", [("killed", 0, 0, None, "no casualties")]),
    ("The army inflicted three casualties on the guerrillas.", [("killed", 3, 3, "guerrillas", "three casualties")]),
    ("The ambush caused ten casualties among the police.", [("killed", 10, 10, "police", "ten casualties")]),
    ("The army suffered ten casualties.", [("killed", 10, 10, "army", "ten casualties")]),
    ("The strike killed journalists Omar Haddad and Sami Nasser.",
     [("killed", 2, 2, "journalists", "killed journalists")]),
    ("The bodies of six men were found.", [("killed", 6, 6, "men", "bodies of six men")]),
    ("The murder of the six priests shocked the town.", [("killed", 6, 6, "priests", "murder of the six priests")]),
    ("The death of a civilian was reported.", [("killed", 1, 1, "civilian", "death of a civilian")]),
    ("The death toll rose to 25 on Monday.", [("killed", 25, 25, None, "toll rose to 25")]),
    ("The attack claimed the lives of six people.", [("killed", 6, 6, "people", "claimed the lives of six people")]),
    ("An estimated 300 people lost their lives.",
     [("killed", 300, 300, "people", "An estimated 300 people lost their lives")]),
    ("Five people were shot to death.", [("killed", 5, 5, "people", "Five people were shot to death")]),
    ("He was shot dead by gunmen.", [("killed", 1, 1, "He", "He was shot dead")]),
    ("The accident resulted in 12 deaths and 3 injuries.",
     [("killed", 12, 12, None, "12 deaths"), ("wounded", 3, 3, None, "3 injuries")]),
    ("Three of the soldiers are missing.", [("missing", 3, 3, "soldiers", "Three of the soldiers are missing")]),
    ("Fighting displaced 3,000 people.", [("displaced", 3000, 3000, "people", "displaced 3,000 people")]),
    ("Tens of thousands of people fled their homes.",
     [("displaced", 20000, None, "people", "Tens of thousands of people fled their homes")]),
    ("Troops captured five rebels.", [("captured", 5, 5, "rebels", "captured five rebels")]),
    ("12 people were taken hostage.", [("captured", 12, 12, "people", "12 people were taken hostage")]),
    ("Rebels captured two towns.", []),
    ("They did not kill the hostages.", []),
    ("He was sentenced to death.", []),
    ("The 1980 assassination shocked the town.", []),
]  # fmt: skip


def shown(toll: Toll) -> tuple[Any, ...]:
    return toll.kind, toll.low, toll.high, toll.group.text if toll.group is not None else None, toll.span.text


@pytest.mark.parametrize(("sentence", "expected"), TABLE)
def test_figures(parsed: Callable[[str], Doc], sentence: str, expected: list[tuple[Any, ...]]) -> None:
    assert [shown(t) for t in casualties(parsed(sentence))] == expected


def test_a_name_amid_names_of_people_is_a_person(parsed: Callable[[str], Doc]) -> None:
    doc = parsed("Ana Ruiz, Pilar Ortiz, and Efrain Rincon were killed in the attack.")
    assert [t.group.text for t in casualties(doc) if t.group is not None] == ["Ruiz", "Rincon"]


def test_the_trigger_is_the_word_that_says_what_befell_them(parsed: Callable[[str], Doc]) -> None:
    found = casualties(parsed("Gunmen attacked the town, killing five and wounding dozens."))
    assert [t.trigger.text for t in found] == ["killing", "wounding"]
    assert all(t.span.start <= t.trigger.i < t.span.end for t in found)


def test_a_plural_without_a_number_is_no_stated_figure(parsed: Callable[[str], Doc]) -> None:
    (found,) = casualties(parsed("Soldiers killed civilians."))
    assert (found.low, found.high, found.stated) == (2, None, False)


def test_a_death_toll_is_a_running_total(parsed: Callable[[str], Doc]) -> None:
    (found,) = casualties(parsed("The death toll rose to 25 on Monday."))
    assert found.cumulative


def test_casualties_not_told_apart_are_approximate(parsed: Callable[[str], Doc]) -> None:
    (found,) = casualties(parsed("The army inflicted three casualties on the guerrillas."))
    assert found.approximate


def test_a_file_without_a_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "casualties.toml").write_text("[killed]\nverbs = []\n")
    with pytest.raises(OntologyError, match=r"casualties\.toml: \[wounded\] is missing"):
        load(tmp_path)


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    text = (folder() / "casualties.toml").read_text(encoding="utf-8")
    (tmp_path / "casualties.toml").write_text(text.replace("[wounded]\n", "[wounded]\nverb = []\n"), encoding="utf-8")
    with pytest.raises(OntologyError, match=r"\[wounded\] is missing or has an unknown key"):
        load(tmp_path)


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "expected"), TABLE)
def test_figures_with_the_model(model: Callable[[str], Doc], sentence: str, expected: list[tuple[Any, ...]]) -> None:
    assert [shown(t) for t in casualties(model(sentence))] == expected
