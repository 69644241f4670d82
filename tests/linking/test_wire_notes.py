"""Short wire prose, event notes and police notes, read whole: what is done, by whom, to whom, where, as whose word."""

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
        # ways in, ways forward, what is called in
        ("Gunmen shot their way into a hotel in Lesk.", "Raid", ["Gunmen"], ["a hotel in Lesk"]),
        ("Two militants slipped into a camp, killing a guard.", "Raid", ["Two militants"], ["a camp"]),
        ("Troops pushed deeper into Lesk on Friday.", "Offensive", ["Troops"], ["Lesk"]),
        ("Soldiers detained a man in a sweep of the village.", "Offensive", ["Soldiers"], ["the village"]),
        ("Troops fell back, calling in airstrikes on a camp.", "Airstrike", ["Troops"], ["a camp"]),
        ("Troops said an air strike called in by them killed nine.", "Airstrike", ["Troops"], []),
        ("Militants blew up a shrine, sparking reprisals against mosques.", "Attack", [], ["mosques"]),
        # who is made to flee
        ("Rebels razed Lesk, forcing 20 families to flee.", "Displacement", ["Rebels"], ["20 families"]),
        ("The huts were torched by soldiers, displacing 40 nuns.", "Displacement", ["soldiers"], ["40 nuns"]),
        # the other side of a fight is who does something after it
        ("Troops seized two rifles after a firefight with rebels.", "ArmedClash", ["Troops"], ["rebels"]),
        # whose bomb, whose aircraft
        ("A Hezbollah bomb exploded in the port, killing nine.", "Bombing", ["Hezbollah"], ["the port"]),
        ("Army helicopters opened fire on a school.", "Airstrike", ["Army helicopters"], ["a school"]),
        ("Coalition warplanes bombed a mill, killing nine.", "Killing", ["Coalition warplanes"], ["nine"]),
        # in a foiled attack nobody kills; a bomber is not who kills another
        ("Guards foiled an attack on a mosque, gunning down the bomber.", "Killing", ["Guards"], ["the bomber"]),
        ("A bomber struck a hall while a second one was killed.", "Killing", [], ["a second one"]),
        # with what is no target
        ("A suicide bomber detonated his explosives outside a bank.", "SuicideBombing", ["A suicide bomber"], ["a bank"]),
        # some of many, and whom a clause leaves out
        ("Rebels released the last seven of 23 hostages.", "PrisonerRelease", ["Rebels"], ["23 hostages"]),
        ("Rebels freed a priest they had held captive in May.", "Abduction", ["Rebels"], ["a priest"]),
        # who did something in an act did the act; who arrests for one did not
        ("Rebels seized two men in a cross-border raid.", "Raid", ["Rebels"], []),
        ("Police arrested two men in the bombing of a mill.", "Bombing", [], ["a mill"]),
        # a bomb's work, what is fired, at whom and where
        ("A truck bomb devastated a market.", "CarBombing", [], ["a market"]),
        ("Guards downed a missile fired by rebels at a port.", "MissileStrike", ["rebels"], ["a port"]),
        ("Troops opened fire on nuns at a bridge in Lesk.", "Shooting", ["Troops"], ["nuns"]),
        ("A suicide bomber blew himself up on a train in Lesk.", "SuicideBombing", ["A suicide bomber"], ["a train in Lesk"]),
        ("A shell hit a camp near Gao, on the Malian border.", "Shelling", [], ["a camp"]),
        ("Factions battled with tanks in Lesk.", "ArmedClash", ["Factions"], []),
        ("Raiders carted away 12 rifles.", "Looting", ["Raiders"], []),
        # who burns, who chokes, what "a wave" of acts does
        ("Rebels burned three men alive.", "Killing", ["Rebels"], ["three men"]),
        ("Dozens of nuns suffocated in a truck.", "Killing", [], ["nuns"]),
        ("A wave of bombings killed 20 nuns.", "Killing", [], ["20 nuns"]),
        # who says sorry, who is charged with two crimes
        ("ETA apologised for the bombing of a mill.", "Bombing", ["ETA"], ["a mill"]),
        ("Four men were held on charges of arson and murder.", "Killing", ["Four men"], []),
        # nobody shoots buses' wheels, nor does police disperse itself
        ("Gunmen pulled nuns off buses in Lesk and shot 23 of them.", "Shooting", ["Gunmen"], ["nuns"]),
        ("Rioters stoned police and fled; police dispersed them.", "CrowdControl", ["police"], ["Rioters"]),
        # people together are hit, also from the air; captives are taken off
        ("Rebels attacked a wedding and a mission in Lesk.", "Attack", ["Rebels"], ["a wedding", "a mission in Lesk"]),
        ("A convoy was bombed from the air near Lesk.", "Airstrike", [], ["A convoy"]),
        ("Gunmen dragged dozens of captives back to Lesk.", "Abduction", ["Gunmen"], ["captives"]),
        # the two halves of "15 dead and 59 hurt", "seven killed and dozens hurt"
        ("A bomb went off in Lesk, leaving 15 dead and 59 hurt.", "Killing", [], ["15"]),
        ("A bomb went off in Lesk, leaving 15 dead and 59 hurt.", "Wounding", [], ["59"]),
        ("Seven nuns were killed and dozens hurt.", "Wounding", [], ["dozens"]),
        # a wire sets nothing off, nor are the dead a side
        ("A mine detonated by command wire killed six.", "RoadsideBombing", [], []),
        ("Two gangs exchanged gunfire in Lesk, with seven fatalities.", "ArmedClash", ["Two gangs"], []),
        # somebody's guard is joined to him, and to no land
        (
            "The Italian ambassador to the Democratic Republic of Congo, his bodyguard and their driver were shot dead.",
            "Killing",
            [],
            ["The Italian ambassador", "his bodyguard", "their driver"],
        ),
        # what came of a deed is the doer's, whatever stands between
        ("Raiders sprayed a gate with bullets as nuns left, killing two.", "Killing", ["Raiders"], ["two"]),
        ("Rebels shelled a column that had come in, destroying six tanks.", "PropertyDestruction", ["Rebels"], ["six tanks"]),
        ("Nuns fled as raiders shelled a mill, killing two.", "Killing", ["raiders"], ["two"]),
        # who comes on a thing, and who comes with others
        ("A nun was shot by two men riding on motorcycles, who also torched a mill.", "Arson", ["two men"], ["a mill"]),
        ("A bomb killed a judge along with his driver.", "Killing", [], ["a judge", "his driver"]),
        # a participle in front of the verb, or one that passes for a noun
        (
            "Six died on Friday as students armed with sticks and rocks clashed with riot police.",
            "Riot",
            ["students"],
            ["riot police"],
        ),
        ("A glide bomb dropped on a mill in Kharkiv killed 18 and wounded 48.", "Airstrike", [], ["a mill in Kharkiv"]),
        ("Jets dropped two 500-pound bombs on a school run by the People's Defence Force.", "Airstrike", [], ["a school"]),
        ("A nun died when gunmen thought to belong to al-Qaida ambushed her truck.", "Ambush", ["gunmen"], ["her truck"]),
        ("Gunmen believed to be bandits attacked Lesk.", "Attack", ["Gunmen"], []),
        ("A gunman fired at nuns in Lesk.", "Shooting", ["A gunman"], ["nuns in Lesk"]),
        # a number of others, two objects that are one
        ("Jets hit a hall in Lesk, killing 40 nuns and wounding over 500.", "Wounding", [], ["nuns"]),
        ("Maoists triggered a pressure IED blast that left two nuns wounded.", "Wounding", ["Maoists"], ["two nuns"]),
        ("Russia launched 84 missiles and 24 drones at Ukrainian towns.", "MissileStrike", ["Russia"], ["Ukrainian towns"]),
        # the label of a note
        ("Movement of forces: On 11 July, troops and rebels withdrew from Lesk.", "Withdrawal", ["troops", "rebels"], ["Lesk"]),
        # how soldiers die, flee, answer
        ("Two soldiers embraced martyrdom in Lesk.", "Killing", [], ["Two soldiers"]),
        ("Rebels overran a post, sending troops fleeing to Lesk.", "Repel", ["Rebels"], ["troops"]),
        ("Rebels fired on nuns; the army responded with heavy artillery.", "Shelling", ["the army"], []),
        ("Suspected rebels detonated a claymore mine as a bus passed.", "RoadsideBombing", ["rebels"], []),
        ("Bandits carted away 28 pupils.", "Abduction", ["Bandits"], ["28 pupils"]),
        ("Riot police used stun grenades against nuns.", "CrowdControl", ["Riot police"], ["nuns"]),
        ("Nuns died in a raid on a part of Lesk blamed on the Red Front.", "Raid", ["the Red Front"], ["a part of Lesk"]),
        ("Rebels forced dozens of nuns who had lived there to flee.", "Displacement", ["Rebels"], ["nuns"]),
        ("Militants barged into a meadow and shot at nuns.", "Raid", ["Militants"], ["a meadow"]),
        ("Militants sprayed bullets at nuns after asking their names, leaving 26 dead.", "Killing", ["Militants"], ["26"]),
        ("A missile hit a mill, setting cars ablaze and killing 17, among them a nun.", "Killing", [], ["17", "a nun"]),
        ("Raiders slit the throat of a nun.", "Killing", ["Raiders"], ["a nun"]),
        ("Raiders strafed a truck with rifle fire.", "Shooting", ["Raiders"], ["a truck"]),
        ("Government warplanes hit a mill.", "Airstrike", ["Government warplanes"], ["a mill"]),
        ("Stone-pelters clashed with police in Lesk.", "Riot", ["Stone-pelters"], ["police"]),
        # two deeds behind an aside, weapons and those they are aimed at, nouns that pass for verbs
        ("Villagers beat to death a man accused of stealing a goat and burned his body.", "Arson", ["Villagers"], ["his body"]),
        ("Rebels shelled Lesk, hitting a mill, where nuns had sought shelter, and killing 25.", "Killing", ["Rebels"], ["25"]),
        ("Troops opened fire with mortars on rebel positions near Lesk.", "Shelling", ["Troops"], ["rebel positions"]),
        ("Turkish artillery on Friday hit YPG targets near Lesk.", "Shelling", ["Turkish artillery"], ["YPG targets"]),
        (
            "Supporters of the opposition UFDG erected barricades in Conakry.",
            "Obstruction",
            ["Supporters of the opposition UFDG"],
            ["Conakry"],
        ),
        ("A court on Friday handed down death sentences to 11 rebels.", "Sentence", ["A court"], ["11 rebels"]),
        ("Rebels freed three engineers they had held for eight months.", "Abduction", ["Rebels"], ["three engineers"]),
        ("The body of a nun turned up in a ditch near Lesk.", "Killing", [], ["a nun"]),
        ("North Korean tanks rolled across the border at dawn.", "Invasion", ["North Korean tanks"], []),
        ("Fans hurled chairs at one another outside a bar.", "Riot", ["Fans"], []),
        # whom one holds as what, what is set alight where, whom a deed by somebody is done to
        ("Gunmen held more than 1,500 people hostage in a hospital.", "HostageTaking", ["Gunmen"], ["more than 1,500 people"]),
        ("Nuns said raiders had set their homes in Maungdaw alight.", "Arson", ["raiders"], ["their homes"]),
        ("Shelling by government forces of a market claimed ten lives.", "Shelling", ["government forces"], ["a market"]),
        (
            "Militias retook the Baiji refinery from Islamic State.",
            "TerritoryRecapture",
            ["Militias"],
            ["the Baiji refinery", "Islamic State"],
        ),
        ("Gunmen came to Lesk, shooting nuns as they fled and razing homes.", "PropertyDestruction", ["Gunmen"], ["homes"]),
        ("Troops freed 40 nuns from a jail in a raid in which six rebels were killed.", "Raid", ["Troops"], []),
        ("An unknown number of rebels attacked a mill.", "Attack", ["rebels"], ["a mill"]),
        # who has a wound
        ("Police found a man with a gunshot wound to the leg.", "Wounding", [], ["a man"]),
        ("Two boys were found dead with stab wounds near Lesk.", "Wounding", [], ["Two boys"]),
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
)  # fmt: skip
def test_who_does_what_to_whom(read: Read, text: str, action: str, agents: list[str], targets: list[str]) -> None:
    found = event(read(text), action)
    told = [[(a.antecedent or a).text for a in side] for side in (found.agents, found.targets)]
    assert told == [agents, targets]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Nine nuns were killed as they sat down to a meal in Lesk.", "Meeting"),
        ("Marines backed by tanks shelled Lesk.", "Support"),
        ("Pilots called in a strike by jets on the camp.", "Appeal"),
        ("Nine nuns were crushed in a stampede as police fired tear gas.", "Repression"),
        ("A bomb hit a school sheltering refugees.", "Asylum"),
        ("Rebels shelled a base in Lesk. Fatalities unknown.", "Killing"),
        ("Rebels overran a post, sending troops fleeing to Lesk.", "Deployment"),
        ("The outlawed Red Front said it carried out the attack.", "Ban"),
        ("The nuns were freed after their families paid an undisclosed sum.", "EconomicAid"),
        ("The company said it had targeted new markets.", "Attack"),
    ],
)
def test_what_is_no_event(read: Read, text: str, action: str) -> None:
    assert action not in {e.action for e in read(text).events}


