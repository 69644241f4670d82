"""Rows out of a store: what the graph of incidents derives, with the words and sources of the records."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from kg.export.canonical import _sub_event, rows
from kg.export.chosen import Chosen
from kg.export.incidents_table import as_csv
from kg.export.reference import reference
from kg.export.rows import Row, Shares, Toll, once
from kg.export.tolls import shares
from kg.graph import incidents
from kg.graph.store import Store, open_store
from kg.model import Actor, Casualty, Event, Span


@pytest.fixture(scope="module")
def found(filled: Store) -> dict[str, Row]:
    return {row.id: row for row in rows(filled, reference(filled))}


def test_every_incident_is_one_row_by_day(found: dict[str, Row], filled: Store) -> None:
    asked = filled.query("SELECT ?i { ?i a kg:Incident }")
    assert set(found) == {str(row["i"]) for row in asked}
    assert [row.order for row in found.values()] == sorted(row.order for row in found.values())


def test_a_name_at_the_head_of_a_sentence_is_the_same_name() -> None:
    assert once(("witnesses", "Witnesses", "The United Nations", "the United Nations", "Adam")) == (
        "Adam",
        "the United Nations",
        "witnesses",
    )


def test_a_row_joins_what_the_articles_say(found: dict[str, Row]) -> None:
    row = found["incident:e1"]
    assert (row.action, row.status, row.confidence) == ("Airstrike", "asserted", 1.0)
    assert [(source.document, source.outlet) for source in row.sources] == [
        ("convoy hit/2", "Ormia Times"),
        ("tarn-2017-05-18", "Lake Wire"),
    ]
    assert (row.published, row.outlets) == (("2017-05-18", "2017-05-19"), ("Lake Wire", "Ormia Times"))
    assert replace(row, sources=(replace(row.sources[0], outlet=None),)).origins == ("convoy hit/2",)
    assert row.claimants == ("officials", "the Ormian army")
    assert row.notes.startswith("The Lake Coalition bombed a convoy near Tarn")
    assert row.notes.count(" | ") == 2
    assert [(party.id, party.known, party.kind) for party in row.agents] == [
        ("actor:lake-coalition", True, "Coalition")
    ]
    (target,) = row.targets
    assert (target.name, target.known, target.human) == ("a pro-government convoy", False, False)
    assert target.stances == (("supports", "actor:VEL-GOV"),)
    assert row.place is not None
    assert (row.place.name, row.place.relation, row.place.near, row.country) == ("Tarn", "near", True, "ORM")
    assert row.tolls == (Toll("killed", 6, 6, 6),)
    assert row.instruments == ("aircraft",)


def test_a_place_that_is_hit_is_where_it_was(found: dict[str, Row]) -> None:
    row = found["incident:e9"]
    assert [party.id for party in row.targets] == ["place:tarn"]
    assert row.place is not None
    assert (row.place.id, row.place.latitude, row.place.itself) == ("place:tarn", 33.5, True)


def test_what_is_not_asserted_is_a_row_with_its_status(found: dict[str, Row]) -> None:
    assert {row.status for row in found.values()} == {"asserted", "denied", "alleged", "failed"}


def test_the_dead_are_those_of_the_side_that_the_text_names(found: dict[str, Row]) -> None:
    row = found["incident:e4"]
    assert row.tolls == (Toll("killed", 10, 10, 12),)
    assert row.shares == Shares(targets=10)


def _casualty(number: int, group: Actor | None) -> Casualty:
    return Casualty("killed", number, number, False, group, 0, 1, "x")


def _actor(start: int, **more: str) -> Actor:
    return Actor(start, start + 1, f"x{start}", Span(start, start + 1, f"x{start}"), **more)


def test_figures_are_ascribed_to_sides(story: ModuleType, made: SimpleNamespace) -> None:
    army, rebels = _actor(1, kind="Military", sector="MIL", country="ORM"), _actor(3, kind="ArmedGroup", sector="REB")
    event = replace(
        story.FIRST_RECORD.events[4],
        agents=(rebels,),
        targets=(army,),
        casualties=(
            _casualty(5, _actor(7, kind="Military", country="ORM", sector="MIL")),
            _casualty(2, rebels),
            _casualty(3, _actor(9, kind="Civilians", sector="CVL")),
            _casualty(1, _actor(11, kind="Police", sector="COP")),
            _casualty(4, None),
        ),
    )
    assert shares([("a", event)], 15, {}) == Shares(agents=2, targets=5, civilians=3, unknown=5)
    assert shares([("a", event)], 14, {}) == Shares(unknown=14)


def test_the_mention_that_gives_the_best_figure_gives_the_sides(story: ModuleType) -> None:
    def mention(number: int, event: Event) -> Event:
        return replace(event, casualties=(_casualty(number, _actor(9, kind="Civilians", sector="CVL")),))

    event = story.FIRST_RECORD.events[4]
    assert shares([("a", mention(9, event)), ("b", mention(7, event))], 7, {}) == Shares(civilians=7)


def test_accounts_that_differ_stand_side_by_side(story: ModuleType, invented: Path, tmp_path: Path) -> None:
    first, second = story.FIRST_RECORD, story.SECOND_RECORD
    event = replace(first.events[1], casualties=(_casualty(9, None),))
    with open_store(str(tmp_path / "s"), ontology=invented) as store:
        store.add(replace(first, events=(event,)))
        store.add(second)
        incidents.refresh(store)
        (row,) = Chosen(store).rows
        assert row.accounts == ("killed 6 (the Ormian army)", "killed 9 (officials)")
        assert (row.reports, row.tolls) == (2, (Toll("killed", 6, 6, 9),))
        written = list(as_csv(Chosen(store)))
        assert "killed 6 (the Ormian army); killed 9 (officials)" in written[1]


def test_a_role_of_a_country_is_no_name(story: ModuleType, invented: Path, tmp_path: Path) -> None:
    event = story.FIRST_RECORD.events[4]
    agent = replace(event.agents[0], id="actor:ORM-REB", name="Ormian rebels")
    with open_store(str(tmp_path / "s"), ontology=invented) as store:
        store.add(replace(story.FIRST_RECORD, events=(replace(event, agents=(agent,)),)))
        incidents.refresh(store)
        (row,) = Chosen(store).rows
        assert (row.agents[0].id, row.agents[0].known) == ("actor:ORM-REB", False)


@pytest.mark.parametrize(
    ("types", "wanted"),
    [
        (("Attack", "Armed clash"), "Armed clash"),
        (("Armed clash", "Armed clash", "Government regains territory"), "Government regains territory"),
        (("Protest with intervention", "Excessive force against protestors"), "Excessive force against protestors"),
        ((None, None), None),
    ],
)
def test_the_sub_event_type_is_that_of_most_mentions_or_the_telling_one(
    story: ModuleType, types: tuple[str | None, ...], wanted: str | None
) -> None:
    event = story.FIRST_RECORD.events[0]
    assert _sub_event(event.action, [replace(event, acled=acled) for acled in types]) == wanted
