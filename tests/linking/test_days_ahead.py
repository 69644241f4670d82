"""Days to come and days gone by: by what a day hangs on, for an article of Wednesday 9 June 1999."""

from __future__ import annotations

import pytest

import kg

pytestmark = pytest.mark.model


def value(text: str) -> str:
    """The value of the last time expression of a text."""
    (record,) = kg.read(text, published="1999-06-09")
    return record.timexes[-1].value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # what is fixed for a day
        ("The unions have called a march for Thursday.", "1999-06-10"),
        ("A parade planned for Monday was put off.", "1999-06-14"),
        ("The hearing was adjourned until Monday.", "1999-06-14"),
        ("The governor has agreed to a ballot by the end of October.", "1999-10"),
        ("The results are expected by Tuesday.", "1999-06-15"),
        ("The militia agreed to leave the port beginning Friday.", "1999-06-11"),
        ("The trial was postponed to September.", "1999-09"),
        # timetables
        ("The inquiry opens Monday.", "1999-06-14"),
        ("The envoys return to Lesk on Tuesday for talks.", "1999-06-15"),
        ("Parliament, which reconvenes on Monday, must approve the plan.", "1999-06-14"),
        ("The deadline for the pullout is Sunday.", "1999-06-13"),
        # what may be, what is ordered
        ("They were waiting for orders that might come Saturday.", "1999-06-12"),
        ("Troops waited for an order to move into Lesk on Saturday.", "1999-06-12"),
        ("They gave the garrison until Sunday to leave.", "1999-06-13"),
        # what is over
        ("The rally had been planned for Monday.", "1999-06-07"),
        ("The truce had been due to expire on Monday.", "1999-06-07"),
        ("Under a deal announced Monday, the rebels would leave the port.", "1999-06-07"),
        ("The mayor could not be reached for comment on Monday.", "1999-06-07"),
        ("The bombing comes days after a raid on Sunday.", "1999-06-06"),
        ("The pact follows Sunday's vote.", "1999-06-06"),
        ("Police say the raiders fled on Monday.", "1999-06-07"),
        ("Rebels kill 12 on Monday", "1999-06-07"),
    ],
)
def test_a_day_is_ahead_or_behind(text: str, day: str) -> None:
    assert value(text) == day


def test_an_hour_of_what_is_over_is_not_of_a_day_to_come() -> None:
    text = "The general is to fly in on Friday. The garrison was not warned until 10 a.m."
    assert value(text) == "1999-06-09T10:00"
