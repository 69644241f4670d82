"""What a whole note tells: the features of its words and the model that is fitted to them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from spacy.tokens import Doc

from kg.extraction.from_senses import ACTIONS
from kg.language.senses import NOTHING, WIDTH, content, evidence, meaning, model, probabilities, terms
from kg.ontology import Ontology

FIRED = "Gunmen killed a baker in Lesk. He died of gunshot wounds, and his death shocked the town."


@pytest.fixture(scope="module")
def read() -> Callable[[str], Doc]:
    """Parse a text with the real model."""
    from kg.language.pipeline import load, parse
    from kg.model import Document

    return lambda text: next(iter(parse([Document("note", text)], load())))[1]


def test_names_figures_and_small_words_say_nothing(parsed: Callable[[str], Doc]) -> None:
    assert {"He", "of", "Lesk", ".", "and"}.isdisjoint(token.text for token in content(parsed(FIRED)))
    assert {"killed", "baker", "wounds"} <= {token.text for token in content(parsed(FIRED))}


def test_features_have_length_1(parsed: Callable[[str], Doc]) -> None:
    words = content(parsed(FIRED))
    assert sum(value**2 for value in terms(words).values()) == pytest.approx(1)
    vector = meaning(words)
    assert vector.shape == (2 * WIDTH,)
    assert np.linalg.norm(vector[:WIDTH]) == pytest.approx(1)
    assert np.linalg.norm(vector[WIDTH:]) == pytest.approx(1)
    assert not meaning([]).any()


def test_pairs_of_neighbours_are_terms_and_rare_words_weigh_more(parsed: Callable[[str], Doc]) -> None:
    found = terms(content(parsed(FIRED)))
    assert "kill baker" in found
    assert found["baker"] > found["town"]


def test_its_types_are_those_of_the_ontology(shipped: Ontology) -> None:
    known = {action.acled_sub_event for action in shipped.actions.values()}
    assert set(model().labels) - {NOTHING} <= known
    assert {ACTIONS[label] for label in ACTIONS} <= set(shipped.actions)
    assert all(shipped.actions[action].acled_sub_event for action in ACTIONS.values())
    assert set(ACTIONS) == set(model().labels) - {NOTHING, "Other"}


def test_probabilities_add_up_to_1_and_no_words_are_no_error(parsed: Callable[[str], Doc]) -> None:
    assert sum(probabilities(parsed(FIRED)).values()) == pytest.approx(1)
    assert sum(probabilities([]).values()) == pytest.approx(1)
    assert evidence([], "Attack") == {}


@pytest.mark.model
@pytest.mark.parametrize(
    ("note", "label"),
    [
        (
            "A hail of bullets from a passing car left the driver slumped over his wheel; two men on a motorcycle sped away.",
            "Attack",
        ),
        (
            "For a third evening thousands stood with candles before the ministry, singing, and went home.",
            "Peaceful protest",
        ),
        ("Both delegations put their names under the text, and the guns are to fall silent from Friday.", "Agreement"),
        (
            "A drone hovered over the lorry park near Lesk and let go of its load; two drivers were killed.",
            "Air/drone strike",
        ),
        ("Bread prices have doubled since spring, and bakers say that flour will be dearer still.", NOTHING),
        ("The minister recalled how, as a boy, he had learned to love the hills around his village.", NOTHING),
    ],
)
def test_notes_by_detours(note: str, label: str, read: Callable[[str], Doc]) -> None:
    shares = probabilities(read(note))
    assert max(shares, key=lambda name: shares[name]) == label, sorted(shares.items(), key=lambda item: -item[1])[:3]


@pytest.mark.model
def test_the_words_that_speak_for_a_type(read: Callable[[str], Doc]) -> None:
    doc = read("Women with pots and pans filled the square until midnight and then went home to their children.")
    spoken = evidence(doc, "Peaceful protest")
    assert {"pots", "pans"} <= {doc[i].text for i in sorted(spoken, key=lambda i: -spoken[i])[:3]}
