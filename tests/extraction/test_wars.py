"""Sentences on the wars of the day as agencies, ministries and the United Nations word them, read with the real model."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

import kg


@dataclass(frozen=True)
class Told:
    """What one event of a sentence must say; agents are names, or the words where nobody is known."""

    text: str
    action: str
    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    figures: tuple[tuple[str, int], ...] = ()


TOLD = [
    Told(
        "The Israeli military said it had carried out a series of strikes on Hezbollah depots near Tyre.",
        "Attack",
        ("Israel Defense Forces",),
        ("Hezbollah depots",),
    ),
    Told("Canada adopted a fresh package of sanctions against Russia.", "Sanction", ("Canada",), ("Russia",)),
    Told("The town suffered a wave of attacks by militants.", "Attack", ("militants",), ("The town",)),
    Told("Hamas fired a salvo of rockets at Sderot.", "Shelling", ("Hamas",), ("Sderot",)),
    Told("Iran launched 30 drones towards Haifa.", "DroneStrike", ("Iran",), ("Haifa",)),
    Told(
        "A Russian drone and missile attack on Sumy wounded six people.",
        "Wounding",
        ("Russia",),
        ("six people",),
        (("wounded", 6),),
    ),
    Told(
        "A Turkish air strike killed four fighters about 20 miles north of Dohuk.",
        "Killing",
        ("Turkey",),
        ("four fighters",),
        (("killed", 4),),
    ),
    Told(
        "Israeli shells killed nine people, according to a clinic in Hamas-run Gaza.",
        "Killing",
        ("Israel Defense Forces",),
        ("nine people",),
        (("killed", 9),),
    ),
    Told("The explosion, which left three dead, shook Peshawar.", "Killing", (), ("three",), (("killed", 3),)),
    Told("Two Germans were among the wounded.", "Wounding", (), ("Two Germans",), (("wounded", 2),)),
    Told(
        "A missile killed a family of six in Jabalia.", "Killing", (), ("a family of six in Jabalia",), (("killed", 6),)
    ),
    Told("Niger's army lost 12 soldiers in an ambush.", "Killing", (), ("12 soldiers",), (("killed", 12),)),
    Told(
        "Gunmen raided the camp, forcing 400 others to flee.",
        "Displacement",
        ("Gunmen",),
        ("400 others",),
        (("displaced", 400),),
    ),
    Told("Ukrainian air defences downed 20 rockets.", "ShootDown", ("Armed Forces of Ukraine",), ("20 rockets",)),
    Told(
        "Nine people were hospitalised after a blast in Kharkiv.", "Wounding", (), ("Nine people",), (("wounded", 9),)
    ),
    Told("A mass grave with the bodies of 40 men was found near Sinjar.", "Killing", (), (), (("killed", 40),)),
    Told("Hezbollah said its fighters attacked an Israeli post.", "Attack", ("Hezbollah",), ("an Israeli post",)),
    Told(
        "The Kenyan government said its police had shot a gunman.", "Shooting", ("Kenya Police Service",), ("a gunman",)
    ),
    Told("Hamas-led gunmen attacked Ofakim.", "Attack", ("Hamas",), ("Ofakim",)),
    Told("French troops were withdrawn from Gao.", "Withdrawal", ("French Armed Forces",), ("Gao",)),
    Told("M23 rebels withdrew from Masisi.", "Withdrawal", ("M23",), ("Masisi",)),
    Told("Rebels recaptured Tessit and Labbezanga.", "TerritoryRecapture", ("Rebels",), ("Tessit", "Labbezanga")),
    Told("Egypt blocked the passage of fuel trucks into Gaza.", "Blockade", ("Egypt",), ("Gaza",)),
    Told("Denmark will deliver a Patriot battery to Ukraine.", "MilitaryAid", ("Denmark",), ("Ukraine",)),
    Told("The army left the town under a Qatar-brokered truce.", "Mediation", ("Qatar",)),
    Told("Finland scrambled two F-18s over the gulf.", "ShowOfForce", ("Finland",)),
    Told("A Su-25 bombed the village.", "Airstrike", (), ("the village",)),
    Told("Russia handed over the remains of 50 men.", "Return", ("Russia",)),
    Told(
        "Units of the Sever Group of Forces hit manpower of two Ukrainian brigades.",
        "Attack",
        ("Sever Group of Forces",),
    ),
    Told("Iranian missiles landed in Erbil.", "MissileStrike", ("Islamic Republic of Iran Armed Forces",), ("Erbil",)),
    Told("Rwanda and Congo traded accusations over the raid.", "Accusation", ("Rwanda",)),
    Told("Sources said that rebels counterattacked near Lesk and took it.", "Offensive", ("rebels",)),
    Told("Two people died in an airstrike on a clinic in Gaza.", "Airstrike", (), ("a clinic in Gaza",)),
    Told("At dawn the enemy attacked Odesa with drones.", "DroneStrike", ("the enemy",), ("Odesa",)),
    Told("Syrian aircraft dropped bombs on Idlib.", "Airstrike", ("Syrian Armed Forces",), ("Idlib",)),
    Told("Explosions rang out in Kyiv.", "Bombing"),
    Told("Russian police foiled a plot to bomb a bridge.", "Bombing", (), ("a bridge",)),
    Told("Rebels went from house to house, killing men and burning huts.", "Arson", ("Rebels",), ("huts",)),
    Told("Army guns fired from the hill killed two boys.", "Killing", ("Army",), ("two boys",), (("killed", 2),)),
    Told("The US said it had attacked a camp in Yemen.", "Attack", ("United States",), ("a camp",)),
    Told("B-2 bombers hit Fordow.", "Airstrike", (), ("Fordow",)),
    Told(
        "Some 3,000 people fled the army's advance on Lesk.",
        "Displacement",
        (),
        ("Some 3,000 people",),
        (("displaced", 3000),),
    ),
    Told("Italian jets intercepted a Russian spy plane.", "ShowOfForce", ("Italian Armed Forces",)),
    Told("Georgia said its drones had hit a depot.", "DroneStrike", ("Defense Forces of Georgia",), ("a depot",)),
    Told(
        "Russian forces have seized 40 km of land since May.",
        "TerritoryCapture",
        ("Armed Forces of the Russian Federation",),
    ),
    Told("Iraq's army dismantled six rocket sites near Kirkuk.", "WeaponsDisruption", ("Iraqi Armed Forces",)),
    Told("Rebels blew up a bridge, derailing a train.", "Bombing", ("Rebels",), ("a bridge",)),
    Told("A fighter jet bombed a temple.", "Airstrike", (), ("a temple",)),
    Told("Greece has received jets from France.", "MilitaryAid", ("France",), ("Greece",)),
    Told("Jets bombed a militant hideout in Waziristan.", "Airstrike", (), ("a militant hideout in Waziristan",)),
]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.text)
def test_who_did_what_to_whom(told: Told) -> None:
    found = [event for event in kg.read(told.text)[0].events if event.action == told.action]
    assert len(found) == 1
    event = found[0]
    names = tuple(a.name or a.text for a in event.agents)
    assert names == told.agents
    if told.targets:
        assert tuple(a.name if a.kind == "Place" and a.name else a.text for a in event.targets) == told.targets
    assert {(c.kind, c.low) for c in event.casualties} == set(told.figures)


NONE = [
    ("Baykar launched a new drone at an expo in Ankara.", "DroneStrike"),
    ("The EU imposed sanctions on Iran, targeting its oil fleet.", "Attack"),
    ("A drone crashed in a field in Latvia.", "DroneStrike"),
    ("The hill, held by the SDF, was shelled by Turkish guns.", "TerritoryCapture"),
    ("Iran-backed fighters hit Eilat.", "Support"),
    ("Shells fell on occupied Donetsk.", "Occupation"),
    ("The raid hit a market, leaving 20 people dead.", "Withdrawal"),
    ("Troops returned to their besieged base.", "Siege"),
    ("Artillery fired from the hill killed two clerks.", "Dismissal"),
    ("Italian jets intercepted a spy plane.", "ShootDown"),
]


@pytest.mark.parametrize(("text", "action"), NONE)
def test_what_is_no_act_of_war(text: str, action: str) -> None:
    assert action not in {event.action for event in kg.read(text)[0].events}


def test_a_heading_before_a_colon_says_nothing() -> None:
    assert not any(kg.read(f"{word}: Rebels shelled Lesk.")[0].attributions for word in ("UPDATE", "UPD", "BREAKING"))


def test_a_ship_under_a_flag_is_no_navy() -> None:
    (event,) = kg.read("Houthi fighters attacked the Liberian-flagged bulk carrier.")[0].events
    assert [(a.kind, a.id) for a in event.targets] == [("Object", None)]


def test_what_is_told_of_footage_is_aimed_at_nobody() -> None:
    (event,) = kg.read("Russian forces advanced near Lyman, according to geolocated footage.")[0].events
    assert not any("footage" in a.text for a in event.targets)


ARTICLE = """Israeli air strikes killed at least 40 people across Gaza on Thursday, officials said.

