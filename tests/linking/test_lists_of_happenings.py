"""Lists of happenings: items, timelines, diaries and the reports of monitors, in which each line tells a thing of its own."""

from __future__ import annotations

import pytest

from kg.language.pipeline import load, parse
from kg.linking.entries import entries
from kg.linking.records import record
from kg.model import Document, Event, Record
from kg.ontology import load as load_ontology


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Rebels shelled Lesk.\nTwo died.", []),
        ("17:02 Nine killed in Lesk\nA mine went off.\n18:10 Two held", ["17:02", "18:10"]),
        ("Ituri: Rebels killed two.\nNorth Kivu: Troops left.", ["Ituri", "North"]),
        ("- Rebels shelled Lesk.\n- Two nuns were seized.\n\nTroops left Oru.", ["Rebels", "Two", "Troops"]),
        ("1. On Monday rebels shelled Lesk.\n2. On Tuesday they left.", ["On Monday", "On Tuesday"]),
        ("15 February: Protests erupt in Lesk.\nMarch 3 - Troops leave Oru.", ["Protests", "Troops"]),
        ("Page 3 - Rebels shelled Lesk.\n12 Nuns - all of one house - were seized.", []),
    ],
)
def test_where_the_entries_of_a_list_begin(text: str, begins: list[str]) -> None:
    found = [text[start:].lstrip() for start in entries(text)]
    assert len(found) == len(begins)
    assert all(entry.startswith(first) for entry, first in zip(found, begins, strict=True))


def events(text: str) -> dict[str, Event]:
    """The events of a report of 18 May 2024 by the words of their triggers."""
    return {e.trigger.text: e for e in told(text).events}


def told(text: str) -> Record:
    """What a report of 18 May 2024 tells."""
    document, doc = next(iter(parse([Document("d", text, published="2024-05-18")], load())))
    return record(document, doc, load_ontology())


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a timeline
            "Lesk: a timeline\n\n15 February: Police arrest a judge in Lesk.\n"
            "20 February: Rebels shell Oru. Two nuns are killed.",
            [("arrest", "2024-02-15"), ("shell", "2024-02-20"), ("killed", "2024-02-20")],
        ),
        (  # with dashes
            "March 3 - Rebels seized Lesk.\nMarch 5 - Troops retook the town. Four rebels died.",
            [("seized", "2024-03-03"), ("retook", "2024-03-05"), ("died", "2024-03-05")],
        ),
        (  # a diary
            "Monday, 6 May\n\nRebels shelled a school in Lesk.\n\nTuesday, 7 May\n\nA missile struck a mill in Oru.",
            [("shelled", "2024-05-06"), ("struck", "2024-05-07")],
        ),
        ("May 17, 2024\n\nRebels shelled a school in Lesk.", [("shelled", None)]),  # the day of a page
        ("15 May: Rebels shelled Lesk. Troops will attack Oru.", [("shelled", "2024-05-15"), ("attack", "2024-05-18")]),
    ],
)
def test_the_day_that_heads_a_line_is_that_of_what_it_tells(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = events(text)
    assert [(word, found[word].time.start) for word, _ in expected] == expected


@pytest.mark.model
def test_a_month_before_a_colon_says_nothing() -> None:
    text = "Lesk: key moments\n\n15 February: Protests erupt in Lesk after the arrest of Ana Ruiz."
    assert told(text).attributions == ()


REPORT = (
    "Highlights\n- Heavy fighting between the Sudanese Armed Forces and the Rapid Support Forces continued in Nyala.\n"
    "- On 11 May, shells landed on a market in Omdurman, killing 12 civilians.\n"
    "- Two aid workers were abducted near Zalingei on 9 May.\n\n"
    "Clashes between the army and the RSF in Nyala entered their third day on 13 May. At least 60 people have been killed "
    "and 250 injured, the Ministry of Health said. RSF elements attacked the police headquarters in Al Fula on 8 May. "
    "SAF airstrikes were reported around the town on the same day."
)


@pytest.mark.model
def test_the_items_of_a_list_are_happenings_of_their_own() -> None:
    found = events(REPORT)
    assert found["killed"].incident == found["Clashes"].incident
    assert len({found[word].incident for word in ("landed", "abducted", "killed", "attacked")}) == 4
    assert found["killed"].time.start == "2024-05-13"


@pytest.mark.model
def test_a_list_tells_nothing_in_passing() -> None:
    found = events(REPORT)
    assert [place.text for place in found["fighting"].places] == ["Nyala"]
    assert [actor.name for actor in found["airstrikes were reported"].agents] == ["Sudanese Armed Forces"]
    assert found["airstrikes were reported"].time.start == "2024-05-08"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "place", "day"),
    [
        ("Clashes were reported in Homs on Monday.", "Clashes were reported", "Homs", "2024-05-13"),
        (
            "Two explosions were heard in Odesa early on Monday, residents said.",
            "explosions were heard",
            "Odesa",
            "2024-05-13",
        ),
        ("Explosion heard in Belgorod on Monday.", "Explosion heard", "Belgorod", "2024-05-13"),
        ("Heavy shelling could be heard in Goma on Friday.", "shelling could be heard", "Goma", "2024-05-17"),
        ("A blast in Gaza was heard in Tel Aviv.", "blast in Gaza was heard", "Gaza", None),
        (
            "Ukrainian forces made marginal advances south of Bakhmut on Monday.",
            "made marginal advances",
            "Bakhmut",
            "2024-05-13",
        ),
        (
            "Russian forces conducted offensive operations near Svatove.",
            "conducted offensive operations",
            "Svatove",
            None,
        ),
    ],
)
def test_what_is_reported_or_heard_somewhere_was_there(text: str, trigger: str, place: str, day: str | None) -> None:
    event = events(text)[trigger]
    assert [p.text for p in event.places] == [place]
    assert event.status == "asserted"
    assert day in {None, event.time.start}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        # nobody's people: those counted in the sentence before are others
        ("Two Turkish soldiers died in Afrin. In Idlib a bomb hit a bakery, killing nine.", "killing", [None]),
        ("Three Turkish soldiers were ambushed in Afrin. Four were wounded.", "wounded", ["Turkish Armed Forces"]),
        # a kind of building is no base named before
        ("Shells hit the Karari market. Gunmen attacked the police headquarters in Lesk.", "attacked", [None]),
        ("Clashes between Dozo hunters and jihadists left 12 dead near Djenne.", "Clashes", [None]),
        ("A former Bosnian Serb leader was found guilty of genocide.", "found guilty", ["Bosnian public figures"]),
        ("Former Bosnian Serb leader found guilty of genocide", "found guilty", ["Bosnian public figures"]),
    ],
)
def test_whom_a_deed_befell_is_nobody_told_elsewhere(text: str, trigger: str, targets: list[str | None]) -> None:
    assert [actor.name for actor in events(text)[trigger].targets] == targets


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "court"),
    [
        ("A court in Nairobi jailed two men on Thursday.", "Kenyan judiciary"),
        ("Turkish prosecutors indicted the mayor on Monday.", "Turkish judiciary"),
        ("Israel's Supreme Court rejected the appeal of a minister.", "Supreme Court of Israel"),
    ],
)
def test_not_every_court_is_the_highest(text: str, court: str) -> None:
    assert [actor.name for actor in told(text).events[0].agents] == [court]