@pytest.mark.parametrize(
    ("text", "action", "places"),
    [
        # where those are who tell of it
        ("Rebels took a post in Gao and seized 40 men, officials in Bamako said.", "Abduction", ["Gao"]),
        # between two towns, where people live
        ("A bomb hit a convoy escorted by troops between Gao and Timbuktu.", "Bombing", ["Gao", "Timbuktu"]),
        ("Residents of Kidal demonstrated on Monday.", "Protest", ["Kidal"]),
        # with whom something is agreed
        ("Rebels freed two nuns under a deal with Seoul.", "PrisonerRelease", []),
        # where the cause was
        ("Jets bombed a camp in Gao, hours after a raid in Lesk killed six nuns.", "Killing", ["Lesk"]),
        # a base, a district, the crowd of the sentence before
        ("Rebels raided Goma, killing two men and looting shops.", "Looting", ["Goma"]),
        ("Shelling of Kherson killed a nun and damaged a clinic.", "PropertyDestruction", ["Kherson"]),
        ("Rebels shelled the U.S. base at Pleiku.", "Shelling", ["Pleiku"]),
        ("Rebels shelled the Ain Zara district.", "Shelling", ["Ain Zara"]),
        ("Nuns marched in Goma on Sunday. Police beat protesters.", "Beating", ["Goma"]),
        ("Nuns marched in Goma on Sunday. Police beat protesters and detained 140.", "Arrest", ["Goma"]),
        ("Nuns marched in Goma. Police fired tear gas at them in Bukavu.", "CrowdControl", ["Bukavu"]),
        ("Nuns marched in Goma on Sunday. Gunmen killed a guard.", "Killing", []),
        ("Veland will withdraw its troops from Dili next month.", "Withdrawal", ["Dili"]),
    ],
)
def test_where_it_is_done(read: Read, text: str, action: str, places: list[str]) -> None:
    assert [p.text for p in event(read(text), action).places] == places


