"""Sets as the scorer of ``shared/gold`` knows them: read once in a session, scored."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli.options import DEFAULT_MODEL
from kg.export.lines import line
from kg.model import Document, Record

SETS = Path(__file__).resolve().parents[3] / "shared" / "gold"
#: the metric, the file, which share of it is read (every n-th document)
Sample = tuple[str, Path, int]
Figures = dict[str, float]
#: (set, figure) -> the least or the most, in percent
Limits = Mapping[tuple[str, str], float]


class Sets(NamedTuple):
    """How to read documents and to score samples."""

    read: Callable[..., list[Record]]
    #: the figures of a sample that are below their floors, and those above what is allowed
    astray: Callable[[str, Sample, Limits, Limits], tuple[Figures, Figures]]


@pytest.fixture(scope="module")
def sets(tmp_path_factory: pytest.TempPathFactory) -> Sets:
    """Read and score; no text is read twice for the tests of a file."""
    if not (SETS / "score.py").is_file():
        pytest.skip("the development sets, ../shared/gold, are not here")
    known: dict[tuple[str | None, ...], Record] = {}

    def read(documents: Iterable[Document], *, all_quotes: bool = False) -> list[Record]:
        from kg.pipeline import records

        documents = list(documents)
        new = {_key(d): d for d in documents if _key(d) not in known}
        read = records(new.values(), model=DEFAULT_MODEL, all_quotes=all_quotes)
        known.update(zip(new, read, strict=True))
        return [replace(known[_key(d)], document=d.id) for d in documents]

    def figures(sample: Sample) -> Figures:
        metric, file, every = sample
        folder = tmp_path_factory.mktemp(file.stem)
        with file.open(encoding="utf-8") as lines:
            rows = [row for number, row in enumerate(lines) if number % every == 0]
        gold, records = folder / "gold.jsonl", folder / "records.jsonl"
        gold.write_text("".join(rows), encoding="utf-8")
        inputs = [Document(**row) for row in map(json.loads, filter(None, score("inputs", str(gold)).split("\n")))]
        found = read(inputs, all_quotes=metric == "polnear")
        records.write_text("".join(map(line, found)), encoding="utf-8")
        if metric == "dedup":
            joined(records, folder / "store")
        scored: Figures = json.loads(score(metric, str(gold), str(records), "--json"))["figures"]
        return scored

    def astray(name: str, sample: Sample, floors: Limits, ceilings: Limits) -> tuple[Figures, Figures]:
        found = figures(sample)
        low = {figure: found[figure] for (of, figure), floor in floors.items() if of == name and found[figure] < floor}
        high = {figure: found[figure] for (of, figure), top in ceilings.items() if of == name and found[figure] > top}
        return low, high

    return Sets(read, astray)


def _key(document: Document) -> tuple[str | None, ...]:
    return document.text, document.title, document.published


def joined(records: Path, store: Path) -> None:
    """Give the records the incidents that hold across articles."""
    from kg.cli.main import run

    assert run(["merge", str(store), str(records)]) == 0
    assert run(["export", "-f", "jsonl", "--store", str(store), "-o", str(records)]) == 0


def score(*arguments: str) -> str:
    """Run the scorer."""
    command = [sys.executable, "-B", str(SETS / "score.py"), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
