"""A server on a free port, as a user starts it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from kg.graph.store import Store


class Served(NamedTuple):
    """A running server."""

    url: str
    process: subprocess.Popen[str]
    told: str

    def stop(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and what was said meanwhile."""
        self.process.send_signal(signal.SIGINT)
        _, told = self.process.communicate(timeout=20)
        return self.process.returncode, told


#: it needs far more time than there is, and little memory
_MANY = " ".join(map(str, range(3000)))
ENDLESS = (
    f"SELECT (COUNT(*) AS ?n) {{ VALUES ?a {{ {_MANY} }} VALUES ?b {{ {_MANY} }} VALUES ?c {{ {_MANY} }} "
    'FILTER(STRLEN(CONCAT(STR(?a), STR(?b), STR(?c), "x")) > 99) }'
)


@pytest.fixture
def endless() -> str:
    """A query that takes longer than anyone waits."""
    return ENDLESS


@contextmanager
def _serve(store: str, *options: object) -> Iterator[Served]:
    """Run ``kg serve`` until the block ends."""
    root = str(Path(__file__).resolve().parents[2])
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", "--store", store, "--port", "0", *map(str, options)],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": root},
    )
    assert process.stderr is not None
    with process:
        try:
            told = ""
            while not (found := re.search(r"http://\S+(?=/ )", told)):
                line = process.stderr.readline()
                assert line, f"the server ended: {told}"
                told += line
            yield Served(found[0], process, told)
        finally:
            process.kill()


@pytest.fixture
def serve() -> Callable[..., AbstractContextManager[Served]]:
    """Run ``kg serve`` with options for as long as a block lasts."""
    return _serve


@pytest.fixture(scope="module")
def served(filled: Store) -> Iterator[Served]:
    """A server of the invented war."""
    with _serve(filled.path) as running:
        yield running


@pytest.fixture(scope="module")
def client(filled: Store) -> Iterator[httpx.Client]:
    """A client of a server that gives at most three rows and eight seconds."""
    options = ("--timeout", 8, "--max-rows", 3, "--workers", 1, "--cors", "https://lab.example")
    with _serve(filled.path, *options) as running, httpx.Client(base_url=running.url, timeout=30) as inside:
        yield inside
