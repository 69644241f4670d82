"""Which mentions are one happening; events are built by hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from kg.linking.clashes import clash, same_family
from kg.linking.deaths import dies_once
from kg.linking.incidents import REACH, group
from kg.linking.introductions import Introduction
from kg.model import Actor, Casualty, Event, Number, Place, Span, Time
from kg.ontology import Ontology

DAY, NEXT = Time("2021-03-04", "2021-03-04", "day", "text"), Time("2021-03-05", "2021-03-05", "day", "text")
MONTH = Time("2021-03-01", "2021-03-31", "month", "text")
ASSUMED = Time("2021-03-05", "2021-03-05", "day", "document")
FRONT, ARMY = "actor:northern-front", "actor:VAR-MIL"


def actor(text: str, id_: str | None = None, kind: str = "ArmedGroup", **more: Any) -> Actor:
    """Somebody in an event."""
    return Actor(0, len(text), text, Span(0, len(text), text), id=id_, name=id_ and text, kind=kind, **more)


def place(
    name: str, precision: str = "settlement", country: str = "VAR", at: tuple[float, float] | None = None
) -> Place:
    """A place of an event."""
    latitude, longitude = at or (None, None)
    return Place(0, 1, name, name, precision=precision, country=country, latitude=latitude, longitude=longitude)


def event(action: str, word: str = "attack", at: int = 0, **more: Any) -> Event:
    """A mention whose sentence begins at a character."""
    span = Span(at, at + len(word), word)
    return Event(f"event:{at}", "", action, "", "", None, span, span, **more)


REBELS, SOLDIERS = actor("Northern Front", FRONT), actor("Varian army", ARMY, "Military")
CONVOY = actor("convoy", None, "Object")
BASE = event("Attack", agents=(REBELS,), targets=(CONVOY,), places=(place("Lesk"),), time=DAY)
CLASHES: list[tuple[str, Event, bool]] = [
    ("the same told again", replace(BASE), False),
    ("a special kind of it", replace(BASE, action="Shelling"), False),
    ("the harm it did", replace(BASE, action="Killing"), False),
    ("another kind of violence", replace(BASE, action="Torture"), True),
    ("whom they took along", replace(BASE, action="Abduction"), False),
    ("something said", replace(BASE, action="Condemnation"), True),
    ("another day", replace(BASE, time=NEXT), True),
    ("a month that holds the day", replace(BASE, time=MONTH), False),
    ("a day that is only assumed", replace(BASE, time=ASSUMED), False),
    ("another town", replace(BASE, places=(place("Gora"),)), True),
    ("another country", replace(BASE, places=(place("Sered", "country", "SER"),)), True),
    ("the country of the town", replace(BASE, places=(place("Varia", "country"),)), False),
    ("another aggressor", replace(BASE, agents=(SOLDIERS,)), True),
    ("an aggressor without a name", replace(BASE, agents=(actor("gunmen"),)), False),
    ("forces of a state", replace(BASE, agents=(actor("tanks", None, "Military"),)), True),
    ("somebody of no known kind", replace(BASE, agents=(actor("men", None, "Person"),)), False),
    ("another victim with a name", replace(BASE, targets=(SOLDIERS,)), False),
    ("a plan", replace(BASE, status="planned"), True),
    ("an allegation", replace(BASE, status="alleged"), False),
    ("a failure", replace(BASE, status="failed"), False),
    ("both sides", replace(BASE, reciprocal=True), True),
    ("a day without words beside last week", replace(BASE, time=replace(DAY, text=None)), False),
    ("until the day before", replace(BASE, time=Time(None, "2021-03-03", "unknown", "text")), True),
    ("until some later day", replace(BASE, time=Time(None, "2021-03-09", "unknown", "text")), False),
]


@pytest.mark.parametrize(("area", "apart"), [("Gora", True), ("Lesk", False), (None, False)])
def test_a_town_lies_in_one_area(shipped: Ontology, area: str | None, apart: bool) -> None:
    town = replace(BASE, places=(replace(place("Sered"), admin1="Lesk"),))
    wide = replace(BASE, places=(replace(place("Gora", "admin1"), admin1=area),))
    assert clash(town, wide, shipped) is apart


RUIZ = actor("Ana Ruiz", "actor:ana-ruiz", "Person")
SIX = Actor(0, 11, "the six men", Span(8, 11, "men"), kind="Civilians", number=Number(6, 6))
DEATH = event("Killing", "murder", agents=(REBELS,), targets=(RUIZ,), places=(place("Lesk"),), time=DAY)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (replace(DEATH, agents=(SOLDIERS,), places=(place("Gora"),), time=NEXT), True),
        (replace(DEATH, status="planned"), True),
        (replace(DEATH, status="failed"), False),
        (replace(DEATH, action="Wounding"), False),
        (replace(DEATH, targets=(actor("Ivo Sand", "actor:ivo-sand", "Person"),)), False),
    ],
)
def test_nobody_dies_twice(shipped: Ontology, other: Event, same: bool) -> None:
    assert dies_once(DEATH, other, shipped) is same
    assert dies_once(other, DEATH, shipped) is same


def test_a_group_of_so_many_dies_once(shipped: Ontology) -> None:
    told, again = replace(DEATH, targets=(SIX,)), replace(DEATH, targets=(replace(SIX, start=5),))
    assert dies_once(told, again, shipped)
    assert not dies_once(told, replace(again, targets=(replace(SIX, number=Number(3, 3)),)), shipped)


def killing(low: int, at: int = 0) -> Event:
    """So many killed."""
    return event("Killing", "killed", at, casualties=(Casualty("killed", low, low, False, None, 0, 1, str(low)),))


@pytest.mark.parametrize(
    ("few", "many", "apart"), [(30, 9000, True), (3, 25, False), (12, 110, False), (0, 200, False)]
)
def test_the_dead_of_a_war_are_not_those_of_an_attack(shipped: Ontology, few: int, many: int, apart: bool) -> None:
    assert clash(killing(few), killing(many), shipped) is apart
    assert clash(killing(many), killing(few), shipped) is apart


@pytest.mark.parametrize(("other", "apart"), [row[1:] for row in CLASHES], ids=[row[0] for row in CLASHES])
def test_what_keeps_two_mentions_apart(shipped: Ontology, other: Event, apart: bool) -> None:
    assert clash(BASE, other, shipped) is apart
    assert clash(other, BASE, shipped) is apart


def test_who_is_killed_need_not_be_who_is_wounded(shipped: Ontology) -> None:
    sand = replace(DEATH, targets=(actor("Ivo Sand", "actor:ivo-sand", "Person"),))
    assert clash(DEATH, sand, shipped)
    assert not clash(DEATH, replace(sand, action="Wounding"), shipped)


def test_parts_of_one_town_are_one_place(shipped: Ontology) -> None:
    near, far = place("Old Lesk", at=(10.0, 20.1)), place("Gora", at=(11.0, 20.0))
    here = replace(BASE, places=(place("Lesk", at=(10.0, 20.0)),))
    assert not clash(here, replace(BASE, places=(near,)), shipped)
    assert clash(here, replace(BASE, places=(far,)), shipped)


def test_a_part_of_a_body_does_not_clash_with_it(shipped: Ontology) -> None:
    part = actor("Varian air force", f"{ARMY}-air-force", "Military")
    assert not clash(replace(BASE, agents=(SOLDIERS,)), replace(BASE, agents=(part,)), shipped)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Attack", "Airstrike", True),
        ("Airstrike", "Shelling", False),
        ("Killing", "Shelling", True),
        ("Wounding", "Killing", True),
        ("Killing", "Condemnation", False),
        ("Meeting", "Meeting", True),
        ("PropertyDestruction", "Bombing", True),
        ("Assassination", "Bombing", True),
        ("Ambush", "Shooting", True),
        ("GrenadeAttack", "Raid", True),
        ("Ambush", "Raid", False),
    ],
)
def test_same_family(shipped: Ontology, one: str, other: str, same: bool) -> None:
    assert same_family(one, other, shipped) is same


def grouped(
    ontology: Ontology,
    events: Sequence[Event],
    definite: Collection[int] = (),
    several: Collection[int] = (),
    another: Collection[int] = (),
    links: Mapping[int, Collection[int]] | None = None,
) -> tuple[int, ...]:
    """Cluster numbers; ``definite``, ``several`` and ``another`` are the numbers of such events."""
    told = [Introduction(n in definite, n in several, n in another) for n in range(len(events))]
    return group(events, told, links or {}, ontology)


def test_a_definite_noun_takes_up_what_was_told(shipped: Ontology) -> None:
    told, again = event("Airstrike", "bombed", targets=(CONVOY,)), event("Attack", "attack", 400)
    assert grouped(shipped, [told, again], definite=[1]) == (0, 0)


def test_two_towns_are_two_happenings(shipped: Ontology) -> None:
    events = [event("Shelling", "shelled", at, places=(place(name),)) for at, name in ((0, "Lesk"), (60, "Gora"))]
    assert grouped(shipped, events) == (0, 1)


def test_a_third_mention_joins_the_one_it_shares_the_place_with(shipped: Ontology) -> None:
    names = ((0, "Lesk"), (60, "Gora"), (400, "Lesk"))
    events = [event("Shelling", "shelling", at, places=(place(name),)) for at, name in names]
    assert grouped(shipped, events) == (0, 1, 0)


def test_victims_need_not_be_what_was_bombed(shipped: Ontology) -> None:
    embassy = actor("Serian embassy", "actor:SER-GOV", "Government", country="SER")
    vendor = Actor(0, 10, "Orla Gomez", Span(5, 10, "Gomez"), name="Orla Gomez", kind="Person")
    bombing, death = event("Bombing", "blast", targets=(embassy,)), event("Killing", "killed", 60, targets=(vendor,))
    other = replace(
        event("Killing", "killed", 90),
        targets=(replace(vendor, text="Ivo Marek", name="Ivo Marek", head=Span(4, 9, "Marek")),),
    )
    assert grouped(shipped, [bombing, death]) == (0, 0)
    assert clash(death, other, shipped)


def test_a_surname_takes_up_the_full_name(shipped: Ontology) -> None:
    full = Actor(0, 11, "Rosa Sandor", Span(5, 11, "Sandor"), name="Rosa Sandor", kind="Person")
    short = Actor(0, 6, "Sandor", Span(0, 6, "Sandor"), name="Sandor", kind="Organisation")
    told, again = event("Assassination", "killed", targets=(full,)), event("Killing", "murder", 2000, targets=(short,))
    assert grouped(shipped, [told, again]) == (0, 0)


def test_the_harm_of_several_explosions(shipped: Ontology) -> None:
    blasts = event("Bombing", "explosions", places=(place("Lesk"),))
    harm = event("Wounding", "wounded", 80, targets=(actor("people", None, "Civilians", number=Number(5, 5)),))
    assert grouped(shipped, [blasts, harm], several=[0]) == (0, 0)


def test_far_apart_with_nothing_shared(shipped: Ontology) -> None:
    one = event("Killing", "killed", targets=(actor("teacher", None, "Person"),))
    other = event("Shooting", "shot", 5000, targets=(actor("guards", None, "Military"),))
    assert grouped(shipped, [one, other]) == (0, 1)


def test_other_violence_near_by_is_another_happening(shipped: Ontology) -> None:
    one = event("Killing", "killed", agents=(actor("robbers"),), targets=(actor("guard", None, "Person"),))
    other = event("Abduction", "seized", 200, agents=(REBELS,), targets=(actor("girls", None, "Civilians"),), time=DAY)
    assert grouped(shipped, [one, other]) == (0, 1)


def test_a_murder_is_no_part_of_what_befalls_things(shipped: Ontology) -> None:
    murder = event("Killing", "murder", targets=(actor("teacher", None, "Person"),))
    blast = event("Bombing", "blew up", 200, agents=(REBELS,), targets=(actor("pylon", None, "Object"),))
    shots = event("Shooting", "shot", 200, targets=(actor("She", None, "Person"),))
    assert grouped(shipped, [murder, blast]) == (0, 1)
    assert grouped(shipped, [replace(murder, trigger=Span(0, 6, "killed")), blast]) == (0, 0)
    assert grouped(shipped, [murder, shots]) == (0, 0)


def test_several_deeds_of_another_kind_are_not_pointed_at(shipped: Ontology) -> None:
    one = event("Assassination", "assassinated", targets=(actor("mayor", None, "Person"),))
    for word, number in (("bombing", 0), ("bombings", 1)):
        other = event("Bombing", word, 200, agents=(REBELS,), targets=(actor("teacher", None, "Person"),))
        assert grouped(shipped, [one, other], definite=[1]) == (0, number)


LATE = replace(DAY, start="2021-03-02", end="2021-03-02")
OLD = replace(DAY, start="2020-12-01", end="2020-12-31", precision="month")


def test_others_who_act_on_others_are_apart(shipped: Ontology) -> None:
    crowd = event(
        "Raid", "stormed", agents=(actor("crowds", None, "Civilians"),), targets=(actor("palace", None, "Place"),)
    )
    raid = event("Attack", "attacked", 500, agents=(actor("gunmen"),), targets=(actor("camp", None, "Place"),))
    assert grouped(shipped, [crowd, raid]) == (0, 1)


def test_who_leads_a_coalition_acts_in_it(shipped: Ontology) -> None:
    led = event("Airstrike", "strike", agents=(actor("Serra", "actor:SER", "Government"),))
    coalition = event(
        "Airstrike", "strike", 200, agents=(actor("Serran-led coalition", "actor:serran-led", "Coalition"),)
    )
    assert grouped(shipped, [led, coalition]) == (0, 0)


def test_what_was_long_ago_is_not_what_the_report_is_of(shipped: Ontology) -> None:
    report = event("Bombing", "bombing", targets=(actor("market", None, "Place"),))
    before = event("Bombing", "blast", 300, time=OLD, targets=(actor("mosque", None, "Place"),))
    told = [Introduction(), Introduction()]
    assert group([report, before], told, {}, shipped, "2021-03-05") == (0, 1)
    assert group([report, before], told, {}, shipped) == (0, 0)


def test_a_condemned_attack_is_that_of_the_report(shipped: Ontology) -> None:
    report = event("Attack", "attacked", targets=(CONVOY,), time=LATE)
    before = event("Attack", "raid", 600, targets=(actor("mosque", None, "Place"),), time=OLD)
    again, pointed = event("Attack", "attack", 900), event("Attack", "attack", 700)
    known, pointing = Introduction(definite=True), Introduction(definite=True, pointing=True)
    events = [report, before, again]
    assert group(events, [Introduction(), Introduction(), known], {}, shipped, "2021-03-05") == (0, 1, 0)
    events = [report, before, pointed]
    assert group(events, [Introduction(), Introduction(), pointing], {}, shipped, "2021-03-05") == (0, 1, 1)


def test_act_and_effect_that_the_grammar_ties(shipped: Ontology) -> None:
    act = event("Shelling", "shelled", targets=(actor("town", None, "Place"),))
    effect = event("Killing", "killing", 30, targets=(actor("civilians", None, "Civilians", number=Number(5, 5)),))
    assert grouped(shipped, [act, effect], links={1: {0}}) == (0, 0)


@pytest.mark.parametrize("change", [{"status": "planned"}, {"time": NEXT}, {"places": (place("Gora"),)}])
def test_a_tie_does_not_join_what_is_told_as_two(shipped: Ontology, change: dict[str, Any]) -> None:
    act = event("Shelling", "shelled", time=DAY, places=(place("Lesk"),))
    other = replace(event("Killing", "kill", 30), **change)
    assert grouped(shipped, [act, other], links={1: {0}}) == (0, 1)


def test_repeated_attacks_are_no_single_one(shipped: Ontology) -> None:
    one = event("Attack", "attack", agents=(REBELS,), targets=(CONVOY,))
    many = event("Attack", "attacks", 200, agents=(REBELS,), targets=(CONVOY,))
    assert grouped(shipped, [one, many], several=[1]) == (0, 1)
    assert grouped(shipped, [many, one], several=[0]) == (0, 1)


def test_another_one_is_none_that_was_told_before(shipped: Ontology) -> None:
    first, other = event("Attack", "attack", targets=(CONVOY,)), event("Attack", "attack", 200)
    killed = replace(event("Killing", "killed", 200), sentence=other.sentence)
    assert grouped(shipped, [first, other, killed], definite=[1], another=[1, 2], links={2: {1}}) == (0, 1, 1)
    assert grouped(shipped, [first, killed, other], another=[1, 2]) == (0, 1, 1)


def test_the_same_target_by_reference(shipped: Ontology) -> None:
    first = actor("outpost", None, "Place")
    antecedent = replace(actor("it", None, "Place"), antecedent=Span(0, 7, "outpost"))
    one = event("Attack", "attacked", targets=(first,), places=(place("Lesk"),))
    other = event("Attack", "hit", 900, targets=(antecedent,), agents=(REBELS,))
    assert grouped(shipped, [one, other]) == (0, 0)


def test_numbers_begin_at_nought_in_text_order(shipped: Ontology) -> None:
    events = [event("Meeting", "met", n * 5000, agents=(actor(f"X{n}", f"actor:{n}"),)) for n in range(4)]
    assert grouped(shipped, events) == (0, 1, 2, 3)
    assert grouped(shipped, []) == ()


def echoed(*told: Event) -> tuple[int, ...]:
    """Group mentions of which some are echoes."""
    from kg.ontology import load

    return group(told, [Introduction()] * len(told), {}, load())


def test_an_echo_joins_the_nearest_that_it_can_be_of() -> None:
    shot, bombed = (
        event("Shooting", "shot", 0, targets=(CONVOY,)),
        event("Bombing", "blast", 500, places=(place("Gora"),)),
    )
    assert echoed(shot, bombed, event("Shooting", "gunshots", 520, rule="echo")) == (0, 1, 0)
    assert echoed(shot, bombed, event("Wounding", "wounds", 520, rule="echo")) == (0, 1, 1)
    assert echoed(event("Wounding", "wounds", 0, rule="echo"), event("Bombing", "blast", 90)) == (0, 0)


def test_an_echo_of_nothing_stays_alone() -> None:
    planned = event("Shooting", "shoot", 0, status="planned")
    assert len(set(echoed(planned, event("Shooting", "gunshots", 20, rule="echo")))) == 2


def test_a_mention_is_held_against_the_happenings_near_it(monkeypatch: pytest.MonkeyPatch, shipped: Ontology) -> None:
    held: list[Event] = []

    def counted(one: Event, other: Event, known: Ontology, *, kin: bool) -> bool:
        held.append(one)
        return clash(one, other, known, kin=kin)

    monkeypatch.setattr("kg.linking.likeness.clash", counted)
    towns = [event("Attack", at=n, places=(place(f"Lesk{chr(0x4E00 + n)}"),)) for n in range(2 * REACH)]
    told = [Introduction()] * len(towns)
    assert len(set(group(towns, told, {}, shipped))) == len(towns)
    assert max(sum(one is at for one in held) for at in towns) == REACH + 1
    held.clear()
    group([BASE] * 2 * REACH, told, {}, shipped)
    assert len(held) <= 2 * REACH * REACH
