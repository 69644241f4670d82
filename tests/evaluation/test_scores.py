"""The scorer on records made by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.cli.main import run
from kg.dicts import to_dict
from kg.errors import BadRow, InputError
from kg.evaluation import Report, evaluate, load_records
from kg.evaluation.figures import calibration, intervals
from kg.evaluation.gold import GoldDocument, parse_gold
from kg.evaluation.scores import score
from kg.model import Actor, Attribution, Casualty, Event, Instrument, Place, Record, Span, Time

TEXT = "Police said rebels shelled Lesk with mortars on Monday, killing three. They left. A strike hit Arno."
TYPES = {"Shelling": "ASSAULT", "Attack": "ASSAULT", "Killing": "ASSAULT", "Withdrawal": "RETREAT"}
Jsonl = Callable[..., Path]


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def actor(words: str, **more: Any) -> Actor:
    at = span(words)
    return Actor(at.start, at.end, at.text, at, **more)


def event(action: str, trigger: str, **more: Any) -> Event:
    fields: dict[str, Any] = {"id": trigger, "incident": "i1", "plover": TYPES[action], "confidence": 0.75} | more
    return Event(action=action, cameo="", acled=None, trigger=span(trigger), sentence=Span(0, 1, "P"), **fields)


LESK, MORTARS, THREE = span("Lesk"), span("mortars"), span("three")
SHELLING = event(
    "Shelling",
    "shelled",
    agents=(actor("rebels", id="actor:x", country="SYR"),),
    targets=(actor("Lesk"),),
    places=(Place(LESK.start, LESK.end, "Lesk", relation="in"),),
    instruments=(Instrument(MORTARS.start, MORTARS.end, "mortars", "mortar"),),
    time=Time("2016-05-30", "2016-05-30", "day", "text"),
    attribution=(0,),
)
KILLING = event(
    "Killing", "killing", casualties=(Casualty("killed", 3, 3, False, None, THREE.start, THREE.end, "three"),)
)
LEFT = event("Withdrawal", "left", agents=(actor("They", antecedent=span("rebels")),), incident="i2")
SAID = (Attribution(span("Police"), None, span("said"), span("rebels")),)
GOLD = parse_gold(
    {
        "id": "a",
        "text": TEXT,
        "events": [
            {
                "action": "Shelling",
                "trigger": "shelled",
                "agents": [{"text": "rebels", "id": "actor:x", "country": "SYR"}],
                "targets": ["Lesk"],
                "places": [{"text": "Lesk", "relation": "In"}],
                "instruments": ["mortars"],
                "time": {"start": "2016-05-30", "end": "2016-05-30"},
                "attribution": ["Police"],
                "incident": "a",
            },
            {
                "action": "Killing",
                "trigger": "killing",
                "agents": [],
                "targets": [],
                "casualties": [{"kind": "killed", "low": 3}],
                "incident": "a",
            },
            {
                "action": "Withdrawal",
                "trigger": "left",
                "agents": [{"text": "They", "antecedent": "rebels"}],
                "targets": [],
                "incident": "b",
            },
        ],
        "not_events": ["strike"],
    }
)


def report(*events: Event, gold: GoldDocument = GOLD, rounds: int = 0) -> Report:
    return evaluate([gold], {"a": Record("a", events=events, attributions=SAID)}, TYPES, rounds)


def test_a_right_record_is_right_in_everything() -> None:
    figures = report(SHELLING, KILLING, LEFT).figures
    assert figures.pop("false_facts") == 0
    assert set(figures.values()) == {100.0}
    assert {"incident.F1", "casualties.F1", "place.relation", "antecedent", "link.id", "attribution.R"} < set(figures)


def test_what_is_missing_and_what_is_too_much() -> None:
    found = report(SHELLING, event("Attack", "strike"))
    assert found.figures["trigger.P"] == 50.0
    assert found.figures["trigger.R"] == pytest.approx(100 / 3)
    assert found.figures["false_facts"] == 100.0
    events = [(m["error"], m.get("found", m.get("expected"))) for m in found.mistakes if m["what"] == "event"]
    assert sorted(events) == [
        ("false alarm", "Attack"),
        ("false fact", "Attack"),
        ("miss", "Killing"),
        ("miss", "Withdrawal"),
    ]


def test_a_related_action_has_the_right_type_only() -> None:
    figures = report(replace(SHELLING, action="Attack"), KILLING, LEFT).figures
    assert figures["type.F1"] == 100.0
    assert figures["action.F1"] == pytest.approx(200 / 3)


@pytest.mark.parametrize(
    ("wrong", "figure", "value"),
    [
        (replace(SHELLING, status="denied"), "status", 200 / 3),
        (replace(SHELLING, agents=()), "agent.R", 50.0),
        (replace(SHELLING, agents=(actor("rebels"), actor("mortars"))), "agent.P", 200 / 3),
        (replace(SHELLING, agents=(actor("rebels", id="actor:y"),)), "link.id", 0.0),
        (replace(SHELLING, agents=(actor("rebels", country="IRQ"),)), "link.country", 0.0),
        (replace(SHELLING, places=()), "place.R", 0.0),
        (replace(SHELLING, places=(replace(SHELLING.places[0], relation="near"),)), "place.relation", 0.0),
        (replace(SHELLING, time=Time("2016-05-30", "2016-06-02")), "time", 0.0),
        (replace(SHELLING, attribution=()), "attribution.R", 0.0),
        (replace(SHELLING, incident="i3"), "incident.R", 0.0),
        (replace(SHELLING, targets=(actor("Arno"),)), "whole", 200 / 3),
    ],
)
def test_each_part_is_scored(wrong: Event, figure: str, value: float) -> None:
    assert report(wrong, KILLING, LEFT).figures[figure] == pytest.approx(value)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ({"low": 3}, (3, 3), True),
        ({"low": 3}, (3, None), False),
        ({"low": 3, "high": None}, (3, None), True),
        ({"low": 24, "high": None, "approximate": True}, (20, 99), True),
        ({"low": 24, "high": None, "approximate": True}, (3, 5), False),
        ({"low": 0}, (0, 0), True),
    ],
)
def test_figures_of_casualties(gold: dict[str, Any], found: tuple[int, int | None], right: bool) -> None:
    wanted = parse_gold(
        {
            "id": "a",
            "text": TEXT,
            "events": [{"action": "Killing", "trigger": "killing", "casualties": [{"kind": "killed", **gold}]}],
        }
    )
    toll = replace(KILLING.casualties[0], low=found[0], high=found[1])
    assert report(replace(KILLING, casualties=(toll,)), gold=wanted).figures["casualties.F1"] == 100.0 * right


def test_a_figure_that_two_events_carry_counts_once() -> None:
    assert report(replace(SHELLING, casualties=KILLING.casualties), KILLING, LEFT).figures["casualties.P"] == 100.0


def test_optional_events_and_actors_are_neither_missed_nor_wrong() -> None:
    gold = parse_gold(
        {
            "id": "a",
            "text": TEXT,
            "events": [
                {"action": "Withdrawal", "trigger": "left", "optional": True},
                {
                    "action": "Shelling",
                    "trigger": "shelled",
                    "agents": ["rebels"],
                    "targets": [{"text": "Lesk", "optional": True}],
                },
            ],
        }
    )
    for events in ((SHELLING, LEFT), (replace(SHELLING, targets=()),)):
        figures = report(*events, gold=gold).figures
        assert (figures["trigger.F1"], figures["agent.F1"], figures["whole"]) == (100.0, 100.0, 100.0)


def test_the_sides_of_a_reciprocal_event_may_stand_on_either_side() -> None:
    swapped = replace(SHELLING, agents=SHELLING.targets, targets=SHELLING.agents)
    assert report(swapped, KILLING, LEFT).figures["agent.F1"] == 50.0
    assert report(replace(swapped, reciprocal=True), KILLING, LEFT).figures["agent.F1"] == 100.0


def test_an_event_that_did_not_take_place_is_no_fact() -> None:
    gold = parse_gold(
        {"id": "a", "text": TEXT, "events": [{"action": "Shelling", "trigger": "shelled", "status": "denied"}]}
    )
    assert report(SHELLING, gold=gold).figures["false_facts"] == 100.0
    assert report(replace(SHELLING, status="denied"), gold=gold).figures["false_facts"] == 0.0


def test_a_document_without_a_record_counts_as_empty() -> None:
    found = evaluate([GOLD], {}, TYPES)
    assert (found.without_record, found.figures["trigger.R"]) == (1, 0.0)


def test_an_action_that_the_ontology_has_not_is_named() -> None:
    with pytest.raises(BadRow, match="no action 'Shelling'"):
        evaluate([GOLD], {}, {"Attack": "ASSAULT"})


def test_calibration() -> None:
    judged = [(0.95, True), (0.95, True), (0.95, True), (0.95, False), (0.5, False), (1.0, True)]
    found = calibration(judged)
    assert [(b.low, b.events) for b in found.bins] == [(0.5, 1), (0.9, 5)]
    assert found.bins[1].right == pytest.approx(0.8)
    assert found.bins[1].confidence == pytest.approx(0.96)
    assert found.error == pytest.approx((0.5 + 5 * 0.16) / 6)
    assert found.brier == pytest.approx((3 * 0.05**2 + 0.95**2 + 0.25) / 6)


def test_nothing_read_is_no_error() -> None:
    found = calibration([])
    assert (found.bins, found.brier, found.error) == ((), 0.0, 0.0)


def test_intervals_hold_the_figure_and_do_not_change() -> None:
    read = [Record("a", events=events, attributions=SAID) for events in ((SHELLING,), (SHELLING, KILLING), ())]
    parts = [score(GOLD, record, TYPES).counts for record in read]
    found = intervals(parts, 200)
    assert found == intervals(parts, 200)
    low, high = found["trigger.R"]
    assert low < 100 / 3 < high


def test_intervals_are_part_of_the_report() -> None:
    assert report(SHELLING, KILLING, LEFT, rounds=20).intervals["trigger.F1"] == (100.0, 100.0)


def test_records_of_other_documents_and_repeats_are_named(jsonl: Jsonl) -> None:
    rows = [to_dict(Record(name, events=(SHELLING,))) for name in ("a", "a", "b")]
    records, complaints = load_records(jsonl(*rows), [GOLD])
    assert list(records) == ["a"]
    assert records["a"].events == (SHELLING,)
    assert [c.split(": ", 1)[1] for c in complaints] == [
        "'a' has a record already, the first is used",
        "the gold has no document 'b'",
    ]


def test_records_of_another_text_are_named(jsonl: Jsonl) -> None:
    other = replace(GOLD, text="Something else altogether, and long enough to hold the offsets of the events")
    assert "do not quote" in load_records(jsonl(to_dict(Record("a", events=(SHELLING,)))), [other])[1][0]


def test_an_attribution_that_the_record_has_not_is_no_source() -> None:
    found = evaluate([GOLD], {"a": Record("a", events=(SHELLING,))}, TYPES)
    assert found.figures["attribution.R"] == 0.0


def test_files_that_hold_no_records(jsonl: Jsonl, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r":1: no record of kg extract; make them with kg extract GOLD"):
        load_records(jsonl("[1]"), [GOLD])
    with pytest.raises(InputError, match="No such file"):
        load_records(tmp_path / "none", [GOLD])


def test_the_command(jsonl: Jsonl, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {
        "id": "a",
        "text": TEXT,
        "events": [{"action": "Shelling", "trigger": "shelled", "agents": ["rebels"], "targets": ["Lesk"]}],
        "not_events": ["strike"],
    }
    gold = jsonl(row, name="gold.jsonl")
    records = jsonl(to_dict(Record("a", events=(SHELLING, event("Attack", "strike")))), name="records.jsonl")
    errors = tmp_path / "errors.jsonl"
    assert run(["eval", str(gold), str(records), "--errors", str(errors)]) == 0
    out = capsys.readouterr().out
    assert "trigger            50.0  100.0   66.7   events found, by their words" in out
    assert "0.7 to 0.8      2 events   mean 0.75   right 0.50" in out
    mistakes = [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()]
    assert {m["error"] for m in mistakes} == {"false alarm", "false fact"}
    assert run(["eval", str(gold), str(records), "--json", "--bootstrap", "10"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["figures"]["trigger.P"] == 50.0
    assert told["intervals"]["trigger.P"] == [50.0, 50.0]


def test_the_command_without_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", str(tmp_path / "no.jsonl"), str(tmp_path / "no.jsonl")]) == InputError.exit_code
    assert "No such file" in capsys.readouterr().err
