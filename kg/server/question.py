"""What the server asks a worker, and what it gets; each a line of JSON, the answer followed by its bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: seconds, rows or triples, megabytes of memory."""

    seconds: float = 30.0
    rows: int = 100_000
    memory: int = 2048


@dataclass(frozen=True, slots=True)
class Question:
    """A query, or the name of one of the library with what is ``given`` to it.

    ``graphs`` are those that are read as one and those for GRAPH, or None for all together; ``rows`` and ``triples``
    are the formats that the client takes for each, None where it takes none that there is.
    """

    query: str
    given: Mapping[str, str] | None = None
    graphs: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    rows: str | None = "json"
    triples: str | None = "ttl"

    def line(self) -> bytes:
        """Return it as a line of JSON."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Question:
        """Read it from a line of JSON."""
        said = json.loads(line)
        graphs = said.pop("graphs")
        return cls(**said, graphs=(tuple(graphs[0]), tuple(graphs[1])) if graphs else None)


@dataclass(frozen=True, slots=True)
class Reply:
    """The HTTP status, the bytes in ``form``, after how many rows they end if there are more; ``version`` of the store."""

    status: int
    form: str = "text"
    body: bytes = field(default=b"", repr=False)
    cut: int | None = None
    version: str = ""
    line: int = 0
    column: int = 0

    def head(self) -> bytes:
        """Return all but the bytes as a line of JSON, with their number."""
        said = asdict(self)
        return json.dumps({**said, "body": len(said["body"])}).encode() + b"\n"

    @classmethod
    def refusal(cls, status: int, words: str, line: int = 0, column: int = 0) -> Reply:
        """Say why there is no answer."""
        return cls(status, body=words.encode() + b"\n", line=line, column=column)
