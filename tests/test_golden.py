"""The seeds give the bytes of ``exports/``; in a fresh folder ``kg build seeds --export exports`` rebuilds them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
FILES = ("graph.ttl", "graph.graphml", "report.md")


def build(root: Path, folder: Path, hash_seed: str) -> Path:
    """Build the seeds in a process with its own hash seed."""
    arguments = ["build", str(root / "seeds"), "--store", str(folder / "store"), "--export", str(folder / "exports")]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONHASHSEED": hash_seed}
    subprocess.run(
        [sys.executable, "-m", "kg", *arguments], cwd=folder, env=environment, check=True, capture_output=True
    )
    return folder / "exports"


@pytest.fixture(scope="module", params=["0", "4711"])
def exports(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exports of a fresh build."""
    return build(root, tmp_path_factory.mktemp("golden"), request.param)


@pytest.mark.parametrize("name", FILES)
def test_exports_are_what_the_seeds_give(root: Path, exports: Path, name: str) -> None:
    assert (exports / name).read_bytes() == (root / "exports" / name).read_bytes()
