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
        # a thing that is an act by the word before it is none when it is named again
        ("Iran cooperated with Iraq on a gas field. The company owns two ships.", ["Cooperation"]),
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


@pytest.mark.parametrize(
    "text",
    [
        "A fire set off the nitrate in the port of Beirut; the explosion, which officials called an accident, killed 100 people.",
        "A helicopter collided with a plane in the desert on Friday. Eight servicemen lost their lives.",
        "Volunteers stormed a mock village on Monday and killed eleven soldiers in an exercise.",
        "Germany crushed Brazil 7-1; Mueller opened fire in the eleventh minute.",
        "The central bank's battle against inflation goes on.",
        "The finance minister came under fire in parliament.",
        "Rescuers attacked the flames with foam.",
    ],
)
def test_accidents_exercises_and_figures_of_speech(read: Read, text: str) -> None:
    assert not {e.plover for e in read(text).events} & {"ASSAULT"}


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Police said the explosion that killed three was no accident.", "Bombing"),
        ("Militants attacked troops during an exercise near Gao.", "Attack"),
        ("The Senate met on a bill that lost 52-48 while gunmen attacked the building.", "Attack"),
    ],
)
def test_attacks_that_only_sound_like_them(read: Read, text: str, action: str) -> None:
    assert event(read(text), action).status == "asserted"


@pytest.mark.parametrize(
    ("text", "action", "status"),
    [
        ("Police warned that anyone who joined the banned march would be arrested.", "Protest", "hypothetical"),
        ("Russia has no plans whatever to invade Ukraine.", "Invasion", "negated"),
        ("Rebels vowed to blow up a mill if Russia did not pull its forces out.", "Withdrawal", "hypothetical"),
        ("He dismissed the warnings that an assault on Kyiv was imminent.", "Attack", "planned"),
        ("We want to inform you that our forces attacked the convoy on Tuesday.", "Attack", "asserted"),
        ("He vowed to punish those behind the bombing in Kufa.", "Bombing", "asserted"),
    ],
)
def test_what_may_come_and_what_was(read: Read, text: str, action: str, status: str) -> None:
    assert event(read(text), action).status == status


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Troops commanded by Lieutenant Perez murdered two peasants.", "Killing"),
        ("Hundreds of his supporters are being held in the National Stadium.", "Arrest"),
        ("Rebels reported the seizure of three tourists.", "Abduction"),
        ("A car packed with explosives blew up outside the embassy.", "CarBombing"),
        ("A suicide bomber levelled the barracks.", "SuicideBombing"),
        ("At least 20,000 people have crossed into Chad.", "Displacement"),
        ("Soldiers herded hundreds of people onto trucks.", "Expulsion"),
        ("Airborne units landed at Bagram air base.", "Deployment"),
        ("Rebels destroyed it with two missiles.", "MissileStrike"),
    ],
)
def test_what_a_deed_is_called(read: Read, text: str, action: str) -> None:
    assert actions(read(text)) == [action]


@pytest.mark.parametrize(
    ("text", "action", "agents"),
    [
        ("An army patrol struck a landmine on Monday, killing three soldiers.", "Killing", []),
        ("Their armored personnel carrier hit a land mine.", "RoadsideBombing", []),
        ("The ship was hit by a missile launched from an Argentine jet.", "MissileStrike", []),
        ("Members of the G9 Family and Allies stormed a prison.", "Raid", ["Members of the G9 Family and Allies"]),
    ],
)
def test_a_mine_has_no_doer_in_whom_it_hits(read: Read, text: str, action: str, agents: list[str]) -> None:
    assert [a.text for a in event(read(text), action).agents] == agents
