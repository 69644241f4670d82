"""Fit the signs of an event's place to verbs whose place people marked.

    python tests/gold/fit_places.py PLACES.jsonl NONE.jsonl            right and false places at each threshold, ten folds
    python tests/gold/fit_places.py PLACES.jsonl NONE.jsonl --write    also writes kg/linking/data/event_places.json

The sets are Halterman's event location annotations (ahalterman/event_location, MIT), one sentence a line: ``id``,
``text`` and ``events``, each with ``trigger`` (``span``) and ``roles.location`` (lists of ``spans``); ``NONE.jsonl`` holds
the verbs that were marked as having none (``shared/gold`` beside the repository has both).  Verbs of ``NONE.jsonl`` whose
place stands in the sentence after all, by ``judged/placed.txt``, are not learned from.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from kg.cli.options import DEFAULT_MODEL
from kg.language.pipeline import load as load_model
from kg.language.pipeline import parse
from kg.linking.place_model import probabilities
from kg.linking.records import Reading, reader
from kg.model import Document
from kg.ontology import load

HERE = Path(__file__).parent
WEIGHTS = HERE.parents[1] / "kg" / "linking" / "data" / "event_places.json"
PLACED = frozenset((HERE / "judged" / "placed.txt").read_text(encoding="utf-8").split())
RIDGE, SEEN, FOLDS = 2.0, 8, 10


@dataclass(frozen=True, slots=True)
class Verb:
    """A marked verb: signs of the toponyms of its sentence, which of them are its place, signs of its event."""

    document: str
    placed: bool
    toponyms: tuple[frozenset[str], ...]
    right: tuple[bool, ...]
    event: frozenset[str]

    @property
    def learnable(self) -> bool:
        """Whether there is something to choose and the mark can be trusted."""
        return bool(self.toponyms) and (any(self.right) if self.placed else self.document not in PLACED)


def verbs(path: Path) -> Iterator[Verb]:
    """Yield the marked verbs at which an event is read."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    resources = reader(load())
    documents = [Document(row["id"], row["text"]) for row in rows]
    for row, (document, doc) in zip(rows, parse(documents, load_model(DEFAULT_MODEL)), strict=True):
        yield from _marked(row, resources.reading(document, doc))


def _marked(row: Mapping[str, Any], reading: Reading) -> Iterator[Verb]:
    drafts, events, _ = reading.mentions()
    places = reading.event_places
    for mark in row["events"]:
        start, end = mark["trigger"]["span"]
        spans = [span for location in mark["roles"]["location"] for span in location["spans"]]
        at = [n for n, e in enumerate(events) if e.trigger.start < end and start < e.trigger.end]
        if not at:
            continue
        draft = drafts[min(at, key=lambda n: events[n].trigger.end - events[n].trigger.start)]
        heads = places.candidates(draft)
        found = [places.heads[i] for i in heads]
        yield Verb(
            row["id"],
            bool(spans),
            tuple(places.signs(draft, heads)),
            tuple(any(p.start < b and a < p.end for a, b in spans) for p in found),
            places.signs_of_event(draft),
        )


def fit(examples: Sequence[Verb]) -> dict[str, float]:
    """Fit a conditional logit with small weights (ridge): the right toponyms, or none, against all of the sentence."""
    seen = Counter(sign for verb in examples for found in verb.toponyms for sign in found)
    seen.update(f"none {sign}" for verb in examples for sign in verb.event)
    names = ["toponym", *sorted(sign for sign, count in seen.items() if count >= SEEN)]
    column = {name: n for n, name in enumerate(names)}
    rows, right, first = [], [], []
    for verb in examples:
        first.append(len(rows))
        rows += [["toponym", *found] for found in verb.toponyms]
        rows.append([f"none {sign}" for sign in verb.event])
        right += [*verb.right, not any(verb.right)]
    cells = [[column[sign] for sign in sorted(row) if sign in column] for row in rows]
    ends = np.cumsum([0, *map(len, cells)])
    table = csr_matrix((np.ones(ends[-1]), np.concatenate(cells).astype(int), ends), shape=(len(rows), len(names)))
    good, starts = np.array(right), np.array(first)
    group = np.repeat(np.arange(len(starts)), np.diff([*first, len(rows)]))
    held = np.where(np.arange(len(names)) == 0, 0.01, RIDGE)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        value = table @ weights
        share = np.exp(value - np.maximum.reduceat(value, starts)[group])
        whole, part = np.add.reduceat(share, starts), np.add.reduceat(share * good, starts)
        gradient = table.T @ (share / whole[group] - share * good / part[group]) + held * weights
        return float(np.sum(np.log(whole / part)) + 0.5 * np.sum(held * weights**2)), gradient

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {name: round(float(weight), 3) for name, weight in zip(names, best, strict=True)}


def held_out(examples: Sequence[Verb]) -> list[tuple[Verb, list[float], float]]:
    """Each verb with the probabilities that a model gives it which was fitted without its fold."""
    folds = [int(hashlib.sha256(verb.document.encode()).hexdigest(), 16) % FOLDS for verb in examples]
    out = []
    for fold in range(FOLDS):
        weights = fit([v for v, n in zip(examples, folds, strict=True) if n != fold and v.learnable])
        tried = [v for v, n in zip(examples, folds, strict=True) if n == fold]
        out += [(verb, *probabilities(verb.toponyms, verb.event, weights)) for verb in tried]
    return out


def show(tried: Sequence[tuple[Verb, list[float], float]]) -> None:
    """Print what thresholds give: verbs with a place put right, their precision, verbs without one given one."""
    print("none    right  precision  false  false of those judged to have none")
    for limit in (0.1, 0.13, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 0.9):
        given = [(v, v.right[max(range(len(p)), key=p.__getitem__)]) for v, p, none in tried if p and none < limit]
        placed = [right for verb, right in given if verb.placed]
        wrong = [verb for verb, _ in given if not verb.placed]
        sure = sum(verb.document not in PLACED for verb in wrong)
        all_placed = sum(v.placed for v, *_ in tried)
        without = [v for v, *_ in tried if not v.placed]
        clean = sum(v.document not in PLACED for v in without)
        rates = (sum(placed) / all_placed, sum(placed) / len(placed), len(wrong) / len(without), sure / clean)
        print(f"{limit:4.2f}  " + "  ".join(f"{rate:7.1%}" for rate in rates))


def main() -> None:
    """Show the folds, and write if asked."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("places", type=Path)
    options.add_argument("none", type=Path)
    options.add_argument("--write", action="store_true", help="write the weights into the package")
    chosen = options.parse_args()
    examples = [*verbs(chosen.places), *verbs(chosen.none)]
    show(held_out(examples))
    if chosen.write:
        learned = [verb for verb in examples if verb.learnable]
        text = json.dumps({"verbs": len(learned), "weights": fit(learned)}, indent=1)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
