from __future__ import annotations

from typing import Any

import pytest

from kg.errors import QueryError
from kg.graph.queries import NamedQuery, ask, library, named, read, render
from kg.graph.queries.patterns import days
from kg.graph.store import Store

NAMES = [query.name for query in library()]
GIVEN = {
    "place": "Ormia",
    "actor": "Velandic Army",
    "event": "event:e1",
    "box": "-180,-90,180,90",
    "near": "33.5,38.66",
    "area": "Ormia",
}
#: those whose question the two articles of the story do not answer
SILENT = {"contradictions", "one-sided-violence", "co-belligerents"}


def rows(store: Store, name: str, **given: str) -> list[dict[str, Any]]:
    """Ask with names looked up first, and see that the query on its own answers the same."""
    found = list(ask(store, named(name), given))
    assert found == list(store.query(render(named(name), given)))
    return found


def column(store: Store, name: str, variable: str, **given: str) -> list[Any]:
    return [row[variable] for row in rows(store, name, **given)]


@pytest.mark.parametrize("name", NAMES)
def test_every_query_is_described_and_answers(filled: Store, name: str) -> None:
    query = named(name)
    assert query.description.endswith(".")
    assert query.example.startswith(f"kg query {name}")
    found = rows(filled, name, **{p.name: GIVEN[p.name] for p in query.parameters if p.required})
    assert bool(found) != (name in SILENT)


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_a_query_as_it_stands(filled: Store, name: str) -> None:
    filled.query(named(name).text)


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_has_a_place_in_its_query(filled: Store, name: str) -> None:
    query = named(name)
    values = {
        "on": "2017",
        "since": "2017-05",
        "until": "2017-05-18",
        "limit": "5",
        "status": "denied,failed",
        "action": "Attack",
    }
    values |= {
        "relation": "attacked",
        "id": "incident:e1",
        "least": "1",
        "text": "x",
        "actor": "actor:VEL",
        "place": "place:tarn",
        "named": "actor:VEL",
        "either": "Veland",
        "by": "month,dyad",
        "box": "38,33,39.5,34",
        "centre": "33.5,38.66",
        "within": "20.5",
        "weeks": "4",
        "latest": "2017-05",
    }
    for parameter in query.parameters:
        assert f"#{{{parameter.name}}}" in query.text
        required = {p.name: GIVEN[p.name] for p in query.parameters if p.required}
        filled.query(render(query, {**required, parameter.name: values[parameter.type]}))


def test_the_library_answers_the_questions_of_the_start() -> None:
    asked = {
        "who-struck-whom",
        "events-at-place",
        "events-by-actor",
        "timeline",
        "claims-by-source",
        "dyads",
        "casualties",
        "provenance",
    }
    assert asked <= set(NAMES)


def test_who_struck_whom_on_a_day_where_and_according_to_whom(filled: Store) -> None:
    (row,) = rows(filled, "who-struck-whom", on="2017-05-18")
    assert row["agentName"] == "Lake Coalition"
    assert row["targetName"] == "a pro-government convoy"
    assert row["places"] == "Tarn"
    assert set(row["accordingTo"].split("; ")) == {"officials", "the Ormian army"}
    assert row["reports"] == 2


def test_who_attacked_a_place_and_which_attacks_failed(filled: Store) -> None:
    found = {(r["agents"], r["status"], r["start"]) for r in rows(filled, "attacks-on-place", place="Tarn")}
    assert found == {
        (None, "asserted", None),
        ("Velandic Army", "asserted", "2016-06-01"),
        ("Northern Front", "failed", "2017-04-01"),
        ("Lake Coalition", "asserted", "2017-05-18"),
    }


def test_what_a_state_did_counts_its_army(filled: Store) -> None:
    actions = ["Airstrike", "Training", "ArmedClash", "Attack"]  # those without a date are last
    assert column(filled, "events-by-actor", "action", actor="Veland") == actions
    assert column(filled, "events-by-actor", "action", actor="actor:VEL") == actions
    assert column(filled, "events-by-actor", "action", actor="VELANDIC forces", status="denied") == ["Attack"]
    assert column(filled, "events-by-actor", "action", actor="nobody") == []


def test_a_clash_is_what_both_sides_did(filled: Store) -> None:
    assert "Northern Front" in column(filled, "events-by-actor", "targets", actor="Velandic Army", action="ArmedClash")
    assert "Velandic Army" in column(filled, "events-by-actor", "targets", actor="Northern Front", action="ArmedClash")


def test_what_is_only_claimed_and_by_whom(filled: Store) -> None:
    found = {(row["status"], row["sources"], row["cue"]) for row in rows(filled, "only-claimed")}
    assert found == {
        ("denied", "Veland", "denied"),
        ("alleged", None, "suspected"),
        ("failed", None, "failed"),
    }


def test_which_sentence_and_rule_stand_behind_a_triple(filled: Store) -> None:
    (row,) = rows(filled, "provenance", subject="Veland", relation="attacked", object="Tarn")
    assert row["event"] == "event:e9"
    assert row["rule"] == "active"
    assert row["sentence"] == "In June 2016 Velandic warplanes bombed the outpost."


