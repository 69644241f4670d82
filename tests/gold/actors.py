"""How often the actors of a PLOVER gold file get the right country and sector; the misses, by what the words are like.

Run it:  python tests/gold/actors.py [FILE] [--errors]

An actor of the gold with a country counts towards *country*, one with a sector (or an organisation's code for a country)
towards *sector*.  It is right, by three measures that ask more and more of the rest of the reader,

``linked``  where the linker gives it at the gold's own words, or at the noun that these stand before ("Israeli" tanks);
``named``   where any actor of the record whose words meet the gold's has it: of an event in any role, or a source;
``role``    where an agent (for a source of the gold) or a target of any event of the sentence has it, either side of a
            reciprocal event.

PLOVER's gold writes the codes of 2016: the first three letters of a sector are read, old sectors as today's.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token

from kg.language.pipeline import load, parse
from kg.linking.records import Reader
from kg.model import Actor, Document, Event, Record
from kg.ontology import load as load_ontology

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold" / "dev" / "plover.dev.jsonl"
MEASURES = ("linked", "named", "role")
#: codes that stand in the place of a country
BODIES = frozenset({"IGO", "NGO", "IMG", "NGM", "MNC"})
COUNTRIES = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "ROM": "ROU", "ZAR": "COD"}
SECTORS = {"CIV": "CVL", "JRN": "MED", "PTY": "OPP", "IMG": "REB", "NGM": "MED", "SET": "CVL"}
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})


@dataclass(frozen=True)
class Wanted:
    """An actor of the gold: its words and where they stand, what is expected of it."""

    sentence: str
    text: str
    role: str
    spans: tuple[tuple[int, int], ...]
    country: str | None
    sectors: frozenset[str]


@dataclass(frozen=True)
class Found:
    """What each measure gives for an actor of the gold."""

    wanted: Wanted
    by: Mapping[str, tuple[Actor, ...]]

    def country(self, measure: str) -> bool:
        return any(actor.country == self.wanted.country for actor in self.by[measure])

    def sector(self, measure: str) -> bool:
        return any(SECTORS.get(a.sector or "", a.sector) in self.wanted.sectors for a in self.by[measure])


def wanted(row: Mapping[str, Any]) -> Iterator[Wanted]:
    """The actors of a row whose words stand in the sentence."""
    for event in row["events"]:
        for role in ("source", "target"):
            for actor in event[f"{role}_actors"]:
                spans = tuple(_spans(row["text"], actor["text"] or ""))
                code, sector = (actor["code"] or "")[:3], (actor["sector"] or "")[:3].strip("*")
                country = None if code in BODIES or not code.isupper() else COUNTRIES.get(code, code)
                sectors = {SECTORS.get(s, s) for s in (sector, code if code in BODIES else "") if s}
                if spans:
                    yield Wanted(row["text"], actor["text"], role, spans, country, frozenset(sectors))


def _spans(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a gold's words stand: "Bosnian Serbs ... forces" has two."""
    for part in filter(None, (part.strip() for part in words.split("..."))):
        start = text.find(part)
        if start >= 0:
            yield start, start + len(part)


def found(row: Mapping[str, Any], document: Document, doc: Doc, reader: Reader) -> Iterator[Found]:
    """Read a sentence and look for each actor of the gold."""
    reading = reader.reading(document, doc)
    record = reading.record(all_quotes=True)
    for one in wanted(row):
        linked = [a for token in _heads(doc, one.spans) for a in reading.actors.actors(token, acting=True)]
        named = [a for a in _every(record) if any(a.start < end and start < a.end for start, end in one.spans)]
        sides = [actor for event in record.events for actor in _side(event, one.role)]
        yield Found(one, dict(zip(MEASURES, map(tuple, (linked, named, sides)), strict=True)))


def _heads(doc: Doc, spans: Iterable[tuple[int, int]]) -> Iterator[Token]:
    for start, end in spans:
        inside = [t for t in doc if t.idx < end and start < t.idx + len(t)]
        tops = [t for t in inside if t.head not in inside or t.head == t]
        for token in tops[-1:]:
            yield token
            if token.dep_ in MODIFIERS:
                yield token.head


def _every(record: Record) -> Iterator[Actor]:
    for event in record.events:
        yield from (*event.agents, *event.targets, *(c.group for c in event.casualties if c.group))
    yield from (a.source_actor for a in record.attributions if a.source_actor)


def _side(event: Event, role: str) -> tuple[Actor, ...]:
    if event.reciprocal:
        return (*event.agents, *event.targets)
    return event.agents if role == "source" else event.targets


def read(path: Path) -> list[Found]:
    """Read a gold file with the shipped ontology and model."""
    with path.open(encoding="utf-8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines)}
    documents = [Document(key, row["text"], published=row["date"]) for key, row in rows.items()]
    reader = Reader(load_ontology())
    return [f for document, doc in parse(documents, load()) for f in found(rows[document.id], document, doc, reader)]


def figures(results: list[Found]) -> dict[str, float]:
    """Shares in percent: ``linked.country``, ``linked.sector``, then for each role, then the other measures."""
    out: dict[str, float] = {}
    for measure in MEASURES:
        for role in ("", "source", "target"):
            mine = [f for f in results if role in ("", f.wanted.role)]
            name = ".".join(filter(None, (measure, role)))
            out[f"{name}.country"] = _share(f.country(measure) for f in mine if f.wanted.country)
            out[f"{name}.sector"] = _share(f.sector(measure) for f in mine if f.wanted.sectors)
    return out


def _share(hits: Iterable[bool]) -> float:
    every = list(hits)
    return 100 * sum(every) / len(every) if every else 0.0


def misses(results: list[Found], measure: str) -> Iterator[tuple[str, str]]:
    """(kind of miss, a line that tells it): nobody there, no country or sector given, or another."""
    for one in results:
        who = one.wanted
        for trait, want, right in (
            ("country", who.country, one.country(measure)),
            ("sector", "/".join(sorted(who.sectors)), one.sector(measure)),
        ):
            if want and not right:
                given = sorted({str(getattr(a, trait)) for a in one.by[measure]})
                kind = "nobody" if not given else "none given" if given == ["None"] else "another"
                told = ", ".join(f"{a.text[:50]!r} {a.id} {a.kind}" for a in one.by[measure])
                yield f"{trait}: {kind}", f"{who.role} {who.text!r} {want}: {told}\n        {who.sentence[:260]}"


def main() -> None:
    """Print the figures and, if asked, the misses by kind."""
    options = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    options.add_argument("file", nargs="?", type=Path, default=SHARED)
    options.add_argument("--errors", choices=MEASURES, help="list the misses of a measure")
    given = options.parse_args()
    results = read(given.file)
    print(f"{len(results)} actors, {sum(bool(f.wanted.country) for f in results)} with a country, ", end="")
    print(f"{sum(bool(f.wanted.sectors) for f in results)} with a sector")
    for name, value in figures(results).items():
        print(f"{name:28}{value:6.1f}")
    if given.errors:
        listed = sorted(misses(results, given.errors))
        print("\n" + "\n".join(f"{count:4} {kind}" for kind, count in Counter(kind for kind, _ in listed).items()))
        print("\n" + "\n".join(f"{kind:20} {line}" for kind, line in listed))


if __name__ == "__main__":
    main()
