"""Two articles about an invented war, as records written by hand: every span is found in the text, none is counted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kg.model import Actor, Attribution, Casualty, Event, Instrument, Number, Place, Record, Span, Stance, Time

TEXT = """Lake Coalition strikes convoy in Ormia

Lake Coalition aircraft on Thursday struck a pro-government convoy near the Tarn outpost in Ormia, officials said.
A spokeswoman, Dara Venn, praised the strike.
Velandic forces had trained local fighters at Tarn.
Northern Front fighters clashed with Velandic forces in Lesk, and 10 to 12 soldiers were killed.
Veland denied that its troops had shelled Lesk.
The army is suspected of a gas attack in Lesk last month.
Tarn has been attacked repeatedly in recent months.
In April the Northern Front failed to storm Tarn.
In June 2016 Velandic warplanes bombed the outpost.
"""

SECOND = """Convoy hit near Tarn

The Lake Coalition bombed a convoy near Tarn on 18 May 2017, killing at least six fighters, the Ormian army said.
"""


def _at(text: str, words: str, occurrence: int = 0) -> int:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return start


def span(words: str, occurrence: int = 0, text: str = TEXT) -> Span:
    """The nth place where the words stand."""
    start = _at(text, words, occurrence)
    return Span(start, start + len(words), words)


def actor(words: str, occurrence: int = 0, text: str = TEXT, **more: Any) -> Actor:
    found = span(words, occurrence, text)
    return Actor(found.start, found.end, found.text, more.pop("head", found), **more)


def place(words: str, occurrence: int = 0, text: str = TEXT, **more: Any) -> Place:
    found = span(words, occurrence, text)
    return Place(found.start, found.end, found.text, **more)


TARN: dict[str, Any] = {
    "id": "place:tarn",
    "name": "Tarn",
    "latitude": 33.5,
    "longitude": 38.66,
    "country": "ORM",
    "admin1": "Tarn Hills",
    "precision": "point",
}
LESK: dict[str, Any] = {
    "geonames": 4711,
    "name": "Lesk",
    "latitude": 34.25,
    "longitude": 39.0,
    "country": "ORM",
    "precision": "settlement",
}
LAKE: dict[str, Any] = {"id": "actor:lake-coalition", "name": "Lake Coalition", "kind": "Coalition", "sector": "MIL"}
VELAND: dict[str, Any] = {"id": "actor:VEL", "name": "Veland", "kind": "Government", "country": "VEL", "sector": "GOV"}
VEL_MIL: dict[str, Any] = {
    "id": "actor:VEL-MIL",
    "name": "Velandic Army",
    "kind": "Military",
    "country": "VEL",
    "sector": "MIL",
}
ORM_MIL: dict[str, Any] = {
    "id": "actor:ORM-MIL",
    "name": "Ormian Armed Forces",
    "kind": "Military",
    "country": "ORM",
    "sector": "MIL",
}
FRONT: dict[str, Any] = {"id": "actor:northern-front", "name": "Northern Front", "kind": "ArmedGroup", "sector": "REB"}
VENN: dict[str, Any] = {
    "id": "actor:dara-venn",
    "name": "Dara Venn",
    "kind": "Person",
    "country": "ORM",
    "sector": "OPP",
}
TARN_ACTOR: dict[str, Any] = {"id": "place:tarn", "name": "Tarn", "kind": "Place", "country": "ORM"}
THURSDAY = Time("2017-05-18", "2017-05-18", "day", "text", "Thursday")


def event(
    number: int, action: str, trigger: str, sentence: str, occurrence: int = 0, text: str = TEXT, **more: Any
) -> Event:
    """An event of the article with id ``eN``; its incident is its own unless said."""
    prefix = "e" if text is TEXT else "f"
    plover = {"Endorsement": "SUPPORT", "Training": "COOPERATE", "Withdrawal": "RETREAT"}.get(action, "ASSAULT")
    whole = next(line for line in text.split("\n") if line.startswith(sentence))
    more.setdefault("incident", f"incident:{prefix}{number}")
    return Event(
        id=f"event:{prefix}{number}",
        action=action,
        plover=plover,
        cameo="190",
        acled=None,
        trigger=span(trigger, occurrence, text),
        sentence=span(whole, 0, text),
        rule=more.pop("rule", "active"),
        **more,
    )


CONVOY: dict[str, Any] = {
    "kind": "Object",
    "antecedent": span("pro-government convoy"),
    "stances": (Stance("supports", "actor:VEL-GOV"),),
}

FIRST_RECORD = Record(
    document="tarn-2017-05-18",
    title="Lake Coalition strikes convoy in Ormia",
    published="2017-05-18",
    source="Lake Wire",
    url="https://example.org/tarn?id=1",
    text=TEXT,
    places=(
        place("Ormia", 0, name="Ormia", country="ORM", precision="country", id="actor:ORM"),
        place("Tarn", 0, **TARN),
        place("Lesk", 0, **LESK),
    ),
    attributions=(
        Attribution(
            span("officials"),
            None,
            span("said"),
            span("Lake Coalition aircraft on Thursday struck a pro-government convoy"),
        ),
        Attribution(
            span("Veland", 2), actor("Veland", 2, **VELAND), span("denied"), span("its troops had shelled Lesk")
        ),
    ),
    events=(
        event(
            0,
            "Airstrike",
            "strikes",
            "Lake Coalition strikes",
            incident="incident:e1",
            rule="headline",
            confidence=0.8,
            agents=(actor("Lake Coalition", 0, **LAKE),),
            targets=(actor("convoy", 0, **CONVOY),),
            time=THURSDAY,
        ),
        event(
            1,
            "Airstrike",
            "struck",
            "Lake Coalition aircraft",
            agents=(actor("Lake Coalition", 1, **LAKE),),
            confidence=0.95,
            targets=(
                actor(
                    "a pro-government convoy",
                    0,
                    kind="Object",
                    head=span("convoy", 1),
                    stances=(Stance("supports", "actor:VEL-GOV"),),
                ),
            ),
            instruments=(Instrument(span("aircraft").start, span("aircraft").end, "aircraft", "aircraft"),),
            places=(place("Tarn", 0, relation="near", **TARN),),
            time=THURSDAY,
            attribution=(0,),
        ),
        event(
            2,
            "Endorsement",
            "praised",
            "A spokeswoman",
            agents=(actor("Dara Venn", 0, **VENN),),
            targets=(actor("Lake Coalition", 1, **LAKE),),
        ),
        event(
            3,
            "Training",
            "trained",
            "Velandic forces",
            agents=(actor("Velandic forces", 0, **VEL_MIL),),
            targets=(actor("local fighters", 0, kind="ArmedGroup", sector="REB"),),
            places=(place("Tarn", 1, relation="in", **TARN),),
        ),
        event(
            4,
            "ArmedClash",
            "clashed",
            "Northern Front",
            reciprocal=True,
            rule="reciprocal",
            agents=(actor("Northern Front", 0, **FRONT),),
            targets=(actor("Velandic forces", 1, **VEL_MIL),),
            places=(place("Lesk", 0, relation="in", **LESK),),
            casualties=(
                Casualty(
                    "killed",
                    10,
                    12,
                    False,
                    actor("soldiers", 0, number=Number(10, 12), **VEL_MIL),
                    span("10 to 12 soldiers").start,
                    span("10 to 12 soldiers").end,
                    "10 to 12 soldiers",
                ),
            ),
        ),
        event(
            5,
            "Attack",
            "shelled",
            "Veland denied",
            status="denied",
            status_cue=span("denied"),
            attribution=(1,),
            agents=(actor("its troops", 0, antecedent=span("Veland", 2), **VEL_MIL),),
            places=(place("Lesk", 1, **LESK),),
        ),
        event(
            6,
            "ChemicalAttack",
            "gas attack",
            "The army is",
            status="alleged",
            status_cue=span("suspected"),
            agents=(
                actor("The army", 0, kind="Military", sector="MIL", candidates=("actor:VEL-MIL", "actor:ORM-MIL")),
            ),
            places=(place("Lesk", 2, **LESK),),
            time=Time("2017-04-01", "2017-04-30", "month", "text", "last month"),
        ),
        event(
            7,
            "Attack",
            "attacked",
            "Tarn has been",
            targets=(actor("Tarn", 2, **TARN_ACTOR),),
            rule="passive",
            places=(place("Tarn", 2, **TARN),),
        ),
        event(
            8,
            "Attack",
            "storm",
            "In April",
            status="failed",
            status_cue=span("failed"),
            agents=(actor("Northern Front", 1, **FRONT),),
            targets=(actor("Tarn", 3, **TARN_ACTOR),),
            time=Time("2017-04-01", "2017-04-30", "month", "text", "In April"),
        ),
        event(
            9,
            "Airstrike",
            "bombed",
            "In June 2016",
            agents=(actor("Velandic warplanes", 0, **VEL_MIL),),
            targets=(actor("the outpost", 0, antecedent=span("Tarn", 0), **TARN_ACTOR),),
            time=Time("2016-06-01", "2016-06-30", "month", "text", "In June 2016"),
        ),
    ),
)

SECOND_RECORD = Record(
    document="convoy hit/2",
    title="Convoy hit near Tarn",
    published="2017-05-19",
    source="Ormia Times",
    text=SECOND,
    places=(place("Tarn", 1, SECOND, **TARN),),
    attributions=(
        Attribution(
            span("the Ormian army", 0, SECOND),
            actor("the Ormian army", 0, SECOND, **ORM_MIL),
            span("said", 0, SECOND),
            span(
                "The Lake Coalition bombed a convoy near Tarn on 18 May 2017, killing at least six fighters", 0, SECOND
            ),
        ),
    ),
    events=(
        event(
            1,
            "Airstrike",
            "bombed",
            "The Lake Coalition",
            0,
            SECOND,
            agents=(actor("The Lake Coalition", 0, SECOND, **LAKE),),
            targets=(actor("a convoy", 0, SECOND, kind="Object", head=span("convoy", 0, SECOND)),),
            places=(place("Tarn", 1, SECOND, relation="near", **TARN),),
            attribution=(0,),
            time=Time("2017-05-18", "2017-05-18", "day", "text", "on 18 May 2017"),
            casualties=(
                Casualty(
                    "killed",
                    6,
                    None,
                    False,
                    None,
                    span("at least six fighters", 0, SECOND).start,
                    span("at least six fighters", 0, SECOND).end,
                    "at least six fighters",
                ),
            ),
        ),
    ),
)

RECORDS = (FIRST_RECORD, SECOND_RECORD)


def changed(record: Record = FIRST_RECORD) -> Record:
    """The same document with its first event gone, as after an edit of the article."""
    return replace(record, events=record.events[1:])
