"""Who did what to whom in the plain English of agencies: invented sentences, one a kind of mistake that a coder would mark."""

from __future__ import annotations

import pytest

import kg
from kg.model import Event, Record

pytestmark = pytest.mark.model


def record(text: str) -> Record:
    (found,) = kg.read(text, published="2024-05-18")
    return found


def events(text: str) -> dict[str, Event]:
    """The first mention of each action."""
    out: dict[str, Event] = {}
    for event in record(text).events:
        out.setdefault(event.action, event)
    return out


def told(event: Event) -> tuple[list[str], list[str]]:
    """(heads of the agents, heads of the targets)."""
    return [a.head.text for a in event.agents], [a.head.text for a in event.targets]


@pytest.mark.parametrize(
    ("text", "action", "agents", "targets"),
    [
        # a preposition left behind by a passive
        ("A patrol was fired on from a farm near Oru on Friday.", "Shooting", [], ["patrol"]),
        ("The army said its trucks had been fired upon first.", "Shooting", [], ["trucks"]),
        # those killed do not do what they were killed in
        ("Two women were killed in shelling the port of Oru.", "Shelling", [], ["port"]),
        ("Nine people were killed in protests in Lima.", "Protest", [], []),
        ("Two policemen were injured in a protest in Lima.", "Protest", [], []),
        # a participle describes those who are blamed
        ("The mayor blamed rebel forces besieging the town.", "Siege", ["forces"], ["town"]),
        # a belief about those who act
        ("Two women believed to be rebels blew up a bus in Lima on Friday.", "Bombing", ["women"], ["bus"]),
        ("Gunmen thought to be bandits attacked the village.", "Attack", ["Gunmen"], ["village"]),
        # a town before who acts
        (
            "Police fired tear gas at crowds in Lima, and in Cusco gunmen in a van opened fire on demonstrators.",
            "Shooting",
            ["gunmen"],
            ["demonstrators"],
        ),
        # what befell people, told before what was done with them
        ("Three soldiers captured near Oru on Friday were shown on television.", "Arrest", [], ["soldiers"]),
        # whose fire kills
        ("Two farmers were killed by Armenian shelling on Monday.", "Killing", ["Armenian"], ["farmers"]),
        ("A suicide bomber left a van at the gate and blew it up, killing nine.", "SuicideBombing", ["bomber"], []),
        ("European ministers meeting in Brussels called for an inquiry.", "Appeal", ["ministers"], []),
        ("The Security Council will meet on Monday at the request of Norway.", "Meeting", ["Security Council"], []),
        ("The group claimed responsibility in a statement on Telegram.", "ClaimOfResponsibility", ["group"], []),
        ("Iran and Iraq pounded each other with rockets.", "Shelling", ["Iran"], ["Iraq"]),
    ],
)
def test_who_does_what_to_whom(text: str, action: str, agents: list[str], targets: list[str]) -> None:
    found = told(events(text)[action])
    assert (sorted(found[0]), sorted(found[1])) == (sorted(agents), sorted(targets))


@pytest.mark.parametrize(
    ("text", "action", "status"),
    [
        ("The minister said there were signs that Iran was behind the attack.", "Attack", "alleged"),
        ("There was evidence that soldiers had looted shops in Oru.", "Looting", "alleged"),
        ("The president's office said the coup had failed.", "Coup", "failed"),
        ("The raid on the camp failed to stop the rebels.", "Raid", "asserted"),
    ],
)
def test_what_is_told_as_true(text: str, action: str, status: str) -> None:
    assert events(text)[action].status == status


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("The envoys met in Cairo on Thursday to discuss a ceasefire.", "Ceasefire"),
        ("Talks on a truce opened in Cairo on Thursday.", "Ceasefire"),
        ("A woman who fled told Reuters by telephone that rebels had burned the town.", "Call"),
        ("Norway recalled its ambassador from Lima in protest.", "Protest"),
        ("The president ordered military aircraft to fly the wounded to Germany.", "ArmsSale"),
        ("The rebels fired a cylinder bomb at the post.", "Arson"),
        ("Rebels seized the capital on Monday.", "Robbery"),
    ],
)
def test_what_did_not_happen(text: str, missing: str) -> None:
    assert missing not in events(text)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Hackers carried out denial-of-service attacks on Danish websites.", "CyberAttack"),
        ("The army said it had captured the last strip of land held by the rebels.", "TerritoryCapture"),
        ("He would be tried by a military court, the president said.", "Lawsuit"),
        ("Russia's foreign ministry called the reports bogus.", "Rejection"),
        ("Militiamen drove thousands of villagers from the valley.", "Displacement"),
        ("The same group has been holding 27 teachers since March.", "HostageTaking"),
    ],
)
def test_what_did_happen(text: str, action: str) -> None:
    assert action in events(text)


