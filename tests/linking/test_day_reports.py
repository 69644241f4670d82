"""Whole articles and day reports: headlines with their source, hours of a live report, what is told again further down."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Event, Record

pytestmark = pytest.mark.model
Read = Callable[[str], Record]


def event(record: Record, trigger: str) -> Event:
    """The event with a trigger; StopIteration if the text gives none."""
    return next(e for e in record.events if e.trigger.text == trigger)


def told(side: tuple) -> list[str]:
    """The words for those on one side, those of their antecedents where they have one."""
    return [(actor.antecedent or actor).text for actor in side]


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        # a deed goes on with the one before it, and not with what others did meanwhile
        ("Men stopped a car in which two nuns were travelling and shot them.", "shot", ["Men"], ["two nuns"]),
        ("Gunmen attacked a farmer as he returned home and burned his car.", "burned", ["Gunmen"], ["his car"]),
        ("Rebels set off a mine as the truck passed and then opened fire.", "opened fire", ["Rebels"], []),
        ("Police arrested a man who was carrying a gun and shot a guard.", "shot", ["a man"], ["a guard"]),
        ("Rebels detonated a landmine.", "detonated", ["Rebels"], []),
        ("A truck detonated a landmine.", "detonated", [], ["A truck"]),
        ("A teacher was dragged from a bus and shot near Arris.", "shot", [], ["A teacher"]),
        ("Police fired tear gas and youths threw petrol bombs.", "threw", ["youths"], []),
        ("Two bombers killed 26 people in the towns of Diffa and Bol, residents and an official said.", "killed",
         ["Two bombers"], ["26 people"]),
        ("Chad said it bombed a base in retaliation for an attack on Bol, on Monday, in which six men died.", "died",
         [], ["six men"]),
        ("Ecowas said its members would close the border and called for sanctions against Mali.", "called for",
         ["Ecowas"], ["Mali"]),
        ("Troops left after leaders meeting in Paris agreed to a truce.", "agreed", ["leaders"], []),
        # who is told before a colon tells
        ("Police: Gunman killed two\n\nA man was held.", "killed", ["Gunman"], ["two"]),
        ("Mali: Air strike kills six\n\nA strike hit a village.", "kills", [], ["six"]),
        # whose planes
        ("NATO admitted that its planes bombed a market.", "bombed", ["its planes"], ["a market"]),
        ("The army denied it. It said its planes had bombed a depot.", "bombed", ["its planes"], ["a depot"]),
        ("Government aircraft bombed a market.", "bombed", ["Government aircraft"], ["a market"]),
        ("Government helicopters bombed a market.", "bombed", ["Government helicopters"], ["a market"]),
        # a body is found, and nobody kills it
        ("A judge was seized. His body was found. They accused rebels of killing him.", "killing", ["rebels"], ["A judge"]),
        # courts are not seized, officials only tell
        ("The High Court heard that Hassan Odeh and Ana Ruiz had fled. Police arrested them.", "arrested", ["Police"],
         ["Hassan Odeh", "Ana Ruiz"]),
        ("Officials said 300 refugees had come. Troops expelled them.", "expelled", ["Troops"], ["300 refugees"]),
        ("The report documents the shelling of Lesk by an armed faction.", "shelling", ["an armed faction"], ["Lesk"]),
        ("Rebels attacked a post but were repelled with heavy losses.", "repelled", [], ["Rebels"]),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(read: Read, text: str, trigger: str, agents: list[str], targets: list[str]) -> None:
    found = event(read(text), trigger)
    assert [told(found.agents), told(found.targets)] == [agents, targets]


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("Gunmen kill five in Lahore - police\n\nGunmen fired.", "kill", ["police"]),
        ("Strikes kill 23 in Idlib \u2013 rights group\n\nJets came.", "kill", ["rights group"]),
        ("Gunmen kill five in Lahore: police\n\nGunmen fired.", "kill", ["police"]),
        ("Syria: Army kills 23 in Idlib\n\nJets bombed a town.", "kills", []),
        (
            "Two were killed and three others hurt in a raid, the mayor, Ana Ruiz, said.",
            "killed",
            ["the mayor, Ana Ruiz"],
        ),
        ("Troops killed two rebels and a nun, the mayor, Ana Ruiz, said.", "killed", ["the mayor, Ana Ruiz"]),
        ("Mali: Bombers kill six near a border \u2013 residents\n\nThey came.", "kill", ["residents"]),
        ("11:30 Venn: talks to go on\nAna Ruiz says rebels shot a nun.", "shot", ["Ana Ruiz"]),
    ],
)
def test_whose_word_it_is(read: Read, text: str, trigger: str, sources: list[str]) -> None:
    record = read(text)
    said = (record.attributions[i].source for i in event(record, trigger).attribution)
    assert [source.text for source in said if source is not None] == sources


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        (
            "A bomb exploded in the town of Rawa. A mine exploded near a bank in the same town.",
            "exploded near",
            ["the same town"],
        ),
        ("Six were killed by shells and thousands fled towards Sake.", "killed", []),
        ("Jets struck a port in Oran, a day after rebels captured two guards.", "captured", []),
        ("\n\nNorth Kivu: Gunmen killed six farmers.", "killed", ["North Kivu"]),
        ("Jets bombed a port hours after leaders meeting in Paris agreed to a truce.", "bombed", []),
        ("Turkey flew 35 of the injured to Ankara.", "injured", []),
        ("Jets bombed Mosul. A rocket hit a school in the city on Tuesday.", "hit", ["the city"]),
    ],
)
def test_where(read: Read, text: str, trigger: str, places: list[str]) -> None:
    found = [e for e in read(text).events if trigger.split()[0] == e.trigger.text]
    assert [place.text for place in found[-1].places] == places


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They met in Geneva. Turkish troops would attack the island.", "the island"),
        ("A bomb exploded in the Medina district. Rebels attacked the capital.", "the capital"),
    ],
)
def test_an_area_is_none_of_another_size(read: Read, text: str, noun: str) -> None:
    found = next(a for e in read(text).events for a in e.targets if a.text == noun)
    assert found.antecedent is None


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        # counted from no day at all
        ("Rebels took Bunia. Two days later they burned a market.", "burned", None),
        ("Rebels took Bunia. The next morning they burned a market.", "burned", None),
        ("17:02 Nine killed at tower\nNine people were killed at a tower.", "killed", None),
        ("Gunmen shot a mayor as he was leaving his home on 4 May 2017.", "shot", "2017-05-04"),
        ("Jets struck an airport and blockaded a port on 4 May 2017.", "struck", "2017-05-04"),
        ("They moved into Oran on 4 May 2017, the day after a judge was killed.", "killed", "2017-05-03"),
        # "May" is no verb
        ("In the night of 8 to 9 May 2017 the army attacked Gao.", "attacked", "2017-05-08"),
        # in what was told to be done then
        ("It belongs to a group that bombed a hotel in May 2016, in which 13 people died.", "died", "2016-05-01"),
        (
            "It accused Chad of arming rebels who raided a base in May 2016, killing ten guards.",
            "killing",
            "2016-05-01",
        ),
    ],
)
def test_when(read: Read, text: str, trigger: str, start: str | None) -> None:
    found = event(read(text), trigger)
    assert (found.time.start if found.time.basis == "text" else None, found.status) == (start, "asserted")


@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        ("Gunmen attacked a house in Rawa. Hours later, a car bomb exploded in Rawa.", "attacked", "exploded", False),
        (
            "Jets hit a hospital and struck a depot. Rebels shelled Harem. Six died in that attack.",
            "shelled",
            "died",
            True,
        ),
        (
            "Jets hit a hospital and struck a depot. Rebels shelled Harem. Six died in that attack.",
            "struck",
            "died",
            False,
        ),
        ("Its driver was killed in the ambush. In May a driver was shot in Lesk.", "killed", "shot", False),
        ("A bridge was destroyed by bombs. Troops shot down a plane.", "destroyed", "shot down", False),
        (
            "A missile killed 20 people in Donetsk. Kyiv denied firing the missile.",
            "killed",
            "firing the missile",
            True,
        ),
        (
            "Jets bombed a house. Ten died. The UN spoke. Talks go on. Police wait. Four Israeli soldiers were killed in a raid.",
            "bombed",
            "killed",
            False,
        ),
        ("Ituri: Rebels killed six men.\n\nKivu: Six men were shot.", "killed", "shot", False),
        ("The cell fired a rocket at an airliner on the day of the hotel attack.", "fired a rocket", "attack", False),
        ("Rebels ambushed a truck near Lesk. The rebels detonated a mine and fired.", "ambushed", "detonated", True),
    ],
)
def test_what_is_one_happening(read: Read, text: str, one: str, other: str, same: bool) -> None:
    record = read(text)
    assert (event(record, one).incident == event(record, other).incident) == same


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Their driver escaped unhurt.", "Displacement"),
        ("Her father attended the funeral.", "Meeting"),
        ("The fighters had only defended themselves.", "VerbalDefence"),
        ("Norland traded rockets for oil with Varia.", "ArmedClash"),
        ("The two museums exchanged shells and fossils.", "ArmedClash"),
        ("The rebels burst into cheers when the deal was signed.", "Raid"),
        ("Doctors reported the poisoning of 12 children by lead paint.", "Attack"),
        ("The city declared war on litter.", "War"),
        ("The king called an election for May.", "Appeal"),
        ("Fireworks exploded over the harbour on New Year's Eve.", "Bombing"),
    ],
)
def test_what_is_no_event(read: Read, text: str, action: str) -> None:
    assert action not in {e.action for e in read(text).events}


def test_leaders_of_a_people_are_no_government(read: Read) -> None:
    found = event(read("Gunmen killed three indigenous leaders in Colombia."), "killed")
    assert [actor.kind for actor in found.targets] == ["Civilians"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A jet was shot down. Doctors said they had received the bodies of 94 people.", "shot down"),
        ("Gunmen shot a mayor as he was leaving his home.", "shot"),
    ],
)
def test_who_is_no_casualty_of_it(read: Read, text: str, trigger: str) -> None:
    assert {c.kind for c in event(read(text), trigger).casualties} <= {"wounded"}


def test_its_leaders_are_not_the_last_officials(read: Read) -> None:
    record = read("French officials accused a party. Its leaders denied that they had killed a judge.")
    assert event(record, "killed").agents[0].country is None