@pytest.mark.parametrize(
    ("text", "action", "status"),
    [
        ("A jury acquitted a man of murdering two nuns.", "Killing", "alleged"),
        ("A judge cleared a man of murdering two nuns.", "Killing", "alleged"),
        ("The group went so far as to assassinate priests.", "Assassination", "asserted"),
        ("The group did not go so far as to kill the priest.", "Killing", "negated"),
        ("The envoy warned the front against attacking nuns.", "Attack", "hypothetical"),
        ("The possibility that rebels had attacked a convoy was raised.", "Attack", "alleged"),
        ("The attack was meant to scare voters.", "Attack", "asserted"),
        ("The attack was planned for Sunday.", "Attack", "planned"),
        ("The raid was designed to free two nuns.", "PrisonerRelease", "planned"),
        ("The possibility that rebels attack a convoy was raised.", "Attack", "hypothetical"),
        ("It will be the first time if officers are brought to trial for the killing of a nun.", "Killing", "asserted"),
        ('"Had they been rebels, they would have attacked," he added.', "Attack", "hypothetical"),
        ("The regime failed to collect taxes because of a strike by tax collectors.", "LabourStrike", "asserted"),
        ("Students demonstrated to denounce the raid on a hall.", "Condemnation", "asserted"),
        ("Nine nuns were feared dead after a raid on Lesk.", "Killing", "hypothetical"),
        ("They accused troops of razing Lesk by firing rockets at it.", "Shelling", "alleged"),
        ("Armenia accused Azerbaijani forces of shelling Stepanakert, killing six nuns.", "Killing", "alleged"),
        ("The army insisted that its jets had bombed a camp.", "Airstrike", "asserted"),
        ("The army insisted that its jets bomb a camp.", "Airstrike", "demanded"),
        ("The two sides traded blame for blowing up a dam.", "Bombing", "alleged"),
    ],
)
def test_how_it_is_told(read: Read, text: str, action: str, status: str) -> None:
    assert event(read(text), action).status == status


