"""A process that answers questions from its standard input, until that ends or it is ended."""

from __future__ import annotations

import signal
import sys
import traceback
from typing import TYPE_CHECKING

from kg.errors import KgError, NotSparql, QueryError
from kg.server.question import Question, Reply

if TYPE_CHECKING:
    from kg.graph.results import Result
    from kg.graph.store import Store

_GRACE = 5  # seconds after which the process ends by itself, should nobody else do it


class Reader:
    """The store as it is now: opened again when it has changed."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.version = ""
        self._store: Store | None = None

    def store(self) -> Store:
        """Return the store; one that cannot be opened anew for a moment is answered from as it was."""
        from kg.graph.opening import version
        from kg.graph.store import open_store

        now = version(self.path)
        if self._store is None or now != self.version:
            try:
                fresh = open_store(self.path, read_only=True)
            except KgError:
                if self._store is None:
                    raise
            else:
                if self._store is not None:
                    self._store.close()
                self._store, self.version = fresh, now
        return self._store

    def forget(self) -> None:
        """Open the store anew next time."""
        self._store = None


def answer(reader: Reader, question: Question, most: int) -> Reply:
    """Answer a question; a store that changed under the query is read once more."""
    from kg.errors import StoreError

    try:
        try:
            return _answer(reader, question, most)
        except StoreError:
            reader.forget()
            return _answer(reader, question, most)
    except NotSparql as error:
        return Reply.refusal(400, str(error), error.line, error.column)
    except (QueryError, ValueError) as error:
        return Reply.refusal(400, str(error))
    except KgError as error:
        return Reply.refusal(503, str(error))
    except MemoryError:
        return Reply.refusal(503, "the query needs more memory than is allowed; ask for less")
    except Exception as error:  # noqa: BLE001 (whatever it is, the next question is answered)
        traceback.print_exc()
        return Reply.refusal(500, f"kg fails on this query ({type(error).__name__}), please report it")


def _answer(reader: Reader, question: Question, most: int) -> Reply:
    found = _found(reader.store(), question, most)
    form, others = (question.triples, "rows") if found.triples is not None else (question.rows, "triples")
    if form is None:
        kind = "rows or yes and no" if others == "triples" else "triples"
        return Reply.refusal(
            406, f"the query gives {kind}, and the formats that the request accepts hold {others} alone"
        )
    from kg.export.answers import answer as written

    body = "".join(written(found, form)).encode()
    held = len(found.rows if found.triples is None else found.triples)
    return Reply(200, form, body, held if found.cut else None, reader.version)


def _found(store: Store, question: Question, most: int) -> Result:
    from kg.graph.queries import ask, named
    from kg.graph.results import Graphs

    if question.given is not None:
        return ask(store, named(question.query), question.given, most=most)
    return store.query(question.query, most=most, graphs=Graphs(*question.graphs) if question.graphs else None)


def bound(megabytes: int) -> None:
    """Let this process take no more memory than that, where the system can say so."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = megabytes << 20
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard < 0 else min(most, hard), hard))


def main(path: str, seconds: float, rows: int, megabytes: int) -> None:
    """Answer until the standard input ends; a Ctrl-C is for the server to heed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bound(megabytes)
    reader = Reader(path)
    for line in sys.stdin.buffer:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
        reply = answer(reader, Question.read(line), rows)
        sys.stdout.buffer.write(reply.head() + reply.body)
        sys.stdout.buffer.flush()
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
