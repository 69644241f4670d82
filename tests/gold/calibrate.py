"""Fit the confidence of events to judged ones, and show how far it can be trusted.

    python tests/gold/calibrate.py            the table, each event judged by weights fitted without its fold
    python tests/gold/calibrate.py --write    also writes kg/linking/data/confidence.json

``judged/news.jsonl`` holds our verdicts on events that were read from public news sets (drawn at random from three
levels of confidence, judged without seeing it): offsets and a verdict, no text.  ``right`` is "all", "event" (act and
status are right, a side is not) or "no".  The sets stand in ``shared/gold`` beside the repository; ``dedup`` and the
others are public (see the README there), so that a user can obtain them.  The other half of the fit is the own gold.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np

from kg.cli.options import DEFAULT_MODEL
from kg.evaluation import load_gold
from kg.evaluation.figures import calibration
from kg.evaluation.scores import verdicts
from kg.linking.confidence import signs, surroundings
from kg.model import Document, Event, Record
from kg.ontology import load
from kg.pipeline import records

HERE = Path(__file__).resolve().parent
SETS = HERE.parents[2] / "shared" / "gold" / "dev"
WEIGHTS = HERE.parents[1] / "kg" / "linking" / "data" / "confidence.json"
RIDGE = 3.0
FOLDS = 10
Judged = tuple[Event, Record, bool]


def read(documents: list[Document]) -> Iterator[Record]:
    """Read documents."""
    return records(documents, model=DEFAULT_MODEL)


def news(read: Callable[[list[Document]], Iterable[Record]] = read) -> Iterator[Judged]:
    """Yield the judged events of the news sets that are still read with the same act and status."""
    verdict: dict[tuple[str, str], list[dict[str, object]]] = defaultdict(list)
    for row in map(json.loads, (HERE / "judged" / "news.jsonl").read_text(encoding="utf-8").splitlines()):
        verdict[row["set"], row["document"]].append(row)
    texts = [_document(name, row) for name in sorted({name for name, _ in verdict}) for row in _rows(name, verdict)]
    for record in read(texts):
        name, _, document = record.document.partition("/")
        for row in verdict[name, document]:
            same = (e for e in record.events if (e.action, e.status) == (row["action"], row["status"]))
            event = next(
                (e for e in same if e.trigger.start < int(row["end"]) and int(row["start"]) < e.trigger.end), None
            )
            if event:
                yield event, record, row["right"] != "no"


def _rows(name: str, wanted: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    with (SETS / f"{name}.dev.jsonl").open(encoding="utf-8") as lines:
        yield from (row for row in map(json.loads, lines) if (name, row["id"]) in wanted)


def _document(name: str, row: dict[str, str]) -> Document:
    published = row.get("date") if len(row.get("date") or "") == 10 else None
    return Document(f"{name}/{row['id']}", row["text"], row.get("title"), published)


def own() -> Iterator[Judged]:
    """Yield the judged events of the project's own gold."""
    types = {name: action.plover for name, action in load().actions.items()}
    gold = {d.id: d for path in sorted(HERE.glob("*.jsonl")) for d in load_gold(path)}
    texts = [Document(d.id, d.text, d.title, d.published) for d in gold.values()]
    for record in read(texts):
        for event, right in verdicts(gold[record.document], record, types):
            yield event, record, right


def fit(signals: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Fit a logistic regression by Newton's method; all weights but the first are held small (ridge)."""
    held = np.eye(signals.shape[1]) * RIDGE
    held[0, 0] = 0.01
    weights = np.zeros(signals.shape[1])
    for _ in range(50):
        expected = probability(signals, weights)
        curvature = (signals.T * (expected * (1 - expected))) @ signals + held
        weights += np.linalg.solve(curvature, signals.T @ (right - expected) - held @ weights)
    return weights


def probability(signals: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the probability that each event is right."""
    return np.asarray(1 / (1 + np.exp(-signals @ weights)))


def held_out(signals: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the probability of each event by weights that were fitted without its fold."""
    out = np.zeros(len(right))
    order = np.random.default_rng(0).permutation(len(right))
    for fold in range(FOLDS):
        tried = order[fold::FOLDS]
        rest = np.setdiff1d(order, tried)
        out[tried] = probability(signals[tried], fit(signals[rest], right[rest]))
    return out


def main() -> None:
    """Fit, show, and write if asked."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--write", action="store_true", help="write the weights into the package")
    write = options.parse_args().write
    parts = {"news": list(news()), "own gold": list(own())}
    judged = [each for part in parts.values() for each in part]
    found = [signs(event, surroundings(record.events)) for event, record, _ in judged]
    signals = np.array([list(each.values()) for each in found])
    right = np.array([float(good) for *_, good in judged])
    expected, first = held_out(signals, right), 0
    for name, part in parts.items():
        chosen = slice(first, first + len(part))
        first += len(part)
        print(f"{name}, {len(part)} events")
        print(*calibration(list(zip(expected[chosen].tolist(), right[chosen] > 0, strict=True))).lines(), sep="\n")
    if write:
        weights = {name: round(float(value), 3) for name, value in zip(found[0], fit(signals, right), strict=True)}
        WEIGHTS.write_text(json.dumps({"events": len(judged), "weights": weights}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
