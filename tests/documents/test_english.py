"""Which texts are told to be in another language than the one that is read."""

from __future__ import annotations

import pytest

from kg.documents.english import is_foreign
from kg.model import Document
from kg.pipeline import Intake

GERMAN = (
    "Bei einem Anschlag auf einen Markt im Norden des Landes sind am Freitag mindestens zwölf Menschen getötet worden. "
    "Die Polizei nahm zwei Verdächtige fest, wie ein Sprecher des Ministeriums in der Hauptstadt mitteilte. Niemand "
    "bekannte sich zu der Tat."
)
FRENCH = (
    "Au moins douze personnes ont été tuées vendredi dans un attentat contre un marché du nord du pays. La police a "
    "arrêté deux suspects, selon un porte-parole du ministère. Personne n'a revendiqué l'attaque, qui a fait aussi "
    "une trentaine de blessés."
)
ENGLISH = (
    "At least twelve people were killed on Friday in an attack on a market in the north. Police arrested two suspects, "
    "a spokesman said in the capital. Nobody claimed the attack, in which some thirty people were wounded as well."
)


@pytest.mark.parametrize(
    ("text", "foreign"), [(GERMAN, True), (FRENCH, True), (ENGLISH, False), ("Zwölf Tote in Lesk.", False)]
)
def test_a_text_of_another_language_is_told_of_and_still_passed_on(text: str, foreign: bool) -> None:
    assert is_foreign(text) == foreign
    told: list[object] = []
    assert list(Intake(told.append).sound([Document("a", text, origin="a.txt")])) == [Document("a", text)]
    line = "kg: a.txt: hardly a word of it is English; kg reads English alone, translate it first"
    assert told == [line] * foreign
