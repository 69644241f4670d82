"""Whose word it is, and for whom a caller speaks: read whole, with the model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Event, Record

pytestmark = pytest.mark.model
Read = Callable[[str], Record]


def event(record: Record, action: str) -> Event:
    """The first event of an action; StopIteration if the text tells none."""
    return next(e for e in record.events if e.action == action)


def sources(record: Record, action: str) -> list[str]:
    """Who tells of the first event of an action."""
    told = (record.attributions[i].source for i in event(record, action).attribution)
    return [source.text for source in told if source is not None]


@pytest.mark.parametrize(
    ("text", "action", "told_by"),
    [
        # what is announced meanwhile is no word on the deed, "as X said" is
        ("As the army announced a curfew, rebels shelled the town.", "Shelling", []),
        (
            "Even as Moscow announced a truce, irregulars torched houses in Goma, witnesses said.",
            "Arson",
            ["witnesses"],
        ),
        ("As the army announced, rebels shelled the town.", "Shelling", ["the army"]),
        # who denies a part in a deed does not tell of it, who denies the deed does
        ("The army denied responsibility for the deaths of 40 people in Bunia.", "Killing", []),
        ("Israel denied involvement in the blast that killed 12 people in Isfahan.", "Killing", []),
        ("The minister denied that troops had killed 12 farmers in Bunia.", "Killing", ["The minister"]),
        # houses speak for those in them, roads do not
        ("Two men were shot in Goma on Monday; one died, his university announced.", "Killing", ["his university"]),
        ("Six men died in Goma, the hospital said.", "Killing", ["the hospital"]),
        ("The blast killed four people, according to a police statement.", "Killing", ["a police statement"]),
        ("Nobody has claimed responsibility for the bombing, which killed 12 people.", "Killing", []),
        # several who tell, whom the parse hangs on what they tell
        (
            "Irregulars torched villages north of the town, witnesses and aid workers said.",
            "Arson",
            ["witnesses and aid workers"],
        ),
        (
            "Six people died in clashes between farmers and herders, police and residents said.",
            "Riot",
            ["police and residents"],
        ),
        (
            "The army shelled Goma, Bunia and Beni, residents and aid workers said.",
            "Shelling",
            ["residents and aid workers"],
        ),
        (
            "Dozens have been killed in attacks by jihadists in eastern Mali, residents and a security source told AFP.",
            "Attack",
            ["residents and a security source"],
        ),
        ("The blast killed six guards, two cooks and a driver, officials said.", "Killing", ["officials"]),
        (
            "Gunmen stormed a prison in Goma on Monday, freeing 36 inmates, the governor and police said on Friday.",
            "Raid",
            ["the governor and police"],
        ),
        ("Rebels shelled Goma, killing four people, and the army fled.", "Shelling", []),
        # a deed says nothing
        ("The bombing is the worst since May, saying that rebels had killed 10 people.", "Killing", []),
        # who tells behind a comma, whatever the parse hangs on what
        (
            "He was killed in a raid in Abbottabad, President Obama announced late on Sunday.",
            "Killing",
            ["President Obama"],
        ),
        (
            "Rebels seized 50 guards in Makeni and Bo, UN spokesman Ivo Sand told reporters.",
            "Abduction",
            ["UN spokesman Ivo Sand"],
        ),
        (
            "Gunners shelled a suburb, and a woman was killed, the administration reported.",
            "Shelling",
            ["the administration"],
        ),
        # a semicolon parts what is said from what is not
        ("Two women died in Goma, medics said; 26 men were killed in Bunia.", "Killing", ["medics"]),
        ("Iran fired drones at Haifa; most were intercepted, the army said.", "DroneStrike", []),
        # a protest is no word on a shooting; others tell for themselves
        ("Troops shot a man, the mayor said, as thousands protested against a law.", "Shooting", ["the mayor"]),
        ("A rebel Web site claimed that 14 soldiers had died in an ambush.", "Ambush", ["A rebel Web site"]),
        ("Survivors described how gunmen attacked the town.", "Attack", ["Survivors"]),
        ('"They came at night," said Ana Ruiz, whose son was shot in the attack.', "Shooting", []),
        # one's own claim, what was heard, a troop told of by experts, what others agreed to meanwhile
        ("Islamabad claimed to have downed five jets.", "ShootDown", ["Islamabad"]),
        ("Residents of Aleppo reported hearing shellfire on Monday.", "Shelling", ["Residents of Aleppo"]),
        ("Rebels, backed by Rwandan troops according to UN experts, marched into Goma.", "Offensive", []),
        ("Workers walked off the job on Monday, even as union leaders agreed to meet the firm.", "LabourStrike", []),
        ("Korea fired four missiles, the agency said on Thursday, a day after Trump threatened it.", "Threat", []),
        ("Survivors said gunmen fired; 305 men were slain, a prosecutor announced.", "Killing", ["a prosecutor"]),
        ("Troops shot down a jet in Goma, the White House disclosed.", "ShootDown", ["the White House"]),
    ],
)
def test_who_tells_of_it(read: Read, text: str, action: str, told_by: list[str]) -> None:
    assert sources(read(text), action) == told_by


@pytest.mark.parametrize(
    ("text", "action", "targets"),
    [
        (
            "The army shelled Goma, Bunia and Beni, residents and aid workers said.",
            "Shelling",
            ["Goma", "Bunia", "Beni"],
        ),
        ("Six people died in clashes between farmers and herders, police and residents said.", "Riot", ["herders"]),
    ],
)
def test_who_tells_suffers_nothing(read: Read, text: str, action: str, targets: list[str]) -> None:
    assert [a.text for a in event(read(text), action).targets] == targets


@pytest.mark.parametrize(
    ("text", "action", "agents"),
    [
        ("A caller who said he spoke for Islamic Jihad claimed the bombing in Beirut.", "Bombing", ["Islamic Jihad"]),
        ("An anonymous caller, speaking on behalf of the FMLN, claimed the attack.", "Attack", ["the FMLN"]),
        ("A man claiming to represent the ELN claimed responsibility for the bombing.", "Bombing", ["the ELN"]),
        ("A spokesman for the Houthis claimed the attack.", "ClaimOfResponsibility", ["the Houthis"]),
        ("A caller who gave no name claimed the bombing.", "Bombing", ["A caller"]),
        ("An attack attributed by the army to Boko Haram killed four people.", "Attack", ["Boko Haram"]),
        ("The army said an attack had been carried out by Boko Haram.", "Attack", ["Boko Haram"]),
    ],
)
def test_for_whom_it_is_claimed(read: Read, text: str, action: str, agents: list[str]) -> None:
    assert [a.text for a in event(read(text), action).agents] == agents
