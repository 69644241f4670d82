"""Fit the model of what notes tell (``kg/language/senses.py``) to notes of our own.

    python tests/gold/fit_senses.py            how many notes get their type, ten folds
    python tests/gold/fit_senses.py --write    also writes kg/language/data/senses.npz

The notes are those of ``senses.tsv`` and ``acled.tsv`` beside this file: type and note, invented, in the manner of ACLED's
codebook and of newspapers; ``None`` is the type of those that tell no event.  Of the leads of ``plover.tsv`` those of the types
of ``TALK`` tell none of ACLED's types either.  Nothing is learned from ``blind``, which measures what comes of it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from kg.cli.options import DEFAULT_MODEL
from kg.language.pipeline import load, parse
from kg.language.senses import NOTHING, content, meaning, terms
from kg.model import Document

HERE = Path(__file__).parent
#: PLOVER types of what is only said, promised and met for, and of leads that tell nothing
TALK = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT", "SUPPORT", "AID", NOTHING})
WEIGHTS = HERE.parents[1] / "kg" / "language" / "data" / "senses.npz"
#: notes in which a term must occur to be given a weight
SEEN = 2
#: how freely weights may grow (inverse of the ridge), and parts of the cross-validation
FREEDOM, FOLDS = 30.0, 10
Features = tuple[list[dict[str, float]], np.ndarray]


def rows(name: str) -> list[tuple[str, str]]:
    """Type and text of each row of a file beside this one."""
    found = (line.partition("\t") for line in (HERE / name).read_text(encoding="utf-8").splitlines())
    return [(label, text) for label, _, text in found]


def notes() -> list[tuple[str, str]]:
    """Type and text of each note."""
    return (
        rows("senses.tsv")
        + rows("acled.tsv")
        + [(NOTHING, text) for label, text in rows("plover.tsv") if label in TALK]
    )


def features(texts: Sequence[str]) -> Features:
    """The terms of each text with their weights, and its vectors, a row a text."""
    documents = (Document(str(number), text) for number, text in enumerate(texts))
    words = [content(doc) for _, doc in parse(documents, load(DEFAULT_MODEL))]
    return [terms(found) for found in words], np.array([meaning(found) for found in words])


def vocabulary(bags: Sequence[dict[str, float]]) -> dict[str, int]:
    """The column of each term that occurs often enough."""
    seen = Counter(term for bag in bags for term in bag)
    return {term: column for column, term in enumerate(sorted(term for term, n in seen.items() if n >= SEEN))}


def table(found: Features, columns: dict[str, int]) -> csr_matrix:
    """A row a text: its terms, then its vectors."""
    bags, vectors = found
    cells = [(row, columns[t], value) for row, bag in enumerate(bags) for t, value in bag.items() if t in columns]
    rows, places, values = zip(*cells, strict=True)
    return hstack([csr_matrix((values, (rows, places)), (len(bags), len(columns))), csr_matrix(vectors)]).tocsr()


def fit(found: Features, labels: Sequence[str]) -> tuple[LogisticRegression, dict[str, int]]:
    """The fitted model and the columns of its terms."""
    columns = vocabulary(found[0])
    return LogisticRegression(C=FREEDOM, max_iter=5000).fit(table(found, columns), labels), columns


def part(found: Features, rows: np.ndarray) -> Features:
    """The features of some rows."""
    return [found[0][row] for row in rows], found[1][rows]


def show(found: Features, labels: np.ndarray) -> None:
    """Print how many notes get their type from models that have not seen them, also of those that are sure."""
    said, sure = np.empty(len(labels), dtype=object), np.zeros(len(labels))
    for learned, asked in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(labels, labels):
        model, columns = fit(part(found, learned), labels[learned])
        shares = model.predict_proba(table(part(found, asked), columns))
        said[asked], sure[asked] = model.classes_[shares.argmax(axis=1)], shares.max(axis=1)
    right = said == labels
    print(f"{len(labels)} notes, {right.mean():.1%} get their type")
    for least in (0.3, 0.5, 0.7, 0.9):
        kept = sure >= least
        print(f"of those with probability {least} or more ({kept.mean():.0%}): {right[kept].mean():.1%}")
    for label in sorted(set(labels)):
        here, given = labels == label, said == label
        print(f"{label:36} {here.sum():4}  recall {right[here].mean():.2f}  precision {right[given].mean():.2f}")


def main() -> None:
    """Fit, show, and write if asked."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--write", action="store_true", help="write the weights into the package")
    chosen = options.parse_args()
    labels, texts = zip(*notes(), strict=True)
    found = features(texts)
    show(found, np.array(labels))
    if chosen.write:
        model, columns = fit(found, labels)
        held = {"labels": np.array(model.classes_), "terms": np.array(list(columns))}
        weights = {"weights": model.coef_.astype(np.float16), "bias": model.intercept_.astype(np.float32)}
        np.savez_compressed(WEIGHTS, **held, **weights)


if __name__ == "__main__":
    main()