At least 12 people were killed in an airstrike on a school in Gaza City, medics said.

Farther south, a girl was shot dead by soldiers near Khan Younis, her uncle said.

Air defences downed 20 rockets, the army said.
"""


def test_a_total_and_its_parts_are_not_one_happening() -> None:
    events = kg.read(ARTICLE, published="2025-07-03")[0].events
    dead = [event.incident for event in events if event.action == "Killing"]
    assert len(dead) == len(set(dead)) == 3


def test_rockets_that_are_shot_down_are_told_in_no_passing() -> None:
    events = kg.read(ARTICLE, published="2025-07-03")[0].events
    assert [a.text for event in events if event.action == "ShootDown" for a in event.targets] == ["20 rockets"]


@pytest.mark.parametrize(
    "text",
    [
        "M23 broke the Doha ceasefire near Goma.",  # it was made in Doha, and is nobody's
        "A drone from Sudan killed two people.",  # from where it came, and not whose it was
        "Soldiers put down a coup attempt.",  # those who put it down did not try it
        "Police foiled a plot to blow up a train.",  # nor these
    ],
)
def test_who_did_not_do_it(text: str) -> None:
    acts = {"Ceasefire", "Killing", "Coup", "Bombing"}
    assert not [a for event in kg.read(text)[0].events if event.action in acts for a in event.agents]


def test_letters_for_those_killed_in_action_count_them() -> None:
    events = kg.read("SDF and the Syrian Army clash at Deir Hafer, 2 SDF KIA, 3 WIA.")[0].events
    assert [(c.kind, c.low) for event in events for c in event.casualties] == [("killed", 2), ("wounded", 3)]