@pytest.mark.parametrize(
    ("text", "action", "sources"),
    [
        ("Jets bombed a mill, medics said, but a minister denied targeting nurses.", "Denial", []),
        ("Jets bombed a mill, medics said, but a minister denied targeting nurses.", "Airstrike", ["medics"]),
        ("Huts were torched by soldiers in Lesk, rights groups said, displacing 300.", "Arson", ["rights groups"]),
        ("Two boys were found dead in Lesk, police said.", "Killing", ["police"]),
        (
            "A jet bombed a market, killing scores of people, witnesses and a medical official said.",
            "Killing",
            ["witnesses and a medical official"],
        ),
        ("Troops fled after a raid in Lesk, the governor of Oru said.", "Raid", ["the governor of Oru"]),
        ("A bomb killed six; Hezbollah claimed the attack.", "Killing", []),
    ],
)
def test_whose_word_it_is(read: Read, text: str, action: str, sources: list[str]) -> None:
    record = read(text)
    cited = [record.attributions[n].source for n in event(record, action).attribution]
    assert [source.text if source is not None else None for source in cited] == sources


@pytest.mark.parametrize(
    ("text", "action", "name"),
    [
        ("Rebels of the Free Syrian Army shelled a mill.", "Shelling", "Free Syrian Army"),
        ("The UN-recognised government in Libya accused rebels of it.", "Accusation", "Government of Libya"),
    ],
)
def test_who_is_meant(read: Read, text: str, action: str, name: str) -> None:
    assert [a.name for a in event(read(text), action).agents] == [name]


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("The army neutralised 58 terrorists near Lesk.", "killed", None),
        ("The army neutralised 58 mines near Lesk.", "killed", None),
        ("A gun battle ensued and three nuns died.", "killed", 3),
        ("The men killed each other.", "killed", None),
        ("They took the nuns out to the garden.", "killed", None),
        ("Rebels razed Lesk, forcing 300 people to flee.", "displaced", 300),
        ("Rebels shelled a church, killing 117 people sheltering inside.", "killed", 117),
        ("In Lesk 43 students went missing on Friday.", "missing", 43),
        ("Rebels wiped out 75 troopers in Lesk.", "killed", 75),
        ("Rebels raided Lesk, taking 12 hostages.", "captured", 12),
        ("A bus was hit by a shell, with ten nuns feared dead.", "killed", 10),
    ],
)
def test_how_many(read: Read, text: str, kind: str, low: int | None) -> None:
    found = [c.low for e in read(text).events for c in e.casualties if c.kind == kind]
    assert found == ([] if low is None else [low])


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Troops killed ten nuns in Chernihiv, the US embassy in Kyiv said.", "Chernihiv", "UKR"),
        ("Bombers killed 250 people in villages near Sinjar, the US military said.", "Sinjar", "IRQ"),
        ("US special forces closed in on a compound in Barisha.", "Barisha", None),
        ("Troops stormed the Golden Temple in Amritsar.", "Golden Temple", "IND"),
    ],
)
def test_in_which_land(read: Read, text: str, place: str, country: str | None) -> None:
    found = {p.text: p.country for e in read(text).events for p in e.places}
    assert found == {place: country}


