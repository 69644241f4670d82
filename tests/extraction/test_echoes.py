"""Words that name again what the article tells, and alone say nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words

KILLED = "Gunmen killed a baker in Lesk. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            KILLED + "He died of gunshot wounds, and his death shocked the town.",
            [("gunshot", "Shooting"), ("wounds", "Wounding"), ("death", "Killing")],
        ),
        (KILLED + "Police called the incident a fatal shooting.", [("incident", "Violence"), ("fatal", "Killing")]),
        (KILLED + "The murder suspect fled.", [("murder", "Killing")]),
        (KILLED + "There were no injuries to others.", []),
        (KILLED + "Police told of the girl's shooting death.", [("shooting", "Shooting"), ("death", "Killing")]),
        (KILLED + "His uncle died of cancer.", []),
        (KILLED + "Police have seen many such incidents.", []),
        (KILLED + "A prisoner fled from death row.", []),
        (KILLED + "The mayor escaped death.", []),
        ("The mayor opened a market in Lesk. His death shocked the town.", []),
    ],
)
def test_echoes_are_of_what_the_article_tells(
    text: str, expected: list[tuple[str, str]], look_up: Callable[[str], Words]
) -> None:
    words = look_up(text)
    drafts, _ = events(words)
    found = [(words.doc[draft.head].text, draft.action) for draft in drafts if draft.rule == "echo"]
    assert found == expected


def test_an_echo_has_no_roles_and_is_no_refusal(look_up: Callable[[str], Words]) -> None:
    drafts, refusals = events(look_up(KILLED + "He died of gunshot wounds, and his death shocked the town."))
    echoes = [draft for draft in drafts if draft.rule == "echo"]
    assert all(not (draft.agents or draft.targets or draft.places) for draft in echoes)
    assert not {refusal.head for refusal in refusals} & {draft.head for draft in echoes}


def test_without_the_list_there_are_none(look_up: Callable[[str], Words]) -> None:
    words = look_up(KILLED + "Police called the incident a fatal shooting.")
    words.ontology = replace(words.ontology, echoes={})
    assert not [draft for draft in events(words)[0] if draft.rule == "echo"]


def test_a_notice_to_the_public_is_no_appeal_and_asks_for_no_violence(look_up: Callable[[str], Words]) -> None:
    drafts, refusals = events(look_up("Anyone with information about the shooting is asked to call police."))
    assert [(draft.action, draft.status) for draft in drafts] == [("Shooting", "asserted")]
    assert [refusal.reason for refusal in refusals if refusal.action == "Appeal"] == ["it is a notice to the public"]