@pytest.mark.parametrize(
    ("text", "action", "day"),
    [
        ("A bomb exploded on a train in Lima during the evening rush hour on Tuesday.", "Bombing", "2024-05-14"),
        ("Kenya recalled its envoy from Lima and declared Tuesday a day of mourning.", "DiplomatRecall", None),
        ("Union leaders called on people to march in Lima on Wednesday.", "Protest", "2024-05-22"),
        (
            "A bomber rammed a car packed with explosives into a bus carrying guards on Tuesday.",
            "Bombing",
            "2024-05-14",
        ),
        ("Gunmen attacked crowds flocking to a port in Lima on Tuesday, killing nine.", "Attack", "2024-05-14"),
        ("A bomb wrecked a cafe crowded with sailors early on Tuesday.", "Bombing", "2024-05-14"),
        ("The number of people killed when a bomb went off in Lima rose to 40 on Tuesday.", "Bombing", None),
    ],
)
def test_on_which_day(text: str, action: str, day: str | None) -> None:
    time = events(text)[action].time
    assert (time.start if time.basis == "text" else None) == day


@pytest.mark.parametrize(
    ("text", "action", "places"),
    [
        ("Nine soldiers were killed, an army spokesman said in Bamako.", "Killing", []),
        ("The ministers met in the Angolan capital, Luanda.", "Meeting", ["Luanda"]),
        ("The blast hit a convoy outside the St George Hotel.", "Bombing", ["St George Hotel"]),
        ("The Security Council will meet on Monday at the request of Norway.", "Meeting", []),
    ],
)
def test_in_which_place(text: str, action: str, places: list[str]) -> None:
    assert [p.text for p in events(text)[action].places] == places


def test_the_count_of_those_killed_is_a_toll() -> None:
    killing = events("The number of guards killed when a bomb wrecked a barracks in Lima rose to 191 on Tuesday.")[
        "Killing"
    ]
    assert told(killing) == ([], ["guards"])
    assert [toll.low for toll in killing.casualties] == [191]
    killing = events("The number of guards killed rose to 40 on Tuesday.")["Killing"]
    assert told(killing) == ([], ["guards"])


@pytest.mark.parametrize(
    "text",
    [
        "Azerbaijan said its forces had retaken a village, which Armenia denied.",
        "Congo accuses Rwanda of arming the rebels, a charge that Kigali denies.",
    ],
)
def test_who_denies_is_quoted_by_nobody(text: str) -> None:
    assert events(text)["Denial"].attribution == ()


def test_the_death_that_a_crowd_is_angry_about_is_another() -> None:
    found = record(
        "Five people were killed in protests in Iran over the death of a student. Troops opened fire on protesters in Qom."
    )
    by_trigger = {event.trigger.text: event.incident for event in found.events}
    assert by_trigger["death"] != by_trigger["killed"]


def test_people_are_held_in_the_raid_that_finds_them() -> None:
    found = events("Police arrested three men in a raid on a house in Lima on Friday.")
    assert found["Arrest"].incident == found["Raid"].incident


def test_police_of_a_town_are_those_of_its_country() -> None:
    text = "Sri Lankan troops killed rebels in Sri Lanka. Sri Lanka rejected a truce. In London, crowds clashed with police."
    assert [a.country for a in events(text)["Riot"].targets] == ["GBR"]


def test_a_ministry_summons_no_envoy_of_its_own() -> None:
    text = (
        "Hackers of the Russian state attacked a port in Denmark. The foreign ministry summoned the Russian ambassador."
    )
    assert [a.id for a in events(text)["Complaint"].agents] == [None]


def test_who_is_accused_shall_do_what_is_demanded() -> None:
    text = "India accused Pakistan of arming rebels and demanded that it withdraw its troops."
    assert [a.country for a in events(text)["Withdrawal"].agents] == ["PAK"]


def test_what_was_seized_years_ago_gives_its_year_to_nothing_else() -> None:
    text = (
        "A boy was killed by Russian shelling of a farm near Kherson. Kyiv wants the land that Russia seized in 2014."
    )
    assert events(text)["Killing"].time.basis != "text"