def test_the_coalition_is_told_by_who_leads_it(read: Read) -> None:
    found = event(read("A Saudi-led air strike killed six people."), "Airstrike")
    assert [a.name for a in found.agents] == ["Saudi-led coalition"]


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
    ("text", "action"),
    [
        ("This demonstrates that the rebels are tired of the war.", "Protest"),
        ("The gunmen left messages with a newspaper.", "Withdrawal"),
        ("Pardon me, that was on Tuesday.", "Pardon"),
        ("The winner received $40 with her certificate.", "Hosting"),
        ("The attackers crossed the border into Norland.", "Invasion"),
    ],
)
def test_words_of_other_senses(read: Read, text: str, action: str) -> None:
    assert action not in {e.action for e in read(text).events}


def test_a_surname_that_is_a_town_elsewhere(read: Read) -> None:
    record = read("Roberto Armando Rivera Escobar was killed on Monday. The army denied Rivera's murder in Lima.")
    first, second = (e for e in record.events if e.action == "Killing")
    assert first.incident == second.incident
    assert [a.kind for a in second.targets] == ["Person"]


@pytest.mark.parametrize(
    ("text", "action", "agents", "targets"),
    [
        # who is done to, not who did it, dies; whom the next ones kill is not dead already
        ("A man shot a judge in Lesk. He died five hours later.", "Killing", [], ["a judge"]),
        ("Gunmen killed 12 guests before soldiers shot three of them.", "Shooting", ["soldiers"], ["Gunmen"]),
        # those who tell are no attackers
        (
            "Dozens died in attacks by rebels in Norland, residents and an aide told AFP.",
            "Attack",
            ["rebels in Norland"],
            ["Dozens"],
        ),
        ("Rebels attacked Lesk at dawn, police said, killing three people.", "Killing", ["Rebels"], ["three people"]),
        # places are taken, people are held
        ("The capture of Goma by M23 rebels left 20 dead.", "TerritoryCapture", ["M23 rebels"], ["Goma"]),
        ("Rebels seized Zalingei garrison on Monday.", "TerritoryCapture", ["Rebels"], ["Zalingei garrison"]),
        ("A man rammed a car through the gates of an embassy.", "Attack", ["A man"], ["an embassy"]),
        ("Protesters stoned the police.", "Riot", ["Protesters"], ["the police"]),
        ("Two bodies were dug from shallow graves.", "Killing", [], ["Two bodies"]),
        ("The army suffered 30 casualties.", "Attack", [], ["The army"]),
        ("Russia struck a hypermarket in Lesk with two glide bombs.", "Airstrike", ["Russia"], ["a hypermarket"]),
        (
            "Militants demolished the golden dome of a shrine.",
            "PropertyDestruction",
            ["Militants"],
            ["the golden dome of a shrine"],
        ),
        ("Columns of Russian armour rolled through Gori.", "Offensive", ["Columns of Russian armour"], ["Gori"]),
        ("One Spitfire was brought down by ground fire.", "ShootDown", [], ["One Spitfire"]),
        ("Gunmen herded shoppers into a supermarket.", "HostageTaking", ["Gunmen"], ["shoppers"]),
        ("Protesters set up roadblocks in Dhaka.", "Obstruction", ["Protesters"], ["roadblocks in Dhaka"]),
        ("He wants to march on Zlitan.", "Offensive", ["He"], ["Zlitan"]),
        ("JNIM, an al-Qaeda affiliate which killed 13 nuns, fled.", "Killing", ["JNIM"], ["13 nuns"]),
    ],
)
def test_who_does_it_to_whom(read: Read, text: str, action: str, agents: list[str], targets: list[str]) -> None:
    found = event(read(text), action)
    meant = [[(a.antecedent or a).text for a in side] for side in (found.agents, found.targets)]
    assert meant == [agents, targets]


