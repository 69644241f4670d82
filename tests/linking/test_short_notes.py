"""Notes of one to three sentences: who shares a deed, who are the others, where and when what follows was done."""

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
    ("text", "action", "agents", "targets"),
    [
        # passives joined by "and" share who did them
        ("Four nuns were kidnapped and two shot dead by herders.", "Abduction", ["herders"], ["Four nuns"]),
        ("Homes were burned and cattle stolen by armed men.", "Arson", ["armed men"], ["Homes"]),
        ("Homes were burned and cattle stolen by armed men.", "Looting", ["armed men"], ["cattle"]),
        # who is let go was seized, and not those who seized him
        ("A nun was seized by men believed to be rebels and freed on Friday.", "PrisonerRelease", ["men"], ["A nun"]),
        ("A nun was seized by men thought to be rebels and let go on Friday.", "PrisonerRelease", ["men"], ["A nun"]),
        ("Rebels freed a nun kidnapped eleven days earlier.", "Abduction", [], ["a nun"]),
        # others are not the one told before
        ("Gunmen killed a police chief and wounded seven others.", "Wounding", ["Gunmen"], ["seven others"]),
        ("Gunmen shot dead a judge and 32 others.", "Killing", ["Gunmen"], ["a judge", "32 others"]),
        ("Rebels overran Lesk, taking 12 hostages.", "HostageTaking", ["Rebels"], ["12 hostages"]),
        ("Rebels took three elders hostage.", "HostageTaking", ["Rebels"], ["three elders"]),
        # armed men on a rampage attack; crowds riot
        ("Mutinous soldiers went on a rampage in Lesk.", "Attack", ["Mutinous soldiers"], []),
        ("A mob went on a rampage in Lesk.", "Riot", ["A mob"], []),
        # the longer word for a weapon tells its kind
        ("Rebels lobbed mortar bombs at a hospital.", "Shelling", ["Rebels"], ["a hospital"]),
        ("Raiders entered Lesk, burning shops, stealing cattle.", "Arson", ["Raiders"], ["shops"]),
        ("A barge was sunk by rebels, with ten men feared drowned.", "Killing", [], ["ten men"]),
        ("Raiders stormed a mine, looted equipment and shot a cook.", "Looting", ["Raiders"], ["equipment"]),
        ("In June 1976 soldiers opened fire on nuns.", "Shooting", ["soldiers"], ["nuns"]),
        ("Four guards were injured when youths pelted them with stones.", "Wounding", ["youths"], ["Four guards"]),
        ("Police used tear gas to disperse nuns in Lesk.", "CrowdControl", ["Police"], ["nuns in Lesk"]),
        ("Nuns urged the release of their leader, Ana Ruiz, jailed in May.", "Arrest", [], ["their leader"]),
        # no roadside kills
        ("The body of a cook was found dumped by a roadside.", "Killing", [], ["a cook"]),
        ("Fighting in Lesk district left two dead.", "ArmedClash", [], []),
    ],
)
def test_who_did_it_to_whom(read: Read, text: str, action: str, agents: list[str], targets: list[str]) -> None:
    found = event(read(text), action)
    sides = [[(a.antecedent or a).text for a in side] for side in (found.agents, found.targets)]
    assert sides == [agents, targets]


def test_the_coalition_is_told_by_who_leads_it(read: Read) -> None:
    found = event(read("A Saudi-led air strike killed six people."), "Airstrike")
    assert [a.name for a in found.agents] == ["Saudi-led coalition"]


@pytest.mark.parametrize(
    ("text", "action", "places"),
    [
        ("Rebels raided Goma, killing two men and looting shops.", "Looting", ["Goma"]),
        ("Shelling of Kherson killed a nun and damaged a clinic.", "PropertyDestruction", ["Kherson"]),
        ("Rebels shelled the U.S. base at Pleiku.", "Shelling", ["Pleiku"]),
        ("Rebels shelled the Ain Zara district.", "Shelling", ["Ain Zara"]),
        ("Nuns marched in Goma on Sunday. Police beat protesters.", "Beating", ["Goma"]),
        ("Nuns marched in Goma on Sunday. Police beat protesters and detained 140.", "Arrest", ["Goma"]),
        ("Nuns marched in Goma. Police fired tear gas at them in Bukavu.", "CrowdControl", ["Bukavu"]),
        ("Nuns marched in Goma on Sunday. Gunmen killed a guard.", "Killing", []),
    ],
)
def test_where_it_was(read: Read, text: str, action: str, places: list[str]) -> None:
    assert [p.text for p in event(read(text), action).places] == places


def test_a_crowd_is_acted_on_when_it_marched(read: Read) -> None:
    march, beating = read("Nuns marched in Goma on 5 May 2019. Police beat protesters.").events
    assert (beating.time.start, beating.acled) == (march.time.start, "Protest with intervention")


def test_damage_is_of_the_kind_of_its_cause(read: Read) -> None:
    found = event(read("Shelling of Kherson killed a nun and damaged a clinic."), "PropertyDestruction")
    assert found.acled == "Shelling/artillery/missile attack"


@pytest.mark.parametrize("text", ["Two soldiers of Armenia were wounded. Armenian forces opened fire near Goma."])
def test_forces_do_not_hit_their_own(read: Read, text: str) -> None:
    wounding, shooting = read(text).events
    assert wounding.incident != shooting.incident


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("Rebels raided Lesk, taking 12 hostages.", "captured", 12),
        ("A bus was hit by a shell, with ten nuns feared dead.", "killed", 10),
    ],
)
def test_how_many(read: Read, text: str, kind: str, low: int) -> None:
    assert [c.low for e in read(text).events for c in e.casualties if c.kind == kind] == [low]
