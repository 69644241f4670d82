"""Talk on stderr, data on stdout."""

from __future__ import annotations

import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any, TypeVar

import click

from kg.errors import ExportError

T = TypeVar("T")
SECONDS_BETWEEN = 0.1
CLEAR = "\r\x1b[K"


def say(line: str) -> None:
    """Tell the user something that is not data."""
    click.echo((CLEAR if sys.stderr.isatty() else "") + line, err=True)


def columns(target: str) -> int | None:
    """Return how wide the terminal is to which ``-`` writes; None where it writes to something else."""
    return shutil.get_terminal_size().columns if target == "-" and sys.stdout.isatty() else None


def debugging() -> bool:
    """Tell whether the user asked for tracebacks: ``kg --debug`` or KG_DEBUG=1."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().params.get("debug"))


def counted(items: Iterable[T], told: Callable[[int, T], str]) -> Iterator[T]:
    """Pass items on while a line on a terminal's stderr says how far it is; say nothing elsewhere."""
    if not sys.stderr.isatty():
        yield from items
        return
    last = 0.0
    click.echo("reading ...", nl=False, err=True)
    try:
        for number, item in enumerate(items, start=1):
            if (now := time.monotonic()) - last > SECONDS_BETWEEN:
                last = now
                click.echo(CLEAR + told(number, item), nl=False, err=True)
            yield item
    finally:
        click.echo(CLEAR, nl=False, err=True)


@contextmanager
def breakable() -> Iterator[None]:
    """Let Ctrl-C end the process at once, also within a query, which hears of it too late; for reading only."""
    if current_thread() is not main_thread():
        yield
        return
    ends = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(end, signal.SIG_DFL) for end in ends]
    try:
        yield
    finally:
        for end, heard in zip(ends, before, strict=True):
            signal.signal(end, heard)


def deliver(parts: Iterable[str] | Iterable[bytes], target: str) -> None:
    """Write text or bytes to ``-`` (stdout), to a device or pipe, or to a file that appears whole or not at all."""
    path = Path(target)
    if not target.strip():
        raise click.UsageError("-o has an empty name; name a file, or - for the standard output")
    if target != "-" and path.is_dir():
        raise ExportError(f"{target} is a folder; name a file in it")
    if target == "-":
        for part in parts:
            if isinstance(part, bytes):
                sys.stdout.buffer.write(part)
            else:
                sys.stdout.write(part)
    elif path.exists() and not path.is_file():
        with path.open("wb") as stream:
            stream.writelines(part.encode() if isinstance(part, str) else part for part in parts)
    else:
        from kg.export.formats import save

        save(path, _made(parts))


def _made(parts: Iterable[str] | Iterable[bytes]) -> Iterator[Any]:
    """Pass parts on; an OSError in their making is not one of the file that they go to."""
    try:
        yield from parts
    except OSError as error:
        raise RuntimeError("the parts of the file could not be made") from error
