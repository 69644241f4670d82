"""``kg serve`` where it cannot start; tests/server asks one that runs."""

from __future__ import annotations

import socket
from importlib import util
from pathlib import Path

import pytest


@pytest.mark.parametrize("name", ["nowhere", "a file", "http://127.0.0.1:9/"])
def test_there_must_be_a_store(kg, tmp_path: Path, name: str) -> None:
    (tmp_path / "a file").write_text("x")
    code, out, err = kg("serve", "--store", name)
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert name in err
    assert not (tmp_path / "nowhere").exists()


def test_a_port_in_use_is_told(kg, seed_store: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, _, err = kg("serve", "--store", seed_store, "--port", port)
    assert (code, err.count("\n")) == (3, 1)
    assert f"127.0.0.1:{port} cannot be served" in err
    assert "--port" in err


@pytest.mark.parametrize("host", ["no.such.host.invalid", "x" * 70])
def test_a_host_that_is_none_is_told(kg, seed_store: Path, host: str) -> None:
    code, _, err = kg("serve", "--store", seed_store, "--host", host)
    assert (code, err.count("\n")) == (3, 1)


def test_without_the_extra_the_line_says_how_to_get_it(kg, monkeypatch: pytest.MonkeyPatch) -> None:
    found = util.find_spec
    monkeypatch.setattr("kg.cli.serve.find_spec", lambda name: None if name == "uvicorn" else found(name))
    code, _, err = kg("serve")
    assert (code, err) == (4, "kg: kg serve needs uvicorn; install with: pip install 'conflict-kg[serve]'\n")


@pytest.mark.parametrize("options", [("--port", "70000"), ("--timeout", "0"), ("--max-rows", "0"), ("--port", "x")])
def test_impossible_numbers_are_wrong_usage(kg, options: tuple[str, str]) -> None:
    assert kg("serve", *options).code == 2
