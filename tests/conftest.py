"""Fixtures that several rooms share."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from kg.extraction.words import Words
    from kg.graph.store import Store
    from kg.ontology import Ontology

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    """Give files to workers in their order, and not those of few tests last: of these are the longest, which read whole sets."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@cache
def vocabulary() -> Vocab:
    """English flags (is_punct, like_num, ...) without a model."""
    import spacy

    return spacy.blank("en").vocab


@cache
def blocks() -> dict[str, str]:
    """Columns of each parse by its text, line breaks as ¶; from all files tests/*/parses*.txt."""
    out: dict[str, str] = {}
    for path in sorted((ROOT / "tests").glob("*/parses*.txt")):
        for part in path.read_text(encoding="utf-8").strip().split("\n\n"):
            head, _, rows = part.partition("\n")
            out.setdefault(head.removeprefix("# "), rows)
    return out


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Doc]:
    """Build a written parse: word, space, lemma, part of speech, tag, label, head, entity, sentence start."""
    from spacy.tokens import Doc

    def build(text: str) -> Doc:
        key = text.replace("\n", "¶")
        if key not in blocks():
            raise LookupError(f"no file tests/*/parses*.txt holds a parse of: {key}")
        rows = [line.split("\t") for line in blocks()[key].split("\n")]
        return Doc(
            vocabulary(),
            words=[r[0].replace("¶", "\n") for r in rows],
            spaces=[r[1] == "+" for r in rows],
            lemmas=[r[2].replace("¶", "\n") for r in rows],
            pos=[r[3] for r in rows],
            tags=[r[4] for r in rows],
            deps=[r[5] for r in rows],
            heads=[int(r[6]) for r in rows],
            ents=[r[7] for r in rows],
            sent_starts=[r[8] == ">" for r in rows],
        )

    return build


@pytest.fixture(scope="session")
def shipped() -> Ontology:
    """The ontology that the package ships."""
    from kg.ontology import load

    return load()


@pytest.fixture(scope="session")
def look_up(parsed: Callable[[str], Doc], shipped: Ontology) -> Callable[[str], Words]:
    """Build the look-ups of a written parse; its toponyms are the places that the parse marks."""
    from kg.extraction.words import Words
    from kg.language.names import Names

    names = Names(shipped.entries.values())

    def build(text: str) -> Words:
        doc = parsed(text)
        places = [(e.start_char, e.end_char) for e in doc.ents if e.label_ in {"GPE", "LOC", "FAC"}]
        return Words(doc, shipped, names.find(text), places)

    return build


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


@pytest.fixture(scope="session")
def seed_store(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store that the seeds give; for reading only."""
    from kg.cli.main import run

    store = tmp_path_factory.mktemp("seed") / "store"
    assert run(["build", str(root / "seeds"), "--store", str(store)]) == 0
    return store


# SPARQL servers on free ports of the loopback: Oxigraph, as pip ships it, and Virtuoso where it is installed

VIRTUOSO = """
[Database]
DatabaseFile = {0}/virtuoso.db
ErrorLogFile = {0}/virtuoso.log
LockFile = {0}/virtuoso.lck
TransactionFile = {0}/virtuoso.trx
xa_persistent_file = {0}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {0}/temp.db
TransactionFile = {0}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{1}
DisableUnixSocket = 1
[HTTPServer]
ServerPort = 127.0.0.1:{2}
ServerRoot = {0}
"""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], url: str, log: Path) -> Iterator[None]:
    """Run a server until it answers, and stop it in the end."""
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out) as server:
        try:
            for _ in range(300):
                if answers(url):
                    break
                if server.poll() is not None:
                    raise RuntimeError(log.read_text())
                time.sleep(0.1)
            yield
        finally:
            server.kill()


def answers(url: str) -> bool:
    """Whether a server gives any answer."""
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except urllib.error.HTTPError as error:
        error.close()
        return True
    except OSError:
        return False
    return True


def oxigraph_program() -> str | None:
    """Return where the server of the pip package is."""
    return shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of an Oxigraph server."""
    program, folder, port = oxigraph_program(), tmp_path_factory.mktemp("oxigraph"), free_port()
    assert program, "pip install oxigraph"
    command = [program, "serve", "--location", str(folder / "db"), "--bind", f"127.0.0.1:{port}"]
    with running(command, f"http://127.0.0.1:{port}/", folder / "log"):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a Virtuoso server, with its user; skip where it is not installed."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("virtuoso-t is not installed (apt-get install virtuoso-opensource)")
    folder, port, http = tmp_path_factory.mktemp("virtuoso"), free_port(), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(folder, port, http))
    with running(
        [program, "+foreground", "+configfile", str(folder / "virtuoso.ini")],
        f"http://127.0.0.1:{http}/",
        folder / "log",
    ):
        yield f"http://dba:dba@127.0.0.1:{http}"


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> str:
    """The URL of each server in turn, emptied of what other tests left."""
    from kg.graph.remote import Remote

    url: str = request.getfixturevalue(request.param)
    remote = Remote.at(url, read_only=False)
    for graph in remote.graphs():
        remote.put_graph(graph, ())
    remote.close()
    return url
