"""What a record leaves out, with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.linking.left_out import empty_events, listed, without
from kg.model import Actor, Event, Span, Time

AT = Span(0, 6, "attack")
BARE = Event("event:1", "incident:1", "Attack", "ASSAULT", "", None, AT, AT, rule="nominal")
REBELS = Actor(0, 6, "rebels", AT)


def test_a_noun_of_which_nothing_is_told() -> None:
    assert list(empty_events([BARE], ())) == ["event:1"]


@pytest.mark.parametrize(
    "more", [{"agents": (REBELS,)}, {"targets": (REBELS,)}, {"time": Time(basis="text")}, {"rule": "active"}]
)
def test_whatever_is_told_of_it_keeps_it(more: dict[str, object]) -> None:
    assert empty_events([replace(BARE, **more)], ()) == {}  # type: ignore[arg-type]


def test_a_noun_that_the_reader_knows_and_other_mentions_keep_it() -> None:
    assert empty_events([BARE], {"event:1"}) == {}
    assert empty_events([BARE, replace(BARE, id="event:2", agents=(REBELS,))], ()) == {}


def test_what_is_left_out_is_a_rejection() -> None:
    other = replace(BARE, id="event:2")
    kept, refused = without([BARE, other], {"event:2": "it tells nothing"})
    assert kept == [BARE]
    assert [(r.text, r.action, r.reason) for r in refused] == [("attack", "Attack", "it tells nothing")]


@pytest.mark.parametrize(
    ("heading", "left_out"),
    [("== See also ==", True), ("==References==", True), ("== Aftermath ==", False), ("See also", False)],
)
def test_titles_of_other_pages_tell_nothing(heading: str, left_out: bool) -> None:
    text = f"A bomb went off.\n{heading}\n* 2009 Lesk attack\n== Toll ==\nThe attack killed two."
    mentions = [
        replace(BARE, id=f"event:{at}", trigger=Span(at, at + 6, "attack"))
        for at in (text.index("attack"), text.rindex("attack"))
    ]
    assert list(listed(mentions, text)) == ([mentions[0].id] if left_out else [])
