"""Talk on stderr, data on stdout."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, TypeVar

import click

from kg.errors import ExportError

T = TypeVar("T")
SECONDS_BETWEEN = 0.1


def say(line: str) -> None:
    """Tell the user something that is not data."""
    click.echo(line, err=True)


def counted(items: Iterable[T], told: Callable[[int, T], str]) -> Iterator[T]:
    """Pass items on while a line on a terminal's stderr says how far it is; say nothing elsewhere."""
    if not sys.stderr.isatty():
        yield from items
        return
    last = 0.0
    try:
        for number, item in enumerate(items, start=1):
            if (now := time.monotonic()) - last > SECONDS_BETWEEN:
                last = now
                click.echo(f"\r\x1b[K{told(number, item)}", nl=False, err=True)
            yield item
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


@contextmanager
def output(target: str) -> Iterator[TextIO]:
    """Open ``-`` (stdout) or a file that appears whole, or not at all; raise ExportError where it cannot be written."""
    path = Path(target)
    if target == "-":
        yield sys.stdout
        return
    try:
        if path.exists() and not path.is_file():  # a device or a pipe
            with path.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
            return
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            with part.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(f"{target}: cannot be written ({error.strerror}); check the folder and its rights") from error
