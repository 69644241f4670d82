"""How long `kg validate` takes on a big store, and the check of one article at build: CPU seconds.

Run on demand, never as a test:  python tests/benchmarks/validating.py [QUADS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from invented import make

from kg.graph.shapes import checks
from kg.graph.statements import quads
from kg.graph.store import open_store
from kg.graph.validation import checker, validate

ARTICLES = 20


def main(size: int) -> None:
    """Make the store, check all of it, then some articles by themselves; print the CPU seconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        print(f"{make(path, size):,} quads, {len(checks())} checks")
        with open_store(str(path), read_only=True) as store:
            started = time.process_time()
            found = validate(store)
            print(f"{time.process_time() - started:7.2f} s for all, {len(found)} findings")
    seed(Path(__file__).resolve().parents[2] / "seeds")


def seed(folder: Path) -> None:
    """Check the seed's article again and again, as a build does each."""
    from kg.cli.main import run

    with tempfile.TemporaryDirectory() as place:
        run(["build", str(folder), "--store", f"{place}/store"])
        with open_store(f"{place}/store", read_only=True) as store:
            started = time.process_time()
            check = checker(store)
            print(f"{time.process_time() - started:7.3f} s to begin")
            stated = list(quads(next(iter(store.records())), store.relations))
            started = time.process_time()
            found = [check(stated) for _ in range(ARTICLES)]
            spent = (time.process_time() - started) / ARTICLES
            print(f"{spent:7.4f} s an article of {len(stated):,} statements, {len(found[0])} findings")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
