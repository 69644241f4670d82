"""Run ``kg`` as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli.main import run


class Outcome(NamedTuple):
    """What a command line came to."""

    code: int
    out: str
    err: str


Kg = Callable[..., Outcome]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Kg:
    """Run a command line in this process, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)

    def call(*arguments: object) -> Outcome:
        code = run([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return call


@pytest.fixture
def kg_process(root: Path, tmp_path: Path) -> Kg:
    """Run a command line in a process of its own."""

    def call(*arguments: object, stdin: str = "", **more: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "kg", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(root), **more},
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return call
