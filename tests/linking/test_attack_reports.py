"""Reports of attacks, kidnappings and trials, read whole: who is meant by "they", whom blame falls on, what is dated when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Event, Record

pytestmark = pytest.mark.model
Read = Callable[[str], Record]


def event(record: Record, trigger: str) -> Event:
    """The event with a trigger; StopIteration if the text gives none."""
    return next(e for e in record.events if e.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        # an agency reports, and does nothing else
        ("LESK (Reuters) - Bandits freed two nurses they seized in May.", "seized", ["Bandits"], ["two nurses"]),
        ("Officers told state radio that they had toppled the king.", "toppled", ["Officers"], ["the king"]),
        # nobody does to himself what is done to "them"
        ("Three nuns were taken in May. The gang vowed to shoot them.", "shoot", ["The gang"], ["Three nuns"]),
        ("Farmers blocked the road. Police used batons to disperse them.", "disperse", ["Police"], ["Farmers"]),
        ("Rebels shelled the port. The army said it had repelled them.", "repelled", ["The army"], ["Rebels"]),
        # who is quoted tells of others, and those who shoot are armed
        (
            'Gunmen raided a farm. The owner denied it. "They shot two of my sons," said one of the farmers.',
            "shot",
            ["Gunmen"],
            ["my sons"],
        ),
        # a town is nobody of whom some are killed
        (
            "Gunmen abducted 14 nurses in Lesk province and killed two of them.",
            "killed",
            ["Gunmen"],
            ["14 nurses"],
        ),
        ("Gunmen ambushed the mayor, killing him and three of his aides.", "killing", ["Gunmen"], ["the mayor", "his aides"]),
        # who is blamed, and not what was hit
        ("The mayor blamed the bombing on separatists.", "bombing", ["separatists"], []),
        ("Officials blamed the raid on the bank on rebels, led by a judge.", "raid", ["rebels"], ["the bank"]),
        # a headline leaves out "were"
        ("Two nuns shot dead in Lesk", "shot dead", [], ["Two nuns"]),
        # of two sides that clash neither is told to have killed
        ("Two gangs clashed in the port, leaving five sailors dead.", "leaving five sailors dead", [], ["five sailors"]),
        # who is told by "who" is no town
        ("The mayor of a town in Lesk state who praised a judge was shot.", "praised", ["The mayor of a town"], ["a judge"]),
        ("Venn is accused of throwing what appeared to be a bomb at a judge.", "throwing", ["Venn"], []),
        # whose trial it is, who says that he did it
        ("Venn went on trial on Monday for the murder of a judge.", "murder", ["Venn"], ["a judge"]),
        ("Venn stood trial for the bombing of a bank.", "bombing", ["Venn"], ["a bank"]),
        ("Venn pleaded guilty to the murder of a judge.", "murder", ["Venn"], ["a judge"]),
        ("The man on trial for the murder of a judge wept.", "murder", ["The man"], ["a judge"]),
        ("Ana Venn confessed to the murder of a judge.", "murder", ["Ana Venn"], ["a judge"]),
        # what a protest is against
        ("Two men died in anti-police riots in Lesk.", "riots", [], ["anti-police"]),
        ("Bands of militiamen beat two miners in Lesk.", "beat", ["Bands of militiamen"], ["two miners"]),
        ("A suicide bomber on a bicycle crashed into a bus.", "crashed", ["A suicide bomber"], ["a bus"]),
        # a new clause has a subject of its own
        ("Ivo Sand was killed by police and two guards were wounded.", "killed", ["police"], ["Ivo Sand"]),
        ("Thousands have taken part in protests in Lesk.", "taken part in protests", ["Thousands"], []),
        # who does it to himself is who does it
        ("Venn stabbed his son before fatally shooting himself.", "shooting", ["Venn"], ["Venn"]),
        # of gender, of the clause, of the same subject
        ("Two men hit a girl. Prosecutors want him to be jailed for life.", "jailed for life", [], ["him"]),
        ("Ivo Sand attacked a judge. Ana Venn, who has wept since her arrest, was tried.", "arrest", [], ["Ana Venn"]),
        ("The judge told Venn that he had sentenced two rebels.", "sentenced", ["The judge"], ["two rebels"]),
        ("He was charged with two counts of murder after Ana Ruiz shot a judge.", "murder", ["He"], []),
        ("Gunmen shot Ivo Sand, a father of two. The rebels said they had killed him.", "killed", ["The rebels"], ["Ivo Sand"]),
        # a clause of harm behind a place tells of the deed
        ("A raid on a school in Lesk that left four guards dead was denied.", "left four guards dead", [], ["four guards"]),
        ("The bombing of a hall in Lesk, which wounded nine, was denied.", "wounded", [], ["nine"]),
        ("A raid on a rebel group that killed nine nuns was denied.", "killed", ["a rebel group"], ["nine nuns"]),
        ("Youths threw bricks at troops, who responded with water cannon.", "responded", ["troops"], []),
        # who wears something, who suffers in the second half, whose age stands behind the name
        ("Robbers disguised as monks shot a guard in Lesk.", "shot", ["Robbers"], ["a guard"]),
        ("Nine officers were hurt and 31 farmers detained when a march ended.", "detained", [], ["31 farmers"]),
        ("Ten men were hurt and two guards detained a priest.", "detained", ["two guards"], ["a priest"]),
        ("It was Ana Venn, 40, who was jailed over mortar attacks on a mill.", "mortar attacks", ["Ana Venn"], ["a mill"]),
        ("Troops stormed a hall in Lesk, ending a siege in which two nuns died.", "siege", [], []),
        # an end to an act is no effect of it
        ("Venn shot at two guards before he was killed.", "killed", [], ["Venn"]),
        # a list goes on behind its middle
        ("Gunmen killed a mayor, a teacher, and two nurses.", "killed", ["Gunmen"], ["a mayor", "a teacher", "two nurses"]),
        ("A colonel, a judge, and Lou Berg were killed.", "killed", [], ["A colonel", "a judge", "Lou Berg"]),
        ("Father Venn, other priests, and nuns were shot.", "shot", [], ["Venn", "priests", "nuns"]),
        ("A nurse, a member of the union, and two men were shot.", "shot", [], ["A nurse", "two men"]),
        ("Gunmen shot Ivo Sand, a clerk, Lou Berg, and two men.", "shot", ["Gunmen"], ["Ivo Sand", "Lou Berg", "two men"]),
        ("They shot Ivo Sand, his son Rolf, and two men.", "shot", [], ["Ivo Sand", "his son Rolf", "two men"]),
        ('Police arrested Ivo Sand, alias "Toro," and two men.', "arrested", ["Police"], ["Ivo Sand", "two men"]),
        ("Two youths from Lesk, members of a gang, were shot.", "shot", [], ["Two youths from Lesk"]),
        ("Among the traders who have been kidnapped is Lou Berg, a Dane.", "kidnapped", [], ["Lou Berg"]),
        # damage is nobody
        ("The blast left four wounded and heavy damage.", "left four wounded", [], ["four"]),
        # those hit by their names
        ("Ten men fled. Police identified the dead men as Ivo Sand and Lou Berg.", "dead", [], ["Ivo Sand", "Lou Berg"]),
        ("The two nuns who were kidnapped are Ana Ruiz and Lou Berg.", "kidnapped", [], ["Ana Ruiz", "Lou Berg"]),
        ("The two nuns who were kidnapped are well.", "kidnapped", [], ["The two nuns"]),
        # the one victim of an incident, told by a description and by name
        ("A judge was killed in Lviv on Monday. Judge Ana Ruiz was shot dead by gunmen.", "killed", [], ["Ana Ruiz"]),
        ("A man was killed in Lviv on Monday. Ivo Sand, 34, was shot dead by gunmen.", "killed", [], ["Ivo Sand"]),
        ("Ana Ruiz was shot dead in Lviv on Monday. A driver was also killed.", "killed", [], ["A driver"]),
        # who is accused, in whose last words the deed stands; who only may have done it
        ("The union accused squads run by the army of the attack on a mill.", "attack", ["squads"], ["a mill"]),
        ("The mayor blamed rebels based in the hills for the bombing.", "bombing", ["rebels"], []),
        ("Rebels might be involved in the kidnapping of a judge.", "kidnapping", ["Rebels"], ["a judge"]),
        ("Rebels may be responsible for the attack.", "attack", ["Rebels"], []),
        ("Rebels may not be responsible for the attack.", "attack", [], []),
        ("Officials protested the killing of a nun, apparently by rebels.", "killing", ["rebels"], ["a nun"]),
        ("Two students were arrested for burning buses.", "burning", ["Two students"], ["buses"]),
        ("Ivo Sand was held in Lesk and charged with taking part in the murder.", "taking part in the murder", ["Ivo Sand"], []),
        # what a group calls itself; an attack that lasts and one for a reason
        ("A group calling itself Red Wind bombed a mill.", "bombed", ["Red Wind"], ["a mill"]),
        ("Rebels attacked soldiers and bandits for two hours.", "attacked", ["Rebels"], ["soldiers", "bandits"]),
        ("Urban commandos launched two bombs against a bank.", "launched", ["Urban commandos"], ["a bank"]),
        # the remark of an editor inside a name
        ("NWF [North Wind Front] Guerrillas shot a nun.", "shot", ["Guerrillas"], ["a nun"]),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(read: Read, text: str, trigger: str, agents: list[str], targets: list[str]) -> None:
    found = event(read(text), trigger)
    told = [[(a.antecedent or a).text for a in side] for side in (found.agents, found.targets)]
    assert told == [agents, targets]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # the day of an arrest or a sentence is not that of the deed
        ("On 3 May 2019 police arrested a man who stabbed two nuns.", "stabbed", None),
        ("A court on 3 May 2019 jailed a soldier for killing four farmers.", "killing", None),
        ("Hundreds met on 3 May 2019 to mourn the ten people killed in the blast.", "killed", None),
        ("A court on 3 May 2019 convicted two men of murdering a judge in 2015.", "murdering", "2015-01-01"),
        ("On 3 May 2019 gunmen attacked a convoy that carried food.", "attacked", "2019-05-03"),
        # a date before a noun is of that noun alone
        ("The murders recalled the 2018 assassination of Ana Venn.", "murders", None),
        ("She was jailed for the 2014 rocket attack on a barracks.", "jailed", None),
        ("She was jailed for a role in the 2014 rocket attack on a barracks.", "rocket attack", "2014-01-01"),
        ("Two men were held over the 2015 Lesk attacks.", "attacks", "2015-01-01"),
        ("Nine nuns were killed in the 2014 bombing.", "killed", "2014-01-01"),
        # the day of a confession, and that on which somebody tells of an act
        ("Venn confessed on 3 May 2019 to the murder of a judge.", "murder", None),
        (
            "A bomb hurt nine people in Lesk on 3 May 2019, the mayor said on 6 May 2019. It went off at 5 p.m.",
            "went off",
            "2019-05-03",
        ),
        # a feast that only names something
        ("A van hit the crowd at the Christmas market, killing nine.", "killing", None),
        ("A van hit the crowd on Christmas Day 2016, killing nine.", "killing", "2016-12-25"),
    ],
)
def test_when(read: Read, text: str, trigger: str, expected: str | None) -> None:
    time = event(read(text), trigger).time
    assert (time.start if time.basis == "text" else None) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Rebels attacked Lesk on Sunday. Officials put the toll at 32 and said 200 families had fled.",
            "attacked",
            32,
        ),
        ("The number of people killed in the blast has risen to 31.", "killed", 31),
    ],
)
def test_later_tolls(read: Read, text: str, trigger: str, expected: int) -> None:
    assert [c.low for c in event(read(text), trigger).casualties] == [expected]


def test_who_dies_later_is_told(read: Read) -> None:
    record = read("A van hit the crowd in Lesk, killing nine. Ana Ruiz, a teacher, died in a hospital in May.")
    assert [a.text for a in event(record, "died").targets] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The minister denied that his men had bombed the town.", []),
        ("Police condemned the bombing. The front denied it was behind the attack.", []),
    ],
)
def test_a_denial_is_against_nobody(read: Read, text: str, targets: list[str]) -> None:
    found = next(e for e in read(text).events if e.action == "Denial")
    assert [a.text for a in found.targets] == targets


def test_who_denies_an_attack_is_not_condemned_for_it(read: Read) -> None:
    text = "Gunmen ambushed a judge. The Islamic State denied it was behind the ambush. The mayor condemned the ambush."
    assert [a.id for a in event(read(text), "condemned").targets] == [None]


def test_what_should_be_recalled_was_done(read: Read) -> None:
    assert event(read("It should be recalled that rebels killed nine nuns in 1980."), "killed").status == "asserted"


@pytest.mark.parametrize(("reason", "action"), [("two hours", "Attack"), ("his policy", "Condemnation")])
def test_who_is_attacked_for_hours_is_not_criticised(read: Read, reason: str, action: str) -> None:
    assert event(read(f"The opposition attacked the president for {reason}."), "attacked").action == action


def test_a_semicolon_parts_what_is_told_from_what_is_denied(read: Read) -> None:
    assert event(read("Gunmen kill judge, two guards in ambush; BLA denies role"), "kill").status == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Two men were sentenced to death on Friday for the bombing of a hall.",
        "A gunman shot two nurses. Police were dispatched to the hospital.",
        "He stressed the need to lock up guns.",
        "Officials will release more information on Monday.",
        "About 20 neighbors stood behind caution tape.",
        "The woman was left with life-threatening burns.",
        "A bomb killed two nuns in Lesk. Police said a third had died in a traffic accident.",
        "Gunmen attacked a bus. The drivers were pulled out of their vehicles and robbed.",
        "Neighbours gathered outside the morgue.",
        "He blamed the rebels, without giving evidence.",
        "Two nurses were caught in a second explosion minutes later.",
        "Ana Venn and a waiter fell ill but have since been discharged.",
        "The ministry dismissed the charge as absurd.",
        "The boy had been bullied at school.",
        "Gunmen carried out coordinated raids on two barracks.",
        "An explosion at a fireworks factory killed nine workers. A pump had failed.",
        "A boiler exploded at a mill, injuring four people.",
        "A judge sentenced her to life imprisonment.",
        "Venn fled on a stolen motorcycle.",
        "The widow forgave them.",
        "They burned the bodies.",
    ],
)
def test_words_that_tell_no_such_event(read: Read, text: str) -> None:
    never = {"sentenced": "Killing", "dispatched": "Killing", "lock": "Arrest", "release": "PrisonerRelease"}
    never |= {"stood": "Support", "threatening": "Threat", "death": "Killing", "died": "Killing"}
    never |= {"caught": "Arrest", "discharged": "PrisonerRelease", "dismissed": "Pardon", "bullied": "Coercion"}
    never |= {"coordinated": "Cooperation", "explosion": "Bombing", "killed nine": "Killing", "exploded": "Bombing"}
    never |= {"injuring": "Wounding", "imprisonment": "Arrest", "stolen": "Robbery"}
    never |= {"forgave": "Pardon", "burned": "Wounding"}
    never |= {"pulled": "Withdrawal", "gathered": "Protest", "giving": "IntelligenceSharing"}
    assert not any(
        action == e.action and word in e.trigger.text for word, action in never.items() for e in read(text).events
    )


@pytest.mark.parametrize(
    ("text", "trigger", "action"),
    [
        ("Bandits herded 40 pupils into the bush.", "herded", "Abduction"),
        ("The army took power in 2010.", "took power", "Coup"),
        ("Seventeen nuns were kidnapped in May. All were freed in June.", "freed", "PrisonerRelease"),
        ("Two inmates were discharged from prison in May.", "discharged", "PrisonerRelease"),
        ("A judge dismissed the charges against Ana Venn.", "dismissed the charges", "Pardon"),
        ("A transport aircraft was brought down by a missile.", "brought down", "ShootDown"),
        ("A youth was hit in the chest by a stray round.", "hit", "Wounding"),
        ("Police are looking into an arson attack on a hall in Derby.", "arson attack", "Arson"),
        ("An explosion at a mill killed nine workers. Rebels said they had set off a bomb.", "explosion", "Bombing"),
    ],
)
def test_words_that_tell_an_event(read: Read, text: str, trigger: str, action: str) -> None:
    assert event(read(text), trigger).action == action


def test_a_date_before_the_verb_is_no_part_of_its_words(read: Read) -> None:
    assert event(read("On Friday troops fired on a crowd."), "fired on").sentence.start == 0


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        # what another happening came after
        (
            "Gunmen shot the mayor on Sunday. The attack came a month after rebels bombed a bank.",
            "attack came",
            "bombed",
        ),
        # "last week" is not the weekday that is told
        (
            "Gunmen stormed a hotel on Sunday, killing 11. Last week, eight soldiers died in an attack.",
            "killing",
            "died",
        ),
    ],
)
def test_two_happenings(read: Read, text: str, one: str, other: str) -> None:
    record = read(text)
    assert event(record, one).incident != event(record, other).incident


def test_a_happening_told_beside_another_draws_nothing(read: Read) -> None:
    text = "A judge was shot dead in Lesk on Sunday, a day after a bank director was killed. Ivo Sand was ambushed by two men."
    record = read(text)
    assert event(record, "ambushed").incident == event(record, "shot dead").incident


def test_the_sentence_below_a_headline_tells_what_that_told(read: Read) -> None:
    text = (
        "Sculptor arrested for fraud\nA widely known sculptor, Ivo Sand, was detained on suspicion of fraud on Monday."
    )
    record = read(text)
    assert event(record, "arrested").incident == event(record, "detained").incident


def test_what_is_to_blame_is_not_accused(read: Read) -> None:
    assert read("A worn valve was to blame.").events == ()


def test_a_court_sits_elsewhere_than_the_deed_was_done(read: Read) -> None:
    record = read("A court in Nairobi jailed two men on Monday over the murder of a priest in Malindi.")
    assert [[p.text for p in event(record, word).places] for word in ("jailed", "murder")] == [["Nairobi"], ["Malindi"]]


def test_a_sum_over_years_is_no_happening(read: Read) -> None:
    text = (
        "Gunmen kidnapped 12 pupils in Lesk on Sunday. The pupils were taken to a forest. Police were searching. "
        "Gangs have kidnapped 1,400 pupils in the country since 2020, the ministry said."
    )
    assert [e.trigger.text for e in read(text).events if e.action == "Abduction"] == ["kidnapped"]


@pytest.mark.parametrize(
    "text",
    [
        "The attack began when a bomber rammed the gate, killing a guard.",
        "Venn was charged with terrorism over the attack, in which a nun was killed.",
    ],
)
def test_what_begins_or_charges_is_no_source(read: Read, text: str) -> None:
    assert [a.source.text for a in read(text).attributions if a.source is not None] == []


def test_who_dies_of_an_illness_is_no_casualty(read: Read) -> None:
    record = read("A teacher died of a heart attack after police broke up a sit-in with stun grenades.")
    assert [c.low for e in record.events for c in e.casualties] == []


def test_no_group_is_nobody_later(read: Read) -> None:
    record = read("No group claimed the attack. The group was accused of killing 12 people in a raid.")
    assert all(a.antecedent is None for e in record.events for a in (*e.agents, *e.targets))


@pytest.mark.parametrize(
    ("text", "day", "places"),
    [
        ("The Front on Monday claimed responsibility for the murder of a judge.", None, []),
        ("The Front claimed responsibility for Monday's murder of a judge.", "2024-01-01", []),
        ("The Front claimed responsibility in Cairo for the murder of a judge.", None, []),
        ("The Front claimed responsibility for the murder of a judge in Cairo.", None, ["Cairo"]),
    ],
)
def test_when_and_where_a_deed_is_claimed_is_not_when_and_where_it_was_done(
    read: Read, text: str, day: str | None, places: list[str]
) -> None:
    murder = next(e for e in read(text).events if e.action == "Killing")
    assert (murder.time.start if murder.time.basis == "text" else None) == day
    assert [p.text for p in murder.places] == places


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("A group calling itself Shining Path abducted a nurse.", "abducted", ["Shining Path"]),
        ("A group known as Shining Path abducted a nurse.", "abducted", ["Shining Path"]),
        ("Raiders forced the drivers to leave before burning the buses.", "burning", ["Raiders"]),
    ],
)
def test_who_it_was(read: Read, text: str, trigger: str, agents: list[str]) -> None:
    assert [a.text for a in event(read(text), trigger).agents] == agents


def test_a_date_in_a_name_dates_nothing(read: Read) -> None:
    assert event(read("The 19 April Movement killed a judge."), "killed").time.basis != "text"


def test_a_name_in_a_list_of_the_killed_is_a_person(read: Read) -> None:
    killed = event(read("The bomb killed Maria Pulido, 42; Efrain Rincon, 19; and a cook."), "killed").targets
    assert [a.kind for a in killed] == ["Person", "Person", "Civilians"]


def test_what_is_left_without_light_is_not_given_up(read: Read) -> None:
    record = read("Rebels blew up two pylons, leaving the town without light.")
    assert [e.action for e in record.events] == ["Bombing"]
