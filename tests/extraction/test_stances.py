"""What an announcement amounts to: promise, threat, demand, refusal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words

LookUp = Callable[[str], Words]

#: sentence, trigger, the PLOVER type that the announced act has, empty for that of the act
INTENTS = [
    ("Finland will send food to Sudan.", "send", "AGREE"),
    ("Syria said it would release the hostages.", "release", "AGREE"),
    ("Syria is willing to withdraw its troops from the town.", "withdraw", "AGREE"),
    ("The general agreed to withdraw from the town.", "withdraw", "AGREE"),
    ("The rebels said they would shell the capital.", "shell", "THREATEN"),
    ("Turkey will impose sanctions on Iran.", "sanctions", "THREATEN"),
    ("The army said rebels would attack the town.", "attack", ""),
    ("The rebels plan to attack the town.", "attack", ""),
    ("The army prepared to shell the town.", "shell", "MOBILIZE"),
    ("The army shelled the town.", "shelled", ""),
    ("The army could withdraw its troops from the town.", "withdraw", ""),
]
#: sentence → events of their own
STANCES = [
    ("Russia said Sudan must return the helicopter.", ["Demand: Russia > Sudan"]),
    (
        "Britain said on Friday that the rebels and the government should disarm.",
        ["Demand: Britain > rebels, government"],
    ),
    ("Turkey said it must defend the border.", []),
    ("France demanded that Iran must disarm.", []),
    ("The rebels must disarm.", []),
    ("Syria said it will not release the hostages.", ["RefuseToYield: it > hostages"]),
    ("Iran will not negotiate with Turkey.", ["RejectTalks: Iran > Turkey"]),
    (
        "Togo's government will not release the hostages, its minister said.",
        ["RefuseToYield: government > hostages"],
    ),
    ("There will be no talks with Ghana, Togo said.", ["RejectTalks: Togo > Ghana"]),
    ("The army said the rebels would not withdraw from the town.", []),
    ("Syria did not release the hostages.", []),
    ("The rebels said they would attack the capital if Turkey sent troops.", ["ThreatOfForce: they > capital"]),
    ("The rebels said they would release the hostages if the army withdrew.", ["AgreementToYield: they > hostages"]),
    ("The army said the rebels would attack the capital if Turkey sent troops.", []),
]


@pytest.mark.parametrize(("sentence", "trigger", "expected"), INTENTS)
def test_what_an_announced_act_is(look_up: LookUp, sentence: str, trigger: str, expected: str) -> None:
    words = look_up(sentence)
    assert [d.intent for d in events(words)[0] if words.doc[d.head].text == trigger] == [expected]


@pytest.mark.parametrize(("sentence", "expected"), STANCES)
def test_events_of_their_own(look_up: LookUp, sentence: str, expected: list[str]) -> None:
    words = look_up(sentence)
    found = [
        f"{d.action}: {', '.join(words.doc[i].text for i in d.agents)} > {', '.join(words.doc[i].text for i in d.targets)}"
        for d in events(words)[0]
        if d.rule == "stance"
    ]
    assert found == expected
