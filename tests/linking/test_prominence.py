"""What an article makes of an incident: counts, shares, who and what is named."""

from __future__ import annotations

import math
from dataclasses import replace

from kg.linking.prominence import Article, prominence
from kg.linking.sides import Sides
from kg.model import Actor, Casualty, Event, Instrument, Place, Span

WHERE = Span(0, 9, "the words")
GUNMEN = Actor(0, 6, "gunmen", Span(0, 6, "gunmen"), kind="ArmedGroup", sector="UAF")
RAID = Event("event:raid", "incident:1", "Raid", "ASSAULT", "", None, Span(10, 14, "raid"), WHERE, agents=(GUNMEN,))
BLAST = replace(
    RAID, id="event:blast", incident="incident:2", action="Bombing", trigger=Span(50, 55, "blast"), agents=()
)


def test_an_article_counts_its_violence() -> None:
    again = replace(RAID, id="event:again", trigger=Span(70, 74, "raid"))
    article = Article.of([RAID, BLAST, again, BLAST], [[RAID, again], [BLAST]], 100)
    assert article == Article(events=4, violent=3, length=100, first=10, incidents=2, most=2)
    assert Article.of([], [], 0).incidents == 0


def test_the_share_of_an_incident() -> None:
    article = Article.of([RAID, BLAST], [[RAID], [BLAST]], 100)
    first, second = prominence([RAID], article, {}), prominence([BLAST], article, {})
    assert (first["share of the violence"], first["incidents in the article"]) == (0.5, math.log(2))
    assert (first["first incident"], second["first incident"]) == (1.0, 0.0)
    assert (first["how late"], second["how late"]) == (0.1, 0.5)


def test_what_is_named() -> None:
    article = Article.of([BLAST], [[BLAST]], 100)
    full = replace(
        BLAST,
        instruments=(Instrument(0, 4, "bomb", "bomb"),),
        places=(Place(0, 4, "Lesk", precision="settlement"),),
        casualties=(Casualty("killed", 3, 3, False, None, 0, 1, "3"),),
    )
    found = prominence([full], article, {full.id: Sides(frozenset({"armed"}), frozenset({"kin"}))})
    assert {"action Bombing", "with bomb", "place settlement", "harm killed"} <= set(found)
    assert {"agent class armed", "target class kin"} <= set(found)
    assert (found["slots"], prominence([BLAST], article, {})["slots"]) == (3.0, 0.0)
    assert {"agent kind ArmedGroup", "agent sector UAF"} <= set(prominence([RAID], Article.of([RAID], [[RAID]], 9), {}))
