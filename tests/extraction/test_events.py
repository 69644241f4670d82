"""Short wire sentences read to the end, with the real model: action, status, agents, times."""

from __future__ import annotations

import pytest

import kg

ACTS = [
    ("Israel launched air strikes on Gaza.", "Airstrike", "asserted"),
    ("Teachers launched a strike against the government.", "LabourStrike", "asserted"),
    ("Miners were on strike in Zambia on Monday.", "LabourStrike", "asserted"),
    ("A moratorium on executions in Lesk began.", "Execution", "negated"),
    ("A home invasion in Lesk alarmed the miners.", "Robbery", "asserted"),
    ("Venn was not charged with killing a judge.", "Killing", "asserted"),
    ("Russia carried out no airstrikes on Aleppo.", "Airstrike", "negated"),
    ("There were no strikes on Aleppo.", "Attack", "negated"),
    ("Iran launched no missiles at Israel.", "MissileStrike", "negated"),
    ("The envoys did not secure a truce.", "Ceasefire", "negated"),
    ("Varia has neither confirmed nor denied its involvement.", "Denial", "negated"),
    ("The council approved a curfew in Lesk.", "Curfew", "asserted"),
    ("The front began firing rockets into Lesk.", "Shelling", "asserted"),
    ("An alliance of rebel groups staged coordinated raids on Lesk.", "Raid", "asserted"),
    ("The mayor vowed that the miners would be freed.", "PrisonerRelease", "planned"),
]


@pytest.mark.parametrize(("text", "action", "status"), ACTS)
def test_strikes_of_two_kinds_and_none_at_all(text: str, action: str, status: str) -> None:
    assert [(row["action"], row["status"]) for row in kg.read(text).rows()] == [(action, status)]


UNTOLD = [
    ('"Death to traitors," a poster in Lesk read.', []),
    ("Smugglers trade stolen trucks in Lesk.", []),
    ("Police found the stolen trucks in Lesk.", ["Robbery"]),
    ("The general will give details on the murder of the judge.", ["Killing"]),
]


@pytest.mark.parametrize(("text", "actions"), UNTOLD)
def test_words_that_call_for_violence_or_say_of_what_kind_things_are(text: str, actions: list[str]) -> None:
    found = [e for e in kg.read(text)[0].events if e.plover in {"ASSAULT", "COERCE"} and e.status == "asserted"]
    assert [e.action for e in found] == actions


def test_who_took_advantage_of_something_to_attack_did_attack() -> None:
    event = kg.read("Several rebels took advantage of the fog to attack a barracks in Lesk.")[0].events[0]
    assert (event.action, event.status, [a.text for a in event.agents]) == ("Attack", "asserted", ["Several rebels"])


def test_a_whole_list_is_kidnapped() -> None:
    events = kg.read("The kidnapping of farmer Ivo Sand, his son and two drivers alarmed Lesk.")[0].events
    assert [[a.head.text for a in e.targets] for e in events if e.action == "Abduction"] == [["Sand", "son", "drivers"]]


DATELINES = [
    ("Lima, 4 Oct 89 (AFP) -- [text] Shining Path guerrillas attacked a village.", "Shining Path"),
    ("COLOMBO, Sri Lanka -- A car bomb exploded at a bus station in Colombo, killing 106 people.", None),
    ("SARAJEVO, July 6 - Bosnian Serb forces shelled Sarajevo on Tuesday.", "Army of Republika Srpska"),
    ("MARIUPOL, Ukraine \u2014 Russian forces shelled the city on Friday.", "Armed Forces of the Russian Federation"),
]


@pytest.mark.parametrize(("text", "agent"), DATELINES)
def test_the_town_of_a_dateline_acts_in_nothing(text: str, agent: str | None) -> None:
    events = kg.read(text)[0].events
    assert {a.name for event in events for a in event.agents} == ({agent} if agent else set())


def test_the_day_that_owns_an_attack_is_one_day() -> None:
    text = "The death toll from Monday's suicide bombing in Kandahar rose to 15, health officials said Tuesday."
    times = [event.time for event in kg.read(text, published="2011-03-15")[0].events]
    assert [(time.start, time.end) for time in times] == [("2011-03-14", "2011-03-14")]


def test_nobody_is_nobody() -> None:
    events = kg.read("Nobody was hurt in the second explosion.")[0].events
    assert events and not [a for event in events for a in event.targets]


@pytest.mark.parametrize(
    "text",
    [
        "Police launched drones to search for the girl.",
        "A mother lost her daughter in the crowd.",
        "The raiders left behind a flag.",
        "Farmers live in the demilitarized zone.",
        "The miners are fed up with the noise.",
        "Neighbours held out hope for the missing girl.",
    ],
)
def test_words_of_violence_that_tell_none(text: str) -> None:
    assert [event.action for event in kg.read(text)[0].events] == []


