"""The table of decisions as a file: CSV that a person edits in a spreadsheet, and that keeps what kg does not know.

Read are UTF-8 with or without its mark, and ``,``, ``;`` or tab between the cells.  Columns of other names and the order
of the rows stay as they are; a row without a decision decides nothing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path

from kg.errors import DecisionError

KINDS = ("merge", "split", "type", "same", "different")
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Row:
    """One decision; ``line`` is where it stands in its file, counted from 1, and 0 for one that stands in none."""

    decision: str
    this: str
    that: str = ""
    article: str = ""
    kind: str = ""
    country: str = ""
    sector: str = ""
    note: str = ""
    line: int = 0

    @property
    def plain(self) -> Row:
        """What it decides: without the note and the line."""
        return replace(self, note="", line=0)

    def __str__(self) -> str:
        said = [self.decision, self.this, self.that, f"--article {self.article}" if self.article else ""]
        said += [f"--{name} {getattr(self, name)}" for name in ("kind", "country", "sector") if getattr(self, name)]
        return " ".join(word for word in said if word)


COLUMNS = tuple(field.name for field in fields(Row) if field.name != "line")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of decisions: its columns, and the cells of each line with the line's number."""

    columns: tuple[str, ...] = COLUMNS
    cells: tuple[tuple[int, tuple[str, ...]], ...] = ()
    delimiter: str = ","
    mark: str = ""
    name: str = "the decisions"

    @property
    def rows(self) -> tuple[Row, ...]:
        """The decisions in the order of the file, without rows that decide nothing; raise DecisionError for a wrong one."""
        return tuple(row for row in (self._row(line, cells) for line, cells in self.cells) if row is not None)

    def error(self, line: int, what: str) -> DecisionError:
        """Return what is wrong with a line."""
        return DecisionError(f"{self.name}:{line}: {what}")

    def with_row(self, row: Row) -> Sheet:
        """Return the sheet with one more decision at its end."""
        columns = (*self.columns, *(name for name in COLUMNS if name not in self._known and getattr(row, name)))
        last = self.cells[-1][0] if self.cells else 1
        cells = tuple(_guarded(getattr(row, _plain(name))) if _plain(name) in COLUMNS else "" for name in columns)
        return replace(self, columns=columns, cells=(*self.cells, (last + 1, cells)))

    def without_line(self, line: int) -> Sheet:
        """Return the sheet without the decision of a line."""
        return replace(self, cells=tuple(found for found in self.cells if found[0] != line))

    def text(self) -> str:
        """Return the sheet as CSV."""
        rows = (cells + ("",) * (len(self.columns) - len(cells)) for _, cells in self.cells)
        return self.mark + "".join(_line(cells, self.delimiter) for cells in (self.columns, *rows))

    @property
    def _known(self) -> tuple[str, ...]:
        return tuple(map(_plain, self.columns))

    def _row(self, line: int, cells: tuple[str, ...]) -> Row | None:
        pairs = ((name, _said(cell)) for name, cell in zip(self._known, cells, strict=False))
        said = {name: cell for name, cell in pairs if name in COLUMNS and cell}
        decision = said.pop("decision", "").lower()
        if not decision:
            return None
        if decision not in KINDS:
            raise self.error(line, _unknown(decision))
        if "this" not in said:
            raise self.error(line, f"{decision} of what? write a name or an id into the column this")
        return Row(decision, line=line, **said)


def _guarded(words: str) -> str:
    """Return words as a cell that no spreadsheet takes for a formula: with an apostrophe before them."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def _said(cell: str) -> str:
    """Return the words of a cell, without that apostrophe."""
    words = " ".join(cell.split())
    return words[1:] if words.startswith("'") and words[1:].startswith(_FORMULA) else words


def _line(cells: Iterable[str], delimiter: str) -> str:
    """Return a row as a line; csv quotes a carriage return only where one ends its lines."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def parse(text: str, name: str) -> Sheet:
    """Read a sheet from the text of a file; raise DecisionError where it is no table of decisions."""
    mark = _BOM if text.startswith(_BOM) else ""
    lines = list(io.StringIO(text.removeprefix(_BOM), newline=""))  # str.splitlines ends lines that CSV does not
    head = lines[0] if lines else ""
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(lines, delimiter=delimiter)
    numbered: list[tuple[int, tuple[str, ...]]] = []
    line = 1
    for cells in reader:
        numbered.append((line, tuple(cells)))
        line = reader.line_num + 1
    if not numbered:
        return Sheet(name=name)
    columns = numbered[0][1]
    if not {"decision", "this"} <= set(map(_plain, columns)):
        raise DecisionError(f"{name}:1: the first line names the columns; write {','.join(COLUMNS)}")
    return Sheet(columns, tuple(numbered[1:]), delimiter, mark, name)


def load(path: Path) -> Sheet:
    """Read a file of decisions, an empty sheet where there is none; raise DecisionError where it cannot be read."""
    try:
        return parse(path.read_bytes().decode("utf-8"), str(path))
    except FileNotFoundError:
        return Sheet(name=str(path))
    except UnicodeDecodeError as error:
        raise DecisionError(f"{path}: this is not UTF-8; save it as 'CSV UTF-8' from the spreadsheet") from error
    except csv.Error as error:
        raise DecisionError(f"{path}: this is no CSV ({error}); save it as 'CSV UTF-8' from the spreadsheet") from error
    except OSError as error:
        raise DecisionError(f"{path} cannot be read: {error.strerror}") from error


def near(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean ...?` for the known words that are spelt much like one, else nothing."""
    found = get_close_matches(word, list(known), n=3, cutoff=0.7)
    return f"; did you mean {' or '.join(found)}?" if found else ""


def _unknown(decision: str) -> str:
    hint = near(decision, KINDS)
    return f"{decision!r} is no decision; there are {', '.join(KINDS)}{hint}"


def _plain(column: str) -> str:
    return column.strip().lower()
