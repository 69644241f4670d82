"""Fixtures that several rooms share."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from kg.graph.store import Store

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture
def jsonl(tmp_path: Path) -> Callable[..., Path]:
    """Write rows, given as values or as raw lines, to a JSONL file."""

    def write(*rows: Mapping[str, Any] | str, name: str = "articles.jsonl") -> Path:
        lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
        path = tmp_path / name
        path.write_bytes("".join(line + "\n" for line in lines).encode())
        return path

    return write


@pytest.fixture(scope="session")
def story() -> ModuleType:
    """The articles about an invented war, as records: tests/graph/records.py."""
    spec = spec_from_file_location("records", ROOT / "tests" / "graph" / "records.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An ontology folder: the real classes, the actors of the invented war."""
    folder = tmp_path_factory.mktemp("ontology")
    for path in (ROOT / "ontology" / "conflict.ttl", ROOT / "tests" / "graph" / "ontology" / "actors.ttl"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="session")
def filled(story: ModuleType, invented: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the invented war and its incidents, shared by all tests that only read it."""
    yield from _filled(story, invented, tmp_path_factory.mktemp("filled"))


@pytest.fixture
def own(story: ModuleType, invented: Path, tmp_path: Path) -> Iterator[Store]:
    """The same store for a test alone, which may change it."""
    yield from _filled(story, invented, tmp_path)


def _filled(story: ModuleType, invented: Path, folder: Path) -> Iterator[Store]:
    from kg.graph import incidents
    from kg.graph.store import open_store

    with open_store(str(folder / "store"), ontology=invented) as store:
        for record in story.RECORDS:
            store.add(record)
        incidents.refresh(store)
        yield store
