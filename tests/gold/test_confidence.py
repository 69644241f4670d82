"""The confidence of events can be trusted on news, too: verdicts on events read from the public sets."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.evaluation.figures import Calibration, calibration

HERE = Path(__file__).resolve().parent
SETS = HERE.parents[2] / "shared" / "gold" / "dev"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that fits the weights."""
    spec = importlib.util.spec_from_file_location("calibrate", HERE / "calibrate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["calibrate"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def found(script: ModuleType) -> Calibration:
    """Confidence against the verdicts."""
    if not SETS.is_dir():
        pytest.skip("the development sets, ../shared/gold, are not here")
    return calibration([(event.confidence, right) for event, _, right in script.news()])


@pytest.mark.model
def test_nine_in_ten_events_of_high_confidence_are_right(found: Calibration) -> None:
    top = found.bins[-1]
    assert top.low == 0.9
    assert top.events >= 60
    assert top.right >= 0.9


@pytest.mark.model
def test_confidence_is_near_the_share_that_is_right(found: Calibration) -> None:
    assert sum(each.events for each in found.bins) >= 200
    assert found.error <= 0.08
    assert found.brier <= 0.17


def test_the_fit_finds_what_makes_the_difference(script: ModuleType) -> None:
    import numpy as np

    drawn = np.random.default_rng(1)
    signals = np.column_stack([np.ones(2000), drawn.integers(0, 2, 2000), drawn.integers(0, 2, 2000)])
    right = (drawn.random(2000) < script.probability(signals, np.array([0.0, 2.0, 0.0]))).astype(float)
    weights = script.fit(signals, right)
    assert abs(weights[1] - 2.0) < 0.3
    assert abs(weights[2]) < 0.3
