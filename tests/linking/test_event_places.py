"""Which of a sentence's places an event took place at, or none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words
from kg.linking.event_places import EventPlaces
from kg.model import Place

#: sentence, trigger → places
ROWS = [
    ("Rebels attacked a convoy in Idlib.", "attacked", ["Idlib"]),
    ("The rebels shelled Aleppo.", "shelled", ["Aleppo"]),
    ("Five civilians were killed in Aleppo.", "killed", ["Aleppo"]),
    ("Rebels attacked the villages of Homs and Idlib.", "attacked", ["Homs", "Idlib"]),
    ("Gunmen kidnapped two engineers near Mosul.", "kidnapped", ["Mosul"]),
    ("An air strike on Aleppo killed five people.", "strike", ["Aleppo"]),
    ("An air strike on Aleppo killed five people.", "killed", ["Aleppo"]),
    ("In Mosul, gunmen attacked a bank.", "attacked", ["Mosul"]),
    ("Rebels who fled Homs attacked a convoy in Idlib.", "attacked", ["Idlib"]),
    ("Rebels attacked Homs and shelled Idlib.", "attacked", ["Homs"]),
    ("Rebels attacked Homs and shelled Idlib.", "shelled", ["Idlib"]),
    ("Rebels attacked a base in Homs in Syria.", "attacked", ["Homs"]),
    # a place in the clause of another event, a topic, a clause that tells no event
    ("The army launched an offensive in Idlib, shelling Homs.", "offensive", ["Idlib"]),
    ("The army launched an offensive in Idlib, shelling Homs.", "shelling", ["Homs"]),
    ("Students in Ankara protested against the invasion of Syria.", "protested", ["Ankara"]),
    ("Rebels attacked a convoy since Damascus broke the truce.", "attacked", []),
    ("The suspect, accused by Israel of treason, was captured.", "captured", []),
    ("He was captured after a battle near Mosul.", "captured", ["Mosul"]),
    ("Warplanes bombed Iraq's northern border.", "bombed", ["Iraq"]),
    ("Baghdad police shot dead a gunman.", "shot", ["Baghdad"]),
    ("Soldiers patrolled Mosul Saturday.", "patrolled", ["Mosul"]),
    # borders are regions with no point
    ("Rebels attacked a convoy near the Jordanian border.", "attacked", ["Jordanian border"]),
    ("Rebels attacked a convoy near the border with Syria.", "attacked", ["border with Syria"]),
    ("Rebels attacked a convoy along Syria's border with Iraq.", "attacked", ["Syria's border with Iraq"]),
    ("Rebels attacked a convoy near the Jordanian border in Syria.", "attacked", ["Syria"]),
    ("Officials condemned the attack near the border.", "attack", []),
    # known violence that is only a time or an occasion is not where the rest is done
    ("The minister flew to Homs after the attack.", "attack", []),
    ("Hospitals in Homs were full after the attack.", "attack", ["Homs"]),
    ("Six people were wounded in Homs after the explosion.", "explosion", ["Homs"]),
    ("Rebels met in Idlib on the night of the attack.", "attack", []),
    ("He was arrested in Mosul in connection with the attack.", "attack", []),
    ("There was anger in Homs about the attack.", "attack", []),
    # streets, where no other place is told
    ("A bomb exploded on Porter Street in Homs.", "exploded", ["Homs"]),
    ("A bomb exploded on Porter Street.", "exploded", ["Porter Street"]),
    ("Syria's riots spread.", "riots", ["Syria"]),
    # words are not where the deed that they are about was done
    ("Officials condemned the bombing of a hospital in Aleppo.", "condemned", []),
    ("Officials condemned the bombing of a hospital in Aleppo.", "bombing", ["Aleppo"]),
    ("Officials called for calm after gunmen killed a priest in Mosul.", "called", []),
    ("Officials in Homs rejected the accusations made in Damascus.", "accusations", ["Damascus"]),
    # an embassy is not in the land that it is of, a group not in the town of its name; the finer of two places
    ("Protesters attacked the U.S. embassy in Ankara.", "attacked", ["Ankara"]),
    ("Rebels shelled the U.S. embassy.", "shelled", []),
    ("Rebels were killed in clashes with the Homs Brigade.", "killed", []),
    ("Gunmen shot a man in Syria's Homs district.", "shot", ["Homs"]),
    # no place of the event
    ("Officials in Washington condemned the attack on the convoy.", "attack", []),
    ("Iraq condemned the attack on the convoy.", "condemned", []),
    ("Syria's army attacked the convoy.", "attacked", []),
    ("Soldiers from Homs attacked a convoy.", "attacked", []),
    ("According to officials in Baghdad, rebels attacked a convoy.", "attacked", []),
    ("U.S. commandos attacked the convoy.", "attacked", []),
    ("Rebels attacked a convoy.", "attacked", []),
    ("The Islamic State of Iraq attacked a convoy.", "attacked", []),
    # where somebody goes to or is sent; what words are about is not where they are said; a mission lies in another land
    ("The minister flew to Mosul.", "flew", ["Mosul"]),
    ("Turkey sent troops to Idlib.", "sent", ["Idlib"]),
    ("The bishop condemned the raid in Idlib.", "condemned", []),
    ("The bishop condemned the raid in Idlib.", "raid", ["Idlib"]),
    ("A bomb exploded near the Jordanian embassy.", "exploded", []),
    ("Ministers held talks on Aleppo in Mosul.", "talks", ["Mosul"]),
]
PENDING: dict[tuple[str, str], str] = {}


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        pytest.param(
            *row,
            id=f"{row[1]}: {row[0]}",
            marks=[pytest.mark.xfail(reason=PENDING[row[:2]], raises=AssertionError)] if row[:2] in PENDING else [],
        )
        for row in ROWS
    ],
)
def test_the_place_of_an_event(
    look_up: Callable[[str], Words],
    places_of: Callable[[Words], tuple[Place, ...]],
    sentence: str,
    trigger: str,
    expected: list[str],
) -> None:
    words = look_up(sentence)
    drafts = events(words)[0]
    (draft,) = (d for d in drafts if words.doc[d.head].text == trigger)
    found = EventPlaces(words, places_of(words), sentence).of(draft)
    assert [p.text for p in found] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels attacked a convoy near the Lesk Military Airport.", ["Lesk Military Airport"]),
        ("Rebels shelled the Lesk Barracks.", ["Lesk Barracks"]),
        ("Rebels attacked positions northeast of Lesk.", ["Lesk"]),
        ("Rebels attacked a convoy near the airport.", []),
        ("Rebels attacked a convoy with General Lesk.", []),
    ],
)
def test_names_that_the_index_lacks(look_up: Callable[[str], Words], sentence: str, expected: list[str]) -> None:
    words = look_up(sentence)
    draft = next(d for d in events(words)[0] if d.rule == "active")
    assert [p.text for p in EventPlaces(words, (), sentence).of(draft)] == expected


def test_a_name_that_the_index_lacks_stands_where_places_stand(look_up: Callable[[str], Words]) -> None:
    sentence = "Rebels attacked a convoy near Lesk."
    words = look_up(sentence)
    (draft,) = events(words)[0]
    (place,) = EventPlaces(words, (), sentence).of(draft)
    assert (place.text, place.relation, place.name, place.latitude) == ("Lesk", "near", None, None)