BELOW = "\nA bus driver on his way home from the mill saw all of it from the road."
MISREAD = [
    ("Boys in masks robbed four tourists near the harbour.", "Robbery", ["Boys"], ["four tourists"]),
    ("Bandits in stolen uniforms abducted nine miners, the mayor said.", "Abduction", ["Bandits"], ["nine miners"]),
    ("Soldiers fire rubber bullets at striking miners", "CrowdControl", ["Soldiers"], ["striking miners"]),
    ("Rebels shell army camp near Lesk", "Shelling", ["Rebels"], ["army camp"]),
    ("Seven shot dead at wedding in Lesk", "Killing", [], ["Seven"]),
    ("Norland envoy shot dead weeks after arriving", "Killing", [], ["Norland envoy"]),
    ("Judge beaten to death in Lesk", "Killing", [], ["Judge"]),
    ("Protester arrested for arson", "Arrest", [], ["Protester"]),
    ("Army chief detained over missing rifles", "Arrest", [], ["Army chief"]),
    ("Mayor wounded in attack\nTwo men fired at a car.", "Wounding", [], ["Mayor"]),
    ("Two men shot in Lesk, gunman held" + BELOW, "Shooting", [], ["Two men"]),
    ("Two men shot in Leeds, gunman arrested" + BELOW, "Arrest", [], ["gunman"]),
    ("Gunman shot and wounded in Leeds" + BELOW, "Wounding", [], ["Gunman"]),
    ("Man shot, killed son in Leeds flat\nA court said so.", "Shooting", ["Man"], ["son in Leeds"]),
    ("Troops shot into crowd in Lesk" + BELOW, "ExcessiveForce", ["Troops"], ["crowd"]),
    ("A mine killed a 4-year-old and her aunt.", "Killing", [], ["a 4-year-old", "her aunt"]),
    ("A 15-year-old was shot near Lesk.", "Shooting", [], ["A 15-year-old"]),
    ("Malian army, Tuareg fighters clash near Kidal", "ArmedClash", ["Malian army"], ["Tuareg fighters"]),
    ("Yemen fighting spreads despite truce", "ArmedClash", [], []),
    ("Jets bombed rebel bases near Lesk on Monday.", "Airstrike", [], ["rebel bases"]),
    ("A Kenya church massacre shocked the country.", "Massacre", [], ["church"]),
    ("Rebels raid village in Congo's Ituri, kill nine", "Killing", ["Rebels"], ["nine"]),
    ("Varian rebels launch offensive on river towns", "Offensive", ["Varian rebels"], ["river towns"]),
    ("Three farmers were killed by Pakistani firing.", "Shooting", ["Pakistani"], []),
    ("Malian army raids continued.", "Raid", ["army"], []),
    ("The blockade left more than 90 sailors dead.", "Killing", [], ["more than 90 sailors"]),
    ("The rebels declared a unilateral truce on Monday.", "Ceasefire", ["The rebels"], []),
]


@pytest.mark.parametrize(("text", "action", "agents", "targets"), MISREAD)
def test_sentences_that_pass_for_noun_phrases(text: str, action: str, agents: list[str], targets: list[str]) -> None:
    event = next(e for e in kg.read(text)[0].events if e.action == action)
    assert ([a.text for a in event.agents], [a.text for a in event.targets]) == (agents, targets)
    assert event.reciprocal == (action == "ArmedClash")


def test_a_day_behind_an_occupied_town_is_of_the_attack() -> None:
    record = kg.read(
        "The rebels shelled an airfield in occupied Donetsk yesterday, killing two.", published="2024-05-03"
    )
    times = {e.action: e.time.start for e in record[0].events}
    assert times == {"Shelling": "2024-05-02", "Killing": "2024-05-02"}


def test_what_police_use_to_break_up_a_march_is_one_act() -> None:
    events = kg.read("Troops fired water cannon to break up a march in Lesk.")[0].events
    assert sorted((e.action, e.status) for e in events) == [("CrowdControl", "asserted"), ("Protest", "asserted")]


def test_a_march_and_its_end_are_one_protest() -> None:
    events = kg.read("Nurses marched through Lesk to protest against the killings.")[0].events
    assert [e.action for e in events if e.plover == "PROTEST"] == ["Protest"]


def test_a_toll_rises_later_than_the_bombing() -> None:
    text = "The death toll from a suicide bombing at a mosque in Lesk rose to 40 on Tuesday."
    assert [e.time.basis for e in kg.read(text, published="2023-01-31")[0].events] == ["published"]


def test_states_that_people_are_in_are_no_events() -> None:
    text = "Gunmen held 40 displaced people in a mosque. The shells left two soldiers dead and nine wounded."
    told = [(e.action, [(c.kind, c.low) for c in e.casualties]) for e in kg.read(text)[0].events]
    assert told == [("Abduction", []), ("Killing", [("killed", 2)]), ("Wounding", [("wounded", 9)])]


def test_the_day_of_saying_is_not_that_of_what_is_named_behind_it() -> None:
    text = "Gunmen killed five men, authorities said Monday, the latest mass slaying in the region."
    times = {e.action: e.time.basis for e in kg.read(text, published="2020-11-09")[0].events}
    assert times == {"Killing": "published"}


@pytest.mark.parametrize(("name", "country"), [("Burkina", "BFA"), ("Niger", "NER")])
def test_short_names_of_lands(name: str, country: str) -> None:
    assert [p.country for e in kg.read(f"Gunmen killed ten people in {name}.")[0].events for p in e.places] == [country]
