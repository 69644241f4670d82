"""What joining reports of one happening costs as the archive grows: CPU seconds and pairs found for 25, 50, 100 thousand events.

Run on demand, never as a test:  python tests/benchmarks/merging.py [EVENTS] [--undated]

The archive is invented: about 150 mentions a day, of happenings that one to five articles tell in different words, in 300
towns, with the same forces again and again, a name for every third victim, and half of the articles without a stated day.
With ``--undated`` nothing says when anything was, not even when an article was printed.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from kg.graph.hierarchy import Hierarchy
from kg.graph.merging import incidents
from kg.graph.tellings import Telling, tellings
from kg.model import Actor, Casualty, Event, Place, Record, Span, Time

A_DAY, TOWNS, FORCES, A_REPORT = 150, 300, 40, 3
VERBS = {"Shelling": "shelled", "Airstrike": "bombed", "Shooting": "shot at", "Attack": "attacked", "Raid": "raided"}
TARGETS = ("market", "convoy", "checkpoint", "school", "clinic", "bakery", "column", "camp")
FILLER = (
    "Residents spoke of panic.",
    "Officials gave no details.",
    "Aid workers asked for calm.",
    "Talks are due next week.",
    "The governor promised an inquiry.",
)
KNOWN = Hierarchy(
    {f"kg:{action}": frozenset({"kg:Attack" if action != "Attack" else "kg:Violence"}) for action in VERBS}, {}
)
SYLLABLES = "ba dor fen gul har ji kos lem mir nok os pra quel rav sim tav ul vor wen zan".split()


class Happening:
    """Something that took place on a day in a town."""

    def __init__(self, number: int, day: date, chance: random.Random) -> None:
        self.number, self.day = number, day
        self.town, self.force = chance.randrange(TOWNS), chance.randrange(FORCES)
        self.action, self.target = chance.choice(tuple(VERBS)), chance.choice(TARGETS)
        self.dead = chance.choice([0, 0, 1, 2, 3, 5, 8, 12, 20])
        self.victim = name(chance, 2) if chance.random() < 0.33 else None


def name(chance: random.Random, words: int) -> str:
    return " ".join("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(words))


def archive(events: int) -> Iterator[tuple[Record, dict[str, int]]]:
    """Yield articles with the happening behind each incident id, until there are so many mentions."""
    chance = random.Random(7)
    towns = [name(chance, 1) for _ in range(TOWNS)]
    day, number, made = date(2020, 1, 1), 0, 0
    while made < events:
        told: list[Happening] = []
        while len(told) < A_DAY:
            number += 1
            told += [Happening(number, day, chance)] * chance.choice([1, 1, 2, 2, 3, 5])
        chance.shuffle(told)
        for first in range(0, len(told), A_REPORT):
            report = list({happening.number: happening for happening in told[first : first + A_REPORT]}.values())
            record = article(f"{day}-{first:03d}", report, towns, chance)
            made += len(record.events)
            yield record, {event.incident: h.number for event, h in zip(record.events, report, strict=True)}
        day += timedelta(days=1)


def article(document: str, told: Sequence[Happening], towns: Sequence[str], chance: random.Random) -> Record:
    dated = chance.random() < 0.5
    events = [mention(f"{document}-{n}", happening, towns, chance, dated) for n, happening in enumerate(told)]
    text = " ".join([*(event.sentence.text for event in events), *chance.sample(FILLER, 2)])
    printed = told[0].day + timedelta(days=chance.choice([0, 1, 1]))
    return Record(document, published=str(printed), text=text, events=tuple(events))


def mention(identifier: str, happening: Happening, towns: Sequence[str], chance: random.Random, dated: bool) -> Event:
    town, force = towns[happening.town], f"force-{happening.force}"
    victim = happening.victim if happening.victim and chance.random() < 0.7 else None
    verb = VERBS[happening.action]
    toll = f", killing {happening.dead}" if happening.dead else ""
    sentence = f"Force {happening.force} {verb} {victim or f'a {happening.target}'} in {town}{toll}."
    day = str(happening.day)
    who = victim or happening.target
    return Event(
        id=f"event:{identifier}",
        incident=f"incident:{identifier}",
        action=chance.choice([happening.action, happening.action, "Attack"]),
        plover="ASSAULT",
        cameo="190",
        acled=None,
        trigger=Span(0, len(verb), verb),
        sentence=Span(0, len(sentence), sentence),
        agents=(Actor(0, 5, force, Span(0, 5, force), id=f"actor:{force}"),) if chance.random() < 0.8 else (),
        targets=(
            Actor(
                0, len(who), who, Span(0, len(who), who.split()[-1]), name=victim, kind="Person" if victim else "Object"
            ),
        ),
        places=(
            Place(
                0,
                1,
                town,
                town,
                1000 + happening.town,
                happening.town % 60,
                happening.town / 2,
                "ORM",
                None,
                "settlement",
            ),
        ),
        time=Time(day, day, "day", "text", day) if dated else Time(end=day, basis="published"),
        casualties=(Casualty("killed", happening.dead, happening.dead, False, None, 0, 1, "x"),)
        if happening.dead
        else (),
    )


def pairs(groups: Sequence[Sequence[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def timeless(record: Record) -> Record:
    """The article with nothing that says when."""
    return replace(record, published=None, events=tuple(replace(event, time=Time()) for event in record.events))


def measure(events: int, *, undated: bool) -> float:
    """Join an archive; print the seconds and how right it is; return the seconds."""
    records, truth = [], {}
    for record, behind in archive(events):
        records.append(timeless(record) if undated else record)
        truth.update(behind)
    start = time.process_time()
    found: list[tuple[Telling, ...]] = incidents(tellings(records), KNOWN)
    seconds = time.process_time() - start
    behind: dict[int, list[str]] = defaultdict(list)
    for incident, number in truth.items():
        behind[number].append(incident)
    gold, got = pairs(list(behind.values())), pairs([[telling.incident for telling in group] for group in found])
    right = len(gold & got)
    print(
        f"{len(truth):7d} events  {len(records):6d} articles  {len(found):6d} incidents  {seconds:6.1f} CPU s  "
        f"pairs P {100 * right / len(got):.1f} R {100 * right / len(gold):.1f}"
    )
    return seconds


def main() -> None:
    """Measure a quarter, a half and the whole, and what twice the events cost."""
    options = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    options.add_argument("events", nargs="?", type=int, default=100_000)
    options.add_argument("--undated", action="store_true")
    given = options.parse_args()
    spent = [measure(given.events // part, undated=given.undated) for part in (4, 2, 1)]
    print(f"twice the events cost {spent[1] / spent[0]:.2f} and {spent[2] / spent[1]:.2f} times as much")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