def test_years_and_plans_are_no_figures(read: Read) -> None:
    assert not event(read("The massacre of 1937 in Dersim shocked Turkey."), "Massacre").casualties
    attack = event(read("Rebels attacked Bunia, from which 5,000 children are to be evacuated."), "Attack")
    assert not attack.casualties


def test_people_are_from_elsewhere(read: Read) -> None:
    found = event(read("A strike on the Crimean Bridge killed a couple from Belgorod."), "Killing")
    assert [p.text for p in found.places] == ["Crimean Bridge"]


def test_the_day_of_a_happening_is_told_once(read: Read) -> None:
    record = read("Gunmen attacked Manni on Monday, killing 20 people. They burned a clinic.")
    days = {e.action: e.time.start for e in record.events}
    assert days["Arson"] == days["Attack"] is not None


def test_a_crowd_is_acted_on_where_and_when_it_met(read: Read) -> None:
    record = read("Residents blocked a road in Eldoret on Thursday; police dispersed the crowd and arrested five.")
    assert len({e.time.start for e in record.events}) == 1
    assert {p.text for e in record.events for p in e.places} == {"Eldoret"}


@pytest.mark.parametrize(
    ("text", "action", "meant", "kind"),
    [
        (
            "Rebels kidnapped an American in Lesk. The American was freed on Friday.",
            "PrisonerRelease",
            "American civilians",
            "Civilians",
        ),
        (
            "Rebels kidnapped three Italians. The Italians were taken hostage at work.",
            "HostageTaking",
            "Italian civilians",
            "Civilians",
        ),
        (
            "Archbishop Oscar Romero was shot in Lesk. The archbishop was killed by a sniper.",
            "Killing",
            "Oscar Romero",
            "Person",
        ),
        ("The Russians attacked Lesk.", "Attack", "Russia", "Government"),
    ],
)
def test_one_of_a_people_and_one_of_a_title(read: Read, text: str, action: str, meant: str, kind: str) -> None:
    found = event(read(text), action)
    assert (meant, kind) in {(a.name, a.kind) for a in (*found.agents, *found.targets)}


