"""What pronouns and bare nouns stand for, and when nothing is linked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.words import Words
from kg.linking.coreference import Antecedents

#: text, the pronoun or noun (its last occurrence), its antecedent or -
ROWS = [
    # pronouns
    ("The general left Lesk. He praised the soldiers.", "He", "general"),
    ("Maria Venn left Lesk. She praised the soldiers.", "She", "Venn"),
    ("The rebels attacked the convoy. They killed a driver.", "They", "rebels"),
    ("The army shelled the town. It denied the report.", "It", "army"),
    ("The army and the police raided the farm. They arrested a man.", "They", "army"),
    ("The soldiers left. He praised the town.", "He", "-"),
    ("The general left. They praised the town.", "They", "-"),
    ("The general left. It was raining.", "It", "-"),
    ("Rebels met the general and attacked him.", "him", "general"),
    ("The rebels attacked the army and it withdrew.", "it", "army"),
    ("The general praised the town. He left. He wept. He slept. He was arrested.", "He", "-"),
    ("The minister told the general that the town was safe. He said the rebels had left.", "He", "minister"),
    ("Rebels rallied in Lesk. Police took five of them away.", "them", "Rebels"),
    ("Rebels attacked the farm. The soldiers fired at them.", "them", "Rebels"),
    # across a clash of number or kind
    ("The rebels attacked a farmer. It denied the report.", "It", "-"),
    # bare nouns
    ("The Syrian army attacked a rebel base in Idlib. The base was destroyed.", "base", "base"),
    ("The army attacked the At-Tanf garrison. The outpost was destroyed.", "outpost", "garrison"),
    ("Hezbollah attacked the convoy. The group denied the report.", "group", "Hezbollah"),
    ("Syria attacked the convoy. The country denied the report.", "country", "Syria"),
    ("Rebels attacked Homs. The city was quiet.", "city", "Homs"),
    ("Rebels attacked an aid convoy. The vehicles burned.", "vehicles", "convoy"),
    ("The U.S.-led coalition bombed the village. The coalition denied the report.", "coalition", "coalition"),
    ("Syrian rebels attacked the convoy. The rebels denied the report.", "rebels", "rebels"),
    ("Syria attacked the convoy. A country denied the report.", "country", "-"),
    ("Syria attacked the convoy. The Turkish government denied the report.", "government", "-"),
    ("Syria attacked the convoy. The city was quiet.", "city", "-"),
    ("The general left. The group denied the report.", "group", "-"),
    ("Rebels attacked a northern base. The southern base was quiet.", "base", "-"),
    ("Rebels attacked the headquarters of the Varian Brigade. A bank headquarters was quiet.", "headquarters", "-"),
    ("A bank headquarters burned. Rebels attacked the headquarters of the Varian Brigade.", "headquarters", "-"),
    ("Rebels ambushed a patrol. They killed four.", "four", "patrol"),
    ("Hezbollah announced that it rejects the plan of the government and that it will fight.", "it", "Hezbollah"),
    # those who did what was told before
    ("Dozens of men attacked the village. The assailants fled.", "assailants", "Dozens"),
    ("Two nurses were kidnapped by militants. The kidnappers fled.", "kidnappers", "militants"),
    ("A driver was stabbed by a young man. The attacker was arrested.", "attacker", "man"),
    ("The army shelled the village. The attackers fled.", "attackers", "-"),
    # to whom something is done while they do what those who do it do not
    ("Police arrested ten students as they marched to the palace.", "they", "students"),
    ("A soldier shot a boy as he marched to the palace.", "he", "boy"),
    ("Rebels killed ten soldiers as they attacked the barracks.", "they", "Rebels"),
    ("The police clashed with protesters as they threw stones at the bank.", "they", "protesters"),
    ("The crowd threw bottles at police before they fired tear gas.", "they", "police"),
    ("A driver was stabbed by two men. The attacker was arrested.", "attacker", "-"),
    # a group that is called by what its men are
    ("Hezbollah attacked a convoy. The militants killed nine nuns.", "militants", "Hezbollah"),
    ("Hamas fought Hezbollah in Lesk. The militants killed nine nuns.", "militants", "-"),
    ("Gunmen attacked a village. Hezbollah denied the attack. The militants burned ten huts.", "militants", "-"),
    ("Gunmen abducted four nurses. The rebels released two of them.", "them", "nurses"),
    # the side of a deed that the clause of a pronoun tells
    ("Israeli soldiers shot a man who had stabbed one of them.", "them", "soldiers"),
    ("The rebels were driven back by troops who killed nine of them.", "them", "rebels"),
    ("NATO threatened to bomb Serbia unless it withdrew its troops.", "it", "Serbia"),
    ("The church urged the rebels to free the nurses they kidnapped in Lesk.", "they", "rebels"),
    ("Villagers said masked men took ten farmers to a hill and shot them.", "them", "farmers"),
    ("Dozens of soldiers defected to the opposition after the government ordered them to fire.", "them", "soldiers"),
    ("The Houthis attacked the army until it withdrew.", "it", "army"),
    ("The president accused the general of ordering his arrest.", "his", "president"),
    ("France condemned Syria for its attacks on the town.", "its", "Syria"),
    # who helps the doer is not the one it is done to; a state's citizens are no government
    (
        "The army, helped by Hezbollah, took the town from the rebels.",
        "rebels",
        "-",
    ),
    (
        "Two Palestinians were shot in Nablus. The settlers accused the government of abandoning them.",
        "government",
        "-",
    ),
    # people of whom something is told
    ("Gunmen shot Judge Ana Ruiz. The army said the judge was safe.", "judge", "Ruiz"),
    ("Gunmen shot Ana Ruiz, the mayor of Lesk. Police said the mayor died on Monday.", "mayor", "Ruiz"),
    ("Gunmen shot Judge Ana Ruiz and Judge Ivo Sand. The army said the judge was safe.", "judge", "-"),
    ("Gunmen shot Ana Ruiz, a mayor. Police said the former mayor died on Monday.", "mayor", "-"),
    ("Gunmen shot Judge Ana Ruiz. The army said the judges were safe.", "judges", "-"),
]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [pytest.param(*row, id=f"{row[1]}: {row[0]}") for row in ROWS],
)
def test_antecedents(look_up: Callable[[str], Words], text: str, word: str, expected: str) -> None:
    words = look_up(text)
    head = [t for t in words.doc if t.text == word][-1]
    found = Antecedents(words).of(head)
    assert (found.text if found else "-") == expected
    assert found is None or found.i < head.i


def test_a_description_with_a_name_is_no_bare_noun(look_up: Callable[[str], Words]) -> None:
    words = look_up("Syria attacked the convoy. The Turkish government denied the report.")
    assert [t.text for t in words.doc if Antecedents(words).of(t) is not None] == []
