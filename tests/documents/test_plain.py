"""Plain text articles and their sidecars."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.documents import read
from kg.documents.plain import headline
from kg.errors import BadRow, InputError, NotAnArticle
from kg.model import Document


def test_the_title_is_the_first_line_and_stays_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "lesk.txt"
    path.write_bytes(b"Army shells Lesk\r\n\r\nThe army shelled Lesk.\r\n")
    (document,) = read([path])
    assert document == Document("lesk", "Army shells Lesk\r\n\r\nThe army shelled Lesk.\r\n", title="Army shells Lesk")


@pytest.mark.parametrize("text", ["One line only.\n", "x" * 400 + "\nmore"])
def test_a_text_without_a_headline_has_no_title(text: str) -> None:
    assert headline(text) is None


def test_a_title_has_no_remains_of_a_web_page() -> None:
    assert headline("<h1>Army &amp; police shell Lesk</h1><br/>\nThe army shelled Lesk.") == "Army & police shell Lesk"


def test_the_sidecar_gives_metadata_and_its_nulls_give_way(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Headline\n\nWords.", encoding="utf-8")
    fields = {
        "title": None,
        "published": "2017-05-18T10:00:00Z",
        "source": "AFP",
        "url": None,
        "text": "other",
        "id": "x-1",
    }
    (tmp_path / "a.json").write_text(json.dumps(fields), encoding="utf-8")
    (document,) = read([tmp_path / "a.txt"])
    assert document == Document("x-1", "Headline\n\nWords.", "Headline", "2017-05-18", "AFP")


@pytest.mark.parametrize(
    ("sidecar", "says"), [("{", "no JSON"), ("[1]", "no JSON object"), ('{"published": "May"}', "no date")]
)
def test_a_bad_sidecar_is_named(tmp_path: Path, sidecar: str, says: str) -> None:
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    (tmp_path / "a.json").write_text(sidecar, encoding="utf-8")
    (error,) = read([tmp_path / "a.txt"])
    assert isinstance(error, BadRow)
    assert says in str(error)
    assert str(tmp_path / "a.json") in str(error)


@pytest.mark.parametrize(
    ("data", "kind", "says"),
    [
        (b"", InputError, "empty"),
        (b" \n\n \t", InputError, "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", NotAnArticle, "binary"),
        (b"The army shelled Qamishl\xee on Friday.", NotAnArticle, "not UTF-8 (byte 0xee at 24)"),
        ("Words.".encode("utf-16"), NotAnArticle, "UTF-16"),
        (b"%PDF-1.7 words", NotAnArticle, "PDF"),
        (b"<!DOCTYPE html><p>Words", NotAnArticle, "HTML"),
        (b"A word of war. " * 350_000, BadRow, "5,250,000 characters are too many"),
    ],
)
def test_what_is_no_article_is_refused_by_name(tmp_path: Path, data: bytes, kind: type[InputError], says: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    (error,) = read([path])
    assert type(error) is kind
    assert str(error).startswith(f"{path}: ")
    assert says in str(error)
    assert "\n" not in str(error)


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfWords.")
    (document,) = read([path])
    assert isinstance(document, Document)
    assert document.text == "Words."
