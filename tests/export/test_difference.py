from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from kg.export import write
from kg.export.difference import by_event, by_triple
from kg.graph.parts import open_part
from kg.graph.store import Store, open_store
from kg.model import Record


@pytest.fixture
def make(tmp_path: Path, invented: Path) -> Callable[..., Store]:
    """Make a store of records."""

    def made(name: str, *records: Record) -> Store:
        store = open_store(str(tmp_path / name), ontology=invented)
        for record in records:
            store.add(record)
        return store

    return made


def test_a_store_does_not_differ_from_its_exports(
    make: Callable[..., Store], story: ModuleType, tmp_path: Path
) -> None:
    store = make("1", *story.RECORDS)
    for form in ("nq", "trig", "ttl"):
        write(store, form, tmp_path / f"graph.{form}")
        with open_part(str(tmp_path / f"graph.{form}")) as part:
            assert not by_triple(store, part)
            assert not by_event(part, store)


def test_triples_of_one_side_alone_are_listed(make: Callable[..., Store], story: ModuleType) -> None:
    record = story.SECOND_RECORD
    found = by_triple(make("1", record), make("2", replace(record, title="Other", source=None)))
    article = "<https://w3id.org/conflict-event-kg/article/convoy%20hit%2F2>"
    title = f"{article} <https://w3id.org/conflict-event-kg/ontology#title>"
    assert f'{title} "Other"@en .' in found.second
    assert any(line.startswith(title) for line in map(str, found.first))
    assert [line[0] for line in found.render()] == ["-"] * len(found.first) + ["+"] * len(found.second)
    assert json.loads(found.to_json()) == {"first": list(found.first), "second": list(found.second)}


def test_an_event_that_is_told_otherwise_is_a_change(make: Callable[..., Store], story: ModuleType) -> None:
    record = story.SECOND_RECORD
    (event,) = record.events
    told = replace(event, id="new", action="Shelling", status="denied", targets=())
    found = by_event(make("1", record), make("2", replace(record, events=(told,))))
    assert (found.first, found.second) == ((), ())
    ((one, other),) = found.changed
    assert (one.said["action"], other.said["action"]) == (("kg:Airstrike",), ("kg:Shelling",))
    lines = list(found.render())
    assert lines[0].startswith("~ Airstrike: Lake Coalition > ")
    assert "    status: kg:Asserted -> kg:Denied\n" in lines
    assert any(line.startswith("    targets: ") and line.endswith(" -> nothing\n") for line in lines)
    assert json.loads(found.to_json())["changed"][0]["fields"] == ["action", "status", "targets"]


def test_an_event_that_has_moved_in_its_article_is_the_same(make: Callable[..., Store], story: ModuleType) -> None:
    record = story.SECOND_RECORD
    (event,) = record.events
    trigger = replace(event.trigger, start=event.trigger.start + 3, end=event.trigger.end + 3)
    moved = replace(event, id="new", trigger=trigger)
    assert not by_event(make("1", record), make("2", replace(record, events=(moved,))))
    twice = replace(record, events=(event, replace(moved, trigger=replace(trigger, start=0, end=2))))
    found = by_event(make("3", twice), make("4", replace(record, events=(moved,))))
    assert (len(found.first), found.second) == (1, ())


def test_events_of_one_side_alone_are_listed(make: Callable[..., Store], story: ModuleType) -> None:
    found = by_event(make("1", story.FIRST_RECORD), make("2", story.SECOND_RECORD))
    assert (len(found.first), len(found.second), found.changed) == (10, 1, ())
    assert next(iter(found.render())).startswith("- ")
    assert json.loads(found.to_json())["second"][0]["casualties"] == ["killed 6"]
