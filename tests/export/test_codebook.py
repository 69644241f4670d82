"""Every column of the table of incidents is described, and nothing else."""

from __future__ import annotations

import csv

import pytest

from kg.export.codebook import _MEANINGS, codebook, meaning
from kg.export.incidents_table import COLUMNS


def test_every_column_has_a_type_and_a_meaning() -> None:
    header, *rows = csv.reader(codebook())
    assert header == ["column", "type", "meaning"]
    assert [row[0] for row in rows] == list(COLUMNS)
    assert all(len(row[2]) > 5 for row in rows)
    assert set(_MEANINGS) <= set(COLUMNS)


@pytest.mark.parametrize(
    ("column", "kind", "words"),
    [
        ("start", "day", "first day"),
        ("killed_best", "whole number", "people killed: the middle figure"),
        ("target_ids", "list of texts", "(of the targets)"),
        ("reciprocal", "true or false", "clashes"),
        ("cameo", "text", "may begin with 0"),
        ("latitude", "number", "WGS 84"),
    ],
)
def test_a_column_is_described(column: str, kind: str, words: str) -> None:
    found = {row[0]: row[1:] for row in csv.reader(codebook())}
    assert found[column] == [kind, meaning(column)]
    assert words in meaning(column)
