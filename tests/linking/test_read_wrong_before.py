"""Kinds of sentences that were once read wrong, each with some that must stay as they are: read whole, with the model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Event, Record

pytestmark = pytest.mark.model
Read = Callable[[str], Record]


def event(record: Record, action: str) -> Event:
    """The first event of an action; StopIteration if the text tells none."""
    return next(e for e in record.events if e.action == action)


@pytest.mark.parametrize(
    ("text", "action", "agents", "status"),
    [
        # what a text says that is turned down is said by nobody; what one is passed says is said by those who pass it
        ("Moscow vetoed a draft resolution accusing Damascus of using gas.", "Accusation", [], "negated"),
        ("France rejected a motion denouncing its raids in Mali.", "Condemnation", [], "negated"),
        ("The senate voted down a bill condemning the raids.", "Condemnation", [], "negated"),
        ("Lawmakers adopted a motion condemning the raids.", "Condemnation", ["Lawmakers"], "asserted"),
        ("The rebels issued a statement condemning the raids.", "Condemnation", ["The rebels"], "asserted"),
        # who is tried, wanted or held for doing a thing may have done it; who is convicted did
        (
            "A former minister went on trial for ordering the killing of a poet.",
            "Killing",
            ["A former minister"],
            "alleged",
        ),
        ("Two brothers are wanted for bombing a mosque in Goma.", "Bombing", ["Two brothers"], "alleged"),
        ("Two brothers were arrested for their role in the bombing of a mosque.", "Bombing", ["their"], "alleged"),
        ("A soldier stands accused of torturing prisoners.", "Torture", ["A soldier"], "alleged"),
        ("A colonel is under investigation for the murder of a nun.", "Killing", ["A colonel"], "alleged"),
        ("A cleric was named as a suspect in the bombing of a mosque.", "Bombing", ["A cleric"], "alleged"),
        ("A colonel appeared in court over the murder of a nun.", "Killing", ["A colonel"], "alleged"),
        ("A colonel is serving a life sentence for the murder of a nun.", "Killing", ["A colonel"], "asserted"),
        ("A colonel was given 20 years for torturing prisoners.", "Torture", ["A colonel"], "asserted"),
        ("A colonel was found guilty of the murder of a nun.", "Killing", ["A colonel"], "asserted"),
        # what money is offered for is not done
        (
            "The embassy offered a reward for information leading to the arrest of the bomber.",
            "Arrest",
            [],
            "hypothetical",
        ),
        ("Information from a neighbour led to the arrest of the bomber.", "Arrest", [], "asserted"),
        # who did it stands between the deed and whom it befell
        ("Lawyers denounced the arrest by police of two reporters.", "Arrest", ["police"], "asserted"),
        (
            "The bombing of a school by government jets killed nine children.",
            "Killing",
            ["government jets"],
            "asserted",
        ),
        ("The murder by gunmen of a judge shook the town.", "Killing", ["gunmen"], "asserted"),
        # the kind of an act is nobody
        ("Sweden opposed military action in Niger.", "Offensive", [], "negated"),
    ],
)
def test_who_did_it_and_whether(read: Read, text: str, action: str, agents: list[str], status: str) -> None:
    found = event(read(text), action)
    assert ([a.text for a in found.agents], found.status) == (agents, status)


@pytest.mark.parametrize(
    ("text", "action", "targets"),
    [
        ("Moscow vetoed a resolution condemning Syria.", "Veto", ["a resolution"]),
        ("Lawyers denounced the arrest by police of two reporters.", "Arrest", ["two reporters"]),
        ("The killing by soldiers of 12 farmers was condemned.", "Killing", ["12 farmers"]),
        ("Soldiers of the Third Brigade killed 12 farmers.", "Killing", ["12 farmers"]),
        ("The archive holds orders for the shelling by artillery of a hospital.", "Shelling", ["a hospital"]),
    ],
)
def test_whom_it_befell(read: Read, text: str, action: str, targets: list[str]) -> None:
    assert [t.text for t in event(read(text), action).targets] == targets


@pytest.mark.parametrize(
    ("text", "action", "agent"),
    [
        # the army of a text is that of the force or state told before, whatever towns it names
        ("Israeli soldiers shot a boy in Hebron. The army then raided Tulkarm and Jenin.", "Raid", "actor:ISR-MIL"),
        (
            "Russia shelled Kharkiv and Sumy. The military said the guns of Izium had been silent.",
            "Shelling",
            "actor:RUS",
        ),
        ("Turkish troops entered Afrin and Azaz. The army also shelled Manbij.", "Shelling", "actor:TUR-MIL"),
        ("Police in Kampala shot two men. The army raided a house in Gulu.", "Raid", "actor:UGA-MIL"),
    ],
)
def test_whose_army_it_is(read: Read, text: str, action: str, agent: str) -> None:
    assert [a.id for a in event(read(text), action).agents] == [agent]


@pytest.mark.parametrize(
    ("text", "action", "places"),
    [
        # each of several deeds has its own place, and what follows in no other place is done there too
        ("Gunmen ambushed a patrol outside Gao and burned a clinic in Mopti.", "Ambush", ["Gao"]),
        ("Gunmen ambushed a patrol outside Gao and burned a clinic in Mopti.", "Arson", ["Mopti"]),
        ("Raiders attacked a post near Gao, wounding six, and burned a clinic in Mopti.", "Attack", ["Gao"]),
        ("Raiders attacked a post near Gao, wounding six, and burned a clinic in Mopti.", "Wounding", ["Gao"]),
        ("Militants stormed Gao, looted the bank and killed two guards in Mopti.", "Looting", ["Gao"]),
        ("Militants shot two guards and burned a bank in Mopti.", "Arson", ["Mopti"]),
        ("Militants shot two guards and wounded a third in Mopti.", "Shooting", ["Mopti"]),
        # whose a village is names no town
        ("Gunmen attacked a Kikuyu village in Naivasha.", "Attack", ["Naivasha"]),
        ("Militiamen burned a Hema village.", "Arson", []),
        ("Herders attacked two Berom villages near Jos.", "Attack", ["Jos"]),
        ("A bomb exploded in a Mosul neighbourhood.", "Bombing", ["Mosul"]),
        ("Soldiers shelled Zongo village.", "Shelling", ["Zongo"]),
    ],
)
def test_where_it_was(read: Read, text: str, action: str, places: list[str]) -> None:
    assert [p.text.removesuffix(" village") for p in event(read(text), action).places] == places


@pytest.mark.parametrize(
    ("text", "action", "start"),
    [
        # the day on which the dead are found is not that of the deed
        ("Four men who had been shot dead were found on Tuesday near Goma.", "Shooting", None),
        ("On Tuesday, herders found six boys killed by gunmen.", "Killing", None),
        ("The bodies of two monks abducted on Monday were found on Wednesday.", "Abduction", "2024-01-01"),
        ("Villagers found the bodies of two monks killed on Monday.", "Killing", "2024-01-01"),
        ("A reporter was found dead on Tuesday with a bullet in his head.", "Killing", "2024-01-02"),
    ],
)
def test_when_it_was(read: Read, text: str, action: str, start: str | None) -> None:
    assert event(read(text), action).time.start == start


@pytest.mark.parametrize(
    "text",
    [
        # what is done again and again, or always
        "Bandits often kidnap travellers on the road to Goma.",
        "Mines maim dozens of farmers every year in Angola.",
        "Guns kill people.",
        "Snipers shoot at anyone who leaves the house, residents say.",
        "The army shells the hills whenever rockets are fired.",
        # what is only played
        "Marines stormed a replica of the palace.",
        "Gunners fired rockets at dummy targets in the desert.",
        "Re-enactors stormed the fort in Goma.",
    ],
)
def test_habits_and_plays_are_no_deeds(read: Read, text: str) -> None:
    assert [e.action for e in read(text).events if e.trigger.text != "rockets are fired"] == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Bandits kidnap travellers on the road to Goma", "Abduction"),
        ("Rebels kill soldiers in Goma.", "Killing"),
        ("Russia has regularly bombed Kharkiv.", "Airstrike"),
        ("Gunmen who often attack convoys killed two drivers near Gao.", "Killing"),
    ],
)
def test_what_is_no_habit(read: Read, text: str, action: str) -> None:
    assert event(read(text), action).status == "asserted"


@pytest.mark.parametrize(
    ("text", "action", "source"),
    [
        ("State radio quoted the general as saying troops had killed nine rebels.", "Killing", "the general"),
        ("The general was quoted as saying troops had killed nine rebels.", "Killing", "The general"),
        ("The agency cited a guard as saying that rebels had shelled the camp.", "Shelling", "a guard"),
    ],
)
def test_who_is_quoted(read: Read, text: str, action: str, source: str) -> None:
    record = read(text)
    told = (record.attributions[i].source for i in event(record, action).attribution)
    assert [span.text for span in told if span is not None] == [source]
