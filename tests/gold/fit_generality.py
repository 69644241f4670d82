"""Fit the signs of violence told in general to the incidents that annotated articles report.

    python tests/gold/fit_generality.py TRAIN.jsonl MENTIONS.jsonl            what each threshold keeps, cross-validated
    python tests/gold/fit_generality.py TRAIN.jsonl MENTIONS.jsonl --write    also writes kg/linking/data/generality.json

``TRAIN.jsonl`` holds an article a line: ``id``, ``date``, ``text`` and ``events``, each with ``roles`` (Victim,
VictimDesc, Target, Weapon), lists of ``{"mentions": [str]}``: MUC-3 and MUC-4, DEV (public; xinyadu/grit_doc_event_entity
and the keys of NIST).  There an incident of ours is reported if a sentence that tells it names a victim, target or
weapon of the key.  ``MENTIONS.jsonl`` holds articles whose ``events`` have a ``trigger`` with a ``span``: the Gun
Violence Corpus (cltl/GunViolenceCorpus, CC BY 4.0).  There it is reported if a mention of it is annotated.  Both stand in
``shared/gold/dev`` beside the repository (muc4.train, gvc.dev).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from kg.cli.options import DEFAULT_MODEL
from kg.language.pipeline import load as load_model
from kg.language.pipeline import parse
from kg.linking.generality import incidents, signs_of_all
from kg.linking.records import reader
from kg.model import Document, Event
from kg.ontology import load

WEIGHTS = Path(__file__).resolve().parents[2] / "kg" / "linking" / "data" / "generality.json"
ROLES = ("Victim", "VictimDesc", "Target", "Weapon")
#: signs of war between armed sides, which MUC-4 left out of its task: they may speak for an incident, never against it
WAR = frozenset(
    {
        f"action {name}"
        for name in "ArmedClash Invasion Offensive Siege War Repel Raid Ambush Airstrike DroneStrike".split()
    }
    | {
        f"action {name}"
        for name in "Shelling MissileStrike ChemicalAttack ShootDown Repression TerritoryCapture".split()
    }
    | {f"with {kind}" for kind in "artillery aircraft helicopter mortar rocket missile drone tank small-arms".split()}
    | {
        f"{side} kind {kind}"
        for side in ("agent", "target")
        for kind in "Military ArmedGroup Militia Coalition".split()
    }
    | {f"{side} sector {sector}" for side in ("agent", "target") for sector in ("MIL", "REB", "GOV")}
    | {"agent kind Government", "target kind Government", "large figure"}
    | {f"target class {name}" for name in ("military-post", "helicopter", "aircraft", "military", "state-body")}
)
RIDGE = 5.0
#: incidents in which a sign must occur to be given a weight
SEEN = 12
FOLDS = 5
Judged = tuple[dict[str, float], bool]
Reported = Callable[[dict[str, Any], Sequence[Event]], bool]


def filled(article: dict[str, Any], events: Sequence[Event]) -> bool:
    """Whether a sentence of an incident names what the key gives as hit or used."""
    told = " ".join(event.sentence.text for event in events).lower()
    fillers = (
        m for e in article["events"] for role in ROLES for item in e["roles"].get(role) or () for m in item["mentions"]
    )
    return any(mention.lower() in told for mention in fillers)


def annotated(article: dict[str, Any], events: Sequence[Event]) -> bool:
    """Whether a mention of an incident overlaps an annotated one."""
    spans = [event["trigger"]["span"] for event in article["events"]]
    return any(start < e.trigger.end and e.trigger.start < end for e in events for start, end in spans)


def judged(path: Path, reported: Reported) -> Iterator[list[Judged]]:
    """Yield for each article the signs of its incidents of violence and whether the key reports them."""
    with path.open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    texts = [Document(a["id"], a["text"], a.get("title"), a.get("date")) for a in articles]
    resources = reader(load())
    for article, (document, doc) in zip(articles, parse(texts, load_model(DEFAULT_MODEL)), strict=True):
        reading = resources.reading(document, doc)
        drafts, events, _ = reading.mentions()
        heads = [doc[draft.head] for draft in drafts]
        found = signs_of_all(heads, events, reading.sides(drafts, events), document.published)
        yield [(found[name], reported(article, told)) for name, (_, told) in incidents(heads, events).items()]


def fit(examples: Sequence[Judged]) -> dict[str, float]:
    """Fit a logistic regression with small weights (ridge), those of ``WAR`` not below 0; the constant is ``bias``."""
    seen = Counter(sign for found, _ in examples for sign in found)
    names = sorted(sign for sign, count in seen.items() if count >= SEEN)
    column = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(examples), len(names) + 1))
    table[:, -1] = 1
    for row, (found, _) in enumerate(examples):
        for sign, value in found.items():
            if sign in column:
                table[row, column[sign]] = value
    right = np.array([float(good) for _, good in examples])
    held = np.append(np.full(len(names), RIDGE), 0.01)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        value = table @ weights
        expected = 1 / (1 + np.exp(-value))
        cost = np.sum(np.logaddexp(0, value) - right * value) + 0.5 * np.sum(held * weights**2)
        return float(cost), table.T @ (expected - right) + held * weights

    bounds = [(0.0, None) if name in WAR else (None, None) for name in names] + [(None, None)]
    best = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    found = {n: round(float(w), 3) for n, w in zip(names, best, strict=False)}
    return {"bias": round(float(best[-1]), 3)} | {n: w for n, w in found.items() if w}


def chance(found: dict[str, float], weights: dict[str, float]) -> float:
    """The probability of an incident by weights just fitted."""
    return float(1 / (1 + np.exp(-weights["bias"] - sum(weights.get(sign, 0.0) * x for sign, x in found.items()))))


def cross_validated(articles: Sequence[list[Judged]], others: Sequence[list[Judged]]) -> list[tuple[float, bool]]:
    """The probability of each incident of ``articles``, by weights fitted to the other articles and to ``others``."""
    out = []
    for fold in range(FOLDS):
        rest = [each for n, article in enumerate(articles) if n % FOLDS != fold for each in article]
        weights = fit(rest + [each for article in others for each in article])
        out += [(chance(found, weights), good) for article in articles[fold::FOLDS] for found, good in article]
    return out


def show(name: str, examples: Sequence[tuple[float, bool]]) -> None:
    """Print what thresholds keep of the reported and of the other incidents."""
    good = sum(right for _, right in examples)
    print(f"{name}: {len(examples)} incidents, {good} reported\nleast  reported kept  others kept")
    for least in (0.0, 0.1, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5):
        kept = [right for value, right in examples if value >= least]
        others = (len(kept) - sum(kept)) / max(1, len(examples) - good)
        print(f"{least:5.2f}  {sum(kept) / good:13.1%}  {others:11.1%}")


def main() -> None:
    """Fit, show, and write if asked."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("train", type=Path)
    options.add_argument("mentions", type=Path)
    options.add_argument("--write", action="store_true", help="write the weights into the package")
    chosen = options.parse_args()
    keyed, marked = list(judged(chosen.train, filled)), list(judged(chosen.mentions, annotated))
    show(chosen.train.name, cross_validated(keyed, marked))
    show(chosen.mentions.name, cross_validated(marked, keyed))
    if chosen.write:
        examples = [each for article in (*keyed, *marked) for each in article]
        held = {"incidents": len(examples), "weights": fit(examples)}
        WEIGHTS.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
