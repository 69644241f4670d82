"""What the vote of parsers and reading cost beside the parse of one: CPU seconds on the same articles, in one run.

Run on demand, never as a test:  python tests/benchmarks/reading.py [COPIES | ARTICLES.jsonl]
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from kg.documents import read
from kg.errors import InputError
from kg.language.opinions import OPINIONS
from kg.language.pipeline import load, parse
from kg.linking.places import PlaceLinker
from kg.linking.records import reader
from kg.model import Document
from kg.ontology import load as load_ontology

SEED = Path(__file__).resolve().parents[2] / "seeds" / "at-tanf-2017-05-18.txt"
COPIES = "50"
USAGE = "usage: reading.py [COPIES | ARTICLES.jsonl]"
T = TypeVar("T")


def main(told: str) -> None:
    """Parse and read so many copies of the seed, or a file of articles; print words a CPU second, ratios, peak memory."""
    documents = _copies(int(told)) if told.isdigit() else _articles(told)
    nlp, resources, places = load(), reader(load_ontology()), PlaceLinker(load_ontology())
    for document, doc in list(parse(documents[:1], nlp)):  # what is loaded at first use is no one's cost
        resources.record(document, doc)
        places.toponyms(document, doc)
    with nlp.select_pipes(disable=OPINIONS):
        _, alone = _timed(lambda: list(parse(documents, nlp)))
    parsed, voting = _timed(lambda: list(parse(documents, nlp)))
    events, reading = _timed(lambda: sum(len(resources.record(document, doc).events) for document, doc in parsed))
    _, linking = _timed(lambda: [places.toponyms(document, doc) for document, doc in parsed])
    words = sum(len(doc) for _, doc in parsed)
    print(
        f"{len(documents)} articles, {words} words, {events} events; words a CPU second, CPU time by that of one parser"
    )
    for name, seconds in (
        ("one parser", alone),
        ("vote of parsers", voting),
        ("reading", reading),
        ("of it toponyms", linking),
        ("one and reading", alone + reading),
        ("vote and reading", voting + reading),
    ):
        print(f"{name:18}{words / seconds:8.0f} {seconds / alone:6.2f}")
    print(
        f"vote and reading takes {(voting + reading) / (alone + reading):.2f} times the CPU of one parser and reading"
    )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _copies(number: int) -> Sequence[Document]:
    text = SEED.read_text(encoding="utf-8")
    return [Document(f"seed-{n}", text, published="2017-05-18") for n in range(number)]


def _articles(path: str) -> Sequence[Document]:
    found = list(read([path]))
    if refused := [str(one) for one in found if isinstance(one, InputError)]:
        sys.exit("\n".join((*refused, USAGE)))
    return [one for one in found if isinstance(one, Document)]


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return work(), time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else COPIES)
