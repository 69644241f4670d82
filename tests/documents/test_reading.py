"""Files, folders and streams to documents."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.documents import read
from kg.errors import BadRow, InputError
from kg.model import Document
from kg.pipeline import Intake


def ids(items: object) -> list[str]:
    """Name the documents."""
    return [item.id for item in items if isinstance(item, Document)]  # type: ignore[attr-defined]


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give words on the standard input."""

    def give(words: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words.encode()), encoding="utf-8"))

    return give


def test_a_missing_path_is_an_error_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    missing, long, document = read([tmp_path / "none.txt", "x" * 5000, tmp_path / "a.txt"])
    assert str(missing) == f"{tmp_path}/none.txt: No such file or directory; check the path"
    assert isinstance(long, InputError)
    assert len(str(long)) < 300
    assert isinstance(document, Document)


def test_a_folder_is_read_sorted_and_deep(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "2017/a.txt", "2017/.hidden.txt", ".git/c.txt", "a.json", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}" if name == "a.json" else f"Words of {name}.", encoding="utf-8")
    (tmp_path / "rows.JSONL").write_text('{"id": "r", "text": "x"}\n', encoding="utf-8")
    assert ids(read([tmp_path])) == ["2017/a", "a", "b", "r"]


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    (error,) = read([tmp_path])
    reads = "kg reads .txt, .jsonl, .ndjson, .csv, .tsv (of tables those with a column text, or the one of --field text=COLUMN)"
    assert str(error) == f"{tmp_path}: no articles in this folder; {reads}"


def test_files_that_are_left_alone_are_told_and_are_no_mistake(tmp_path: Path) -> None:
    for name in ("a.txt", "a.json", ".hidden.md", "notes.md", "more/b.MD", "more/README"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}" if name == "a.json" else "Words.", encoding="utf-8")
    (tmp_path / "decisions.csv").write_text("decision,this\nmerge,text\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text('"id","text"\nc,Words.\n', encoding="utf-8")
    items = list(read([tmp_path]))
    assert f"{tmp_path}: files left alone: decisions.csv (no column text), 2 .md, 1 README; kg reads .txt" in str(
        items[-1]
    )
    told: list[str] = []
    intake = Intake(tell=told.append)
    assert ids(intake.sound(items)) == ["a", "c"]
    assert (len(told), intake.exit_code) == (1, 0)


def test_a_file_of_another_suffix_is_told_by_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "rows").write_text('\n {"id": "r", "text": "x"}\n', encoding="utf-8")
    (tmp_path / "words.md").write_text("\n\nWords.\n", encoding="utf-8")
    rows, words = read([tmp_path / "rows", tmp_path / "words.md"])
    assert rows == Document("r", "x")
    assert words == Document("words", "\n\nWords.\n")


def test_the_standard_input_may_be_rows_or_one_article(stdin: Callable[[str], None]) -> None:
    stdin('{"id": "r", "text": "x"}\n{"id": "s", "text": "y"}\n')
    assert ids(read(["-"])) == ["r", "s"]
    stdin("Headline\n\nWords.\n")
    (document,) = read(["-"])
    assert isinstance(document, Document)
    assert (document.title, document.id[:7]) == ("Headline", "sha256-")
    stdin("")
    (error,) = read(["-"])
    assert str(error).startswith("standard input: the file is empty")


def test_the_same_article_twice_passes_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    assert ids(read([tmp_path, tmp_path / "a.txt"])) == ["a"]


def test_another_article_under_a_known_id_is_an_error(jsonl: Callable[..., Path]) -> None:
    path = jsonl({"id": "a", "text": "One."}, {"id": "a", "text": "One."}, {"id": "a", "text": "Two."})
    document, error = read([path])
    assert isinstance(document, Document)
    assert isinstance(error, BadRow)
    assert str(error) == f'{path}:3: the id "a" already belongs to {path}:1; give each article its own'


@pytest.mark.parametrize(
    "words",
    [
        '[{"id": "a", "text": "One."}, {"id": "b", "text": "Two."}]',
        '\n[\n {"id": "a",\n "text": "One."},\n {"id": "b", "text": "Two."}\n]\n',
        '[ {"id": "a", "text": "One."},\n  {"id": "b", "text": "Two."}]',
    ],
)
def test_an_array_of_articles_is_read_under_any_name(tmp_path: Path, stdin: Callable[[str], None], words: str) -> None:
    (tmp_path / "a.json").write_text(words, encoding="utf-8")
    assert ids(read([tmp_path / "a.json"])) == ["a", "b"]
    stdin(words)
    assert ids(read(["-"])) == ["a", "b"]


def test_one_article_over_several_lines(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{\n "id": "a",\n "text": "One."\n}\n', encoding="utf-8")
    assert ids(read([tmp_path / "a.json"])) == ["a"]


def test_brackets_may_begin_a_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("[Update] Rebels came.\n\nWords.\n", encoding="utf-8")
    (document,) = read([tmp_path / "a"])
    assert isinstance(document, Document)
    assert document.title == "[Update] Rebels came."


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ('[{"id": "a", "text": "One."}', ":1: broken JSON"),
        ("[]", ": the array is empty"),
        ('[{"id": "a"}]', ': article 1: the field "text" is missing'),
        ('{\n "id": }', ":2: broken JSON"),
        ("[" + "\n[" * 100_000, ": broken JSON (nested too deep"),
    ],
)
def test_a_broken_array_is_an_error(tmp_path: Path, words: str, says: str) -> None:
    (tmp_path / "a.json").write_text(words, encoding="utf-8")
    (error,) = read([tmp_path / "a.json"])
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{tmp_path}/a.json{says}")
