"""How English puts an event into words: sentence → action, rule, who acts > on whom / with what (<> for both sides)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.drafts import Draft
from kg.extraction.events import events
from kg.extraction.words import Words

LookUp = Callable[[str], Words]

ACTIVE = [
    ("The army shelled the town.", ["Shelling active: army > town"]),
    ("The rebels attacked the convoy with mortars.", ["Shelling active: rebels > convoy / mortars"]),
    ("Masked gunmen kidnapped two engineers in Gao.", ["Abduction active: gunmen > engineers"]),
    ("The militia burned down the school.", ["Arson active: militia > school"]),
    ("Police arrested a journalist on Friday.", ["Arrest active: Police > journalist"]),
    ("Turkey sent the rebels ammunition.", ["MilitaryAid active: Turkey > rebels"]),
]
PASSIVE = [
    ("The town was shelled by the army.", ["Shelling passive: army > town"]),
    ("The town was shelled on Monday.", ["Shelling passive: > town"]),
    ("Five civilians were killed in Aleppo.", ["Killing passive: > civilians"]),
    ("The convoy was attacked with rockets.", ["Shelling passive: > convoy / rockets"]),
    (
        "Two aid workers were abducted and killed by militants.",
        ["Abduction passive: militants > workers", "Killing passive: militants > workers"],
    ),
    ("Three officers were shot dead by a sniper.", ["Killing idiom: sniper > officers"]),
    ("The minister was assassinated by gunmen outside his home.", ["Assassination passive: gunmen > minister"]),
]
CLAUSES = [
    ("The convoy struck by jets was carrying grain.", ["Airstrike participle: > convoy / jets"]),
    (
        "Soldiers wounded in the ambush were flown to Bamako.",
        ["Wounding participle: > Soldiers", "Ambush circumstance: > Soldiers"],
    ),
    ("The gunmen who attacked the hotel fled.", ["Attack relative: gunmen > hotel"]),
    (
        "The militia, which seized the port, withdrew.",
        ["TerritoryCapture relative: militia > port", "Withdrawal active: militia >"],
    ),
    (
        "The rebels that shelled the town have retreated.",
        ["Shelling relative: rebels > town", "Withdrawal active: rebels >"],
    ),
    ("The villagers whom the soldiers killed were farmers.", ["Killing relative: soldiers > villagers"]),
    (
        "The army shelled the town, killing five civilians.",
        ["Shelling active: army > town", "Killing participle: army > civilians"],
    ),
    (
        "Militants stormed the barracks, wounding dozens.",
        ["Raid active: Militants > barracks", "Wounding participle: Militants > dozens"],
    ),
    (
        "Gunmen killed six monks, including the abbot Ivo Sand and two novices.",
        ["Killing active: Gunmen > monks, Sand, novices"],
    ),
    ("The bodies of three peasants murdered on Friday were found in Lesk.", ["Killing participle: > peasants"]),
    (
        "The attack left Colonel Ivo Sand, two lieutenants and a sergeant dead.",
        ["Attack nominal: >", "Killing adjective: > Sand, lieutenants, sergeant"],
    ),
    ("Rebels based in the town shelled the airport.", ["Shelling active: Rebels > airport"]),
    ("After shelling the town, the army withdrew.", ["Shelling controlled: army > town", "Withdrawal active: army >"]),
    (
        "The captain accused the rebels of shelling the school.",
        ["Accusation active: captain > rebels", "Shelling controlled: rebels > school"],
    ),
]
CONTROL = [
    ("The rebels tried to seize the airport.", ["TerritoryCapture controlled: rebels > airport"]),
    (
        "The general ordered troops to attack the village.",
        ["Demand active: general > troops", "Attack controlled: troops > village"],
    ),
    ("The militia began to shell the port.", ["Shelling controlled: militia > port"]),
    ("The rebels are about to attack the capital.", ["Attack controlled: rebels > capital"]),
    ("The group is ready to attack the base.", ["Attack controlled: group > base"]),
    ("The army was forced to withdraw from the town.", ["Withdrawal controlled: army > town"]),
    ("The militia used drones to attack the refinery.", ["DroneStrike controlled: militia > refinery / drones"]),
    (
        "The bishop called on the rebels to free the hostages.",
        ["Appeal idiom: bishop > rebels", "PrisonerRelease controlled: rebels > hostages"],
    ),
    (
        "The rebels gave the army a month to leave the province.",
        ["Ultimatum active: rebels > army", "Withdrawal active: army > province"],
    ),
    ("Kenya became the first state to recognise Chad.", ["Recognition relative: Kenya > Chad"]),
]
LIGHT = [
    ("With rockets the rebels launched an attack on the base.", ["Shelling support-verb: rebels > base / rockets"]),
    (
        "Greek and Omani warships began nine days of war games.",
        ["JointExercise support-verb: warships > / warships"],
    ),
    ("Greek warships began nine days of war games.", ["MilitaryExercise support-verb: warships > / warships"]),
    ("The rebels launched an attack on the base.", ["Attack support-verb: rebels > base"]),
    ("Israel carried out an air strike on the airport.", ["Airstrike support-verb: Israel > airport"]),
    ("The group staged an ambush against a patrol.", ["Ambush support-verb: group > patrol"]),
    ("The garrison came under attack from rebels.", ["Attack suffered: rebels > garrison"]),
    (
        "The attack carried out by the militia killed a teacher.",
        ["Attack support-verb: militia >", "Killing caused: militia > teacher"],
    ),
    (
        "Al-Shabaab claimed responsibility for the bombing.",
        ["ClaimOfResponsibility idiom: Shabaab >", "Bombing claimed: Shabaab >"],
    ),
    ("The group was behind the attack on the mosque.", ["Attack support-verb: group > mosque"]),
    ("The base has been the target of repeated attacks.", ["Attack suffered: > base"]),
    ("The village suffered a raid by bandits.", ["Raid suffered: bandits > village"]),
    ("Two boys were killed in an attack by gunmen.", ["Killing passive: > boys", "Attack circumstance: gunmen > boys"]),
    ("Troops are engaged in an assault on the city.", ["Attack support-verb: Troops > city"]),
    ("The rebels began a series of attacks on the garrison.", ["Attack support-verb: rebels > garrison"]),
]
IDIOMS = [
    ("Soldiers opened fire on protesters.", ["ExcessiveForce idiom: Soldiers > protesters"]),
    ("Soldiers opened fire on a bus.", ["Shooting idiom: Soldiers > bus"]),
    ("The patrol came under fire from militants.", ["Shooting idiom: militants > patrol"]),
    ("The army laid siege to the town.", ["Siege idiom: army > town"]),
    ("The mayor is under arrest.", ["Arrest idiom: > mayor"]),
    ("The militia took control of the airport.", ["TerritoryCapture idiom: militia > airport"]),
    ("The rebels blew up a bridge.", ["Bombing active: rebels > bridge"]),
    ("Police fired tear gas at demonstrators.", ["CrowdControl idiom: Police > demonstrators / gas"]),
    ("The guerrillas laid down their arms.", ["Disarmament active: guerrillas >"]),
]
NOMINAL = [
    ("Israel's attack on the base was condemned.", ["Attack nominal: Israel > base", "Condemnation passive: > Israel"]),
    (
        "An Israeli airstrike on Gaza destroyed a clinic.",
        ["Airstrike nominal: Israeli > Gaza", "PropertyDestruction caused: Israeli > clinic"],
    ),
    ("A rebel attack on the convoy failed.", ["Attack nominal: rebel > convoy"]),
    (
        "A U.S. cruise missile attack on the airfield began on Monday.",
        ["MissileStrike support-verb: U.S. > airfield / missile"],
    ),
    ("The killing of a priest by gunmen shocked the town.", ["Killing nominal: gunmen > priest"]),
    ("The seizure of the port by rebels cut the road.", ["Seizure nominal: rebels > port"]),
    ("The assassination of the governor sparked riots.", ["Assassination nominal: > governor", "Riot nominal: >"]),
    ("A hospital bombing killed nine patients.", ["Bombing nominal: > hospital", "Killing caused: > patients"]),
    ("The army's shelling of the camp went on.", ["Shelling support-verb: army > camp"]),
]
ADJECTIVES = [
    ("Villagers buried five dead soldiers.", ["Killing adjective: > soldiers"]),
    ("The raid left three policemen dead.", ["Raid nominal: >", "Killing caused: > policemen"]),
]
EXISTENTIAL = [
    ("There was a strike against the depot.", ["Attack nominal: > depot"]),
    ("There were clashes between the army and rebels.", ["ArmedClash nominal: army <> rebels"]),
    ("There has been no attack on the town.", ["Attack nominal: > town"]),
]
NOTICED = [
    ("Clashes were reported in Gao on Monday.", ["ArmedClash support-verb: <>"]),
    ("An explosion was heard near the port.", ["Bombing support-verb: > port"]),
    ("The raid was reported by radio on Monday.", ["Raid nominal: >"]),
    ("Heavy shelling could be heard in Gao.", ["Shelling support-verb: >"]),
    ("Residents heard shelling.", ["Shelling controlled: >"]),
    ("The army continued offensive operations near Gao.", ["Offensive support-verb: army >"]),
    ("The minister called for talks.", ["AppealForTalks idiom: minister >", "Negotiation nominal: <>"]),
    (
        "Two policemen were injured in protests in Gao.",
        ["Wounding passive: > policemen", "Protest circumstance: >"],
    ),
    (
        "A former commander found guilty of murder was jailed.",
        ["Conviction idiom: > commander", "Killing nominal: commander >", "Arrest passive: > commander"],
    ),
]
THINGS = [
    ("A car bomb exploded outside the ministry.", ["CarBombing active: > ministry / bomb"]),
    ("Shells hit the hospital.", ["Shelling active: > hospital / Shells"]),
    ("An explosion killed 12 people.", ["Bombing nominal: >", "Killing caused: > people"]),
    ("Russian warplanes bombed the village.", ["Airstrike active: warplanes > village / warplanes"]),
    ("A roadside bomb wounded four soldiers.", ["Wounding active: > soldiers / bomb"]),
    ("A drone struck the radar station.", ["DroneStrike active: > station / drone"]),
    ("Mortar rounds landed near the school.", ["Shelling active: > school / rounds"]),
    ("Gunfire erupted in the capital.", ["Shooting active: >"]),
    ("The earthquake killed forty people.", []),
    ("There were ten deaths in Homs caused by bacteria.", []),
]
WEAPONS = [
    ("Guerrillas placed a car bomb in front of the ministry.", ["CarBombing active: Guerrillas > ministry / bomb"]),
    (
        "A bomb that was planted by militants in the market went off.",
        ["Bombing relative: militants > / bomb", "Bombing active: militants > / bomb"],
    ),
    ("Youths threw two grenades at the embassy.", ["GrenadeAttack idiom: Youths > embassy / grenades"]),
]
BLAME = [
    ("The murder was attributed to the rebels.", ["Killing nominal: rebels >", "Accusation passive: > rebels"]),
    (
        "The court convicted two soldiers of the killing of a farmer.",
        ["Conviction active: court > soldiers", "Killing nominal: soldiers > farmer"],
    ),
    ("The rebels are responsible for the attack on the bridge.", ["Attack nominal: rebels > bridge"]),
    ("The colonel was the mastermind of the massacre.", ["Massacre nominal: colonel >"]),
    (
        "They accused the militia of carrying out the raid.",
        ["Accusation active: They > militia", "Raid support-verb: militia >"],
    ),
    ("A terrorist attack shook the port.", ["Attack nominal: >"]),
    ("Nobody knows who attacked the convoy.", ["Attack active: > convoy"]),
    ("Mourners buried the murdered judge.", ["Killing passive: > judge"]),
]
BOTH = [
    ("The army and the rebels clashed near Lesk.", ["ArmedClash active: army <> rebels"]),
    ("Government troops clashed with rebels.", ["ArmedClash active: troops <> rebels"]),
    (
        "Clashes between the militia and police left six dead.",
        ["ArmedClash nominal: militia <> police", "Killing caused: > six"],
    ),
    ("Soldiers and rebels exchanged fire.", ["ArmedClash idiom: Soldiers <> rebels"]),
    ("The two sides exchanged fire.", ["ArmedClash idiom: sides <>"]),
    ("Russia and Turkey signed an agreement.", ["SignedAgreement idiom: Russia <> Turkey"]),
    ("The president met the rebel leader in Cairo.", ["Meeting active: president <> leader"]),
    ("Iran held talks with Iraq.", ["Negotiation support-verb: Iran <> Iraq"]),
    ("Herders clashed over the budget with soldiers.", ["ArmedClash active: Herders <> soldiers"]),
]
LISTS = [
    (
        "The rebels shelled and stormed the barracks.",
        ["Shelling active: rebels > barracks", "Raid active: rebels > barracks"],
    ),
    ("Soldiers and police attacked the camp.", ["Attack active: Soldiers, police > camp"]),
    ("The rebels attacked a school, a clinic and a market.", ["Attack active: rebels > school, clinic, market"]),
    (
        "Rebels killed two soldiers and wounded five policemen.",
        ["Killing active: Rebels > soldiers", "Wounding active: Rebels > policemen"],
    ),
    ("Gunmen killed a nurse and her brother.", ["Killing active: Gunmen > nurse, brother"]),
    (
        "The army captured the village and rebels shelled the airport.",
        ["TerritoryCapture active: army > village", "Shelling active: rebels > airport"],
    ),
    ("Al-Shabaab, a Somali militant group, attacked the hotel.", ["Attack active: Shabaab > hotel"]),
    ("The commander of the militia attacked the village.", ["Attack active: commander > village"]),
    (
        "Chad, Mali, Niger and Togo recalled their envoys from Paris.",
        ["DiplomatRecall active: Chad, Mali, Niger, Togo > Paris"],
    ),
]
HEADLINES = [
    ("Rebels seize town", ["TerritoryCapture active: Rebels > town"]),
    (
        "Gunmen kill mayor in drive-by shooting",
        ["Killing active: Gunmen > mayor", "Shooting circumstance: Gunmen > mayor"],
    ),
    ("Five killed in market bombing", ["Killing passive: > Five", "Bombing circumstance: > market"]),
    ("Army, rebels clash near airport", ["ArmedClash active: Army <> rebels"]),
]
WORDS_OF_PEACE = [
    (
        "France condemned the attack on the embassy.",
        ["Condemnation active: France > attack", "Attack nominal: > embassy"],
    ),
    ("The government rejected Syria's proposal.", ["RejectPlan active: government > Syria"]),
    ("Iran praised Iraq's decision.", ["Endorsement active: Iran > Iraq"]),
    (
        "The mediator urged rebels to release the hostages.",
        ["AppealToYield idiom: mediator > rebels", "PrisonerRelease controlled: rebels > hostages"],
    ),
    ("Turkey imposed sanctions on Israel.", ["Sanction support-verb: Turkey > Israel"]),
    ("The cabinet imposed a curfew in the capital.", ["Curfew support-verb: cabinet > capital"]),
    ("The ministers signed an accord in Geneva.", ["SignedAgreement idiom: ministers <>"]),
    ("Rebels and officials signed the Dayton accords.", ["SignedAgreement idiom: Rebels <> officials"]),
    ("Norway resumed military aid to Kenya.", ["MilitaryAid support-verb: Norway > Kenya"]),
    ("The rebels turned over 12 prisoners to the Red Cross.", ["PrisonerRelease active: rebels > Cross"]),
    ("The court issued a warrant for the general.", ["Indictment idiom: court > general"]),
    ("Kenya ordered four diplomats to leave the country.", ["DiplomatExpulsion idiom: Kenya > diplomats"]),
    ("Jordan retaliated by closing the border.", ["BorderClosure idiom: Jordan >"]),
    ("The prince shook hands with the rebels.", ["Meeting idiom: prince <> rebels"]),
    ("The army removed the president on Sunday.", ["Coup active: army > president"]),
    (
        "Norway threatened to leave unless the rebels freed the bishop.",
        ["ThreatToRelations idiom: Norway > rebels", "PrisonerRelease active: rebels > bishop"],
    ),
    ("Norway swapped two spies for three prisoners.", ["PrisonerRelease active: Norway > spies"]),
    ("The rebels announced a cessation of attacks.", ["Ceasefire support-verb: rebels >"]),
    ("The president ordered a destroyer to the border.", ["Deployment active: president >"]),
    ("Norway will deliver two NASAMS batteries to Kenya.", ["MilitaryAid active: Norway > Kenya"]),
]
DOERS = [
    ("A boy was killed by a police bullet.", ["Killing passive: police > boy / bullet"]),
    (
        "A clerk was hit by bullets fired by the police.",
        ["Shooting passive: police > clerk / bullets", "Shooting participle: police >"],
    ),
    ("The woman was killed by a bullet from a soldier's rifle.", ["Killing passive: soldier > woman / bullet"]),
    ("Gunmen on a motorcycle shot dead a teacher.", ["Killing idiom: Gunmen > teacher"]),
    ("Militants on Tuesday shot dead two teachers in Yala.", ["Killing idiom: Militants > teachers"]),
    ("Residents set a suspected robber ablaze.", ["Attack idiom: Residents > robber"]),
    ("The rebels fired dozens of rockets at the town.", ["Shelling idiom: rebels > town / rockets"]),
    ("The men attacked a shop with grenades.", ["GrenadeAttack active: men > shop / grenades"]),
    ("The army fired shells filled with sarin at the village.", ["ChemicalAttack idiom: army > / shells, sarin"]),
    ("Shopkeepers closed their shops in protest at the tax.", ["Protest nominal: Shopkeepers >"]),
    (
        "An attack blamed on the Front killed five villagers.",
        ["Attack nominal: Front >", "Accusation participle: > attack", "Killing caused: > villagers"],
    ),
    ("The attacker blew himself up outside the bank.", ["SuicideBombing active: attacker > bank"]),
    ("The suspect is in police custody.", ["Arrest idiom: > suspect"]),
    ("The toll in police firing rose to nine.", ["Shooting nominal: police >"]),
    ("Rebels threw a grenade at a bar, no casualties.", ["GrenadeAttack idiom: Rebels > bar / grenade"]),
    ("The accused was caught in Oslo.", ["Arrest passive: > accused"]),
    ("A boy was beaten at the hands of soldiers.", ["Beating passive: soldiers > boy"]),
    ("Rebels took three elders hostage.", ["HostageTaking idiom: Rebels > elders"]),
    (
        "Rebels drove a car packed with explosives into a checkpoint.",
        ["Bombing active: Rebels > checkpoint / car, explosives"],
    ),
    ("Jets hit targets in Lesk.", ["Airstrike active: > targets / Jets"]),
    (
        "Militants released a video threatening to behead two priests.",
        ["ThreatOfForce idiom: Militants > priests", "Execution controlled: > priests"],
    ),
]
NOTHING = [
    ("The film was shot in Morocco.", []),
    ("He suffered a heart attack.", []),
    ("The minister answered a barrage of questions.", []),
    ("Prices hit a record on Tuesday.", []),
    ("Workers went on strike over pay.", ["LabourStrike idiom: Workers >"]),
    ("Two firms agreed to end a row over patents.", []),
    ("The goalkeeper rejected an offer from the club.", []),
    ("The senators clashed over the budget.", []),
]
PEOPLE = [
    ("The wounded included two guards and a cook.", ["Wounding adjective: > guards, cook"]),
    ("Eleven of the injured were nurses.", ["Wounding adjective: > Eleven"]),
    ("Among the dead were two children.", ["Killing adjective: > children"]),
    ("Those killed included a nurse.", ["Killing participle: > nurse"]),
    ("The clash has left at least one student injured.", ["ArmedClash nominal: <>", "Wounding passive: > student"]),
    (
        "Six soldiers were killed with two guards and a cook injured.",
        ["Killing passive: > soldiers", "Wounding participle: > guards, cook"],
    ),
    (
        "They deplored the slaughter and maiming of children.",
        [
            "Condemnation active: They > slaughter, maiming",
            "Massacre nominal: > children",
            "Wounding nominal: > children",
        ],
    ),
    ("Kenya's riots killed six people.", ["Riot nominal: >", "Killing caused: > people"]),
]
DEEDS = [
    ("The attack is believed to have been carried out by rebels.", ["Attack support-verb: rebels >"]),
    ("The attack was the work of rebels.", ["Attack nominal: rebels >"]),
    ("The explosion targeted a bakery.", ["Bombing nominal: > bakery / explosion"]),
    (
        "Two explosions at Cave Street killed six people.",
        ["Bombing nominal: >", "Killing caused: > people"],
    ),
    ("Army posts came under intense gunfire.", ["Shooting idiom: > posts / gunfire"]),
    (
        "He left two bombs in the station. They went off at noon.",
        ["Bombing active: He > station / bombs", "Bombing active: > / They"],
    ),
    (
        "The truck was driven to the court. It detonated at noon, killing six.",
        ["CarBombing active: > / It", "Killing participle: > six / It"],
    ),
]
GROUPS = {
    "active": ACTIVE,
    "passive": PASSIVE,
    "clauses": CLAUSES,
    "control": CONTROL,
    "light": LIGHT,
    "idioms": IDIOMS,
    "nominal": NOMINAL,
    "adjectives": ADJECTIVES,
    "existential": EXISTENTIAL,
    "noticed": NOTICED,
    "things": THINGS,
    "weapons": WEAPONS,
    "blame": BLAME,
    "both": BOTH,
    "lists": LISTS,
    "headlines": HEADLINES,
    "peace": WORDS_OF_PEACE,
    "doers": DOERS,
    "people": PEOPLE,
    "deeds": DEEDS,
    "nothing": NOTHING,
}


def rows() -> list[object]:
    """All rows."""
    return [
        pytest.param(
            sentence,
            expected,
            id=f"{group}: {sentence}",
        )
        for group, table in GROUPS.items()
        for sentence, expected in table
    ]


def shown(draft: Draft, words: Words) -> str:
    """Write a draft as one line."""
    agents, targets, tools = (
        ", ".join(words.doc[i].text for i in part) for part in (draft.agents, draft.targets, draft.instruments)
    )
    sides = f"{agents} {'<>' if draft.reciprocal else '>'} {targets}".strip()
    return f"{draft.action} {draft.rule}: {sides}" + (f" / {tools}" if tools else "")


@pytest.mark.parametrize(("sentence", "expected"), rows())
def test_roles(look_up: LookUp, sentence: str, expected: list[str]) -> None:
    words = look_up(sentence)
    assert [shown(draft, words) for draft in events(words)[0]] == expected
