"""The ACLED sub-event type of an event by its sides, its means and the rest of its sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.linking.sides import Sides
from kg.linking.sub_events import with_sub_events
from kg.model import Actor, Event, Instrument, Span
from kg.ontology import load


def actor(text: str, kind: str | None, sector: str | None = None) -> Actor:
    """Somebody of a kind."""
    return Actor(0, len(text), text, Span(0, len(text), text), kind=kind, sector=sector)


POLICE, SOLDIERS, REBELS = actor("police", "Police"), actor("soldiers", "Military"), actor("rebels", "ArmedGroup")
BOMBER = actor("bomber", "ArmedGroup")
MARCHERS, RESIDENTS = actor("protesters", "Civilians", "PRO"), actor("residents", "Civilians", "CVL")
TOWN, OFFICE, HOUSE = actor("the town", "Place"), actor("the party office", "Place"), actor("his house", "Place")
SENTENCE = Span(0, 80, "They did it on Monday.")


def event(action: str, trigger: str = "x", **more: object) -> Event:
    """An event with the type that the ontology gives to its action."""
    acled = load().actions[action].acled_sub_event
    made = Event(f"event:{action}", action, action, "", "", acled, Span(0, 1, trigger), SENTENCE)
    return replace(made, **more)  # type: ignore[arg-type]


def at(told: Event, start: int) -> Event:
    """An event whose trigger starts there."""
    return replace(told, trigger=Span(start, start + len(told.trigger.text), told.trigger.text))


def tool(kind: str) -> tuple[Instrument, ...]:
    """One instrument of a kind."""
    return (Instrument(0, 1, kind, kind),)


def types(*events: Event, known: dict[str, Sides] | None = None) -> list[str | None]:
    """The types of the events of one sentence."""
    return [e.acled for e in with_sub_events(events, known or {})]


MOB = {"event:Arson": Sides(frozenset({"mob"}), frozenset()), "event:Attack": Sides(frozenset({"mob"}), frozenset())}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (event("Shelling", instruments=tool("chemical")), "Chemical weapon"),
        (event("PropertyDestruction", instruments=tool("explosive")), "Remote explosive/landmine/IED"),
        (event("MissileStrike", agents=(actor("two planes", "Object"),)), "Air/drone strike"),
        (
            event("Offensive", "drove the rebels out", agents=(SOLDIERS,), targets=(REBELS,)),
            "Government regains territory",
        ),
        (event("Occupation", agents=(REBELS,), targets=(TOWN,)), "Non-state actor overtakes territory"),
        (
            event("Offensive", "entered", agents=(REBELS,), targets=(TOWN,), sentence=Span(0, 9, "entered unopposed")),
            "Non-violent transfer of territory",
        ),
        (event("Repel", "foiled", agents=(POLICE,)), "Disrupted weapons use"),
        (
            event("Repel", "pushed back", agents=(POLICE,), instruments=tool("riot-control")),
            "Protest with intervention",
        ),
        (event("Negotiation", "talks", agents=(SOLDIERS,), targets=(REBELS,)), "Agreement"),
        (event("Negotiation", "talks", agents=(actor("Peru", "Government"),)), None),
        (event("Ban", "banned", targets=(REBELS,)), "Change to group/activity"),
        (event("Riot", "brawled", agents=(RESIDENTS,)), "Mob violence"),
        (event("Bombing", "went off", sentence=Span(0, 9, "a suicide bomber's car went off")), "Suicide bomb"),
        (event("Bombing", "drove", instruments=tool("explosive")), "Suicide bomb"),
        (event("Bombing", "blew up", agents=(BOMBER,), targets=(actor("his car", "Object"),)), "Suicide bomb"),
        (event("Shelling", "fired", instruments=tool("rocket")), "Shelling/artillery/missile attack"),
        (event("Attack", instruments=tool("rocket") + tool("small-arms"), targets=(SOLDIERS,)), "Armed clash"),
        (event("Shelling", sentence=Span(0, 9, "Israel bombarded it from the air")), "Air/drone strike"),
        (event("Attack", sentence=Span(0, 9, "residents choked on chlorine after it")), "Chemical weapon"),
        (event("Shooting", "returned fire", agents=(SOLDIERS,)), "Armed clash"),
        (event("Arrest", "took away", agents=(REBELS,)), "Abduction/forced disappearance"),
        (event("Arrest", "detained", agents=(REBELS,)), "Arrests"),
        (event("Arrest", "took away", agents=(POLICE,)), "Arrests"),
        (
            event(
                "TerritoryCapture",
                "took",
                agents=(REBELS,),
                targets=(TOWN,),
                sentence=Span(0, 9, "they took the town after the garrison had left"),
            ),
            "Non-violent transfer of territory",
        ),
        (
            event(
                "TerritoryCapture",
                "took",
                agents=(REBELS,),
                targets=(TOWN,),
                sentence=Span(0, 9, "they took the town after the garrison had left under heavy shelling"),
            ),
            "Non-state actor overtakes territory",
        ),
        (event("Killing", "unearthed", sentence=Span(0, 9, "a mass grave was unearthed")), "Other"),
        (event("MartialLaw", "suspended", sentence=Span(0, 9, "officers suspended the constitution")), "Other"),
        (event("Bombing", "went off", sentence=Span(0, 9, "the mine he was laying went off")), "Disrupted weapons use"),
        (
            event(
                "Bombing",
                "set off",
                agents=(actor("two women", "Civilians"),),
                sentence=Span(0, 9, "two women set off their explosives"),
            ),
            "Suicide bomb",
        ),
        (
            event(
                "Shooting",
                agents=(SOLDIERS,),
                targets=(RESIDENTS,),
                sentence=Span(0, 9, "they shot at people chanting"),
            ),
            "Excessive force against protestors",
        ),
        (
            event("Arrest", agents=(POLICE,), sentence=Span(0, 9, "police seized pensioners holding banners")),
            "Protest with intervention",
        ),
    ],
)
def test_alone(told: Event, expected: str | None) -> None:
    assert types(told) == [expected]


def test_a_mob_turns_on_neighbours_or_on_those_in_power() -> None:
    assert types(event("Arson", agents=(RESIDENTS,), targets=(HOUSE,)), known=MOB) == ["Mob violence"]
    assert types(event("Attack", agents=(RESIDENTS,), targets=(OFFICE,)), known=MOB) == ["Violent demonstration"]


def test_a_mob_that_burns_at_a_protest_is_a_violent_demonstration() -> None:
    burning = event("Arson", agents=(RESIDENTS,), targets=(HOUSE,))
    assert types(burning, event("Protest"), known=MOB)[0] == "Violent demonstration"


def test_police_against_a_violent_crowd_leave_it_a_violent_demonstration() -> None:
    gas, stones = event("CrowdControl", agents=(POLICE,)), event("Riot", "hurled stones", agents=(MARCHERS,))
    assert types(gas, stones) == ["Violent demonstration"] * 2


def test_arrests_at_a_protest_need_no_police() -> None:
    assert types(event("Arrest"), event("Protest"))[0] == "Protest with intervention"


def test_harm_takes_the_means_of_its_sentence() -> None:
    harm = event("Killing", targets=(SOLDIERS,))
    assert types(harm, event("Bombing")) == ["Remote explosive/landmine/IED"] * 2
    assert types(replace(harm, agents=(REBELS,)), event("Bombing"))[0] == "Armed clash"


def test_a_word_before_somebody_of_another_event_is_no_event_of_its_own() -> None:
    jailed = {"event:Arrest": Sides(frozenset(), frozenset(), attributive=True)}
    assert types(event("Arrest"), event("Protest", agents=(MARCHERS,)), known=jailed) == [None, "Peaceful protest"]
    assert types(event("Arrest"), known=jailed) == ["Arrests"]


def behind(told: Event) -> Event:
    """An event of the sentence behind."""
    return replace(told, sentence=Span(81, 120, "They did it then."))


FIVE = replace(actor("five of them", "Civilians"), antecedent=Span(0, 9, "teachers"))


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        (event("Arrest", agents=(POLICE,), targets=(FIVE,)), "Protest with intervention"),
        (event("CrowdControl", agents=(POLICE,)), "Protest with intervention"),
        (event("Killing", agents=(SOLDIERS,), targets=(FIVE,)), "Excessive force against protestors"),
        (event("Riot", "threw stones", agents=(MARCHERS,), targets=(POLICE,)), "Violent demonstration"),
        (event("Killing", agents=(SOLDIERS,), targets=(REBELS,)), "Peaceful protest"),
        (event("Arrest", agents=(POLICE,), targets=(REBELS,)), "Peaceful protest"),
    ],
)
def test_the_sentence_behind_a_protest_says_how_it_ended(then: Event, expected: str) -> None:
    assert types(event("Protest", agents=(MARCHERS,)), behind(then))[0] == expected


def test_arrests_behind_a_protest_that_was_tried_are_an_intervention() -> None:
    seized = behind(event("Arrest", agents=(POLICE,), targets=(FIVE,)))
    assert types(event("Protest", status="attempted"), seized)[1] == "Protest with intervention"
    assert types(event("Meeting"), seized)[1] == "Arrests"


def test_who_is_abducted_and_killed_is_attacked() -> None:
    taken, killed = event("Abduction", targets=(RESIDENTS,)), event("Killing", targets=(RESIDENTS,))
    assert types(taken, killed) == ["Attack"] * 2


def test_who_is_rounded_up_and_shot_is_attacked() -> None:
    seized, shot = (event(act, agents=(SOLDIERS,), targets=(RESIDENTS,)) for act in ("Arrest", "Killing"))
    assert types(seized, shot)[0] == "Attack"
    assert types(seized, replace(shot, targets=(replace(REBELS, head=Span(30, 36, "rebels")),)))[0] == "Arrests"


def test_a_thief_whom_residents_seize_and_kill_is_lynched() -> None:
    known = {"event:Killing": Sides(frozenset({"mob"}), frozenset())}
    seized, killed = event("Arrest", agents=(RESIDENTS,)), event("Killing", agents=(RESIDENTS,))
    assert types(seized, killed, known=known) == ["Mob violence"] * 2


def test_police_whom_a_mob_kills_are_lynched() -> None:
    known = {"event:Killing": Sides(frozenset({"mob"}), frozenset())}
    assert types(event("Killing", agents=(RESIDENTS,), targets=(POLICE,)), known=known) == ["Mob violence"]


def test_armed_groups_that_kill_protesters_use_excessive_force() -> None:
    known = {"event:Killing": Sides(frozenset(), frozenset({"protester"}))}
    told = event("Killing", agents=(REBELS,), targets=(MARCHERS,))
    assert types(told, known=known) == ["Excessive force against protestors"]


def test_what_burns_when_a_crowd_riots_is_the_riot() -> None:
    known = {"event:Arson": Sides(frozenset({"protester"}), frozenset())}
    burning = event("Arson", agents=(MARCHERS,), targets=(OFFICE,))
    noun = event("PropertyDestruction", "arson")
    assert types(noun, burning, known=known) == ["Violent demonstration"] * 2


def test_those_who_die_of_their_own_bomb_are_no_victims_of_it() -> None:
    mishap = event("Bombing", "went off", sentence=Span(0, 9, "the bomb went off prematurely"))
    assert types(mishap, event("Killing", "died", sentence=mishap.sentence)) == ["Disrupted weapons use"] * 2


def test_what_ends_a_protest_tells_what_it_was() -> None:
    beaten = event("Beating", "beat", agents=(POLICE,), targets=(MARCHERS,))
    assert types(event("Protest", agents=(MARCHERS,)), beaten) == ["Protest with intervention"] * 2
    broken = event("CrowdControl", agents=(POLICE,))
    assert types(broken, event("Killing", "left dead", targets=(RESIDENTS,)))[1] == "Excessive force against protestors"


def test_taking_along_by_those_who_may_arrest_is_an_arrest() -> None:
    assert types(event("Abduction", "picked up", agents=(POLICE,), targets=(RESIDENTS,))) == ["Arrests"]
    assert types(event("Abduction", "kidnapped", agents=(POLICE,), targets=(RESIDENTS,))) != ["Arrests"]
    assert types(event("Abduction", "picked up", agents=(REBELS,), targets=(RESIDENTS,))) != ["Arrests"]


def test_a_lynching_is_mob_violence_whoever_is_told() -> None:
    assert types(event("Killing", "lynched", targets=(RESIDENTS,))) == ["Mob violence"]


def test_what_is_fired_and_intercepted_reaches_nobody() -> None:
    sentence = Span(0, 60, "Two rockets fired from the hills were intercepted.")
    assert types(event("MissileStrike", "fired", sentence=sentence)) == ["Disrupted weapons use"]


def test_those_held_who_go_free_are_an_agreement() -> None:
    held = event("Abduction", "held", agents=(REBELS,), targets=(RESIDENTS,))
    assert types(held, event("PrisonerRelease", "freed", targets=(RESIDENTS,))) == ["Agreement"] * 2


def test_what_was_before_the_act_is_no_event_of_its_own_unless_harm_came_of_it() -> None:
    siege = {"event:Siege": Sides(frozenset(), frozenset(), earlier=True)}
    taken = at(event("TerritoryCapture", "taken", agents=(REBELS,), targets=(TOWN,)), 20)
    assert types(event("Siege"), taken, known=siege) == [None, "Non-state actor overtakes territory"]
    killed = at(event("Killing", "killed", targets=(RESIDENTS,)), 20)
    assert types(event("Siege"), killed, known=siege)[0] == "Other"


def test_those_driven_from_a_place_lose_it() -> None:
    assert types(event("Expulsion", "expelled", agents=(REBELS,), targets=(SOLDIERS,))) == [
        "Non-state actor overtakes territory"
    ]
    assert types(event("Expulsion", "expelled", agents=(SOLDIERS,), targets=(RESIDENTS,))) == ["Other"]


def test_loyalists_regain_ground() -> None:
    loyalists = actor("loyalists", "ArmedGroup", "REB")
    assert types(event("TerritoryRecapture", agents=(loyalists,), targets=(TOWN,))) == ["Government regains territory"]


def test_who_occupies_a_building_and_stays_sets_up_a_base() -> None:
    base = at(event("BaseEstablishment", "made", agents=(REBELS,)), 30)
    stays = "Headquarters or base established"
    assert types(event("Occupation", agents=(REBELS,), targets=(OFFICE,)), base) == [stays, stays]


def test_harm_is_what_it_was_done_with() -> None:
    told = Span(0, 40, "They killed four rebels in an air strike.")
    harm = at(event("Killing", "killed", agents=(SOLDIERS,), targets=(REBELS,), sentence=told), 5)
    strike = at(event("Airstrike", "air strike", sentence=told), 30)
    assert types(harm, strike) == ["Air/drone strike"] * 2


def test_weapons_that_are_seized_are_disrupted() -> None:
    assert types(event("Seizure", agents=(POLICE,), targets=(actor("a crate of detonators", "Object"),))) == [
        "Disrupted weapons use"
    ]


def test_what_burns_in_the_course_of_a_march_is_a_riot() -> None:
    told = Span(0, 50, "They torched the registry during a march.")
    assert types(event("Arson", agents=(RESIDENTS,), targets=(OFFICE,), sentence=told)) == ["Violent demonstration"]


def test_bottles_between_two_crowds_are_a_brawl() -> None:
    told = Span(0, 60, "Bottles flew between the backers of two candidates.")
    assert types(event("Riot", "flew", sentence=told)) == ["Mob violence"]
