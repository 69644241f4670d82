"""Phrases that the parser hangs on the wrong word; the parses are those of the model, as it gives them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.language.attachment import reattach
from kg.language.clauses import surface_subjects
from kg.language.objects import direct_objects

Parsed = Callable[[str], Doc]
TOWN = "Clashes in Homs, Syria killed two."
CAPTIVES = "Rebels took a priest and twelve pilgrims hostage."
ROBBING = "Militiamen were accused of raping women and looting shops in Goma."
PASSING = "Drivers pelted passing cars with stones."
LOOTING = "Residents accused soldiers of looting shops and burning homes."
RAPING = "Aid workers accused fighters of raping women."
ALLIED = "The UN accused the army and allied militias of killing farmers."


TURNED_OVER = "The rebels turned over 12 prisoners to Kenya."
MONTH = "The junta gave Norway a month to leave."
HOURS = "The general gave the bishops 48 hours to leave."


@pytest.mark.parametrize(
    ("text", "verb", "label", "word"),
    [
        (TURNED_OVER, "turned", "prt", "over"),
        (MONTH, "gave", "dobj", "month"),
        (MONTH, "gave", "dative", "Norway"),
        (HOURS, "gave", "dobj", "hours"),
    ],
)
def test_a_part_of_the_verb_and_what_is_given(parsed: Parsed, text: str, verb: str, label: str, word: str) -> None:
    before, after = (next(t for t in doc if t.text == word) for doc in (parsed(text), reattach(parsed(text))))
    assert (before.dep_, before.head.text) != (label, verb)
    assert (after.dep_, after.head.text) == (label, verb)


@pytest.mark.parametrize(
    ("text", "word", "doers", "sufferers"),
    [
        (LOOTING, "looting", ["soldiers"], ["shops"]),
        (LOOTING, "burning", ["soldiers"], ["homes"]),
        (RAPING, "raping", ["fighters"], ["women"]),
        (ALLIED, "killing", ["army", "militias"], ["farmers"]),
        ("The troops are accused of massacring civilians.", "massacring", ["troops"], ["civilians"]),
    ],
)
def test_a_charge_hangs_on_the_accusing(
    parsed: Parsed, text: str, word: str, doers: list[str], sufferers: list[str]
) -> None:
    doc = reattach(parsed(text))
    verb = next(t for t in doc if t.text == word)
    assert [t.text for t in surface_subjects(verb)] == doers
    assert [t.text for t in direct_objects(verb)] == sufferers
    assert next(t for t in doc if t.lower_ == "of").head.text == "accused"


@pytest.mark.parametrize(
    "text",
    ["He accused the leaders of the rebels of the north.", "Residents accused fighters of the Sandwing Brigade."],
)
def test_whose_people_are_accused_is_no_charge(parsed: Parsed, text: str) -> None:
    before = [(t.head.i, t.dep_) for t in parsed(text)]
    assert [(t.head.i, t.dep_) for t in reattach(parsed(text))] == before


@pytest.mark.parametrize(
    ("text", "word", "doers", "sufferers"),
    [
        (TOWN, "killed", ["Clashes"], ["two"]),
        (CAPTIVES, "took", ["Rebels"], ["priest", "pilgrims"]),
        (PASSING, "pelted", ["Drivers"], ["cars"]),
        (ROBBING, "looting", ["Militiamen"], ["shops"]),
    ],
)
def test_lands_captives_and_things_hang_where_they_belong(
    parsed: Parsed, text: str, word: str, doers: list[str], sufferers: list[str]
) -> None:
    verb = next(t for t in reattach(parsed(text)) if t.text == word)
    assert [t.text for t in surface_subjects(verb)] == doers
    assert [t.text for t in direct_objects(verb)] == sufferers


@pytest.mark.parametrize(
    ("text", "word", "hit"),
    [
        ("Gunmen shot Senator Ana Ruiz, her husband and two guards.", "shot", ["Ruiz", "husband", "guards"]),
        ("Two gunmen were arrested for shooting six nuns, a cook and her son.", "shooting", ["nuns", "cook", "son"]),
        (
            "Mobs burned three trucks, two taxis, a kiosk and a chapel.",
            "burned",
            ["trucks", "taxis", "kiosk", "chapel"],
        ),
        ("Gunmen shot Ana Ruiz, a mayor and a member of the council.", "shot", ["Ruiz"]),
        ("Gunmen shot three people, two nurses and a priest.", "shot", ["people"]),
        ("Gunmen shot three nuns of Lesk, a cook and her son.", "shot", ["nuns", "cook", "son"]),
        ("Gunmen shot two nurses, a cook and a driver.", "shot", ["nurses", "cook", "driver"]),
        (
            "Gunmen killed Omar Haddad, 42, Sami Nasser, 19, and Rami Khoury, 30.",
            "killed",
            ["Haddad", "Nasser", "Khoury"],
        ),
        (
            "Gunmen killed Omar Haddad, 42, her brother Sami Nasser, 45, and two guards.",
            "killed",
            ["Haddad", "brother", "guards"],
        ),
        (
            "A drone killed Omar Haddad, a commander of the force, Sami Nasser, a local clerk, and two porters.",
            "killed",
            ["Haddad", "Nasser", "porters"],
        ),
        (
            "The blast killed Maria Jacinto, 42; Pilar Ortiz, 19; a boy known as Carlos; and two cooks.",
            "killed",
            ["Jacinto", "Ortiz", "boy", "cooks"],
        ),
        ("A drone killed Omar Haddad, a clerk known as Abu Sami, and hurt two porters.", "killed", ["Haddad"]),
        ("They murdered peasants Victor Vasquez and Rafael Romero.", "murdered", ["peasants"]),
        ("The police shot Omar Haddad, Fatah Party chief, on Monday.", "shot", ["Haddad"]),
    ],
)
def test_further_items_of_a_list_are_no_other_words_for_the_first(
    parsed: Parsed, text: str, word: str, hit: list[str]
) -> None:
    doc = reattach(parsed(text))
    assert [t.text for t in direct_objects(next(t for t in doc if t.text == word))] == hit


def test_nobody_has_two_full_names(parsed: Parsed) -> None:
    doc = reattach(parsed("Ana Ruiz, Pilar Ortiz, and Efrain Rincon were killed in the attack."))
    hit = surface_subjects(next(t for t in doc if t.text == "killed"))
    assert [t.text for t in hit] == ["Ruiz", "Ortiz", "Rincon"]


def test_who_tells_is_none_of_those_killed(parsed: Parsed) -> None:
    doc = reattach(parsed("A bomber attacked a camp, killing 17 guards, army officer Sami Orlan told reporters."))
    told, killing = (next(t for t in doc if t.text == word) for word in ("told", "killing"))
    assert [t.text for t in surface_subjects(told)] == ["Orlan"]
    assert [t.text for t in direct_objects(killing)] == ["guards"]


@pytest.mark.parametrize(
    ("text", "word", "label", "above"),
    [
        (
            "Residents said they had seen soldiers drag at least nine men from their homes and shoot them behind the mosque.",
            "shoot",
            "conj",
            "drag",
        ),
        (
            "Baku has accused Yerevan of shelling the village of Agdam, a charge Armenia denies.",
            "charge",
            "dobj",
            "denies",
        ),
        (
            "The junta has not commented on the allegation that its planes bombed a monastery.",
            "bombed",
            "acl",
            "allegation",
        ),
        ("Some 60 soldiers died in the ambush - twice the official figure.", "figure", "appos", "died"),
    ],
)
def test_deeds_seen_charges_and_reports_hang_where_they_belong(
    parsed: Parsed, text: str, word: str, label: str, above: str
) -> None:
    token = next(t for t in reattach(parsed(text)) if t.text == word)
    assert (token.dep_, token.head.text) == (label, above)


@pytest.mark.parametrize(
    ("text", "verb", "subject", "told"),
    [
        ("Rebels attacked Lesk, police said, killing three people.", "killing", "Rebels", "attacked"),
        ("The army left the town, a spokesman said, ceding it to the rebels.", "ceding", "army", "left"),
        ("The minister left, a spokesman said, adding that he was ill.", "adding", "spokesman", "said"),
    ],
)
def test_what_comes_of_a_deed_hangs_on_the_deed(parsed: Parsed, text: str, verb: str, subject: str, told: str) -> None:
    doc = reattach(parsed(text))
    found = next(t for t in doc if t.text == verb)
    assert (found.head.text, [t.text for t in surface_subjects(found)]) == (told, [subject])


@pytest.mark.parametrize(
    ("text", "verb", "speaker"),
    [
        ("Police fired on the crowd, the opposition alleged on Tuesday.", "alleged", "opposition"),
        ("The army killed 60 patients by shelling a hospital, the Tigers charged on Tuesday.", "charged", "Tigers"),
        ("Police arrested a clerk, a man charged with murder.", "charged", None),
    ],
)
def test_who_charges_is_nobody_it_was_done_to(parsed: Parsed, text: str, verb: str, speaker: str | None) -> None:
    doc = reattach(parsed(text))
    found = next(t for t in doc if t.text == verb)
    assert next((c.text for c in found.children if c.dep_ == "nsubj"), None) == speaker


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("Police dispersed with stun grenades a march called by the opposition.", "dispersed", ["march"]),
        ("Police recovered from the car two AK-47s.", "recovered", ["AK-47s"]),
        ("Rebels freed on Monday three nurses.", "freed", ["nurses"]),
        ("Rebels attacked with mortars an army post near Lesk.", "attacked", ["post"]),
        ("The army attacked on Monday two days after the vote.", "attacked", []),
        ("Rebels attacked with mortars, a favourite weapon.", "attacked", []),
    ],
)
def test_an_object_behind_a_phrase_of_its_verb(parsed: Parsed, text: str, verb: str, objects: list[str]) -> None:
    doc = reattach(parsed(text))
    assert [t.text for t in direct_objects(next(t for t in doc if t.text == verb))] == objects


@pytest.mark.parametrize(
    ("text", "verb", "doers", "sufferers"),
    [
        ("The man who police say killed his wife was a clerk.", "killed", ["man"], ["wife"]),
        ("A man who police said shot two officers was arrested.", "shot", ["man"], ["officers"]),
        ("A man who police said shot two officers was arrested.", "arrested", ["man"], ["man"]),
        ("A bomb that police said was planted by rebels exploded in Lesk.", "planted", ["bomb"], []),
        ("The soldier who the rebels say they captured was freed.", "captured", ["they"], ["soldier"]),
    ],
)
def test_saying_set_between_who_did_it_and_the_deed(
    parsed: Parsed, text: str, verb: str, doers: list[str], sufferers: list[str]
) -> None:
    doc = reattach(parsed(text))
    found = next(t for t in doc if t.text == verb)
    assert [t.text for t in surface_subjects(found)] == doers
    assert sufferers == [] or [t.text for t in direct_objects(found) or surface_subjects(found)] == sufferers


@pytest.mark.parametrize(
    ("text", "verb", "tellers", "told"),
    [
        ("Irregulars torched villages north of the town, witnesses and human rights workers said.", "said",
         ["witnesses", "workers"], "torched"),
        ("Six people died in clashes between farmers and herders, police and residents said.", "said",
         ["police", "residents"], "died"),
        ("Around 40 civilians have been killed in attacks by suspected jihadists in eastern Mali, local residents and a security "
         "source told AFP on Wednesday.", "told", ["residents", "source"], "killed"),
        ("The blast killed six guards, two cooks and a driver, officials said.", "said", ["officials"], "killed"),
    ],
)  # fmt: skip
def test_several_who_tell_are_none_it_was_done_to(
    parsed: Parsed, text: str, verb: str, tellers: list[str], told: str
) -> None:
    doc = reattach(parsed(text))
    found = next(t for t in doc if t.text == verb)
    assert [t.text for t in surface_subjects(found)] == tellers
    assert next(c.text for c in found.children if c.dep_ == "ccomp") == told


@pytest.mark.parametrize(
    ("text", "verb", "doers", "sufferers"),
    [
        (
            "Russia denied that its forces had fired on the plant and accused saboteurs of shelling it.",
            "accused",
            ["Russia"],
            ["saboteurs"],
        ),
        ("The minister said rebels had attacked the town and promised help.", "promised", ["minister"], ["help"]),
        ("Four nurses were abducted and released the following day.", "released", ["nurses"], []),
        ("Norland's military seized power on Monday.", "seized", ["military"], ["power"]),
        ("Malian army arrests suspected jihadists.", "arrests", ["army"], ["jihadists"]),
        ("On 5 July 2019, gunmen on a motorcycle shot dead a clerk.", "shot", ["gunmen"], ["clerk"]),
    ],
)
def test_whose_verb_it_is(parsed: Parsed, text: str, verb: str, doers: list[str], sufferers: list[str]) -> None:
    doc = reattach(parsed(text))
    found = next(t for t in doc if t.text == verb)
    assert [t.text for t in surface_subjects(found)] == doers
    assert [t.text for t in direct_objects(found)] == sufferers


@pytest.mark.parametrize(
    ("text", "word", "label", "head"),
    [
        ("Militia shelling of the market wounded a boy.", "shelling", "nsubj", "wounded"),
        ("Militia shelling of the market wounded a boy.", "Militia", "compound", "shelling"),
        (
            "Abu Sayyaf gunmen raided a resort at Sipadan and spirited 21 people away by boat.",
            "people",
            "dobj",
            "spirited",
        ),
    ],
)
def test_deeds_behind_a_name_are_nouns_and_people_are_taken(
    parsed: Parsed, text: str, word: str, label: str, head: str
) -> None:
    before, after = (next(t for t in doc if t.text == word) for doc in (parsed(text), reattach(parsed(text))))
    assert (before.dep_, before.head.text) != (label, head)
    assert (after.dep_, after.head.text) == (label, head)
