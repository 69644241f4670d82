"""When each deed of a text was done, where a sentence tells several days: read whole, for an article of 18 May 2024."""

from __future__ import annotations

import pytest

import kg
from kg.linking.dates.headers import header

pytestmark = pytest.mark.model


def days(text: str, published: str = "2024-05-18") -> dict[str, str | None]:
    """The first day of each action that words tell, the first mention of each; None where they tell none."""
    (record,) = kg.read(text, published=published)
    out: dict[str, str | None] = {}
    for e in record.events:
        out.setdefault(e.action, e.time.start if e.time.basis == "text" else None)
    return out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a day behind the deed that is answered is of that deed
        (
            "Iran fired missiles at Israel overnight in retaliation for the bombing of its consulate in Damascus on April 1.",
            {"MissileStrike": "2024-05-17", "Bombing": "2024-04-01"},
        ),
        ("The army bombed a camp on Sunday in retaliation for a raid on a post.", {"Raid": None}),
        ("A ship fired missiles last month in response to a raid on a post.", {"Raid": "2024-04-01"}),
        ("Rebels carried out the attack in retaliation for the killing of a leader in January.", {"Attack": None}),
        # a day right behind a deed is its own, not that of what is said of it
        (
            "That raid, on the night of Jan 25, was claimed by the BLF.",
            {"Raid": "2024-01-25", "ClaimOfResponsibility": None},
        ),
        ("The bombing, on 3 March, was condemned by the UN.", {"Bombing": "2024-03-03", "Condemnation": None}),
        (
            "The attack on Sunday was claimed by Islamic State on Monday.",
            {"Attack": "2024-05-12", "ClaimOfResponsibility": "2024-05-13"},
        ),
        (
            "The bombing last month of a mosque in Kunduz was claimed by Islamic State.",
            {"Bombing": "2024-04-01", "ClaimOfResponsibility": None},
        ),
        # a month of the past that is still to come is one of last year
        ("Amnesty said that police had killed 60 protesters in June.", {"Killing": "2023-06-01"}),
        # since when a thing is the worst is no time of it, since when it goes on is
        ("The bombing in Quetta was the deadliest since a blast in 2013 killed 80 people.", {"Killing": "2013-01-01"}),
        ("The bombing is the worst in the district since the army called off a truce on Dec 9.", {"Bombing": None}),
        ("The shelling was the heaviest since the truce collapsed in March.", {"Shelling": None}),
        ("Fighting has raged in Goma since rebels attacked the town in March.", {"ArmedClash": "2024-03-01"}),
        # a crowd is acted on when it met, an offender is arrested later
        ("Police beat students who gathered in Dhaka on Sunday.", {"Beating": "2024-05-12"}),
        ("Police fired tear gas at supporters who had gathered in Goma on Thursday.", {"CrowdControl": "2024-05-16"}),
        ("Police arrested a man who killed two people in Ghent on 3 March.", {"Arrest": None, "Killing": "2024-03-03"}),
        # people come to harm on the day of the deed, unless they die of it later
        ("Four people were killed on Sunday after gunmen opened fire on a bus.", {"Shooting": "2024-05-12"}),
        ("He died in hospital on Monday after he was shot in Goma.", {"Shooting": None}),
        ("Three people were wounded on Sunday, two days after a bomb exploded in Jos.", {"Bombing": "2024-05-10"}),
        # the day of what is denounced is not that of the denouncing
        (
            "Exiles denounced as a crime Iraq's overnight occupation of Kuwait.",
            {"Condemnation": None, "Occupation": "2024-05-17"},
        ),
        # the day before the one told last
        (
            "A bomb killed nine people on Monday. The day before, gunmen had shot two policemen.",
            {"Killing": "2024-05-13", "Shooting": "2024-05-12"},
        ),
        ("The army said the day before the raid that it had shot four rebels.", {"Shooting": None}),
        # a day at the end of two deeds, before who tells, a semicolon or an era
        (
            "He was overthrown and executed on Thursday, the radio said.",
            {"Coup": "2024-05-16", "Execution": "2024-05-16"},
        ),
        (
            "A leader was beaten and stabbed near Dourados on Friday, a council complained.",
            {"Beating": "2024-05-17", "Complaint": None},
        ),
        ("Gunmen attacked Lesk, west of Oru, on Friday; a nun counted bodies.", {"Attack": "2024-05-17"}),
        (
            "Rebels tried to seize power on Friday, bombing the parliament.",
            {"Coup": "2024-05-17", "Bombing": "2024-05-17"},
        ),
        ("It was the biggest prisoner exchange since the Cold War on Thursday.", {"PrisonerRelease": "2024-05-16"}),
        # what something followed, and what somebody is arrested for, have the days behind them
        ("The killings followed an attack on Goma on April 6, in which six died.", {"Attack": "2024-04-06"}),
        ("Police arrested two men for the murder of a judge on 3 May.", {"Arrest": None, "Killing": "2024-05-03"}),
        ("Police arrested two men for murder on Tuesday.", {"Arrest": "2024-05-14", "Killing": None}),
        # since when a thing lasts is past; how many there were since then is no day of one
        ("Soldiers have blocked the bridge since June.", {"Blockade": "2023-06-01"}),
        ("He is the ninth mayor to be murdered since January.", {"Killing": None}),
    ],
)
def test_the_day_of_each_deed(text: str, told: dict[str, str | None]) -> None:
    found = days(text)
    assert {action: found[action] for action in told} == told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Oru Radio in Spanish 1830 GMT 15 Mar 88 [Text] A bomb exploded in Lesk at dawn yesterday.", "1988-03-14"),
        ("Oru Radio in Spanish 1830 GMT 15 Mar 88\n\n[Text] A bomb exploded in Lesk yesterday.", "1988-03-14"),
        ("LESK, 15 Mar (NN) - A bomb exploded in Lesk yesterday.", "1988-03-14"),
        ("LESK, 15 Mar 88 (NN) -- A bomb exploded in Lesk yesterday.", "1988-03-14"),
        ("LESK, Norland, March 15 - A bomb exploded in Lesk yesterday.", "1988-03-14"),
        ("Bomb in Lesk\n\nLESK, March 15 -- A bomb exploded in Lesk yesterday.", "1988-03-14"),
        # a day too far back is none of sending
        ("LESK, 2 Feb (NN) - A bomb exploded in Lesk yesterday.", "1988-03-15"),
        ("A bomb exploded in Lesk yesterday.", "1988-03-15"),
    ],
)
def test_a_report_counts_from_the_day_it_was_sent(text: str, day: str) -> None:
    assert days(text, "1988-03-16") == {"Bombing": day}


def test_the_line_of_the_sender_ends_before_the_report() -> None:
    assert (
        "LESK, 4 Feb 90 (NN) -- Jets struck."[header("LESK, 4 Feb 90 (NN) -- Jets struck.").stop :] == " Jets struck."
    )
    assert not header("Jets struck Lesk.")
