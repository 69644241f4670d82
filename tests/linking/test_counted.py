"""How many came to harm, and in which deed: read whole, with the model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Record

pytestmark = pytest.mark.model
Read = Callable[[str], Record]


def figures(record: Record) -> dict[str, list[tuple[str, int]]]:
    """The figures of each event that has one, by its action."""
    return {e.action: [(c.kind, c.low) for c in e.casualties] for e in record.events if e.casualties}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        # a toll is of the killing told before, also where the hurt are told last
        (
            "Gunmen attacked Manni and finished off the wounded. The governor put the toll at 28.",
            {"Killing": [("killed", 28)]},
        ),
        ("Militants attacked a bus. The army put the toll at 28.", {"Attack": [("killed", 28)]}),
        (
            "Gunmen shot six people in Goma. The toll rose to 12 on Wednesday after two of the wounded died.",
            {"Killing": [("killed", 12), ("killed", 2)]},
        ),
        # what a thing did is counted with it
        (
            "A man hurled a grenade, which hurt nobody, and blew himself up in Lahore.",
            {"GrenadeAttack": [("wounded", 0)]},
        ),
        ("A bomb exploded in Quetta, but nobody was hurt.", {"Bombing": [("wounded", 0)]}),
        # somebody told of as headlines do, but not who did it
        ("Gang members opened fire on a bus in Goma, driver killed.", {"Killing": [("killed", 1)]}),
        ("Police killed.", {}),
        # a word of armies for killing, but not one that may mean captured
        ("The army said it had eliminated two commanders in Djibo.", {"Killing": [("killed", 2)]}),
        ("The army neutralised 12 terrorists in Djibo.", {}),
        # whom raiders make off with, but not what
        ("Gunmen raided a village, making off with eight women.", {"Abduction": [("captured", 8)]}),
        ("Bandits made away with 12 schoolgirls.", {"Abduction": [("captured", 12)]}),
        ("Gunmen attacked a village and made off with 200 cattle.", {}),
        # who flees for somewhere, but not who runs away
        ("More than 270,000 Rohingya have fled to Bangladesh.", {"Displacement": [("displaced", 270000)]}),
        ("Fifteen prisoners fled into the forest.", {}),
        # them who were told before, more of them, the number of the dead
        ("Rebels dragged 11 peasants from their homes and murdered them.", {"Killing": [("killed", 11)]}),
        ("Four other Frenchmen were wounded.", {"Wounding": [("wounded", 4)]}),
        ("GROZNY, Russia - Seven Russian servicemen were killed.", {"Killing": [("killed", 7)]}),
        ("A bomb exploded in Colombo. A police count put the dead at 290.", {"Bombing": [("killed", 290)]}),
        ("The UN put the number of dead civilians at 97.", {"Killing": [("killed", 97)]}),
        ("Troops burned the bodies of several victims.", {}),
        ("Gunmen drove away with more than 100 girls.", {"Abduction": [("captured", 100)]}),
    ],
)
def test_how_many(read: Read, text: str, counted: dict[str, list[tuple[str, int]]]) -> None:
    assert figures(read(text)) == counted


def test_the_wounded_who_are_killed_are_wounded_in_nothing_else(read: Read) -> None:
    record = read("Militants attacked a bus and executed the wounded.")
    assert [e.action for e in record.events] == ["Attack", "Killing"]