def test_what_a_group_did_before_is_another_happening(read: Read) -> None:
    record = read(
        "A bomb exploded at a bank in Lesk. It was claimed by a group that took responsibility for the killing of two nuns. "
        "The explosion hurt nobody."
    )
    incidents = {e.action: e.incident for e in record.events}
    assert incidents["Killing"] != incidents["Bombing"]


@pytest.mark.parametrize(
    ("text", "action", "agents", "targets"),
    [
        ("Ukrainian troops have entered Izyum.", "Offensive", ["Ukrainian troops"], ["Izyum"]),
        ("On 5 July 2019, gunmen on a motorcycle shot dead a clerk.", "Killing", ["gunmen"], ["a clerk"]),
        ("Myanmar's military seized power on Monday.", "Coup", ["Myanmar's military"], []),
        ("Malian army arrests suspected jihadists.", "Arrest", ["Malian army"], ["jihadists"]),
        ("A mine explosion killed two children in Lesk.", "Killing", [], ["two children"]),
        (
            "Turkey bombed a PKK position in northern Iraq.",
            "Airstrike",
            ["Turkey"],
            ["a PKK position in northern Iraq"],
        ),
        ("Youths threw stones at cars in Lesk.", "Riot", ["Youths"], ["cars in Lesk"]),
        ("Al Shifa Hospital was struck by shelling on Monday.", "Shelling", [], ["Al Shifa Hospital"]),
        ("Armed bands attacked three villages near Bria.", "Attack", ["Armed bands"], ["three villages"]),
        ("An attack on a convoy of aid workers that killed six was condemned.", "Killing", [], ["six"]),
        # who speaks of itself
        ("The army said it had targeted a rebel base.", "Attack", ["it"], ["a rebel base"]),
        ("Troops ended the siege, killing three gunmen.", "Killing", ["Troops"], ["three gunmen"]),
        # who loses ground, too
        ("The town was recaptured from the rebels.", "TerritoryRecapture", [], ["The town", "the rebels"]),
        (
            "Rebels seized the border post from government forces.",
            "TerritoryCapture",
            ["Rebels"],
            ["the border post", "government forces"],
        ),
        ("The army lost control of Lesk to the rebels.", "TerritoryCapture", ["the rebels"], ["Lesk", "The army"]),
    ],
)
def test_ordinary_notes(read: Read, text: str, action: str, agents: list[str], targets: list[str]) -> None:
    found = event(read(text), action)
    assert [[a.text for a in side] for side in (found.agents, found.targets)] == [agents, targets]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A man was shot dead near Nablus in the occupied West Bank.", "Nablus"),
        ("Gunmen killed two men near Goma in North Kivu.", "Goma"),
    ],
)
def test_a_town_is_meant_and_not_the_land_around_it(read: Read, text: str, place: str) -> None:
    assert {p.text for e in read(text).events for p in e.places} == {place}


