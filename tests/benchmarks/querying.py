"""How long each named query takes on a big store: CPU seconds, names looked up first as ``kg query`` does.

Run on demand, never as a test:  python tests/benchmarks/querying.py [QUADS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from invented import make

from kg.graph.queries import NamedQuery, ask, library
from kg.graph.store import open_store

GIVEN = {
    "place": "Russia",
    "actor": "Russia",
    "event": "event:1-1",
    "box": "30,30,40,40",
    "near": "33.5,38.66",
    "area": "Russia",
}
GIVEN |= {"km": "300"}
#: more ways of asking than with what is needed alone
ALSO = (("acled-counts", {"by": "admin1"}), ("acled-counts", {"by": "actor"}), ("ucdp-counts", {"by": "dyad"}))
ALSO += (("escalation", {"by": "admin1"}), ("who-struck-whom", {"actor": "Russia"}), ("allies", {"actor": "Russia"}))
ALSO += (("first-and-last-attacks", {"by": "agent", "actor": "Russia"}), ("co-belligerents", {"actor": "Russia"}))


def main(size: int) -> None:
    """Make the store, ask every query once cold and once warm; print the CPU seconds of both."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        started = time.process_time()
        held = make(path, size)
        print(f"{held:,} quads made in {time.process_time() - started:.0f} s")
        with open_store(str(path), read_only=True) as store:
            asked = [(query, {p.name: GIVEN[p.name] for p in query.parameters if p.required}) for query in library()]
            asked += [(query, dict(given)) for name, given in ALSO for query in library() if query.name == name]
            for query, given in asked:
                first, again, rows = _seconds(store, query, given)
                words = " ".join([query.name, *(f"{name}={value}" for name, value in given.items())])
                print(f"{first:7.2f} {again:7.2f} {rows:7} rows  {words}", flush=True)


def _seconds(store: object, query: NamedQuery, given: dict[str, str]) -> tuple[float, float, int]:
    started = time.process_time()
    rows = len(ask(store, query, given).rows)  # type: ignore[arg-type]
    first = time.process_time() - started
    ask(store, query, given)  # type: ignore[arg-type]
    return first, time.process_time() - started - first, rows


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
