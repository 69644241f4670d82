"""How much reading costs beside parsing: CPU seconds of both on the same articles, in one run.

Run on demand, never as a test:  python tests/benchmarks/reading.py [COPIES]
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from kg.language.pipeline import load, parse
from kg.linking.places import PlaceLinker
from kg.linking.records import reader
from kg.model import Document
from kg.ontology import load as load_ontology

SEED = Path(__file__).resolve().parents[2] / "seeds" / "at-tanf-2017-05-18.txt"


def main(copies: int) -> None:
    """Parse and read so many copies of the seed; print words a CPU second, the ratios and the peak memory."""
    text = SEED.read_text(encoding="utf-8")
    documents = [Document(f"seed-{n}", text, published="2017-05-18") for n in range(copies)]
    nlp, resources, places = load(), reader(load_ontology()), PlaceLinker(load_ontology())
    start = time.process_time()
    parsed = list(parse(documents, nlp))
    parsing = time.process_time() - start
    start = time.process_time()
    events = sum(len(resources.record(document, doc).events) for document, doc in parsed)
    reading = time.process_time() - start
    start = time.process_time()
    for document, doc in parsed:
        places.toponyms(document, doc)
    linking = time.process_time() - start
    words = sum(len(doc) for _, doc in parsed)
    print(f"{copies} articles, {words} words, {events} events")
    print(f"parsing           {words / parsing:8.0f} words a CPU second")
    print(f"reading           {words / reading:8.0f} words a CPU second, {reading / parsing:.2f} of parsing")
    print(f"of it toponyms    {words / linking:8.0f} words a CPU second, {linking / parsing:.2f} of parsing")
    print(f"peak memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
