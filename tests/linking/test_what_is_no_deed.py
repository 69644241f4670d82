"""Words that look like a deed and are none, and deeds that look like another: read whole, with the model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Event, Record

pytestmark = pytest.mark.model
Read = Callable[[str], Record]


def actions(record: Record) -> list[str]:
    """The actions of a text, in its order."""
    return [e.action for e in record.events]


def event(record: Record, action: str) -> Event:
    """The first event of an action; StopIteration if the text tells none."""
    return next(e for e in record.events if e.action == action)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what people wear is no aid, to be clothed by others is
        ("A gunman clad in a police uniform killed two people in Goma.", ["Killing"]),
        ("The Red Cross clothed 300 refugees in Goma.", ["HumanitarianAid"]),
        # what an inquiry excludes is no offer turned down
        ("Police have ruled out terrorism in the stabbing of a driver in Ghent.", ["Beating"]),
        ("The minister has ruled out nothing.", []),
        ("Washington ruled out talks with the Taliban.", ["RejectTalks"]),
        # a question is no appeal
        ("Asked if NATO would send troops to Mali, Macron said nothing.", ["Deployment"]),
        ("The UN asked Israel to let aid convoys into Gaza.", ["Appeal"]),
        # attackers come and go, armies move in and withdraw
        ("The assailants torched 20 houses in Goma before leaving at nightfall.", ["Arson"]),
        ("The bomber had arrived on foot at the checkpoint, police said.", []),
        ("French troops left Gao on Monday.", ["Withdrawal"]),
        ("Two hundred Kenyan troops arrived in Mombasa on Tuesday.", ["Deployment"]),
        # a roadblock of protesters obstructs, one of soldiers controls
        ("Protesters set up roadblocks in Nairobi.", ["Obstruction"]),
        ("Soldiers set up roadblocks in Nairobi.", ["Restriction"]),
        # what police clear away
        (
            "Hundreds of farmers blocked a road near Toulouse until police removed them.",
            ["Obstruction", "CrowdControl"],
        ),
        ("Riot police chased them away.", ["CrowdControl"]),
        ("The army removed the president in Niamey.", ["Coup"]),
        # a sweep that people are arrested in is no fight
        ("Soldiers arrested dozens of suspected militants during a sweep in Maiduguri.", ["Arrest"]),
        ("Soldiers detained a man in a sweep of the village.", ["Arrest", "Offensive"]),
        # victims of a kind of crime are told of no crime
        ("Women held a vigil for victims of femicide in Goma.", ["Protest"]),
        ("Mourners held a vigil in Buffalo for the victims of the shooting.", ["Protest", "Shooting"]),
        # exiles are driven out in no deed, critics are
        (
            "Kuwaiti exiles in Cairo and London denounced as a crime Iraq's occupation of Kuwait.",
            ["Condemnation", "Occupation"],
        ),
        ("The critic was exiled in 1998.", ["Expulsion"]),
        # a number is brought to another, troops are brought somewhere
        ("Ten men were killed in Goma, bringing to 45 the number of troops killed there.", ["Killing", "Killing"]),
        ("France brought 400 troops to Mali.", ["Deployment"]),
        # a base that houses troops receives no guests
        ("Militias fired rockets at a base hosting U.S. troops in Iraq.", ["Shelling"]),
        ("Egypt hosted talks between Hamas and Israel.", ["Hosting"]),
        ("Mourners gathered outside the church on Sunday.", []),
        ("Students gathered outside the ministry on Sunday.", ["Protest"]),
        # people are burned, churches burned down
        ("Rebels burned a church in Beni.", ["Arson"]),
        ("Rebels burned a priest in Beni.", ["Wounding"]),
        ("Russia struck a DIY hypermarket in Kharkiv with two glide bombs.", ["Airstrike"]),
    ],
)
def test_what_is_told(read: Read, text: str, told: list[str]) -> None:
    assert actions(read(text)) == told


def test_the_wounded_are_killed(read: Read) -> None:
    assert event(read("The rebels finished off the wounded in Manni."), "Killing").agents


@pytest.mark.parametrize(
    ("text", "action", "agents", "targets"),
    [
        ("A protest by teachers was broken up by police in Goma.", "CrowdControl", ["police"], ["teachers"]),
        ("A march of miners was dispersed by police in Oruro.", "CrowdControl", ["police"], ["miners"]),
        ("A proposal by Russia was rejected by Ukraine.", "RejectPlan", ["Ukraine"], ["Russia"]),
    ],
)
def test_whose_crowd_it_is(read: Read, text: str, action: str, agents: list[str], targets: list[str]) -> None:
    found = event(read(text), action)
    assert [[a.text for a in side] for side in (found.agents, found.targets)] == [agents, targets]


@pytest.mark.parametrize(
    ("text", "action", "agent"),
    [
        # what is in the air is shot down, what is under way is seized
        ("Israel's Iron Dome intercepted a rocket fired from Gaza.", "ShootDown", "actor:ISR-MIL"),
        ("Israel's army intercepted a rocket fired from Gaza.", "ShootDown", "actor:ISR-MIL"),
        ("The Egyptian navy intercepted weapons bound for Gaza.", "WeaponsDisruption", "actor:EGY-MIL"),
    ],
)
def test_what_is_intercepted(read: Read, text: str, action: str, agent: str) -> None:
    assert [a.id for a in event(read(text), action).agents] == [agent]


def test_nobody_claims_what_the_army_did(read: Read) -> None:
    record = read(
        "A bomb killed 10 people in Lahore. The army killed three militants near Bannu. The TTP claimed responsibility."
    )
    bombing, raid, claimed = (e for e in record.events if e.action == "Killing")
    assert claimed.incident == bombing.incident != raid.incident


def test_an_army_drone_is_of_the_army_that_struck(read: Read) -> None:
    record = read(
        "A drone strike by the Sudanese army killed 12 people in Kabkabiya. An army drone struck a market, they said."
    )
    assert {a.id for e in record.events for a in e.agents} == {"actor:SDN-MIL"}
