"""The error tree.

::

    KgError                     one line: what, where, what to do
    ├── InputError              an input cannot be read or is empty           (exit 3)
    │   ├── NotAnArticle        binary or not UTF-8
    │   ├── BadRow              one row of a JSONL file or a table; the rest goes on
    │   ├── LeftAlone           files of a folder that kg does not read; told, and no mistake
    │   └── ReadingFault        kg itself fails on one article; the rest goes on
    ├── OntologyError           the ontology folder contradicts itself        (exit 2)
    ├── MissingModel            a model or data package is not installed      (exit 4)
    ├── StoreError              the store cannot be opened or written         (exit 3)
    │   └── StoreInUse          another process writes to it
    ├── DecisionError           the decisions of people contradict            (exit 2)
    ├── QueryError              a query or its parameters are wrong           (exit 2)
    │   └── NotSparql           it cannot be parsed
    ├── ExportError             an export cannot be written                   (exit 3)
    └── ServerError             an address cannot be served                   (exit 3)

Everything else that escapes is a programmer's mistake and keeps its traceback.
"""

from __future__ import annotations


class KgError(Exception):
    """Anything a user can mend; the message is one line that says what, where and what to do."""

    exit_code = 1


class InputError(KgError):
    """An input cannot be read or is empty."""

    exit_code = 3


class NotAnArticle(InputError):
    """The bytes are no text."""


class BadRow(InputError):
    """One row of a file with many is no document."""


class LeftAlone(InputError):
    """Files of a folder are of kinds that are not read; nothing is wrong with that."""


class ReadingFault(InputError):
    """kg itself fails on one article."""


class OntologyError(KgError):
    """The ontology folder contradicts itself; the message names file and line."""

    exit_code = 2


class MissingModel(KgError):
    """A model or data package is not installed; the message carries the pip command."""

    exit_code = 4


class StoreError(KgError):
    """The store cannot be opened, read or written."""

    exit_code = 3


class StoreInUse(StoreError):
    """Another process holds the store open for writing."""


class DecisionError(KgError):
    """The file of decisions is none, or contradicts itself or the ontology; the message names file and line."""

    exit_code = 2


class QueryError(KgError):
    """A query or one of its parameters is wrong."""

    exit_code = 2


class NotSparql(QueryError):
    """A query cannot be parsed; ``line`` and ``column`` count from 1, and are 0 where they are not known."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class ExportError(KgError):
    """An export cannot be written."""

    exit_code = 3


class ServerError(KgError):
    """An address cannot be served."""

    exit_code = 3