def test_any_hostile_act_is_one_query(filled: Store) -> None:
    found = {(row["subjectName"], row["relation"]) for row in rows(filled, "hostile-acts")}
    assert found == {
        ("Lake Coalition", "airstruck"),
        ("Velandic Army", "airstruck"),
        ("Velandic Army", "clashedWith"),
        ("Northern Front", "clashedWith"),
    }


def test_conflict_and_cooperation_are_apart(filled: Store) -> None:
    assert set(column(filled, "cooperation", "relation")) == {"endorsed", "trained"}


def test_a_country_names_the_places_in_it(filled: Store) -> None:
    assert set(column(filled, "events-at-place", "placeName", place="Ormia")) == {"Tarn", "Lesk"}
    assert set(column(filled, "events-at-place", "placeName", place="place:gn-4711")) == {"Lesk"}


def test_an_incident_without_a_place_is_at_no_place(filled: Store) -> None:
    assert "incident:e2" not in column(filled, "casualties", "incident", place="Ormia")
    assert column(filled, "who-struck-whom", "incident", place="Lesk") == ["incident:e4"]


def test_what_nobody_is_said_to_have_done(filled: Store) -> None:
    assert column(filled, "unattributed", "incident") == ["incident:e7"]


def test_casualties_can_be_asked_by_kind_and_number(filled: Store) -> None:
    assert column(filled, "casualties", "incident", kind="killed", least="7") == ["incident:e4"]


def test_claims_can_be_asked_by_words_or_by_actor(filled: Store) -> None:
    assert column(filled, "claims-by-source", "event", source="OFFICIAL") == ["event:e1"]
    assert column(filled, "claims-by-source", "event", actor="Veland") == ["event:e5"]


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("who-struck-whom", {"colour": "red"}, "no parameter 'colour'; it has actor, target"),
        ("events-at-place", {}, "needs -p place="),
        ("events-at-place", {"place": "  "}, "needs -p place="),
        ("timeline", {"status": "sure"}, "no status 'sure'; there are asserted"),
        ("timeline", {"since": "May"}, "'May' is no day, month or year"),
        ("timeline", {"since": "2017-02-30"}, "'2017-02-30' is no day"),
        ("timeline", {"limit": "10; DROP"}, "no whole number"),
        ("timeline", {"limit": "٣"}, "no whole number"),
        ("timeline", {"limit": "0"}, "no whole number from 1"),
        ("timeline", {"since": "2017-06", "until": "2017-05-31"}, "since 2017-06 is after until 2017-05-31"),
        ("timeline", {"since": "2018", "until": "2017"}, "nothing can lie between"),
        ("timeline", {"since": "٢٠١٧"}, "is no day, month or year"),
        ("timeline", {"action": "Attack } DROP"}, "no name of the ontology"),
        ("event", {"event": "x:y"}, "no compact id"),
    ],
)
def test_wrong_parameters_are_told_in_one_line(name: str, given: dict[str, str], words: str) -> None:
    with pytest.raises(QueryError) as raised:
        render(named(name), given)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "value",
    [
        'x" } } DELETE { ?s ?p ?o } #',
        "x\\",
        'a"@en . ?s ?p ?o . "',
        "line\nbreak",
        "actor:x> } SELECT * { <",
        "http://x/>}",
        "#{limit}",
    ],
)
def test_no_value_can_leave_its_quotes(filled: Store, value: str) -> None:
    assert rows(filled, "events-by-actor", actor=value) == []
    assert rows(filled, "events-at-place", place=value) == []
    assert rows(filled, "claims-by-source", source=value) == []


def test_an_unknown_query_names_those_there_are() -> None:
    with pytest.raises(QueryError, match="who-struck-whom"):
        named("who-hit-whom")


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2017", ("2017-01-01", "2017-12-31")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2017-05-18", ("2017-05-18", "2017-05-18")),
    ],
)
def test_days_months_and_years_are_spans_of_days(value: str, span: tuple[str, str]) -> None:
    assert days(value) == span


@pytest.mark.parametrize("value", ["2017-13", "17-01-01", "2017-5-1", "0000-01-01", "2017-05-18T00:00"])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="no day, month or year"):
        days(value)


def test_a_malformed_header_is_refused() -> None:
    with pytest.raises(QueryError, match="cannot read '@param x colour help'"):
        read("q", "# What.\n# @param x colour help\nSELECT * {}")


def test_a_header_is_read() -> None:
    query = read("q", "# One\n# two.\n# @param n limit=5 most rows\n# @example kg query q\nSELECT * {}\n#{n}")
    assert isinstance(query, NamedQuery)
    assert (query.description, query.example) == ("One two.", "kg query q")
    assert render(query, {}).endswith("LIMIT 5")
    assert render(query, {"n": "7"}).endswith("LIMIT 7")


def test_what_is_claimed_and_how_many_suffered_can_be_asked_for_by_place_and_day(filled: Store) -> None:
    assert set(column(filled, "only-claimed", "event", place="Ormia", since="2017-04-02")) == {"event:e6", "event:e8"}
    assert column(filled, "only-claimed", "event", place="Ormia", until="2016") == []
    assert set(column(filled, "casualty-figures", "incident", place="Tarn", on="2017-05-18")) == {"incident:e1"}


def test_a_denial_is_no_claim_that_somebody_did_it(filled: Store) -> None:
    claims = {row["status"]: row["claim"] for row in rows(filled, "claims-against", actor="Velandic Army")}
    assert claims["denied"] == "did not do it"
