"""The flow: one article on which kg itself fails does not take the others with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from kg.graph import validation
from kg.language import pipeline as language
from kg.linking.records import Reader
from kg.model import Document
from kg.pipeline import records

pytestmark = pytest.mark.model
ROWS = [{"id": name, "text": f"Rebels shelled the town of {name} on Friday."} for name in ("Lesk", "Orla", "Tavin")]


@pytest.fixture(params=["parse", "read"])
def fault(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the parser, or the reader of events, fail on the article Orla."""
    parse, read = language.parse, Reader.record

    def bad_parse(documents: Iterable[Document], *rest: object) -> Iterator[object]:
        for document, doc in parse(documents, *rest):
            if document.id == "Orla":
                raise KeyError("the second")
            yield document, doc

    def bad_read(reader: Reader, document: Document, *rest: object, **more: object) -> object:
        if document.id == "Orla":
            raise KeyError("the second")
        return read(reader, document, *rest, **more)

    if request.param == "parse":
        monkeypatch.setattr(language, "parse", bad_parse)
    else:
        monkeypatch.setattr(Reader, "record", bad_read)


@pytest.mark.usefixtures("fault")
def test_a_fault_is_one_line_and_the_rest_goes_on(kg, jsonl: Callable[..., Path]) -> None:
    code, out, err = kg("build", jsonl(*ROWS))
    assert (code, err.count("\n")) == (1, 1)
    assert "articles.jsonl:2: kg fails on this article and leaves it out (KeyError: 'the second')" in err
    assert out.startswith("Articles: 2 added, 1 refused.")
    code, out, err = kg("extract", "articles.jsonl")
    assert (code, out.count("\n"), err.count("\n")) == (1, 2, 1)


@pytest.mark.usefixtures("fault")
def test_its_traceback_is_shown_where_asked(kg, jsonl: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    path = jsonl(*ROWS)
    assert "Traceback" in kg("--debug", "extract", path).err
    monkeypatch.setenv("KG_DEBUG", "1")
    assert "Traceback" in kg("extract", path).err


@pytest.mark.usefixtures("fault")
def test_without_somebody_to_tell_it_is_raised() -> None:
    with pytest.raises(KeyError):
        list(records([Document("Orla", "Rebels shelled Orla.")], model=language.DEFAULT_MODEL))


def test_an_article_whose_statements_break_a_rule_is_stored_and_told(
    kg, jsonl: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/rules#> .\n"
        "@prefix kg: <https://w3id.org/conflict-event-kg/ontology#> .\n"
        ':S a sh:NodeShape ; sh:targetClass kg:Article ; sh:property :d . :d sh:path kg:document ; sh:pattern "^[^O]" ;\n'
        '  sh:message "it is called O-something" .',
        encoding="utf-8",
    )
    rules = validation.checks(tmp_path / "rules.ttl")
    monkeypatch.setattr(validation, "checks", lambda _shapes=None: rules)
    code, out, err = kg("build", jsonl(*ROWS))
    assert (code, out.splitlines()[0]) == (1, "Articles: 3 added.")
    assert err.startswith(
        "kg: Orla: its statements break rules of the ontology, once, as violation: article:Orla kg:document: "
    )
    assert err.count("\n") == 1
