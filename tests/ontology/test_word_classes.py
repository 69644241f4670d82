"""``word_classes.toml``: what a class takes in, what is refused, and that every class is asked for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import folder
from kg.ontology.word_classes import FILE, read_word_classes, word_class

PACKAGE = Path(__file__).resolve().parent.parent.parent / "kg"


def read(tmp_path: Path, text: str) -> dict[str, frozenset[str]]:
    path = tmp_path / FILE
    path.write_text(text, encoding="utf-8")
    return dict(read_word_classes(path))


def test_a_class_holds_the_words_of_those_that_it_takes_in(tmp_path: Path) -> None:
    found = read(tmp_path, '[harm]\nwords = "kill wound"\n[die]\nwords = "die"\n[all]\nwith = ["harm", "die"]\n')
    assert found["all"] == {"kill", "wound", "die"}


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('[harm]\nwords = "kill"\nword = "wound"\n', 1, '"word" is neither'),
        ('[a]\nwords = "kill"\n[harm]\nwith = ["die"]\n', 3, "cannot take in [die]"),
        ('[a]\nwith = ["b"]\n[b]\nwith = ["a"]\n', 3, "cannot take in [a]"),
        ('[a]\nwords = "kill wound"\n[b]\nwords = "wound kill"\n', 3, "it has the words of [a]"),
    ],
)
def test_what_contradicts_itself_is_refused_with_its_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    with pytest.raises(OntologyError, match=re.escape(what)) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(f"{FILE}:{line}: ")


def test_every_class_is_asked_for_and_every_class_asked_for_is_there() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    asked = set(re.findall(r'word_class\("([^"]+)"\)', code))
    tables = tomllib.loads((folder() / FILE).read_text(encoding="utf-8"))
    taken_in = {other for table in tables.values() for other in table.get("with", ())}
    assert asked - tables.keys() == set()
    assert tables.keys() - asked - taken_in == set()


def test_harm_is_of_bodies_and_a_toll_is_told_of_deeds() -> None:
    assert word_class("harm") < word_class("toll")
    assert "die" not in word_class("toll")
