"""Passages as news articles bring them, read whole: who is meant, where and when it was, what is one happening."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Event, Record

pytestmark = pytest.mark.model
Read = Callable[[str], Record]
SHERIFF = (
    "Ivo Sand, 36, shot two guards in Lviv on Monday, Sheriff Omar Venn said. He drove to a mosque, shooting at a monk."
)
BESIDE = "Jets bombed Hodeida on Sunday, a day after a missile wounded twelve people near Tel Aviv."
REVENGE = "Jets struck a village in retaliation for a rocket attack on Haifa."


def event(record: Record, trigger: str) -> Event:
    """The event with a trigger; StopIteration if the text gives none."""
    return next(e for e in record.events if e.trigger.text == trigger)


def test_a_text_in_another_language_tells_no_event(read: Read) -> None:
    german = (
        "Die Rebellen haben am Freitag die Stadt Idlib beschossen, und die Armee hat fünf Menschen mit Raketen getötet."
    )
    record = read(german)
    assert record.text == german
    assert (record.events, record.attributions, record.unresolved, record.rejected) == ((), (), (), ())


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        # one of several acts
        ("One of the guards shot the governor on Monday.", "shot", ["the guards"], ["the governor"]),
        ("Two men robbed a bank in Lagos. One of them shot a guard.", "shot", ["Two men"], ["a guard"]),
        ("The Danish navy said one of its frigates had shot down a drone.", "shot down", ["its frigates"], ["a drone"]),
        # an adverb before the verb is no part of it
        ("Hours later, the US carried out strikes against two drones.", "carried out strikes", ["the US"], ["two drones"]),
        # who only tells of a crime did not do it
        (SHERIFF, "shooting at", ["Ivo Sand"], ["a monk"]),
        ("Police held Omar Haddad, spokesman John Reid said. He had killed two men.", "killed", ["Omar Haddad"], ["two men"]),
        ("Camp 14 holds rebels. The guards of Camp 14 shot a nun.", "shot", ["The guards of Camp"], ["a nun"]),
        # what is brokered is not who brokers; an offer that is refused is somebody's; a protest is not by whom it is against
        ("A truce brokered by Egypt took effect.", "brokered", ["Egypt"], ["A truce"]),
        ("Rebels rejected the government's offer of an amnesty.", "rejected", ["Rebels"], ["the government"]),
        ("Nuns went on a hunger strike in protest of the state's refusal.", "went on a hunger strike", ["Nuns"], ["the state"]),
        ("Washington froze $3 million in military aid to Cairo.", "froze", ["Washington"], ["Cairo"]),
        ("Iran sent missiles to Hezbollah.", "sent", ["Iran"], ["Hezbollah"]),
        ("Settlers cut down 50 olive trees.", "cut down", ["Settlers"], ["50 olive trees"]),
        ("The throwing of a bomb at a market killed six.", "throwing", [], ["a market"]),
        ("The dropping of bombs on a village by jets killed six.", "dropping", [], ["a village"]),
        ("A priest was the man they wanted to kill.", "kill", [], ["the man"]),
        # what people are out for is not shot at, but a patrol is
        ("Rebels fired shells near a ship on a routine patrol of a strait.", "fired shells", ["Rebels"], ["a ship"]),
        ("Gunmen fired on a patrol near Goma.", "fired on", ["Gunmen"], ["a patrol"]),
        ("Spain has suspended aid to the government.", "suspended", ["Spain"], ["the government"]),
        # who is freed was taken
        ("Gunmen abducted two nuns near Goma; they were freed on Monday.", "freed", [], ["two nuns"]),
        ("Rebels kidnapped Ana Ruiz on Monday. Police freed her on Tuesday.", "freed", ["Police"], ["Ana Ruiz"]),
        # headlines
        ("Two men shot dead outside Paris synagogue", "shot dead", [], ["Two men"]),
        ("Man charged over London stabbing", "stabbing", ["Man"], []),
        ("Police hold two over Paris attacks", "hold", ["Police"], ["two"]),
        ("Five arrested over Mumbai blasts", "blasts", ["Five"], ["Mumbai"]),
        ("Boko Haram suspected in Cameroon abductions", "abductions", ["Boko Haram"], []),
        ("Opposition leader's home raided in Lagos", "raided", [], ["Opposition leader's home"]),
        ("Mali villagers burned alive, say witnesses", "burned alive", [], ["Mali villagers"]),
        ("US soldier killed in Niger ambush", "ambush", [], ["US soldier"]),
        ("North Korea fires missile over Japan", "fires missile", ["North Korea"], ["Japan"]),
        ("Israel strikes Damascus suburb", "strikes", ["Israel"], ["Damascus suburb"]),
        ("Journalist held by Boko Haram released", "held", ["Boko Haram"], ["Journalist"]),
        ("Journalist held by Boko Haram released", "released", [], ["Journalist"]),
        ("The government triggered riots in Lagos.", "riots", [], []),
        # whom a warning is for
        ("The envoy warned rebels against attacking nuns.", "attacking", ["rebels"], ["nuns"]),
        # who is tried for it did it
        ("The trial of two officers for killing a priest began.", "killing", ["two officers"], ["a priest"]),
        ("They hoped that by killing all nuns, they were going to win.", "killing", [], ["all nuns"]),
        # three others than the two
        ("Two nuns were killed and three wounded.", "wounded", [], ["nuns"]),
        # the dead do nothing more
        (
            'Gunmen came at night. Seventeen corpses were found. "They slaughtered old women," a farmer said.',
            "slaughtered",
            ["Gunmen"],
            ["old women"],
        ),
        # those shot while they fired did not shoot themselves
        ("The two brothers were shot dead as they ran out firing at police.", "shot dead", [], ["The two brothers"]),
        # of two sides that clash the one whose men are told to be killed did not kill them
        ("Troops clashed with bandits at Lesk, killing three of them.", "killing", ["Troops"], ["bandits"]),
        # whose weapons struck
        ("Cambodian rockets struck a petrol station on Thursday.", "struck", ["Cambodian"], ["a petrol station"]),
        ("Hezbollah rockets hit a house in Haifa.", "hit", ["Hezbollah"], ["a house"]),
        ("A rebel drone slammed into a building in Haifa.", "slammed", ["rebel"], ["a building in Haifa"]),
        ("A Russian-made rocket hit a house in Kabul.", "hit", [], ["a house"]),
        # "among the slain", whom aid is given
        ("Among the slain were the village head and two guards.", "slain", [], ["the village head", "two guards"]),
        ("UNICEF provided 300 displaced families with water.", "provided", ["UNICEF"], ["300 displaced families"]),
        # forces that are sent, nobody being told to send them
        ("Soldiers had been sent to the area to part the two sides.", "sent", ["Soldiers"], []),
        ("By nightfall they had taken five villages.", "taken", [], ["five villages"]),
        # an hour is nothing that is hit
        ("At 6.45 on 3 May 2019 a bomb exploded.", "exploded", [], []),
        ("Hamas handed over two hostages to the Red Cross.", "handed over", ["Hamas"], ["the Red Cross"]),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(read: Read, text: str, trigger: str, agents: list[str], targets: list[str]) -> None:
    found = event(read(text), trigger)
    told = [[(a.antecedent or a).text for a in side] for side in (found.agents, found.targets)]
    assert told == [agents, targets]


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        # what something came a day after, or answers, is elsewhere
        (BESIDE, "wounded", ["Tel Aviv"]),
        (BESIDE, "bombed", ["Hodeida"]),
        (REVENGE, "struck", []),
        # harm is where the act was that led to it
        ("They met in Lviv after an attack on a bank in Goma that led to the deaths of two nuns.", "deaths", ["Goma"]),
        ("Clashes in Goma ended with the deaths of ten people.", "deaths", ["Goma"]),
        (REVENGE, "rocket attack", ["Haifa"]),
        ("The fighting began a day after a bomber killed 11 people in Peshawar.", "killed", ["Peshawar"]),
        # the hospital of the wounded is not where they were hit
        ("A girl was hit by shrapnel and flown to a hospital in Lubbock.", "hit", []),
        ("Gunmen killed two patients at a hospital in Kabul.", "killed", ["Kabul"]),
        ("Five people were taken to hospital after a clash beside a hospital in Kabul.", "clash", ["Kabul"]),
        # where a verb says that it happened, where the police of a town are at work
        (
            "The raid had occurred inside a zone south of the Lviv base, where troops train.",
            "raid had occurred",
            ["Lviv"],
        ),
        ("Kano police shot dead a gunman.", "shot dead", ["Kano"]),
        # a body is no town of its name
        ("Hamas handed over two hostages to the Red Cross.", "handed over", []),
    ],
)
def test_where(read: Read, text: str, trigger: str, places: list[str]) -> None:
    assert [place.text for place in event(read(text), trigger).places] == places


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        # what only measures how rare a thing is dates nothing
        (
            "Three sailors were killed in the first attack since the group began to fight in November 2023.",
            "killed",
            None,
        ),
        ("Some 2,000 people have died since the war began in April 2023.", "died", "2023-04-01"),
        ("Survivors marked the anniversary of the bombing on Monday.", "bombing", None),
        ("A raid in June 2020 shook a town where a May 2019 attack had killed five.", "killed", "2019-05-01"),
        ("Police told of a May shootout in Lesk.", "shootout", "2023-05-01"),
        ("Survivors held a commemoration of the bombing on Monday.", "bombing", None),
        ("Lesk has suffered four coups since independence in 1960.", "suffered four coups", "1960-01-01"),
        (
            "Nine were killed when a man stormed a shop on 2 January 2024, two days after the massacre at a school.",
            "massacre",
            "2023-12-31",
        ),
    ],
)
def test_when(read: Read, text: str, trigger: str, start: str | None) -> None:
    time = event(read(text), trigger).time
    assert (time.start if time.basis == "text" else None) == start


@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        # what jets bomb are the raids that are told of next
        ("Israeli jets pounded Hodeida on Monday. The raids targeted a port.", "pounded", "raids targeted", True),
        ("A convoy was ambushed near Goma. Two drivers were shot and killed.", "ambushed", "killed", True),
        (
            "Clashes between herders and farmers left at least eight people dead.",
            "Clashes",
            "left at least eight people dead",
            True,
        ),
        ("Survivors wept after gunmen attacked a town, killing 70 people.", "attacked", "killing", True),
        ("Gunmen attacked a town after a judge was killed.", "attacked", "killed", False),
        ("A bomb destroyed a bank. Two men were hurt in the blast.", "destroyed", "hurt", True),
        # the fight that an attack comes to, but no fight elsewhere
        ("Rebels attacked a base. The fighting lasted two hours.", "attacked", "fighting lasted", True),
        ("Rebels attacked a base. Six soldiers were killed in the clash.", "attacked", "killed", True),
        ("Troops raided a house. A shootout followed in which two men died.", "raided", "died", True),
        ("Rebels attacked a post. The clashes between soldiers and rebels left six dead.", "attacked", "clashes", True),
        ("Rebels attacked a base. Clashes broke out in Lagos.", "attacked", "Clashes broke", False),
        ("They condemned an attack on a bank in Goma that led to the deaths of two guards.", "attack", "deaths", True),
        ("Rebels bombed a bank to protest the killing of a nun.", "protest", "killing", False),
        # who falls in a fight falls in it, whoever did it; but not where the fall has an act of its own elsewhere
        ("Gunmen clashed with an army patrol near Lesk on Friday. Six soldiers died.", "clashed", "died", True),
        ("Rebels fought troops in Lesk. Two drivers were hurt by shell fire near Goma.", "fought", "hurt", False),
        ("Rebels seized the town of Lesk on Monday. Five farmers were killed.", "seized", "killed", True),
        ("Gunmen attacked a bank near Lesk. The attackers looted three shops.", "attacked", "looted", True),
        ("Israeli jets bombed a bridge. Four Israeli soldiers died in a raid.", "bombed", "died", False),
        (
            "Militiamen attacked a camp near Bunia on Monday. The gunmen burned thirty huts.",
            "attacked",
            "burned",
            True,
        ),
        # headlines: strikes on one target are one raid; a murder is no harm of the attack named beside it
        (
            "Air strikes on hospital kill 23\n\nGovernment jets bombed a hospital in Idlib on Monday, killing 23 people.",
            "Air strikes",
            "bombed",
            True,
        ),
        (
            "Police station attacked, judge murdered\n\nRebels attacked a police station in Lesk on Monday.",
            "attacked",
            "murdered",
            False,
        ),
        (
            "09:10 Shells hit Lesk\nThe army shelled a village near Lesk.\n\n11:30 Plea\nThree guards were killed on Monday.",
            "shelled",
            "killed",
            False,
        ),
        # the dead told last are of the shelling told last; a reprisal is another happening
        (
            "Tanks shelled a village near Lesk, killing two farmers. In Goma, guns pounded a port. Ten nuns were killed.",
            "pounded",
            "killed",
            True,
        ),
        ("Troops burned a village near Lesk after rebels kidnapped a guard.", "burned", "kidnapped", False),
        # a lead is known by what it ties to its deed
        (
            "Soldiers burn homes, kill civilians\n\nGovernment forces attacked four villages near Lesk, killing 15 people.",
            "kill",
            "attacked",
            True,
        ),
        (
            "The gunman killed seven people. On 3 August 2023 a gunman slew 22 people at a shop.",
            "killed",
            "slew",
            False,
        ),
        (
            "A patrol burned huts. An army column clashed with rebels and killed three, who were taken away by the rebels.",
            "clashed",
            "taken away",
            True,
        ),
        (
            "Officers were blamed for the murder of the four monks. The four monks and a cook were killed on 3 May, "
            "shot by a group of armed individuals.",
            "murder",
            "killed",
            True,
        ),
    ],
)
def test_what_is_one_happening(read: Read, text: str, one: str, other: str, same: bool) -> None:
    record = read(text)
    assert (event(record, one).incident == event(record, other).incident) == same


def test_the_raids_of_planes_are_air_strikes(read: Read) -> None:
    record = read("Israeli jets pounded Hodeida on Monday. The raids targeted a port.")
    assert [e.action for e in record.events] == ["Airstrike", "Airstrike"]


def test_shrapnel_wounds_and_is_no_shelling(read: Read) -> None:
    assert event(read("A girl was hit by shrapnel in Lviv."), "hit").action == "Wounding"


@pytest.mark.parametrize(
    "text",
    [
        '"They slaughtered old women," he lamented.',
        "The president said he would not allow criminals to terrorise the country.",
    ],
)
def test_a_lament_and_a_refusal_are_not_read_twice(read: Read, text: str) -> None:
    assert not {e.action for e in read(text).events} & {"Condemnation", "EaseRestrictions"}


def test_bodies_counted_later_are_none_of_an_act_that_failed(read: Read) -> None:
    text = "Police opened fire after tear gas failed to disperse the crowd. A reporter counted the bodies of five men."
    assert not [e for e in read(text).events if e.status == "failed" and e.casualties]


def test_a_plain_clause_with_a_figure_is_a_happening_in_a_long_text(read: Read) -> None:
    text = (
        "Rebels shelled Homs on Monday. The army shelled Idlib on Tuesday. Talks went on in Geneva. The UN called for calm. "
        "A missile strike on an army training ground killed 12 soldiers and wounded more than 60."
    )
    assert [e.action for e in read(text).events if e.sentence.text.startswith("A missile")][:2] == [
        "MissileStrike",
        "Killing",
    ]


@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        # the looting of the church goes on with the attack; the dead are of those it counted; Saturday's raid is known
        ("Gunmen attacked a camp, killing 26 nuns. The church was looted.", "attacked", "looted", True),
        (
            "Jets bombed a mill in Goma on Saturday. The UN condemned Saturday's bombardment.",
            "bombed",
            "bombardment",
            True,
        ),
        # one of them fired at him; others were hurt besides
        ("Rebels shot dead the mayor of Huanta, and one of them fired into his head.", "shot dead", "fired", True),
        ("Shells killed a French soldier in Beirut. Four other Frenchmen were wounded.", "killed", "wounded", True),
        # what something followed is another happening, and so are the killings of others and an answer
        ("The killings followed an attack on a church on April 6.", "killings followed", "attack", False),
        ("Troops shot two gunmen in Srinagar. Five members of a family were massacred.", "shot", "massacred", False),
        ("Rebels shelled Beirut. The army answered with howitzers.", "shelled", "answered", False),
        # a base is overrun as men die
        ("Fifty-three soldiers died when militants overran their base.", "died", "overran", True),
    ],
)
def test_what_goes_on_and_what_is_another(read: Read, text: str, one: str, other: str, same: bool) -> None:
    record = read(text)
    assert (event(record, one).incident == event(record, other).incident) is same


def test_a_deed_with_a_day_of_its_own_is_no_passing_remark(read: Read) -> None:
    text = (
        "The council met in Geneva. Envoys spoke of trade and of aid. Talks went on until noon. The king left at one. "
        "Clashes took place on Monday near the mill."
    )
    assert [e.action for e in read(text).events if e.sentence.text.startswith("Clashes")] == ["ArmedClash"]


@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        # a death in a hospital days later is of what hurt
        (
            "Gunmen shot four people at a bar in Oru on Friday. A fifth person died in hospital on Sunday.",
            "shot",
            "died",
            True,
        ),
        # what a city counts is not the shooting of the report
        (
            "A man was shot dead in Oru on Friday. Police gave no details. Nine other people were wounded across the city.",
            "shot dead",
            "wounded",
            False,
        ),
        # the sentence below a headline tells it anew
        (
            "Bandits attack monks in Oru\nGunmen opened fire on monks in the village of Sela Wen on Monday.",
            "attack",
            "opened fire on",
            True,
        ),
        # doers whom the reader knows
        (
            "A gang seized 30 villagers in Oru on Monday. Relatives waited for news. Nobody slept in the village that week. "
            "Traders closed their stalls and the school sent its pupils home. A priest prayed for the missing. "
            "A helicopter was heard. The gang burned the market.",
            "seized",
            "burned",
            True,
        ),
        # what is measured from is another happening
        (
            "Gunmen killed eight monks in Oru on Friday. The raid comes barely five days after bandits killed a family in Sela.",
            "raid comes",
            "bandits killed",
            False,
        ),
        # fire that is returned is of the fight
        ("Rebels attacked an army post in Oru on Friday. Soldiers returned fire.", "attacked", "returned fire", True),
    ],
)
def test_what_else_is_one_happening(read: Read, text: str, one: str, other: str, same: bool) -> None:
    record = read(text)
    first, second = (
        next(e for e in record.events if e.trigger.text == words.split()[-1] or e.trigger.text == words)
        for words in (one, other)
    )
    assert (first.incident == second.incident) == same
