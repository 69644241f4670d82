"""The README's sessions are real: each ``$ command`` of its console blocks is run and its output compared."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli.main import cli

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAME = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def sessions() -> Iterator[tuple[str, str]]:
    """Yield each command of the console blocks with the output that is shown for it."""
    for kind, body in BLOCK.findall(README):
        if kind == "console":
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                yield command, output


@pytest.mark.model
def test_sessions_run_as_shown(root: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(root / "seeds")
    shell = f'kg() {{ "{sys.executable}" -m kg "$@"; }}\n'
    environment = {name: value for name, value in os.environ.items() if name != "KG_STORE"} | {"PYTHONPATH": str(root)}
    shown = list(sessions())
    assert len(shown) >= 5
    for command, output in shown:
        done = subprocess.run(
            ["bash", "-c", shell + command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stderr == ""
        assert doctest.OutputChecker().check_output(output, done.stdout, SAME), f"$ {command}\n{done.stdout}"


@pytest.mark.model
def test_the_notebook_runs_as_shown(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").symlink_to(root / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    shown = "".join(body for kind, body in BLOCK.findall(README) if kind == "pycon")
    test = doctest.DocTestParser().get_doctest(shown, {}, "README.md", "README.md", 0)
    outcome = doctest.DocTestRunner(optionflags=SAME).run(test)
    assert (outcome.attempted > 3, outcome.failed) == (True, 0)


def test_every_command_is_mentioned() -> None:
    assert [name for name in cli.commands if f"kg {name}" not in README] == []


def test_the_two_commands_of_the_set_up_are_one_line_each(root: Path) -> None:
    set_up = next(body for kind, body in BLOCK.findall(README) if kind == "sh").splitlines()
    assert len(set_up) == 2
    assert "kg build seeds --export exports" in set_up[0]
    assert "python -m pytest -q" in set_up[1]
    assert '"$python" -m pytest -q' in (root / ".ci" / "run").read_text(encoding="utf-8")
