"""One input: a file or the standard input, as bytes."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import InputError, NotAnArticle


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or the standard input where ``path`` is None; ``id`` is that of the article where it holds one.

    ``columns`` are columns or keys by the field of an article that they hold, where they are called otherwise.
    """

    name: str
    path: Path | None = None
    id: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    def named(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return fields under the names that kg gives them; what is named outright goes before its namesake."""
        names = {column.casefold(): name for name, column in self.columns.items()}
        meant = {names[key.casefold()]: value for key, value in given.items() if key.casefold() in names}
        return {key: value for key, value in given.items() if key not in self.columns} | meant

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open the bytes; raise InputError where they cannot be read."""
        if self.path is None:
            yield getattr(sys.stdin, "buffer", None) or io.BytesIO(sys.stdin.read().encode())
            return
        try:
            with self.path.open("rb") as stream:
                yield stream
        except OSError as error:
            raise InputError(f"{self.name}: cannot be read ({error.strerror}); check its rights") from error


def decode(data: bytes, name: str) -> str:
    """Decode UTF-8, with or without its mark; raise NotAnArticle for binary data and other encodings."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise NotAnArticle(f"{name}: UTF-16, not UTF-8; convert it, for example with iconv -f utf-16 -t utf-8")
    if looks_binary(data):
        raise NotAnArticle(f"{name}: binary data, no article; convert it to plain text first")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAnArticle(
            f"{name}: not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}); "
            "convert it, for example with iconv -f windows-1252 -t utf-8"
        ) from None


def looks_binary(data: bytes) -> bool:
    """Tell whether bytes hold a NUL or more than one control character in a hundred (first 64 kB)."""
    head = data[:65536]
    controls = sum(head.count(code) for code in range(32) if code not in b"\t\n\v\f\r\x1b")
    return b"\0" in head or controls * 100 > len(head)
