"""Tokens and sentence limits that news text needs, without a model."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from kg.language.components import LONGEST, adapt
from kg.language.layout import LAYOUT, TAIL


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A blank English pipeline with the rules of this project."""
    return adapt(spacy.blank("en"))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("U.S.-led troops", ["U.S.", "-", "led", "troops"]),
        ("Turkish-backed rebels", ["Turkish", "-", "backed", "rebels"]),
        ("Iran-BACKED men", ["Iran", "-", "BACKED", "men"]),
        ("U.S.-based group", ["U.S.", "-", "based", "group"]),
        ("a U.S. base", ["a", "U.S.", "base"]),
    ],
)
def test_hyphens(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [t.text for t in nlp(text)] == tokens


@pytest.mark.parametrize(
    "text", ["The army left.\n\nRebels came.", "Rebels Seize Town\n \nThe army left.", "One\n\n\nTwo"]
)
def test_a_blank_line_ends_a_sentence(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert [t.text for t in doc if t.i and t.is_sent_start] == [text.split("\n")[-1].split()[0]]


def test_a_single_line_break_does_not(nlp: Language) -> None:
    assert not any(t.is_sent_start for t in nlp("The army\nleft.")[1:])


def test_offsets_stay(nlp: Language) -> None:
    text = "A  U.S.-led\n\ncoalition "
    assert nlp(text).text == text


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("COLOMBO, Sri Lanka -- A bomb exploded.", ["A"]),
        ("KYIV (Agency) - Russia attacked.", ["Russia"]),
        ("Headline\nSAN SALVADOR, July 6 \u2014 Rebels came.", ["SAN", "Rebels"]),
        ("GORA (Agency) \u2014 Two guards died.", ["Two"]),
        ("LAHORE: Gunmen came.", ["Gunmen"]),
        ("Rebels - Syria says - came.", []),
        ("NATO-led troops came.", []),
        ("Lesk, 4 Feb 90 (Northern News) -- Rebels came.", ["Rebels"]),
        ("Lesk (Varia), 4 Feb (Radio North) -- (report) (Ivo Sand (ret.)) Rebels came.", ["Rebels"]),
        ("Clandestine, no date (Radio North) -- Rebels came.", ["Rebels"]),
        ("Rebels came on 4 Feb 90 and left.", []),
    ],
)
def test_a_dateline_ends_a_sentence(nlp: Language, text: str, starts: list[str]) -> None:
    assert [t.text for t in nlp(text) if t.i and t.is_sent_start] == starts


def test_the_model_reads_a_verb_it_does_not_know_as_one_it_knows() -> None:
    from kg.language.pipeline import with_norms

    token = with_norms(spacy.blank("en"))("The army retook the town.")[2]
    assert (token.text, token.norm_) == ("retook", "took")
    assert [t.text for t in with_norms(spacy.blank("en"))("They baton-charged a crowd")][1] == "baton-charged"


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("- Police arrested two men in Lesk\n- Three killed in Orla", ["-", "Police", "-", "Three"]),
        ("1. Mob torches shops\n2) Curfew in Lesk", ["1", "Mob", "2", "Curfew"]),
        ("NEW LESK, Feb 28 (XYZ) Police shot two men.", ["NEW", "Police"]),
        (
            "Two killed in Lesk\nBy Our Reporter\nTwo men were killed when police opened fire in Lesk.",
            ["Two", "By", "Two"],
        ),
        ("The army of the republic shelled the town and\nKilled five", ["The"]),
        ("The army - Orla's own - left", ["The"]),
        ("When did they come?\n(Ruiz) They came on Monday.", ["When", "They"]),
        ("Two held in Lesk\nPolice held two men after a raid on a farm in the hills near Lesk.", ["Two", "Police"]),
        ("Two held in Lesk, say\nPolice of Orla.", ["Two"]),
        ("ORLA \u2014\nPolice held two men after a raid on a farm in the hills.", ["ORLA"]),
        ("The two men whom a court in Lesk sentenced on Monday for the murder\nPolice failed to prevent.", ["The"]),
    ],
)
def test_layout_starts_sentences(text: str, starts: list[str]) -> None:
    nlp = adapt(spacy.blank("en"))
    nlp.add_pipe(LAYOUT, after="paragraphs")
    doc = nlp(text)
    assert [t.text for t in doc if t.is_sent_start] == starts


def test_the_sign_behind_a_headline_is_found_without_the_line_before_it() -> None:
    line = "Rebels shelled the town and " * 50
    assert [found.group() for found in TAIL.finditer(f"{line}left - police\nFive held: residents")] == [" - "]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("word " * LONGEST, [0]),
        ("word " * (2 * LONGEST + 1), [0, LONGEST, 2 * LONGEST]),
        ("one two, " + "word " * LONGEST, [0, 3]),
        ("one two\n" + "word " * LONGEST, [0, 3]),
        ("One two. " + "word " * LONGEST, [0]),
        ("One two.\n\n" + "word " * LONGEST, [0, 4]),
    ],
)
def test_words_without_a_full_stop_are_cut(nlp: Language, text: str, starts: list[int]) -> None:
    doc = nlp(text)
    assert [t.i for t in doc if t.is_sent_start] == starts
