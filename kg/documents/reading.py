"""From what a user names (files, folders, ``-``) to documents, whatever their kind."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from kg.documents.array import read_array
from kg.documents.jsonl import read_jsonl
from kg.documents.plain import read_text
from kg.documents.source import Source
from kg.documents.table import is_of_articles, read_table
from kg.errors import BadRow, InputError, LeftAlone
from kg.model import Document

Item = Document | InputError
Reader = Callable[[Source, Iterable[bytes]], Iterator[Item]]

#: suffix -> reader; a file of another suffix that is named outright is told by its first line
READERS = MappingProxyType(
    {".txt": read_text, ".jsonl": read_jsonl, ".ndjson": read_jsonl, ".csv": read_table, ".tsv": read_table}
)
#: what is beside articles and is none
BESIDE = ".json"
_KINDS = f"{', '.join(READERS)} (of tables those with a column text, or the one of --field text=COLUMN)"
_MOST = 5
_ARRAY = re.compile(rb"\[\s*(?:\{|\]?$)")


def read(inputs: Iterable[str | Path], columns: Mapping[str, str] = MappingProxyType({})) -> Iterator[Item]:
    """Yield every article, and an InputError in the place of each that cannot be read, in the order of the inputs.

    ``columns`` are the columns or keys of tables and JSON by the field that they hold, where they are called otherwise.
    """
    sources = chain.from_iterable(_sources(str(name), columns) for name in inputs)
    return distinct(chain.from_iterable(_read(source) for source in sources))


def _sources(name: str, columns: Mapping[str, str]) -> Iterator[Source | InputError]:
    path = Path(name)
    if not name.strip():
        yield InputError("an INPUT has an empty name; name a file or a folder")
        return
    if name == "-":
        yield Source("standard input", columns=columns)
        return
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield InputError(f"{name[:200]}: {error.strerror}; check the path")
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, columns)
    else:
        yield Source(name, path, path.stem if stat.S_ISREG(mode) else None, columns)


def _folder(folder: Path, columns: Mapping[str, str]) -> Iterator[Source | InputError]:
    """Name the readable files of a folder and of those in it, sorted, and say which are left alone."""
    files = sorted(_walk(folder))
    readable = [path for path in files if _holds_articles(path, columns)]
    for path in readable:
        yield Source(str(path), path, path.relative_to(folder).with_suffix("").as_posix(), columns)
    taken = set(readable)
    left = [path for path in files if path not in taken]
    tables = [path for path in left if READERS.get(path.suffix.lower()) is read_table]
    others = Counter(path.suffix.lower() or path.name for path in left if path.suffix.lower() not in READERS)
    if not readable:
        yield InputError(f"{folder}: no articles in this folder; kg reads {_KINDS}")
    elif left:
        kinds = [f"{path.relative_to(folder)} (no column text)" for path in tables]
        kinds += [f"{number:,} {kind}" for kind, number in sorted(others.items())]
        more = ", ..." * (len(kinds) > _MOST)
        yield LeftAlone(f"{folder}: files left alone: {', '.join(kinds[:_MOST])}{more}; kg reads {_KINDS}")


def _holds_articles(path: Path, columns: Mapping[str, str]) -> bool:
    """Tell by the suffix, and of a table by its first row: others may lie beside articles."""
    reader = READERS.get(path.suffix.lower())
    return is_of_articles(path, columns) if reader is read_table else reader is not None


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of those in it, but hidden ones and the metadata of articles."""
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if name[0] != "." and Path(name).suffix.lower() != BESIDE)


def _read(source: Source | InputError) -> Iterator[Item]:
    if isinstance(source, InputError):
        yield source
        return
    try:
        with source.open() as stream:
            head = _head(stream)
            yield from _reader(source, head[-1:])(source, chain(head, stream))
    except InputError as error:
        yield error


def _head(stream: Iterable[bytes]) -> list[bytes]:
    """Take the lines up to the first that is not blank."""
    lines = []
    for line in stream:
        lines.append(line)
        if line.strip():
            break
    return lines


def _reader(source: Source, last: list[bytes]) -> Reader:
    """Choose by suffix, else by the first line that is not blank."""
    suffix = source.path.suffix.lower() if source.path else ""
    first = b"".join(last).strip()
    if first == b"{" or _ARRAY.match(first):
        sniffed: Reader = read_array
    else:
        sniffed = read_jsonl if first.startswith(b"{") else read_text
    return READERS.get(suffix, sniffed)


def distinct(items: Iterable[Item]) -> Iterator[Item]:
    """Pass each article once; another article under a known id is an error."""
    seen: dict[str, tuple[int, str]] = {}
    for item in items:
        if isinstance(item, InputError):
            yield item
        elif item.id not in seen:
            seen[item.id] = (hash(item), item.origin)
            yield item
        elif seen[item.id][0] != hash(item):
            first = seen[item.id][1]
            yield BadRow(f'{item.origin}: the id "{item.id}" already belongs to {first}; give each article its own')
