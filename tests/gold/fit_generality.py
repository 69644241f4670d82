"""Fit the signs of violence told in general to the incidents that MUC-4's training articles report.

    python tests/gold/fit_generality.py TRAIN.jsonl [--hold N]    what each threshold keeps, of N articles held out
    python tests/gold/fit_generality.py TRAIN.jsonl --write       also writes kg/linking/data/generality.json

``TRAIN.jsonl`` holds an article a line: ``id``, ``date``, ``text`` and ``events``, each with ``roles`` (Victim,
VictimDesc, Target, Weapon), lists of ``{"mentions": [str]}``.  The articles and keys are public (MUC-3 and MUC-4, DEV;
``shared/gold`` beside the repository, or xinyadu/grit_doc_event_entity and the keys of NIST).  An incident of ours is
reported if a sentence that tells it names a victim, target or weapon of the key.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from kg.cli.options import DEFAULT_MODEL
from kg.language.pipeline import load as load_model
from kg.language.pipeline import parse
from kg.linking.generality import incidents, signs
from kg.linking.records import reader
from kg.model import Document, Event
from kg.ontology import load

WEIGHTS = Path(__file__).resolve().parents[2] / "kg" / "linking" / "data" / "generality.json"
ROLES = ("Victim", "VictimDesc", "Target", "Weapon")
RIDGE = 3.0
#: incidents in which a sign must occur to be given a weight
SEEN = 10
Judged = tuple[frozenset[str], bool]


def reported(article: dict[str, Any], events: Sequence[Event]) -> bool:
    """Whether a sentence of an incident names what the key gives as hit or used."""
    told = " ".join(event.sentence.text for event in events).lower()
    fillers = (
        m for e in article["events"] for role in ROLES for item in e["roles"].get(role) or () for m in item["mentions"]
    )
    return any(mention.lower() in told for mention in fillers)


def judged(path: Path) -> Iterator[list[Judged]]:
    """Yield for each article the signs of its incidents of violence and whether the key reports them."""
    with path.open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    texts = [Document(a["id"], a["text"], a.get("title"), a.get("date")) for a in articles]
    resources = reader(load())
    for article, (document, doc) in zip(articles, parse(texts, load_model(DEFAULT_MODEL)), strict=True):
        drafts, events, _ = resources.reading(document, doc).mentions()
        heads = [doc[draft.head] for draft in drafts]
        yield [
            (signs(tokens, told, document.published), reported(article, told))
            for tokens, told in incidents(heads, events).values()
        ]


def fit(examples: Sequence[Judged]) -> dict[str, float]:
    """Fit a logistic regression with small weights (ridge); the constant is ``bias``."""
    seen = Counter(sign for found, _ in examples for sign in found)
    names = sorted(sign for sign, count in seen.items() if count >= SEEN)
    column = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(examples), len(names) + 1))
    table[:, -1] = 1
    for row, (found, _) in enumerate(examples):
        table[row, [column[sign] for sign in found if sign in column]] = 1
    right = np.array([float(good) for _, good in examples])
    held = np.append(np.full(len(names), RIDGE), 0.01)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        value = table @ weights
        expected = 1 / (1 + np.exp(-value))
        cost = np.sum(np.logaddexp(0, value) - right * value) + 0.5 * np.sum(held * weights**2)
        return float(cost), table.T @ (expected - right) + held * weights

    best = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x
    return {"bias": round(float(best[-1]), 3)} | {n: round(float(w), 3) for n, w in zip(names, best, strict=False)}


def chance(found: frozenset[str], weights: dict[str, float]) -> float:
    """The probability of an incident by weights just fitted."""
    return float(1 / (1 + np.exp(-weights["bias"] - sum(weights.get(sign, 0.0) for sign in found))))


def show(examples: Sequence[Judged], weights: dict[str, float]) -> None:
    """Print what thresholds keep of the reported and of the other incidents."""
    print("least  reported kept  others kept")
    for least in (0.0, 0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.3):
        kept = [good for found, good in examples if chance(found, weights) >= least]
        good = sum(g for _, g in examples)
        print(f"{least:5.2f}  {sum(kept) / good:13.1%}  {(len(kept) - sum(kept)) / (len(examples) - good):11.1%}")


def main() -> None:
    """Fit, show, and write if asked."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("train", type=Path)
    options.add_argument("--hold", type=int, default=300, help="articles held out to show the thresholds on")
    options.add_argument("--write", action="store_true", help="write the weights into the package")
    chosen = options.parse_args()
    articles = list(judged(chosen.train))
    tried = [each for article in articles[: chosen.hold] for each in article]
    show(tried, fit([each for article in articles[chosen.hold :] for each in article]))
    if chosen.write:
        examples = [each for article in articles for each in article]
        held = {"incidents": len(examples), "weights": fit(examples)}
        WEIGHTS.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
