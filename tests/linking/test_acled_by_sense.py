"""The type that a whole note tells, and the event of notes that no trigger tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.cli.options import DEFAULT_MODEL
from kg.linking.acled_by_sense import MARGIN, _told
from kg.model import Document, Event, Record, Span

SENTENCE = Span(0, 20, "It was on Monday so.")


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    """Read a text with the real model."""
    from kg.pipeline import records

    return lambda text: next(iter(records([Document("note", text, published="2020-05-20")], model=DEFAULT_MODEL)))


def event(acled: str | None, **more: object) -> Event:
    """An event with a type."""
    return Event("event:1", "i", "Attack", "", "", acled, Span(0, 1, "x"), SENTENCE, **more)  # type: ignore[arg-type]


def test_the_model_must_be_far_surer() -> None:
    clash = event("Armed clash")
    sure = {"Attack": 0.5 + MARGIN / 2, "Armed clash": 0.1, "None": 0.2}
    assert _told([clash], sure) == ("Attack", [clash])
    assert _told([clash], sure | {"Armed clash": 0.3})[1] == []


@pytest.mark.parametrize(
    "told",
    [
        [event("Arrests")],  # can be no attack
        [event("Armed clash"), event("Attack")],  # told too
        [event("Armed clash", status="negated")],
        [],
    ],
)
def test_when_rules_stand(told: list[Event]) -> None:
    assert _told(told, {"Attack": 0.9, "None": 0.1})[1] == []


def test_a_bare_event_gets_the_type_of_a_note() -> None:
    bare = event(None)
    assert _told([bare], {"Attack": 0.9, "None": 0.1})[1] == [bare]
    assert _told([bare], {"Attack": 0.4, "None": 0.1})[1] == []


@pytest.mark.model
def test_a_note_without_a_trigger_tells_an_event_and_why(read: Callable[[str], Record]) -> None:
    text = "Trenches are being dug and a radio mast has gone up at the school, where the garrison of the new outpost sleeps."
    (told,) = read(text).events
    assert (told.action, told.rule, told.acled) == ("BaseEstablishment", "sense", "Headquarters or base established")
    assert '"outpost"' in told.acled_by
    assert told.acled_by.endswith(f"({told.confidence:.2f})")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Bread prices have doubled since spring, and bakers say that flour will be dearer still.",
        "The minister recalled how, as a boy, he had learned to love the hills around his village.",
        "The keeper dived to his left, and the visitors went home with a point that they hardly deserved.",
        "Rain fell on the capital all week. Shops were full. People drank tea and talked of the harvest. The week went by.",
    ],
)
def test_notes_of_nothing_and_articles_give_no_event_of_the_model(text: str, read: Callable[[str], Record]) -> None:
    assert [told for told in read(text).events if told.rule == "sense"] == []


@pytest.mark.model
def test_rules_that_fit_give_no_reason(read: Callable[[str], Record]) -> None:
    (told,) = read("Rebels shelled the town of Lesk on Friday.").events
    assert (told.acled, told.acled_by) == ("Shelling/artillery/missile attack", "")


@pytest.mark.model
def test_a_sentence_of_an_article_has_no_say(read: Callable[[str], Record]) -> None:
    blast = "A truck packed with explosives blew up outside a hotel in Lesk on Saturday."
    (told,) = read(f"{blast} Rain fell all week. Shops were full. People drank tea.").events
    assert (told.acled, told.acled_by) == ("Remote explosive/landmine/IED", "")
