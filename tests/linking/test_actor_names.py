"""Names and phrases from every region of the world: the entry they mean on that day and in that country, or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import spacy

from kg.extraction.words import Words
from kg.language.names import Name, Names
from kg.linking.context import Context
from kg.model import Place
from kg.ontology import Ontology, load

BLANK = spacy.blank("en")
TABLE = Path(__file__).with_name("actor_names.txt")


@dataclass(frozen=True)
class Row:
    """A sentence with one name in brackets; ``meant`` is an entry, "ambiguous" or "unknown"."""

    line: int
    meant: str
    day: str | None
    countries: tuple[str, ...]
    text: str
    start: int
    end: int
    trap: bool
    pending: bool


def rows() -> Iterator[Row]:
    """Read the table: meant, day, countries named elsewhere in the article, sentence; * is a trap, ~ is pending."""
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            meant, day, countries, marked = (cell.strip() for cell in line.split("|"))
            start, end = marked.index("["), marked.index("]") - 1
            text = marked.replace("[", "").replace("]", "")
            name = meant.lstrip("*~")
            flags = meant[: len(meant) - len(name)]
            yield Row(number, name, day or None, tuple(countries.split()), text, start, end, "*" in flags, "~" in flags)


ROWS = list(rows())
CASES = [
    pytest.param(
        row,
        id=f"{row.line}-{row.text[row.start : row.end]}",
        marks=[pytest.mark.xfail(reason="the rooms do not tell this yet")] if row.pending else [],
    )
    for row in ROWS
]


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load().entries.values())


def meaning(row: Row, names: Names, ontology: Ontology) -> str:
    """What the rooms make of the name in brackets."""
    found = names.find(row.text)
    here = [name for name in found if name.start < row.end and row.start < name.end]
    if not here:
        return "unknown"
    if [(name.start, name.end) for name in here] != [(row.start, row.end)]:
        return f"other words: {[row.text[name.start : name.end] for name in here]}"
    entry, candidates = context(row, found, ontology).choose(here[0])
    if entry is None:
        return "ambiguous" if candidates else "unknown"
    return entry.id.removeprefix("actor:")


def context(row: Row, found: tuple[Name, ...], ontology: Ontology) -> Context:
    """The day and countries of the article the sentence stands in."""
    doc = BLANK(row.text)
    elsewhere = [Place(0, 0, code, country=code) for code in row.countries]
    return Context(Words(doc, ontology, found), elsewhere, row.day)


@pytest.mark.parametrize("row", CASES)
def test_a_name_means_the_entry_of_its_day_and_country(row: Row, names: Names) -> None:
    assert meaning(row, names, load()) == row.meant


def test_the_table_is_as_wide_as_the_world() -> None:
    entries = load().entries
    known = {"ambiguous", "unknown", *(entry.removeprefix("actor:") for entry in entries)}
    assert [row.line for row in ROWS if row.meant not in known] == []
    regions = Counter(load().by_country[code].id for row in ROWS for code in countries(row))
    assert len(ROWS) >= 300
    assert sum(row.trap for row in ROWS) >= 60
    assert len(regions) >= 100


def countries(row: Row) -> set[str]:
    """The countries of the entry meant and of the article."""
    entry = load().entries.get(f"actor:{row.meant}")
    own = {entry.country, *entry.operates_in} if entry else set()
    return {code for code in {*own, *row.countries} if code in load().by_country}
