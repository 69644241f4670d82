"""Violence told in general or in passing: the signs of a telling, and what is refused for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc, Token

from kg.linking.generality import LEAST, details, in_general, least, probability, signs_of_all, weights
from kg.linking.telling import signs
from kg.model import Actor, Casualty, Event, Place, Span, Time

Parsed = Callable[[str], Doc]
DAY = Time("2021-03-04", "2021-03-04", "day", "text")
TEACHER = Actor(0, 8, "Ana Ruiz", Span(4, 8, "Ruiz"), name="Ana Ruiz", kind="Person")
PEOPLE = Actor(0, 8, "peasants", Span(0, 8, "peasants"), kind="Civilians")
TOWN = Place(0, 4, "Lesk", "Lesk", precision="settlement")
DEAD = Casualty("killed", 3, 3, False, None, 0, 1, "3")


def told(doc: Doc, word: str, **more: object) -> tuple[Token, Event]:
    """Return the head and the event at a word of a parse."""
    token = next(t for t in doc if t.text == word)
    at, sentence = Span(token.idx, token.idx + len(token), token.text), token.sent
    where = Span(sentence.start_char, sentence.end_char, sentence.text)
    event = Event(f"event:{token.i}", "incident:1", "Killing", "ASSAULT", "", None, at, where)
    return token, replace(event, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Guerrillas often attack villages.", "attack", {"habit", "tag VBP", "no target", "no agent", "lead"}),
        ("The bishop condemned the murders of peasants.", "murders", {"definite plural", "no time", "one mention"}),
        ("The bishop condemned acts of violence.", "violence", {"bare plural"}),
        ("They kill a villager every week.", "kill", {"habit"}),
        ("The rebels murdered a teacher in Lesk on Friday.", "murdered", {"tag VBD", "only tag VBD"}),
    ],
)
def test_signs_of_the_words(parsed: Parsed, text: str, word: str, expected: set[str]) -> None:
    token, event = told(parsed(text), word)
    assert expected <= signs([token], [event], None)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2021-03-06", "recent"), ("2021-04-20", "past"), ("2022-03-06", "long ago"), ("2021-03-01", "future")],
)
def test_signs_of_the_day(parsed: Parsed, day: str, expected: str) -> None:
    token, event = told(parsed("The rebels murdered a teacher in Lesk on Friday."), "murdered", time=DAY)
    assert {expected, "precision day"} <= signs([token], [event], day)
    assert "no time" not in signs([token], [event], day)


def test_signs_of_sides_and_circumstances(parsed: Parsed) -> None:
    token, event = told(
        parsed("The rebels murdered a teacher in Lesk on Friday."),
        "murdered",
        agents=(PEOPLE,),
        targets=(TEACHER,),
        places=(TOWN,),
        casualties=(DEAD,),
    )
    found = signs([token], [event], None)
    assert {"agents of a kind", "named target", "town", "figure"} <= found
    assert not found & {"no agent", "no target", "targets of a kind", "no place", "no figure"}


def chance(token: Token, event: Event) -> float:
    """How likely an incident of one mention is a particular happening."""
    return probability(signs_of_all([token], [event], {}, "2021-03-06")[event.incident])


def test_what_is_particular_is_likelier(parsed: Parsed) -> None:
    doc = parsed("The rebels murdered a teacher in Lesk on Friday.")
    token, bare = told(doc, "murdered")
    full = replace(bare, targets=(TEACHER,), places=(TOWN,), casualties=(DEAD,), time=DAY)
    general, habit = told(parsed("Guerrillas often attack villages."), "attack", targets=(PEOPLE,))
    chances = [chance(t, e) for t, e in ((token, full), (token, bare), (general, habit))]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > 0.5 > LEAST > chances[2]


ARTICLE = (
    "The bishop spoke in Lesk. He thanked the choir. Guerrillas often attack villages. The mayor came. People sang."
)


HABITS = "Guerrillas attack villages. Bandits attack towns. Rebels attack farms. The mayor came. People sang."


def test_an_article_leaves_out_what_is_told_in_general(parsed: Parsed) -> None:
    token, event = told(parsed(ARTICLE), "attack", targets=(PEOPLE,))
    refused = in_general([token], [event], {}, None)
    assert list(refused) == [event.id]
    assert refused[event.id].startswith("told in general or in passing")


def test_what_can_be_told_apart_is_refused_less_readily(parsed: Parsed) -> None:
    token, event = told(parsed(HABITS), "attack", targets=(PEOPLE,), places=(TOWN,))
    assert in_general([token], [event], {}, None)
    assert in_general([token], [replace(event, time=DAY)], {}, None) == {}
    assert in_general([token], [replace(event, agents=(replace(PEOPLE, id="actor:front"),))], {}, None) == {}


def test_what_an_article_dwells_on_stays(parsed: Parsed) -> None:
    doc = parsed(HABITS)
    pairs = [told(doc, "attack") for _ in range(3)]
    places = [Span(n, n + 1, "") for n in range(3)]
    events = [replace(event, id=f"event:{n}", sentence=places[n]) for n, (_, event) in enumerate(pairs)]
    heads = [token for token, _ in pairs]
    assert in_general(heads, events, {}, None) == {}
    assert set(in_general(heads[:2], events[:2], {}, None)) == {"event:0", "event:1"}


def test_a_note_of_few_sentences_and_peaceful_acts_are_left_alone(parsed: Parsed) -> None:
    token, event = told(parsed("Guerrillas often attack villages."), "attack", targets=(PEOPLE,))
    assert in_general([token], [event], {}, None) == {}
    token, event = told(parsed(ARTICLE), "attack", targets=(PEOPLE,))
    assert in_general([token], [replace(event, plover="ACCUSE")], {}, None) == {}
    assert in_general([], [], {}, None) == {}


def test_every_weight_is_small(parsed: Parsed) -> None:
    assert "bias" in weights()
    assert all(abs(value) < 3 for sign, value in weights().items() if sign != "bias")


def test_a_sentence_that_tells_much_is_never_told_in_passing(parsed: Parsed) -> None:
    army = Actor(0, 4, "army", Span(0, 4, "army"), id="actor:VAR-MIL", kind="Military")
    token, bare = told(parsed("The rebels have murdered a teacher in Lesk on Friday."), "murdered")
    full = replace(bare, agents=(army,), targets=(TEACHER,), places=(TOWN,), casualties=(DEAD,))
    assert (details([bare]), details([full])) == (0, 4)
    assert (least([token], [bare]), least([token, token], [bare, full])) == (LEAST, 0.0)
