"""Who is told to have done a deed, by words around it that lay it to somebody, and whether he is only suspected of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words

BOMB = "A bomb exploded at the barracks. "
KILLED = "Gunmen killed a judge in Lesk. "


@pytest.mark.parametrize(
    ("text", "deed", "agents", "status"),
    [
        ("Three soldiers were arrested for the killing of two nuns.", "killing", ["soldiers"], "alleged"),
        ("Police arrested Omar Zadran in connection with the murder of a judge.", "murder", ["Zadran"], "alleged"),
        ("Police held five men suspected of involvement in the murder of a judge.", "murder", ["men"], "alleged"),
        ("Ana Ruiz was charged in connection with the murder of a judge.", "murder", ["Ruiz"], "alleged"),
        ("Two men were arrested on suspicion of planting the bomb.", "planting", ["men"], "alleged"),
        ("The president implicated four officers in the massacre.", "massacre", ["officers"], "alleged"),
        ("Omar Zadran is wanted for the bombing of the embassy.", "bombing", ["Zadran"], "alleged"),
        ("The Front is to blame for the bombing of the embassy.", "bombing", ["Front"], "alleged"),
        ("Omar Zadran was charged with taking part in the raid.", "raid", ["Zadran"], "alleged"),
        ("Omar Zadran is believed to be involved in the kidnapping.", "kidnapping", ["Zadran"], "alleged"),
        ("They accused their superiors of involvement in the massacre.", "massacre", ["superiors"], "alleged"),
        ("Omar Zadran was sentenced for the murder of the bishop.", "murder", ["Zadran"], "asserted"),
        ("Two lieutenants were involved in the massacre of the priests.", "massacre", ["lieutenants"], "asserted"),
        ("The government's responsibility for the massacre is clear.", "massacre", ["government"], "asserted"),
        ("The bombing was the work of rebels.", "bombing", ["rebels"], "asserted"),
        ("The authors of the massacre are members of the army.", "massacre", ["members"], "asserted"),
        ("Those responsible for the massacre are rebels.", "massacre", ["rebels"], "asserted"),
        ("The murder of three peasants, committed by soldiers last week, goes unpunished.", "murder", ["soldiers"], "asserted"),
        ("A clerk, two drivers and six guards took part in the murder.", "murder", ["clerk", "drivers", "guards"], "asserted"),
        ("The minister put the blame for the bombing on rebels.", "bombing", ["rebels"], "alleged"),
        ("The spy was executed for the murder of a judge.", "murder", ["spy"], "alleged"),
        ("The rebels may be the ones who killed the priests.", "killed", ["rebels"], "alleged"),
        ("He is not charged with taking part in the raid.", "raid", [], "asserted"),
        ("The government summoned the ambassador over the attack on the temple.", "attack", [], "asserted"),
        ("There is no evidence linking the army to the massacre.", "massacre", [], "asserted"),
        ("Nothing links the army to the massacre.", "massacre", [], "asserted"),
        ("It was not the rebels who attacked the village.", "attacked", [], "asserted"),
        ("The people involved in the massacre said nothing.", "massacre", [], "asserted"),
        ("The postponement is linked to the murder of the bishop.", "murder", [], "asserted"),
        ("The gang planned the bombing of the embassy.", "bombing", ["gang"], "asserted"),
        ("The gang planned a bombing in Lesk.", "bombing", ["gang"], "planned"),
        ("The bombing of the hotel was planned and carried out by the gang.", "bombing", ["gang"], "asserted"),
        ("The raid on the bank was planned and executed by the gang.", "raid", ["gang"], "asserted"),
        ("The arrest of three sergeants for torturing a student was announced.", "torturing", ["sergeants"], "asserted"),
        ("We hold the mayor of Lesk and the police responsible for the massacre.", "massacre", ["mayor", "police"], "alleged"),
        ("Police foiled a Hezbollah attempt to blow up the bridge.", "blow", ["Hezbollah"], "failed"),
        (BOMB + "The press blamed it on the drug mafia.", "it", ["mafia"], "alleged"),
        (KILLED + "It was carried out by the Front.", "It", ["Front"], "asserted"),
        (KILLED + "The Front claimed responsibility.", "responsibility", ["Front"], "asserted"),
        (KILLED + "The Front claimed responsibility for it.", "responsibility", ["Front"], "asserted"),
        (KILLED + "The Front was responsible.", "responsible", ["Front"], "asserted"),
        (KILLED + "The Front said it was responsible.", "responsible", ["Front"], "asserted"),
        (KILLED + "The mayor holds rebels responsible.", "responsible", ["rebels"], "alleged"),
        (KILLED + "Police suspect the rebels.", "suspect", ["rebels"], "alleged"),
        (KILLED + "Suspicion fell on rebels.", "Suspicion", ["rebels"], "alleged"),
        (KILLED + "The assailants were members of a rebel group.", "assailants", ["members"], "asserted"),
        (KILLED + "The killers, believed to be rebels, fled.", "killers", ["rebels"], "alleged"),
        ("Responsibility for the raid was claimed by the Front.", "raid", ["Front"], "asserted"),
        ("The raid is believed to be the work of the Front.", "raid", ["Front"], "alleged"),
        ("The raid bore the hallmarks of the Front.", "raid", ["Front"], "alleged"),
        ("The Front took credit for the raid.", "raid", ["Front"], "asserted"),
    ],
)  # fmt: skip
def test_a_deed_is_laid_to_somebody(
    text: str, deed: str, agents: list[str], status: str, look_up: Callable[[str], Words]
) -> None:
    words = look_up(text)
    drafts, _ = events(words)
    found = [(d.status, [words.doc[i].text for i in d.agents]) for d in drafts if words.doc[d.head].text == deed]
    assert found == [(status, agents)]


@pytest.mark.parametrize(
    "text",
    [
        KILLED + "No group has claimed responsibility.",
        "The mayor opened a market in Lesk. The Front claimed responsibility.",
    ],
)
def test_nothing_is_claimed_by_nobody_or_without_a_deed(text: str, look_up: Callable[[str], Words]) -> None:
    words = look_up(text)
    drafts, _ = events(words)
    assert [d for d in drafts if words.doc[d.head].text == "responsibility"] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (KILLED + "The Front was not responsible.", "responsible"),
        (KILLED + "The mayor is responsible for roads.", "responsible"),
        (KILLED + "Police suspect rebels of theft.", "suspect"),
        (KILLED + "Residents blamed the weather.", "blamed"),
        (KILLED + "The victims were members of a rebel group.", "victims"),
    ],
)
def test_what_names_no_doer_of_what_was_told(text: str, word: str, look_up: Callable[[str], Words]) -> None:
    words = look_up(text)
    drafts, _ = events(words)
    assert [d for d in drafts if words.doc[d.head].text == word and d.rule == "anaphor"] == []


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("Rebels were the ones who killed the priests.", ["Rebels"], ["priests"]),
        ("The boy was one of several who were killed.", [], []),
        ("The minister escaped an assassination attempt.", [], ["minister"]),
        ("The mother lost her son in the war.", [], ["son"]),
        ("The colonel tried to pin the blame for the massacre on rebels.", [], []),
        ("The rebels killed one soldier, two policemen and three civilians.", ["rebels"], ["soldier", "policemen", "civilians"]),
        ("The rebels killed a colonel, the commander of the base, and fled.", ["rebels"], ["colonel"]),
        ("Omar Zadran, kidnapped a month ago in Lesk, was freed.", [], ["Zadran"]),
        ("Three men were taken by surprise by the rebels.", ["rebels"], ["men"]),
        ("The passengers were injured by pieces of glass.", [], ["passengers"]),
        ("No group has claimed the attack on the barracks.", [], ["barracks"]),
        ("A spokesman for the Front claimed the attack on the barracks.", ["Front"], ["barracks"]),
        ("Rebels killed in three villages.", ["Rebels"], []),
    ],
)  # fmt: skip
def test_sides(text: str, agents: list[str], targets: list[str], look_up: Callable[[str], Words]) -> None:
    words = look_up(text)
    found = [d for d in events(words)[0] if words.ontology.is_a(d.action, "Violence") or d.action == "Abduction"]
    (draft,) = found
    assert [words.doc[i].text for i in draft.agents] == agents
    assert [words.doc[i].text for i in draft.targets] == targets


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("Shots were fired at the house from a car.", []),
        ("He attacked the crowd with a car.", ["car"]),
        ("A car full of dynamite exploded outside the bank.", ["car", "dynamite"]),
        ("A truck loaded with 200 kg of dynamite exploded outside the bank.", ["truck", "dynamite"]),
    ],
)
def test_what_an_act_is_done_with(text: str, tools: list[str], look_up: Callable[[str], Words]) -> None:
    words = look_up(text)
    assert [words.doc[i].text for d in events(words)[0] for i in d.instruments] == tools
