"""The ``kg`` command group, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from kg import __version__
from kg.cli import (
    backup,
    build,
    completion,
    decide,
    diff,
    explain,
    export,
    extract,
    merge,
    query,
    report,
    serve,
    unresolved,
    validate,
)
from kg.cli import eval as evaluation
from kg.cli.terminal import say
from kg.errors import ExportError, KgError

STOPPED = 130  # as a shell counts an interrupt
ENDED = 143  # and a polite kill
CLOSED = 141  # and a closed pipe

COMMANDS = (
    build.command,
    extract.command,
    query.command,
    export.command,
    report.command,
    explain.command,
    unresolved.command,
    decide.command,
    validate.command,
    serve.command,
    merge.command,
    diff.command,
    backup.command,
    evaluation.command,
    completion.command,
)


class PipeClosed(Exception):
    """Whoever read the output has seen enough (click would take the error for its own, and leave with 1)."""


class Commands(click.Group):
    """The commands, with a closed pipe told apart from failures."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise PipeClosed from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="kg %(version)s")
@click.option(
    "--debug", is_flag=True, envvar="KG_DEBUG", show_envvar=True,
    help="Show the traceback of an article on which kg fails.",
)  # fmt: skip
def cli(debug: bool) -> None:
    """Turn news text into a graph of conflict events: who did what to whom, where, when, according to whom.

    \b
    Example:
      kg build seeds                 read a folder of articles into the store kg-store
      kg query who-struck-whom       ask it
      kg report                      see who fights and who helps whom

    Exit codes: 0 done, 1 done but some articles were refused or a check found something, 2 wrong usage,
    3 an input or the store cannot be read, 4 a model is missing.
    """


for each in COMMANDS:
    cli.add_command(each)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, _end)
    sys.exit(run(arguments))


def _end(*_: object) -> NoReturn:
    """Leave as after Ctrl-C: half-written files are taken away."""
    sys.exit(ENDED)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; a programmer's mistake keeps its traceback."""
    try:
        code = cli.main(arguments, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KgError as error:
        say(f"kg: {error}")
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("kg: stopped; what was stored stays whole, and the same command again completes it")
        return STOPPED
    except (BrokenPipeError, PipeClosed):
        _forget_output()
        return CLOSED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _forget_output()
        say(f"kg: the output cannot be written: {error.strerror}")
        return ExportError.exit_code


def _forget_output() -> None:
    """Send what is left to nowhere, so that the flush at exit does not fail as well."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
