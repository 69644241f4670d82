"""One input: a file or the standard input, as bytes."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError, NotAnArticle


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or the standard input where ``path`` is None; ``id`` is that of the article where it holds one."""

    name: str
    path: Path | None = None
    id: str | None = None

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
