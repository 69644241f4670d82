"""The gold form: short to write, strict about mistakes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kg.errors import BadRow, InputError
from kg.evaluation.gold import load_gold, locate, parse_gold
from kg.model import Span

TEXT = "Rebels shelled Lesk. The rebels left Lesk."
Jsonl = Callable[..., Path]


def row(**event: Any) -> dict[str, Any]:
    return {"id": "a", "text": TEXT, "events": [{"action": "Shelling", "trigger": "shelled", **event}]}


def test_words_are_found_in_the_text() -> None:
    event = parse_gold(row(targets=["Lesk", {"text": "Lesk", "nth": 2}])).events[0]
    assert event.trigger == Span(7, 14, "shelled")
    assert event.targets is not None
    assert [mention.span.start for mention in event.targets] == [15, 37]


def test_whole_words_go_first() -> None:
    assert locate("art", "start of art").start == 9
    assert locate("art", "a start").start == 4


def test_offsets_may_be_given() -> None:
    assert locate({"start": 0, "end": 6, "text": "Rebels"}, TEXT) == Span(0, 6, "Rebels")


@pytest.mark.parametrize(
    "words", ["tanks", {"text": "Lesk", "nth": 3}, {"start": 0, "end": 3, "text": "Rebels"}, {"start": 9, "end": 99}]
)
def test_words_that_are_not_there_are_refused(words: str | Mapping[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"stands|is 'R|is 'e"):
        locate(words, TEXT)


def test_what_is_left_out_is_open_and_an_empty_list_is_none() -> None:
    event = parse_gold(row(agents=[])).events[0]
    assert event.agents == ()
    assert (event.targets, event.places, event.time, event.casualties) == (None, None, None, None)
    assert event.statuses == ("asserted",)


def test_two_right_answers() -> None:
    event = parse_gold(row(action="Shelling|Attack", status="alleged|planned")).events[0]
    assert (event.actions, event.statuses) == (("Shelling", "Attack"), ("alleged", "planned"))


@pytest.mark.parametrize(("given", "high"), [({}, 3), ({"high": None}, None), ({"high": 5}, 5)])
def test_casualties_without_an_upper_bound_are_exact(given: dict[str, Any], high: int | None) -> None:
    event = parse_gold(row(casualties=[{"kind": "killed", "low": 3, **given}])).events[0]
    assert event.casualties is not None
    assert event.casualties[0].high == high


def test_a_mistake_is_named_with_its_line(jsonl: Jsonl) -> None:
    with pytest.raises(BadRow, match=r"\.jsonl:2: 'bombed' stands 0 times"):
        load_gold(jsonl(row(), row(trigger="bombed") | {"id": "b"}))
    with pytest.raises(BadRow, match=r":1: 'text' is missing"):
        load_gold(jsonl({"id": "a"}))
    with pytest.raises(BadRow, match=r":2: the id 'a' stands at"):
        load_gold(jsonl(row(), row()))


def test_files_that_are_no_gold(jsonl: Jsonl, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        load_gold(tmp_path / "none.jsonl")
    with pytest.raises(InputError, match="no gold in it"):
        load_gold(jsonl(""))
    with pytest.raises(BadRow, match=r":2: broken JSON \(Expecting .*, column 2\); mend the line"):
        load_gold(jsonl(row(), "{"))
    with pytest.raises(BadRow, match=r":2: no JSON object"):
        load_gold(jsonl(row(), "[]"))
    with pytest.raises(BadRow, match=r":1: "):
        load_gold(jsonl("[1]"))
