"""What linking costs: its share of the CPU time of extraction, on articles of a JSONL file or copies of the seed.

Run on demand, never as a test:  python tests/benchmarks/linking.py [FILE.jsonl] [--articles N]

*Linking* is everything that turns words into identifiers: the search for names, toponyms and their resolution, the
actors of phrases with their antecedents, the places of events.  *Extraction* is all that ``kg extract`` does for an
article that is read: parsing and reading, linking included.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.language.names import Names
from kg.language.pipeline import load, parse
from kg.linking.actors import ActorReader
from kg.linking.context import Context
from kg.linking.event_places import EventPlaces
from kg.linking.place_inference import PlaceInference
from kg.linking.places import PlaceLinker
from kg.linking.records import reader
from kg.model import Document
from kg.ontology import load as load_ontology

SEED = Path(__file__).resolve().parents[2] / "seeds" / "at-tanf-2017-05-18.txt"
#: part of linking -> the calls that do it
PARTS: dict[str, tuple[tuple[type[Any], str], ...]] = {
    "names": ((Names, "find"),),
    "toponyms": ((PlaceLinker, "toponyms"),),
    "actors": ((Context, "__init__"), (ActorReader, "__init__"), (ActorReader, "actors"), (ActorReader, "actor")),
    "event places": ((EventPlaces, "__init__"), (EventPlaces, "of"), (PlaceInference, "of")),
}


class Clock:
    """CPU seconds by part; a part that is called inside another counts for the outer one."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._inside = False

    def timed(self, part: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return the call, measured."""

        def measured(*arguments: Any, **more: Any) -> Any:
            if self._inside:
                return call(*arguments, **more)
            self._inside, start = True, time.process_time()
            try:
                return call(*arguments, **more)
            finally:
                self._inside = False
                self.seconds[part] += time.process_time() - start

        return measured


def documents(path: Path | None, most: int) -> list[Document]:
    """Read the articles."""
    if path is None:
        text = SEED.read_text(encoding="utf-8")
        return [Document(f"seed-{n}", text, published="2017-05-18") for n in range(most)]
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line, _ in zip(lines, range(most), strict=False)]
    return [Document(row["id"], row["text"], published=row.get("date")) for row in rows]


def main() -> None:
    """Print the CPU seconds of each part, and what share of extraction and of reading linking is."""
    options = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    options.add_argument("file", nargs="?", type=Path)
    options.add_argument("--articles", type=int, default=40)
    given = options.parse_args()
    articles = documents(given.file, given.articles)
    nlp, resources, clock = load(), reader(load_ontology()), Clock()
    start = time.process_time()
    parsed = list(parse(articles, nlp))
    parsing = time.process_time() - start
    for document, doc in parsed[:2]:  # what is loaded when it is first needed
        resources.record(document, doc)
    for part, calls in PARTS.items():
        for owner, name in calls:
            setattr(owner, name, clock.timed(part, getattr(owner, name)))
    start = time.process_time()
    for document, doc in parsed:
        resources.record(document, doc)
    reading = time.process_time() - start
    linking = clock.seconds.total()
    words = sum(len(doc) for _, doc in parsed)
    print(f"{len(parsed)} articles, {words:,} words; CPU seconds: parsing {parsing:.2f}, reading {reading:.2f}, of it")
    for part in PARTS:
        print(
            f"  {part:14}{clock.seconds[part]:7.2f}{100 * clock.seconds[part] / (parsing + reading):7.1f} % of extraction"
        )
    print(f"  {'linking':14}{linking:7.2f}{100 * linking / (parsing + reading):7.1f} % of extraction, ", end="")
    print(f"{100 * linking / reading:.1f} % of reading without parsing;")
    print(f"  it adds {100 * linking / (parsing + reading - linking):.1f} % to what extraction takes without it")


if __name__ == "__main__":
    main()
