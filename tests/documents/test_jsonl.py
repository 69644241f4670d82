"""JSON Lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.documents import read
from kg.errors import BadRow, InputError, NotAnArticle
from kg.model import Document


def test_a_row_gives_a_document(jsonl: Callable[..., Path]) -> None:
    path = jsonl({"id": 7, "text": "Words.", "title": " A  b ", "published": "19950101", "url": "", "more": [1]})
    (document,) = read([path])
    assert document == Document("7", "Words.", "A b", "1995-01-01")


def test_line_separators_inside_a_text_do_not_end_the_row(jsonl: Callable[..., Path]) -> None:
    text = "One.\u2028Two.\u2029Three.\x85Four.\x0b\x0cFive."
    (document,) = read([jsonl({"id": "a", "text": text})])
    assert isinstance(document, Document)
    assert document.text == text


def test_an_id_comes_from_the_content_where_none_is_given(jsonl: Callable[..., Path]) -> None:
    first, second, third = read([jsonl({"text": "One."}, {"text": "Two."}, {"text": "One.", "title": "T"})])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert isinstance(third, Document)
    assert first.id == "sha256-26f595a26c312d46"
    assert len({first.id, second.id, third.id}) == 3


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ('{"id": "b", "text": "cut', "broken JSON (Unterminated string starting at, column 21)"),
        ('{"id": "b", "text": "One."', "broken JSON (Expecting ',' delimiter, column 27)"),
        ("words", "broken JSON"),
        ("[" * 100_000, "broken JSON"),
        ("[1]", "no JSON object"),
        ({"id": "b"}, '"text" is missing'),
        ({"schema": 1, "document": "b", "text": "Two."}, "a record of kg extract, no article; kg merge"),
        ({"id": "b", "text": 5}, '"text" is a number'),
        ({"id": "b", "text": " \n"}, "text is empty"),
        ({"id": "b", "text": "w" * 5_000_000}, "too many"),
        ({"id": [], "text": "x"}, '"id" is a list'),
        ({"id": "b" * 501, "text": "x"}, '"id" has 501'),
        ({"id": "b", "text": "x", "title": {}}, '"title" is an object'),
        ({"id": "b", "text": "x", "published": "2017-02-30"}, '"2017-02-30" is no date; write YYYY-MM-DD'),
        ({"id": "b", "text": "x", "published": "last May"}, "is no date"),
        ({"id": "b", "text": "x", "published": 2017}, '"published" is a number'),
        ('{"id": "b", "text": "\\ud800"}', "surrogate"),
        ('{"id": "b", "text": "a\\u0000"}', "NUL"),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_the_rest_goes_on(
    jsonl: Callable[..., Path], row: object, says: str
) -> None:
    path = jsonl({"id": "a", "text": "One."}, "", row, {"id": "c", "text": "Three."})
    first, error, last = read([path])
    assert isinstance(error, BadRow)
    assert str(error).startswith(f"{path}:3: ")
    assert says in str(error)
    assert len(str(error)) < len(str(path)) + 200
    assert [item.id for item in (first, last) if isinstance(item, Document)] == ["a", "c"]


def test_a_row_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": "a", "text": "\xe9"}\n{"id": "b", "text": "Two."}\n')
    error, document = read([path])
    assert isinstance(error, NotAnArticle)
    assert str(error).startswith(f"{path}:1: not UTF-8")
    assert isinstance(document, Document)


def test_an_empty_file_is_an_error(jsonl: Callable[..., Path]) -> None:
    (error,) = read([jsonl("", " ")])
    assert isinstance(error, InputError)
    assert "empty" in str(error)
