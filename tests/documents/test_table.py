"""Tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import read
from kg.documents.fields import LIMIT
from kg.errors import BadRow, InputError
from kg.model import Document


def table(folder: Path, words: str, name: str = "a.csv") -> Path:
    """Write a table."""
    path = folder / name
    path.write_bytes(words.encode())
    return path


def test_a_row_gives_a_document(tmp_path: Path) -> None:
    rows = 'id,Text,published,title,more\r\n7,"One, ""two"".\nThree.",2017-05-18,,x\r\n\r\n,Words.,,T,\r\n'
    first, second = read([table(tmp_path, "\ufeff" + rows)])
    assert first == Document("7", 'One, "two".\nThree.', published="2017-05-18")
    assert isinstance(second, Document)
    assert (second.text, second.title, second.id[:7]) == ("Words.", "T", "sha256-")
    assert second.origin == f"{tmp_path}/a.csv: row 4"


@pytest.mark.parametrize(
    ("name", "words"),
    [("a.csv", "text;id\nOne, two.;a\n"), ("a.tsv", "text\tid\nOne, two.\ta\n"), ("a.csv", "text\nOne.")],
)
def test_the_first_row_tells_the_delimiter(tmp_path: Path, name: str, words: str) -> None:
    (document,) = read([table(tmp_path, words, name)])
    assert isinstance(document, Document)
    assert document.text.startswith("One")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("b,,2017-05-18", 'row 3: the field "text" is missing'),
        ("b,Two.,18/05/2017", 'row 3: "published": "18/05/2017" is no date'),
        ("b,Two, three.,2017-05-18", "row 3: more cells than columns"),
        (f"b,{'w' * (LIMIT + 1)},", "row 3: 200,001 characters are too many"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(tmp_path: Path, row: str, says: str) -> None:
    first, error, last = read([table(tmp_path, f"id,text,published\na,One.,\n{row}\nc,Three.,,,\n")])
    assert isinstance(error, BadRow)
    assert says in str(error)
    assert [item.id for item in (first, last) if isinstance(item, Document)] == ["a", "c"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "the table is empty"),
        ("text,id\n,\n", "the table is empty"),
        (
            "id,body\na,One.\n",
            'no column is named "text"; there are id, body; say which holds the articles\' words: --field text=COLUMN',
        ),
        ('id,text\na,"One.\n', "broken from line 2 on"),
    ],
)
def test_what_is_no_table_of_articles_is_an_error(tmp_path: Path, words: str, says: str) -> None:
    (error,) = read([table(tmp_path, words)])
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{tmp_path}/a.csv: {says}")


def test_columns_can_be_called_otherwise(tmp_path: Path) -> None:
    path = table(tmp_path, "Nr;Date;Article;text\na;2017-05-18;One.;no\n")
    columns = {"id": "nr", "published": "DATE", "text": "Article"}
    assert list(read([path], columns)) == [Document("a", "One.", published="2017-05-18")]
    assert list(read([tmp_path], columns)) == [Document("a", "One.", published="2017-05-18")]
    (error,) = read([path], {"published": "day"})
    assert isinstance(error, InputError)
    assert 'no column is named "day"; there are Nr, Date, Article, text; say which holds the days' in str(error)


@pytest.mark.parametrize("words", ['{"body": "One.", "id": "a"}\n', '[{"body": "One.", "id": "a"}]'])
def test_keys_can_be_called_otherwise(tmp_path: Path, words: str) -> None:
    assert list(read([table(tmp_path, words, "a.json")], {"text": "Body"})) == [Document("a", "One.")]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2017-05-18T23:30:00Z", "2017-05-18"),
        ("Thu, 18 May 2017 23:30:00 GMT", "2017-05-18"),
        ("18 May 2017", "2017-05-18"),
        ("May 8, 2017", "2017-05-08"),
        ("2017/05/18", "2017-05-18"),
        ("2017-5-8 09:30 UTC", "2017-05-08"),
        ("18-May-2017", "2017-05-18"),
        ("May 18 2017", "2017-05-18"),
        ("Sept. 3, 2017", "2017-09-03"),
        ("the 3rd of May 2017", None),
        ("3rd May 2017", "2017-05-03"),
        ("May 18, 2017 Thursday 10:15 AM GMT", "2017-05-18"),
        ("Thursday, May 18, 2017", "2017-05-18"),
        ("Thursday 18 May 2017 at 22:10", "2017-05-18"),
        ("First 3 May 2017, updated 4 May 2017", None),
        ("Ma 18, 2017", None),
        ("18 mai 2017", None),
        ("2017-02-30 12:00 UTC", None),
        ("18.05.2017", None),
        ("18/05/2017", None),
        ("05-06-2017", None),
        ("31 April 2017", None),
        ("18", None),
        ("May 2017", None),
    ],
)
def test_a_day_is_read_that_can_be_read_in_one_way(tmp_path: Path, written: str, day: str | None) -> None:
    (item,) = read([table(tmp_path, f'text,published\nOne.,"{written}"\n')])
    assert getattr(item, "published", None) == day
    assert isinstance(item, Document) == (day is not None)