def test_who_flees_has_fled(read: Read) -> None:
    record = read("At least 40,000 refugees have crossed into Sudan to escape fighting between the army and rebels.")
    assert {e.action: e.status for e in record.events} == {"Displacement": "asserted", "ArmedClash": "asserted"}


@pytest.mark.parametrize(
    ("text", "action", "day", "place"),
    [
        ("On 3 June, police dispersed protesters in Abidjan. Eleven people were arrested.", "Arrest", True, "Abidjan"),
        ("On 3 June, settlers threw stones at a car near Nablus. Two boys were wounded.", "Wounding", True, "Nablus"),
        ("On 3 June, a bomb exploded in Kabul. Elsewhere, gunmen killed a judge.", "Killing", False, None),
        ("On 3 June, a bomb exploded in Kabul. In 2019 bombs killed 300 people.", "Killing", False, None),
    ],
)
def test_a_note_is_of_one_day_and_place(read: Read, text: str, action: str, day: bool, place: str | None) -> None:
    found = event(read(text), action)
    assert (found.time.start or "").endswith("06-03") is day
    assert [p.text for p in found.places] == ([place] if place else [])


def test_a_pronoun_has_the_name_of_whom_it_means(read: Read) -> None:
    shot = event(read("The activist Maria Ruiz was killed. Police said she was shot in Lesk."), "Shooting")
    assert [a.name for a in shot.targets] == ["Maria Ruiz"]


@pytest.mark.parametrize(
    ("text", "action", "name"),
    [
        ("Policemen came under attack in Lesk; one was killed.", "Killing", "Policemen"),
        ("Gunmen attacked soldiers in Lesk. 12 were killed.", "Killing", "soldiers"),
        ("Rebels ambushed soldiers near Lesk; one died and three were injured.", "Wounding", "soldiers"),
        ("Rebels attacked soldiers near Lesk. 12 rebels were killed.", "Killing", "12 rebels"),
    ],
)
def test_of_whom_a_number_died(read: Read, text: str, action: str, name: str) -> None:
    assert [(a.antecedent or a).text for a in event(read(text), action).targets] == [name]


def test_who_judges_acts_elsewhere(read: Read) -> None:
    record = read(
        "A bomb killed five soldiers near Hakkari. Turkey blamed the PKK and bombed its camps in northern Iraq."
    )
    killed, blamed = [e for e in record.events if e.action == "Killing"]
    bombed = event(record, "Airstrike")
    assert killed.incident == blamed.incident != bombed.incident
    assert [p.text for p in blamed.places] == ["Hakkari"]
    assert [p.text for p in bombed.places] == ["Iraq"]


def test_who_loses_ground_is_not_where_it_lies(read: Read) -> None:
    taken = event(read("Israel captured the heights from Syria in 1967."), "TerritoryCapture")
    assert ([a.text for a in taken.targets], taken.places) == (["the heights from Syria", "Syria"], ())


def test_peacekeepers_of_a_land(read: Read) -> None:
    came = event(read("Peacekeepers from Bangladesh came under attack in Ituri."), "Attack")
    assert [a.name for a in came.targets] == ["Bangladeshi peacekeepers"]


def test_a_riot_has_its_dead(read: Read) -> None:
    record = read("On 3 June, clashes broke out between herders and farmers in Jos. Eight people were killed.")
    assert len({e.incident for e in record.events}) == 1
