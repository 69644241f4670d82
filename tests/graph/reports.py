"""Reports of invented happenings, as records written by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kg.graph.tellings import Telling, tellings
from kg.model import Actor, Casualty, Event, Number, Place, Record, Span, Time

LESK = Place(0, 4, "Lesk", "Lesk", 4711, 40.0, 40.0, "ORM", "Tarnovia", "settlement", "in")
TARN = Place(0, 4, "Tarn", "Tarn", 4712, 41.0, 41.0, "ORM", "Tarnovia", "settlement", "in")
LESK_PORT = Place(0, 9, "Lesk Port", "Lesk Port", 4713, 40.05, 40.05, "ORM", "Tarnovia", "settlement", "in")
TARNOVIA = Place(0, 8, "Tarnovia", "Tarnovia", 4714, 40.5, 40.5, "ORM", "Tarnovia", "admin1", "in")
BODIES = {"Velandic army": ("actor:VEL-MIL", "Military"), "Veland": ("actor:VEL", "Government")}


def who(words: str, number: int | None = None, kind: str | None = None) -> Actor:
    """Somebody by words: a body of the ontology, a person by a name, a common noun."""
    identifier, known = BODIES.get(words, (None, kind or ("Person" if words.istitle() else "Civilians")))
    name = words if identifier or words.istitle() else None
    head = Span(0, len(words), words if identifier or words.istitle() else words.split()[-1])
    count = Number(number, number) if number is not None else None
    return Actor(0, len(words), words, head, id=identifier, name=name, kind=known, number=count)


def day(iso: str | None) -> Time:
    """A day that the text states."""
    return Time(iso, iso, "day", "text", iso) if iso else Time()


def toll(kind: str, low: int, high: int | None = None, group: Actor | None = None) -> Casualty:
    """A figure of casualties."""
    return Casualty(kind, low, high, False, group, 0, 1, str(low))


def group(words: str, sector: str) -> Actor:
    """People who are told by a noun alone."""
    return Actor(0, len(words), words, Span(0, len(words), words), kind="Civilians", sector=sector)


def happening(document: str, number: int, **said: Any) -> Event:
    """One mention, its own incident unless ``incident`` says otherwise."""
    identifier = f"event:{document}-{number}"
    plover = said.pop("plover", "ASSAULT")
    sentence = said.pop("sentence", "Shells fell.")
    base = Event(
        identifier,
        f"incident:{document}-{number}",
        "Shelling",
        plover,
        "194",
        None,
        Span(0, 6, "Shells"),
        Span(0, len(sentence), sentence),
    )
    return replace(base, **said)


def report(document: str, *told: dict[str, Any], published: str | None = "2031-05-04", **article: Any) -> Record:
    """An article of some mentions."""
    events = tuple(happening(document, number, **said) for number, said in enumerate(told))
    return Record(document, title=article.pop("title", None), published=published, events=events, **article)


def telling(document: str, published: str | None = "2031-05-04", text: str | None = None, **said: Any) -> Telling:
    """The telling of an article that has one mention."""
    (found,) = tellings([report(document, said, published=published, text=text)])
    return found
