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
    line = "kg: a.txt: hardly a word of it is English, so no event is read in it; translate it first"
    assert told == [line] * foreign


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("Les rebelles ont pilonné la ville de Lesk vendredi, tuant cinq civils.", True),
        ("Los rebeldes bombardearon la ciudad el viernes y mataron a cinco civiles.", True),
        ("Rebellen beschossen am Freitag die Stadt Lesk und töteten fünf Zivilisten.", True),
        ("Pemberontak menembaki kota Lesk pada hari Jumat dan menewaskan lima orang.", True),
        ("Повстанцы обстреляли Леск в пятницу.", True),
        ("قصف المتمردون مدينة ليسك يوم الجمعة", True),
        ("叛军周五炮击了莱斯克镇。", True),
        (f"Front row, from left: {', '.join(f'Ana Ruiz, Lou Berg, Ivo Sand, class {n}' for n in range(9))}", False),
        (" ".join(["Phiến quân pháo kích thị trấn Lesk, giết chết năm dân thường."] * 4), True),
        ("Rebels shelled Lesk.", False),
        ("Police arrested José María de la Cruz y Núñez in Santiago de los Ríos.", False),
        ("Gunmen killed two in Río de la Plata.", False),
        ("A cliché, naïve and passé, he said.", False),
        ("Le Monde: Rebels shell Lesk", False),
    ],
)  # fmt: skip
def test_one_line_is_judged_by_the_small_words_of_other_languages(line: str, foreign: bool) -> None:
    assert is_foreign(line) == foreign
